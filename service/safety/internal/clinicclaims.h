#pragma once

#include "service/safety/internal/token.h"
#include "shared/model/clinicprofile.h"

#include <set>
#include <string>

namespace Frontdesk::Safety {

/// What a clinic's profile backs up, ready for comparison with one sentence.
class ClinicClaims {
public:
    explicit ClinicClaims(const ClinicProfile &clinic);

    /// Whether the profile holds all that the sentence claims. `rule` is the claim's kind, for example `fact.hours`.
    [[nodiscard]] bool backs(const std::string &rule, const Tokens &sentence) const;

private:
    [[nodiscard]] bool backsHours(const Tokens &sentence) const;
    [[nodiscard]] bool backsCallback(const Tokens &sentence) const;
    [[nodiscard]] bool saysOnlyKnown(const Tokens &sentence, const std::set<std::string> &further) const;
    void learn(const QString &text, std::set<std::string> &words) const;

    const ClinicProfile &m_clinic;
    std::set<std::string> m_profile; ///< Stems of all the profile's words.
};

} // namespace Frontdesk::Safety
