#pragma once

#include "shared/core/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Frontdesk::Telephony {

/// The parameters of one Twilio webhook, decoded, in the order they came.
///
/// Everything is kept, also what we do not know and what is empty: the signature covers all of it.
class TwilioForm {
public:
    struct Parameter {
        QByteArray name; ///< UTF-8.
        QByteArray value;
    };

    static constexpr qsizetype MaximumParameters = 200;

    TwilioForm() = default;
    explicit TwilioForm(std::vector<Parameter> parameters)
        : m_parameters(std::move(parameters))
    {}

    /// Reads `application/x-www-form-urlencoded`. A broken escape, text that is not UTF-8, a parameter without name,
    /// a NUL or more than MaximumParameters is an error.
    [[nodiscard]] static Result<TwilioForm> parse(QByteArrayView body);

    [[nodiscard]] const std::vector<Parameter> &parameters() const { return m_parameters; }
    [[nodiscard]] bool contains(QByteArrayView name) const;

    /// The first value of that name (names are case-sensitive); empty when there is none.
    [[nodiscard]] QString text(QByteArrayView name) const;

private:
    std::vector<Parameter> m_parameters;
};

} // namespace Frontdesk::Telephony
