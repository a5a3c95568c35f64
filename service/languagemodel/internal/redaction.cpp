#include "service/languagemodel/internal/redaction.h"

#include "service/languagemodel/internal/ordinarywords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Frontdesk::LanguageModel {

namespace {

enum class Fate { Stays, Name, Number };

/// A word of the text and what becomes of it.
struct Piece {
    qsizetype at = 0;
    QString text;
    QString lower;
    WordKind kind = WordKind::Unknown;
    Fate fate = Fate::Stays;
};

/// A word may hold apostrophes, and what people write within numbers and names.
const QRegularExpression &wordPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("[+(]?[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_'’.@:/()&+-]*[\\p{L}\\p{N}_])?"));
    return pattern;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// "stomach-ache" and "he's" are made of ordinary words.
WordKind kindOf(const QString &word)
{
    if (hasDigit(word)) {
        return WordKind::Number;
    }
    QString plain = word;
    plain.replace(QChar(0x2019), QLatin1Char('\''));
    WordKind kind = wordKind(plain);
    if (kind == WordKind::Unknown && plain.endsWith(QLatin1String("'s"))) {
        kind = wordKind(plain.chopped(2));
    }
    const QStringList parts = plain.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    if (kind == WordKind::Unknown && parts.size() > 1 &&
        std::all_of(parts.begin(), parts.end(),
                    [](const QString &part) { return part.size() > 1 && wordKind(part) == WordKind::Ordinary; })) {
        kind = WordKind::Ordinary;
    }
    return kind;
}

std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    auto matches = wordPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        Piece piece{match.capturedStart(), match.captured(), match.captured().toLower(), {}, {}};
        piece.kind = kindOf(piece.lower);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// "my name is ...", "the patient is ...", "under ...": whatever follows is taken for a name.
bool introducesName(const std::vector<Piece> &pieces, size_t at)
{
    if (at < 1) {
        return false;
    }
    static const std::array<const char *, 6> alone{"name's", "named", "mister", "missus", "mr", "mrs"};
    static const std::array<const char *, 3> subjects{"name", "patient", "names"};
    const auto is = [&](size_t index, const char *word) { return pieces[index].lower == QLatin1String(word); };
    if (std::any_of(alone.begin(), alone.end(), [&](const char *word) { return is(at - 1, word); })) {
        return true;
    }
    return at >= 2 && is(at - 1, "is") &&
           std::any_of(subjects.begin(), subjects.end(), [&](const char *word) { return is(at - 2, word); });
}

/// "k r i s h": "i" and "a" are words, but not beside another letter.
bool isSpelled(const std::vector<Piece> &pieces, size_t at)
{
    const auto isLetter = [&](size_t index) { return index < pieces.size() && pieces[index].text.size() == 1; };
    return isLetter(at) && (isLetter(at + 1) || (at > 0 && isLetter(at - 1)));
}

void decideNames(std::vector<Piece> &pieces, bool nameExpected)
{
    constexpr size_t LongestName = 4;
    size_t introduced = 0; ///< Words that still belong to a name that was announced.
    for (size_t at = 0; at < pieces.size(); ++at) {
        Piece &piece = pieces[at];
        introduced = introducesName(pieces, at) ? LongestName : introduced;
        const bool function = isFunctionWord(piece.lower) && !isSpelled(pieces, at);
        const bool mayStandHere = (nameExpected || introduced > 0) && !function;
        if (piece.kind == WordKind::Unknown || isSpelled(pieces, at) ||
            (mayStandHere && piece.kind != WordKind::Number)) {
            piece.fate = Fate::Name;
        }
        introduced = function || introduced == 0 ? 0 : introduced - 1;
    }
    // "Rose Feldman", "Feldman, Rose": one of them tells that the other is a name as well.
    for (size_t at = 0; at < pieces.size(); ++at) {
        const bool beside = (at > 0 && pieces[at - 1].fate == Fate::Name) ||
                            (at + 1 < pieces.size() && pieces[at + 1].fate == Fate::Name);
        const bool maybe = pieces[at].kind == WordKind::Ambiguous || pieces[at].kind == WordKind::Month;
        if (maybe && beside && !isFunctionWord(pieces[at].lower)) {
            pieces[at].fate = Fate::Name;
        }
    }
}

