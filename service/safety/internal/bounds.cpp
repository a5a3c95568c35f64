#include "service/safety/internal/bounds.h"

#include "service/safety/internal/normalizer.h"

#include <algorithm>
#include <array>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

constexpr std::array SubjectWords{"i"sv, "he"sv, "she"sv, "they"sv, "we"sv, "it"sv, "there"sv, "you"sv};
constexpr std::array OwnerWords{"my"sv, "his"sv, "her"sv, "our"sv, "their"sv, "the"sv};
constexpr std::array LinkWords{"in"sv,   "on"sv,      "of"sv,   "with"sv, "or"sv,     "and"sv,    "from"sv,
                               "to"sv,   "at"sv,      "for"sv,  "into"sv, "like"sv,   "that"sv,   "nor"sv,
                               "by"sv,   "about"sv,   "near"sv, "down"sv, "around"sv, "moving"sv, "move"sv,
                               "feel"sv, "feeling"sv, "hit"sv,  "hurt"sv, "see"sv};
constexpr std::array TurningWords{"but"sv,     "just"sv,    "only"sv,  "except"sv, "although"sv, "though"sv,
                                  "however"sv, "because"sv, "today"sv, "now"sv,    "until"sv,    "since"sv,
                                  "instead"sv, "then"sv,    "yet"sv,   "lately"sv, "suddenly"sv, "tonight"sv,
                                  "anymore"sv, "unless"sv,  "still"sv};
constexpr std::array ThoughtWords{"think"sv, "thought"sv, "believe"sv, "say"sv, "said"sv,    "mean"sv,   "like"sv,
                                  "that"sv,  "guess"sv,   "call"sv,    "if"sv,  "suppose"sv, "because"sv};
constexpr std::array PointingWords{"this"sv,     "these"sv,   "those"sv,    "that"sv,  "what"sv,
                                   "somebody"sv, "someone"sv, "nobody"sv,   "maybe"sv, "one"sv,
                                   "somehow"sv,  "mom"sv,     "dad"sv,      "she's"sv, "suddenly"sv,
                                   "today"sv,    "no"sv,      "honestly"sv, "right"sv};
constexpr std::array Joiners{"and"sv,   "so"sv,   "then"sv,  "but"sv,   "because"sv,
                             "while"sv, "plus"sv, "which"sv, "anyway"sv};
constexpr std::array PresentWords{"now"sv,   "today"sv, "tonight"sv,   "currently"sv,
                                  "again"sv, "still"sv, "happening"sv, "lately"sv};
constexpr int LongestDenial = 9;

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

Bounds::Bounds(const Lexicon &lexicon, const Utterance &utterance)
    : m_utterance(utterance)
    , m_flags(utterance.tokens().size())
    , m_deniedBy(utterance.tokens().size(), -1)
{
    collect(lexicon);
    findBarriers();
    for (const Match &cue : m_pasts)
        spreadPast(cue);
    for (const Match &cue : m_others)
        spreadOther(cue);
    for (const Match &cue : m_negations)
        deny(cue);
}

void Bounds::collect(const Lexicon &lexicon)
{
    m_utterance.searchAll(Phase::Bounds, [&](int index, const Match &match) {
        switch (lexicon.rules()[static_cast<size_t>(index)].category) {
        case Category::Mask:
            for (const int token : match.tokens)
                set(token, Masked);
            break;
        case Category::Negation:
            m_negations.push_back(match);
            break;
        case Category::Affirmed:
            m_affirmed.push_back(match);
            break;
        case Category::Past:
            m_pasts.push_back(match);
            break;
        case Category::NotPast:
            m_notPasts.push_back(match);
            break;
        case Category::Other:
            m_others.push_back(match);
            break;
        case Category::Routine:
            m_routine = true;
            break;
        case Category::Recent:
            m_recent = true;
            break;
        default:
            break;
        }
    });
}

const std::string &Bounds::text(int token) const
{
    return m_utterance.tokens()[static_cast<size_t>(token)].text;
}

/// A subject that begins a new statement: "he", "my husband".
bool Bounds::startsSubject(int token) const
{
    return contains(SubjectWords, text(token)) || contains(OwnerWords, text(token));
}

