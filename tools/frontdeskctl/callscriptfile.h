#pragma once

#include "service/evaluation/callscript.h"

namespace Frontdesk::Ctl {

/// The call scripts in a JSONL file. NotFound: it cannot be read.
[[nodiscard]] Result<std::vector<Evaluation::CallScript>> callScriptsIn(const QString &path);

} // namespace Frontdesk::Ctl
