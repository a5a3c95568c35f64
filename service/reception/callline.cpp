#include "service/reception/callline.h"

#include "service/reception/keepwrite.h"
#include "service/reception/phoneanswers.h"
#include "service/sockets/websocket.h"
#include "shared/core/log.h"

namespace Frontdesk::Reception {

CallLine::CallLine(std::unique_ptr<Sockets::WebSocket> socket, LineContext context)
    : m_context(std::move(context))
    , m_stream(new Telephony::MediaStream(std::move(socket), *this, m_scheduler))
{}

CallLine::~CallLine() = default;

void CallLine::onStreamStarted(const Telephony::StartInfo &info)
{
    const auto redeemed =
        m_context.tokens.redeem(info.customParameter(QString::fromLatin1(PhoneAnswers::TokenParameter)), info.callId);
    const auto call = m_context.registry.find(info.callId);
    if (!redeemed || !call) {
        qCWarning(Log::telephony) << "media stream refused:"
                                  << (redeemed ? QStringLiteral("its call is unknown") : redeemed.error().message);
        m_stream->close();
        return;
    }
    m_context.registry.change(info.callId, [](LiveCall &live) {
        live.streaming = true;
        live.record.phase = CallPhase::Conversing;
    });
    keep(m_context.recorder, *call, "its phase",
         Storage::ChangePhase{call->clinic.id, call->record.id, CallPhase::Conversing, m_scheduler.utcNow()});
    Call::CallSetup setup;
    setup.id = call->record.id;
    setup.briefing = {call->clinic, call->record.callerNumber, call->record.startedAt};
    setup.briefing.nobodyAnswered = call->returns > 0;
    setup.debugMarks = m_context.debugMarks;
    const SpeechOrder order{call->clinic, std::make_shared<Flow::UsageMeter>(m_context.speech.meter)};
    auto model = m_context.speech.languageModel ? m_context.speech.languageModel(order) : nullptr;
    setup.briefing.modelAvailable = model != nullptr;
    if (!beginRecording(*call)) {
        setup.briefing.clinic.recording = RecordingMode::Off; // Nobody is told of a recording that is not made.
    }
    m_sink = std::make_unique<RecordedSink>(*m_stream, m_recording.get());
    m_journal = std::make_unique<CallJournal>(
        *call, setup.briefing, m_context.recorder, m_context.registry, m_scheduler, order.meter,
        [this](const Dialogue::SetRecording &decision) { decideRecording(decision); });
    m_session =
        std::make_unique<Call::CallSession>(std::move(setup), *m_sink, m_context.speech.recognizer(order),
                                            m_context.speech.voice(order), m_scheduler, *m_journal, std::move(model));
    connect(m_session.get(), &Call::CallSession::closeLine, this, [this] { m_stream->close(); });
    m_session->start();
}

bool CallLine::beginRecording(const LiveCall &call)
{
    // A conversation after a transfer that failed is not recorded: its time line begins anew.
    if (m_context.recordings == nullptr || call.returns > 0 || call.clinic.recording == RecordingMode::Off) {
        return false;
    }
    const ClinicId &clinic = call.clinic.id;
    if (call.clinic.recordedBy == RecordedBy::PhoneNetwork && m_context.networkRecordings != nullptr) {
        m_networkRecording =
            m_context.networkRecordings->newRecording(clinic, call.record.id, call.record.networkCallId);
    }
    if (!m_networkRecording) {
        if (call.clinic.recordedBy == RecordedBy::PhoneNetwork) {
            qCInfo(Log::call) << "call" << call.record.id.text()
                              << "is recorded by us: no agreement lets the phone network keep it";
        }
        m_recording = m_context.recordings->newRecording(clinic, call.record.id);
    }
    return true;
}

void CallLine::decideRecording(const Dialogue::SetRecording &decision)
{
    if (m_recording) {
        m_recording->decide(decision.consent, decision.words);
    }
    if (m_networkRecording) {
        m_networkRecording->decide(decision.consent, decision.words);
    }
}

void CallLine::onCallerAudio(Flow::MuLawBytes audio, Milliseconds at)
{
    if (m_recording) {
        m_recording->callerAudio(audio, at);
    }
    if (m_session) {
        m_session->callerAudio(audio, at);
    }
}

void CallLine::onKeyPressed(QChar digit)
{
    if (m_session) {
        m_session->keyPressed(digit);
    }
}

void CallLine::onMarkReturned(const QString &name)
{
    if (m_session) {
        m_session->markReturned(name);
    }
}

void CallLine::onStreamEnded(Telephony::StreamEnd reason)
{
    if (m_session) {
        m_session->lineEnded(reason == Telephony::StreamEnd::Stopped ? Call::CallSession::LineEnd::HungUp
                                                                     : Call::CallSession::LineEnd::Lost);
    }
    if (m_recording) {
        m_recording->end();
    }
    if (m_networkRecording) {
        m_networkRecording->end();
    }
    Q_EMIT over();
    deleteLater();
}

void CallLine::takeOver(const CallId &call)
{
    if (m_session && m_session->id() == call) {
        m_session->takeOver();
    }
}

void CallLine::handOver()
{
    if (m_session) {
        m_session->handOver();
    } else {
        m_stream->close();
    }
}

} // namespace Frontdesk::Reception
