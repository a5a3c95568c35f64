#include "service/storage/auditseal.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace Frontdesk::Storage {

namespace {

/// Each field with its length before it, so that no two entries have the same bytes.
class Fields {
public:
    explicit Fields(const QByteArray &key)
        : m_code(QCryptographicHash::Sha256, key)
    {}

    Fields &add(const QByteArray &bytes)
    {
        const qint64 length = qToBigEndian<qint64>(bytes.size());
        m_code.addData(reinterpret_cast<const char *>(&length), sizeof length);
        m_code.addData(bytes);
        return *this;
    }
    Fields &add(const QString &text) { return add(text.toUtf8()); }
    Fields &add(qint64 number) { return add(QByteArray::number(number)); }

    [[nodiscard]] QByteArray result() const { return m_code.result(); }

private:
    QMessageAuthenticationCode m_code;
};

} // namespace

AuditSeal::AuditSeal(QByteArray key, QByteArray previousKey)
    : m_key(std::move(key))
    , m_previousKey(std::move(previousKey))
{}

QByteArray AuditSeal::of(const AuditEntry &entry, const QByteArray &previous) const
{
    return Fields(m_key)
        .add(QByteArrayLiteral("entry"))
        .add(previous)
        .add(entry.clinic.text())
        .add(entry.sequence)
        .add(entry.at.toMSecsSinceEpoch())
        .add(entry.actorId)
        .add(entry.actorName)
        .add(entry.actorRole)
        .add(entry.action)
        .add(entry.subjectType)
        .add(entry.subjectId)
        .add(entry.detail)
        .add(entry.address)
        .add(entry.reason)
        .result();
}

QByteArray AuditSeal::of(const ClinicId &clinic, const AuditEnds &ends) const
{
    return Fields(m_key)
        .add(QByteArrayLiteral("ends"))
        .add(clinic.text())
        .add(ends.first)
        .add(ends.beforeFirst)
        .add(ends.last)
        .add(ends.lastSeal)
        .result();
}

bool AuditSeal::fits(const AuditEntry &entry, const QByteArray &previous) const
{
    return entry.seal == of(entry, previous) ||
           (!m_previousKey.isEmpty() && entry.seal == AuditSeal(m_previousKey).of(entry, previous));
}

bool AuditSeal::fits(const ClinicId &clinic, const AuditEnds &ends, const QByteArray &seal) const
{
    return seal == of(clinic, ends) || (!m_previousKey.isEmpty() && seal == AuditSeal(m_previousKey).of(clinic, ends));
}

} // namespace Frontdesk::Storage
