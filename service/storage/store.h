#pragma once

#include "service/storage/analyticsstore.h"
#include "service/storage/auditstore.h"
#include "service/storage/callstore.h"
#include "service/storage/clinicsettingstore.h"
#include "service/storage/clinicstore.h"
#include "service/storage/escalationstore.h"
#include "service/storage/eventstore.h"
#include "service/storage/keystore.h"
#include "service/storage/nodestore.h"
#include "service/storage/notificationstore.h"
#include "service/storage/recordingstore.h"
#include "service/storage/retentionstore.h"
#include "service/storage/sessionstore.h"
#include "service/storage/tapestore.h"
#include "service/storage/taskdesk.h"
#include "service/storage/taskstore.h"
#include "service/storage/usagestore.h"
#include "service/storage/userstore.h"
#include "service/storage/vendorkeystore.h"
#include "service/storage/webhookstore.h"

#include <functional>

namespace Frontdesk::Storage {

/// Everything that is kept, over one database connection. Lives on the database thread.
class Store {
public:
    virtual ~Store() = default;

    virtual ClinicStore &clinics() = 0;
    virtual CallStore &calls() = 0;
    virtual TaskStore &tasks() = 0;
    virtual EscalationStore &escalations() = 0;
    virtual TapeStore &tapes() = 0;
    virtual RecordingStore &recordings() = 0;
    virtual EventStore &events() = 0;
    virtual AuditStore &audit() = 0;
    virtual KeyStore &keys() = 0;
    virtual UserStore &users() = 0;
    virtual SessionStore &sessions() = 0;
    virtual SignInFailureStore &signInFailures() = 0;
    virtual IdempotencyStore &idempotency() = 0;
    virtual TaskDesk &desk() = 0;
    virtual AnalyticsStore &analytics() = 0;
    virtual UsageStore &usage() = 0;
    virtual ClinicSettingStore &clinicSettings() = 0;
    virtual VendorKeyStore &vendorKeys() = 0;
    virtual DelegationStore &delegations() = 0;
    virtual NotificationStore &notifications() = 0;
    virtual WebhookStore &webhooks() = 0;
    virtual NodeStore &nodes() = 0;
    virtual RetentionStore &retention() = 0;

    /// Number of the last layout step the database has; see migrations/.
    [[nodiscard]] virtual int layoutStep() const = 0;

    /// Runs several writes as one: all are kept when `work` succeeds, none when it returns an error. Every single write
    /// of a store is whole without it. A transaction inside a transaction becomes part of it.
    virtual Result<void> transaction(const std::function<Result<void>()> &work) = 0;

    /// Wakes all who listen to Database::events() once the transaction around this is kept; without one, at once. Inside
    /// one transaction the same words may arrive once. `topic` and `payload` together have at most 4000 bytes and never
    /// hold patient data. InvalidInput: they are longer.
    virtual Result<void> raise(const QString &topic, const QString &payload) = 0;
};

} // namespace Frontdesk::Storage
