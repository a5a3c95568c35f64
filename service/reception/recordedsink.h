#pragma once

#include "service/recording/callrecording.h"
#include "service/telephony/mediasink.h"

namespace Frontdesk::Reception {

/// Lets the recording of the call hear what leaves for the phone network. Lives on the call's thread.
class RecordedSink final : public Telephony::MediaSink {
public:
    /// Both outlive it; without a recording it only passes on.
    RecordedSink(Telephony::MediaSink &line, Recording::CallRecording *recording)
        : m_line(line)
        , m_recording(recording)
    {}

    void sendAudio(Flow::MuLawBytes audio) override
    {
        if (m_recording != nullptr) {
            m_recording->assistantAudio(audio);
        }
        m_line.sendAudio(audio);
    }
    void sendMark(const QString &name) override { m_line.sendMark(name); }
    void clear() override
    {
        if (m_recording != nullptr) {
            m_recording->assistantCleared();
        }
        m_line.clear();
    }

private:
    Telephony::MediaSink &m_line;
    Recording::CallRecording *m_recording;
};

} // namespace Frontdesk::Reception
