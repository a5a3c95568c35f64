#include "service/audio/level.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::Audio {

double powerToDbfs(double power)
{
    return power <= 0 ? SilenceDbfs : std::clamp(10.0 * std::log10(power), SilenceDbfs, 0.0);
}

double dbfsToPower(double dbfs)
{
    return std::pow(10.0, dbfs / 10.0);
}

double levelDbfs(std::span<const int16_t> samples)
{
    if (samples.empty())
        return SilenceDbfs;
    int64_t sum = 0;
    for (const int16_t sample : samples)
        sum += int64_t(sample) * sample;
    return powerToDbfs(double(sum) / double(samples.size()) / (32768.0 * 32768.0));
}

} // namespace Frontdesk::Audio
