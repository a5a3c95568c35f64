#include "service/recording/objectstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace Frontdesk::Recording {

namespace {

Error away()
{
    return {ErrorCode::Unavailable, QStringLiteral("The folder for recordings in DATA_DIR cannot be used.")};
}

bool makeFolder(const QString &path)
{
    return QDir(path).exists() ||
           (QDir().mkpath(path) &&
            QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

class LocalObjectStore final : public ObjectStore {
public:
    explicit LocalObjectStore(QString folder)
        : m_folder(std::move(folder))
    {}

    Result<void> put(const QString &name, const QString &file) override
    {
        const QString place = pathOf(name);
        if (!makeFolder(m_folder) || !makeFolder(QFileInfo(place).path())) {
            return away();
        }
        QFile::remove(place);
        return link(QFile::encodeName(file).constData(), QFile::encodeName(place).constData()) == 0 ? Result<void>()
                                                                                                    : away();
    }

    Result<qint64> size(const QString &name) override
    {
        const QFileInfo file(pathOf(name));
        return file.isFile() ? Result<qint64>(file.size()) : notThere();
    }

    Result<QByteArray> read(const QString &name, qint64 offset, qint64 size) override
    {
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return notThere();
        }
        QByteArray bytes = file.seek(offset) ? file.read(size) : QByteArray();
        return bytes.size() == size ? Result<QByteArray>(std::move(bytes))
                                    : Error{ErrorCode::Corrupt, QStringLiteral("A recording ends before its time.")};
    }

    Result<void> remove(const QString &name) override
    {
        QFile file(pathOf(name));
        return !file.exists() || file.remove() ? Result<void>() : away();
    }

    Result<void> check() override { return makeFolder(m_folder) ? Result<void>() : away(); }

private:
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder + QLatin1Char('/') + name; }
    [[nodiscard]] static Error notThere()
    {
        return {ErrorCode::NotFound, QStringLiteral("The recording's file is missing.")};
    }

    QString m_folder;
};

} // namespace

std::unique_ptr<ObjectStore> makeLocalObjectStore(const QString &folder)
{
    return std::make_unique<LocalObjectStore>(folder);
}

} // namespace Frontdesk::Recording
