#pragma once

#include "desktop/calls/linesound.h"

#include <QAudioFormat>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QAudioSink;
class QAudioSource;
class QIODevice;
QT_END_NAMESPACE

namespace Frontdesk::Audio {
class Resampler;
}

namespace Frontdesk::Calls {

/// This computer's microphone and speakers, at whatever rate they have.
class MachineSound final : public LineSound {
    Q_OBJECT

public:
    explicit MachineSound(QObject *parent = nullptr);
    ~MachineSound() override;

    QString start() override;
    void stop() override;
    void play(const Frame &heard) override;

private:
    void read();
    void take(const QByteArray &bytes);

    std::unique_ptr<QAudioSource> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_microphone = nullptr; ///< The source's.
    QIODevice *m_speakers = nullptr;   ///< The sink's.
    QAudioFormat m_in;
    QAudioFormat m_out;
    std::unique_ptr<Audio::Resampler> m_toLine;
    std::unique_ptr<Audio::Resampler> m_fromLine;
    QByteArray m_rest;              ///< Of the microphone, less than one moment of all channels.
    std::vector<int16_t> m_waiting; ///< For the line, less than one frame.
    std::vector<int16_t> m_mono;
    std::vector<int16_t> m_played;
};

} // namespace Frontdesk::Calls
