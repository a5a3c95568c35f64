#include "service/app/readiness.h"

#include <QJsonArray>
#include <QStorageInfo>

#include <algorithm>

namespace Frontdesk::App {

QJsonObject readinessJson(const std::vector<PartState> &parts)
{
    QJsonArray list;
    for (const PartState &part : parts) {
        list.append(QJsonObject{{QStringLiteral("name"), part.name},
                                {QStringLiteral("state"), part.isUp ? QStringLiteral("up") : QStringLiteral("down")},
                                {QStringLiteral("detail"), part.detail}});
    }
    const bool ready = std::all_of(parts.begin(), parts.end(), [](const PartState &part) { return part.isUp; });
    return {{QStringLiteral("status"), ready ? QStringLiteral("ready") : QStringLiteral("not ready")},
            {QStringLiteral("parts"), list}};
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
