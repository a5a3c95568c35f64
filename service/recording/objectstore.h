#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Frontdesk::Recording {

/// Where recordings end up: files that are sealed already, each under a name of letters, digits, `-`, `.` and `/`.
///
/// Every call blocks until it is done or has failed: for worker threads only. Safe from several of them at once.
/// Errors: NotFound; Unavailable when trying again later may help; Refused when it will not.
class ObjectStore {
public:
    virtual ~ObjectStore() = default;

    /// Keeps a copy of the file, in place of an earlier one of that name. Once this succeeds, the file may go.
    virtual Result<void> put(const QString &name, const QString &file) = 0;
    virtual Result<qint64> size(const QString &name) = 0;
    /// Exactly these bytes. Corrupt: there are fewer.
    virtual Result<QByteArray> read(const QString &name, qint64 offset, qint64 size) = 0;
    /// Also succeeds when there is none of that name.
    virtual Result<void> remove(const QString &name) = 0;
    /// Whether it is there and lets us in.
    virtual Result<void> check() = 0;
    /// The service is going down: what runs ends soon, with Unavailable. Safe from any thread.
    virtual void stop() {}
};

/// Files under `folder`, which is made when missing and which only its owner may look into. `put` links: the folder must
/// be on the disk that the files are on.
[[nodiscard]] std::unique_ptr<ObjectStore> makeLocalObjectStore(const QString &folder);

} // namespace Frontdesk::Recording
