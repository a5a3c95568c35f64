#include "desktop/calls/recordingplayer.h"

#include "desktop/calls/machinespeaker.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

namespace {

constexpr qint64 FramesPerMs = Flow::SampleRateHz / 1000;

} // namespace

RecordingPlayer::RecordingPlayer(QObject *parent)
    : RecordingPlayer(std::make_unique<MachineSpeaker>(), parent)
{}

RecordingPlayer::RecordingPlayer(std::unique_ptr<Loudspeaker> speaker, QObject *parent)
    : QObject(parent)
    , m_speaker(std::move(speaker))
{}

RecordingPlayer::~RecordingPlayer()
{
    m_speaker->stop();
}

void RecordingPlayer::setCallId(const QString &id)
{
    if (id == m_callId)
        return;
    pause();
    m_sound.reset();
    m_tempo.moveTo(0);
    m_callId = id;
    m_peaks.clear();
    m_shapeMs = 0;
    Q_EMIT callIdChanged();
    Q_EMIT peaksChanged();
    Q_EMIT positionChanged();
    say({});
    if (!id.isEmpty())
        readShape();
}

void RecordingPlayer::readShape()
{
    m_api->get("/calls/"_L1 + m_callId + "/waveform"_L1, {}, this,
               [this, id = m_callId](const Client::ApiAnswer &answer) {
                   if (id != m_callId || !answer.ok())
                       return;
                   m_peaks = answer.body.value("peaks"_L1).toArray().toVariantList();
                   m_shapeMs = int(m_peaks.size()) * answer.body.value("interval_ms"_L1).toInt();
                   Q_EMIT peaksChanged();
               });
}

void RecordingPlayer::toggle()
{
    if (m_playing)
        pause();
    else if (!m_callId.isEmpty())
        play();
}

void RecordingPlayer::play()
{
    say(m_speaker->start([this](std::span<int16_t> out) { fill(out); }));
    if (!m_problem.isEmpty())
        return;
    if (!m_sound)
        openSound();
    if (m_sound->frames() && m_tempo.position() >= *m_sound->frames())
        m_tempo.moveTo(0);
    m_sound->listenFrom(m_tempo.position());
    m_playing = true;
    m_isDry = !m_sound->frames();
    Q_EMIT playingChanged();
}

void RecordingPlayer::pause()
{
    m_speaker->stop();
    m_playing = false;
    Q_EMIT playingChanged();
}

void RecordingPlayer::openSound()
{
    m_sound = std::make_unique<RecordedSound>(*m_api, m_callId);
    connect(m_sound.get(), &RecordedSound::arrived, this, [this] {
        say({});
        Q_EMIT peaksChanged();
    });
    connect(m_sound.get(), &RecordedSound::interrupted, this, &RecordingPlayer::say);
    connect(m_sound.get(), &RecordedSound::grown, this, &RecordingPlayer::readShape);
    connect(m_sound.get(), &RecordedSound::ended, this, &RecordingPlayer::pause);
    connect(m_sound.get(), &RecordedSound::refused, this, [this](const QString &sentence) {
        pause();
        m_sound.release()->deleteLater(); // It is what speaks.
        say(sentence);
    });
}

void RecordingPlayer::fill(std::span<int16_t> out)
{
    const auto source = [this](qint64 from, std::span<int16_t> samples) { return m_sound->read(from, samples); };
    const bool isDry = !m_tempo.fill(out, m_speed, source);
    m_sound->listenFrom(m_tempo.position());
    if (m_sound->frames() && m_tempo.position() >= *m_sound->frames())
        m_sound->lookForMore();
    if (std::exchange(m_isDry, isDry) != isDry)
        Q_EMIT playingChanged();
    Q_EMIT positionChanged();
}

void RecordingPlayer::seek(int positionMs)
{
    m_tempo.moveTo(FramesPerMs * std::clamp(positionMs, 0, durationMs()));
    if (m_sound)
        m_sound->listenFrom(m_tempo.position());
    Q_EMIT positionChanged();
}

int RecordingPlayer::durationMs() const
{
    const auto frames = m_sound ? m_sound->frames() : std::nullopt;
    return frames ? int(*frames / FramesPerMs) : m_shapeMs;
}

int RecordingPlayer::positionMs() const
{
    return std::min(int(m_tempo.position() / FramesPerMs), durationMs());
}

void RecordingPlayer::setSpeed(double speed)
{
    m_speed = speed;
    Q_EMIT speedChanged();
}

void RecordingPlayer::say(const QString &problem)
{
    m_problem = problem;
    Q_EMIT playingChanged();
}

} // namespace Frontdesk::Calls
