#pragma once

#include "service/dialogue/conversation.h"

#include <algorithm>

namespace Frontdesk::Dialogue::Tests {

/// A clinic that answers everything its callers ask in these tests. Wednesday, March 4th 2026 is an ordinary day.
inline ClinicProfile clinic()
{
    ClinicProfile profile;
    profile.name = QStringLiteral("Riverside Family Clinic");
    profile.number = QStringLiteral("+12025550100");
    profile.line = QStringLiteral("+12025550199");
    profile.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00; sat 09:00-12:00")).valueOr({});
    profile.hours.holidays[QDate(2026, 4, 3)] = {QStringLiteral("Good Friday"), {}};
    profile.address = QStringLiteral("200 River Street");
    profile.directions = QStringLiteral("We're next to the library, two blocks from Main Street.");
    profile.insurances = {QStringLiteral("Aetna"), QStringLiteral("Cigna")};
    profile.services = {QStringLiteral("flu shots"), QStringLiteral("physicals")};
    profile.providers = {{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("pediatrics"), true}};
    profile.facts = {{{QStringLiteral("parking"), QStringLiteral("where do i park")},
                      QStringLiteral("Parking is free behind the building.")}};
    return profile;
}

/// Plays a call by hand: every sentence is heard in full, and time moves ten seconds a turn.
class CallBench {
public:
    explicit CallBench(const ClinicProfile &profile = clinic(),
                       const QString &callerNumber = QStringLiteral("+12025550107"),
                       const QDateTime &startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC))
        : m_conversation(briefing(profile, callerNumber, startedAt))
    {
        send(CallStarted{});
    }

    Actions send(EventBody body)
    {
        Event event;
        event.at = m_now;
        event.body = std::move(body);
        m_last = m_conversation.handle(event);
        for (const Action &action : m_last) {
            if (const auto *task = std::get_if<SubmitTask>(&action)) {
                m_tasks[task->key] = *task;
            }
            if (const auto *escalation = std::get_if<Escalate>(&action)) {
                m_escalations.push_back(*escalation);
            }
            if (const auto *end = std::get_if<EndCall>(&action)) {
                m_ending = *end;
            }
        }
        return m_last;
    }

    /// What the assistant answers, as one text.
    QString say(const char *words, double confidence = 0.95, double quality = 0.95)
    {
        m_now += std::chrono::seconds(10);
        CallerSpoke spoken;
        spoken.transcript.text = QString::fromUtf8(words);
        spoken.transcript.confidence = confidence;
        spoken.transcript.isFinal = true;
        spoken.audioQuality = quality;
        send(spoken);
        return lastText();
    }

    QString silence(int count)
    {
        m_now += std::chrono::seconds(8);
        send(CallerSilent{count});
        return lastText();
    }

    QString keys(const char *pressed)
    {
        m_now += std::chrono::seconds(5);
        send(KeysPressed{QString::fromLatin1(pressed)});
        return lastText();
    }

    void wait(std::chrono::seconds time) { m_now += time; }

    [[nodiscard]] const Actions &last() const { return m_last; }
    [[nodiscard]] QString lastText() const
    {
        QStringList texts;
        for (const Say &speech : lastSaid()) {
            texts << speech.text;
        }
        return texts.join(QLatin1Char(' '));
    }
    [[nodiscard]] std::vector<Say> lastSaid() const
    {
        std::vector<Say> said;
        for (const Action &action : m_last) {
            if (const auto *speech = std::get_if<Say>(&action)) {
                said.push_back(*speech);
            }
        }
        return said;
    }
    [[nodiscard]] const Conversation &conversation() const { return m_conversation; }
    [[nodiscard]] const std::map<int, SubmitTask> &tasks() const { return m_tasks; }
    [[nodiscard]] const std::vector<Escalate> &escalations() const { return m_escalations; }
    [[nodiscard]] const std::optional<EndCall> &ending() const { return m_ending; }

    [[nodiscard]] std::optional<SubmitTask> task(RequestType type) const
    {
        for (const auto &[key, one] : m_tasks) {
            if (one.type == type) {
                return one;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] QString slot(RequestType type, SlotName name) const
    {
        const auto found = task(type);
        if (!found) {
            return QStringLiteral("(no task)");
        }
        const auto value = found->slotValues.find(name);
        return value == found->slotValues.end() ? QString() : value->second.value;
    }

private:
    static CallBriefing briefing(const ClinicProfile &profile, const QString &callerNumber, const QDateTime &startedAt)
    {
        CallBriefing known;
        known.clinic = profile;
        known.callerNumber = callerNumber;
        known.startedAt = startedAt;
        return known;
    }

    Conversation m_conversation;
    Milliseconds m_now{0};
    Actions m_last;
    std::map<int, SubmitTask> m_tasks;
    std::vector<Escalate> m_escalations;
    std::optional<EndCall> m_ending;
};

} // namespace Frontdesk::Dialogue::Tests
