#include "service/storage/internal/reseal.h"

#include <QJsonDocument>

namespace Frontdesk::Storage {

namespace {

QString selectText(const SealedTable &table)
{
    return QStringLiteral(R"sql(
        SELECT %2, %3, %4 FROM %1
        WHERE clinic_id = $1 AND %2 >= $2 AND (%2, %3) > ($2, $3) AND %4 IS NOT NULL
        ORDER BY %2, 2 LIMIT $4)sql")
        .arg(table.name, table.key, table.number, table.column);
}

QString updateText(const SealedTable &table)
{
    return QStringLiteral("UPDATE %1 SET %4 = $1 WHERE clinic_id = $2 AND %2 = $3 AND %3 = $4 AND %4 = $5")
        .arg(table.name, table.key, table.number, table.column);
}

QString rowOf(const SealedTable &table, const SqlRow &row)
{
    const bool keyAlone = table.number == QLatin1String("0");
    return keyAlone ? row.text(0) : QStringLiteral("%1/%2").arg(row.text(0)).arg(row.integer(1));
}

} // namespace

const std::vector<SealedTable> &sealedTables()
{
    static const std::vector<SealedTable> tables{
        {.name = QLatin1String("calls"), .key = QLatin1String("call_id")},
        {.name = QLatin1String("turns"), .key = QLatin1String("call_id"), .number = QLatin1String("number")},
        {.name = QLatin1String("tasks"), .key = QLatin1String("task_id")},
        {.name = QLatin1String("tasks"), .key = QLatin1String("task_id"), .column = QLatin1String("approval_body")},
        {.name = QLatin1String("task_notes"), .key = QLatin1String("note_id")},
        {.name = QLatin1String("task_history"), .key = QLatin1String("task_id"), .number = QLatin1String("version")},
        {.name = QLatin1String("escalations"), .key = QLatin1String("escalation_id")},
        {.name = QLatin1String("tapes"), .key = QLatin1String("call_id")},
        {.name = QLatin1String("legal_holds"), .key = QLatin1String("hold_id")},
        {.name = QLatin1String("recordings"), .key = QLatin1String("call_id")},
        {.name = QLatin1String("webhooks"), .key = QLatin1String("webhook_id")},
        {.name = QLatin1String("vendor_keys"), .key = QLatin1String("vendor")},
    };
    return tables;
}

QString SealedTable::place() const
{
    return column == QLatin1String("body") ? QString(name) : QStringLiteral("%1.%2").arg(name, column);
}

Result<ResealProgress> Reseal::step(const ClinicId &clinic, ResealProgress from, int limit)
{
    if (from.table >= static_cast<int>(sealedTables().size())) {
        from.done = true;
        return from;
    }
    const SealedTable &table = sealedTables()[static_cast<size_t>(from.table)];
    const auto rows =
        m_connection.query(selectText(table), {clinic.text(), from.key, from.number, qint64{std::max(1, limit)}});
    if (!rows) {
        return rows.error();
    }
    for (const SqlRow &row : *rows) {
        const auto changed = reseal(table, clinic, row);
        if (!changed) {
            return changed.error();
        }
        from.resealed += *changed;
    }
    if (rows->empty()) {
        return ResealProgress{.table = from.table + 1, .resealed = from.resealed};
    }
    from.key = rows->back().text(0);
    from.number = rows->back().integer(1);
    return from;
}

Result<qint64> Reseal::reseal(const SealedTable &table, const ClinicId &clinic, const SqlRow &row)
{
    const auto keys = m_keys.keys(clinic);
    if (!keys) {
        return keys.error();
    }
    const QByteArray bytes = row.bytes(2);
    if (SealedBodies::versionOf(bytes) == (*keys)->current()) {
        return qint64{0};
    }
    const BodyPlace place{table.place(), clinic, rowOf(table, row)};
    const auto body = open(place, bytes);
    if (!body) {
        return body.error();
    }
    const auto sealed = m_bodies.pack(place, *body);
    if (!sealed) {
        return sealed.error();
    }
    return m_connection.execute(updateText(table), {*sealed, clinic.text(), row.text(0), row.integer(1), bytes});
}

Result<QJsonObject> Reseal::open(const BodyPlace &place, const QByteArray &bytes)
{
    const QJsonDocument plain = m_plain == Plain::Accept ? QJsonDocument::fromJson(bytes) : QJsonDocument();
    return plain.isObject() ? Result<QJsonObject>(plain.object()) : m_bodies.unpack(place, bytes);
}

} // namespace Frontdesk::Storage
