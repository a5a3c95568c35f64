#include "service/api/fields.h"

#include "service/api/problem.h"

#include <algorithm>

namespace Frontdesk::Api {

namespace {

const QString Field = QStringLiteral("field");
constexpr int LongestSecret = 1000;

} // namespace

QString Fields::text(const char *name, int longest)
{
    const QString value = optionalText(name, longest);
    if (value.isEmpty() && !isWrong(name)) {
        complain(name, QStringLiteral("is needed"));
    }
    return value;
}

QString Fields::secret(const char *name)
{
    const QString value = m_object.value(QLatin1String(name)).toString();
    if (value.isEmpty() || value.size() > LongestSecret) {
        complain(name, QStringLiteral("is needed"));
        return {};
    }
    return value;
}

QString Fields::optionalText(const char *name, int longest)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    const QString text = value.toString().trimmed();
    if (!value.isString()) {
        complain(name, QStringLiteral("must be a text"));
    } else if (text.size() > longest) {
        complain(name, QStringLiteral("has more than %1 characters").arg(longest));
    } else if (text.contains(QChar(u'\0'))) {
        complain(name, QStringLiteral("has a character that no text has"));
    } else {
        return text;
    }
    return {};
}

std::optional<QDateTime> Fields::time(const char *name)
{
    const QString given = text(name);
    const QDateTime time = QDateTime::fromString(given, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        if (!isWrong(name)) {
            complain(name, QStringLiteral("must be a time such as 2026-11-22T10:00:00Z"));
        }
        return std::nullopt;
    }
    return time.toUTC();
}

QJsonArray Fields::list(const char *name, int longest)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.isEmpty() || list.size() > longest) {
        complain(name, QStringLiteral("must be a list of 1 to %1 entries").arg(longest));
        return {};
    }
    return list;
}

void Fields::complain(const char *name, const QString &message)
{
    m_errors.append(QJsonObject{{Field, QLatin1String(name)}, {QStringLiteral("message"), message}});
}

bool Fields::isWrong(const char *name) const
{
    return std::any_of(m_errors.begin(), m_errors.end(), [&](const QJsonValue &error) {
        return error.toObject().value(Field).toString() == QLatin1String(name);
    });
}

Http::HttpResponse Fields::refusal() const
{
    return problem(422, "invalid", QStringLiteral("Some fields cannot be used."),
                   {{QStringLiteral("errors"), m_errors}});
}

} // namespace Frontdesk::Api
