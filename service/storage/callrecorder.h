#pragma once

#include "service/sealing/secretkey.h"
#include "service/storage/callwrite.h"
#include "service/storage/database.h"

#include <memory>

namespace Frontdesk::Storage {

struct JournalSettings {
    QString file;            ///< Made when it is needed.
    Sealing::SecretKey key;  ///< Of the journal alone.
    Milliseconds pause{500}; ///< Between attempts to empty it.
};

/// Keeps what running calls write, also while the database is away.
///
/// A write that finds no database goes to a sealed local journal and counts as kept. From then on everything goes there,
/// so that a call's writes keep their order, until the database is back and all of it has been stored; nothing is stored
/// twice, because every write says what it is (see CallWrite). The journal survives the process: the next one begins by
/// storing what it holds.
///
/// Safe from any thread; never waits.
class CallRecorder {
public:
    CallRecorder(Database &database, JournalSettings settings);
    /// What is in the journal stays there. Before the database is destroyed.
    ~CallRecorder();
    CallRecorder(const CallRecorder &) = delete;
    CallRecorder &operator=(const CallRecorder &) = delete;

    /// Done when the write is in the database or in the journal. Errors are those that no waiting mends, such as NotFound
    /// for a call that was never begun, and Unavailable when both are away.
    QFuture<Result<void>> write(CallWrite write);

    /// How many writes wait in the journal.
    [[nodiscard]] qsizetype waiting() const;
    /// How many writes of the journal the database refused for good since this began.
    [[nodiscard]] int refused() const;

private:
    class Journal;

    Database &m_database;
    std::shared_ptr<Journal> m_journal;
};

} // namespace Frontdesk::Storage
