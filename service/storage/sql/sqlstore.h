#pragma once

#include "service/storage/sql/sqlanalyticsstore.h"
#include "service/storage/sql/sqlauditstore.h"
#include "service/storage/sql/sqlcallstore.h"
#include "service/storage/sql/sqlclinicsettingstore.h"
#include "service/storage/sql/sqlclinicstore.h"
#include "service/storage/sql/sqldelegationstore.h"
#include "service/storage/sql/sqlescalationstore.h"
#include "service/storage/sql/sqleventstore.h"
#include "service/storage/sql/sqlkeystore.h"
#include "service/storage/sql/sqlnodestore.h"
#include "service/storage/sql/sqlnotificationstore.h"
#include "service/storage/sql/sqlrecordingstore.h"
#include "service/storage/sql/sqlretentionstore.h"
#include "service/storage/sql/sqlsessionstore.h"
#include "service/storage/sql/sqltapestore.h"
#include "service/storage/sql/sqltaskdesk.h"
#include "service/storage/sql/sqltaskstore.h"
#include "service/storage/sql/sqlusagestore.h"
#include "service/storage/sql/sqluserstore.h"
#include "service/storage/sql/sqlvendorkeystore.h"
#include "service/storage/sql/sqlwebhookstore.h"
#include "service/storage/store.h"

#include <memory>

namespace Frontdesk::Storage {

/// The stores over one SQL connection.
class SqlStore final : public Store {
public:
    SqlStore(std::unique_ptr<SqlConnection> connection, int layoutStep, KeyCache &keys);

    ClinicStore &clinics() override { return m_clinics; }
    CallStore &calls() override { return m_calls; }
    TaskStore &tasks() override { return m_tasks; }
    EscalationStore &escalations() override { return m_escalations; }
    TapeStore &tapes() override { return m_tapes; }
    RecordingStore &recordings() override { return m_recordings; }
    EventStore &events() override { return m_events; }
    AuditStore &audit() override { return m_audit; }
    SqlKeyStore &keys() override { return m_keys; }
    UserStore &users() override { return m_users; }
    SessionStore &sessions() override { return m_sessions; }
    SignInFailureStore &signInFailures() override { return m_signInFailures; }
    IdempotencyStore &idempotency() override { return m_idempotency; }
    TaskDesk &desk() override { return m_desk; }
    AnalyticsStore &analytics() override { return m_analytics; }
    UsageStore &usage() override { return m_usage; }
    ClinicSettingStore &clinicSettings() override { return m_clinicSettings; }
    VendorKeyStore &vendorKeys() override { return m_vendorKeys; }
    DelegationStore &delegations() override { return m_delegations; }
    NotificationStore &notifications() override { return m_notifications; }
    WebhookStore &webhooks() override { return m_webhooks; }
    NodeStore &nodes() override { return m_nodes; }
    RetentionStore &retention() override { return m_retention; }
    [[nodiscard]] int layoutStep() const override { return m_layoutStep; }
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    Result<void> raise(const QString &topic, const QString &payload) override;

    /// See SqlConnection.
    Result<void> enter(const Scope &scope) { return m_connection->enter(scope); }
    [[nodiscard]] bool isLost() { return m_connection->isLost(); }

private:
    std::unique_ptr<SqlConnection> m_connection;
    int m_layoutStep;
    KeyRing m_keyRing;
    SealedBodies m_bodies;
    SearchIndex m_search;
    SqlEventStore m_events;
    SqlAuditStore m_audit;
    SqlClinicStore m_clinics;
    SqlCallStore m_calls;
    SqlTaskStore m_tasks;
    SqlEscalationStore m_escalations;
    SqlTapeStore m_tapes;
    SqlRecordingStore m_recordings;
    SqlKeyStore m_keys;
    SqlUserStore m_users;
    SqlSessionStore m_sessions;
    SqlSignInFailureStore m_signInFailures;
    SqlIdempotencyStore m_idempotency;
    SqlTaskDesk m_desk;
    SqlDelegationStore m_delegations;
    SqlClinicSettingStore m_clinicSettings;
    SqlVendorKeyStore m_vendorKeys;
    SqlAnalyticsStore m_analytics;
    SqlUsageStore m_usage;
    SqlNotificationStore m_notifications;
    SqlWebhookStore m_webhooks;
    SqlNodeStore m_nodes;
    SqlRetentionStore m_retention;
};

} // namespace Frontdesk::Storage
