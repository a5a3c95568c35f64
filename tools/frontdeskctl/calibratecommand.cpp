#include "service/dialogue/calltape.h"
#include "service/evaluation/calldriver.h"
#include "service/evaluation/tapedcalls.h"
#include "tools/frontdeskctl/callscriptfile.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"

namespace Frontdesk::Ctl {

namespace {

using namespace Evaluation;

using Changes = std::vector<std::pair<QString, double>>;

const QString ThresholdOption = QStringLiteral("threshold");
const QString ClinicOption = QStringLiteral("clinic");
const QString SinceOption = QStringLiteral("since");
const QString UntilOption = QStringLiteral("until");

/// Scripts, played once under today's thresholds, as past calls.
class ScriptedCalls final : public StoredCalls {
public:
    explicit ScriptedCalls(std::vector<CallScript> scripts)
        : m_scripts(std::move(scripts))
    {}

    std::optional<StoredCall> next() override
    {
        if (m_next >= m_scripts.size()) {
            return std::nullopt;
        }
        const CallScript &script = m_scripts[m_next++];
        const CallRun run = playCall(script, scriptClinic(script));
        return StoredCall{script.id, run.briefing, run.events};
    }

private:
    std::vector<CallScript> m_scripts;
    size_t m_next = 0;
};

QString describe(const ReplayedEnd &end)
{
    if (!end.escalated) {
        return QStringLiteral("not handed over");
    }
    return QStringLiteral("%1 at turn %2").arg(escalationReasonName(end.reason)).arg(end.turn);
}

Result<Changes> readChanges(const CommandLine &line)
{
    Changes changes;
    for (const QString &wish : line.values(ThresholdOption)) {
        const QString name = wish.section(QLatin1Char('='), 0, 0);
        bool isNumber = false;
        const double value = wish.section(QLatin1Char('='), 1).toDouble(&isNumber);
        EscalationThresholds scratch;
        if (const auto set = setThreshold(scratch, name, value); !set || !isNumber) {
            return set ? Error{ErrorCode::InvalidInput, QStringLiteral("Write --threshold %1=NUMBER.").arg(name)}
                       : set.error();
        }
        changes.emplace_back(name, value);
    }
    if (changes.empty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("Say what to change with --threshold NAME=VALUE.")};
    }
    return changes;
}

/// A day as the beginning of that day at the clinic; `otherwise` when it was not given.
Result<QDateTime> readDay(const CommandLine &line, const QString &option, const ClinicProfile &clinic,
                          const QDateTime &otherwise)
{
    if (!line.has(option)) {
        return otherwise;
    }
    const QDate day = QDate::fromString(line.value(option), Qt::ISODate);
    if (!day.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("Write --%1 YYYY-MM-DD.").arg(option)};
    }
    return day.startOfDay(clinic.timeZone).toUTC();
}

int show(const Calibration &result, int unreadable, Output &output)
{
    for (const ChangedCall &call : result.changed) {
        output.out << call.id << ": " << describe(call.before) << " -> " << describe(call.after)
                   << (call.before.emergency || call.after.emergency ? "  EMERGENCY" : "") << '\n';
    }
    output.out << result.calls << " calls; handed over " << result.escalatedBefore << " before, "
               << result.escalatedAfter << " after; " << result.changed.size() << " change; " << result.emergenciesLost
               << " emergencies lost\n";
    if (unreadable > 0) {
        output.out << unreadable << " calls could not be read and are not counted\n";
    }
    return result.emergenciesLost == 0 ? Done : Failed;
}

int calibrateScripts(const QString &path, const Changes &changes, Output &output)
{
    const auto scripts = callScriptsIn(path);
    if (!scripts) {
        return fail(output, scripts.error());
    }
    ScriptedCalls calls(*scripts);
    return show(calibrate(calls, changes), 0, output);
}

struct ClinicCalibration {
    Calibration result;
    int unreadable = 0;
};

Result<ClinicCalibration> calibrateClinic(const CommandLine &line, Storage::Store &store)
{
    const auto changes = readChanges(line);
    if (!changes) {
        return changes.error();
    }
    const auto clinic = findClinic(store, line.value(ClinicOption));
    if (!clinic) {
        return clinic.error();
    }
    const auto from = readDay(line, SinceOption, *clinic, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    const auto until = readDay(line, UntilOption, *clinic, QDateTime(QDate(9999, 1, 1), QTime(0, 0), Qt::UTC));
    if (!from || !until) {
        return !from ? from.error() : until.error();
    }
    auto calls = TapedCalls::of(store, clinic->id, *from, *until);
    if (!calls) {
        return calls.error();
    }
    ClinicCalibration calibration;
    calibration.result = calibrate(calls.value(), *changes);
    calibration.unreadable = calls->unreadable();
    return calibration;
}

std::vector<Option> calibrateOptions()
{
    return {{ThresholdOption, Option::Kind::Values}, {ClinicOption}, {SinceOption}, {UntilOption}};
}

int runCalibration(const QStringList &arguments, Output &output)
{
    if (arguments.isEmpty()) {
        return WrongUsage;
    }
    if (arguments.first().startsWith(QLatin1String("--"))) {
        return withStore(arguments, calibrateOptions(), 0, output, calibrateClinic,
                         [&output](const CommandLine &, const ClinicCalibration &done) {
                             return show(done.result, done.unreadable, output);
                         });
    }
    const auto line = CommandLine::parse(arguments.mid(1), {{ThresholdOption, Option::Kind::Values}});
    if (!line) {
        return fail(output, line.error());
    }
    const auto changes = readChanges(*line);
    return changes ? calibrateScripts(arguments.first(), *changes, output) : fail(output, changes.error());
}

struct Replay {
    size_t events = 0;
    bool same = false;
};

Result<Replay> replayStored(const CommandLine &line, Storage::Store &store)
{
    const auto call = store.calls().find(CallId(line.words().first()));
    if (!call) {
        return call.error();
    }
    const auto bytes = store.tapes().find(call->clinicId, call->id);
    if (!bytes) {
        return bytes.error();
    }
    const auto tape = Dialogue::CallTape::fromBytes(*bytes);
    if (!tape) {
        return tape.error();
    }
    return Replay{tape->events.size(), Dialogue::replayedActions(*tape) == tape->actions};
}

int replayCall(const QStringList &arguments, Output &output)
{
    return withStore(arguments, {}, 1, output, replayStored, [&output](const CommandLine &, const Replay &replay) {
        output.out << replay.events << " events; "
                   << (replay.same ? "the same actions, to the bit\n" : "other actions than at the time\n");
        return replay.same ? Done : Failed;
    });
}

} // namespace

Command calibrateCommand()
{
    return {
        QStringLiteral("calibrate"), QStringLiteral("Shows what other escalation thresholds would do to past calls."),
        QStringLiteral("--clinic ID-or-NUMBER [--since DAY] [--until DAY] --threshold NAME=VALUE [--threshold ...] ") +
            databaseUsage() +
            QStringLiteral("\n       frontdeskctl calibrate SCRIPTS.jsonl --threshold NAME=VALUE [--threshold ...]"
                           "\n\n  Changes nothing. Ends with 1 when an emergency would be lost."),
        runCalibration};
}

Command callsReplayCommand()
{
    return {QStringLiteral("calls replay"),
            QStringLiteral("Plays a past call again and says whether this program would do the same."),
            QStringLiteral("ID ") + databaseUsage(), replayCall};
}

} // namespace Frontdesk::Ctl
