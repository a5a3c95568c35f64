#include "desktop/calls/machinespeaker.h"

#include "desktop/calls/machineformat.h"
#include "service/audio/resampler.h"
#include "service/flow/audioframe.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <array>
#include <vector>

namespace Frontdesk::Calls {

namespace {

/// Sound of a line as the device wants it, without an end.
class DeviceSamples final : public QIODevice {
public:
    DeviceSamples(const QAudioFormat &format, Loudspeaker::Fill fill)
        : m_channels(size_t(format.channelCount()))
        , m_fill(std::move(fill))
        , m_toDevice(Flow::SampleRateHz, format.sampleRate())
    {}

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const size_t moments = size_t(maxSize) / (m_channels * sizeof(int16_t));
        while (m_ready.size() < moments) {
            m_fill(m_frame);
            m_toDevice.process(m_frame, m_ready);
        }
        auto *out = reinterpret_cast<int16_t *>(data);
        for (size_t at = 0; at < moments; ++at)
            out = std::fill_n(out, m_channels, m_ready[at]);
        m_ready.erase(m_ready.begin(), m_ready.begin() + std::ptrdiff_t(moments));
        return qint64(moments * m_channels * sizeof(int16_t));
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    size_t m_channels;
    Loudspeaker::Fill m_fill;
    Audio::Resampler m_toDevice;
    std::array<int16_t, Flow::FrameSamples> m_frame{};
    std::vector<int16_t> m_ready;
};

} // namespace

MachineSpeaker::MachineSpeaker() = default;
MachineSpeaker::~MachineSpeaker() = default;

QString MachineSpeaker::start(Fill fill)
{
    stop();
    const auto device = QMediaDevices::defaultAudioOutput();
    if (device.isNull())
        return tr("This computer has no speakers or headphones to play on.");
    constexpr int BufferMicroseconds = 100'000;
    const auto format = machineFormat(device);
    m_samples = std::make_unique<DeviceSamples>(format, std::move(fill));
    m_samples->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(format.bytesForDuration(BufferMicroseconds));
    m_sink->start(m_samples.get());
    if (m_sink->error() == QAudio::NoError)
        return {};
    stop();
    return tr("The speakers cannot be opened. Does another program use them, or is Frontdesk not allowed to?");
}

void MachineSpeaker::stop()
{
    m_sink.reset();
    m_samples.reset();
}

} // namespace Frontdesk::Calls
