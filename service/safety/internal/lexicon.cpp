#include "service/safety/internal/lexicon.h"

#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/soundkey.h"
#include "shared/core/spreadnumber.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, Category>, 29> CategoryNames{{
    {"mask"sv, Category::Mask},
    {"negation"sv, Category::Negation},
    {"affirmed"sv, Category::Affirmed},
    {"past"sv, Category::Past},
    {"not_past"sv, Category::NotPast},
    {"other"sv, Category::Other},
    {"routine"sv, Category::Routine},
    {"recent"sv, Category::Recent},
    {"permitted"sv, Category::Permitted},
    {"act"sv, Category::Act},
    {"forbidden"sv, Category::Forbidden},
    {"claim"sv, Category::Claim},
    {"medical"sv, Category::Medical},
    {"self_harm"sv, Category::SelfHarm},
    {"violence"sv, Category::Violence},
    {"urgent"sv, Category::Urgent},
    {"refill"sv, Category::Refill},
    {"medication"sv, Category::Medication},
    {"test_results"sv, Category::TestResults},
    {"medical_advice"sv, Category::MedicalAdvice},
    {"human"sv, Category::Human},
    {"abuse"sv, Category::Abuse},
    {"angry"sv, Category::Angry},
    {"strong"sv, Category::Strong},
    {"mild"sv, Category::Mild},
    {"lost"sv, Category::Lost},
    {"confused"sv, Category::Confused},
    {"positive"sv, Category::Positive},
    {"language"sv, Category::Language},
}};

constexpr size_t ShortestPrefix = 3;

template <typename T>
const std::vector<T> &at(const std::vector<std::vector<T>> &lists, int index)
{
    static const std::vector<T> Empty;
    return static_cast<size_t>(index) < lists.size() ? lists[static_cast<size_t>(index)] : Empty;
}

void markGlances(Sequence &sequence)
{
    for (Element &element : sequence.elements)
        for (const Alternative &alternative : element.any) {
            if (alternative.kind == Alternative::Kind::Word)
                element.words |= glanceOf(alternative.id);
            else if (alternative.kind == Alternative::Kind::Concept)
                element.concepts |= glanceOf(alternative.id);
            else
                element.numbers = true;
        }
}

void add(std::vector<std::vector<Entry>> &lists, int index, Entry entry)
{
    if (lists.size() <= static_cast<size_t>(index))
        lists.resize(static_cast<size_t>(index) + 1);
    lists[static_cast<size_t>(index)].push_back(entry);
}

} // namespace

Phase phaseOf(Category category)
{
    if (category <= Category::Permitted)
        return Phase::Bounds;
    return category <= Category::Claim ? Phase::Danger : Phase::Matters;
}

std::optional<Category> categoryFromName(std::string_view name)
{
    for (const auto &[known, category] : CategoryNames)
        if (known == name)
            return category;
    return std::nullopt;
}

/// `=shot` is exactly this word, `hemorr*` begins so, `bleed` is any of its forms.
int Lexicon::wordId(std::string_view written)
{
    std::unordered_map<std::string, int> *words = &m_stems;
    std::string key;
    if (written.front() == '=') {
        words = &m_exact;
        key = written.substr(1);
    } else if (written.back() == '*') {
        words = &m_prefixes;
        key = written.substr(0, written.size() - 1);
    } else {
        key = stemOf(written);
    }
    m_known[key] = true;
    const auto [place, isNew] = words->try_emplace(key, m_wordCount);
    if (isNew)
        ++m_wordCount;
    return place->second;
}

int Lexicon::conceptId(const std::string &name)
{
    const auto [place, isNew] = m_concepts.try_emplace(name, static_cast<int>(m_concepts.size()));
    if (isNew)
        m_defined.push_back(false);
    return place->second;
}

/// A concept that takes in another gets all its phrases.
void Lexicon::flattenConcepts()
{
    for (bool grown = true; grown;) {
        grown = false;
        std::vector<std::pair<int, int>> further;
        for (const auto &[outer, inner] : m_includes)
            for (const auto &[middle, innermost] : m_includes) {
                const std::pair<int, int> reached{outer, innermost};
                if (inner == middle && std::find(m_includes.begin(), m_includes.end(), reached) == m_includes.end() &&
                    std::find(further.begin(), further.end(), reached) == further.end())
                    further.push_back(reached);
            }
        grown = !further.empty();
        m_includes.insert(m_includes.end(), further.begin(), further.end());
    }
    const size_t own = m_phrases.size();
    for (const auto &[outer, inner] : m_includes)
        for (size_t index = 0; index < own; ++index)
            if (m_phrases[index].meaning == inner) {
                ConceptPhrase copy = m_phrases[index];
                copy.meaning = outer;
                m_phrases.push_back(std::move(copy));
            }
}

