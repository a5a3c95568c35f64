#pragma once

#include <cstdint>
#include <vector>

namespace Frontdesk::Training {

/// Something a turn has, as a place in the table of weights.
struct Feature {
    uint32_t place = 0;
    float size = 1;
};
using Features = std::vector<Feature>;

/// So that long turns speak no louder than short ones.
void bringToLengthOne(Features &features);

/// A turn, its features brought to length one, and what is right for it.
struct Example {
    const Features *features = nullptr;
    bool label = false;
};

struct LinearOptions {
    int bits = 18;
    int epochs = 10;
    float rate = 6;          ///< Of the first epoch; in epoch n it is rate / (1 + n / 2).
    float certainty = 0.95F; ///< What counts as quite right; more would only learn the lines by heart.
};

/// Logistic regression. Trained by stochastic gradient
/// descent in an order that is the same every time.
class Linear {
public:
    Linear(const std::vector<Example> &examples, const LinearOptions &options);

    /// Log odds.
    [[nodiscard]] float score(const Features &features) const;

    [[nodiscard]] float bias() const { return m_bias; }
    [[nodiscard]] const std::vector<float> &weights() const { return m_weights; }

private:
    void learn(const Example &example, float rate, float certainty);

    std::vector<float> m_weights;
    float m_bias = 0;
};

/// Adds the weights as whole numbers from -127 to 127 and gives their scale. The few largest are cut, which makes the
/// rest finer.
float quantise(const std::vector<float> &weights, std::vector<int8_t> &whole);

} // namespace Frontdesk::Training
