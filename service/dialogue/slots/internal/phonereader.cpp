#include "service/dialogue/slots/internal/phonereader.h"

#include "service/dialogue/slots/internal/digitreader.h"
#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>
#include <optional>

namespace Frontdesk::Dialogue {
namespace {

bool startsLikeACode(QStringView digits)
{
    return digits.size() >= 3 && digits[0] >= u'2' && !(digits[1] == u'1' && digits[2] == u'1');
}

/// The reading of a run that is a number, if any.
QString numberIn(const DigitRun &run)
{
    for (const QString &reading : QStringList{run.digits} + run.alternatives) {
        if (!phoneNumberText(reading).isEmpty()) {
            return reading;
        }
    }
    return {};
}

/// Puts corrected digits in the place of those they correct.
QString corrected(const QString &said, const QString &correction, bool tail)
{
    const bool bothWhole = said.size() == 7 && correction.size() == 7 && !phoneNumberText(said).isEmpty();
    if (!phoneNumberText(correction).isEmpty() && (correction.size() >= 10 || bothWhole)) {
        return correction;
    }
    const qsizetype whole = said.size() > 7 || said.size() + correction.size() > 10 ? 10 : 7;
    for (const qsizetype length : {qsizetype(10), qsizetype(7)}) {
        const qsizetype kept = length - correction.size();
        if (kept < 0 || kept > said.size() || (length == 7 && whole == 10)) {
            continue;
        }
        const QString result = said.left(kept) + correction;
        const bool overlaps = said.size() == kept || said[kept] == correction[0] || correction.size() >= 4 || tail ||
                              said.size() < length;
        if (overlaps && !phoneNumberText(result).isEmpty()) {
            return result;
        }
    }
    const bool areaCodeStands =
        said.size() == 3 || said.size() >= 10 || (said.size() > 3 && correction.startsWith(said.mid(3).left(3)));
    if (correction.size() == 7 && areaCodeStands) {
        return said.left(3) + correction;
    }
    return correction.size() > said.size()
               ? correction
               : said.left(std::max<qsizetype>(0, said.size() - correction.size())) + correction;
}

/// "The area code is eight four seven": only the beginning changes.
QString withAreaCode(const QString &digits, const QString &code)
{
    return code.size() == 3 && digits.size() >= 7 ? code + digits.right(7) : QString();
}

/// The words between two runs.
enum class Between { Nothing, Correction, AreaCode, NotThat, After, Extension, Again, Other };

Between wordsBetween(const SpokenText &text, WordSpan gap)
{
    static const Phrase extension(".*(?:extension|ext|x)(?: number)?(?: is| 's)?");
    static const Phrase correction("(?:.* )?(?:no|sorry|wait|i mean|i meant|actually|scratch that|correction|make "
                                   "that|oops|rather|excuse me|my mistake|not)(?: .*)?");
    static const Phrase notThat("not");
    static const Phrase after("after|following");
    static const Phrase again("(?:yeah|yes|yep|okay|right|again|so|that 's|that is|i repeat|once more|repeat|correct|i "
                              "will repeat(?: that)?)(?: .{0,30})?");
    const SpokenText words(text.plain(gap));
    if (extension.covers(words)) {
        return Between::Extension;
    }
    static const Phrase areaCode(".*area code(?: \\S+)?");
    if (areaCode.covers(words)) {
        return Between::AreaCode;
    }
    if (notThat.covers(words)) {
        return Between::NotThat;
    }
    if (correction.covers(words)) {
        return Between::Correction;
    }
    if (after.covers(words)) {
        return Between::After;
    }
    return again.covers(words) ? Between::Again : Between::Other;
}

/// One number the turn speaks of, put together from its runs.
struct Candidate {
    QString digits;
    QString extension;
    WordSpan words;
    bool corrected = false;
    int liking = 0; ///< What the caller says about it: better, cell, not that one.
};

class Assembly {
public:
    Assembly(const SpokenText &text, const Claims &claims, const QString &offered, bool areaCodeAsked)
        : m_text(text)
        , m_offered(offered)
        , m_areaCodeAsked(areaCodeAsked)
    {
        for (DigitRun &run : digitRunsIn(text)) {
            if (claims.isFree(run.words)) {
                m_runs.push_back(std::move(run));
            }
        }
    }

