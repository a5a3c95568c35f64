#include "tools/callsim/sound.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::CallSim {

namespace {

constexpr int AudiblePeak = 200;
constexpr int LevelledPeak = 11600;

bool isLoud(int16_t sample)
{
    return std::abs(int(sample)) > AudiblePeak;
}

} // namespace

bool isAudible(std::span<const int16_t> samples)
{
    return std::any_of(samples.begin(), samples.end(), isLoud);
}

Sound trimmed(const Sound &sound)
{
    const auto first = std::find_if(sound.begin(), sound.end(), isLoud);
    const auto last = std::find_if(sound.rbegin(), std::make_reverse_iterator(first), isLoud).base();
    return Sound(first, last);
}

Sound levelled(Sound sound)
{
    const auto loudest = std::max_element(sound.begin(), sound.end(),
                                          [](int16_t a, int16_t b) { return std::abs(int(a)) < std::abs(int(b)); });
    if (loudest == sound.end() || *loudest == 0) {
        return sound;
    }
    const double gain = LevelledPeak / std::abs(double(*loudest));
    for (int16_t &sample : sound) {
        sample = static_cast<int16_t>(std::lround(sample * gain));
    }
    return sound;
}

} // namespace Frontdesk::CallSim