void decideNumbers(std::vector<Piece> &pieces)
{
    const auto isNumber = [&](size_t at) { return at < pieces.size() && pieces[at].kind == WordKind::Number; };
    for (size_t at = 0; at < pieces.size(); ++at) {
        const bool beside = isNumber(at + 1) || (at > 0 && isNumber(at - 1));
        // "One" is mostly no number; a month is part of a date only beside one.
        const bool partly = pieces[at].lower == QLatin1String("one") || pieces[at].kind == WordKind::Month;
        if (isNumber(at) || (partly && (beside || (at > 0 && pieces[at - 1].fate == Fate::Number)))) {
            pieces[at].fate = Fate::Number;
        }
    }
}

bool expectsName(Flow::Expectation expectation)
{
    using Flow::Expectation;
    return expectation == Expectation::PatientName || expectation == Expectation::CallerName ||
           expectation == Expectation::Spelling;
}

} // namespace

QString Redaction::token(const char *kind, int &count, const QString &original)
{
    QString &token = m_tokens[original.toLower()];
    if (token.isEmpty()) {
        token = QStringLiteral("%1_%2").arg(QLatin1String(kind)).arg(++count);
        m_originals.insert(token, original);
    }
    return token;
}

QString Redaction::hidden(const QString &text, bool nameExpected)
{
    std::vector<Piece> pieces = piecesOf(text);
    decideNames(pieces, nameExpected);
    decideNumbers(pieces);
    for (Piece &piece : pieces) {
        // Once a name in this call, always a name.
        if (piece.fate == Fate::Stays && !isFunctionWord(piece.lower) && m_tokens.contains(piece.lower)) {
            piece.fate = Fate::Name;
        }
    }
    QString result;
    qsizetype done = 0;
    for (size_t at = 0; at < pieces.size(); ++at) {
        if (pieces[at].fate == Fate::Stays) {
            continue;
        }
        size_t last = at;
        while (pieces[at].fate == Fate::Number && last + 1 < pieces.size() && pieces[last + 1].fate == Fate::Number) {
            ++last;
        }
        const qsizetype end = pieces[last].at + pieces[last].text.size();
        const QString original = text.mid(pieces[at].at, end - pieces[at].at);
        result += text.mid(done, pieces[at].at - done);
        result +=
            pieces[at].fate == Fate::Name ? token("NAME", m_names, original) : token("NUMBER", m_numbers, original);
        done = end;
        at = last;
    }
    return result + text.mid(done);
}

QString Redaction::restored(const QString &text) const
{
    static const QRegularExpression pattern(QStringLiteral("\\b(?:NAME|NUMBER)_\\d+\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype done = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(done, match.capturedStart() - done);
        result += m_originals.value(match.captured().toUpper(), match.captured());
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

Flow::ModelQuestion Redaction::hide(Flow::ModelQuestion question)
{
    // Names that are known go first, so that they are hidden wherever they are said.
    for (auto &[name, value] : question.known) {
        value = hidden(value, name == SlotName::PatientName || name == SlotName::CallerName);
    }
    for (Flow::HeardUtterance &utterance : question.earlier) {
        utterance.text = hidden(utterance.text, false);
    }
    question.words = hidden(question.words, expectsName(question.expectation));
    return question;
}

Flow::ModelReading Redaction::restore(Flow::ModelReading reading) const
{
    for (auto &[name, words] : reading.said) {
        words = restored(words);
    }
    reading.acknowledgement = restored(reading.acknowledgement);
    return reading;
}

} // namespace Frontdesk::LanguageModel
