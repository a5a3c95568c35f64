#pragma once

#include "service/outgoing/httpclient.h"

#include <QObject>

#include <map>

namespace Frontdesk::ErrorReports {

/// Tells a Sentry-compatible server that something went wrong: in which room, in which version, how often. Nothing else
/// leaves: no message, no call, no host name, no address.
///
/// One report a room and minute at most, with the count of errors since the last. A report that does not arrive is
/// forgotten; its errors are counted into the next one.
///
/// `note` may be called on any thread and never waits; everything else happens on this object's thread.
class ErrorReporter final : public QObject {
    Q_OBJECT

public:
    /// `dsn`: `https://KEY@HOST/PROJECT`. `client` outlives this.
    ErrorReporter(const QUrl &dsn, QString version, Outgoing::HttpClient &client);
    ~ErrorReporter() override;

    /// An error happened in this room, as its log category names it.
    void note(const QString &category);

    static constexpr Milliseconds Pause{60'000};

Q_SIGNALS:
    /// A report has arrived, or was given up.
    void reported(const QString &category, bool arrived);

private:
    struct Room {
        quint64 errors = 0; ///< Since the last report that arrived.
        bool resting = false;
        Scheduler::JobHandle rest;
        std::unique_ptr<Outgoing::HttpExchange> report;
    };

    void report(const QString &category);
    void finish(const QString &category, quint64 told, bool arrived);
    [[nodiscard]] QByteArray envelope(const QString &category, quint64 errors) const;

    QUrl m_url;
    QByteArray m_authorization;
    const QString m_version;
    Outgoing::HttpClient &m_client;
    std::map<QString, Room> m_rooms;
};

} // namespace Frontdesk::ErrorReports
