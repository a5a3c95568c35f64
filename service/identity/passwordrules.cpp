#include "service/identity/passwordrules.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

static void initIdentityResources()
{
    Q_INIT_RESOURCE(identity);
}

namespace Frontdesk::Identity {

namespace {

/// `P@ssw0rd!` and `password` are one guess apart.
QString lettersOf(const QString &password)
{
    static const QString swaps = QStringLiteral("@a4a8b3e1i!i0o5s$s7t+t");
    QString letters;
    for (const QChar c : password.normalized(QString::NormalizationForm_KC).toLower()) {
        qsizetype swap = -1;
        for (qsizetype i = 0; i < swaps.size(); i += 2) {
            if (swaps[i] == c) {
                swap = i;
            }
        }
        const QChar letter = swap < 0 ? c : swaps[swap + 1];
        if (letter.isLetter()) {
            letters += letter;
        }
    }
    return letters;
}

/// The same without taking digits for letters: `password1234` ends in digits, not in `i` and `e`.
QString plainLettersOf(const QString &password)
{
    QString letters;
    for (const QChar c : password.normalized(QString::NormalizationForm_KC).toLower()) {
        if (c.isLetter()) {
            letters += c;
        }
    }
    return letters;
}

const QSet<QString> &commonWords()
{
    static const QSet<QString> words = [] {
        initIdentityResources();
        QFile file(QStringLiteral(":/identity/common_passwords.txt"));
        QSet<QString> read;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (!line.isEmpty() && !line.startsWith('#')) {
                    read.insert(QString::fromUtf8(line.trimmed()));
                }
            }
        }
        return read;
    }();
    return words;
}

/// Whether `text` is nothing but at most MostWords words of the set, one after the other.
bool isMadeOf(const QString &text, const QSet<QString> &words)
{
    constexpr int MostWords = 3; // Four common words in a row are beyond guessing over the network.
    std::vector<int> fewest(static_cast<size_t>(text.size()) + 1, MostWords + 1);
    fewest[0] = 0;
    for (qsizetype end = 1; end <= text.size(); ++end) {
        for (qsizetype begin = 0; begin < end; ++begin) {
            const int before = fewest[static_cast<size_t>(begin)];
            if (before < fewest[static_cast<size_t>(end)] - 1 && words.contains(text.mid(begin, end - begin))) {
                fewest[static_cast<size_t>(end)] = before + 1;
            }
        }
    }
    return !text.isEmpty() && fewest.back() <= MostWords;
}

/// Both directions, and going on from the end.
bool isRun(const QString &text)
{
    static const QStringList rows{QStringLiteral("abcdefghijklmnopqrstuvwxyz"), QStringLiteral("01234567890"),
                                  QStringLiteral("1234567890"), QStringLiteral("qwertyuiopasdfghjklzxcvbnm"),
                                  QStringLiteral("1qaz2wsx3edc4rfv5tgb6yhn7ujm")};
    return std::any_of(rows.begin(), rows.end(), [&](const QString &row) {
        QString backwards = row;
        std::reverse(backwards.begin(), backwards.end());
        const auto times = text.size() / row.size() + 2;
        return row.repeated(times).contains(text) || backwards.repeated(times).contains(text);
    });
}

/// One piece of at most a third of the length, again and again.
bool repeatsItself(const QString &text)
{
    for (qsizetype piece = 1; piece <= text.size() / 3; ++piece) {
        if (text.left(piece).repeated(text.size() / piece + 1).startsWith(text)) {
            return true;
        }
    }
    return false;
}

bool isGuessable(const QString &password, const QStringList &personal)
{
    const QString lower = password.normalized(QString::NormalizationForm_KC).toLower();
    if (repeatsItself(lower) || isRun(lower)) {
        return true;
    }
    QSet<QString> words = commonWords();
    for (const QString &text : personal) {
        for (const QString &word : text.toLower().split(QRegularExpression(QStringLiteral("[^\\p{L}]+")))) {
            if (word.size() > 2) {
                words.insert(word);
            }
        }
    }
    return isMadeOf(lettersOf(password), words) || isMadeOf(plainLettersOf(password), words);
}

} // namespace

QString passwordProblem(const QString &password, const QStringList &personal)
{
    // Characters as people count them, not UTF-16 units.
    const qsizetype length = password.toUcs4().size();
    if (length < ShortestPassword) {
        return QStringLiteral("A password has at least %1 characters; a few words in a row are good.")
            .arg(ShortestPassword);
    }
    if (length > LongestPassword) {
        return QStringLiteral("A password has at most %1 characters.").arg(LongestPassword);
    }
    if (isGuessable(password, personal)) {
        return QStringLiteral("This password is among the first that guessers try; a few words in a row are good.");
    }
    return {};
}

} // namespace Frontdesk::Identity