    std::vector<Candidate> candidates()
    {
        for (size_t i = 0; i < m_runs.size(); ++i) {
            const DigitRun &run = m_runs[i];
            const Between link =
                i == 0 ? Between::Nothing : wordsBetween(m_text, {m_runs[i - 1].words.last, run.words.first});
            if (m_all.empty() || !addTo(m_all.back(), run, link, i)) {
                start(run);
            }
        }
        return m_all;
    }

private:
    void start(const DigitRun &run)
    {
        Candidate candidate;
        const QString number = numberIn(run);
        candidate.digits = number.isEmpty() ? run.digits : number;
        candidate.words = run.words;
        static const Phrase tail("last (?:four|4|three|two|part|digits|four digits|bit)(?: digits| numbers)?(?: "
                                 "(?:is|are|'s|should be|of it))?|ends? (?:in|with)|ending(?: in| with)?");
        const auto match = tail.find(m_text);
        static const Phrase areaCode("area code(?: (?:is|'s|should be|would be))?");
        const auto code = areaCode.find(m_text);
        const bool isCode = m_areaCodeAsked || (code && code->all.last == run.words.first);
        if (isCode && !withAreaCode(m_offered, run.digits).isEmpty()) {
            candidate.digits = withAreaCode(m_offered, run.digits);
            candidate.corrected = true;
        } else if (match && match->all.last <= run.words.first && !m_offered.isEmpty() && number.isEmpty()) {
            candidate.digits = corrected(m_offered, run.digits, true);
            candidate.corrected = true;
        } else if (!m_offered.isEmpty() && number.isEmpty()) {
            complete(candidate, run);
        } else if (number.size() == 7 && m_offered.size() == 10) {
            candidate.digits = m_offered.left(3) + number;
        }
        m_all.push_back(candidate);
    }

    /// What was offered is a part the caller goes on with, or a whole that is corrected.
    void complete(Candidate &candidate, const DigitRun &run)
    {
        if (phoneNumberText(m_offered).isEmpty()) {
            for (const QString &reading : QStringList{run.digits} + run.alternatives) {
                if (!phoneNumberText(m_offered + reading).isEmpty()) {
                    candidate.digits = m_offered + reading;
                    return;
                }
            }
        }
        const QString result = corrected(m_offered, run.digits, false);
        if (run.digits.size() >= 2 && !phoneNumberText(result).isEmpty()) {
            candidate.digits = result;
            candidate.corrected = true;
        }
    }

    bool addTo(Candidate &candidate, const DigitRun &run, Between link, size_t index)
    {
        const bool complete = !phoneNumberText(candidate.digits).isEmpty();
        switch (link) {
        case Between::Extension:
            if (!complete || run.digits.size() > 6) {
                return false;
            }
            candidate.extension = run.digits;
            break;
        case Between::AreaCode:
            if (withAreaCode(candidate.digits, run.digits).isEmpty()) {
                return false;
            }
            candidate.digits = withAreaCode(candidate.digits, run.digits);
            candidate.corrected = true;
            break;
        case Between::NotThat: // "four two not four three": the digits before replace those after
            if (index > 0 && m_offered.contains(run.digits)) {
                replaceRefused(candidate, run.digits, m_runs[index - 1].digits);
            } else if (index > 0) {
                const qsizetype at = candidate.digits.lastIndexOf(run.digits);
                if (at >= 0) {
                    return true;
                }
                replaceRefused(candidate, run.digits, m_runs[index - 1].digits);
            }
            return true;
        case Between::Correction:
            if (numberIn(run).size() == 10) {
                candidate.digits = numberIn(run);
            } else if (candidate.digits.size() < 5 && m_offered.isEmpty()) {
                return false; // "nine thirty no make it eleven thirty": no number was begun
            } else {
                candidate.digits = corrected(candidate.digits, best(candidate.digits, run), false);
            }
            candidate.corrected = true;
            break;
        case Between::After:
            candidate.digits = run.digits + candidate.digits;
            if (phoneNumberText(candidate.digits).isEmpty()) {
                candidate.digits = candidate.digits.mid(run.digits.size());
                return false;
            }
            break;
        case Between::Again:
            if (complete && candidate.digits.endsWith(run.digits)) {
                break;
            }
            [[fallthrough]];
        default:
            if (complete || phoneNumberText(candidate.digits + run.digits).isEmpty()) {
                return false;
            }
            candidate.digits += run.digits;
        }
        candidate.words.last = run.words.last;
        return true;
    }

