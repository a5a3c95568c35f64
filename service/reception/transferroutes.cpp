#include "service/reception/transferroutes.h"

#include "service/reception/whisper.h"
#include "shared/core/log.h"
#include "shared/model/escalation.h"

namespace Frontdesk::Reception {

using Http::HttpRequest;
using Http::HttpResponder;
using Telephony::TwilioForm;

namespace {

TransferDesk::Attempt attemptIn(const HttpRequest &request)
{
    const auto value = [&request](const char *name) {
        return request.queryValue(QString::fromLatin1(name)).value_or(QString());
    };
    return {value(TransferAnswers::CallKey), value(TransferAnswers::AttemptKey).toInt()};
}

/// Handed over because of what was said, and in no danger: staff may be told first, and when nobody comes the assistant
/// may go on. An assistant that failed does not get its caller back.
bool mayWait(const LiveCall &call)
{
    const auto reason = escalationReasonFromName(call.escalationReason);
    return reason && !Frontdesk::isEmergency(*reason) && *reason != EscalationReason::SystemFailure;
}

} // namespace

TransferRoutes::TransferRoutes(const PhoneDoor &door, CallBook &calls, Telephony::StreamTokens &tokens,
                               std::shared_ptr<const Telephony::TwilioRest> network, const Clock &clock)
    : m_door(door)
    , m_calls(calls)
    , m_tokens(tokens)
    , m_desk(std::move(network), clock)
    , m_clock(clock)
{}

void TransferRoutes::addTo(Http::Router &router)
{
    const auto ask = [&](const char *path, auto handler) {
        m_door.add(router, path,
                   [this, handler](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
                       (this->*handler)(form, request, reply);
                   });
    };
    ask(TransferAnswers::HoldPath, &TransferRoutes::onHold);
    ask(TransferAnswers::StaffPath, &TransferRoutes::onStaff);
    ask(TransferAnswers::StaffKeyPath, &TransferRoutes::onStaffKey);
    ask(PhoneAnswers::TransferEndedPath, &TransferRoutes::onTransferEnded);
    m_door.add(router, TransferAnswers::AlonePath,
               [this](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
                   sendTwiml(reply, answersFor(request).alone(m_desk.somebodyComes(form.text("CallSid"))));
               });
    addNews(router, TransferAnswers::StaffStatusPath,
            [this](const TransferDesk::Attempt &attempt, const TwilioForm &form) {
                if (const auto status = Telephony::StatusCallback::parse(form)) {
                    m_desk.staffCallIs(attempt, status->call.callSid, status->call.status);
                }
            });
    addNews(router, TransferAnswers::StaffMachinePath,
            [this](const TransferDesk::Attempt &attempt, const TwilioForm &form) {
                const QString by = form.text("AnsweredBy");
                if (by.startsWith(QLatin1String("machine")) || by == QLatin1String("fax")) {
                    m_desk.machineAnswered(attempt);
                }
            });
    addNews(router, TransferAnswers::RoomPath, [this](const TransferDesk::Attempt &attempt, const TwilioForm &form) {
        if (form.text("StatusCallbackEvent") == QLatin1String("conference-start")) {
            m_desk.talkBegins(attempt);
        }
    });
}

void TransferRoutes::addNews(Http::Router &router, const char *path, Handler handler)
{
    m_door.add(
        router, path,
        [handler = std::move(handler)](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
            handler(attemptIn(request), form);
            reply.send(Http::HttpResponse::empty(204));
        });
}

TransferAnswers TransferRoutes::answersFor(const HttpRequest &request) const
{
    return TransferAnswers(m_door.gate().baseUrl(request));
}

Pending<Result<LiveCall>> TransferRoutes::callOf(const TransferDesk::Attempt &attempt) const
{
    Telephony::CallReference reference;
    reference.callSid = attempt.callSid;
    return m_calls.lookUp(reference);
}

void TransferRoutes::begin(const LiveCall &call, const PhoneAnswers &answers, const HttpResponder &reply)
{
    const auto [rung, kept] = m_calls.ringsTheClinic(call);
    const QDateTime now = m_clock.utcNow();
    const TransferAnswers warm(answers.httpBase());
    const bool staffAreTold = m_returning && mayWait(rung) && !rung.guidanceOwed &&
                              m_desk.begin(rung, PhoneAnswers::lineFor(rung.clinic, now), warm);
    answerWhenKept(kept, reply, responseOf(staffAreTold ? warm.hold() : answers.ringClinic(rung, now)));
}

void TransferRoutes::onHold(const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply)
{
    const TransferAnswers warm = answersFor(request);
    const PhoneAnswers answers = m_door.answersFor(request);
    const QString callSid = form.text("CallSid");
    const Transfer::Next next = m_desk.callerAsks(callSid);
    if (next == Transfer::Next::Wait) {
        sendTwiml(reply, warm.hold());
        return;
    }
    callOf({callSid, 0}).then([this, warm, answers, reply, next, callSid](const Result<LiveCall> &found) {
        if (!found) {
            qCWarning(Log::telephony) << "an unknown call is on hold:" << found.error().message;
            reply.send(Http::HttpResponse::problem(503, found.error().message));
            return;
        }
        switch (next) {
        case Transfer::Next::Join:
            sendTwiml(reply, warm.join(found.value()));
            return;
        case Transfer::Next::NobodyTook:
            nobodyTook(found.value(), transferFailureName(m_desk.failureOf(callSid)), answers, reply);
            return;
        default:
            sendTwiml(reply, answers.ringClinic(found.value(), m_clock.utcNow()));
        }
    });
}

void TransferRoutes::onStaff(const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply)
{
    const TransferAnswers warm = answersFor(request);
    const TransferDesk::Attempt attempt = attemptIn(request);
    if (!m_desk.staffAsks(attempt, form.text("CallSid"))) {
        sendTwiml(reply, warm.tooLate());
        return;
    }
    callOf(attempt).then([warm, reply](const Result<LiveCall> &found) {
        sendTwiml(reply, found ? warm.announce(found.value()) : warm.tooLate());
    });
}

void TransferRoutes::onStaffKey(const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply)
{
    const TransferAnswers warm = answersFor(request);
    const TransferDesk::Attempt attempt = attemptIn(request);
    const QString keys = form.text("Digits");
    if (!m_desk.keyPressed(attempt, keys)) {
        // Whoever pressed the right key in vain wants to know.
        sendTwiml(reply, keys == QLatin1String(Transfer::AcceptKey) ? warm.tooLate() : warm.goodbye());
        return;
    }
    callOf(attempt).then([warm, reply](const Result<LiveCall> &found) {
        sendTwiml(reply, found ? warm.connectStaff(found.value()) : warm.tooLate());
    });
}

void TransferRoutes::onTransferEnded(const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply)
{
    const auto ended = Telephony::DialEnded::parse(form);
    if (!ended) {
        reply.send(Http::HttpResponse::problem(400, ended.error().message));
        return;
    }
    const bool talked = m_desk.talkEnds(ended->call.callSid).value_or(ended->reachedSomebody());
    const PhoneAnswers answers = m_door.answersFor(request);
    m_calls.lookUp(ended->call)
        .then([this, answers, reply, talked, ended = ended.value()](const Result<LiveCall> &found) {
            if (!found) {
                qCWarning(Log::telephony) << "an unknown call's transfer ended:" << found.error().message;
                sendTwiml(reply, talked ? answers.hangUp() : answers.unknownNumber());
            } else if (talked) {
                answerWhenKept(m_calls.finish(found.value()), reply, responseOf(answers.hangUp()));
            } else if (Telephony::isOver(ended.call.status)) {
                m_calls.callerLeft(found.value());
                answerWhenKept(m_calls.finish(found.value()), reply, responseOf(answers.nothing()));
            } else {
                nobodyTook(found.value(), ended.reason(), answers, reply);
            }
        });
}

void TransferRoutes::nobodyTook(const LiveCall &call, const QString &why, const PhoneAnswers &answers,
                                const HttpResponder &reply)
{
    const Pending<void> kept = m_calls.nobodyTook(call, why);
    if (m_returning && mayWait(call) && call.returns == 0) {
        const LiveCall back = m_calls.returns(call);
        answerWhenKept(kept, reply,
                       responseOf(answers.connectAssistant(back, m_tokens.issue(back.record.networkCallId))));
        return;
    }
    // The last of the call's writes: those before it are kept when it is.
    answerWhenKept(m_calls.finish(call), reply, responseOf(answers.nobodyAnswered(call)));
}

} // namespace Frontdesk::Reception
