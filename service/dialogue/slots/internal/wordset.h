#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Frontdesk::Dialogue {

/// A fixed vocabulary, written as one line of words.
class WordSet {
public:
    explicit WordSet(const char *words)
    {
        const QStringList list = QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_words = QSet<QString>(list.begin(), list.end());
    }
    [[nodiscard]] bool has(const QString &word) const { return m_words.contains(word); }

private:
    QSet<QString> m_words;
};

/// A fixed vocabulary with a number for each word: "january 1 february 2".
class WordNumbers {
public:
    explicit WordNumbers(const char *pairs)
    {
        const QStringList list = QString::fromUtf8(pairs).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 1 < list.size(); i += 2) {
            m_numbers.insert(list[i], list[i + 1].toInt());
        }
    }
    /// -1: not in the vocabulary.
    [[nodiscard]] int of(const QString &word) const { return m_numbers.value(word, -1); }

private:
    QHash<QString, int> m_numbers;
};

} // namespace Frontdesk::Dialogue
