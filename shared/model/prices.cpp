#include "shared/model/prices.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace Frontdesk {

namespace {

constexpr double Million = 1'000'000;
constexpr double MillisecondsPerMinute = 60'000;

/// A quantity that prices are told for.
struct Quantity {
    QLatin1String name;
    UsageUnit unit;
    double amount; ///< Of the unit.
};

constexpr std::array<Quantity, 6> Quantities{{
    {QLatin1String("recognized_minute"), UsageUnit::RecognizedMilliseconds, MillisecondsPerMinute},
    {QLatin1String("phone_minute"), UsageUnit::PhoneMilliseconds, MillisecondsPerMinute},
    {QLatin1String("million_tokens_in"), UsageUnit::InputTokens, Million},
    {QLatin1String("million_tokens_in_cached"), UsageUnit::CachedInputTokens, Million},
    {QLatin1String("million_tokens_out"), UsageUnit::OutputTokens, Million},
    {QLatin1String("thousand_characters"), UsageUnit::Characters, 1000},
}};

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidInput, what};
}

} // namespace

Result<Prices> Prices::fromJson(const QByteArray &json)
{
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    Prices prices;
    prices.m_currency = file.value(QLatin1String("currency")).toString();
    if (prices.m_currency.size() != 3 || !file.value(QLatin1String("prices")).isArray()) {
        return wrong(QStringLiteral("A price table needs a currency of three letters and a list of prices."));
    }
    int number = 0;
    for (const QJsonValue &value : file.value(QLatin1String("prices")).toArray()) {
        ++number;
        const QJsonObject entry = value.toObject();
        const QString per = entry.value(QLatin1String("per")).toString();
        const auto quantity = std::find_if(Quantities.begin(), Quantities.end(),
                                           [&](const Quantity &known) { return per == known.name; });
        const QJsonValue price = entry.value(QLatin1String("price"));
        const QDate from = QDate::fromString(entry.value(QLatin1String("from")).toString(), Qt::ISODate);
        const QString vendor = entry.value(QLatin1String("vendor")).toString();
        const bool isWhole = quantity != Quantities.end() && price.isDouble() && price.toDouble() >= 0 &&
                             from.isValid() && !vendor.isEmpty() &&
                             !entry.value(QLatin1String("source")).toString().isEmpty();
        if (!isWhole) {
            return wrong(
                QStringLiteral("Price %1 needs a vendor, a known per, a price of 0 or more, a day from which it "
                               "holds and a source.")
                    .arg(number));
        }
        prices.m_prices.push_back({vendor, quantity->unit, price.toDouble() * Million / quantity->amount, from});
    }
    std::stable_sort(prices.m_prices.begin(), prices.m_prices.end(),
                     [](const Price &a, const Price &b) { return a.from < b.from; });
    return prices;
}

Result<Prices> Prices::fromFile(const QString &path)
{
    if (path.isEmpty()) {
        return Prices();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("The price table cannot be read.")};
    }
    return fromJson(file.readAll());
}

std::optional<qint64> Prices::micros(const UsageLine &line, const QDate &day) const
{
    const auto price = std::find_if(m_prices.rbegin(), m_prices.rend(), [&](const Price &candidate) {
        return candidate.vendor == line.vendor && candidate.unit == line.unit && candidate.from <= day;
    });
    if (price == m_prices.rend()) {
        return std::nullopt;
    }
    return std::llround(price->microsPerUnit * static_cast<double>(line.amount));
}

} // namespace Frontdesk
