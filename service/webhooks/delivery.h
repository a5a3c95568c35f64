#pragma once

#include "service/storage/store.h"
#include "shared/core/clock.h"

#include <optional>

namespace Frontdesk::Webhooks {

/// Something to tell one address.
struct Delivery {
    Storage::Webhook webhook;                  ///< As it was when it was taken.
    std::optional<Storage::ClinicEvent> event; ///< Nothing: a test.
};

/// What came of it.
struct Outcome {
    int status = 0;    ///< Of the HTTP answer; 0: none came.
    QString problem{}; ///< Names neither address nor secret; empty: it was taken.
    Milliseconds retryAfter{0};

    [[nodiscard]] bool isTaken() const { return problem.isEmpty(); }
};

/// What may be chosen, in the words of the event log.
[[nodiscard]] const QStringList &webhookKinds();

/// Says what happened without saying about whom: ids, kind, sequence, time and where the API at `linkBase` has more.
[[nodiscard]] QByteArray bodyOf(const Delivery &delivery, const QString &linkBase);
/// Stays the same when it is tried again. A test has none.
[[nodiscard]] QByteArray deliveryId(const Delivery &delivery);
/// Those that sign at the moment.
[[nodiscard]] std::vector<QByteArray> secretsOf(const Storage::Webhook &webhook, const QDateTime &now);

/// Takes what is to be told now: tests that were asked for, and of each address the next event it wants, as many as
/// `limit`. Nobody else tells those addresses anything for `Lease`. Runs on a database thread in the platform's scope.
[[nodiscard]] Result<std::vector<Delivery>> takeDue(Storage::Store &store, const QDateTime &now, int limit);

/// Writes down what came of it. What the address is to be told next, if there is something and it is still ours. `spread`
/// (0 to 1) keeps addresses that failed together from coming back together. Runs on a database thread.
[[nodiscard]] Result<std::optional<Delivery>> settle(Storage::Store &store, const Delivery &delivery,
                                                     const Outcome &outcome, const QDateTime &now, double spread);

/// Longer than any try, so that only a dead program loses its claim.
inline constexpr std::chrono::seconds Lease{60};
/// How long an address may fail before it is switched off.
inline constexpr std::chrono::hours Patience{24};
/// Before try `failures + 1`: 10 s, doubled with each, at most two hours; a fifth more or less.
[[nodiscard]] std::chrono::seconds pauseAfter(int failures, double spread);

/// Appended to the clinic's log when the service has switched one off.
inline constexpr char StoppedEvent[] = "webhook.stopped";

} // namespace Frontdesk::Webhooks
