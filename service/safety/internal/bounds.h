#pragma once

#include "service/safety/internal/utterance.h"

#include <QStringList>

namespace Frontdesk::Safety {

/// Which words of a turn are not to be taken at face value: denied, past, somebody's dog, a figure of speech.
class Bounds {
public:
    Bounds(const Lexicon &lexicon, const Utterance &utterance);

    /// Names that may sound like danger are only names.
    void maskNames(const QStringList &names);

    /// Whether a rule's match means what it says.
    [[nodiscard]] bool allows(const Rule &rule, const Match &match) const;

    enum Flag : unsigned { Masked = 1, Denied = 2, Past = 4, Other = 8, Barrier = 16 };

    /// Why a token is not to be taken at face value; 0 if it is.
    [[nodiscard]] unsigned markOf(int token) const { return m_flags[static_cast<size_t>(token)] & ~unsigned{Barrier}; }

private:
    void collect(const Lexicon &lexicon);
    void findBarriers();
    void deny(const Match &cue);
    void spreadPast(const Match &cue);
    void spreadOther(const Match &cue);
    [[nodiscard]] bool startsClause(int token) const;
    [[nodiscard]] bool startsSubject(int token) const;
    [[nodiscard]] int clauseStart(int token) const;
    [[nodiscard]] int clauseEnd(int token) const;
    [[nodiscard]] const std::string &text(int token) const;
    [[nodiscard]] bool is(int token, unsigned flag) const { return (m_flags[static_cast<size_t>(token)] & flag) != 0; }
    void set(int token, unsigned flag) { m_flags[static_cast<size_t>(token)] |= flag; }

    const Utterance &m_utterance;
    std::vector<unsigned> m_flags;
    std::vector<int> m_deniedBy; ///< The last word of the cue that denies a token, or -1.
    std::vector<Match> m_negations;
    std::vector<Match> m_affirmed;
    std::vector<Match> m_pasts;
    std::vector<Match> m_notPasts;
    std::vector<Match> m_others;
    bool m_longPast = false; ///< A time long past is named somewhere.
    bool m_routine = false;
    bool m_recent = false;
};

} // namespace Frontdesk::Safety