void Lexicon::finish()
{
    for (ConceptPhrase &phrase : m_phrases)
        markGlances(phrase.sequence);
    for (Rule &rule : m_rules)
        for (Pattern &pattern : rule.patterns) {
            for (std::vector<Sequence> &part : pattern.parts)
                std::for_each(part.begin(), part.end(), markGlances);
            std::for_each(pattern.vetoes.begin(), pattern.vetoes.end(), markGlances);
        }
    m_meaningNumbers.resize(m_concepts.size());
    for (const auto &[name, id] : m_concepts) {
        if (!m_defined[static_cast<size_t>(id)])
            m_problems.push_back("concept @" + name + " is used and never defined");
        m_meaningNumbers[static_cast<size_t>(id)] = name.front() == '\'' ? 0 : spreadNumber(name);
    }
    flattenConcepts();
    m_phrasesFrom.resize(static_cast<size_t>(m_wordCount));
    for (size_t index = 0; index < m_phrases.size(); ++index)
        for (const Alternative &first : m_phrases[index].sequence.elements.front().any) {
            if (first.kind == Alternative::Kind::Word)
                m_phrasesFrom[static_cast<size_t>(first.id)].push_back(static_cast<int>(index));
            else
                m_phrasesFromNumber.push_back(static_cast<int>(index));
        }
    for (size_t rule = 0; rule < m_rules.size(); ++rule)
        for (size_t pattern = 0; pattern < m_rules[rule].patterns.size(); ++pattern)
            indexPattern(static_cast<int>(rule), static_cast<int>(pattern));
}

void Lexicon::indexPattern(int rule, int pattern)
{
    const Rule &owner = m_rules[static_cast<size_t>(rule)];
    Index &index = m_index[static_cast<int>(phaseOf(owner.category))];
    const auto &variants = owner.patterns[static_cast<size_t>(pattern)].parts.front();
    for (size_t variant = 0; variant < variants.size(); ++variant) {
        const Entry entry{rule, pattern, static_cast<int>(variant)};
        for (const Alternative &first : variants[variant].elements.front().any) {
            if (first.kind == Alternative::Kind::Word)
                add(index.byWord, first.id, entry);
            else if (first.kind == Alternative::Kind::Concept)
                add(index.byConcept, first.id, entry);
            else
                index.byNumber.push_back(entry);
        }
    }
}

void Lexicon::wordsOf(const Token &token, std::vector<int> &ids) const
{
    if (const auto exact = m_exact.find(token.text); exact != m_exact.end())
        ids.push_back(exact->second);
    if (const auto stem = m_stems.find(stemOf(token.text)); stem != m_stems.end())
        ids.push_back(stem->second);
    for (size_t length = ShortestPrefix; length <= token.text.size(); ++length)
        if (const auto prefix = m_prefixes.find(token.text.substr(0, length)); prefix != m_prefixes.end())
            ids.push_back(prefix->second);
}

const std::vector<int> &Lexicon::phrasesFrom(int word) const
{
    return at(m_phrasesFrom, word);
}

const std::vector<Entry> &Lexicon::entriesFromWord(Phase phase, int word) const
{
    return at(m_index[static_cast<int>(phase)].byWord, word);
}

const std::vector<Entry> &Lexicon::entriesFromConcept(Phase phase, int meaning) const
{
    return at(m_index[static_cast<int>(phase)].byConcept, meaning);
}

const std::vector<Entry> &Lexicon::entriesFromNumber(Phase phase) const
{
    return m_index[static_cast<int>(phase)].byNumber;
}

const std::vector<Lexicon::Misheard> *Lexicon::misheardFrom(std::string_view word) const
{
    const auto found = m_misheard.find(std::string(word));
    return found == m_misheard.end() ? nullptr : &found->second;
}

bool Lexicon::isKnown(std::string_view word) const
{
    return m_known.count(std::string(word)) > 0 || m_known.count(stemOf(word)) > 0;
}

std::optional<std::string> Lexicon::nearest(std::string_view unknown) const
{
    const auto found = m_sounds.find(soundKey(unknown));
    if (found == m_sounds.end())
        return std::nullopt;
    for (const std::string &word : found->second)
        if (editDistance(word, unknown) <= (word.size() > 7 ? 3 : 2))
            return word;
    return std::nullopt;
}

} // namespace Frontdesk::Safety
