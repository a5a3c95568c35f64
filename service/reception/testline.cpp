#include "service/reception/testline.h"

#include "service/reception/phoneanswers.h"
#include "shared/core/log.h"
#include "shared/model/callrecordjson.h"
#include "shared/model/task.h"

#include <QJsonDocument>

namespace Frontdesk::Reception {

namespace {

constexpr QLatin1Char Separator('.'); // In neither part.

/// What the token is issued for: a telephone call's token is for no test, and a test's for no other clinic.
QString subjectOf(const ClinicId &clinic, const QString &callId)
{
    return QStringLiteral("test:%1:%2").arg(clinic.text(), callId);
}

} // namespace

QString TestLine::ticketFor(const ClinicId &clinic, const QString &callId, Telephony::StreamTokens &tokens)
{
    return tokens.issue(subjectOf(clinic, callId)) + Separator + clinic.text();
}

Result<ClinicId> TestLine::redeem(const QString &ticket, const QString &callId) const
{
    const ClinicId clinic(ticket.section(Separator, 1));
    const auto redeemed = m_context.tokens.redeem(ticket.section(Separator, 0, 0), subjectOf(clinic, callId));
    return redeemed ? Result<ClinicId>(clinic) : redeemed.error();
}

TestLine::TestLine(std::unique_ptr<Sockets::WebSocket> socket, Context context)
    : m_context(std::move(context))
    , m_socket(socket.get())
    , m_stream(new Telephony::MediaStream(std::move(socket), *this, m_scheduler))
{}

TestLine::~TestLine() = default;

void TestLine::onStreamStarted(const Telephony::StartInfo &info)
{
    const auto clinic = redeem(info.customParameter(QString::fromLatin1(PhoneAnswers::TokenParameter)), info.callId);
    if (!clinic) {
        qCWarning(Log::telephony) << "a test call is refused:" << clinic.error().message;
        m_stream->close();
        return;
    }
    m_context.database
        .run(Storage::Scope::reading(), [id = *clinic](Storage::Store &store) { return store.clinics().find(id); })
        .then(this, [this](const Result<ClinicProfile> &found) {
            if (found && m_stream->state() == Telephony::MediaStream::State::Running) {
                begin(*found);
            } else {
                m_stream->close();
            }
        });
}

void TestLine::begin(const ClinicProfile &clinic)
{
    Call::CallSetup setup;
    setup.id = CallId::create();
    setup.briefing = {clinic, {}, m_scheduler.utcNow()};
    // What it costs counts for the process; it is no call that has a cost of its own.
    const SpeechOrder order{clinic, m_context.speech.meter};
    auto model = m_context.speech.languageModel ? m_context.speech.languageModel(order) : nullptr;
    setup.briefing.modelAvailable = model != nullptr;
    Call::CallObserver &observer = *this;
    m_session =
        std::make_unique<Call::CallSession>(std::move(setup), *m_stream, m_context.speech.recognizer(order),
                                            m_context.speech.voice(order), m_scheduler, observer, std::move(model));
    connect(m_session.get(), &Call::CallSession::closeLine, this, [this] { m_stream->close(); });
    m_session->start();
}

void TestLine::onCallerAudio(Flow::MuLawBytes audio, Milliseconds at)
{
    if (m_session) {
        m_session->callerAudio(audio, at);
    }
}

void TestLine::onKeyPressed(QChar digit)
{
    if (m_session) {
        m_session->keyPressed(digit);
    }
}

void TestLine::onMarkReturned(const QString &name)
{
    if (m_session) {
        m_session->markReturned(name);
    }
}

void TestLine::onStreamEnded(Telephony::StreamEnd reason)
{
    if (m_session) {
        m_session->lineEnded(reason == Telephony::StreamEnd::Stopped ? Call::CallSession::LineEnd::HungUp
                                                                     : Call::CallSession::LineEnd::Lost);
    }
    deleteLater();
}

void TestLine::onTurn(const TurnRecord &turn)
{
    tell(QStringLiteral("turn"), {{QStringLiteral("turn"), turnToJson(turn)}});
}

void TestLine::onTask(const Dialogue::SubmitTask &task)
{
    Task told;
    told.type = task.type;
    told.queue = task.queue;
    told.priority = task.priority;
    told.slotValues = task.slotValues;
    told.note = task.note;
    told.escalationReason = task.escalationReason;
    told.createdAt = m_scheduler.utcNow();
    QJsonObject json = told.toJson();
    json.insert(QStringLiteral("key"), task.key);
    tell(QStringLiteral("task"), {{QStringLiteral("task"), json}});
}

void TestLine::onEscalation(const Dialogue::Escalate &escalation)
{
    tell(QStringLiteral("escalation"), {{QStringLiteral("reason"), escalationReasonName(escalation.reason)},
                                        {QStringLiteral("emergency"), escalation.emergency}});
}

void TestLine::onEnded(const QString &outcome)
{
    tell(QStringLiteral("ended"), {{QStringLiteral("outcome"), outcome}});
}

void TestLine::tell(const QString &event, QJsonObject what)
{
    if (m_socket) {
        what.insert(QStringLiteral("event"), event);
        m_socket->sendText(QJsonDocument(what).toJson(QJsonDocument::Compact));
    }
}

} // namespace Frontdesk::Reception
