#include "desktop/calls/machinesound.h"

#include "desktop/calls/machineformat.h"
#include "service/audio/resampler.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

namespace Frontdesk::Calls {

MachineSound::MachineSound(QObject *parent)
    : LineSound(parent)
{}

MachineSound::~MachineSound()
{
    stop();
}

QString MachineSound::start()
{
    const auto input = QMediaDevices::defaultAudioInput();
    const auto output = QMediaDevices::defaultAudioOutput();
    if (input.isNull())
        return tr("No microphone was found. Connect a headset and try again.");
    if (output.isNull())
        return tr("No speakers or headphones were found. Connect a headset and try again.");
    m_in = machineFormat(input);
    m_out = machineFormat(output);
    m_toLine = std::make_unique<Audio::Resampler>(m_in.sampleRate(), Flow::SampleRateHz);
    m_fromLine = std::make_unique<Audio::Resampler>(Flow::SampleRateHz, m_out.sampleRate());
    m_source = std::make_unique<QAudioSource>(input, m_in);
    m_sink = std::make_unique<QAudioSink>(output, m_out);
    m_speakers = m_sink->start();
    m_microphone = m_source->start();
    if (!m_microphone || !m_speakers) {
        stop();
        return tr("The microphone or the speakers cannot be opened. Does another program use them, or is Frontdesk not "
                  "allowed to?");
    }
    connect(m_microphone, &QIODevice::readyRead, this, &MachineSound::read);
    return {};
}

void MachineSound::stop()
{
    m_microphone = nullptr;
    m_speakers = nullptr;
    m_source.reset();
    m_sink.reset();
    m_rest.clear();
    m_waiting.clear();
}

void MachineSound::read()
{
    if (m_microphone)
        take(m_rest + m_microphone->readAll());
}

void MachineSound::take(const QByteArray &bytes)
{
    const auto moment = m_in.bytesPerFrame();
    const auto moments = bytes.size() / moment;
    const auto *const samples = reinterpret_cast<const int16_t *>(bytes.constData());
    m_mono.clear();
    for (qsizetype at = 0; at < moments; ++at)
        m_mono.push_back(samples[at * m_in.channelCount()]);
    m_rest = bytes.mid(moments * moment);
    m_toLine->process(m_mono, m_waiting);
    Frame frame{};
    while (m_waiting.size() >= frame.size()) {
        const auto end = m_waiting.begin() + frame.size();
        std::copy(m_waiting.begin(), end, frame.begin());
        m_waiting.erase(m_waiting.begin(), end);
        Q_EMIT spoken(frame);
    }
}

void MachineSound::play(const Frame &heard)
{
    if (!m_speakers)
        return;
    m_played.clear();
    m_fromLine->process(heard, m_played);
    QByteArray bytes;
    bytes.reserve(qsizetype(m_played.size()) * m_out.bytesPerFrame());
    for (const auto sample : m_played) {
        for (int channel = 0; channel < m_out.channelCount(); ++channel)
            bytes.append(reinterpret_cast<const char *>(&sample), sizeof(sample));
    }
    m_speakers->write(bytes);
}

} // namespace Frontdesk::Calls
