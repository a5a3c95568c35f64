#pragma once

#include "shared/core/result.h"
#include "tools/frontdeskctl/command.h"

#include <QJsonObject>

namespace Frontdesk::Ctl {

/// Options and ending that all `eval` commands share: one FILE; what went wrong is listed unless `--brief` leaves it out;
/// `--json` ends the answer with one line of figures. Mistakes of the product are an answer, not a failure: the exit
/// code tells only whether the file could be evaluated.
struct EvaluationReport {
    QString text;
    QJsonObject figures;
};

/// Reads the options, runs `evaluate` on the file (it returns a report or an error) and prints the report.
[[nodiscard]] int
runEvaluation(const QStringList &arguments, Output &output,
              const std::function<Result<EvaluationReport>(const QString &file, bool errors)> &evaluate);

[[nodiscard]] QString evaluationUsage();

} // namespace Frontdesk::Ctl