bool Bounds::startsClause(int token) const
{
    if (token == 0)
        return true;
    const Token &word = m_utterance.tokens()[static_cast<size_t>(token)];
    if (word.sentenceStart || text(token) == "but" || text(token) == "because" || text(token) == "anyway")
        return true;
    // "and today my arm", "so i want": a new statement; "chest and arm": not.
    if (!contains(Joiners, text(token)) || token + 1 >= m_utterance.size())
        return word.clauseStart && startsSubject(token);
    return startsSubject(token + 1) || contains(TurningWords, text(token + 1)) ||
           contains(PointingWords, text(token + 1));
}

void Bounds::findBarriers()
{
    for (int token = 0; token < m_utterance.size(); ++token)
        if (startsClause(token))
            set(token, Barrier);
}

int Bounds::clauseStart(int token) const
{
    while (token > 0 && !is(token, Barrier))
        --token;
    return token;
}

/// One past the last token.
int Bounds::clauseEnd(int token) const
{
    ++token;
    while (token < m_utterance.size() && !is(token, Barrier))
        ++token;
    return token;
}

/// Spreads a denial forward until something new is said.
void Bounds::deny(const Match &cue)
{
    for (const Match &other : m_affirmed)
        if (other.has(cue.first()))
            return;
    const int from = cue.last() + 1;
    int content = 0;
    for (int token = from; token < m_utterance.size() && token < from + LongestDenial; ++token) {
        const Token &word = m_utterance.tokens()[static_cast<size_t>(token)];
        if (word.sentenceStart || (token > from && contains(TurningWords, word.text)))
            return;
        const std::string &before = text(token - 1);
        const bool subject = contains(SubjectWords, word.text);
        // "no he is not": the first no answers, the rest is new.
        if (subject && token == from && text(cue.last()) == "no")
            return;
        if (subject && content > 0 && !contains(ThoughtWords, before))
            return;
        if (contains(OwnerWords, word.text) && content > 0 && !contains(LinkWords, before) && word.text != "the" &&
            !contains(ThoughtWords, before))
            return;
        if (is(token, Barrier) && token > from && !contains(ThoughtWords, before))
            return;
        set(token, Denied);
        m_deniedBy[static_cast<size_t>(token)] = cue.last();
        if (!contains(OwnerWords, word.text) && !subject && word.text != "a" && word.text != "any")
            ++content;
    }
}

void Bounds::spreadPast(const Match &cue)
{
    for (const Match &other : m_notPasts)
        if (other.has(cue.first()) || other.has(cue.last()))
            return;
    m_longPast = true;
    const int start = clauseStart(cue.first());
    const int end = clauseEnd(cue.last());
    const bool leads = cue.first() - start <= 1;
    for (int token = start; token < end; ++token) {
        if (contains(PresentWords, text(token)) && !cue.has(token))
            return;
        // "had a stroke last year i can't move my arm": a new statement after the time.
        if (!leads && token > cue.last() && contains(SubjectWords, text(token)))
            return;
        set(token, Past);
    }
}

void Bounds::spreadOther(const Match &cue)
{
    const int end = clauseEnd(cue.last());
    for (int token = cue.first(); token < end; ++token)
        set(token, Other);
}

void Bounds::maskNames(const QStringList &names)
{
    for (const QString &name : names)
        for (const Token &part : normalize(name))
            if (part.text.size() > 2)
                for (int token = 0; token < m_utterance.size(); ++token)
                    if (text(token) == part.text && token > 0 &&
                        contains(std::array{"doctor"sv, "dr"sv, "with"sv, "see"sv}, text(token - 1)))
                        set(token, Masked);
}

bool Bounds::allows(const Rule &rule, const Match &match) const
{
    if (rule.always)
        return true;
    for (const int token : match.tokens) {
        if (is(token, Masked) || is(token, Past) || is(token, Other))
            return false;
        if (is(token, Denied) && !match.has(m_deniedBy[static_cast<size_t>(token)]))
            return false;
    }
    const bool history = (rule.event && (m_routine || m_longPast)) || (rule.happening && m_longPast);
    return m_recent || !history;
}

} // namespace Frontdesk::Safety
