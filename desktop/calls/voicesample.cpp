#include "desktop/calls/voicesample.h"

#include "service/audio/wavfile.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QBuffer>
#include <QMediaDevices>
#include <QMediaPlayer>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

VoiceSample::VoiceSample(QObject *parent)
    : QObject(parent)
{}

VoiceSample::~VoiceSample()
{
    if (m_player)
        m_player->disconnect(this);
}

void VoiceSample::speak(const QString &text, const QString &language)
{
    stop();
    m_loading = true;
    m_problem.clear();
    m_durationMs = 0;
    Q_EMIT changed();
    m_api->send({.verb = Client::ApiRequest::Verb::Post,
                 .path = u"/clinic/voice/sample"_s,
                 .query = {},
                 .body = {{u"text"_s, text}, {u"language"_s, language}}},
                this, [this, generation = m_generation](const Client::ApiAnswer &answer) {
                    if (generation != m_generation)
                        return;
                    m_loading = false;
                    m_problem = answer.sentence();
                    if (answer.ok())
                        play(answer.bytes);
                    Q_EMIT changed();
                });
}

void VoiceSample::play(const QByteArray &wav)
{
    const auto sound = Audio::parseWav(wav);
    m_durationMs = sound ? int(sound->frames() * 1000 / size_t(sound->sampleRateHz)) : 0;
    // Some media backends crash where there is nothing to play on.
    if (QMediaDevices::audioOutputs().isEmpty()) {
        m_problem = tr("This computer has no speakers or headphones to play on.");
        return;
    }
    m_sound = std::make_unique<QBuffer>();
    m_sound->setData(wav);
    m_sound->open(QIODevice::ReadOnly);
    m_player = std::make_unique<QMediaPlayer>();
    m_player->setAudioOutput(new QAudioOutput(m_player.get()));
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &VoiceSample::changed);
    m_player->setSourceDevice(m_sound.get());
    m_player->play();
}

void VoiceSample::stop()
{
    ++m_generation;
    m_loading = false;
    if (m_player)
        m_player->disconnect(this);
    m_player.reset();
    m_sound.reset();
    Q_EMIT changed();
}

bool VoiceSample::playing() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

} // namespace Frontdesk::Calls
