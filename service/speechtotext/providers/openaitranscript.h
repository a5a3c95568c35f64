#pragma once

#include "service/speechtotext/speechtotext.h"

#include <QJsonArray>
#include <QUrl>

namespace Frontdesk::SpeechToText {

/// Where the transcription sessions of the server with this base are.
[[nodiscard]] QUrl openAiTranscriptionUrl(const QUrl &base);

/// The message that makes a session one of transcription: the line's mu-law, our own turn-taking, the clinic's words.
[[nodiscard]] QByteArray openAiTranscriptionSession(const QString &model, const RecognitionContext &context);

/// The words of a text, spread evenly between `from` and `to`. `logprobs` has how sure the model was of each of its
/// tokens; may be empty: then nobody knows, and the words count as neither sure nor doubtful.
[[nodiscard]] std::vector<SpokenWord> openAiWords(const QString &text, const QJsonArray &logprobs, Milliseconds from,
                                                  Milliseconds to);

} // namespace Frontdesk::SpeechToText
