#pragma once

#include "service/safety/internal/token.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The vocabulary of safety: what words mean (concepts) and what their company means (rules). Read once from the
/// text files in resources/safety, whose README explains the notation; never changed afterwards.
namespace Frontdesk::Safety {

/// What a rule tells about a turn. The names in the files are the same words in lower case with underscores.
enum class Category : uint8_t {
    // Bounds of meaning: which words are not to be taken at face value.
    Mask,      ///< Harmless: idiom, name, administration.
    Negation,  ///< "no", "not": what follows is denied.
    Affirmed,  ///< Looks like a denial and is none: "not only", "I don't know if".
    Past,      ///< "last year", "when I was six".
    NotPast,   ///< Looks past and is current: "since last year".
    Other,     ///< A pet, a film, a dream, work, a general question: told, not suffered.
    Routine,   ///< "follow up", "yearly", "records": an event named beside it is being looked after.
    Recent,    ///< "today", "an hour ago": an event named beside it is fresh.
    Permitted, ///< In our own sentences: harmless words around dangerous ones ("I can not give advice").
    // Danger.
    Medical,
    SelfHarm,
    Violence,
    Act,       ///< In our own sentences: something the assistant may do with words.
    Forbidden, ///< In our own sentences: never to be spoken.
    Claim,     ///< In our own sentences: only if the clinic's profile says so.
    // Matters for people.
    Urgent,
    Refill,
    Medication,
    TestResults,
    MedicalAdvice,
    Human,
    Abuse,
    Angry,
    Strong, ///< Strong distress.
    Mild,   ///< Mild distress.
    Lost,   ///< Disoriented: escalates alone.
    Confused,
    Positive,
    Language, ///< Says that English is not theirs.
};

/// One way in which an element of a pattern can be met.
struct Alternative {
    enum class Kind : uint8_t { Word, Concept, Number };
    Kind kind = Kind::Word;
    int id = 0; ///< Of the word or concept.
    double low = 0;
    double high = 0;
};

/// One step of a sequence: any of its alternatives, after at most `gap` other words.
struct Element {
    static constexpr int Adjacent = -1; ///< Only light words ("the", "really", "is") may stand between.
    std::vector<Alternative> any;
    int gap = Adjacent;
    bool optional = false;
    // A bit for each of its words and concepts, so that most tokens are refused at a glance.
    uint64_t words = 0;
    uint64_t concepts = 0;
    bool numbers = false;
};

/// The bit that stands for a word or concept in Element; several share one.
[[nodiscard]] inline uint64_t glanceOf(int id)
{
    return uint64_t{1} << (static_cast<unsigned>(id) % 64U);
}

struct Sequence {
    std::vector<Element> elements;
    bool fromStart = false; ///< Must begin the turn.
    bool toEnd = false;     ///< Must end the turn.
};

/// Parts that must all be met, each in one of several orders; any veto met undoes it.
struct Pattern {
    std::vector<std::vector<Sequence>> parts;
    std::vector<Sequence> vetoes;
};

struct Rule {
    std::string name;
    Category category = Category::Mask;
    double weight = 1.0;
    bool event = false;     ///< Names a happening (a stroke, a seizure), which beside routine words is history.
    bool happening = false; ///< As event, but only a time long past, told anywhere in the turn, makes it history.
    bool always = false;    ///< Bounds of meaning do not apply.
    std::vector<Pattern> patterns;
};

/// A phrase that stands for a concept.
struct ConceptPhrase {
    int meaning = 0;
    Sequence sequence;
};

/// Where a pattern may begin.
struct Entry {
    int rule = 0;
    int pattern = 0;
    int variant = 0;
};

/// Which rules run together.
enum class Phase : uint8_t { Bounds, Danger, Matters };
inline constexpr int PhaseCount = 3;

class Lexicon {
public:
    /// The one that is built into the program; read at the first call, from any thread.
    [[nodiscard]] static const Lexicon &builtIn();
    /// What our own sentences are held against.
    [[nodiscard]] static const Lexicon &ofResponses();
    /// What our own sentences may do.
    [[nodiscard]] static const Lexicon &ofActs();

    /// Reads one file's text; more may follow. What is wrong goes to `problems`, with the line.
    void read(std::string_view text, const std::string &name);
    /// Builds the indexes; once, after the last read.
    void finish();

    [[nodiscard]] const std::vector<std::string> &problems() const { return m_problems; }
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }
    [[nodiscard]] int conceptCount() const { return static_cast<int>(m_concepts.size()); }
    /// The same for a concept's name in every version of the vocabulary; 0 for the phrases of a pattern.
    [[nodiscard]] uint32_t meaningNumber(int meaning) const { return m_meaningNumbers[static_cast<size_t>(meaning)]; }

    /// Ids of the lexicon's words that this token is a form of.
    void wordsOf(const Token &token, std::vector<int> &ids) const;

    [[nodiscard]] const std::vector<ConceptPhrase> &phrases() const { return m_phrases; }
    [[nodiscard]] const std::vector<int> &phrasesFrom(int word) const;
    [[nodiscard]] const std::vector<int> &phrasesFromNumber() const { return m_phrasesFromNumber; }
    [[nodiscard]] const std::vector<Entry> &entriesFromWord(Phase phase, int word) const;
    [[nodiscard]] const std::vector<Entry> &entriesFromConcept(Phase phase, int meaning) const;
    [[nodiscard]] const std::vector<Entry> &entriesFromNumber(Phase phase) const;

    /// Misheard words and what was said, longest first for each first word.
    struct Misheard {
        std::vector<std::string> heard;
        std::vector<std::string> said;
    };
    [[nodiscard]] const std::vector<Misheard> *misheardFrom(std::string_view word) const;

    /// Words long and rare enough that a near miss is taken for them; the nearest to a token that is no known word.
    [[nodiscard]] std::optional<std::string> nearest(std::string_view unknown) const;
    [[nodiscard]] bool isKnown(std::string_view word) const;

private:
    friend class LexiconReader;
    struct Index {
        std::vector<std::vector<Entry>> byWord;
        std::vector<std::vector<Entry>> byConcept;
        std::vector<Entry> byNumber;
    };

    static Lexicon load(const QStringList &files);
    int wordId(std::string_view written);
    int conceptId(const std::string &name);
    void flattenConcepts();
    void indexPattern(int rule, int pattern);

    std::unordered_map<std::string, int> m_exact;
    std::unordered_map<std::string, int> m_stems;
    std::unordered_map<std::string, int> m_prefixes;
    int m_wordCount = 0;
    std::unordered_map<std::string, int> m_concepts;
    std::vector<bool> m_defined;
    std::vector<uint32_t> m_meaningNumbers;
    std::vector<std::pair<int, int>> m_includes; ///< Concept, and another it takes in.
    std::vector<ConceptPhrase> m_phrases;
    std::vector<std::vector<int>> m_phrasesFrom;
    std::vector<int> m_phrasesFromNumber;
    std::vector<Rule> m_rules;
    Index m_index[PhaseCount];
    std::unordered_map<std::string, std::vector<Misheard>> m_misheard;
    std::unordered_map<std::string, std::vector<std::string>> m_sounds; ///< Sound key to the words worth guarding.
    std::unordered_map<std::string, bool> m_known;
    std::vector<std::string> m_problems;
};

[[nodiscard]] Phase phaseOf(Category category);
[[nodiscard]] std::optional<Category> categoryFromName(std::string_view name);

} // namespace Frontdesk::Safety