    static QString best(const QString &said, const DigitRun &run)
    {
        for (const QString &reading : QStringList{run.digits} + run.alternatives) {
            if (!phoneNumberText(corrected(said, reading, false)).isEmpty()) {
                return reading;
            }
        }
        return run.digits;
    }

    void replaceRefused(Candidate &candidate, const QString &refused, const QString &right) const
    {
        if (m_offered.isEmpty() || right.size() != refused.size()) {
            return;
        }
        const qsizetype at = m_offered.lastIndexOf(refused);
        if (at >= 0) {
            candidate.digits = QString(m_offered).replace(at, refused.size(), right);
            candidate.corrected = true;
        }
    }

    const SpokenText &m_text;
    QString m_offered;
    bool m_areaCodeAsked;
    std::vector<DigitRun> m_runs;
    std::vector<Candidate> m_all;
};

/// "The cell is better", "not the home phone", "my old number was".
int likingOf(const SpokenText &text, WordSpan words)
{
    static const Phrase good("(?:better|best|prefer\\w*|instead|use|try|first|reliable|faster|quicker)");
    static const Phrase bad("(?:old|not|do not|used to|previous|wrong|no longer|disconnected|changed)");
    const SpokenText around(text.plain(words));
    return (good.in(around) ? 1 : 0) - (bad.in(around) ? 1 : 0);
}

bool meansCallerId(const SpokenText &text, bool asked)
{
    static const Phrase plain(
        "(?:number|phone|one|line|cell)(?: that)? i am (?:on|using|talking on)|(?:(?:the |this |same "
        ")*(?:number|phone|one|line|cell)(?: that)? |(?:what|whatever|where|the same) )(?:i am|i have "
        "been|i just|i) (?:calling|called|calling you|on|talking|speaking|using)(?: you)?(?: right)?(?: (?:from|on|in "
        "on|with|now))+|(?:at|on|to|is|just|use|with|yes|yeah)? ?(?:this|the same|same|that same) "
        "(?:number|phone|line)(?! (?:is|'s) (?:not|disconnected|wrong|no|my (?:work|old)))|(?:the )?(?:number|one) "
        "(?:that )?(?:you|it|that) (?:see|have on (?:your|the) (?:screen|caller|display)|shows?|came up|comes "
        "up|popped up|'s showing|is showing)(?: .*)?|(?:call|use|ring|try) (?:me )?(?:back )?(?:on |at )?(?:this|the "
        "same) (?:one|number|line|phone)|my caller i d|caller id|(?:whatever|the) (?:number |one "
        ")?(?:popped|pops|came|comes|shows?|showed|showing|is showing|'s showing) "
        "(?:up|on).*|(?:the )?(?:phone|number|one) (?:(?:that )?i am (?:holding|on)|in my hand).*|(?:what|whatever)(?: "
        "number)? (?:came up|shows up|you "
        "see).*|(?:right )?back (?:at|on) (?:this|the same) (?:one|number|line)");
    static const Phrase loose(
        "(?:this|that|the same|same)(?! as)(?: one)?(?: right here)?(?: (?:is|'s|will|works|would))?.*|(?:you can "
        ")?(?:use|call|try) (?:me )?(?:on |at |back on )?(?:this|that|the same)(?: one)?.*|(?:it 's |just "
        ")?(?:this|the same)(?! as)(?: (?:one|number))?(?: .*)?|(?:yes|yeah|sure)? ?(?:this|the) one(?: .*)?");
    return plain.in(text) || (asked && loose.covers(text) && digitRunsIn(text).size() <= 1);
}

/// "... or my mobile ..., try the mobile": the phone named again at the end is the one.
QString phoneAskedFor(const SpokenText &text)
{
    static const Phrase wish("(?:try|use|call|ring|prefer|best is|better is|go with) (?:the |my |me on (?:the|my) )?"
                             "(mobile|cell(?: ?phone)?|landline|home|house|work|office)(?: (?:phone|number|one|first))*"
                             "(?= (?:please|is|if|instead|first|till|until|during|before|after|on)|$)");
    const auto match = wish.find(text);
    return match ? text.plain(match->groups[0]).section(QLatin1Char(' '), 0, 0) : QString();
}

std::optional<size_t> preferred(const SpokenText &text, std::vector<Candidate> &all)
{
    std::optional<size_t> best;
    const QString wished = phoneAskedFor(text);
    int end = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (phoneNumberText(all[i].digits).isEmpty()) {
            continue;
        }
        const int next = i + 1 < all.size() ? std::min(all[i + 1].words.first, all[i].words.last + 2)
                                            : std::min(text.size(), all[i].words.last + 5);
        const int before = likingOf(text, {std::max(end, all[i].words.first - 6), all[i].words.first});
        static const Phrase badAfter("(?:is|'s|was)(?: \\w+)? (?:old|wrong|disconnected|no good)|does not work");
        const SpokenText after(text.plain({all[i].words.last, next}));
        const SpokenText label(text.plain({std::max(end, all[i].words.first - 6), all[i].words.first}));
        const bool asWished = !wished.isEmpty() && Phrase(wished).in(label);
        all[i].liking = before + (badAfter.in(after) ? -1 : 0) + (asWished ? 2 : 0);
        const bool fuller =
            best && all[i].liking == all[*best].liking && all[i].digits.size() > all[*best].digits.size();
        if (!best || fuller || all[i].liking > all[*best].liking) {
            best = i;
        }
        end = all[i].words.last;
    }
    return best;
}

} // namespace

