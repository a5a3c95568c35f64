#pragma once

#include "service/safety/assessment.h"
#include "service/safety/internal/turnfeatures.h"

#include <QByteArray>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace Frontdesk::Safety {

/// A trained ear beside the rules: linear classifiers over the words of a turn and the pieces of these words, for what
/// nobody wrote a rule about. It is trained by tools/training/train_second_opinion.py, whose second_opinion_features.py
/// is the same reading of a turn; docs/safety-classifier.md tells how. Never changed after it was read; safe from any
/// thread.
class SecondOpinion {
public:
    /// The lines between which an opinion counts; chosen in training by cross-validation. Scores are log odds.
    struct Thresholds {
        float emergency = 0; ///< From here on it is an emergency.
        float bounded = 0;   ///< The same where the rules saw danger and found it denied, past or a figure of speech.
        float doubt = 0;     ///< From here on people should hear it.
    };

    struct Scores {
        int words = 0; ///< How many the turn has.
        float emergency = 0;
        Emergency kind = Emergency::Medical; ///< The likeliest, if it is one.
    };

    /// The one that is built into the program.
    [[nodiscard]] static const SecondOpinion &builtIn();

    /// Reads what training wrote. Nothing if it is no such file or of another version.
    [[nodiscard]] static std::optional<SecondOpinion> read(const QByteArray &file);

    [[nodiscard]] Scores scoresOf(QStringView utterance) const;

    /// The few neighbouring words that spoke most for an emergency, as they stand in the utterance.
    [[nodiscard]] QString tellingWords(const QString &utterance) const;

    /// The sums of weights before scale and bias, head by head: whole numbers, equal on every machine.
    enum Head : uint8_t { AnyEmergency, Medical, SelfHarm, Violence };
    static constexpr size_t HeadCount = 4;
    using Sums = std::array<int, HeadCount>;
    [[nodiscard]] Sums sumsOf(const std::vector<TurnWord> &words) const;

    [[nodiscard]] const Thresholds &thresholds() const { return m_thresholds; }

private:
    [[nodiscard]] const int8_t *weightsOf(uint32_t feature) const
    {
        return m_weights.data() + (feature & m_mask) * HeadCount;
    }

    Thresholds m_thresholds;
    std::array<float, HeadCount> m_bias{};
    std::array<float, HeadCount> m_scale{};
    uint32_t m_mask = 0;
    std::vector<int8_t> m_weights = std::vector<int8_t>(HeadCount); ///< By feature, then by head.
};

} // namespace Frontdesk::Safety
