#include "service/dialogue/internal/closing.h"

#include "service/dialogue/internal/clinicanswers.h"
#include "service/dialogue/internal/spokenvalues.h"
#include "service/dialogue/internal/tasks.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

QString valueOf(const SlotMap &values, SlotName name)
{
    const auto found = values.find(name);
    return found == values.end() ? QString() : found->second.value;
}

QString withDetails(const Talk &talk, QString what, const SlotMap &values, bool reasonAllowed)
{
    const QString provider = valueOf(values, SlotName::ProviderName);
    if (!provider.isEmpty() && !provider.startsWith(QLatin1Char('!')) && !provider.startsWith(QLatin1String("any"))) {
        what += QStringLiteral(" with Dr. ") + provider;
    }
    if (const QString when = spokenWhen(values, talk.localNow().date()); !when.isEmpty()) {
        what += QLatin1Char(' ') + when;
    }
    const QString reason = spokenReason(valueOf(values, SlotName::Reason));
    return reasonAllowed && !reason.isEmpty() ? what + QStringLiteral(" for ") + reason : what;
}

QString spokenRequest(const Talk &talk, const Request &request)
{
    const SlotMap values = talk.requests.valuesFor(request);
    QString forWhom;
    if (talk.requests.callerIsNotPatient(request) || request.otherPatient) {
        const QString patient = valueOf(values, SlotName::PatientName);
        forWhom = patient.isEmpty() ? QString() : QStringLiteral(" for ") + patient.section(QLatin1Char(' '), 0, 0);
    }
    switch (request.type) {
    case RequestType::AppointmentScheduling:
        return withDetails(talk, QStringLiteral("an appointment") + forWhom, values, true);
    case RequestType::AppointmentRescheduling: {
        const QString when = spokenWhen(values, talk.localNow().date());
        static const QRegularExpression ownPreposition(
            QStringLiteral("^(at|in|on|from|by|before|between|early|late|around|as) "));
        const QString to = when.isEmpty()                          ? QString()
                           : ownPreposition.match(when).hasMatch() ? QStringLiteral(" ")
                                                                   : QStringLiteral(" to ");
        return QStringLiteral("moving the appointment") + forWhom + to + when;
    }
    case RequestType::AppointmentCancellation:
        return QStringLiteral("canceling the appointment") + forWhom;
    case RequestType::AppointmentConfirmation:
        return QStringLiteral("checking the appointment") + forWhom;
    case RequestType::InsuranceQuestion: {
        const QString plan = valueOf(values, SlotName::Insurance);
        return plan.isEmpty() || plan == QLatin1String("self_pay") ? QStringLiteral("your insurance question")
                                                                   : QStringLiteral("your question about ") + plan;
    }
    case RequestType::CallbackRequest:
        return QStringLiteral("a call back");
    case RequestType::ReferralRequest:
        return QStringLiteral("a referral") + forWhom;
    case RequestType::BillingQuestion:
        return QStringLiteral("your billing question");
    case RequestType::MedicalRecords:
        return QStringLiteral("your records request");
    case RequestType::Other:
        return QStringLiteral("your message");
    default:
        return QStringLiteral("your question");
    }
}

/// When staff call: the clinic's own promise, which only holds while somebody is there.
QString promise(const Talk &talk)
{
    const ClinicProfile &clinic = talk.briefing.clinic;
    const QDateTime now = talk.localNow();
    if (isKnownClosed(clinic, now)) {
        if (const auto opening = clinic.hours.nextOpening(now)) {
            return QStringLiteral("after we open ") + spokenMoment(*opening, now.date());
        }
    }
    return clinic.callbackPromise;
}

const char *callBackPhrase(const std::vector<RequestType> &types)
{
    const auto any = [&](RequestType type) { return std::find(types.begin(), types.end(), type) != types.end(); };
    if (any(RequestType::AppointmentScheduling) || any(RequestType::AppointmentRescheduling)) {
        return "done.call_back_time";
    }
    return any(RequestType::AppointmentCancellation) ? "done.call_back_confirm" : "done.call_back";
}

