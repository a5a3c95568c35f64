#pragma once

#include "service/sealing/secretkey.h"
#include "service/storage/callwrite.h"
#include "service/storage/database.h"

#include <functional>
#include <memory>

namespace Frontdesk::Storage {

struct JournalSettings {
    QString file;                                    ///< Made when it is missing.
    Sealing::SecretKey key;                          ///< Of the journal alone.
    std::optional<Sealing::SecretKey> previousKey{}; ///< What an earlier run may have sealed with.
    Milliseconds pause{500};                         ///< Between attempts to empty it.
};

/// Keeps what running calls write, also while the database is away.
///
/// A write that finds no database goes to a sealed local journal and counts as kept. From then on everything goes there,
/// so that a call's writes keep their order, until the database is back and all of it has been stored; nothing is stored
/// twice, because every write says what it is (see CallWrite). The journal survives the process: the next one begins by
/// storing what it holds. Should the journal itself not be writable, the write waits in memory only.
///
/// Safe from any thread; never waits.
class CallRecorder {
public:
    CallRecorder(Database &database, NodeId node, JournalSettings settings);
    /// What is in the journal stays there. Before the database is destroyed.
    ~CallRecorder();
    CallRecorder(const CallRecorder &) = delete;
    CallRecorder &operator=(const CallRecorder &) = delete;

    /// Whether the journal can be used. Conflict: another process has it.
    [[nodiscard]] Result<void> opened() const;

    /// Done when the write is in the database or in the journal. Errors are those that no waiting mends, such as NotFound
    /// for a call that was never begun, and Unavailable when both are away: then it is not lost yet, but nothing more than
    /// the process's memory holds it.
    Pending<Result<void>> write(CallWrite write);

    /// The same for what takes long to put together: `make` runs on the database's thread, in the lane of `scope`.
    Pending<Result<void>> writeMade(const Scope &scope, std::function<CallWrite()> make);

    /// Waits until all that the journal holds is stored. For a start, before calls are taken.
    void waitUntilEmpty();

    /// The service whose calls these are.
    [[nodiscard]] const NodeId &node() const { return m_node; }

    /// How many writes wait in the journal.
    [[nodiscard]] qsizetype waiting() const;
    /// How many writes of the journal the database refused for good since this began.
    [[nodiscard]] int refused() const;

private:
    class Journal;

    Database &m_database;
    const NodeId m_node;
    std::shared_ptr<Journal> m_journal;
};

} // namespace Frontdesk::Storage
