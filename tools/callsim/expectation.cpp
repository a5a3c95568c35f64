#include "tools/callsim/expectation.h"

#include "tools/callsim/callfacts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Frontdesk::CallSim {

namespace {

QString inMs(Milliseconds time)
{
    return QStringLiteral("%1 ms").arg(time.count());
}

std::optional<Milliseconds> millisecondsIn(const QJsonObject &json, QLatin1String key)
{
    if (!json.contains(key)) {
        return std::nullopt;
    }
    return Milliseconds(json.value(key).toInteger());
}

TimeLimit limitFrom(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    return {millisecondsIn(object, QLatin1String("median_ms")), millisecondsIn(object, QLatin1String("max_ms"))};
}

QStringList textsIn(const QJsonObject &json, QLatin1String key)
{
    QStringList texts;
    const QJsonArray values = json.value(key).toArray();
    for (const QJsonValue value : values) {
        texts.append(value.toString());
    }
    return texts;
}

ExpectedTask taskFrom(const QJsonObject &json)
{
    ExpectedTask task{json.value(QLatin1String("type")).toString(), {}};
    const QJsonObject values = json.value(QLatin1String("slots")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        task.slotValues.insert(it.key(), it.value().toString());
    }
    return task;
}

bool fits(const QString &wanted, const QString &found)
{
    if (wanted.size() > 1 && wanted.startsWith(QLatin1Char('/')) && wanted.endsWith(QLatin1Char('/'))) {
        const QRegularExpression pattern(wanted.mid(1, wanted.size() - 2), QRegularExpression::CaseInsensitiveOption);
        return pattern.match(found).hasMatch();
    }
    return wanted.compare(found, Qt::CaseInsensitive) == 0;
}

QString slotOf(const QJsonObject &task, const QString &name)
{
    const QString direct = task.value(name).toString();
    return direct.isEmpty() ? task.value(QLatin1String("details")).toObject().value(name).toString() : direct;
}

bool fits(const ExpectedTask &wanted, const QJsonObject &task)
{
    if (!wanted.type.isEmpty() && !fits(wanted.type, task.value(QLatin1String("request_type")).toString())) {
        return false;
    }
    return std::all_of(wanted.slotValues.keyValueBegin(), wanted.slotValues.keyValueEnd(),
                       [&](const auto &slot) { return fits(slot.second, slotOf(task, slot.first)); });
}

QString described(const ExpectedTask &task)
{
    QStringList parts{task.type};
    for (auto it = task.slotValues.begin(); it != task.slotValues.end(); ++it) {
        parts.append(it.key() + QLatin1Char('=') + it.value());
    }
    return QStringLiteral("task ") + parts.join(QLatin1Char(' '));
}

QString described(const QJsonArray &tasks)
{
    QStringList types;
    for (const QJsonValue task : tasks) {
        types.append(task.toObject().value(QLatin1String("request_type")).toString());
    }
    return types.isEmpty() ? QStringLiteral("no task") : types.join(QStringLiteral(", "));
}

/// Collects the verdicts of one call.
class Judge {
public:
    explicit Judge(const CallFacts &facts)
        : m_facts(facts)
    {}

    void require(const QString &what, bool met, const QString &found)
    {
        m_verdicts.push_back({what, met, met ? QString() : found});
    }

    void limit(const QString &what, const TimeLimit &limit, std::vector<Milliseconds> values)
    {
        const Distribution times = distributionOf(std::move(values));
        if (limit.median) {
            require(QStringLiteral("median %1 at most %2").arg(what, inMs(*limit.median)),
                    times.count > 0 && times.median <= *limit.median,
                    times.count > 0 ? inMs(times.median) : QStringLiteral("none measured"));
        }
        if (limit.max) {
            require(QStringLiteral("every %1 at most %2").arg(what, inMs(*limit.max)),
                    times.count > 0 && times.max <= *limit.max,
                    times.count > 0 ? inMs(times.max) : QStringLiteral("none measured"));
        }
    }

    void words(const ExpectedWords &wanted)
    {
        const auto &turns = m_facts.measurements.turns();
        qint64 from = 0;
        if (wanted.afterLine > 0) {
            const auto line = static_cast<size_t>(wanted.afterLine);
            if (line > turns.size()) {
                require(named(wanted), false, QStringLiteral("the caller said only %1 lines").arg(turns.size()));
                return;
            }
            from = (turns[line - 1].ended - m_facts.streamAt).count();
        }
        for (const RecordedTurn &turn : m_facts.records->turns) {
            const bool said = turn.speaker == QLatin1String("assistant") && turn.endMs >= from &&
                              turn.text.contains(wanted.contains, Qt::CaseInsensitive);
            if (said) {
                const Milliseconds waited(std::max<qint64>(0, turn.startMs - from));
                require(named(wanted), !wanted.within || waited <= *wanted.within, inMs(waited));
                return;
            }
        }
        require(named(wanted), false, QStringLiteral("never said"));
    }

