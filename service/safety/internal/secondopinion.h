#pragma once

#include "service/safety/assessment.h"
#include "service/safety/internal/turnfeatures.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace Frontdesk::Safety {

/// A trained ear beside the rules: linear classifiers over the words and meanings of a turn, for what nobody wrote a
/// rule about. It is trained by tools/training; docs/safety-classifier.md tells how. Never
/// changed after it was read; safe from any thread.
class SecondOpinion {
public:
    /// What it listens for, in the order of the file. The first two decide, the others name the kind.
    enum Head : uint8_t {
        AnyEmergency,
        People, ///< Anything that is not the assistant's to handle.
        Medical,
        SelfHarm,
        Violence,
        Refill,
        Medication,
        TestResults,
        Advice,
        Urgent,
        Human,
        Upset,
        Confused,
        Language,
        WrongNumber, ///< From here on what is nobody's danger and no patient's wish.
        Sales,
        Injection,
        Robot,
        Farewell,
    };
    static constexpr size_t HeadCount = Farewell + 1;
    static constexpr size_t AsideCount = HeadCount - WrongNumber;

    /// The lines from which an opinion counts; chosen in training by cross-validation. Scores are log odds.
    struct Thresholds {
        float emergency = 0;                   ///< From here on it is an emergency.
        float interim = 0;                     ///< The same while the caller is still speaking.
        float doubt = 0;                       ///< From here on people should hear a turn that is no emergency.
        float people = 0;                      ///< From here on a turn is for people, by the head of that name.
        float calm = 0;                        ///< Below, the same head takes back what a rule found for people.
        std::array<float, AsideCount> aside{}; ///< From here on a turn is what the head names.
    };

    struct Scores {
        std::array<float, HeadCount> of{};

        [[nodiscard]] Emergency emergency() const; ///< The likeliest kind, if it is one.
        [[nodiscard]] Head matter() const;         ///< The likeliest kind of what is for people.
    };

    /// The one that is built into the program.
    [[nodiscard]] static const SecondOpinion &builtIn();

    /// Reads what training wrote. Nothing if it is no such file or of another version.
    [[nodiscard]] static std::optional<SecondOpinion> read(const QByteArray &file);

    /// What a turn is if it clears the line of one of the last heads, by the most.
    [[nodiscard]] Aside asideOf(const Scores &scores) const;

    [[nodiscard]] Scores scoresOf(const TurnFeatures &features) const;

    /// First and last of the few neighbouring words that spoke most for a head.
    [[nodiscard]] std::pair<int, int> tellingWords(const TurnFeatures &features, Head head) const;

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
