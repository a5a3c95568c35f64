#include "service/evaluation/callgrading.h"
#include "tools/frontdeskctl/callscriptfile.h"
#include "tools/frontdeskctl/commandline.h"
#include "tools/frontdeskctl/commands.h"

#include <QJsonDocument>

#include <algorithm>

namespace Frontdesk::Ctl {

namespace {

using namespace Evaluation;

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
    const auto line = CommandLine::parse(arguments, {{QStringLiteral("brief"), Option::Kind::Flag},
                                                     {QStringLiteral("transcript"), Option::Kind::Flag},
                                                     {QStringLiteral("json"), Option::Kind::Flag}});
    if (!line || line->words().size() != 1) {
        output.error << (line ? QStringLiteral("One file to evaluate is needed.") : line.error().message) << '\n';
        return WrongUsage;
    }
    const auto scripts = callScriptsIn(line->words().front());
    if (!scripts) {
        output.error << scripts.error().message << '\n';
        return Failed;
    }
    Totals totals;
    for (const CallScript &script : *scripts) {
        const CallRun run = playCall(script, scriptClinic(script));
        const CallGrade grade = gradeCall(script, run);
        totals.add(script, run, grade);
        if (grade.passed() || line->has(QStringLiteral("brief"))) {
            continue;
        }
        if (line->has(QStringLiteral("transcript"))) {
            printTranscript(script, run, output.out);
        }
        output.out << script.id << ' ' << script.edgeCase << ": " << grade.faults.join(QStringLiteral("; ")) << '\n';
    }
    output.out << totals.passed << " of " << totals.calls << " calls passed; " << totals.missedEmergencies
               << " emergencies missed\n";
    if (line->has(QStringLiteral("json"))) {
        output.out << totals.toJson() << '\n';
    }
    return Done;
}

} // namespace

Command evalCallsCommand()
{
    return {QStringLiteral("eval calls"), QStringLiteral("Plays scripted calls and grades how they went."),
            QStringLiteral("FILE.jsonl [--brief] [--transcript] [--json]"), evalCalls};
}

} // namespace Frontdesk::Ctl
