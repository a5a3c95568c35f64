#pragma once

#include "service/api/apiroutes.h"
#include "service/api/storedaudittrail.h"
#include "service/http/httpserver.h"
#include "tests/support/virtualscheduler.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <mutex>

namespace Frontdesk::Api::Tests {

struct AuditLine {
    Actor actor;
    QString action;
    Subject subject;
    QString detail;
};

/// Remembers what was written down, beside the real log.
class RecordingTrail final : public AuditTrail {
public:
    explicit RecordingTrail(const QByteArray &key)
        : m_log(Storage::AuditSeal(key))
    {}

    Result<void> record(Storage::Store &store, const Actor &actor, const QString &action, const Subject &subject,
                        const QString &detail, const QDateTime &now) override;

    /// The last of this action; an empty one when there is none.
    [[nodiscard]] AuditLine last(const QString &action) const;
    [[nodiscard]] int count(const QString &action) const;
    void setBroken(bool broken) { m_isBroken = broken; }

private:
    StoredAuditTrail m_log;
    mutable std::mutex m_mutex;
    std::vector<AuditLine> m_lines;
    std::atomic<bool> m_isBroken = false;
};

struct Answer {
    int status = 0;
    QJsonObject body;
    QByteArray raw;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.

    [[nodiscard]] QJsonValue at(const char *name) const { return body.value(QLatin1String(name)); }
    [[nodiscard]] QString text(const char *name) const { return at(name).toString(); }
    [[nodiscard]] QString code() const { return text("code"); }
    [[nodiscard]] QJsonArray items() const { return at("items").toArray(); }
};

struct Asking {
    QString token{};
    QJsonObject body{};
    QList<QPair<QByteArray, QByteArray>> headers{};
};

/// The API on a port of this machine over an empty database, with a clock that stands still, and a client for it.
class ApiFixture {
public:
    ApiFixture();
    ~ApiFixture();

    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const Asking &asking = {});
    [[nodiscard]] Answer get(const QString &path, const QString &token) { return ask("GET", path, {token}); }
    [[nodiscard]] Answer post(const QString &path, const QString &token, const QJsonObject &body = {})
    {
        return ask("POST", path, {token, body});
    }
    /// With If-Match.
    [[nodiscard]] Answer change(const QByteArray &method, const QString &path, const QString &token, qint64 version,
                                const QJsonObject &body = {})
    {
        return ask(method, path, {token, body, {{"If-Match", etagOf(version)}}});
    }

    ClinicProfile givenClinic(const QString &number = QStringLiteral("+15550100000"));
    /// An active person with the password `Password`.
    User givenUser(const ClinicProfile &clinic, Role role, const QString &email = {});
    /// A session and its access token, without the way through the sign-in.
    QString tokenFor(const User &user);
    CallRecord givenCall(const ClinicProfile &clinic, int minutesAgo = 0);
    /// Of that many seconds, in which both sides speak.
    Storage::RecordingRecord givenRecording(const CallRecord &call, int seconds = 5);
    Task givenTask(const CallRecord &call, RequestType type = RequestType::AppointmentScheduling,
                   TaskPriority priority = TaskPriority::Normal,
                   const QString &patient = QStringLiteral("Pat Example"));

    /// Runs on the database thread and returns what `work(store)` gave, which must have worked.
    template <typename Work>
    auto inStore(Work work)
    {
        auto outcome = database->run(std::move(work)).result();
        if (!outcome) {
            qFatal("%s", qPrintable(outcome.error().message));
        }
        return std::move(outcome).value();
    }

    static constexpr char Password[] = "violet kettle on the roof";

    Frontdesk::Tests::VirtualScheduler clock;
    RecordingTrail trail;
    QTemporaryDir folder;
    std::unique_ptr<Storage::Database> database;
    std::vector<CallId> takenOver;
    bool canTakeOver = true;
    std::vector<ClinicProfile> changedClinics;
    Hindsight::Changes previewed;
    std::unique_ptr<Recording::ObjectStore> recordingStore;
    std::unique_ptr<Recording::RecordingReader> recordings;
    std::unique_ptr<ApiRoutes> api;
    std::unique_ptr<Http::HttpServer> server;

private:
    QNetworkAccessManager m_network;
    QString m_passwordHash;
};

} // namespace Frontdesk::Api::Tests
