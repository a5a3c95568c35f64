#include "service/storage/sql/sqlconnection.h"

#include <utility>

namespace Frontdesk::Storage {

namespace {

constexpr qint64 MicrosecondsPerMillisecond = 1000;

template <typename T>
T valueOf(const SqlValue &value)
{
    const T *held = std::get_if<T>(&value);
    return held ? *held : T();
}

QString savepoint(int depth)
{
    return QStringLiteral("level_%1").arg(depth);
}

} // namespace

SqlValue toSqlTime(const QDateTime &time)
{
    if (!time.isValid()) {
        return std::monostate();
    }
    return time.toMSecsSinceEpoch() * MicrosecondsPerMillisecond;
}

Result<void> checkSignal(const QString &topic, const QString &payload)
{
    constexpr qsizetype Most = 4000; // PostgreSQL ends at 8000 bytes.
    if (topic.isEmpty() || topic.contains(QLatin1Char('\n')) ||
        topic.toUtf8().size() + payload.toUtf8().size() > Most) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A wake-up needs a topic of one line and few words.")};
    }
    return {};
}

bool SqlRow::isNull(size_t column) const
{
    return std::holds_alternative<std::monostate>(m_values.at(column));
}

QString SqlRow::text(size_t column) const
{
    return valueOf<QString>(m_values.at(column));
}

QByteArray SqlRow::bytes(size_t column) const
{
    return valueOf<QByteArray>(m_values.at(column));
}

qint64 SqlRow::integer(size_t column) const
{
    return valueOf<qint64>(m_values.at(column));
}

double SqlRow::real(size_t column) const
{
    const SqlValue &value = m_values.at(column);
    return std::holds_alternative<qint64>(value) ? static_cast<double>(std::get<qint64>(value))
                                                 : valueOf<double>(value);
}

QDateTime SqlRow::time(size_t column) const
{
    return isNull(column) ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(integer(column) / MicrosecondsPerMillisecond, Qt::UTC);
}

Result<void> SqlConnection::begin()
{
    if (!m_joined) {
        return m_joined;
    }
    auto begun = command(m_depth == 0 ? beginStatement() : QStringLiteral("SAVEPOINT ") + savepoint(m_depth));
    if (begun) {
        ++m_depth;
    }
    return begun;
}

Result<void> SqlConnection::end(bool keep)
{
    --m_depth;
    const Result<void> joined = std::exchange(m_joined, Result<void>());
    keep = keep && joined;
    if (m_depth > 0) {
        if (!keep) {
            if (auto undone = command(QStringLiteral("ROLLBACK TO SAVEPOINT ") + savepoint(m_depth)); !undone) {
                return undone;
            }
        }
        const auto released = command(QStringLiteral("RELEASE SAVEPOINT ") + savepoint(m_depth));
        return released ? joined : released;
    }
    auto done = command(keep ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    if (keep && !done) {
        // A commit that fails (a full disk) may leave the transaction open; the connection must stay usable.
        static_cast<void>(command(QStringLiteral("ROLLBACK")));
    }
    ended(keep && done);
    return done ? joined : done;
}

} // namespace Frontdesk::Storage
