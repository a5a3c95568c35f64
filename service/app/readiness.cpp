#include "service/app/readiness.h"

#include <QJsonArray>
#include <QStorageInfo>

namespace Frontdesk::App {

QJsonObject readinessJson(const ReadinessParts &parts)
{
    QJsonArray list;
    bool isWhole = true;
    for (const PartState &part : {parts.phone, parts.database, parts.journal, parts.disk}) {
        isWhole = isWhole && part.isUp;
        list.append(QJsonObject{{QStringLiteral("name"), part.name},
                                {QStringLiteral("state"), part.isUp ? QStringLiteral("up") : QStringLiteral("down")},
                                {QStringLiteral("detail"), part.detail}});
    }
    const QString status = !parts.canTakeCalls() ? QStringLiteral("not ready")
                           : isWhole             ? QStringLiteral("ready")
                                                 : QStringLiteral("degraded");
    return {{QStringLiteral("status"), status}, {QStringLiteral("parts"), list}};
}

PartState diskState(const QString &folder)
{
    PartState disk{QStringLiteral("disk")};
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    if (free < LeastFree) {
        disk.isUp = false;
        disk.detail = QStringLiteral("Only %1 MiB are free in the data folder.").arg(free >> 20);
    }
    return disk;
}

PartState journalState(const Storage::CallRecorder &recorder)
{
    PartState journal{QStringLiteral("journal")};
    if (const auto opened = recorder.opened(); !opened) {
        journal.isUp = false;
        journal.detail = opened.error().message;
    } else if (recorder.waiting() > 0) {
        journal.detail = QStringLiteral("%1 writes wait for the database.").arg(recorder.waiting());
    }
    return journal;
}

} // namespace Frontdesk::App
