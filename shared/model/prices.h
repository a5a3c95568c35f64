#pragma once

#include "shared/core/result.h"
#include "shared/model/callusage.h"

#include <QDate>

namespace Frontdesk {

/// What the operator pays vendors, each price from a day on and with its source, so that a call is valued at the prices
/// of its day. Without a price a cost is unknown, never guessed.
class Prices {
public:
    Prices() = default; ///< Nothing is known.

    /// `{"currency": "USD", "prices": [{"vendor", "per", "price", "from", "source"}, ...]}`; `per` is one of
    /// recognized_minute, phone_minute, million_tokens_in, million_tokens_in_cached, million_tokens_out,
    /// thousand_characters; `price` a number of the currency, `from` a day such as 2026-11-01, `source` says where the
    /// figure is from. InvalidInput: says which entry is wrong.
    [[nodiscard]] static Result<Prices> fromJson(const QByteArray &json);

    /// The same from a file; an empty path is none. NotFound: it cannot be read.
    [[nodiscard]] static Result<Prices> fromFile(const QString &path);

    /// Three letters; empty: nothing is known.
    [[nodiscard]] const QString &currency() const { return m_currency; }

    /// In millionths of the currency. Nothing: there was no price on that day.
    [[nodiscard]] std::optional<qint64> micros(const UsageLine &line, const QDate &day) const;

private:
    struct Price {
        QString vendor;
        UsageUnit unit{};
        double microsPerUnit = 0;
        QDate from;
    };

    QString m_currency;
    std::vector<Price> m_prices; ///< The oldest first.
};

} // namespace Frontdesk
