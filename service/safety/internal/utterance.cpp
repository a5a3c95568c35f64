#include "service/safety/internal/utterance.h"

#include <algorithm>
#include <array>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

/// Words that may stand between two neighbours of a pattern without changing what it says.
constexpr std::array LightWords{
    "a"sv,         "an"sv,      "the"sv,      "my"sv,      "his"sv,        "her"sv,       "their"sv,    "our"sv,
    "your"sv,      "its"sv,     "this"sv,     "that"sv,    "these"sv,      "those"sv,     "some"sv,     "any"sv,
    "all"sv,       "very"sv,    "really"sv,   "real"sv,    "so"sv,         "just"sv,      "pretty"sv,   "kind"sv,
    "sort"sv,      "of"sv,      "like"sv,     "totally"sv, "completely"sv, "literally"sv, "actually"sv, "basically"sv,
    "still"sv,     "also"sv,    "even"sv,     "ever"sv,    "s"sv,          "is"sv,        "are"sv,      "was"sv,
    "were"sv,      "am"sv,      "be"sv,       "been"sv,    "being"sv,      "too"sv,       "quite"sv,    "super"sv,
    "extremely"sv, "awfully"sv, "suddenly"sv, "started"sv, "keeps"sv,      "kept"sv,
};
constexpr int MostLightWords = 4;
constexpr int LongestMisheard = 5;

/// A gap may not reach over the end of a sentence.
bool bars(const Tokens &tokens, int from, int to)
{
    for (int at = from + 1; at <= to; ++at)
        if (tokens[static_cast<size_t>(at)].sentenceStart)
            return true;
    return false;
}

} // namespace

