#include "service/api/pages.h"

#include "service/api/problem.h"

#include <QJsonDocument>

#include <algorithm>

namespace Frontdesk::Api {

int pageLimit(const ApiCall &call)
{
    constexpr int Usual = 50;
    constexpr int Most = 200;
    bool isNumber = false;
    const int wanted = call.query("limit").toInt(&isNumber);
    return isNumber ? std::clamp(wanted, 1, Most) : Usual;
}

QString encodeCursor(const QStringList &parts)
{
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(parts)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QStringList> decodeCursor(const QString &cursor, qsizetype parts)
{
    const auto json = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    QStringList read;
    for (const QJsonValue &part : QJsonDocument::fromJson(json ? *json : QByteArray()).array()) {
        read << part.toString();
    }
    return read.size() == parts ? std::optional(read) : std::nullopt;
}

Http::HttpResponse badCursor()
{
    return problem(400, "bad_cursor", QStringLiteral("This cursor was not made by this list; begin without one."));
}

Http::HttpResponse pageAnswer(const QJsonArray &items, const QString &nextCursor)
{
    return jsonAnswer(200, {{QStringLiteral("items"), items},
                            {QStringLiteral("next_cursor"),
                             nextCursor.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(nextCursor)}});
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

std::optional<QDateTime> timeQuery(const ApiCall &call, const char *name, bool &wrong)
{
    const QString text = call.query(name);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        wrong = true;
        return std::nullopt;
    }
    return time.toUTC();
}

} // namespace Frontdesk::Api
