#pragma once

#include "service/http/httpresponse.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Frontdesk::Api {

/// Reads a request's fields and collects what is wrong with them, so that all is said at once.
class Fields {
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
    {}

    [[nodiscard]] bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }

    /// A text of 1 to `longest` characters, without the spaces around it.
    [[nodiscard]] QString text(const char *name, int longest = 500);
    /// Not trimmed: passwords.
    [[nodiscard]] QString secret(const char *name);
    /// The same where it may be missing, null or empty.
    [[nodiscard]] QString optionalText(const char *name, int longest = 500);
    [[nodiscard]] std::optional<QDateTime> time(const char *name);
    [[nodiscard]] QJsonArray list(const char *name, int longest);

    /// One of an enum's names.
    template <typename Enum>
    std::optional<Enum> choice(const char *name, std::optional<Enum> (*fromName)(QStringView))
    {
        const auto value = fromName(text(name));
        if (!value && !isWrong(name)) {
            complain(name, QStringLiteral("is none of the known values"));
        }
        return value;
    }

    void complain(const char *name, const QString &message);
    [[nodiscard]] bool ok() const { return m_errors.isEmpty(); }
    /// 422 with `errors`.
    [[nodiscard]] Http::HttpResponse refusal() const;

private:
    [[nodiscard]] bool isWrong(const char *name) const;

    QJsonObject m_object;
    QJsonArray m_errors;
};

} // namespace Frontdesk::Api
