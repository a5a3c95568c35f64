#pragma once

#include "service/flow/audioframe.h"

#include <QObject>

namespace Frontdesk::Calls {

/// A telephone's mouth and ear. Its own clock drives the call: each 20 ms that were spoken ask for 20 ms to play.
class LineSound : public QObject {
    Q_OBJECT

public:
    using Frame = std::array<int16_t, Flow::FrameSamples>;

    using QObject::QObject;

    /// What keeps it from working, in a sentence for the person; empty: it runs, and `spoken` follows.
    [[nodiscard]] virtual QString start() = 0;
    virtual void stop() = 0;
    virtual void play(const Frame &heard) = 0;

Q_SIGNALS:
    /// 20 ms of the person's voice, 8 kHz; also while they are silent.
    void spoken(const Frontdesk::Calls::LineSound::Frame &samples);
};

} // namespace Frontdesk::Calls
