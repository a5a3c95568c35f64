#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// Takes questions that the profile settles out of the requests, so that nobody is asked to call back for them.
void answerQuestions(const Talk &talk, Heard &heard);

/// Puts the caller's own words into requests that a person will answer.
void keepQuestions(Talk &talk, const Heard &heard);

} // namespace Frontdesk::Dialogue
