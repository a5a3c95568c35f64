#include "service/storage/sql/postgreslistener.h"

#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgresvalues.h"
#include "shared/core/clock.h"
#include "shared/core/log.h"

#include <QSocketNotifier>
#include <QTimer>

#include <pqxx/pqxx>

namespace Frontdesk::Storage {

namespace {

constexpr Milliseconds FirstDelay{100};
constexpr Milliseconds LastDelay{5'000};
/// A connection that only listens asks now and then whether the server is still there.
constexpr Milliseconds HealthInterval{15'000};

class Receiver final : public pqxx::notification_receiver {
public:
    Receiver(pqxx::connection &connection, EventSignal &events)
        : pqxx::notification_receiver(connection, PostgresListener::Channel)
        , m_events(events)
    {}

    void operator()(const std::string &words, int /*backend*/) override
    {
        const QString text = QString::fromStdString(words);
        Q_EMIT m_events.raised(text.section(QLatin1Char('\n'), 0, 0), text.section(QLatin1Char('\n'), 1));
    }

private:
    EventSignal &m_events;
};

} // namespace

class PostgresListener::Ear final : public QObject {
public:
    Ear(QString url, EventSignal &events)
        : m_url(std::move(url))
        , m_events(events)
        , m_retry(this)
        , m_health(this)
    {
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &Ear::open);
        connect(&m_health, &QTimer::timeout, this, &Ear::checkHealth);
    }

    ~Ear() override { close(); }

    void open()
    {
        try {
            const auto options = postgresConnectionString(m_url);
            if (!options) {
                return; // Whoever opens the database says why.
            }
            m_connection = std::make_unique<pqxx::connection>(*options);
            m_receiver = std::make_unique<Receiver>(*m_connection, m_events);
        } catch (const std::exception &exception) {
            onLost(exception);
            return;
        }
        m_delay = FirstDelay;
        m_socket = new QSocketNotifier(m_connection->sock(), QSocketNotifier::Read, this);
        connect(m_socket, &QSocketNotifier::activated, this, &Ear::read);
        m_health.start(HealthInterval);
        Q_EMIT m_events.resumed();
    }

private:
    void read()
    {
        try {
            m_connection->get_notifs();
        } catch (const std::exception &exception) {
            onLost(exception);
        }
    }

    void checkHealth()
    {
        try {
            pqxx::nontransaction(*m_connection).exec("SELECT 1");
            m_connection->get_notifs();
        } catch (const std::exception &exception) {
            onLost(exception);
        }
    }

    void onLost(const std::exception &exception)
    {
        qCWarning(Log::storage) << "not listening to the database:" << postgresError(exception).message;
        close();
        m_retry.start(m_delay);
        m_delay = std::min(2 * m_delay, LastDelay);
    }

    void close()
    {
        m_health.stop();
        if (m_socket) {
            m_socket->setEnabled(false);
            m_socket->deleteLater(); // This may be called from its own signal.
            m_socket = nullptr;
        }
        try {
            m_receiver.reset();
        } catch (const std::exception &) {
            m_receiver.release(); // Its connection is gone, and with it what it listened to.
        }
        m_connection.reset();
    }

    const QString m_url;
    EventSignal &m_events;
    std::unique_ptr<pqxx::connection> m_connection;
    std::unique_ptr<Receiver> m_receiver;
    QSocketNotifier *m_socket = nullptr;
    QTimer m_retry;
    QTimer m_health;
    Milliseconds m_delay = FirstDelay;
};

PostgresListener::PostgresListener(const QString &url, EventSignal &events)
    : m_ear(new Ear(url, events))
{
    m_ear->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_ear, &Ear::open);
    QObject::connect(&m_thread, &QThread::finished, m_ear, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("database-listener"));
    m_thread.start();
}

PostgresListener::~PostgresListener()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Frontdesk::Storage
