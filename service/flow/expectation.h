#pragma once

#include <QString>

namespace Frontdesk::Flow {

/// What the assistant's last sentence asked for. Endpointing, recognition and understanding all lean on it.
enum class Expectation {
    Nothing, ///< We only told something.
    Request, ///< "How can I help?"
    YesNo,
    PatientName,
    CallerName,
    Relationship,
    PhoneNumber,
    DateTime,
    Reason,
    Provider,
    Insurance,
    Spelling,
    AnythingElse, ///< "Is there anything else?": yes/no or a further request.
    Question,     ///< "What would you like to know / leave as a message?"
};

} // namespace Frontdesk::Flow
