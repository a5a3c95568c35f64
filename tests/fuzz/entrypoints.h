#pragma once

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace Frontdesk::Fuzz {

/// Feeds bytes from outside into one of our parsers. Broken promises end the process (Q_ASSERT is off in releases,
/// so with an explicit qFatal); everything else must simply return.
using EntryPoint = void (*)(std::span<const uint8_t> bytes);

void httpRequest(std::span<const uint8_t> bytes);
void webSocketUpgrade(std::span<const uint8_t> bytes);
void webSocketMessages(std::span<const uint8_t> bytes);
void twilioForm(std::span<const uint8_t> bytes);
void mediaMessage(std::span<const uint8_t> bytes);
void sealedRecording(std::span<const uint8_t> bytes);

struct Target {
    const char *name;
    EntryPoint run;
    std::vector<QByteArray> seeds; ///< Good and bad examples that mutation starts from.
};
[[nodiscard]] const std::vector<Target> &targets();

} // namespace Frontdesk::Fuzz