    std::vector<Verdict> verdicts() && { return std::move(m_verdicts); }

private:
    static QString named(const ExpectedWords &wanted)
    {
        const QString limit = wanted.within ? QStringLiteral(" within %1").arg(inMs(*wanted.within)) : QString();
        return QStringLiteral("assistant says \"%1\"%2").arg(wanted.contains, limit);
    }

    const CallFacts &m_facts;
    std::vector<Verdict> m_verdicts;
};

/// The service wrote a turn of the caller down where there was only noise: what it said next answered that.
bool takenForTurn(const MeasuredBargeIn &noise, const CallFacts &facts)
{
    constexpr qint64 BeforeMs = 500; // A recorded turn begins with what was heard before its first sound.
    constexpr qint64 AfterMs = 300;
    const qint64 at = (noise.began - facts.streamAt).count();
    return facts.records &&
           std::any_of(facts.records->turns.begin(), facts.records->turns.end(), [at](const auto &turn) {
               return turn.speaker == QLatin1String("caller") && turn.startMs > at - BeforeMs &&
                      turn.startMs < at + AfterMs;
           });
}

void judgeTranscript(const Expectations &expected, const CallFacts &facts, Judge &judge)
{
    const auto anybodySaid = [&facts](QLatin1String speaker, const QString &text) {
        return std::any_of(facts.records->turns.begin(), facts.records->turns.end(), [&](const RecordedTurn &turn) {
            return turn.speaker == speaker && turn.text.contains(text, Qt::CaseInsensitive);
        });
    };
    for (const QString &text : expected.heard) {
        judge.require(QStringLiteral("the caller is heard saying \"%1\"").arg(text),
                      anybodySaid(QLatin1String("caller"), text), QStringLiteral("not in the transcript"));
    }
    for (const QString &text : expected.neverSaid) {
        judge.require(QStringLiteral("the assistant never says \"%1\"").arg(text),
                      !anybodySaid(QLatin1String("assistant"), text), QStringLiteral("it did"));
    }
}

void judgeRecords(const Expectations &expected, const CallFacts &facts, Judge &judge)
{
    if (!expected.needsRecords()) {
        return;
    }
    if (!facts.records) {
        judge.require(QStringLiteral("the service's records can be read"), false,
                      facts.recordsProblem.isEmpty() ? QStringLiteral("give --frontdeskctl") : facts.recordsProblem);
        return;
    }
    const QJsonArray &tasks = facts.records->tasks;
    if (expected.taskCount) {
        judge.require(QStringLiteral("%1 tasks").arg(*expected.taskCount), tasks.size() == *expected.taskCount,
                      described(tasks));
    }
    for (const ExpectedTask &task : expected.tasks) {
        const bool there = std::any_of(tasks.begin(), tasks.end(),
                                       [&](const QJsonValue &found) { return fits(task, found.toObject()); });
        judge.require(described(task), there, described(tasks));
    }
    if (!expected.outcome.isEmpty()) {
        judge.require(QStringLiteral("outcome %1").arg(expected.outcome),
                      fits(expected.outcome, facts.records->outcome), facts.records->outcome);
    }
    for (const ExpectedWords &words : expected.words) {
        judge.words(words);
    }
    for (const QString &reason : expected.escalations) {
        const QStringList &found = facts.records->escalations;
        judge.require(QStringLiteral("escalated for %1").arg(reason),
                      std::any_of(found.begin(), found.end(), [&](const QString &one) { return fits(reason, one); }),
                      found.isEmpty() ? QStringLiteral("nothing") : found.join(QStringLiteral(", ")));
    }
    judgeTranscript(expected, facts, judge);
}

void judgeLine(const Expectations &expected, const CallFacts &facts, Judge &judge)
{
    const QString dialled =
        facts.dialled.isEmpty() ? QStringLiteral("nobody") : facts.dialled.join(QStringLiteral(", "));
    if (expected.dialled) {
        judge.require(*expected.dialled ? QStringLiteral("somebody is dialled") : QStringLiteral("nobody is dialled"),
                      facts.dialled.isEmpty() != *expected.dialled, dialled);
    }
    if (!expected.dialledNumber.isEmpty()) {
        judge.require(QStringLiteral("%1 is dialled").arg(expected.dialledNumber),
                      facts.dialled.contains(expected.dialledNumber), dialled);
    }
    if (!expected.endedBy.isEmpty()) {
        judge.require(QStringLiteral("ended by the %1").arg(expected.endedBy), facts.endedBy == expected.endedBy,
                      QStringLiteral("the %1").arg(facts.endedBy));
    }
    if (expected.allLinesSpoken) {
        judge.require(QStringLiteral("the patient could say everything"), facts.linesLeft == 0,
                      QStringLiteral("%1 lines left").arg(facts.linesLeft));
    }
    if (expected.silence) {
        const Milliseconds longest = facts.measurements.longestSilence();
        judge.require(QStringLiteral("no silence over %1").arg(inMs(*expected.silence)), longest <= *expected.silence,
                      inMs(longest));
    }
    if (expected.keepsTalking) {
        const auto &bargeIns = facts.measurements.bargeIns();
        const auto kept = std::count_if(bargeIns.begin(), bargeIns.end(), [&facts](const MeasuredBargeIn &bargeIn) {
            return !bargeIn.isTurn && bargeIn.keptTalking() && !takenForTurn(bargeIn, facts);
        });
        judge.require(QStringLiteral("%1 noises do not stop the assistant").arg(*expected.keepsTalking),
                      kept >= *expected.keepsTalking, QString::number(kept));
    }
}

} // namespace

