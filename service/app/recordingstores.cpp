#include "service/app/recordingstores.h"

#include "service/app/agreedobjectstore.h"
#include "service/recording/s3objectstore.h"

#include <QDir>

namespace Frontdesk::App {

std::unique_ptr<Recording::ObjectStore> recordingStore(const Settings &settings,
                                                       std::shared_ptr<const Outgoing::Agreements> agreements)
{
    if (!settings.keepsRecordingsInS3()) {
        return Recording::makeLocalObjectStore(QDir(settings.dataDir()).filePath(QStringLiteral("recordings/kept")));
    }
    auto store = Recording::makeS3ObjectStore({.endpoint = settings.s3Url(),
                                               .region = settings.value(QStringLiteral("S3_REGION")),
                                               .bucket = settings.value(QStringLiteral("S3_BUCKET")),
                                               .accessKey = settings.value(QStringLiteral("S3_ACCESS_KEY")),
                                               .secretKey = settings.value(QStringLiteral("S3_SECRET_KEY")),
                                               .bucketInHost = settings.s3BucketInHost()});
    return std::make_unique<AgreedObjectStore>(std::move(store), std::move(agreements), QStringLiteral("s3"),
                                               settings.s3Url());
}

QString recordingSpool(const Settings &settings)
{
    return QDir(settings.dataDir()).filePath(QStringLiteral("recordings/new"));
}

Api::ComponentHealth recordingsHealth(const Recording::Recordings &recordings)
{
    const QString trouble = recordings.trouble();
    return {.name = QStringLiteral("recordings"), .isWell = trouble.isEmpty(), .detail = trouble};
}

} // namespace Frontdesk::App
