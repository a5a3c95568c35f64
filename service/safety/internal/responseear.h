#pragma once

#include <QByteArray>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace Frontdesk::Safety {

/// What a sentence of ours has for the trained ear: words and meanings as in a caller's turn, and whether some clause of
/// it does nothing that the assistant may do (speechacts.h).
[[nodiscard]] std::vector<uint32_t> sentenceFeatures(QStringView sentence, bool unfit);

/// A trained ear for sentences that must not be spoken, beside the rules of responses.txt and acts.txt; from
/// tools/training/responses. Never changed after it was read; safe from any thread.
class ResponseEar {
public:
    /// The one that is built into the program.
    [[nodiscard]] static const ResponseEar &builtIn();

    /// Reads what training wrote. Nothing if it is no such file or of another version.
    [[nodiscard]] static std::optional<ResponseEar> read(const QByteArray &file);

    /// Whether a sentence must not be spoken. Without weights every unfit one.
    [[nodiscard]] bool objects(const std::vector<uint32_t> &features, bool unfit) const;

private:
    float m_line = 1;   ///< From here on it objects, in log odds.
    float m_unfit = -1; ///< The same for an unfit sentence.
    float m_bias = 0;
    float m_scale = 0;
    uint32_t m_mask = 0;
    std::vector<int8_t> m_weights = std::vector<int8_t>(1);
};

} // namespace Frontdesk::Safety
