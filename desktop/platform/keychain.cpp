#include "desktop/platform/keychain.h"

#include <QObject>
#include <qt6keychain/keychain.h>

namespace Frontdesk::Platform {

namespace {

const auto Service = QStringLiteral("Frontdesk");

} // namespace

void Keychain::read(const QString &key, std::function<void(const QString &)> handler)
{
    auto *const job = new QKeychain::ReadPasswordJob(Service);
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, handler = std::move(handler)] {
        handler(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void Keychain::write(const QString &key, const QString &secret, std::function<void(bool)> handler)
{
    auto *const job = new QKeychain::WritePasswordJob(Service);
    job->setKey(key);
    job->setTextData(secret);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, handler = std::move(handler)] { handler(job->error() == QKeychain::NoError); });
    job->start();
}

void Keychain::remove(const QString &key)
{
    auto *const job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(key);
    job->start();
}

} // namespace Frontdesk::Platform
