#pragma once

#include "service/storage/database.h"

#include <QHash>
#include <QMutex>

#include <chrono>

namespace Frontdesk::Reception {

/// Finds the clinic a call is for. Remembers every clinic it has seen, so that calls are answered while the database
/// is away. Safe from any thread.
class ClinicDirectory {
public:
    explicit ClinicDirectory(Storage::Database &database);

    /// The clinic whose number was called (E.164). NotFound when there is none; Unavailable when the database is away
    /// and the number was never seen. Of a number that was seen, what is remembered once the database has been silent for
    /// `Patience`.
    [[nodiscard]] Pending<Result<ClinicProfile>> findByNumber(const QString &number);

    /// What is remembered, at once.
    [[nodiscard]] std::optional<ClinicProfile> remembered(const QString &number) const;

    void remember(const ClinicProfile &clinic);

    static constexpr std::chrono::seconds Patience{1};

private:
    struct Memory {
        mutable QMutex mutex;
        QHash<QString, ClinicProfile> byNumber;
    };

    Storage::Database &m_database;
    std::shared_ptr<Memory> m_memory = std::make_shared<Memory>();
};

} // namespace Frontdesk::Reception
