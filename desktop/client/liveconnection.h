#pragma once

#include "shared/core/scheduler.h"

#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>
#include <QtQml/qqmlregistration.h>

namespace Frontdesk::Client {

/// The stream of what happens at the clinic. Reconnects by itself and resumes after the last event it has seen, so
/// nothing is lost; what arrives twice is dropped here.
class LiveConnection final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QDateTime offlineSince READ offlineSince NOTIFY stateChanged)

public:
    enum class State {
        Closed,     ///< Nobody is signed in.
        Connecting, ///< First attempt, or trying again: `offlineSince` is set when it was live before.
        Live,
    };
    Q_ENUM(State)

    static constexpr Milliseconds FirstRetry{500};
    static constexpr Milliseconds LongestRetry{30'000};
    /// The server's heartbeat comes every 15 s; two and a half without a word mean the line is dead.
    static constexpr Milliseconds Silence{40'000};

    explicit LiveConnection(Scheduler &scheduler, QObject *parent = nullptr);
    ~LiveConnection() override;

    /// Starts over: the first thing to arrive is a snapshot.
    void open(const QUrl &server, const QString &accessToken);
    /// After `tokenRefused`: tries again with this one.
    void renew(const QString &accessToken);
    void close();

    [[nodiscard]] State state() const { return m_state; }
    /// UTC; not valid while live.
    [[nodiscard]] QDateTime offlineSince() const { return m_offlineSince; }
    [[nodiscard]] qint64 sequence() const { return m_sequence; }

Q_SIGNALS:
    void stateChanged();
    void snapshotArrived(const QJsonObject &snapshot);
    void eventArrived(const QString &kind, const QJsonObject &data);
    void transientArrived(const QString &kind, const QJsonObject &data);
    /// The token is no longer valid; `renew` goes on.
    void tokenRefused();

private:
    void connectNow();
    void onLost();
    void onMessage(const QString &text);
    void setState(State state);
    void watch();

    Scheduler &m_scheduler;
    std::unique_ptr<QWebSocket> m_socket;
    Scheduler::JobHandle m_retry;
    Scheduler::JobHandle m_watchdog;
    QUrl m_server;
    QString m_token;
    State m_state = State::Closed;
    QDateTime m_offlineSince;
    qint64 m_sequence = 0;
    int m_attempts = 0;
};

} // namespace Frontdesk::Client
