#include "service/evaluation/calldriver.h"

#include "service/dialogue/conversation.h"

#include <QTimeZone>

#include <algorithm>
#include <set>

namespace Frontdesk::Evaluation {

namespace {

using namespace Dialogue;

constexpr int MostTurns = 60;
constexpr double SecondsPerExtraTurn = 5;

/// Names of the questions a phrase asks, as scripts call them; the closest first.
QStringList asksOf(const QString &phraseId)
{
    static const std::map<QString, QStringList> names{
        {QStringLiteral("greeting.question"), {QStringLiteral("opening"), QStringLiteral("ask_request")}},
        {QStringLiteral("done.what_else"), {QStringLiteral("ask_request"), QStringLiteral("anything_else")}},
        {QStringLiteral("done.anything_else"), {QStringLiteral("anything_else")}},
        {QStringLiteral("ask.name"), {QStringLiteral("ask_name")}},
        {QStringLiteral("ask.last_name"), {QStringLiteral("ask_last_name")}},
        {QStringLiteral("ask.patient_last_name"), {QStringLiteral("ask_last_name")}},
        {QStringLiteral("ask.patient_name"), {QStringLiteral("ask_patient_name"), QStringLiteral("ask_name")}},
        {QStringLiteral("ask.spelling"), {QStringLiteral("ask_spelling"), QStringLiteral("ask_name")}},
        {QStringLiteral("ask.caller_name"), {QStringLiteral("ask_caller_name")}},
        {QStringLiteral("ask.relationship"), {QStringLiteral("ask_relationship")}},
        {QStringLiteral("ask.callback_number"), {QStringLiteral("ask_callback")}},
        {QStringLiteral("ask.caller_id"), {QStringLiteral("ask_callback")}},
        {QStringLiteral("ask.keypad"), {QStringLiteral("ask_callback")}},
        {QStringLiteral("ask.reason"), {QStringLiteral("ask_reason")}},
        {QStringLiteral("ask.date_time"),
         {QStringLiteral("ask_datetime"), QStringLiteral("ask_date"), QStringLiteral("ask_time")}},
        {QStringLiteral("ask.new_date_time"),
         {QStringLiteral("ask_datetime"), QStringLiteral("ask_date"), QStringLiteral("ask_time")}},
        {QStringLiteral("ask.day"), {QStringLiteral("ask_date"), QStringLiteral("ask_datetime")}},
        {QStringLiteral("ask.time"), {QStringLiteral("ask_time"), QStringLiteral("ask_datetime")}}};
    if (const auto known = names.find(phraseId); known != names.end()) {
        return known->second;
    }
    if (phraseId.startsWith(QLatin1String("confirm."))) {
        return {QStringLiteral("confirm")};
    }
    if (phraseId.startsWith(QLatin1String("clarify.")) || phraseId.startsWith(QLatin1String("noise."))) {
        return {QStringLiteral("clarify")};
    }
    return phraseId.startsWith(QLatin1String("ask."))
               ? QStringList{QStringLiteral("ask_reason"), QStringLiteral("ask_request")}
               : QStringList();
}

QString expectedSlot(const CallScript &script, SlotName name)
{
    for (const ExpectedTask &task : script.expected.tasks) {
        if (const auto value = task.slotValues.find(name); value != task.slotValues.end()) {
            return value->second;
        }
    }
    return {};
}

/// What callers answer to questions their script does not foresee.
QString defaultAnswer(const CallScript &script, const QStringList &asked)
{
    if (asked.contains(QLatin1String("confirm"))) {
        return QStringLiteral("yes");
    }
    if (asked.contains(QLatin1String("ask_reason"))) {
        return QStringLiteral("just a checkup");
    }
    if (asked.contains(QLatin1String("ask_last_name"))) {
        return expectedSlot(script, SlotName::PatientName).section(QLatin1Char(' '), -1).toLower();
    }
    if (asked.contains(QLatin1String("ask_caller_name"))) {
        return expectedSlot(script, SlotName::CallerName).toLower();
    }
    if (asked.contains(QLatin1String("ask_relationship"))) {
        static const std::map<QString, QString> words{{QStringLiteral("child"), QStringLiteral("daughter")},
                                                      {QStringLiteral("parent"), QStringLiteral("mother")},
                                                      {QStringLiteral("spouse"), QStringLiteral("wife")},
                                                      {QStringLiteral("sibling"), QStringLiteral("sister")},
                                                      {QStringLiteral("grandparent"), QStringLiteral("grandmother")},
                                                      {QStringLiteral("grandchild"), QStringLiteral("granddaughter")}};
        const QString relationship = expectedSlot(script, SlotName::Relationship);
        const auto word = words.find(relationship);
        return relationship.isEmpty()
                   ? QString()
                   : QStringLiteral("i'm the ") + (word == words.end() ? relationship : word->second);
    }
    return {};
}

class Player {
public:
    Player(const CallScript &script, const ClinicProfile &clinic)
        : m_script(script)
        , m_conversation(briefingOf(script, clinic))
    {
        m_run.briefing = briefingOf(script, clinic);
    }

