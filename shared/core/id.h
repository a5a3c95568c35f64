#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace Frontdesk {

/// A UUIDv7 (RFC 9562) in lower-case text: ordered by creation time, so that database keys grow at one end.
/// Safe from any thread.
[[nodiscard]] QString newUuid7();

/// An identifier that cannot be mixed up with another kind of identifier.
template <typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {}

    [[nodiscard]] static Id create() { return Id(newUuid7()); }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return a.m_text.compare(b.m_text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ClinicId = Id<struct ClinicTag>;
using CallId = Id<struct CallTag>;
using TaskId = Id<struct TaskTag>;
using EscalationId = Id<struct EscalationTag>;
using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;

} // namespace Frontdesk
