#include "desktop/platform/filesaver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

QString FileSaver::place(const QString &name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    if (!folder.mkpath(u"."_s))
        return {};
    const QFileInfo wanted(name);
    QString path = folder.filePath(wanted.fileName());
    for (int next = 2; QFile::exists(path); ++next)
        path = folder.filePath(u"%1 (%2).%3"_s.arg(wanted.completeBaseName()).arg(next).arg(wanted.suffix()));
    return path;
}

QString FileSaver::save(const QString &name, const QString &text)
{
    QFile file(place(name));
    const auto bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size())
        return {};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return QDir::toNativeSeparators(file.fileName());
}

} // namespace Frontdesk::Platform
