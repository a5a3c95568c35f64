#pragma once

#include "service/settings/settings.h"
#include "service/storage/database.h"
#include "tools/frontdeskctl/command.h"
#include "tools/frontdeskctl/commandline.h"

namespace Frontdesk::Ctl {

/// The options of every command that needs the database: `--config FILE` and `--data-dir FOLDER`.
[[nodiscard]] std::vector<Option> databaseOptions();

/// What databaseOptions() look like in a usage line.
[[nodiscard]] QString databaseUsage();

/// The service's settings, chosen as it does: `--config`, then the environment, `--data-dir` above both.
[[nodiscard]] Result<Settings> serviceSettings(const CommandLine &line);

/// Where the database is and what opens it: chosen as the service does it (`--config`, then the environment),
/// `--data-dir` above both.
[[nodiscard]] Result<Storage::DatabaseSettings> databaseSettings(const CommandLine &line);

/// What the audit logs are sealed with, also under the master key of before where one is named.
[[nodiscard]] Storage::AuditSeal auditSeal(const Sealing::MasterKeys &keys);

/// Writes the error as one line; WrongUsage for InvalidInput, else Failed.
[[nodiscard]] int fail(Output &output, const Error &error);

/// InvalidInput: this many words were given, that many are needed.
[[nodiscard]] Error wrongWords(qsizetype given, qsizetype needed);

/// Takes the arguments apart and runs `work` over the store, with the command line; what it returns is written by
/// `show`, which returns the exit code. `wordCount` words besides the options must be given.
template <typename Work, typename Show>
int withStore(const QStringList &arguments, std::vector<Option> options, qsizetype wordCount, Output &output, Work work,
              Show show)
{
    const std::vector<Option> common = databaseOptions();
    options.insert(options.end(), common.begin(), common.end());
    const auto line = CommandLine::parse(arguments, options);
    if (!line) {
        return fail(output, line.error());
    }
    if (line->words().size() != wordCount) {
        return fail(output, wrongWords(line->words().size(), wordCount));
    }
    const auto settings = databaseSettings(*line);
    if (!settings) {
        output.error << settings.error().message << '\n';
        return Failed;
    }
    Storage::Database database(*settings);
    if (const auto ready = database.ready().result(); !ready) {
        output.error << ready.error().message << '\n';
        return Failed;
    }
    auto answer = database.run([&](Storage::Store &store) { return work(*line, store); }).result();
    return answer ? show(*line, *answer) : fail(output, answer.error());
}

/// `--limit`, from 1 to 1000; 100 when it is not given.
[[nodiscard]] Result<int> readLimit(const CommandLine &line);

/// The clinic with this id or this number that patients call. NotFound names what was asked for.
[[nodiscard]] Result<ClinicProfile> findClinic(Storage::Store &store, const QString &idOrNumber);

} // namespace Frontdesk::Ctl
