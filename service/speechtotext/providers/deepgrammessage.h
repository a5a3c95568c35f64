#pragma once

#include "service/speechtotext/speechtotext.h"
#include "shared/core/result.h"

#include <QUrl>

namespace Frontdesk::SpeechToText {

/// One stretch of audio as Deepgram understood it, or its remark that nothing new was said for a while; times are on the connection's own clock, which counts audio.
struct DeepgramResults {
    Milliseconds start{0};
    Milliseconds end{0};
    bool isFinal = false;      ///< The words of this stretch stay.
    bool speechFinal = false;  ///< Deepgram found a pause.
    bool fromFinalize = false; ///< The answer to our Finalize.
    bool utteranceEnd = false; ///< Only the remark: no word since `end`, whatever other sounds there are.
    std::vector<SpokenWord> words;
};

/// One text message of Deepgram's. Nothing: a message that tells us nothing (metadata, events). Corrupt: not JSON, or
/// results without their parts.
[[nodiscard]] Result<std::optional<DeepgramResults>> readDeepgramMessage(QByteArrayView message);

/// The address of a stream in Twilio's own encoding, with everything that steers recognition. Terms beyond Deepgram's
/// limit for key terms (500 tokens, about 100 terms) are left out, and all of them for models before nova-3.
[[nodiscard]] QUrl deepgramStream(const QUrl &base, const QString &model, const RecognitionContext &context);

} // namespace Frontdesk::SpeechToText