QString phoneNumberText(const QString &digits)
{
    const bool country = digits.size() == 11 && digits[0] == u'1';
    const QString national = country ? digits.mid(1) : digits;
    if (national.size() == 7) {
        return startsLikeACode(national) ? national : QString();
    }
    const bool well = national.size() == 10 && startsLikeACode(national) && national[3] >= u'2';
    return well ? QStringLiteral("+1") + national : QString();
}

PhoneReading readPhone(const SpokenText &text, Claims &claims, const PhoneContext &context)
{
    QString offered;
    for (const QChar c : context.offered.section(QLatin1Char(';'), 0, 0)) {
        if (c.isDigit()) {
            offered += c;
        }
    }
    if (offered.size() == 11 && offered.startsWith(QLatin1Char('1'))) {
        offered.remove(0, 1);
    }
    std::vector<Candidate> all =
        Assembly(text, claims, context.asked ? offered : QString(), context.areaCodeAsked).candidates();
    PhoneReading reading;
    if (const auto best = preferred(text, all)) {
        const Candidate &chosen = all[*best];
        reading.number = phoneNumberText(chosen.digits);
        if (!chosen.extension.isEmpty()) {
            reading.number += QStringLiteral(";ext=") + chosen.extension;
        }
        reading.words = chosen.words;
        reading.corrected = chosen.corrected;
        for (const Candidate &candidate : all) {
            if (!phoneNumberText(candidate.digits).isEmpty()) {
                claims.take(candidate.words);
            }
        }
        return reading;
    }
    if (meansCallerId(text, context.asked && offered.isEmpty())) {
        reading.number = QStringLiteral("CALLER_ID");
        reading.words = {0, text.size()};
        return reading;
    }
    for (const Candidate &candidate : all) {
        if (context.asked && candidate.digits.size() >= 3 && candidate.digits.size() > reading.partial.size()) {
            reading.partial = candidate.digits;
            reading.words = candidate.words;
        }
    }
    if (!reading.partial.isEmpty()) {
        claims.take(reading.words);
    }
    return reading;
}

} // namespace Frontdesk::Dialogue
