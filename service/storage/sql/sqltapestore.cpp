#include "service/storage/sql/sqltapestore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString SaveTape = QStringLiteral(R"sql(
    INSERT INTO tapes (clinic_id, call_id, body) VALUES ($1, $2, $3)
    ON CONFLICT (clinic_id, call_id) DO UPDATE SET body = excluded.body)sql");

const QString FindTape = QStringLiteral("SELECT body FROM tapes WHERE clinic_id = $1 AND call_id = $2");

const QString TapedCalls = QStringLiteral(R"sql(
    SELECT calls.call_id FROM tapes JOIN calls ON calls.clinic_id = tapes.clinic_id AND calls.call_id = tapes.call_id
    WHERE tapes.clinic_id = $1 AND calls.started_at >= $2 AND calls.started_at < $3
    ORDER BY calls.started_at, calls.call_id)sql");

BodyPlace placeOf(const ClinicId &clinic, const CallId &call)
{
    return {QLatin1String("tapes"), clinic, call.text()};
}

Result<QByteArray> readTape(const Result<QJsonObject> &body)
{
    return body ? Result<QByteArray>(QByteArray::fromBase64(body->value(QLatin1String("tape")).toString().toLatin1()))
                : body.error();
}

} // namespace

Result<void> SqlTapeStore::save(const ClinicId &clinic, const CallId &call, const QByteArray &tape)
{
    const auto body =
        m_bodies.pack(placeOf(clinic, call), {{QStringLiteral("tape"), QString::fromLatin1(tape.toBase64())}});
    if (!body) {
        return body.error();
    }
    const auto saved = m_connection.execute(SaveTape, {clinic.text(), call.text(), *body});
    return saved ? Result<void>() : saved.error();
}

Result<QByteArray> SqlTapeStore::find(const ClinicId &clinic, const CallId &call)
{
    return readOne<QByteArray>(
        m_connection.query(FindTape, {clinic.text(), call.text()}), "tape",
        [&](const SqlRow &row) { return readTape(m_bodies.unpack(placeOf(clinic, call), row.bytes(0))); });
}

Result<std::vector<CallId>> SqlTapeStore::list(const ClinicId &clinic, const QDateTime &from, const QDateTime &until)
{
    return readAll<CallId>(m_connection.query(TapedCalls, {clinic.text(), toSqlTime(from), toSqlTime(until)}),
                           [](const SqlRow &row) { return Result<CallId>(CallId(row.text(0))); });
}

} // namespace Frontdesk::Storage
