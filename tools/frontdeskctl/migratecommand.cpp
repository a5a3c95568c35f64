#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"

namespace Frontdesk::Ctl {

namespace {

int migrateDatabase(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 0, output,
        // Opening has brought it to this program's layout already, or said why not.
        [](const CommandLine &, Storage::Store &store) { return Result<int>(store.layoutStep()); },
        [&output](const CommandLine &, int step) {
            output.out << "The database has this program's layout (step " << step << ").\n";
            return Done;
        });
}

} // namespace

Command migrateCommand()
{
    return {QStringLiteral("migrate"), QStringLiteral("Brings the database to this program's layout."), databaseUsage(),
            migrateDatabase};
}

} // namespace Frontdesk::Ctl
