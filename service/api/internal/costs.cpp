#include "service/api/internal/costs.h"

#include <QJsonArray>

#include <map>

namespace Frontdesk::Api {

namespace {

constexpr double MicrosPerWhole = 1'000'000;

double wholeOf(qint64 micros)
{
    return static_cast<double>(micros) / MicrosPerWhole;
}

/// Adds up what is used and what is known of its cost.
class Bill {
public:
    explicit Bill(const Prices &prices)
        : m_prices(prices)
    {}

    void add(const UsageLine &used, const QDate &day)
    {
        if (used.amount == 0) {
            return;
        }
        Line &line = m_lines[{used.vendor, used.unit}];
        const auto micros = m_prices.micros(used, day);
        line.amount += used.amount;
        line.micros += micros.value_or(0);
        line.isPriced = line.isPriced && micros.has_value();
        m_micros += micros.value_or(0);
        m_knowsAny = m_knowsAny || micros.has_value();
        m_isComplete = m_isComplete && micros.has_value();
    }

    [[nodiscard]] QJsonValue total() const { return m_knowsAny ? QJsonValue(wholeOf(m_micros)) : QJsonValue(); }
    [[nodiscard]] QJsonValue perCall(qint64 calls) const
    {
        return m_knowsAny && calls > 0 ? QJsonValue(wholeOf(m_micros) / static_cast<double>(calls)) : QJsonValue();
    }

    [[nodiscard]] QJsonObject json() const
    {
        QJsonArray lines;
        for (const auto &[what, line] : m_lines) {
            lines.append(
                QJsonObject{{QStringLiteral("vendor"), what.first},
                            {QStringLiteral("unit"), usageUnitName(what.second)},
                            {QStringLiteral("amount"), line.amount},
                            {QStringLiteral("cost"), line.isPriced ? QJsonValue(wholeOf(line.micros)) : QJsonValue()}});
        }
        const QString &currency = m_prices.currency();
        return {{QStringLiteral("currency"), currency.isEmpty() ? QJsonValue() : QJsonValue(currency)},
                {QStringLiteral("total"), total()},
                {QStringLiteral("complete"), m_isComplete},
                {QStringLiteral("lines"), lines}};
    }

private:
    struct Line {
        qint64 amount = 0;
        qint64 micros = 0;
        bool isPriced = true;
    };

    const Prices &m_prices;
    std::map<std::pair<QString, UsageUnit>, Line> m_lines;
    qint64 m_micros = 0;
    bool m_knowsAny = false;
    bool m_isComplete = true;
};

QJsonValue millisecondsOrNull(const std::optional<Milliseconds> &time)
{
    return time ? QJsonValue(qint64{time->count()}) : QJsonValue();
}

} // namespace

QJsonObject callCostJson(const CallRecord &call, CallUsage usage, const Prices &prices)
{
    if (call.endedAt.isValid()) {
        usage.push_back({phoneVendor(), UsageUnit::PhoneMilliseconds, call.startedAt.msecsTo(call.endedAt)});
    }
    Bill bill(prices);
    for (const UsageLine &line : usage) {
        bill.add(line, call.startedAt.date());
    }
    return bill.json();
}

QJsonObject periodCostJson(const std::vector<Storage::HourOfCalls> &hours,
                           const std::vector<Storage::DayOfUsage> &usage, const Prices &prices)
{
    Bill bill(prices);
    qint64 ended = 0;
    for (const Storage::HourOfCalls &hour : hours) {
        ended += hour.ended;
        bill.add({phoneVendor(), UsageUnit::PhoneMilliseconds, hour.milliseconds}, hour.date);
    }
    for (const Storage::DayOfUsage &day : usage) {
        bill.add(day.used, day.day);
    }
    QJsonObject json = bill.json();
    json.insert(QStringLiteral("per_call"), bill.perCall(ended));
    return json;
}

QJsonObject timesJson(const TurnTimes &times)
{
    return {{QStringLiteral("endpoint_wait_ms"), qint64{times.endpointWait.count()}},
            {QStringLiteral("stt_final_ms"), qint64{times.recognizer.count()}},
            {QStringLiteral("model_first_token_ms"), millisecondsOrNull(times.modelFirstToken)},
            {QStringLiteral("voice_first_byte_ms"), millisecondsOrNull(times.voiceFirstByte)},
            {QStringLiteral("first_frame_ms"), qint64{times.firstFrame().count()}}};
}

} // namespace Frontdesk::Api
