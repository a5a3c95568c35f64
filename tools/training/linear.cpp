#include "tools/training/linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace Frontdesk::Training {

namespace {

constexpr unsigned Seed = 20240601;
constexpr float BiasRate = 0.02F;
constexpr float MostOdds = 30;

} // namespace

void bringToLengthOne(Features &features)
{
    float square = 0;
    for (const Feature &feature : features)
        square += feature.size * feature.size;
    for (Feature &feature : features)
        feature.size /= std::sqrt(square);
}

Linear::Linear(const std::vector<Example> &examples, const LinearOptions &options)
    : m_weights(size_t{1} << options.bits)
{
    std::vector<size_t> order(examples.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::mt19937 random(Seed);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        // std::shuffle may differ from library to library.
        for (size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[random() % left]);
        const float rate = options.rate / (1 + static_cast<float>(epoch) / 2);
        for (const size_t at : order)
            learn(examples[at], rate, options.certainty);
    }
}

void Linear::learn(const Example &example, float rate, float certainty)
{
    const float odds = std::clamp(score(*example.features), -MostOdds, MostOdds);
    const float error = (example.label ? certainty : 1 - certainty) - 1 / (1 + std::exp(-odds));
    for (const Feature &feature : *example.features)
        m_weights[feature.place] += rate * error * feature.size;
    m_bias += BiasRate * rate * error;
}

float Linear::score(const Features &features) const
{
    float sum = m_bias;
    for (const Feature &feature : features)
        sum += m_weights[feature.place] * feature.size;
    return sum;
}

float quantise(const std::vector<float> &weights, std::vector<int8_t> &whole)
{
    std::vector<float> sizes;
    for (const float weight : weights)
        if (weight != 0)
            sizes.push_back(std::abs(weight));
    std::sort(sizes.begin(), sizes.end());
    constexpr double Kept = 0.9995;
    const float scale = sizes.empty() ? 1 : sizes[static_cast<size_t>(static_cast<double>(sizes.size()) * Kept)] / 127;
    for (const float weight : weights)
        whole.push_back(static_cast<int8_t>(std::clamp(std::lround(weight / scale), -127L, 127L)));
    return scale;
}

} // namespace Frontdesk::Training
