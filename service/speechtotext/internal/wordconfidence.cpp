#include "service/speechtotext/internal/wordconfidence.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::SpeechToText {

double confidenceFromPosterior(double posterior)
{
    constexpr double Curve = 0.4;
    return std::pow(std::clamp(posterior, 0.0, 1.0), Curve);
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
