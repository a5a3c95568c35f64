#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace Frontdesk::Storage {

/// One try to tell an address something.
struct WebhookAttempt {
    QDateTime at{};      ///< UTC; invalid: there was none.
    int status = 0;      ///< Of the HTTP answer; 0: none came.
    QString problem{};   ///< Why it was no success; empty: it was one.
    qint64 sequence = 0; ///< Of the event.
    QString kind{};      ///< Of the event.
};

/// An address of the clinic's choice that is told of events, and how far the telling has come.
struct Webhook {
    QString id{}; ///< Filled in by `add`.
    ClinicId clinic{};
    qint64 version = 1;
    QString url{};       ///< Sealed where it is kept, for it may hold a key of somebody's.
    QStringList kinds{}; ///< Of the events it is told of.
    bool isOn = true;
    QString offReason{};   ///< Why the service switched it off; empty: it did not.
    QDateTime createdAt{}; ///< UTC.

    QByteArray secret{}; ///< What signs; sealed where it is kept.
    QByteArray previousSecret{};
    QDateTime previousUntil{}; ///< Up to then the previous secret signs as well; invalid: there is none.

    qint64 sequence = 0;      ///< Events up to this one were told, or are not wanted.
    qint64 claims = 0;        ///< How often somebody took it for telling; whoever has the last number writes.
    QDateTime nextAt{};       ///< Nobody takes it before. UTC.
    int failures = 0;         ///< In a row.
    QDateTime failingSince{}; ///< UTC; invalid: the last one was a success.
    WebhookAttempt last{};
    std::vector<WebhookAttempt> attempts{}; ///< The newest first, `AttemptsKept` at most.
    QDateTime testAskedAt{};                ///< UTC; invalid: no test waits.
    WebhookAttempt lastTest{};

    static constexpr size_t AttemptsKept = 20;
    /// It was tried: the last attempt, and the newest of those that are kept.
    void note(const WebhookAttempt &attempt);
};

/// Which addresses are told what. The clinic's event log is what waits for them: each has its place in it, so nothing is
/// forgotten when a program dies, and nothing is kept twice.
class WebhookStore {
public:
    virtual ~WebhookStore() = default;

    /// It is told of what happens from now on.
    virtual Result<Webhook> add(Webhook webhook, const QDateTime &now) = 0;
    /// The oldest first.
    virtual Result<std::vector<Webhook>> list(const ClinicId &clinic) = 0;
    virtual Result<Webhook> find(const ClinicId &clinic, const QString &id) = 0;
    /// Keeps address, kinds, secrets and whether it is on; what failed before is forgotten. Conflict: it no longer has
    /// this version.
    virtual Result<Webhook> change(const Webhook &webhook, qint64 version, const QDateTime &now) = 0;
    virtual Result<void> remove(const ClinicId &clinic, const QString &id) = 0;
    virtual Result<void> askTest(const ClinicId &clinic, const QString &id, const QDateTime &now) = 0;

    /// Those of all clinics that are on, are behind the log and whose time has come, the longest waiting first. Needs the
    /// platform's scope, as the next does.
    virtual Result<std::vector<Webhook>> due(const QDateTime &now, int limit) = 0;
    virtual Result<std::vector<Webhook>> testsAsked(int limit) = 0;
    /// Takes it; nobody else may before `until`. Its claims as they are now; Conflict: another one was faster.
    virtual Result<qint64> claim(const Webhook &webhook, const QDateTime &until) = 0;
    /// Takes the test that waits. False: another one was faster.
    virtual Result<bool> takeTest(const Webhook &webhook) = 0;

    /// Events up to this one need not be told any more; also by one who has lost the claim.
    virtual Result<void> pass(const ClinicId &clinic, const QString &id, qint64 sequence) = 0;
    /// Keeps whether it is on, the failures, the attempts and the next time, if the claim still stands. False: it
    /// does not, and nothing was kept.
    virtual Result<bool> settle(const Webhook &webhook) = 0;
    virtual Result<void> settleTest(const Webhook &webhook) = 0;
};

/// Raised with the clinic's id when an address was added or changed, or is to be tested.
inline constexpr char WebhookTopic[] = "webhooks";

} // namespace Frontdesk::Storage
