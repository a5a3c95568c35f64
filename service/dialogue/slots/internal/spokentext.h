#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>
#include <vector>

namespace Frontdesk::Dialogue {

/// Words [first, last) of a SpokenText.
struct WordSpan {
    int first = 0;
    int last = 0;

    [[nodiscard]] int size() const { return last - first; }
    [[nodiscard]] bool empty() const { return last <= first; }
    [[nodiscard]] bool has(int word) const { return word >= first && word < last; }
    [[nodiscard]] bool meets(WordSpan other) const { return first < other.last && other.first < last; }
};

struct SpokenWord {
    QString text; ///< Lower case, without punctuation; contractions are taken apart ("i'm" is "i" "am").
    int from = 0; ///< Characters [from, to) of the utterance.
    int to = 0;
    bool afterPause = false; ///< A comma, a full stop or a filler stood before it.
    bool hyphened = false;   ///< A hyphen ties it to the word before.
};

/// One caller turn as words: what every reader works on. Fillers are gone, each word knows where it was said.
class SpokenText {
public:
    explicit SpokenText(const QString &utterance);

    [[nodiscard]] int size() const { return static_cast<int>(m_words.size()); }
    [[nodiscard]] const std::vector<SpokenWord> &words() const { return m_words; }
    /// The word at `index`; empty outside.
    [[nodiscard]] const QString &at(int index) const;
    [[nodiscard]] bool is(int index, const char *word) const { return at(index) == QLatin1String(word); }
    [[nodiscard]] bool isAny(int index, std::initializer_list<const char *> words) const;
    [[nodiscard]] bool pauseBefore(int index) const;
    [[nodiscard]] bool hyphenBefore(int index) const;

    /// The caller's own words for a span, as they were said.
    [[nodiscard]] QString quote(WordSpan span) const;
    /// The normalised words of a span, one blank between them.
    [[nodiscard]] QString plain(WordSpan span) const;
    [[nodiscard]] const QString &plain() const { return m_plain; }
    /// The word that begins at, or holds, character `offset` of plain().
    [[nodiscard]] int wordAtOffset(int offset) const;
    /// Where a word begins in plain().
    [[nodiscard]] int offsetOf(int word) const;

private:
    QString m_utterance;
    std::vector<SpokenWord> m_words;
    QString m_plain;
    std::vector<int> m_offsets;
};

/// Which words have found their meaning already, so that no second reader takes them.
class Claims {
public:
    explicit Claims(int words)
        : m_taken(static_cast<size_t>(words), false)
    {}
    void take(WordSpan span);
    [[nodiscard]] bool isFree(int word) const;
    [[nodiscard]] bool isFree(WordSpan span) const;
    [[nodiscard]] bool anyTaken() const;

private:
    std::vector<bool> m_taken;
};

} // namespace Frontdesk::Dialogue
