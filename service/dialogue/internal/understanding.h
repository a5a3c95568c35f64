#pragma once

#include "service/dialogue/internal/clinicanswers.h"
#include "service/dialogue/internal/talk.h"
#include "service/safety/utterancesafety.h"

namespace Frontdesk::Dialogue {

/// What one caller turn meant, once its facts have gone into the requests.
struct Heard {
    QString text;
    Safety::Assessment assessment;
    SlotReading reading;
    SpecialTurn special = SpecialTurn::None;
    Absorbed absorbed;
    std::vector<ClinicAnswer> answers; ///< Questions of this turn that the profile answers.
    bool declined = false;             ///< "No" to an optional question: no preference.
    bool poorAudio = false;            ///< Heard too badly to take its details.
    bool understood = true;
};

/// Whether a turn after our goodbye ("oh, one more thing, I also need ...") brings a further request.
[[nodiscard]] bool wantsMore(const Talk &talk, const QString &text);

/// Reads a caller turn and keeps what it gives; `model` adds to what the rules understand.
[[nodiscard]] Heard understand(Talk &talk, const CallerSpoke &spoken, const Flow::ModelReading *model = nullptr);

[[nodiscard]] Safety::UtteranceContext safetyContext(const Talk &talk);
[[nodiscard]] Safety::TurnSignals signalsOf(const Talk &talk, const Heard &heard, const CallerSpoke &spoken);

} // namespace Frontdesk::Dialogue