    CallRun play()
    {
        send(CallStarted{});
        for (int spoken = 0; spoken < MostTurns && !over(); ++spoken) {
            playSpeech();
            if (const ScriptTurn *turn = chooseTurn()) {
                say(*turn);
            } else if (!m_extra.text.isEmpty()) {
                say(m_extra);
            } else if (!hangUpOrEnd()) {
                break;
            }
        }
        playSpeech();
        return std::move(m_run);
    }

private:
    static CallBriefing briefingOf(const CallScript &script, const ClinicProfile &clinic)
    {
        CallBriefing briefing;
        briefing.clinic = clinic;
        briefing.callerNumber = script.callerNumber;
        briefing.startedAt = script.startedAt;
        return briefing;
    }

    [[nodiscard]] bool over() const { return m_run.escalation || m_run.ending; }

    void send(EventBody body)
    {
        Event &event = m_run.events.emplace_back();
        event.at = m_now;
        event.body = std::move(body);
        m_run.actions.push_back(m_conversation.handle(event));
        for (const Action &action : m_run.actions.back()) {
            std::visit([this](const auto &one) { note(one); }, action);
        }
    }

    void note(const Say &speech)
    {
        m_run.lines.push_back({false, m_turn, speech.text, speech.phraseId, speech.mustBeHeard});
        m_unplayed.push_back(speech);
        m_announced = m_announced || speech.phraseId == QLatin1String("done.created") ||
                      speech.phraseId == QLatin1String("done.updated");
        if (speech.expects != Flow::Expectation::Nothing) {
            m_lastQuestion = speech.phraseId;
        }
    }
    void note(const SubmitTask &task) { m_run.tasks[task.key] = task; }
    void note(const Escalate &escalation)
    {
        m_run.escalation = escalation;
        m_run.endedAtTurn = m_turn;
    }
    void note(const EndCall &ending)
    {
        m_run.ending = ending;
        m_run.endedAtTurn = m_turn;
    }
    void note(const SetRecording &) {} // There is no sound to record.
    void note(const AskModel &) {}     // Scripted calls are played by rules alone.

    /// All that waits is heard, except what the next turn talks over.
    void playSpeech(bool interrupted = false)
    {
        while (!m_unplayed.empty()) {
            const std::vector<Say> batch = std::exchange(m_unplayed, {});
            for (const Say &speech : batch) {
                const bool cut = interrupted && !speech.mustBeHeard && speech.ticket == batch.back().ticket;
                const QString heard = cut ? speech.text.left(speech.text.size() / 2) : speech.text;
                send(SpeechPlayed{speech.ticket, heard, !cut});
            }
        }
    }

    const ScriptTurn *firstUnused(const std::function<bool(const ScriptTurn &)> &fits) const
    {
        const auto found = std::find_if(m_script.turns.begin(), m_script.turns.end(), [&](const ScriptTurn &turn) {
            return !m_used.contains(turn.number) && fits(turn);
        });
        return found == m_script.turns.end() ? nullptr : &*found;
    }

    const ScriptTurn *chooseTurn()
    {
        m_extra = {};
        QStringList asked = asksOf(m_lastQuestion);
        if (std::exchange(m_announced, false)) {
            asked.prepend(QStringLiteral("confirm")); // All that was taken down was just read to the caller.
        }
        if (m_used.empty()) {
            return &m_script.turns.front();
        }
        for (const QString &name : asked) {
            if (const auto *turn = firstUnused([&](const ScriptTurn &one) { return one.on.contains(name); })) {
                return turn;
            }
        }
        if (const auto *turn =
                firstUnused([](const ScriptTurn &one) { return one.on.contains(QLatin1String("any")); })) {
            return turn;
        }
        m_extra.text = defaultAnswer(m_script, asked);
        if (!m_extra.text.isEmpty()) {
            return nullptr;
        }
        if (const auto *turn =
                firstUnused([](const ScriptTurn &one) { return !one.on.contains(QLatin1String("hangup")); })) {
            return turn;
        }
        const bool leaves = m_script.expected.outcome == QLatin1String("partial");
        m_extra.text = leaves || m_extras > 8 ? QString() : QStringLiteral("no");
        ++m_extras;
        return nullptr;
    }

