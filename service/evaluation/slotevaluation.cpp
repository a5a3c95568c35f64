#include "service/evaluation/slotevaluation.h"

#include "service/dialogue/slots/promptreading.h"
#include "service/evaluation/slotcomparison.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

namespace Frontdesk::Evaluation {
namespace {

using Dialogue::SlotReading;

constexpr SlotName kScored[] = {SlotName::PatientName,    SlotName::CallerName,    SlotName::Relationship,
                                SlotName::CallbackNumber, SlotName::PreferredDate, SlotName::PreferredDays,
                                SlotName::PreferredTime,  SlotName::Reason,        SlotName::ProviderName,
                                SlotName::Insurance};
const QString kRequests = QStringLiteral("request_types");

/// A partly labelled item says nothing about the other slots.
bool isLabelled(const SlotItem &item, SlotName name)
{
    return !item.partlyLabelled || name == SlotName::PreferredDate || name == SlotName::PreferredTime ||
           (name == SlotName::ProviderName && item.labels.count(name) > 0);
}

class Comparison {
public:
    Comparison(const SlotItem &item, const SlotReading &reading, SlotScore &score)
        : m_item(item)
        , m_reading(reading)
        , m_score(score)
    {
        for (const SlotName name : kScored) {
            if (isLabelled(item, name)) {
                compare(name);
            }
        }
        compareRequests();
        ++score.items;
        score.exactItems += m_exact ? 1 : 0;
    }

private:
    void compare(SlotName name)
    {
        const auto found = m_reading.slotValues.find(name);
        const QString value = found == m_reading.slotValues.end() ? QString() : found->second.value;
        const bool labelled = m_item.labels.count(name) > 0;
        SlotCounts counts;
        if (labelled && value.isEmpty()) {
            counts.missed = 1;
        } else if (labelled && sameSlot(m_item, name, value)) {
            counts.right = 1;
        } else if (labelled) {
            counts.wrong = 1;
        } else if (!value.isEmpty()) {
            counts.extra = 1;
        }
        count(slotNameText(name), counts, labelled ? m_item.labels.at(name) : QString(), value);
    }

    void compareRequests()
    {
        QStringList read;
        for (const RequestType type : m_reading.requests) {
            read.append(requestTypeName(type));
        }
        if (m_item.partlyLabelled) {
            if (m_item.requestTypes.isEmpty()) {
                return;
            }
            read = read.filter(QStringLiteral("appointment_scheduling"));
        }
        SlotCounts counts;
        for (const QString &type : m_item.requestTypes) {
            ++(read.contains(type) ? counts.right : counts.missed);
        }
        counts.extra = static_cast<int>(std::count_if(
            read.begin(), read.end(), [&](const QString &type) { return !m_item.requestTypes.contains(type); }));
        count(kRequests, counts, m_item.requestTypes.join(QLatin1Char(' ')), read.join(QLatin1Char(' ')));
    }

    void count(const QString &slot, const SlotCounts &counts, const QString &expected, const QString &read)
    {
        m_score.bySlot[slot] += counts;
        m_score.all += counts;
        if (counts.wrong + counts.missed + counts.extra > 0) {
            m_exact = false;
            m_score.mistakes.push_back({m_item.id, slot, expected, read, m_item.assistant, m_item.utterance});
        }
    }

    const SlotItem &m_item;
    const SlotReading &m_reading;
    SlotScore &m_score;
    bool m_exact = true;
};

double ratio(int part, int whole)
{
    return whole == 0 ? 1.0 : static_cast<double>(part) / whole;
}

} // namespace

double SlotCounts::precision() const
{
    return ratio(right, right + wrong + extra);
}

double SlotCounts::recall() const
{
    return ratio(right, right + wrong + missed);
}

double SlotCounts::f1() const
{
    return ratio(2 * right, 2 * right + 2 * wrong + missed + extra);
}

SlotCounts &SlotCounts::operator+=(const SlotCounts &other)
{
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    extra += other.extra;
    return *this;
}

SlotReading readItem(const SlotItem &item)
{
    return readSlots(item.utterance, Dialogue::contextFromPrompt(item.assistant, item.localNow, item.callerId));
}

SlotScore scoreSlots(const std::vector<SlotItem> &items)
{
    SlotScore score;
    if (items.empty()) {
        return score;
    }
    (void)readItem(items.front()); // the first use builds the vocabularies
    qint64 nanoseconds = 0;
    for (const SlotItem &item : items) {
        const Dialogue::ReadingContext context =
            Dialogue::contextFromPrompt(item.assistant, item.localNow, item.callerId);
        QElapsedTimer timer;
        timer.start();
        const SlotReading reading = readSlots(item.utterance, context);
        nanoseconds += timer.nsecsElapsed();
        const Comparison comparison(item, reading, score);
    }
    score.microsecondsPerUtterance = static_cast<double>(nanoseconds) / 1000.0 / static_cast<double>(items.size());
    return score;
}

QJsonObject SlotScore::toJson() const
{
    const auto wrong = [&](SlotName name) {
        const auto found = bySlot.find(slotNameText(name));
        return found == bySlot.end() ? 0 : found->second.wrong + found->second.extra;
    };
    const auto missed = [&](SlotName name) {
        const auto found = bySlot.find(slotNameText(name));
        return found == bySlot.end() ? 0 : found->second.missed;
    };
    QJsonObject json{{QStringLiteral("items"), items},
                     {QStringLiteral("slot_f1"), all.f1()},
                     {QStringLiteral("slot_precision"), all.precision()},
                     {QStringLiteral("slot_recall"), all.recall()},
                     {QStringLiteral("exact_turns"), ratio(exactItems, items)},
                     {QStringLiteral("wrong_numbers"), wrong(SlotName::CallbackNumber)},
                     {QStringLiteral("missed_numbers"), missed(SlotName::CallbackNumber)},
                     {QStringLiteral("wrong_names"), wrong(SlotName::PatientName) + wrong(SlotName::CallerName)},
                     {QStringLiteral("missed_names"), missed(SlotName::PatientName) + missed(SlotName::CallerName)},
                     {QStringLiteral("us_per_utterance"), microsecondsPerUtterance}};
    for (const auto &[slot, counts] : bySlot) {
        json[QStringLiteral("f1_") + slot] = counts.f1();
    }
    return json;
}

QString SlotScore::toText(bool withMistakes) const
{
    QString text;
    QTextStream out(&text);
    out.setRealNumberPrecision(3);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    if (withMistakes) {
        for (const SlotMistake &mistake : mistakes) {
            out << mistake.id << ' ' << mistake.slot << ": expected [" << mistake.expected << "], read ["
                << mistake.read << "]\n  assistant: " << mistake.prompt << "\n  caller:    " << mistake.utterance
                << '\n';
        }
    }
    const auto row = [&](const QString &slot, const SlotCounts &counts) {
        out << slot.leftJustified(18) << counts.precision() << "  " << counts.recall() << "  " << counts.f1()
            << "  right " << counts.right << ", wrong " << counts.wrong << ", missed " << counts.missed << ", extra "
            << counts.extra << '\n';
    };
    out << QStringLiteral("slot").leftJustified(18) << "prec.  recall f1\n";
    for (const auto &[slot, counts] : bySlot) {
        row(slot, counts);
    }
    row(QStringLiteral("all"), all);
    out << "exact turns " << exactItems << " of " << items << "; " << microsecondsPerUtterance << " us an utterance\n";
    return text;
}

} // namespace Frontdesk::Evaluation
