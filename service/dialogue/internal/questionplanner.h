#pragma once

#include "service/dialogue/internal/requeststack.h"

namespace Frontdesk::Dialogue {

/// One thing to ask the caller.
struct Question {
    QString phraseId; ///< Empty: nothing is asked.
    Flow::Expectation expectation = Flow::Expectation::Nothing;
    std::vector<SlotName> about; ///< What an answer fills.
    int request = 0;             ///< Key of the request it is for; 0: a fact of the whole call.

    [[nodiscard]] bool isAsked() const { return !phraseId.isEmpty(); }
    friend bool operator==(const Question &, const Question &) = default;
};

/// How often each question was put, and what was given up.
class AskedQuestions {
public:
    [[nodiscard]] int times(const Question &question) const;
    /// Nothing was asked about any request yet.
    [[nodiscard]] bool none() const;
    void count(const Question &question);
    /// The caller cannot or will not say: never asked again.
    void giveUp(const Question &question);
    [[nodiscard]] bool isGivenUp(const Question &question) const;

private:
    using Key = std::pair<QString, int>;
    std::map<Key, int> m_times;
    std::set<Key> m_givenUp;
};

inline constexpr int MostAsks = 2; ///< Of one question, each time in other words.

/// What is still to be asked for a request, the most natural thing first. A question that was asked often enough is
/// only returned again when the request is worth nothing without its answer. Nothing: the request is complete.
[[nodiscard]] Question nextQuestion(const RequestStack &requests, const Request &request, const AskedQuestions &asked);

} // namespace Frontdesk::Dialogue
