#include "service/speechtotext/internal/wordconfidence.h"

#include <algorithm>

namespace Frontdesk::SpeechToText {

double confidenceFromPosterior(double posterior)
{
    return std::clamp(posterior, 0.0, 1.0);
}

double meanConfidence(const std::vector<SpokenWord> &words)
{
    if (words.empty())
        return 0;
    double sum = 0;
    for (const SpokenWord &word : words)
        sum += word.confidence;
    return sum / double(words.size());
}

} // namespace Frontdesk::SpeechToText
