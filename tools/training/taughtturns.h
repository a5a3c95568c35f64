#pragma once

#include "service/evaluation/escalationitems.h"
#include "service/safety/utterancesafety.h"
#include "tools/training/linear.h"

#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace Frontdesk::Training {

/// What a classifier learns to hear, in the order of second_opinion.bin (service/safety/internal/secondopinion.h).
inline constexpr std::array<std::string_view, 19> Heads{
    "emergency",    "people", "medical",          "self_harm",      "violence", "refill",   "medication",
    "test_results", "advice", "urgent",           "human",          "upset",    "confused", "language",
    "wrong_number", "spam",   "prompt_injection", "robot_question", "goodbye"};
inline constexpr size_t EmergencyHead = 0;
inline constexpr size_t PeopleHead = 1;
inline constexpr size_t FirstAside = 14;
inline constexpr size_t AsideCount = Heads.size() - FirstAside;

/// A labelled caller turn and what the rules and the reading of features make of it.
struct TaughtTurn {
    Evaluation::EscalationItem item;
    QString source; ///< The file's name.
    Safety::Lesson lesson;
    int family = 0; ///< Turns alike in wording share one.

    [[nodiscard]] bool isEmergency() const;
    [[nodiscard]] bool isEmergencyByRules() const;
    /// 1, 0, or nothing where this turn teaches the head nothing.
    [[nodiscard]] std::optional<bool> label(size_t head) const;
};

/// Reads all files and gives turns with half of their neighbouring word pairs in common the same family. An error for a
/// file that cannot be read or an id that comes twice.
[[nodiscard]] Result<std::vector<TaughtTurn>> readTurns(const QStringList &paths);

/// The places of features in a table of 2^bits weights.
[[nodiscard]] Features places(const Safety::Lesson &lesson, int bits);

} // namespace Frontdesk::Training
