#include "tools/callsim/phonerecorder.h"

#include "service/audio/wavfile.h"

namespace Frontdesk::CallSim {

using Fakes::FakeTwilio;

PhoneRecorder::PhoneRecorder(const PhoneNetwork &network, Scheduler &scheduler, FakeTwilio &twilio, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_scheduler(scheduler)
    , m_twilio(twilio)
    , m_wire(network)
{}

void PhoneRecorder::begin(const QString &sid, SimulatedCall &call)
{
    call.line().record();
    m_running[sid] = {&call, call.line().recording().heard.size(), m_scheduler.utcNow()};
    call.note(Party::Phone, QStringLiteral("records the call"));
}

void PhoneRecorder::end(const QString &sid)
{
    const auto found = m_running.extract(sid);
    if (found.empty()) {
        return;
    }
    const Running &running = found.mapped();
    running.call->note(Party::Phone, QStringLiteral("records no more"));
    const auto since = [&running](const Sound &sound) {
        return Sound(sound.begin() + static_cast<std::ptrdiff_t>(std::min(running.from, sound.size())), sound.end());
    };
    const PhoneLine::Recording &line = running.call->line().recording();
    m_processing[sid] =
        m_scheduler.after(Processing, [this, sid, dialogue = Dialogue{since(line.caller), since(line.heard)},
                                       beganAt = running.beganAt] { complete(sid, dialogue, beganAt); });
}

void PhoneRecorder::endAll(const QString &callSid)
{
    QStringList sids;
    for (const auto &[sid, running] : m_running) {
        if (running.call->callSid() == callSid) {
            sids << sid;
        }
    }
    for (const QString &sid : std::as_const(sids)) {
        end(sid);
    }
}

void PhoneRecorder::complete(const QString &sid, const Dialogue &dialogue, const QDateTime &beganAt)
{
    const bool isDual = m_twilio.sounds().at(sid).isDual;
    Audio::WavAudio audio = Audio::stereo(dialogue.caller, dialogue.heard, Flow::SampleRateHz);
    if (!isDual) {
        audio = {Flow::SampleRateHz, 1, Audio::telephoneSamples(audio)};
    }
    m_twilio.completeSound(sid, audio.samples.empty() ? QByteArray() : Audio::wavBytes(audio), isDual);
    tell(sid, durationOf(dialogue.heard), beganAt);
}

void PhoneRecorder::tell(const QString &sid, Milliseconds length, const QDateTime &beganAt)
{
    const FakeTwilio::Sound &sound = m_twilio.sounds().at(sid);
    const QString callback = sound.parameter(QStringLiteral("RecordingStatusCallback"));
    if (callback.isEmpty()) {
        return;
    }
    const QString address = QStringLiteral("https://api.twilio.com/2010-04-01/Accounts/%1/Recordings/%2");
    const auto wholeSeconds = std::chrono::ceil<std::chrono::seconds>(length);
    m_wire.request(QStringLiteral("POST"), QUrl(callback),
                   {{QStringLiteral("AccountSid"), m_network.accountSid},
                    {QStringLiteral("CallSid"), sound.callSid},
                    {QStringLiteral("RecordingSid"), sid},
                    {QStringLiteral("RecordingUrl"), address.arg(m_network.accountSid, sid)},
                    {QStringLiteral("RecordingStatus"), sound.status},
                    {QStringLiteral("RecordingDuration"), QString::number(wholeSeconds.count())},
                    {QStringLiteral("RecordingChannels"), QString::number(sound.isDual ? 2 : 1)},
                    {QStringLiteral("RecordingStartTime"), beganAt.toString(Qt::RFC2822Date)},
                    {QStringLiteral("RecordingSource"), QStringLiteral("StartCallRecordingAPI")},
                    {QStringLiteral("RecordingTrack"), QStringLiteral("both")}},
                   [](const auto &) {});
}

} // namespace Frontdesk::CallSim