bool Match::has(int token) const
{
    return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

Utterance::Utterance(const Lexicon &lexicon, Tokens tokens)
    : m_lexicon(lexicon)
    , m_tokens(std::move(tokens))
{
    hearMisheard(lexicon);
    markWords();
    markConcepts();
}

/// Puts what was probably said in place of what the recognizer wrote.
void Utterance::hearMisheard(const Lexicon &lexicon)
{
    Tokens heard;
    heard.reserve(m_tokens.size() + LongestMisheard);
    for (size_t at = 0; at < m_tokens.size();) {
        const Lexicon::Misheard *hit = nullptr;
        if (const auto *candidates = lexicon.misheardFrom(m_tokens[at].text))
            for (const Lexicon::Misheard &candidate : *candidates) {
                const bool fits =
                    at + candidate.heard.size() <= m_tokens.size() &&
                    std::equal(candidate.heard.begin(), candidate.heard.end(), m_tokens.begin() + static_cast<long>(at),
                               [](const std::string &word, const Token &token) { return word == token.text; });
                if (fits) {
                    hit = &candidate;
                    break;
                }
            }
        if (hit == nullptr) {
            heard.push_back(std::move(m_tokens[at++]));
            constexpr size_t ShortestGuarded = 6;
            if (heard.back().text.size() >= ShortestGuarded && !heard.back().isNumber() &&
                !lexicon.isKnown(heard.back().text))
                if (auto word = lexicon.nearest(heard.back().text))
                    heard.back().text = *word;
            continue;
        }
        const int end = m_tokens[at + hit->heard.size() - 1].end;
        for (const std::string &word : hit->said) {
            Token token = m_tokens[at];
            token.text = word;
            token.number = std::numeric_limits<double>::quiet_NaN();
            token.end = end;
            token.sentenceStart = token.sentenceStart && &word == &hit->said.front();
            token.clauseStart = token.clauseStart && &word == &hit->said.front();
            heard.push_back(std::move(token));
        }
        at += hit->heard.size();
    }
    m_tokens = std::move(heard);
}

void Utterance::markWords()
{
    m_words.resize(m_tokens.size());
    m_light.resize(m_tokens.size());
    m_glances.resize(m_tokens.size());
    for (size_t at = 0; at < m_tokens.size(); ++at) {
        m_lexicon.wordsOf(m_tokens[at], m_words[at]);
        for (const int word : m_words[at])
            m_glances[at].words |= glanceOf(word);
        m_light[at] = std::find(LightWords.begin(), LightWords.end(), m_tokens[at].text) != LightWords.end();
    }
}

void Utterance::markConcepts()
{
    m_concepts.resize(m_tokens.size());
    Match found;
    const auto tryPhrases = [&](const std::vector<int> &phrases, int token) {
        for (const int index : phrases) {
            const ConceptPhrase &phrase = m_lexicon.phrases()[static_cast<size_t>(index)];
            matchAt(phrase.sequence, token, found, [&](const Match &match) {
                m_concepts[static_cast<size_t>(token)].push_back({phrase.meaning, match.tokens});
                m_glances[static_cast<size_t>(token)].concepts |= glanceOf(phrase.meaning);
                return true;
            });
        }
    };
    for (int token = 0; token < size(); ++token) {
        for (const int word : m_words[static_cast<size_t>(token)])
            tryPhrases(m_lexicon.phrasesFrom(word), token);
        if (m_tokens[static_cast<size_t>(token)].isNumber())
            tryPhrases(m_lexicon.phrasesFromNumber(), token);
    }
}

bool Utterance::isWord(int token, int word) const
{
    const std::vector<int> &words = m_words[static_cast<size_t>(token)];
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename OnMatch>
bool Utterance::matchAt(const Sequence &sequence, int start, Match &match, const OnMatch &onMatch) const
{
    if (sequence.fromStart && start != 0)
        return false;
    return meetAt(sequence, 0, start, match, onMatch);
}

/// Looks for the sequence's elements from `element` on, after the token before `from`.
template <typename OnMatch>
bool Utterance::matchRest(const Sequence &sequence, size_t element, int from, Match &match,
                          const OnMatch &onMatch) const
{
    if (element == sequence.elements.size()) {
        if (sequence.toEnd && match.last() != size() - 1)
            return false;
        return onMatch(match);
    }
    const Element &step = sequence.elements[element];
    int others = 0;
    int light = 0;
    const int most = std::max(step.gap, 0);
    for (int token = from; token < size() && !bars(m_tokens, from - 1, token); ++token) {
        if (meetAt(sequence, element, token, match, onMatch))
            return true;
        if (m_light[static_cast<size_t>(token)] && light < MostLightWords)
            ++light;
        else if (++others > most)
            break;
    }
    return step.optional && matchRest(sequence, element + 1, from, match, onMatch);
}

/// Meets one element exactly at a token and goes on from there.
template <typename OnMatch>
bool Utterance::meetAt(const Sequence &sequence, size_t element, int token, Match &match, const OnMatch &onMatch) const
{
    const Element &step = sequence.elements[element];
    const Glance &seen = m_glances[static_cast<size_t>(token)];
    if ((step.words & seen.words) == 0 && (step.concepts & seen.concepts) == 0 && !step.numbers)
        return false;
    const auto goOn = [&](const int *tokens, size_t count) {
        match.tokens.insert(match.tokens.end(), tokens, tokens + count);
        const bool stop = matchRest(sequence, element + 1, match.tokens.back() + 1, match, onMatch);
        match.tokens.resize(match.tokens.size() - count);
        return stop;
    };
    for (const Alternative &alternative : step.any) {
        if (alternative.kind == Alternative::Kind::Concept) {
            for (const Occurrence &occurrence : m_concepts[static_cast<size_t>(token)])
                if (occurrence.meaning == alternative.id && goOn(occurrence.tokens.data(), occurrence.tokens.size()))
                    return true;
            continue;
        }
        const double number = m_tokens[static_cast<size_t>(token)].number;
        const bool met = alternative.kind == Alternative::Kind::Word
                             ? isWord(token, alternative.id)
                             : number >= alternative.low && number <= alternative.high;
        if (met && goOn(&token, 1))
            return true;
    }
    return false;
}

template <typename OnMatch>
bool Utterance::anywhere(const Sequence &sequence, const OnMatch &onMatch) const
{
    Match match;
    for (int token = 0; token < size(); ++token)
        if (matchAt(sequence, token, match, onMatch))
            return true;
    return false;
}

/// The parts beside the first, and no veto.
bool Utterance::otherPartsMet(const Pattern &pattern, const Rule &rule, const Accept &accept) const
{
    for (size_t part = 1; part < pattern.parts.size(); ++part) {
        const auto &variants = pattern.parts[part];
        const bool met = std::any_of(variants.begin(), variants.end(), [&](const Sequence &sequence) {
            return anywhere(sequence, [&](const Match &match) { return accept(rule, match); });
        });
        if (!met)
            return false;
    }
    return std::none_of(pattern.vetoes.begin(), pattern.vetoes.end(), [this](const Sequence &sequence) {
        return anywhere(sequence, [](const Match &) { return true; });
    });
}

void Utterance::tryEntries(const std::vector<Entry> &entries, int token, const Accept &accept, const Found &found,
                           std::vector<bool> &done, bool every) const
{
    Match tried;
    for (const Entry &entry : entries) {
        if (!every && done[static_cast<size_t>(entry.rule)])
            continue;
        const Rule &rule = m_lexicon.rules()[static_cast<size_t>(entry.rule)];
        const Pattern &pattern = rule.patterns[static_cast<size_t>(entry.pattern)];
        const Sequence &sequence = pattern.parts.front()[static_cast<size_t>(entry.variant)];
        matchAt(sequence, token, tried, [&](const Match &match) {
            if (!accept(rule, match) || !otherPartsMet(pattern, rule, accept))
                return false;
            done[static_cast<size_t>(entry.rule)] = true;
            found(entry.rule, match);
            return !every;
        });
    }
}

void Utterance::run(Phase phase, const Accept &accept, const Found &found, bool every) const
{
    std::vector<bool> done(m_lexicon.rules().size());
    std::vector<int> tried;
    for (int token = 0; token < size(); ++token) {
        for (const int word : m_words[static_cast<size_t>(token)])
            tryEntries(m_lexicon.entriesFromWord(phase, word), token, accept, found, done, every);
        if (m_tokens[static_cast<size_t>(token)].isNumber())
            tryEntries(m_lexicon.entriesFromNumber(phase), token, accept, found, done, every);
        tried.clear();
        for (const Occurrence &occurrence : m_concepts[static_cast<size_t>(token)]) {
            if (std::find(tried.begin(), tried.end(), occurrence.meaning) != tried.end())
                continue;
            tried.push_back(occurrence.meaning);
            tryEntries(m_lexicon.entriesFromConcept(phase, occurrence.meaning), token, accept, found, done, every);
        }
    }
}

void Utterance::search(Phase phase, const Accept &accept, const Found &found) const
{
    run(phase, accept, found, false);
}

void Utterance::searchAll(Phase phase, const Found &found) const
{
    run(
        phase, [](const Rule &, const Match &) { return true; }, found, true);
}

} // namespace Frontdesk::Safety
