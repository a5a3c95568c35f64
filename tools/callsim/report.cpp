#include "tools/callsim/report.h"

#include "service/audio/wavfile.h"

#include <QDir>

#include <algorithm>

namespace Frontdesk::CallSim {

namespace {

QString clockTime(Milliseconds at)
{
    return QStringLiteral("t+%1").arg(double(at.count()) / 1000, 7, 'f', 2);
}

QString described(const QString &what, const Distribution &times)
{
    if (times.count == 0) {
        return {};
    }
    return QStringLiteral("  %1: median %2 ms, P99 %3 ms, largest %4 ms (%5)\n")
        .arg(what, -28)
        .arg(times.median.count())
        .arg(times.p99.count())
        .arg(times.max.count())
        .arg(times.count);
}

QString described(const MeasuredBargeIn &bargeIn)
{
    QString text = QStringLiteral("  over the assistant: %1: ").arg(bargeIn.what);
    if (bargeIn.isTurn || bargeIn.cleared) {
        text += QStringLiteral("silent after %1 ms%2")
                    .arg(bargeIn.stoppedAfter.count())
                    .arg(bargeIn.cleared ? QString() : QStringLiteral(" (nothing was cleared)"));
    } else {
        text += QStringLiteral("kept talking");
    }
    if (!bargeIn.isTurn && bargeIn.cleared) {
        text += bargeIn.resumedAfter ? QStringLiteral(", went on after %1 ms").arg(bargeIn.resumedAfter->count())
                                     : QStringLiteral(", did not go on");
    }
    return text + QLatin1Char('\n');
}

QJsonValue optionalMs(const std::optional<Milliseconds> &time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue();
}

QJsonObject toJson(const Distribution &times)
{
    return {{QStringLiteral("count"), qint64(times.count)},
            {QStringLiteral("median_ms"), qint64(times.median.count())},
            {QStringLiteral("p99_ms"), qint64(times.p99.count())},
            {QStringLiteral("max_ms"), qint64(times.max.count())}};
}

QJsonArray turnsJson(const Measurements &measurements)
{
    QJsonArray turns;
    for (const MeasuredTurn &turn : measurements.turns()) {
        turns.append(QJsonObject{{QStringLiteral("said"), turn.said},
                                 {QStringLiteral("began_ms"), qint64(turn.began.count())},
                                 {QStringLiteral("ended_ms"), qint64(turn.ended.count())},
                                 {QStringLiteral("response_ms"), optionalMs(turn.response)},
                                 {QStringLiteral("own_share_ms"), optionalMs(turn.ownShare())},
                                 {QStringLiteral("cut_off"), turn.cutOff}});
    }
    return turns;
}

QJsonArray bargeInsJson(const Measurements &measurements)
{
    QJsonArray bargeIns;
    for (const MeasuredBargeIn &bargeIn : measurements.bargeIns()) {
        bargeIns.append(QJsonObject{{QStringLiteral("what"), bargeIn.what},
                                    {QStringLiteral("is_turn"), bargeIn.isTurn},
                                    {QStringLiteral("began_ms"), qint64(bargeIn.began.count())},
                                    {QStringLiteral("stopped_after_ms"), qint64(bargeIn.stoppedAfter.count())},
                                    {QStringLiteral("cleared"), bargeIn.cleared},
                                    {QStringLiteral("resumed_after_ms"), optionalMs(bargeIn.resumedAfter)}});
    }
    return bargeIns;
}

QJsonArray journalJson(const std::vector<JournalEntry> &journal)
{
    QJsonArray entries;
    for (const JournalEntry &entry : journal) {
        entries.append(QJsonObject{{QStringLiteral("at_ms"), qint64(entry.at.count())},
                                   {QStringLiteral("who"), partyName(entry.party)},
                                   {QStringLiteral("what"), entry.what}});
    }
    return entries;
}

template <typename Pick>
std::vector<Milliseconds> gathered(const std::vector<JudgedCall> &calls, Pick pick)
{
    std::vector<Milliseconds> all;
    for (const JudgedCall &call : calls) {
        const std::vector<Milliseconds> values = pick(call.facts);
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

std::vector<Milliseconds> greetingOf(const CallFacts &facts)
{
    const auto greeting = facts.measurements.greeting();
    return greeting ? std::vector<Milliseconds>{*greeting} : std::vector<Milliseconds>{};
}

QString timings(const std::vector<JudgedCall> &calls)
{
    const auto of = [&](auto pick) { return distributionOf(gathered(calls, pick)); };
    return described(QStringLiteral("stream open to greeting"), of(greetingOf)) +
           described(QStringLiteral("voice to voice"),
                     of([](const CallFacts &f) { return f.measurements.responses(); })) +
           described(QStringLiteral("own share of it"),
                     of([](const CallFacts &f) { return f.measurements.ownShares(); })) +
           described(QStringLiteral("interruption to silence"),
                     of([](const CallFacts &f) { return f.measurements.stopLatencies(); })) +
           described(QStringLiteral("lateness of our frames"), of([](const CallFacts &f) { return f.lateness; }));
}

} // namespace

bool JudgedCall::passed() const
{
    return std::all_of(verdicts.begin(), verdicts.end(), [](const Verdict &verdict) { return verdict.met; });
}

QString printed(const JournalEntry &entry)
{
    return QStringLiteral("%1  %2 %3").arg(clockTime(entry.at), partyName(entry.party).leftJustified(10), entry.what);
}

QString printedTranscript(const CallFacts &facts)
{
    if (!facts.records) {
        return {};
    }
    QString text;
    const Milliseconds offset = facts.pickedUpAt + facts.streamAt;
    for (const RecordedTurn &turn : facts.records->turns) {
        text += QStringLiteral("%1  %2 %3\n")
                    .arg(clockTime(Milliseconds(turn.startMs) + offset), turn.speaker.leftJustified(10), turn.text);
    }
    return text;
}

QString printedSummary(const JudgedCall &call)
{
    const CallFacts &facts = call.facts;
    QString text = QStringLiteral("%1 (%2): %3, after %4 s\n")
                       .arg(facts.script, facts.callSid, facts.ending)
                       .arg(double(facts.length.count()) / 1000, 0, 'f', 1);
    text += timings({call});
    for (const MeasuredBargeIn &bargeIn : facts.measurements.bargeIns()) {
        text += described(bargeIn);
    }
    for (const MeasuredTurn &turn : facts.measurements.turns()) {
        if (turn.cutOff) {
            text += QStringLiteral("  the assistant talked into: %1\n").arg(turn.said);
        } else if (!turn.response) {
            text += QStringLiteral("  no answer to: %1\n").arg(turn.said);
        }
    }
    for (const QString &warning : facts.warnings) {
        text += QStringLiteral("  warning: %1\n").arg(warning);
    }
    for (const Verdict &verdict : call.verdicts) {
        text += QStringLiteral("  %1  %2%3\n")
                    .arg(verdict.met ? QStringLiteral("ok  ") : QStringLiteral("FAIL"), verdict.what,
                         verdict.met ? QString() : QStringLiteral(": ") + verdict.found);
    }
    return text;
}

QString printedTotals(const std::vector<JudgedCall> &calls)
{
    const auto passed = std::count_if(calls.begin(), calls.end(), [](const JudgedCall &call) { return call.passed(); });
    const auto lost = std::count_if(calls.begin(), calls.end(), [](const JudgedCall &call) {
        return !call.facts.streamed || call.facts.usedFallback;
    });
    return QStringLiteral("%1 calls, %2 as expected, %3 lost (no stream, or the fallback was needed)\n")
               .arg(calls.size())
               .arg(passed)
               .arg(lost) +
           timings(calls);
}

QJsonObject toJson(const JudgedCall &call)
{
    const CallFacts &facts = call.facts;
    QJsonArray verdicts;
    for (const Verdict &verdict : call.verdicts) {
        verdicts.append(QJsonObject{{QStringLiteral("what"), verdict.what},
                                    {QStringLiteral("met"), verdict.met},
                                    {QStringLiteral("found"), verdict.found}});
    }
    return {{QStringLiteral("script"), facts.script},
            {QStringLiteral("call_sid"), facts.callSid},
            {QStringLiteral("passed"), call.passed()},
            {QStringLiteral("ended_by"), facts.endedBy},
            {QStringLiteral("ending"), facts.ending},
            {QStringLiteral("length_ms"), qint64(facts.length.count())},
            {QStringLiteral("streamed"), facts.streamed},
            {QStringLiteral("used_fallback"), facts.usedFallback},
            {QStringLiteral("dialled"), QJsonArray::fromStringList(facts.dialled)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(facts.warnings)},
            {QStringLiteral("greeting_ms"), optionalMs(facts.measurements.greeting())},
            {QStringLiteral("longest_silence_ms"), qint64(facts.measurements.longestSilence().count())},
            {QStringLiteral("outcome"), facts.records ? facts.records->outcome : QString()},
            {QStringLiteral("tasks"), facts.records ? facts.records->tasks : QJsonArray()},
            {QStringLiteral("escalations"),
             QJsonArray::fromStringList(facts.records ? facts.records->escalations : QStringList())},
            {QStringLiteral("response"), toJson(distributionOf(facts.measurements.responses()))},
            {QStringLiteral("own_share"), toJson(distributionOf(facts.measurements.ownShares()))},
            {QStringLiteral("barge_in"), toJson(distributionOf(facts.measurements.stopLatencies()))},
            {QStringLiteral("lateness"), toJson(distributionOf(facts.lateness))},
            {QStringLiteral("turns"), turnsJson(facts.measurements)},
            {QStringLiteral("barge_ins"), bargeInsJson(facts.measurements)},
            {QStringLiteral("journal"), journalJson(facts.journal)},
            {QStringLiteral("verdicts"), verdicts}};
}

Result<void> writeRecording(const CallFacts &facts, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::Unavailable, QStringLiteral("%1 cannot be made").arg(folder)};
    }
    const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.wav").arg(facts.script, facts.callSid));
    return Audio::writeWav(path, Audio::stereo(facts.recording.caller, facts.recording.heard, Flow::SampleRateHz));
}

} // namespace Frontdesk::CallSim
