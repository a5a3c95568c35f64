#pragma once

#include "service/dialogue/phrasebook.h"
#include "shared/model/clinicprofile.h"

#include <QDateTime>

#include <optional>

namespace Frontdesk::Dialogue {

/// A sentence made of nothing but what the clinic has written down.
struct ClinicAnswer {
    QString phraseId;
    PhraseValues values;
    bool settled = true; ///< False: staff must still look into it.
};

/// Answers a caller's question from the clinic's profile; nothing when the profile does not say.
/// `plan` is the insurance the caller named, if any.
[[nodiscard]] std::optional<ClinicAnswer> answerFromProfile(const ClinicProfile &clinic, const QString &question,
                                                            const QString &plan, const QDateTime &localNow);

/// True when the words ask something about the clinic, whether or not the profile can answer.
[[nodiscard]] bool asksAboutClinic(const ClinicProfile &clinic, const QString &utterance);

/// Closed now, by hours that the clinic has written down.
[[nodiscard]] bool isKnownClosed(const ClinicProfile &clinic, const QDateTime &localNow);

} // namespace Frontdesk::Dialogue
