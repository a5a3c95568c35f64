#pragma once

#include <cstdint>
#include <vector>

namespace Frontdesk::Training {

/// The features of one turn, as places in the table of weights, and what is right for it.
struct Example {
    const std::vector<uint32_t> *places = nullptr;
    bool label = false;
};

struct LinearOptions {
    int bits = 18;
    int epochs = 10;
    float rate = 6;          ///< Of the first epoch; in epoch n it is rate / (1 + n / 2).
    float certainty = 0.95F; ///< What counts as quite right; more would only learn the lines by heart.
};

/// Logistic regression over features of equal size, each turn brought to length 1. Trained by stochastic gradient
/// descent in an order that is the same every time.
class Linear {
public:
    Linear(const std::vector<Example> &examples, const LinearOptions &options);

    /// Log odds.
    [[nodiscard]] float score(const std::vector<uint32_t> &places) const;

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
