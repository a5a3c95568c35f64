#pragma once

#include "service/flow/expectation.h"
#include "shared/model/clinicprofile.h"
#include "shared/model/requesttype.h"
#include "shared/model/slots.h"

#include <QDateTime>

#include <optional>

namespace Frontdesk::Dialogue {

/// What the words are read against.
struct ReadingContext {
    QDateTime localNow; ///< In the clinic's time zone.
    QString callerNumber;
    Flow::Expectation expectation = Flow::Expectation::Nothing;
    QString previousAssistant; ///< Our last sentence as spoken.
    SlotMap offered; ///< What our last sentence read back or offered ("Tuesday the 23rd, in the morning?"), or the
                     ///< digits heard so far of a phone number. "Yes" gives these values.
    std::vector<Provider> providers; ///< The clinic's, to recognise misheard names.
    QStringList insurances;          ///< Plans the clinic named.
    OpeningHours hours;              ///< "At three" is 15:00 where the clinic closes at five.
};

enum class Answer { None, Yes, No };

/// What one caller turn gives, by rules.
struct SlotReading {
    SlotMap slotValues; ///< Values with `saidAs`; turn, times and confidence are filled in by the caller of this.
    std::vector<RequestType> requests; ///< In the order they were said.
    Answer answer = Answer::None;      ///< The turn agrees or disagrees with what was offered.
    bool asSoonAsPossible = false;
    bool corrects = false;                ///< "No wait, Thursday": the values replace earlier ones.
    std::optional<SlotName> disputed;     ///< "No, the number is wrong", without a new value.
    QString relationshipSaid;             ///< The caller's own word ("my mom").
    std::optional<QString> partialNumber; ///< Digits of a phone number that is not complete or has no valid form. Offer
        ///< them as `CallbackNumber` with the next question: its answer completes them.
    std::vector<QString> extraPatientNames; ///< Further patients in the same turn.
};

/// Reads one caller turn. Pure; safe from any thread; well under 1 ms.
[[nodiscard]] SlotReading readSlots(const QString &utterance, const ReadingContext &context);

} // namespace Frontdesk::Dialogue
