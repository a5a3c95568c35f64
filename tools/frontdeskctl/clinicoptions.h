#pragma once

#include "shared/model/clinicprofile.h"
#include "tools/frontdeskctl/commandline.h"

namespace Frontdesk::Ctl {

/// The options of `clinic create` and `clinic set`.
[[nodiscard]] std::vector<Option> clinicOptions();

/// What they look like in a usage text, one a line.
[[nodiscard]] QString clinicOptionsUsage();

/// Puts the options that were given into the profile; the others leave it as it is. An option that holds a list
/// replaces the whole list, and an empty value clears it. InvalidInput, as one sentence: a value that cannot be read.
[[nodiscard]] Result<void> applyClinicOptions(const CommandLine &line, ClinicProfile &profile);

} // namespace Frontdesk::Ctl
