#include "desktop/client/apianswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Frontdesk::Client {

namespace {

struct Problems {
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

/// Sentences for the codes a person can do something about.
QString sentenceForCode(const ApiAnswer &answer)
{
    if (answer.code == "bad_credentials"_L1 && answer.status == 403)
        return Problems::tr("The current password is not right.");
    if (answer.code == "bad_credentials"_L1)
        return Problems::tr("This e-mail address and password do not belong together.");
    if (answer.code == "code_required"_L1)
        return Problems::tr("Enter the code from your authenticator app.");
    if (answer.code == "bad_code"_L1)
        return Problems::tr("This code is not right, or it is no longer valid. Wait for the next one.");
    if (answer.code == "locked"_L1)
        return Problems::tr("Too many attempts. Try again in %1 minutes.")
            .arg(qMax(1, (answer.retryAfterSeconds + 59) / 60));
    if (answer.code == "deactivated"_L1)
        return Problems::tr("This account was deactivated. Ask your administrator.");
    if (answer.code == "session_ended"_L1)
        return Problems::tr("Your session has ended. Please sign in again.");
    if (answer.code == "changed_meanwhile"_L1)
        return Problems::tr("Somebody changed this meanwhile. You see it as it is now.");
    if (answer.code == "owned"_L1) {
        const auto owner = answer.body.value("owner"_L1).toObject().value("name"_L1).toString();
        return owner.isEmpty() ? Problems::tr("Somebody else has this already.")
                               : Problems::tr("%1 has this already.").arg(owner);
    }
    if (answer.code == "cannot_undo"_L1)
        return Problems::tr("This can no longer be undone, because something happened since.");
    if (answer.code == "weak_password"_L1)
        return Problems::tr("Choose a longer password, with at least 12 characters that are not easy to guess.");
    if (answer.code == "invitation_over"_L1)
        return Problems::tr("This invitation was used or is over. Ask your administrator for another one.");
    if (answer.code == "completed"_L1 || answer.code == "not_completed"_L1 || answer.code == "not_awaited"_L1)
        return Problems::tr("Somebody was faster: this task is past that step.");
    if (answer.code == "no_number"_L1)
        return Problems::tr("The caller left no number to call back.");
    if (answer.code == "last_admin"_L1)
        return Problems::tr("The clinic needs at least one administrator.");
    if (answer.code == "too_few_doctors"_L1)
        return Problems::tr("Two signatures need two doctors. Invite another one first.");
    if (answer.code == "too_many"_L1)
        return Problems::tr("There are as many as there may be. Delete one first.");
    if (answer.code == "not_here"_L1 || answer.code == "ended"_L1)
        return Problems::tr("This call is over already.");
    if (answer.code == "busy"_L1 || answer.code == "unavailable"_L1)
        return Problems::tr("The server is busy. Try again in a moment; nothing you did is lost.");
    return {};
}

} // namespace

QString ApiAnswer::sentence() const
{
    if (ok())
        return {};
    if (!certificateProblem.isEmpty())
        return certificateProblem;
    if (status == 0)
        return Problems::tr("The server cannot be reached. Check the network; nothing you did is lost.");
    if (const auto known = sentenceForCode(*this); !known.isEmpty())
        return known;
    const auto errors = body.value("errors"_L1).toArray();
    if (!errors.isEmpty())
        return errors.first().toObject().value("message"_L1).toString();
    if (const auto detail = body.value("detail"_L1).toString(); !detail.isEmpty())
        return detail;
    if (status == 401)
        return Problems::tr("Your session has ended. Please sign in again.");
    if (status == 403)
        return Problems::tr("Your role does not allow this.");
    if (status == 404)
        return Problems::tr("This no longer exists.");
    if (status == 429)
        return Problems::tr("Too many requests at once. Try again in a moment.");
    return Problems::tr("The server could not do this (%1). Try again in a moment.").arg(status);
}

} // namespace Frontdesk::Client