bool anyTask(const Talk &talk)
{
    return std::any_of(talk.requests.all().begin(), talk.requests.all().end(),
                       [](const Request &request) { return request.submitted; });
}

void end(Talk &talk, const QString &outcome, const QString &why)
{
    talk.phase = TalkPhase::Ended;
    talk.saidGoodbye = why == QLatin1String("done");
    talk.pending = {};
    talk.out.add(EndCall{outcome, why});
}

} // namespace

void announceRequests(Talk &talk)
{
    QStringList created;
    QStringList updated;
    std::vector<RequestType> types;
    for (Request &request : talk.requests.all()) {
        if (request.submitted) {
            continue;
        }
        leaveTask(talk, request);
        (request.announced ? updated : created) << spokenRequest(talk, request);
        talk.corrected = talk.corrected || request.announced;
        request.announced = true;
        types.push_back(request.type);
    }
    if (!created.isEmpty()) {
        ++talk.announcements;
        talk.out.say(QStringLiteral("done.created"), {{QStringLiteral("what"), spokenList(created)}});
    }
    if (!updated.isEmpty()) {
        talk.out.say(QStringLiteral("done.updated"), {{QStringLiteral("what"), spokenList(updated)}});
    }
    const QString number = talk.requests.fact(SlotName::CallbackNumber);
    if (!number.isEmpty()) {
        talk.out.say(QLatin1String(callBackPhrase(types)),
                     {{QStringLiteral("number"), writtenNumber(number)}, {QStringLiteral("promise"), promise(talk)}});
    }
    askAnythingElse(talk);
}

void askAnythingElse(Talk &talk)
{
    // Each announcement opens the question anew.
    const Question question{
        QStringLiteral("done.anything_else"), Flow::Expectation::AnythingElse, {}, -talk.announcements - talk.answers};
    if (!ask(talk, question)) {
        sayGoodbye(talk);
    }
}

void sayGoodbye(Talk &talk, const QString &why)
{
    QStringList all;
    for (const Request &request : talk.requests.all()) {
        if (request.submitted) {
            all << spokenRequest(talk, request);
        }
    }
    if (talk.announcements > 1 || (talk.corrected && !all.isEmpty())) {
        talk.out.say(QStringLiteral("done.recap"), {{QStringLiteral("what"), spokenList(all)}});
    }
    talk.out.say(QStringLiteral("done.goodbye"));
    end(talk, anyTask(talk) || talk.answers > 0 ? QStringLiteral("completed") : QStringLiteral("no_task"), why);
}

void endWithoutTask(Talk &talk, const QString &phraseId, const QString &why)
{
    const int left = leaveUnfinishedTasks(talk, QStringLiteral("the call ended early"));
    if (left > 0) {
        talk.out.say(QStringLiteral("done.kept"));
    }
    talk.out.say(phraseId);
    end(talk, anyTask(talk) ? QStringLiteral("completed") : QStringLiteral("no_task"), why);
}

void endInSilence(Talk &talk)
{
    leaveUnfinishedTasks(talk, QStringLiteral("the line went silent"));
    talk.out.say(QStringLiteral("emergency.reminder"));
    talk.out.say(QStringLiteral("silence.goodbye"));
    end(talk, anyTask(talk) ? QStringLiteral("completed") : QStringLiteral("no_task"), QStringLiteral("silence"));
}

void endByCaller(Talk &talk)
{
    const bool unfinished = talk.requests.open() != nullptr;
    leaveUnfinishedTasks(talk, QStringLiteral("the caller hung up"));
    const bool done = !unfinished && (anyTask(talk) || talk.answers > 0);
    end(talk, done ? QStringLiteral("completed") : QStringLiteral("caller_hung_up"), QStringLiteral("hangup"));
}

} // namespace Frontdesk::Dialogue
