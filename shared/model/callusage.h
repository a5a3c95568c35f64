#pragma once

#include "shared/core/clock.h"

#include <QString>

#include <optional>
#include <tuple>
#include <vector>

namespace Frontdesk {

/// What vendors count for their bills.
enum class UsageUnit {
    RecognizedMilliseconds, ///< Sound sent to a recognizer, what was sent again included.
    InputTokens,            ///< Read by a model, without the cached ones.
    CachedInputTokens,
    OutputTokens,
    UncountedRequests, ///< Answers of a model that were given up, or came without a count of their tokens.
    Characters,        ///< Made into speech.
    PhoneMilliseconds, ///< Of the caller's line.
};

[[nodiscard]] QString usageUnitName(UsageUnit unit);
[[nodiscard]] std::optional<UsageUnit> usageUnitFromName(QStringView name);

/// As measured here; a vendor may round up.
struct UsageLine {
    QString vendor; ///< As the settings name it.
    UsageUnit unit = UsageUnit::Characters;
    qint64 amount = 0;

    friend bool operator==(const UsageLine &, const UsageLine &) = default;
    friend bool operator<(const UsageLine &a, const UsageLine &b)
    {
        return std::tie(a.vendor, a.unit) < std::tie(b.vendor, b.unit);
    }
};

/// By vendor and unit, each once, in order.
using CallUsage = std::vector<UsageLine>;

/// The phone network's name among vendors.
[[nodiscard]] QString phoneVendor();

/// Where the time between the caller's last sound and our first went.
struct TurnTimes {
    Milliseconds endpointWait{0}; ///< Waiting to be sure that the caller had finished.
    Milliseconds recognizer{0};   ///< From then to the final words.
    /// From asking the model to the first of its answer; nothing: it was not asked, or we did not wait for it.
    std::optional<Milliseconds> modelFirstToken{};
    /// From giving the reply to the voice to its first sound; nothing: it had none yet.
    std::optional<Milliseconds> voiceFirstByte{};
    Milliseconds own{0}; ///< From the final words to our first sound leaving: model and voice are part of it.

    /// From the caller's last sound to our first frame.
    [[nodiscard]] Milliseconds firstFrame() const { return endpointWait + recognizer + own; }

    friend bool operator==(const TurnTimes &, const TurnTimes &) = default;
};

} // namespace Frontdesk
