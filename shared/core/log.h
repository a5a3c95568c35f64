#pragma once

#include <QLoggingCategory>

/// One category per room, named `frontdesk.<room>`. A line carries the call id where there is one and never patient
/// data: no names, numbers, birth dates, transcripts or tones.
namespace Frontdesk::Log {

Q_DECLARE_LOGGING_CATEGORY(app)
Q_DECLARE_LOGGING_CATEGORY(http)
Q_DECLARE_LOGGING_CATEGORY(telephony)
Q_DECLARE_LOGGING_CATEGORY(audio)
Q_DECLARE_LOGGING_CATEGORY(speechToText)
Q_DECLARE_LOGGING_CATEGORY(textToSpeech)
Q_DECLARE_LOGGING_CATEGORY(dialogue)
Q_DECLARE_LOGGING_CATEGORY(safety)
Q_DECLARE_LOGGING_CATEGORY(call)
Q_DECLARE_LOGGING_CATEGORY(escalation)
Q_DECLARE_LOGGING_CATEGORY(storage)
Q_DECLARE_LOGGING_CATEGORY(api)

/// Sends every line to standard error as `time level category message`, one line each, safe from any thread.
void installHandler();

/// Hides everything below `level`: debug, info, warning or error.
void setLevel(const QString &level);

} // namespace Frontdesk::Log
