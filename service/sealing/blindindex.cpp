#include "service/sealing/blindindex.h"

#include <sodium.h>

#include <algorithm>

namespace Frontdesk::Sealing {

namespace {

constexpr int TokenBytes = 16;
constexpr qsizetype ShortestBeginning = 2;
/// Longer words are found by their first ten letters, which hardly two names share.
constexpr qsizetype LongestBeginning = 10;
constexpr qsizetype MostWords = 8;

constexpr qsizetype LastFour = 4;
constexpr qsizetype LocalNumber = 7;
constexpr qsizetype NationalNumber = 10;

/// The digits before an extension, without the country code of North America.
QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar letter : number.section(QLatin1Char(';'), 0, 0)) {
        if (letter.isDigit()) {
            digits += QChar(u'0' + letter.digitValue());
        }
    }
    const bool hasCountry = digits.size() == NationalNumber + 1 && digits.startsWith(QLatin1Char('1'));
    return hasCountry ? digits.mid(1) : digits;
}

void tidy(std::vector<QByteArray> &tokens)
{
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

} // namespace

QStringList nameWords(const QString &name)
{
    QStringList words;
    QString word;
    for (const QChar letter : name.normalized(QString::NormalizationForm_KD).toLower() + QLatin1Char(' ')) {
        if (letter.isLetter()) {
            word += letter;
        } else if (!letter.isMark() && letter != QLatin1Char('\'') && letter != QChar(0x2019)) {
            if (word.size() >= ShortestBeginning) {
                words << word;
            }
            word.clear();
        }
    }
    return words.mid(0, MostWords);
}

QByteArray BlindIndex::token(const char *kind, const QString &value) const
{
    const QByteArray text = QByteArray(kind) + '\0' + value.toUtf8();
    QByteArray made(TokenBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(made.data()), TokenBytes,
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()), m_key.data(), SecretKey::Size);
    return made;
}

std::vector<QByteArray> BlindIndex::tokensOfName(const QString &name) const
{
    std::vector<QByteArray> tokens;
    for (const QString &word : nameWords(name)) {
        for (qsizetype length = ShortestBeginning; length <= std::min(word.size(), LongestBeginning); ++length) {
            tokens.push_back(token("name", word.left(length)));
        }
    }
    tidy(tokens);
    return tokens;
}

std::vector<QByteArray> BlindIndex::tokensOfNumber(const QString &number) const
{
    const QString digits = digitsOf(number);
    std::vector<QByteArray> tokens;
    for (const qsizetype length : {LastFour, LocalNumber, digits.size()}) {
        if (digits.size() >= std::max(length, LocalNumber)) {
            tokens.push_back(token("number", digits.right(length)));
        }
    }
    tidy(tokens);
    return tokens;
}

Result<std::vector<QByteArray>> BlindIndex::wantedName(const QString &typed) const
{
    const QStringList words = nameWords(typed);
    if (words.isEmpty() || words.size() > MostWanted) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("A search by name needs one to four words of at least two letters.")};
    }
    std::vector<QByteArray> tokens;
    for (const QString &word : words) {
        tokens.push_back(token("name", word.left(LongestBeginning)));
    }
    tidy(tokens);
    return tokens;
}

Result<std::vector<QByteArray>> BlindIndex::wantedNumber(const QString &typed) const
{
    const QString digits = digitsOf(typed);
    if (digits.size() != LastFour && digits.size() < LocalNumber) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("A search by phone needs the whole number, or its last seven or four digits.")};
    }
    return std::vector{token("number", digits)};
}

} // namespace Frontdesk::Sealing
