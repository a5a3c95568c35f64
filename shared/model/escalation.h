#pragma once

#include "shared/core/id.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace Frontdesk {

/// Why a call is handed to people. The text forms are stored and sent.
enum class EscalationReason {
    EmergencyMedical,
    EmergencySelfHarm,
    EmergencyViolence,
    Medication, ///< Medicines, prescriptions, refills, pharmacy.
    TestResults,
    MedicalAdvice, ///< Also symptoms that a nurse must hear the same day.
    HumanRequest,
    LowConfidence, ///< The recognizer is unsure of the words.
    PoorAudio,
    Distress,
    Angry,
    Abusive,
    Confused,
    Language,
    NotUnderstood, ///< Still unclear after the allowed clarifying questions.
    Duration,
    Complex, ///< More, or more tangled, than the assistant should carry.
    SystemFailure,
    StaffTookOver, ///< A person at the desk took the call.
};

[[nodiscard]] QString escalationReasonName(EscalationReason reason);
[[nodiscard]] std::optional<EscalationReason> escalationReasonFromName(QStringView name);
[[nodiscard]] bool isEmergency(EscalationReason reason);

/// One observation that speaks for handing over.
struct Evidence {
    EscalationReason reason = EscalationReason::NotUnderstood;
    QString signal;       ///< Name of the signal, for example `transcript_confidence`.
    QString rule;         ///< The rule that fired, for example `heart.pressure_on_chest`.
    QString words;        ///< The caller's words that caused it; patient data. Empty for measured signals.
    double value = 0;     ///< What was measured, in the signal's unit.
    double threshold = 0; ///< What it was held against.
    double weight = 0;    ///< 1 or more: strong, escalates alone. Less: weak, two of them escalate.

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// A decision to hand over, with everything needed to understand and tune it later.
struct EscalationRecord {
    EscalationId id;
    ClinicId clinicId;
    CallId callId;
    EscalationReason reason = EscalationReason::NotUnderstood; ///< The leading one.
    std::vector<Evidence> evidence;                            ///< All that was known, strongest first.
    double score = 0;                                          ///< Sum of weights.
    QString thresholdsVersion;
    int turn = 0; ///< Caller turn at which it was decided.
    QDateTime decidedAt;
    UserId acknowledgedBy;    ///< Who took it on; empty: nobody yet.
    QDateTime acknowledgedAt; ///< Invalid: nobody yet.
};

} // namespace Frontdesk
