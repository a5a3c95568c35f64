#pragma once

#include "shared/core/clock.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Frontdesk {

/// The facts a request is made of. Text forms (`patient_name` ...) are stored and sent.
enum class SlotName {
    PatientName,
    CallerName,     ///< Only when the caller is not the patient.
    Relationship,   ///< What the caller is to the patient: self parent child spouse partner sibling ... other.
    CallbackNumber, ///< E.164, or seven digits as said; `;ext=` before an extension.
    PreferredDate,  ///< ISO date, `a/b` range, `a/..` or `../b` open, `x|y` alternatives.
    PreferredDays,  ///< `TU,TH` wanted, `!MO` excluded.
    PreferredTime,  ///< `HH:MM`, `HH:MM-HH:MM`, `HH:MM-`, `-HH:MM`, or a part of the day such as `morning`.
    Reason,
    ProviderName, ///< Surname without title; `any`, `any_female`, `!Name` for not this one.
    Insurance,    ///< Plan name or `self_pay`.
    Question,     ///< A question for staff in the caller's own words.
};

[[nodiscard]] QString slotNameText(SlotName name);
[[nodiscard]] std::optional<SlotName> slotNameFromText(QStringView text);

/// One fact, with where it came from.
struct SlotValue {
    QString value;           ///< Canonical form, see SlotName.
    QString saidAs;          ///< The caller's own words for it; empty when it did not come from speech.
    double confidence = 1.0; ///< 0 to 1, of the recognition it came from.
    int turn = 0;            ///< The caller turn it came from, counted from 1; 0: known before the call.
    Milliseconds from{0};    ///< Span in the call's audio, from the start of the stream.
    Milliseconds to{0};
    bool confirmed = false; ///< The caller agreed to a read-back, typed it, or it needs no read-back.

    friend bool operator==(const SlotValue &, const SlotValue &) = default;
};

using SlotMap = std::map<SlotName, SlotValue>;

} // namespace Frontdesk
