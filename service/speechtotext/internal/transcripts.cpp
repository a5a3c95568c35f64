#include "service/speechtotext/internal/transcripts.h"

#include <QStringList>

namespace Frontdesk::SpeechToText {

Flow::Transcript transcriptOf(std::vector<SpokenWord> words, bool isFinal)
{
    Flow::Transcript transcript;
    transcript.isFinal = isFinal;
    if (words.empty()) {
        return transcript;
    }
    QStringList texts;
    double sum = 0;
    for (const SpokenWord &word : words) {
        texts << word.text;
        sum += word.confidence;
    }
    transcript.text = texts.join(QLatin1Char(' '));
    transcript.confidence = sum / static_cast<double>(words.size());
    transcript.start = words.front().start;
    transcript.end = words.back().end;
    transcript.words = std::move(words);
    return transcript;
}

} // namespace Frontdesk::SpeechToText
