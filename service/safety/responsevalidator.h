#pragma once

#include "shared/model/clinicprofile.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace Frontdesk::Safety {

/// Whether a sentence may be spoken to a caller.
struct ResponseVerdict {
    bool allowed = true;
    QString rule;  ///< What it broke, for example `promise.booked` or `advice.dose`; empty when allowed.
    QString words; ///< The offending words.
};

/// Looks at one sentence before its audio exists: no diagnosis, dose, advice, test result, promise of a booked
/// appointment, invented fact about the clinic, or leak of instructions passes. Pure, safe from any thread, under 1 ms.
[[nodiscard]] ResponseVerdict validateResponse(const QString &sentence, const ClinicProfile &clinic);

/// What the training of the ear beside the validator's rules needs to know about a sentence.
struct SentenceLesson {
    ResponseVerdict byRules;
    bool unfit = false; ///< Some clause does nothing that the assistant may do: by itself only a suspicion.
    std::vector<uint32_t> features;
};
[[nodiscard]] SentenceLesson lessonOf(const QString &sentence, const ClinicProfile &clinic);

} // namespace Frontdesk::Safety
