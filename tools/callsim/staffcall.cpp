#include "tools/callsim/staffcall.h"

namespace Frontdesk::CallSim {

namespace {

const QString Post = QStringLiteral("POST");
/// About as fast as people and voices speak.
constexpr Milliseconds PerCharacter{65};
constexpr Milliseconds PlayLength{3000};
constexpr Milliseconds KeyDelay{800};
/// How long Twilio listens before it says who answered.
constexpr Milliseconds DetectionTime{2500};

} // namespace

StaffCall::StaffCall(const PhoneNetwork &network, Fakes::FakeTwilio &twilio, QString sid, CalleeBehaviour behaviour,
                     ConferenceRooms &rooms, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_twilio(twilio)
    , m_sid(std::move(sid))
    , m_behaviour(std::move(behaviour))
    , m_rooms(rooms)
    , m_scheduler(scheduler)
    , m_wire(network)
    , m_walker(*this)
{
    connect(&m_walker, &TwimlWalker::ended, this, [this] { finish(QStringLiteral("completed")); });
}

QString StaffCall::parameter(const char *name) const
{
    return m_twilio.calls().at(m_sid).parameter(QLatin1String(name));
}

void StaffCall::start()
{
    using Outcome = CalleeBehaviour::Outcome;
    const Milliseconds timeout = std::chrono::seconds(parameter("Timeout").toInt());
    m_status = QStringLiteral("ringing");
    m_twilio.setStatus(m_sid, m_status);
    tell(QStringLiteral("ringing"));
    Q_EMIT noted(QStringLiteral("%1 rings").arg(parameter("To")));
    const bool answers = m_behaviour.outcome == Outcome::Answered && m_behaviour.after <= timeout;
    const QString otherwise = m_behaviour.outcome == Outcome::Busy     ? QStringLiteral("busy")
                              : m_behaviour.outcome == Outcome::Failed ? QStringLiteral("failed")
                                                                       : QStringLiteral("no-answer");
    later(m_next, std::min(m_behaviour.after, timeout),
          [this, answers, otherwise] { answers ? answer() : finish(otherwise); });
}

void StaffCall::answer()
{
    m_status = QStringLiteral("in-progress");
    m_twilio.setStatus(m_sid, m_status);
    Q_EMIT noted(m_behaviour.machine ? QStringLiteral("a machine answers") : QStringLiteral("answers"));
    tell(QStringLiteral("answered"));
    if (!parameter("AsyncAmdStatusCallback").isEmpty()) {
        later(m_detection, DetectionTime, [this] { detectMachine(); });
    }
    if (m_behaviour.hangsUpAfter) {
        later(m_leaving, *m_behaviour.hangsUpAfter, [this] { hangUp(); });
    }
    m_walker.start(Post, QUrl(parameter("Url")));
}

void StaffCall::detectMachine()
{
    const QString by = m_behaviour.machine ? QStringLiteral("machine_start") : QStringLiteral("human");
    m_wire.request(Post, QUrl(parameter("AsyncAmdStatusCallback")),
                   parameters() + Parameters{{QStringLiteral("AnsweredBy"), by}}, [](const auto &) {});
}

void StaffCall::hangUp()
{
    finish(QStringLiteral("completed"));
}

void StaffCall::finish(const QString &status)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_next.reset();
    m_detection.reset();
    m_leaving.reset();
    m_walker.stop();
    m_rooms.leave(m_sid);
    m_status = status;
    m_twilio.setStatus(m_sid, status);
    tell(QStringLiteral("completed"));
    Q_EMIT noted(status);
    Q_EMIT ended();
}

void StaffCall::tell(const QString &event)
{
    const QUrl callback(parameter("StatusCallback"));
    if (m_twilio.calls().at(m_sid).all(QStringLiteral("StatusCallbackEvent")).contains(event)) {
        m_wire.request(Post, callback,
                       parameters() +
                           Parameters{{QStringLiteral("CallbackSource"), QStringLiteral("call-progress-events")},
                                      {QStringLiteral("SequenceNumber"), QString::number(m_sequence++)}},
                       [](const auto &) {});
    }
}

Parameters StaffCall::parameters() const
{
    return {{QStringLiteral("CallSid"), m_sid},
            {QStringLiteral("AccountSid"), m_network.accountSid},
            {QStringLiteral("From"), parameter("From")},
            {QStringLiteral("To"), parameter("To")},
            {QStringLiteral("CallStatus"), m_status},
            {QStringLiteral("ApiVersion"), QStringLiteral("2010-04-01")},
            {QStringLiteral("Direction"), QStringLiteral("outbound-api")}};
}

void StaffCall::fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done)
{
    m_wire.request(method, url, parameters() + extra,
                   [done = std::move(done)](const Result<TwilioWire::Answer> &answer) {
                       done(answer ? Result<QByteArray>(answer->body) : Result<QByteArray>(answer.error()));
                   });
}

void StaffCall::fetchFallback(const QUrl &, const Error &failure, Document done)
{
    done(failure); // This call has no number with a fallback of its own.
}

void StaffCall::say(const QString &text, Done done)
{
    Q_EMIT noted(QStringLiteral("hears: %1").arg(text));
    later(m_next, PerCharacter * text.size(), std::move(done));
}

void StaffCall::play(const QUrl &url, Done done)
{
    Q_EMIT noted(QStringLiteral("hears %1").arg(url.path()));
    later(m_next, PlayLength, std::move(done));
}

void StaffCall::pause(Milliseconds length, Done done)
{
    later(m_next, length, std::move(done));
}

void StaffCall::gather(int, Milliseconds timeout, std::function<void(QString)> done)
{
    const QString key = m_behaviour.machine ? QString() : m_behaviour.key;
    if (!key.isEmpty()) {
        Q_EMIT noted(QStringLiteral("(presses %1)").arg(key));
    }
    later(m_next, key.isEmpty() ? timeout : KeyDelay, [done = std::move(done), key] { done(key); });
}

void StaffCall::connectStream(const Verb &, const QUrl &, Done closed)
{
    warn(QStringLiteral("callsim streams the caller's call only"));
    closed();
}

void StaffCall::dial(const Verb &dial, const QUrl &, std::function<void(DialResult)> done)
{
    if (dial.children.size() != 1 || dial.children.front().name != QLatin1String("Conference")) {
        warn(QStringLiteral("callsim lets a call of the service dial rooms only"));
        done({QStringLiteral("failed"), {}, {}, false});
        return;
    }
    const Verb &room = dial.children.front();
    ConferenceRooms::Guest guest;
    guest.endsForAll = room.attribute(QLatin1String("endConferenceOnExit")) == QLatin1String("true");
    guest.talking = [this] {
        Q_EMIT noted(QStringLiteral("talks with the caller"));
        later(m_next, m_behaviour.talks, [this] { hangUp(); });
    };
    guest.over = [done] { done({QStringLiteral("completed"), {}, {}, false}); };
    m_rooms.enter(room.text, m_sid, std::move(guest));
}

void StaffCall::warn(const QString &text)
{
    Q_EMIT noted(QStringLiteral("WARNING %1").arg(text));
}

void StaffCall::later(Scheduler::JobHandle &job, Milliseconds delay, std::function<void()> run)
{
    job = m_scheduler.after(delay, std::move(run));
}

} // namespace Frontdesk::CallSim