    void say(const ScriptTurn &turn)
    {
        const bool scripted = turn.number > 0;
        m_now = std::max(m_now + std::chrono::milliseconds(static_cast<int>(SecondsPerExtraTurn * 1000)),
                         std::chrono::milliseconds(static_cast<int>(turn.atSeconds * 1000)));
        send(TimePassed{});
        if (over()) {
            return;
        }
        if (scripted) {
            m_used.insert(turn.number);
            m_turn = turn.number;
        } else if (m_used.size() == m_script.turns.size()) {
            ++m_turn; // Later than the script foresaw.
        }
        if (turn.interrupts && !m_run.lines.empty()) {
            playSpeech(true);
        }
        if (turn.on.contains(QLatin1String("hangup")) && turn.text.isEmpty()) {
            send(CallerLeft{});
            return;
        }
        if (turn.text.trimmed().isEmpty()) {
            send(CallerSilent{++m_silences});
            m_run.lines.push_back({true, m_turn, QStringLiteral("(silence)"), {}, false});
            return;
        }
        if (turn.silenceSeconds >= 6) {
            send(CallerSilent{++m_silences});
            playSpeech();
        }
        m_silences = 0;
        m_run.lines.push_back({true, m_turn, turn.text, {}, false});
        if (!m_script.faultyPart.isEmpty() && turn.number == m_script.faultAtTurn) {
            send(PartFailed{m_script.faultyPart});
            return;
        }
        Flow::Transcript transcript;
        transcript.text = turn.text;
        transcript.confidence = turn.confidence;
        transcript.isFinal = true;
        transcript.start = m_now;
        transcript.end = m_now;
        send(CallerSpoke{transcript, turn.audioQuality, 0.0, turn.interrupts});
    }

    /// No words are left: the caller hangs up, or stays silent until the call ends.
    bool hangUpOrEnd()
    {
        if (m_script.expected.outcome == QLatin1String("partial")) {
            send(CallerLeft{});
            return false;
        }
        m_now += std::chrono::seconds(8);
        send(CallerSilent{++m_silences});
        return m_silences < 5;
    }

    const CallScript &m_script;
    Conversation m_conversation;
    CallRun m_run;
    Milliseconds m_now{0};
    std::vector<Say> m_unplayed;
    QString m_lastQuestion;
    bool m_announced = false; ///< A request was read back since the caller's last turn.
    std::set<int> m_used;
    ScriptTurn m_extra; ///< A turn the script does not have.
    int m_turn = 0;
    int m_silences = 0;
    int m_extras = 0;
};

} // namespace

QString CallRun::outcome() const
{
    if (escalation) {
        return escalation->emergency                                   ? QStringLiteral("emergency_escalated")
               : escalation->reason == EscalationReason::SystemFailure ? QStringLiteral("failover")
                                                                       : QStringLiteral("escalated");
    }
    if (!ending) {
        return QStringLiteral("unfinished");
    }
    return ending->outcome == QLatin1String("caller_hung_up") ? QStringLiteral("partial") : ending->outcome;
}

QString CallRun::reason() const
{
    return escalation ? escalationReasonName(escalation->reason) : ending ? ending->why : QString();
}

ClinicProfile scriptClinic(const CallScript &script)
{
    QJsonObject json{{QStringLiteral("name"), QStringLiteral("Riverside Family Clinic")},
                     {QStringLiteral("number"), QStringLiteral("+12025550100")},
                     {QStringLiteral("line"), QStringLiteral("+12025550199")},
                     {QStringLiteral("hours"), QStringLiteral("mon-fri 08:00-17:00")},
                     {QStringLiteral("address"), QStringLiteral("200 River Street")}};
    for (auto field = script.clinic.begin(); field != script.clinic.end(); ++field) {
        json[field.key()] = field.value();
    }
    json[QStringLiteral("time_zone")] = script.timeZone;
    return ClinicProfile::fromJson(json).valueOr({});
}

CallRun playCall(const CallScript &script, const ClinicProfile &clinic)
{
    return Player(script, clinic).play();
}

} // namespace Frontdesk::Evaluation
