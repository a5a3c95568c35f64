#pragma once

#include "shared/model/escalation.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Frontdesk::Safety {

enum class Emergency { None, Medical, SelfHarm, Violence };
enum class MedicalRequest { None, Medication, Refill, TestResults, MedicalAdvice };
enum class Distress { None, Mild, Strong };
enum class RequiredAction { Continue, Escalate, EmergencyEscalate };

/// What a turn is when it is none of a clinic's business.
enum class Aside { None, WrongNumber, Sales, Injection, Robot, Farewell };

/// The words of the caller that fired a rule.
struct Finding {
    QString rule;  ///< For example `breathing.cannot_breathe` or `medication.drug_name`.
    QString words; ///< As they stood in the utterance; patient data.
    EscalationReason reason = EscalationReason::NotUnderstood;
    double weight = 1.0; ///< 1: strong, escalates alone; less: weak.
};

/// What one caller turn means for safety.
struct Assessment {
    Emergency emergency = Emergency::None;
    MedicalRequest medicalRequest = MedicalRequest::None;
    bool wantsHuman = false;
    Distress distress = Distress::None;
    bool angry = false;
    bool abusive = false;
    bool confused = false;
    bool urgentSymptom = false; ///< Needs a nurse the same day; not an emergency.
    bool boundedDanger = false; ///< Danger was named and is denied, past, another's or a figure of speech.
    bool otherLanguage = false; ///< Not English (or the call's language); `language` says which.
    QString language;
    double sentiment = 0.0; ///< -1 to 1.
    RequiredAction action = RequiredAction::Continue;
    Aside aside = Aside::None;     ///< By the second opinion alone, and only where it is sure.
    std::vector<Finding> findings; ///< Strongest first.
};

} // namespace Frontdesk::Safety
