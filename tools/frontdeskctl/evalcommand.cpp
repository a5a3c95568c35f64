#include "tools/frontdeskctl/evalcommand.h"

#include "service/evaluation/escalationevaluation.h"
#include "tools/frontdeskctl/commandline.h"
#include "tools/frontdeskctl/commands.h"

#include <QJsonDocument>

namespace Frontdesk::Ctl {

namespace {

Result<EvaluationReport> reportEscalation(const QString &file, bool errors)
{
    const auto items = Evaluation::readEscalationItems(file);
    if (!items)
        return items.error();
    const Evaluation::EscalationScores scores = Evaluation::evaluateEscalation(*items);
    return EvaluationReport{scores.toText(errors), scores.toJson()};
}

int evalEscalation(const QStringList &arguments, Output &output)
{
    return runEvaluation(arguments, output, reportEscalation);
}

} // namespace

QString evaluationUsage()
{
    return QStringLiteral("FILE [--brief] [--json]");
}

int runEvaluation(const QStringList &arguments, Output &output,
                  const std::function<Result<EvaluationReport>(const QString &file, bool errors)> &evaluate)
{
    const auto line = CommandLine::parse(
        arguments, {{QStringLiteral("brief"), Option::Kind::Flag}, {QStringLiteral("json"), Option::Kind::Flag}});
    if (!line) {
        output.error << line.error().message << '\n';
        return WrongUsage;
    }
    if (line->words().size() != 1) {
        output.error << "One file to evaluate is needed.\n";
        return WrongUsage;
    }
    const auto report = evaluate(line->words().front(), !line->has(QStringLiteral("brief")));
    if (!report) {
        output.error << report.error().message << '\n';
        return Failed;
    }
    output.out << report->text;
    if (line->has(QStringLiteral("json")))
        output.out << QJsonDocument(report->figures).toJson(QJsonDocument::Compact) << '\n';
    return Done;
}

Command evalEscalationCommand()
{
    return {QStringLiteral("eval escalation"), QStringLiteral("Scores the safety rules on labelled caller turns."),
            evaluationUsage(), evalEscalation};
}

} // namespace Frontdesk::Ctl
