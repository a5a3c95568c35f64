#include "desktop/calls/recordingplayer.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QBuffer>
#include <QJsonArray>
#include <QMediaDevices>
#include <QMediaPlayer>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

RecordingPlayer::RecordingPlayer(QObject *parent)
    : QObject(parent)
{}

RecordingPlayer::~RecordingPlayer()
{
    stop();
}

void RecordingPlayer::setCallId(const QString &id)
{
    if (id == m_callId)
        return;
    stop();
    m_callId = id;
    m_peaks.clear();
    m_durationMs = 0;
    m_startAtMs = 0;
    m_problem.clear();
    Q_EMIT callIdChanged();
    Q_EMIT peaksChanged();
    Q_EMIT positionChanged();
    Q_EMIT playingChanged();
    if (id.isEmpty())
        return;
    m_api->get("/calls/"_L1 + id + "/waveform"_L1, {}, this, [this, id](const Client::ApiAnswer &answer) {
        if (id != m_callId || !answer.ok())
            return;
        m_peaks = answer.body.value("peaks"_L1).toArray().toVariantList();
        m_durationMs = int(m_peaks.size()) * answer.body.value("interval_ms"_L1).toInt();
        Q_EMIT peaksChanged();
    });
}

void RecordingPlayer::toggle()
{
    if (m_player && playing())
        m_player->pause();
    else if (m_player)
        m_player->play();
    else if (!m_loading && !m_callId.isEmpty())
        fetchAudio();
}

void RecordingPlayer::seek(int positionMs)
{
    m_startAtMs = std::clamp(positionMs, 0, m_durationMs);
    if (m_player)
        m_player->setPosition(m_startAtMs);
    Q_EMIT positionChanged();
}

void RecordingPlayer::fetchAudio()
{
    // Some media backends crash where there is nothing to play on.
    if (QMediaDevices::audioOutputs().isEmpty()) {
        m_problem = tr("This computer has no speakers or headphones to play on.");
        Q_EMIT playingChanged();
        return;
    }
    m_loading = true;
    m_problem.clear();
    Q_EMIT playingChanged();
    m_api->get("/calls/"_L1 + m_callId + "/recording"_L1, {}, this,
               [this, id = m_callId](const Client::ApiAnswer &answer) {
                   if (id != m_callId)
                       return;
                   m_loading = false;
                   m_problem = answer.sentence();
                   if (answer.ok())
                       start(answer.bytes);
                   Q_EMIT playingChanged();
               });
}

void RecordingPlayer::start(const QByteArray &audio)
{
    m_audio = std::make_unique<QBuffer>();
    m_audio->setData(audio);
    m_audio->open(QIODevice::ReadOnly);
    m_player = std::make_unique<QMediaPlayer>();
    m_player->setAudioOutput(new QAudioOutput(m_player.get()));
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &RecordingPlayer::positionChanged);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &RecordingPlayer::playingChanged);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, [this] {
        m_problem = tr("This recording cannot be played here.");
        Q_EMIT playingChanged();
    });
    m_player->setSourceDevice(m_audio.get());
    m_player->setPlaybackRate(m_speed);
    m_player->setPosition(m_startAtMs);
    m_player->play();
}

void RecordingPlayer::stop()
{
    if (m_player)
        m_player->disconnect(this);
    m_player.reset();
    m_audio.reset();
    m_loading = false;
}

int RecordingPlayer::positionMs() const
{
    return m_player ? int(m_player->position()) : m_startAtMs;
}

bool RecordingPlayer::playing() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

void RecordingPlayer::setSpeed(double speed)
{
    m_speed = speed;
    if (m_player)
        m_player->setPlaybackRate(speed);
    Q_EMIT speedChanged();
}

} // namespace Frontdesk::Calls
