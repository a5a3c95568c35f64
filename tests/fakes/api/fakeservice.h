#pragma once

#include "service/http/httpserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>
#include <QUrl>

namespace Frontdesk::Sockets {
class WebSocket;
}

namespace Frontdesk::Tests {

/// The service's API on a real socket, over an invented clinic in memory: what the desktop is tested and pictured
/// against. It keeps the contract's rules that a client can trip over (versions, owners, tokens, sequences), and it
/// fails on demand. Safe from any thread.
class FakeService {
public:
    /// Every account has this password.
    static inline const QString Password = QStringLiteral("correct horse battery");
    /// The code of accounts with two-step sign-in.
    static inline const QString Code = QStringLiteral("123456");

    /// With the demo clinic of tests/fakes/api/demo.json.
    FakeService();
    ~FakeService();

    [[nodiscard]] QUrl url() const;

    /// What the caller's side of every recording holds in this second, in mu-law.
    [[nodiscard]] static char levelOf(int second) { return char(0x80 + second % 100); }

    /// Replaces all tasks by `count` invented ones that nobody has.
    void fillTasks(int count);
    [[nodiscard]] QJsonObject task(const QString &id) const;
    /// Somebody else changes a task: merged, a new version, pushed.
    void changeTask(const QString &id, const QJsonObject &changes);
    void addTask(const QJsonObject &task);
    /// As it is kept now: "/clinic/thresholds".
    [[nodiscard]] QJsonObject document(const QString &path) const;
    /// Its recording too; longer than before: it still runs.
    void setCallLength(const QString &callId, int durationMs);
    /// Somebody erased it.
    void removeCall(const QString &callId);
    void raiseEscalation(const QJsonObject &escalation);
    void push(const QString &kind, const QJsonObject &data);
    void pushWords(const QString &callId, int turn, const QString &speaker, const QString &text);

    /// Stops listening and cuts every connection; the clinic stays as it is.
    void goDown();
    /// Listens again on the same port.
    void comeBack();
    /// Every access token given so far is worth nothing; refresh tokens still are.
    void expireTokens();
    /// Refresh tokens too.
    void endSessions();
    /// No resume is possible before this: a client with an older sequence gets 4410.
    void forgetEvents();
    /// Closes all live sockets with this code.
    void closeLive(int code);

    /// "POST /tasks/t-1/actions/claim", "GET /calls/c-1/recording bytes=0-99", in order, below /api/v1.
    [[nodiscard]] QStringList requests() const;
    [[nodiscard]] int liveConnections() const;
    /// Without two-step sign-in for anybody.
    void dropTotp();

private:
    struct Answer;
    class Clinic;

    void listen();
    [[nodiscard]] Http::Router router();
    void onLive(std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &request);
    void broadcast(const QJsonObject &message);

    mutable QMutex m_mutex;
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<Http::HttpServer> m_server;
    std::vector<Sockets::WebSocket *> m_sockets;
    QStringList m_requests;
    quint16 m_port = 0;
};

} // namespace Frontdesk::Tests
