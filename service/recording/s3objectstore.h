#pragma once

#include "service/recording/objectstore.h"

#include <QUrl>

namespace Frontdesk::Recording {

struct S3Settings {
    QUrl endpoint;  ///< `https://s3.us-east-1.amazonaws.com`; plain http is the caller's business to refuse.
    QString region; ///< What signatures are made for; MinIO and most others take us-east-1, R2 takes auto.
    QString bucket;
    QString accessKey;
    QString secretKey;
    bool bucketInHost = false; ///< `https://BUCKET.s3...` instead of `https://s3.../BUCKET`.
};

/// Any store that speaks S3, through libcurl (AWS Signature Version 4). What arrives there is sealed: the store sees
/// neither sound nor names.
[[nodiscard]] std::unique_ptr<ObjectStore> makeS3ObjectStore(S3Settings settings);

} // namespace Frontdesk::Recording
