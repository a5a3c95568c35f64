#pragma once

#include "service/dialogue/slots/wishfeatures.h"

#include <QByteArray>

#include <optional>

namespace Frontdesk::Dialogue {

/// A trained ear for what a caller wants, beside the wordings that somebody wrote down: one linear classifier a wish.
/// From tools/training; see resources/dialogue/wishes. Never changed after it was read; safe from any thread.
class WishEar {
public:
    /// The one that is built into the program.
    [[nodiscard]] static const WishEar &builtIn();

    /// Reads what training wrote. Nothing if it is no such file or of another version.
    [[nodiscard]] static std::optional<WishEar> read(const QByteArray &file);

    /// The likeliest wish, if it is likely enough.
    [[nodiscard]] std::optional<RequestType> wishIn(const std::vector<uint32_t> &features) const;

private:
    struct Head {
        float line = 1; ///< In log odds; chosen in training by cross-validation.
        float bias = 0;
        float scale = 0;
    };

    std::array<Head, HeardWishes.size()> m_heads{};
    uint32_t m_mask = 0;
    std::vector<int8_t> m_weights = std::vector<int8_t>(HeardWishes.size()); ///< By feature, then by head.
};

} // namespace Frontdesk::Dialogue
