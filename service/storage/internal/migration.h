#pragma once

#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

/// One numbered step of the layout. A step that was shipped is never edited; a new step follows it.
struct Migration {
    int number = 0; ///< From 1, without gaps.
    QString name;
    QString sql; ///< Statements, each ending with `;` at the end of a line.
};

/// The steps in migrations/, compiled in.
[[nodiscard]] const std::vector<Migration> &shippedMigrations();

/// Brings the database to the last of `steps`, each in its own transaction together with the note that it was done: a
/// process that dies in the middle leaves whole steps, and the next one goes on from there. Programs that begin at the
/// same moment do each step once.
///
/// Refused: the database has a step that the program does not know, so a newer version made it. Corrupt: a step that was
/// done reads differently now.
[[nodiscard]] Result<void> migrate(SqlConnection &connection, const std::vector<Migration> &steps,
                                   const QDateTime &now);

/// For a user who may not change the layout. Refused: the database does not have exactly these steps.
[[nodiscard]] Result<void> checkLayout(SqlConnection &connection, const std::vector<Migration> &steps);

} // namespace Frontdesk::Storage
