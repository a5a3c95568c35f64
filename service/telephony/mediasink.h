#pragma once

#include "service/flow/audioframe.h"

#include <QString>

namespace Frontdesk::Telephony {

/// Where paced audio goes: the phone company's playout buffer. Everything is played in the order given.
class MediaSink {
public:
    virtual ~MediaSink() = default;

    virtual void sendAudio(Flow::MuLawBytes audio) = 0;

    /// Comes back once everything sent before it has been played, or was dropped by `clear`.
    virtual void sendMark(const QString &name) = 0;

    /// Drops all that was sent and not yet played; every pending mark comes back at once.
    virtual void clear() = 0;
};

} // namespace Frontdesk::Telephony
