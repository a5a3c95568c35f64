#include "shared/model/callrecordjson.h"
#include "shared/model/escalationjson.h"
#include "shared/model/prices.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Frontdesk::Ctl {

namespace {

const QString Json = QStringLiteral("json");

struct WholeCall {
    CallRecord call;
    std::vector<TurnRecord> turns;
    std::vector<EscalationRecord> escalations;
    std::vector<Task> tasks;
    CallUsage usage;
    std::map<int, TurnTimes> times; ///< By turn.
};

Result<WholeCall> readWhole(Storage::Store &store, const QString &id)
{
    auto call = store.calls().find(CallId(id));
    if (!call && call.error().code == ErrorCode::NotFound) {
        call = store.calls().findByNetworkId(id);
    }
    if (!call) {
        return call.error();
    }
    auto turns = store.calls().turns(call->clinicId, call->id);
    auto escalations = store.escalations().forCall(call->clinicId, call->id);
    auto tasks = store.tasks().list({.clinic = call->clinicId, .call = call->id});
    auto usage = store.usage().ofCall(call->clinicId, call->id);
    auto times = store.usage().timesOf(call->clinicId, call->id);
    if (!turns || !escalations || !tasks) {
        return !turns ? turns.error() : !escalations ? escalations.error() : tasks.error();
    }
    if (!usage || !times) {
        return usage ? times.error() : usage.error();
    }
    if (call->endedAt.isValid()) {
        usage->push_back({phoneVendor(), UsageUnit::PhoneMilliseconds, call->startedAt.msecsTo(call->endedAt)});
    }
    return WholeCall{*call,
                     std::move(turns).value(),
                     std::move(escalations).value(),
                     std::move(tasks).value(),
                     std::move(usage).value(),
                     std::move(times).value()};
}

QJsonValue orNull(const std::optional<Milliseconds> &time)
{
    return time ? QJsonValue(qint64{time->count()}) : QJsonValue();
}

QJsonObject timesJson(const TurnTimes &times)
{
    return {{QStringLiteral("endpoint_wait_ms"), qint64{times.endpointWait.count()}},
            {QStringLiteral("stt_final_ms"), qint64{times.recognizer.count()}},
            {QStringLiteral("model_first_token_ms"), orNull(times.modelFirstToken)},
            {QStringLiteral("voice_first_byte_ms"), orNull(times.voiceFirstByte)},
            {QStringLiteral("first_frame_ms"), qint64{times.firstFrame().count()}}};
}

/// In whole units of the currency; nothing: no price is known.
std::optional<double> costOf(const WholeCall &whole, const UsageLine &line, const Prices &prices)
{
    constexpr double MicrosPerWhole = 1'000'000;
    const auto micros = prices.micros(line, whole.call.startedAt.date());
    return micros ? std::optional(static_cast<double>(*micros) / MicrosPerWhole) : std::nullopt;
}

QJsonArray usageJson(const WholeCall &whole, const Prices &prices)
{
    QJsonArray lines;
    for (const UsageLine &line : whole.usage) {
        const auto cost = costOf(whole, line, prices);
        lines.append(QJsonObject{{QStringLiteral("vendor"), line.vendor},
                                 {QStringLiteral("unit"), usageUnitName(line.unit)},
                                 {QStringLiteral("amount"), line.amount},
                                 {QStringLiteral("cost"), cost ? QJsonValue(*cost) : QJsonValue()}});
    }
    return lines;
}

QJsonObject wholeJson(const WholeCall &whole, const Prices &prices)
{
    QJsonArray turns;
    for (const TurnRecord &turn : whole.turns) {
        QJsonObject json = turnToJson(turn);
        const auto times = whole.times.find(turn.number);
        json.insert(QStringLiteral("times"), times == whole.times.end() ? QJsonValue() : timesJson(times->second));
        turns.append(json);
    }
    QJsonArray escalations;
    for (const EscalationRecord &escalation : whole.escalations) {
        escalations.append(escalationToJson(escalation));
    }
    QJsonArray tasks;
    for (const Task &task : whole.tasks) {
        tasks.append(task.toJson());
    }
    QJsonObject json = callToJson(whole.call);
    json.insert(QStringLiteral("turns"), turns);
    json.insert(QStringLiteral("escalations"), escalations);
    json.insert(QStringLiteral("tasks"), tasks);
    json.insert(QStringLiteral("usage"), usageJson(whole, prices));
    return json;
}

/// What was said and how much of it got through.
QString turnText(const TurnRecord &turn)
{
    if (turn.speaker == Speaker::Caller) {
        return QStringLiteral("%1  (%2 % sure)").arg(printable(turn.text)).arg(qRound(turn.confidence * 100));
    }
    if (turn.heardText == turn.text) {
        return printable(turn.text);
    }
    const bool beginning = turn.text.startsWith(turn.heardText);
    const QString unheard = beginning ? turn.text.mid(turn.heardText.size()).trimmed() : turn.text;
    return printable(QStringLiteral("%1 [not heard: %2]").arg(turn.heardText.trimmed(), unheard)).trimmed();
}

void writeEscalation(QTextStream &to, const EscalationRecord &escalation)
{
    to << "  turn " << escalation.turn << ": " << escalationReasonName(escalation.reason) << ", score "
       << escalation.score << ", thresholds " << escalation.thresholdsVersion << '\n';
    for (const Evidence &evidence : escalation.evidence) {
        to << "    " << escalationReasonName(evidence.reason) << " by " << evidence.signal;
        if (!evidence.rule.isEmpty()) {
            to << " (" << evidence.rule << ')';
        }
        to << ": " << evidence.value << " against " << evidence.threshold << ", weight " << evidence.weight;
        if (!evidence.words.isEmpty()) {
            to << ": \"" << printable(evidence.words) << '"';
        }
        to << '\n';
    }
}

QString timesText(int turn, const TurnTimes &times)
{
    QStringList parts{QStringLiteral("endpoint %1").arg(times.endpointWait.count()),
                      QStringLiteral("words %1").arg(times.recognizer.count())};
    if (times.modelFirstToken) {
        parts << QStringLiteral("model %1").arg(times.modelFirstToken->count());
    }
    if (times.voiceFirstByte) {
        parts << QStringLiteral("voice %1").arg(times.voiceFirstByte->count());
    }
    return QStringLiteral("  turn %1: %2 ms, of it %3\n")
        .arg(turn)
        .arg(times.firstFrame().count())
        .arg(parts.join(QStringLiteral(", ")));
}

void writeCosts(QTextStream &to, const WholeCall &whole, const Prices &prices)
{
    if (!whole.times.empty()) {
        to << "\nFrom the caller's last sound to our first:\n";
    }
    for (const auto &[turn, times] : whole.times) {
        to << timesText(turn, times);
    }
    if (whole.usage.empty()) {
        return;
    }
    to << "\nVendors:\n";
    std::vector<QStringList> rows;
    for (const UsageLine &line : whole.usage) {
        const auto cost = costOf(whole, line, prices);
        rows.push_back({line.vendor, usageUnitName(line.unit), QString::number(line.amount),
                        cost ? QStringLiteral("%1 %2").arg(QString::number(*cost, 'f', 4), prices.currency())
                             : QStringLiteral("unknown")});
    }
    writeTable(to, {QStringLiteral("VENDOR"), QStringLiteral("UNIT"), QStringLiteral("AMOUNT"), QStringLiteral("COST")},
               rows);
}

void writeWhole(QTextStream &to, const WholeCall &whole)
{
    const CallRecord &call = whole.call;
    to << "Call " << call.id.text() << " (" << call.networkCallId << ")\n"
       << "from " << (call.callerNumber.isEmpty() ? QStringLiteral("a withheld number") : call.callerNumber)
       << ", began " << call.startedAt.toString(Qt::ISODate)
       << (call.endedAt.isValid() ? QStringLiteral(", ended ") + call.endedAt.toString(Qt::ISODate) : QString()) << ", "
       << callPhaseName(call.phase) << (call.outcome.isEmpty() ? QString() : QStringLiteral(": ") + call.outcome)
       << "\n\n";
    std::vector<QStringList> rows;
    for (const TurnRecord &turn : whole.turns) {
        rows.push_back({callTime(turn.start.count()), speakerName(turn.speaker), turnText(turn)});
    }
    writeTable(to, {QStringLiteral("TIME"), QStringLiteral("WHO"), QStringLiteral("SAID")}, rows);
    if (!whole.escalations.empty()) {
        to << "\nEscalations:\n";
    }
    for (const EscalationRecord &escalation : whole.escalations) {
        writeEscalation(to, escalation);
    }
    if (!whole.tasks.empty()) {
        to << "\nTasks:\n";
    }
    for (const Task &task : whole.tasks) {
        to << "  " << task.number << "  " << requestTypeName(task.type) << ", " << taskPriorityName(task.priority)
           << ", " << taskStatusName(task.status) << ", for " << taskQueueName(task.queue) << '\n';
    }
}

int showCall(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Json, Option::Kind::Flag}}, 1, output,
        [](const CommandLine &line, Storage::Store &store) { return readWhole(store, line.words().first()); },
        [&output](const CommandLine &line, const WholeCall &whole) -> int {
            const auto settings = serviceSettings(line);
            const auto prices = settings ? Prices::fromFile(settings->value(QStringLiteral("PRICES_FILE")))
                                         : Result<Prices>(settings.error());
            if (!prices) {
                return fail(output, prices.error());
            }
            if (line.has(Json)) {
                output.out << QString::fromUtf8(QJsonDocument(wholeJson(whole, *prices)).toJson());
            } else {
                writeWhole(output.out, whole);
                writeCosts(output.out, whole, *prices);
            }
            return Done;
        });
}

