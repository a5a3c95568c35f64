#include "tools/callsim/script.h"

#include "tests/fakes/fakevendors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Frontdesk::CallSim {

namespace {

/// Somebody who has heard enough, in the middle of the announcement.
constexpr Milliseconds HangsUpAfter{2000};

using What = ScriptLine::What;
using When = ScriptLine::When;

struct LineForm {
    QLatin1String key;
    What what;
    When when;
};

/// The member that names what a line does, and when it happens unless the line says otherwise.
constexpr std::array LineForms{
    LineForm{QLatin1String("say"), What::Say, When::TurnEnd},
    LineForm{QLatin1String("answer"), What::Answer, When::TurnEnd},
    LineForm{QLatin1String("interrupt"), What::Say, When::AssistantSpeaking},
    LineForm{QLatin1String("play"), What::Play, When::TurnEnd},
    LineForm{QLatin1String("keys"), What::Keys, When::TurnEnd},
    LineForm{QLatin1String("silence_ms"), What::Silence, When::Now},
    LineForm{QLatin1String("cough"), What::Cough, When::AssistantSpeaking},
    LineForm{QLatin1String("mmhm"), What::MmHm, When::AssistantSpeaking},
    LineForm{QLatin1String("fault"), What::Fault, When::Now},
    LineForm{QLatin1String("garbage"), What::Garbage, When::Now},
    LineForm{QLatin1String("noise"), What::Noise, When::Now},
    LineForm{QLatin1String("wait_for_end"), What::WaitForEnd, When::Now},
    LineForm{QLatin1String("hangup"), What::HangUp, When::Now},
};

Error wrong(const QString &why)
{
    return Error{ErrorCode::InvalidInput, why};
}

std::optional<QString> unknownMember(const QJsonObject &object, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key)) {
            return key;
        }
    }
    return std::nullopt;
}

Result<When> whenFromText(const QString &text)
{
    static const QMap<QString, When> names{{QStringLiteral("turn_end"), When::TurnEnd},
                                           {QStringLiteral("speaking"), When::AssistantSpeaking},
                                           {QStringLiteral("now"), When::Now}};
    if (!names.contains(text)) {
        return wrong(QStringLiteral("\"when\" is turn_end, speaking or now"));
    }
    return names.value(text);
}

Result<ScriptLine> parseLine(const QJsonObject &json)
{
    ScriptLine line;
    QStringList known{QStringLiteral("when"), QStringLiteral("after_ms"), QStringLiteral("snr_db")};
    const auto form = std::find_if(LineForms.begin(), LineForms.end(),
                                   [&](const LineForm &candidate) { return json.contains(candidate.key); });
    if (form == LineForms.end()) {
        return wrong(
            QStringLiteral("a line says what the patient does: say, answer, interrupt, play, keys, silence_ms, "
                           "cough, mmhm, fault, garbage, noise, wait_for_end or hangup"));
    }
    known.append(QString(form->key));
    if (const auto unknown = unknownMember(json, known)) {
        return wrong(QStringLiteral("unknown member \"%1\"").arg(*unknown));
    }
    line.what = form->what;
    line.when = form->when;
    line.text = json.value(form->key).toString();
    const bool needsText = line.speaks() || line.what == What::Keys || line.what == What::Noise ||
                           line.what == What::Fault || line.what == What::Garbage;
    if (needsText && line.text.isEmpty()) {
        return wrong(QStringLiteral("\"%1\" needs text").arg(form->key));
    }
    if (line.what == What::Fault && !Fakes::FakeVendors::areFaults(line.text)) {
        return wrong(QStringLiteral("\"fault\" is VENDOR=FAULT, as frontdesk_fakes --help names them"));
    }
    if (line.what == What::Silence) {
        line.length = Milliseconds(json.value(form->key).toInteger());
    }
    if (json.contains(QLatin1String("when"))) {
        const auto when = whenFromText(json.value(QLatin1String("when")).toString());
        if (!when) {
            return when.error();
        }
        line.when = *when;
    }
    if (json.contains(QLatin1String("after_ms"))) {
        line.after = Milliseconds(json.value(QLatin1String("after_ms")).toInteger());
    }
    line.snrDb = json.value(QLatin1String("snr_db")).toDouble(line.snrDb);
    return line;
}

Result<CalleeBehaviour> parseCallee(const QJsonObject &json)
{
    auto callee = calleeFromText(json.value(QLatin1String("outcome")).toString(QStringLiteral("answered")));
    if (!callee) {
        return callee;
    }
    callee->after = Milliseconds(json.value(QLatin1String("after_ms")).toInteger(callee->after.count()));
    callee->talks = Milliseconds(json.value(QLatin1String("talks_ms")).toInteger(callee->talks.count()));
    callee->key = json.value(QLatin1String("key")).toString(callee->key);
    return callee;
}

void readSettings(const QJsonObject &json, Script &script)
{
    script.voice = json.value(QLatin1String("voice")).toString(script.voice);
    script.to = json.value(QLatin1String("to")).toString();
    script.from = json.value(QLatin1String("from")).toString();
    script.reaction = Milliseconds(json.value(QLatin1String("reaction_ms")).toInteger(script.reaction.count()));
    script.patience = Milliseconds(json.value(QLatin1String("patience_ms")).toInteger(script.patience.count()));
    script.packetLoss = json.value(QLatin1String("packet_loss")).toDouble();
    script.seed = static_cast<quint32>(json.value(QLatin1String("seed")).toInteger(script.seed));
    const QJsonObject answers = json.value(QLatin1String("answers")).toObject();
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        QStringList texts;
        const auto several = answer->isArray() ? answer->toArray() : QJsonArray{*answer};
        for (const QJsonValue text : several) {
            texts.append(text.toString());
        }
        script.answers.insert(answer.key(), texts);
    }
    const QJsonObject truth = json.value(QLatin1String("truth")).toObject();
    for (auto value = truth.begin(); value != truth.end(); ++value) {
        script.truth.insert(value.key(), value->toString());
        const QString objection = QStringLiteral("wrong.") + value.key();
        if (!script.answers.contains(objection)) {
            script.answers.insert(objection, {QStringLiteral("No")});
        }
    }
}

