#include "service/storage/internal/journalfile.h"

#include "service/sealing/seal.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <sys/file.h>
#include <unistd.h>

namespace Frontdesk::Storage {

namespace {

constexpr qsizetype LengthBytes = sizeof(quint32);

Error failed(const QFile &file)
{
    return {ErrorCode::Unavailable,
            QStringLiteral("The journal %1 cannot be written: %2.").arg(file.fileName(), file.errorString())};
}

} // namespace

JournalFile::JournalFile(QString path, Sealing::SecretKey key, std::optional<Sealing::SecretKey> previousKey)
    : m_file(std::move(path))
    , m_key(std::move(key))
    , m_previousKey(std::move(previousKey))
{}

QByteArray JournalFile::place(quint64 number) const
{
    return QByteArray("journal/") + QByteArray::number(number);
}

Result<std::vector<QByteArray>> JournalFile::open()
{
    constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!QDir().mkpath(QFileInfo(m_file.fileName()).path()) || !m_file.open(QIODevice::ReadWrite, OwnerOnly) ||
        !m_file.setPermissions(OwnerOnly)) {
        return failed(m_file);
    }
    if (auto ours = take(); !ours) {
        m_file.close();
        return ours.error();
    }
    auto entries = read();
    if (!entries) {
        m_file.close();
        const QString aside = m_file.fileName() + QStringLiteral(".damaged");
        QFile::remove(aside);
        if (!QFile::rename(m_file.fileName(), aside) || !m_file.open(QIODevice::ReadWrite, OwnerOnly)) {
            return failed(m_file);
        }
        m_count = 0;
        if (auto ours = take(); !ours) {
            return ours.error();
        }
    }
    return entries;
}

/// Goes with the file, and so with the process, however it dies.
Result<void> JournalFile::take()
{
    if (flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        return Error{ErrorCode::Conflict,
                     QStringLiteral("Another service uses the journal %1.").arg(m_file.fileName())};
    }
    return {};
}

Result<std::vector<QByteArray>> JournalFile::read()
{
    std::vector<QByteArray> entries;
    const QByteArray all = m_file.readAll();
    qsizetype at = 0;
    while (all.size() - at >= LengthBytes) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(all.constData() + at));
        if (all.size() - at - LengthBytes < length) {
            break;
        }
        const QByteArray sealed = all.mid(at + LengthBytes, length);
        auto entry = Sealing::open(m_key, sealed, place(entries.size()));
        if (!entry && m_previousKey) {
            entry = Sealing::open(*m_previousKey, sealed, place(entries.size()));
        }
        if (!entry) {
            return Error{ErrorCode::Corrupt,
                         QStringLiteral("The journal %1 is damaged or has another master key.").arg(m_file.fileName())};
        }
        entries.push_back(std::move(entry).value());
        at += LengthBytes + length;
    }
    m_count = entries.size();
    if (!m_file.resize(at) || !m_file.seek(at)) {
        return failed(m_file);
    }
    return entries;
}

Result<void> JournalFile::append(const QByteArray &entry)
{
    const QByteArray sealed = Sealing::seal(m_key, entry, place(m_count));
    QByteArray length(LengthBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(sealed.size()), length.data());
    const qint64 before = m_file.pos();
    if (m_file.write(length + sealed) < 0 || !m_file.flush() || fdatasync(m_file.handle()) != 0) {
        const Error error = failed(m_file);
        m_file.resize(before); // Half an entry would hide all that come after it.
        m_file.seek(before);
        return error;
    }
    ++m_count;
    return {};
}

Result<void> JournalFile::clear()
{
    if (!m_file.resize(0) || !m_file.seek(0)) {
        return failed(m_file);
    }
    m_count = 0;
    return {};
}

} // namespace Frontdesk::Storage
