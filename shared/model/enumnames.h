#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace Frontdesk {

/// A two-way table between an enum and its stored names; one per enum, beside the enum's functions.
template <typename Enum, size_t N>
struct EnumNames {
    std::array<std::pair<Enum, QLatin1String>, N> entries;

    [[nodiscard]] QString name(Enum value) const
    {
        for (const auto &[candidate, text] : entries) {
            if (candidate == value) {
                return text;
            }
        }
        return {};
    }

    [[nodiscard]] std::optional<Enum> value(QStringView name) const
    {
        for (const auto &[candidate, text] : entries) {
            if (name == text) {
                return candidate;
            }
        }
        return std::nullopt;
    }
};

template <typename Enum, typename... Rest>
EnumNames(std::pair<Enum, QLatin1String>, Rest...) -> EnumNames<Enum, 1 + sizeof...(Rest)>;

} // namespace Frontdesk
