#include "service/evaluation/calibrate.h"
#include "service/evaluation/callgrading.h"
#include "tools/frontdeskctl/commands.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace Frontdesk::Ctl {

namespace {

using namespace Evaluation;

Result<std::vector<CallScript>> scriptsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("Cannot read %1.").arg(path)};
    }
    return readCallScripts(file.readAll());
}

void printTranscript(const CallScript &script, const CallRun &run, QTextStream &out)
{
    out << "--- " << script.id << ' ' << script.edgeCase << '\n';
    for (const SpokenLine &line : run.lines) {
        out << (line.byCaller ? "  caller     " : "  assistant  ") << line.text << '\n';
    }
    for (const auto &[key, task] : run.tasks) {
        out << "  task " << key << ' ' << requestTypeName(task.type) << ' ' << taskPriorityName(task.priority);
        for (const auto &[name, value] : task.slotValues) {
            out << "; " << slotNameText(name) << '=' << value.value;
        }
        out << (task.note.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(task.note)) << '\n';
    }
    out << "  outcome " << run.outcome() << ' ' << run.reason() << " after turn " << run.endedAtTurn << "\n";
}

/// Counts over a set of graded calls.
struct Totals {
    int calls = 0;
    int passed = 0;
    int missedEmergencies = 0;
    int expectedTasks = 0;
    int escalated = 0;
    int unchecked = 0;

    void add(const CallScript &script, const CallRun &run, const CallGrade &grade)
    {
        ++calls;
        passed += grade.passed() ? 1 : 0;
        const QString emergency = QStringLiteral("emergency_escalated");
        missedEmergencies += script.expected.outcome == emergency && run.outcome() != emergency ? 1 : 0;
        expectedTasks += static_cast<int>(script.expected.tasks.size());
        escalated += run.escalation ? 1 : 0;
        unchecked += static_cast<int>(grade.unchecked.size());
    }

    [[nodiscard]] QByteArray toJson() const
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("calls_total"), calls},
                                         {QStringLiteral("calls_passed"), passed},
                                         {QStringLiteral("calls_escalated"), escalated},
                                         {QStringLiteral("missed_emergencies"), missedEmergencies},
                                         {QStringLiteral("expected_tasks"), expectedTasks},
                                         {QStringLiteral("conditions_unchecked"), unchecked}})
            .toJson(QJsonDocument::Compact);
    }
};

int evalCalls(const QStringList &arguments, Output &output)
{
    QStringList files;
    QStringList options;
    for (const QString &argument : arguments) {
        (argument.startsWith(QLatin1String("--")) ? options : files) << argument;
    }
    if (files.size() != 1) {
        return WrongUsage;
    }
    const auto scripts = scriptsIn(files.first());
    if (!scripts) {
        output.error << scripts.error().message << '\n';
        return Failed;
    }
    Totals totals;
    for (const CallScript &script : *scripts) {
        const CallRun run = playCall(script, scriptClinic(script));
        const CallGrade grade = gradeCall(script, run);
        totals.add(script, run, grade);
        const bool wrong = options.contains(QLatin1String("--errors")) && !grade.passed();
        if (options.contains(QLatin1String("--transcript")) &&
            (wrong || !options.contains(QLatin1String("--errors")))) {
            printTranscript(script, run, output.out);
        }
        if (wrong) {
            output.out << script.id << ' ' << script.edgeCase << ": " << grade.faults.join(QStringLiteral("; "))
                       << '\n';
        }
    }
    if (options.contains(QLatin1String("--json"))) {
        output.out << totals.toJson() << '\n';
    } else {
        output.out << totals.passed << " of " << totals.calls << " calls passed; " << totals.missedEmergencies
                   << " emergencies missed\n";
    }
    return totals.passed == totals.calls ? Done : Failed;
}

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

Result<std::vector<std::pair<QString, double>>> readChanges(const QStringList &arguments)
{
    std::vector<std::pair<QString, double>> changes;
    for (qsizetype index = 0; index + 1 < arguments.size(); ++index) {
        if (arguments[index] != QLatin1String("--threshold")) {
            continue;
        }
        bool isNumber = false;
        const QString name = arguments[index + 1].section(QLatin1Char('='), 0, 0);
        const double value = arguments[index + 1].section(QLatin1Char('='), 1).toDouble(&isNumber);
        EscalationThresholds scratch;
        if (const auto set = setThreshold(scratch, name, value); !set || !isNumber) {
            return set ? Error{ErrorCode::InvalidInput, QStringLiteral("Write --threshold %1=NUMBER.").arg(name)}
                       : set.error();
        }
        changes.emplace_back(name, value);
    }
    return changes;
}

int runCalibration(const QStringList &arguments, Output &output)
{
    const auto changes = readChanges(arguments);
    if (!changes) {
        output.error << changes.error().message << '\n';
        return WrongUsage;
    }
    if (arguments.isEmpty() || changes->empty()) {
        return WrongUsage;
    }
    const auto scripts = scriptsIn(arguments.first());
    if (!scripts) {
        output.error << scripts.error().message << '\n';
        return Failed;
    }
    ScriptedCalls calls(*scripts);
    const Calibration result = calibrate(calls, *changes);
    for (const ChangedCall &call : result.changed) {
        output.out << call.id << ": " << describe(call.before) << " -> " << describe(call.after)
                   << (call.before.emergency || call.after.emergency ? "  EMERGENCY" : "") << '\n';
    }
    output.out << result.calls << " calls; handed over " << result.escalatedBefore << " before, "
               << result.escalatedAfter << " after; " << result.changed.size() << " change; " << result.emergenciesLost
               << " emergencies lost\n";
    return result.emergenciesLost == 0 ? Done : Failed;
}

} // namespace

Command evalCallsCommand()
{
    return {QStringLiteral("eval calls"), QStringLiteral("Plays scripted calls and grades how they went."),
            QStringLiteral("FILE.jsonl [--json] [--errors] [--transcript]"), evalCalls};
}

Command calibrateCommand()
{
    return {QStringLiteral("calibrate"),
            QStringLiteral("Shows what other escalation thresholds would do to past calls."),
            QStringLiteral("FILE.jsonl --threshold NAME=VALUE [--threshold ...]"), runCalibration};
}

} // namespace Frontdesk::Ctl
