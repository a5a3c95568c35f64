#pragma once

#include "desktop/client/apianswer.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace Frontdesk::Client {

struct ApiRequest {
    enum class Verb { Get, Post, Put, Patch, Delete };

    Verb verb = Verb::Get;
    QString path; ///< Below `/api/v1`, with the leading slash: "/tasks".
    QUrlQuery query{};
    QJsonObject body{};    ///< Not sent with Get and Delete when empty.
    int ifMatch = -1;      ///< The version this change was made against; -1: none.
    bool withToken = true; ///< False for signing in and renewing.
    QByteArray range{};    ///< `bytes=0-65535`: of a recording this part alone; empty: all of it.
};

/// Speaks REST with the service. Lives on the GUI thread; nothing blocks.
///
/// A request that meets an expired token waits while `accessExpired` is answered with `setAccessToken` or
/// `abandonWaiting`, then runs again: callers never see a renewal.
class ApiClient : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")

public:
    using Handler = std::function<void(const ApiAnswer &)>;

    explicit ApiClient(QObject *parent = nullptr);

    /// Scheme, host and port, for example `https://desk.example.com`.
    void setServer(const QUrl &server) { m_server = server; }
    [[nodiscard]] QUrl server() const { return m_server; }

    /// Also sends again what waits for a renewed token.
    void setAccessToken(const QString &token);
    [[nodiscard]] QString accessToken() const { return m_accessToken; }

    /// Answers what waits with 401.
    void abandonWaiting();

    /// `handler` runs once, unless `context` dies first; what was only to be read is then not waited for any more.
    void send(const ApiRequest &request, QObject *context, Handler handler);

    void get(const QString &path, const QUrlQuery &query, QObject *context, Handler handler)
    {
        send({.path = path, .query = query}, context, std::move(handler));
    }

Q_SIGNALS:
    /// The token was refused; emitted once until a new one is set.
    void accessExpired();

private:
    struct Waiting {
        ApiRequest request;
        QPointer<QObject> context;
        Handler handler;
        bool again = false; ///< Refused once already: a second 401 is the answer.
        QString token{};    ///< What it was sent with.
    };

    void dispatch(Waiting sent);
    void onFinished(QNetworkReply *reply, Waiting sent);
    [[nodiscard]] QNetworkReply *start(const ApiRequest &request);

    QNetworkAccessManager m_network;
    QUrl m_server;
    QString m_accessToken;
    std::vector<Waiting> m_waiting;
};

} // namespace Frontdesk::Client