Result<Expectations> parseExpectations(const QJsonObject &json)
{
    static const QStringList known{
        QStringLiteral("task_count"), QStringLiteral("tasks"),          QStringLiteral("said"),
        QStringLiteral("dialled"),    QStringLiteral("dialled_number"), QStringLiteral("outcome"),
        QStringLiteral("ended_by"),   QStringLiteral("greeting"),       QStringLiteral("response"),
        QStringLiteral("barge_in"),   QStringLiteral("keeps_talking"),  QStringLiteral("all_lines_spoken"),
        QStringLiteral("silence"),    QStringLiteral("escalations"),    QStringLiteral("heard"),
        QStringLiteral("never_said")};
    for (const QString &key : json.keys()) {
        if (!known.contains(key)) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("expect: unknown member \"%1\"").arg(key)};
        }
    }
    Expectations expected;
    if (json.contains(QLatin1String("task_count"))) {
        expected.taskCount = json.value(QLatin1String("task_count")).toInt();
    }
    const QJsonArray tasks = json.value(QLatin1String("tasks")).toArray();
    for (const QJsonValue task : tasks) {
        expected.tasks.push_back(taskFrom(task.toObject()));
    }
    const QJsonArray said = json.value(QLatin1String("said")).toArray();
    for (const QJsonValue value : said) {
        const QJsonObject words = value.toObject();
        expected.words.push_back({words.value(QLatin1String("contains")).toString(),
                                  words.value(QLatin1String("after_line")).toInt(),
                                  millisecondsIn(words, QLatin1String("within_ms"))});
    }
    if (json.contains(QLatin1String("dialled"))) {
        expected.dialled = json.value(QLatin1String("dialled")).toBool();
    }
    if (json.contains(QLatin1String("keeps_talking"))) {
        expected.keepsTalking = json.value(QLatin1String("keeps_talking")).toInt();
    }
    expected.dialledNumber = json.value(QLatin1String("dialled_number")).toString();
    expected.outcome = json.value(QLatin1String("outcome")).toString();
    expected.endedBy = json.value(QLatin1String("ended_by")).toString();
    expected.greeting = limitFrom(json.value(QLatin1String("greeting")));
    expected.response = limitFrom(json.value(QLatin1String("response")));
    expected.bargeIn = limitFrom(json.value(QLatin1String("barge_in")));
    expected.silence = limitFrom(json.value(QLatin1String("silence"))).max;
    expected.escalations = textsIn(json, QLatin1String("escalations"));
    expected.heard = textsIn(json, QLatin1String("heard"));
    expected.neverSaid = textsIn(json, QLatin1String("never_said"));
    expected.allLinesSpoken = json.value(QLatin1String("all_lines_spoken")).toBool(true);
    return expected;
}

Expectations withPatience(Expectations expected, double factor)
{
    const auto stretch = [factor](std::optional<Milliseconds> &limit) {
        if (limit) {
            limit = Milliseconds(std::llround(double(limit->count()) * factor));
        }
    };
    for (TimeLimit *limit : {&expected.greeting, &expected.response, &expected.bargeIn}) {
        stretch(limit->median);
        stretch(limit->max);
    }
    stretch(expected.silence);
    for (ExpectedWords &words : expected.words) {
        stretch(words.within);
    }
    return expected;
}

std::vector<Verdict> judge(const Expectations &expected, const CallFacts &facts)
{
    Judge judge(facts);
    judgeLine(expected, facts, judge);
    const auto greeting = facts.measurements.greeting();
    judge.limit(QStringLiteral("greeting"), expected.greeting,
                greeting ? std::vector<Milliseconds>{*greeting} : std::vector<Milliseconds>{});
    judge.limit(QStringLiteral("response"), expected.response, facts.measurements.responses());
    judge.limit(QStringLiteral("stop after an interruption"), expected.bargeIn, facts.measurements.stopLatencies());
    judgeRecords(expected, facts, judge);
    return std::move(judge).verdicts();
}

} // namespace Frontdesk::CallSim
