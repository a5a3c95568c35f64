#include "tools/callsim/handset.h"

#include <QAudioFormat>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

#include <algorithm>

namespace Frontdesk::CallSim {

namespace {

/// The microphone opens again this long after the loudspeaker fell silent, so that its echo is not taken for speech.
constexpr int EchoFrames = 10;

/// Older sound of the microphone than this is dropped, so that clocks drifting apart never add delay.
constexpr qsizetype MostWaitingBytes = 8 * qsizetype(sizeof(Frame));

QAudioFormat lineFormat()
{
    QAudioFormat format;
    format.setSampleRate(Flow::SampleRateHz);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

class MultimediaHandset final : public Handset {
public:
    MultimediaHandset(const QAudioDevice &input, const QAudioDevice &output, bool fullDuplex)
        : m_source(input, lineFormat())
        , m_sink(output, lineFormat())
        , m_fullDuplex(fullDuplex)
        , m_microphone(m_source.start())
        , m_loudspeaker(m_sink.start())
    {}

    [[nodiscard]] bool works() const { return m_microphone != nullptr && m_loudspeaker != nullptr; }

    Frame captured() override
    {
        m_waiting += m_microphone->readAll();
        if (m_waiting.size() > MostWaitingBytes) {
            m_waiting.remove(0, m_waiting.size() - MostWaitingBytes);
        }
        Frame frame{};
        if (m_waiting.size() < qsizetype(sizeof(frame))) {
            return frame;
        }
        if (m_fullDuplex || m_quietFrames >= EchoFrames) {
            std::copy_n(m_waiting.constData(), sizeof(frame), reinterpret_cast<char *>(frame.data()));
        }
        m_waiting.remove(0, qsizetype(sizeof(frame)));
        return frame;
    }

    void play(const Frame &heard) override
    {
        m_quietFrames = isAudible(heard) ? 0 : std::min(m_quietFrames + 1, EchoFrames);
        m_loudspeaker->write(reinterpret_cast<const char *>(heard.data()), qint64(sizeof(heard)));
    }

private:
    QAudioSource m_source;
    QAudioSink m_sink;
    bool m_fullDuplex;
    QIODevice *m_microphone;
    QIODevice *m_loudspeaker;
    QByteArray m_waiting;
    int m_quietFrames = EchoFrames;
};

} // namespace

Result<std::unique_ptr<Handset>> openMicrophone(bool fullDuplex)
{
    const QAudioDevice input = QMediaDevices::defaultAudioInput();
    const QAudioDevice output = QMediaDevices::defaultAudioOutput();
    if (input.isNull() || output.isNull()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("this machine has no microphone or no loudspeaker")};
    }
    auto handset = std::make_unique<MultimediaHandset>(input, output, fullDuplex);
    if (!handset->works()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("microphone or loudspeaker cannot be opened at 8 kHz")};
    }
    return std::unique_ptr<Handset>(std::move(handset));
}

} // namespace Frontdesk::CallSim