int showCalls(const CommandLine &line, const std::vector<CallRecord> &calls, Output &output)
{
    if (line.has(Json)) {
        QJsonArray array;
        for (const CallRecord &call : calls) {
            array.append(callToJson(call));
        }
        output.out << QString::fromUtf8(QJsonDocument(array).toJson());
        return Done;
    }
    std::vector<QStringList> rows;
    for (const CallRecord &call : calls) {
        const QString length =
            call.endedAt.isValid() ? callTime(call.startedAt.msecsTo(call.endedAt)) : QStringLiteral("running");
        rows.push_back({call.id.text(), call.startedAt.toString(Qt::ISODate), length, call.callerNumber,
                        callPhaseName(call.phase), call.outcome});
    }
    writeTable(output.out,
               {QStringLiteral("CALL"), QStringLiteral("BEGAN"), QStringLiteral("LENGTH"), QStringLiteral("FROM"),
                QStringLiteral("PHASE"), QStringLiteral("OUTCOME")},
               rows);
    return Done;
}

int listCalls(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{QStringLiteral("clinic")}, {QStringLiteral("limit")}, {Json, Option::Kind::Flag}}, 0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<std::vector<CallRecord>> {
            Storage::CallFilter filter;
            if (line.has(QStringLiteral("clinic"))) {
                const auto clinic = findClinic(store, line.value(QStringLiteral("clinic")));
                if (!clinic) {
                    return clinic.error();
                }
                filter.clinic = clinic->id;
            }
            const auto limit = readLimit(line);
            if (!limit) {
                return limit.error();
            }
            filter.limit = *limit;
            return store.calls().list(filter);
        },
        [&output](const CommandLine &line, const std::vector<CallRecord> &calls) {
            return showCalls(line, calls, output);
        });
}

} // namespace

Command callsListCommand()
{
    return {QStringLiteral("calls list"), QStringLiteral("Lists calls, newest first."),
            QStringLiteral("[--json] [--clinic ID-or-NUMBER] [--limit 1..1000] ") + databaseUsage(), listCalls};
}

Command callsShowCommand()
{
    return {QStringLiteral("calls show"), QStringLiteral("Shows who said what in a call and what came of it."),
            QStringLiteral("ID [--json] ") + databaseUsage() +
                QStringLiteral("\n\n  ID is the call's own id or the phone network's."),
            showCall};
}

} // namespace Frontdesk::Ctl
