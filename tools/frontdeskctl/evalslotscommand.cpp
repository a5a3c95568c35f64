#include "service/evaluation/slotevaluation.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/evalcommand.h"

namespace Frontdesk::Ctl {

namespace {

Result<EvaluationReport> reportSlots(const QString &file, bool errors)
{
    const auto items = Evaluation::readSlotItems(file);
    if (!items) {
        return items.error();
    }
    const Evaluation::SlotScore score = Evaluation::scoreSlots(*items);
    return EvaluationReport{score.toText(errors), score.toJson()};
}

int evalSlots(const QStringList &arguments, Output &output)
{
    return runEvaluation(arguments, output, reportSlots);
}

} // namespace

Command evalSlotsCommand()
{
    return {QStringLiteral("eval slots"), QStringLiteral("Scores what is read from labelled caller turns."),
            evaluationUsage(), evalSlots};
}

} // namespace Frontdesk::Ctl