Result<void> readLines(const QJsonArray &lines, const QString &folder, Script &script)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto line = parseLine(lines.at(i).toObject());
        if (!line) {
            return wrong(QStringLiteral("line %1: %2").arg(i + 1).arg(line.error().message));
        }
        if (line->what == What::Answer && script.answers.value(line->text).isEmpty()) {
            return wrong(QStringLiteral("line %1: there is no answer \"%2\"").arg(i + 1).arg(line->text));
        }
        if (line->what == What::Play) {
            line->text = QDir(folder).absoluteFilePath(line->text);
        }
        line->number = static_cast<int>(i) + 1;
        script.lines.push_back(std::move(line).value());
    }
    return {};
}

} // namespace

QString scriptLineName(ScriptLine::What what)
{
    const auto form = std::find_if(LineForms.begin(), LineForms.end(),
                                   [what](const LineForm &candidate) { return candidate.what == what; });
    return QString(form->key);
}

bool isKeys(const QString &answer)
{
    static const QRegularExpression keys(QStringLiteral("^[0-9*#]+$"));
    return keys.match(answer).hasMatch();
}

Result<CalleeBehaviour> calleeFromText(const QString &text)
{
    static const QMap<QString, CalleeBehaviour::Outcome> outcomes{
        {QStringLiteral("answered"), CalleeBehaviour::Outcome::Answered},
        {QStringLiteral("no-answer"), CalleeBehaviour::Outcome::NoAnswer},
        {QStringLiteral("busy"), CalleeBehaviour::Outcome::Busy},
        {QStringLiteral("failed"), CalleeBehaviour::Outcome::Failed},
        {QStringLiteral("voicemail"), CalleeBehaviour::Outcome::Answered},
        {QStringLiteral("declines"), CalleeBehaviour::Outcome::Answered},
        {QStringLiteral("hangs-up"), CalleeBehaviour::Outcome::Answered}};
    const QString name = text.section(QLatin1Char(':'), 0, 0);
    CalleeBehaviour callee;
    bool ok = outcomes.contains(name);
    if (ok && text.contains(QLatin1Char(':'))) {
        const double seconds = text.section(QLatin1Char(':'), 1).toDouble(&ok);
        callee.after = Milliseconds(qRound64(seconds * 1000));
    }
    if (!ok) {
        return wrong(QStringLiteral("a callee is answered[:SECONDS], or in place of answered no-answer, busy, failed, "
                                    "voicemail, declines, hangs-up"));
    }
    callee.outcome = outcomes.value(name);
    callee.machine = name == QLatin1String("voicemail");
    if (name == QLatin1String("declines")) {
        callee.key = QStringLiteral("2");
    } else if (callee.machine) {
        callee.key.clear();
    } else if (name == QLatin1String("hangs-up")) {
        callee.hangsUpAfter = HangsUpAfter;
    }
    return callee;
}

QStringList Script::spokenTexts() const
{
    QStringList texts;
    for (const ScriptLine &line : lines) {
        if (line.what == What::Say) {
            texts.append(line.text);
        }
    }
    for (const QStringList &several : answers) {
        std::copy_if(several.begin(), several.end(), std::back_inserter(texts),
                     [](const QString &answer) { return !isKeys(answer); });
    }
    return texts;
}

Result<Script> parseScript(const QByteArray &json, const QString &name, const QString &folder)
{
    QJsonParseError parsing{};
    const QJsonObject object = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError) {
        return wrong(
            QStringLiteral("%1: not JSON at byte %2: %3").arg(name).arg(parsing.offset).arg(parsing.errorString()));
    }
    static const QStringList known{
        QStringLiteral("about"),       QStringLiteral("voice"),       QStringLiteral("from"),
        QStringLiteral("reaction_ms"), QStringLiteral("patience_ms"), QStringLiteral("packet_loss"),
        QStringLiteral("seed"),        QStringLiteral("answers"),     QStringLiteral("lines"),
        QStringLiteral("truth"),       QStringLiteral("callee"),      QStringLiteral("to"),
        QStringLiteral("expect")};
    if (const auto unknown = unknownMember(object, known)) {
        return wrong(QStringLiteral("%1: unknown member \"%2\"").arg(name, *unknown));
    }
    Script script;
    script.name = name;
    readSettings(object, script);
    const auto lines = readLines(object.value(QLatin1String("lines")).toArray(), folder, script);
    if (!lines) {
        return wrong(QStringLiteral("%1: %2").arg(name, lines.error().message));
    }
    const auto callee = parseCallee(object.value(QLatin1String("callee")).toObject());
    if (!callee) {
        return wrong(QStringLiteral("%1: %2").arg(name, callee.error().message));
    }
    script.callee = *callee;
    const auto expectations = parseExpectations(object.value(QLatin1String("expect")).toObject());
    if (!expectations) {
        return wrong(QStringLiteral("%1: %2").arg(name, expectations.error().message));
    }
    script.expectations = *expectations;
    return script;
}

Result<Script> readScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString())};
    }
    const QFileInfo info(file);
    return parseScript(file.readAll(), info.completeBaseName(), info.absolutePath());
}

} // namespace Frontdesk::CallSim
