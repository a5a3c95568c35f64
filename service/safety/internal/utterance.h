#pragma once

#include "service/safety/internal/lexicon.h"

#include <functional>

namespace Frontdesk::Safety {

/// Where a pattern was met.
struct Match {
    std::vector<int> tokens; ///< The words that met it, in order; skipped ones are not among them.

    [[nodiscard]] int first() const { return tokens.front(); }
    [[nodiscard]] int last() const { return tokens.back(); }
    [[nodiscard]] bool has(int token) const;
};

/// One turn with the lexicon's words and concepts marked in it, ready to be searched.
class Utterance {
public:
    Utterance(const Lexicon &lexicon, Tokens tokens);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const Lexicon &lexicon() const { return m_lexicon; }

    /// A concept met, and by which words.
    struct Occurrence {
        int meaning = 0;
        std::vector<int> tokens;
    };
    /// Those that begin at a token.
    [[nodiscard]] const std::vector<Occurrence> &meaningsAt(int token) const
    {
        return m_concepts[static_cast<size_t>(token)];
    }

    /// Whether a match counts.
    using Accept = std::function<bool(const Rule &rule, const Match &match)>;
    /// Told of each rule met, once, with its first match that counts.
    using Found = std::function<void(int rule, const Match &match)>;

    /// Runs all rules of a phase.
    void search(Phase phase, const Accept &accept, const Found &found) const;

    /// Every match of every rule of a phase, overlapping ones too.
    void searchAll(Phase phase, const Found &found) const;

private:
    void hearMisheard(const Lexicon &lexicon);
    void markWords();
    void markConcepts();
    [[nodiscard]] bool isWord(int token, int word) const;
    // `match` comes and goes empty, so that hundreds of tries share its memory; `onMatch` says whether to stop there.
    template <typename OnMatch>
    bool matchAt(const Sequence &sequence, int start, Match &match, const OnMatch &onMatch) const;
    template <typename OnMatch>
    bool matchRest(const Sequence &sequence, size_t element, int from, Match &match, const OnMatch &onMatch) const;
    template <typename OnMatch>
    bool meetAt(const Sequence &sequence, size_t element, int token, Match &match, const OnMatch &onMatch) const;
    template <typename OnMatch>
    bool anywhere(const Sequence &sequence, const OnMatch &onMatch) const;
    [[nodiscard]] bool otherPartsMet(const Pattern &pattern, const Rule &rule, const Accept &accept) const;
    void tryEntries(const std::vector<Entry> &entries, int token, const Accept &accept, const Found &found,
                    std::vector<bool> &done, bool every) const;
    void run(Phase phase, const Accept &accept, const Found &found, bool every) const;

    const Lexicon &m_lexicon;
    Tokens m_tokens;
    std::vector<std::vector<int>> m_words; ///< By token.
    /// Which words and concepts there are at a token, as in Element.
    struct Glance {
        uint64_t words = 0;
        uint64_t concepts = 0;
    };
    std::vector<Glance> m_glances;
    std::vector<bool> m_light;
    std::vector<std::vector<Occurrence>> m_concepts; ///< By the token they begin at.
};

} // namespace Frontdesk::Safety
