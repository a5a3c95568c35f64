#pragma once

#include "tools/callsim/sound.h"

#include <QString>

#include <string>
#include <string_view>

namespace Frontdesk::CallSim {

/// Twilio's `media` messages of one stream, fifty a second, numbered and written into one buffer that is kept.
class AudioMessage {
public:
    explicit AudioMessage(const QString &streamSid);

    /// The caller's next frame, `at` from the start of the stream, as the stream's message number `sequence`. Latin 1;
    /// valid until the next one.
    [[nodiscard]] std::string_view write(quint64 sequence, Milliseconds at, const Frame &frame);

private:
    const std::string m_streamSid;
    std::string m_text;
    quint64 m_chunk = 0;
};

} // namespace Frontdesk::CallSim
