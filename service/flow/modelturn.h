#pragma once

#include "service/flow/expectation.h"
#include "shared/model/callrecord.h"
#include "shared/model/requesttype.h"
#include "shared/model/slots.h"

#include <QStringList>

namespace Frontdesk::Flow {

/// One utterance as it was heard: what we meant to say and nobody heard is not part of it.
struct HeardUtterance {
    Speaker speaker = Speaker::Caller;
    QString text;
};

/// What a language model is asked about one caller turn. Patient data.
struct ModelQuestion {
    int turn = 0;
    QString words; ///< Of the caller, to be understood.
    Expectation expectation = Expectation::Nothing;
    QString localTime; ///< In the clinic's zone, in words the model can use.
    QString clinic;
    QStringList providers;
    std::vector<RequestType> openRequests;
    std::map<SlotName, QString> known;   ///< Canonical values of this call so far.
    std::vector<HeardUtterance> earlier; ///< The last few, oldest first.
};

enum class ModelDanger { None, Medical, SelfHarm, Violence };

/// What a language model understood. It can add to what rules understood, never take away.
struct ModelReading {
    std::vector<RequestType> requests;
    /// The caller's own words for each fact; code, not the model, makes dates and numbers of them.
    std::map<SlotName, QString> said;
    std::optional<bool> agrees; ///< The turn says yes or no to what was asked.
    ModelDanger danger = ModelDanger::None;
    bool wantsPerson = false;
    bool asksMedicalAdvice = false;
    QString acknowledgement; ///< A short sentence before our next question; may be empty.
};

} // namespace Frontdesk::Flow
