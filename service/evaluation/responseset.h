#pragma once

#include "shared/model/clinicprofile.h"

namespace Frontdesk::Evaluation {

/// The clinic that the published response sentences are about: its facts decide which of them are harmless.
[[nodiscard]] ClinicProfile responseClinic();

/// Every text in a phrase file's JSON, gaps as they stand; empty when it is no JSON object.
[[nodiscard]] QStringList phraseTexts(const QByteArray &json);

} // namespace Frontdesk::Evaluation
