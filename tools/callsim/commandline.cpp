#include "tools/callsim/commandline.h"

#include <QCommandLineParser>
#include <QFile>

namespace Frontdesk::CallSim {

namespace {

struct OptionText {
    const char *name;
    const char *meaning;
    const char *value; ///< Null for a switch.
    const char *otherwise;
};

constexpr std::array Options{
    OptionText{"service", "Where the service listens.", "url", "http://127.0.0.1:8080"},
    OptionText{"public-url", "The service's own idea of its address, which is what gets signed.", "url", ""},
    OptionText{"number", "The clinic's number that is called.", "e164", "+15550100000"},
    OptionText{"from", "The caller's number; \"anonymous\" withholds it.", "e164", "+15550123456"},
    OptionText{"auth-token", "Signs requests; otherwise FRONTDESK_TWILIO_AUTH_TOKEN does.", "token", ""},
    OptionText{"account-sid", "Otherwise FRONTDESK_TWILIO_ACCOUNT_SID, or a new one.", "sid", ""},
    OptionText{"fallback-twiml", "The number's fallback: a static TwiML file.", "file", ""},
    OptionText{"fallback-url", "The number's fallback: an address.", "url", ""},
    OptionText{"line", "The clinic's own line, which the fallback dials unless one is given.", "e164", "+15550100099"},
    OptionText{"callee",
               "Who answers a <Dial>: answered[:S], no-answer, busy, failed, voicemail, declines, hangs-up, for all "
               "numbers or as NUMBER=... for one.",
               "how", ""},
    OptionText{"api-port", "Plays Twilio's REST API on this port of 127.0.0.1; needs the account's SID and token.",
               "port", "0"},
    OptionText{"api-fault", "What goes wrong there, as frontdesk_fakes --help names it.", "fault", "none"},
    OptionText{"vendors",
               "Plays Deepgram, OpenAI, ElevenLabs, Twilio's REST API, S3 and a mail server on this port and the five "
               "after it; the recognizer hears what the voice \"marked\" says.",
               "port", "0"},
    OptionText{"database-socket",
               "With --vendors: stands before the PostgreSQL of this unix socket, on the port after the vendors'.",
               "path", ""},
    OptionText{"outbox",
               "With --vendors: what staff are sent by mail and text message goes there, a JSON object a line.", "file",
               ""},
    OptionText{"mail-certificate",
               "With --vendors: the mail server encrypts and wants a login; its certificate is written there.", "file",
               ""},
    OptionText{"wait", "Begins to call when a line comes on the standard input.", nullptr, ""},
    OptionText{
        "stay",
        "With --vendors or --api-port: they stay after the calls until the standard input ends; a line there makes all "
        "vendors well again.",
        nullptr, ""},
    OptionText{"say", "Says one line instead of playing a script, listens to the answer, hangs up.", "text", ""},
    OptionText{"voice", "Voice for --say: slt, rms, awb, kal.", "name", "slt"},
    OptionText{"microphone", "A person talks instead of a script.", nullptr, ""},
    OptionText{"full-duplex", "With --microphone: listen while the assistant speaks (use a headset).", nullptr, ""},
    OptionText{"concurrent", "Runs this many calls at once, the scripts in turn.", "n", "0"},
    OptionText{"stagger-ms", "Time between the starts of concurrent calls.", "ms", "250"},
    OptionText{"pid", "Process whose CPU and memory are shown at the end.", "pid", ""},
    OptionText{"longest-s", "Ends a call after this long.", "seconds", "300"},
    OptionText{"patience", "Times all time limits of the scripts, for a machine that is busy with other things.",
               "factor", "1"},
    OptionText{"frontdeskctl", "Program that is asked for transcript and tasks after each call.", "path", ""},
    OptionText{"database", "FRONTDESK_DATABASE_URL for frontdeskctl.", "url", ""},
    OptionText{"data-dir", "FRONTDESK_DATA_DIR for frontdeskctl.", "folder", ""},
    OptionText{"wav", "Folder for a stereo recording of each call.", "folder", ""},
    OptionText{"json", "File for a report of all calls.", "file", ""},
    OptionText{"quiet", "Prints only the summaries.", nullptr, ""},
};

Error misuse(const QString &why)
{
    return Error{ErrorCode::InvalidInput, why};
}

QString named(const char *name)
{
    return QString::fromLatin1(name);
}

void describeOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Plays the phone company and a patient against a running Frontdesk."));
    parser.addHelpOption();
    parser.addVersionOption();
    for (const OptionText &option : Options) {
        QCommandLineOption described(named(option.name), named(option.meaning));
        if (option.value != nullptr) {
            described.setValueName(named(option.value));
            described.setDefaultValue(named(option.otherwise));
        }
        parser.addOption(described);
    }
    parser.addPositionalArgument(QStringLiteral("script"), QStringLiteral("Script files, see docs/callsim.md."),
                                 QStringLiteral("[script...]"));
}

Result<QUrl> webAddress(const QCommandLineParser &parser, const char *option)
{
    const QUrl url(parser.value(named(option)), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isEmpty() && (!web || url.host().isEmpty())) {
        return misuse(QStringLiteral("--%1 is an http or https address").arg(named(option)));
    }
    return url;
}

Result<void> readCallees(const QStringList &texts, PhoneNetwork &network)
{
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        const auto callee = calleeFromText(text.mid(equals + 1));
        if (!callee) {
            return callee.error();
        }
        if (equals > 0) {
            network.calleesByNumber.insert(text.left(equals), *callee);
        } else {
            network.callee = *callee;
        }
    }
    return {};
}

Result<PhoneNetwork> readNetwork(const QCommandLineParser &parser, const QProcessEnvironment &environment)
{
    const auto text = [&](const char *option) { return parser.value(named(option)); };
    PhoneNetwork network;
    const std::array<std::pair<const char *, QUrl *>, 3> addresses{
        {{"service", &network.service}, {"public-url", &network.publicBase}, {"fallback-url", &network.fallbackUrl}}};
    for (const auto &[option, target] : addresses) {
        auto url = webAddress(parser, option);
        if (!url) {
            return url.error();
        }
        *target = *url;
    }
    network.number = text("number");
    network.from = text("from") == QLatin1String("anonymous") ? QString() : text("from");
    const QString token = text("auth-token");
    network.authToken =
        (token.isEmpty() ? environment.value(QStringLiteral("FRONTDESK_TWILIO_AUTH_TOKEN")) : token).toUtf8();
    const QString account = text("account-sid");
    network.accountSid =
        account.isEmpty() ? environment.value(QStringLiteral("FRONTDESK_TWILIO_ACCOUNT_SID")) : account;
    network.line = text("line");
    network.longestCall = std::chrono::seconds(text("longest-s").toInt());
    if (const QString path = text("fallback-twiml"); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return misuse(QStringLiteral("%1: %2").arg(path, file.errorString()));
        }
        network.fallbackTwiml = file.readAll();
    }
    if (const auto callees = readCallees(parser.values(QStringLiteral("callee")), network); !callees) {
        return callees.error();
    }
    return network;
}

/// Say it after the greeting, hear the answer out, hang up.
Script oneLine(const QString &text, const QString &voice)
{
    Script script;
    script.name = QStringLiteral("say");
    script.voice = voice;
    ScriptLine say;
    say.number = 1;
    say.text = text;
    ScriptLine end;
    end.number = 2;
    end.what = ScriptLine::What::HangUp;
    end.when = ScriptLine::When::TurnEnd;
    end.after = Milliseconds(1500);
    script.lines = {say, end};
    return script;
}

Result<std::vector<Script>> readScripts(const QCommandLineParser &parser)
{
    std::vector<Script> scripts;
    const QStringList paths = parser.positionalArguments();
    for (const QString &path : paths) {
        auto script = readScript(path);
        if (!script) {
            return script.error();
        }
        scripts.push_back(std::move(script).value());
    }
    if (parser.isSet(QStringLiteral("say"))) {
        scripts.push_back(oneLine(parser.value(QStringLiteral("say")), parser.value(QStringLiteral("voice"))));
    }
    if (parser.isSet(QStringLiteral("microphone"))) {
        Script person;
        person.name = QStringLiteral("microphone");
        scripts.push_back(person);
    }
    if (scripts.empty()) {
        return misuse(QStringLiteral("give a script, --say or --microphone"));
    }
    return scripts;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    describeOptions(parser);
    if (!parser.parse(arguments)) {
        return misuse(parser.errorText());
    }
    CommandLine line;
    if (parser.isSet(QStringLiteral("help"))) {
        line.answer = parser.helpText();
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.answer = QStringLiteral("callsim %1\n").arg(QLatin1String(FRONTDESK_VERSION));
        return line;
    }
    auto network = readNetwork(parser, environment);
    if (!network) {
        return network.error();
    }
    auto scripts = readScripts(parser);
    if (!scripts) {
        return scripts.error();
    }
    const auto text = [&](const char *option) { return parser.value(named(option)); };
    FleetPlan &plan = line.plan;
    plan.network = std::move(network).value();
    plan.scripts = std::move(scripts).value();
    for (Script &script : plan.scripts) {
        script.expectations = withPatience(std::move(script.expectations), text("patience").toDouble());
    }
    plan.concurrent = text("concurrent").toInt();
    plan.stagger = Milliseconds(text("stagger-ms").toInt());
    plan.frontdeskctl = text("frontdeskctl");
    plan.wavFolder = text("wav");
    plan.quiet = parser.isSet(QStringLiteral("quiet")) || plan.concurrent > 1;
    if (parser.isSet(QStringLiteral("pid"))) {
        plan.pid = text("pid").toLongLong();
    }
    plan.environment = environment;
    if (parser.isSet(QStringLiteral("database"))) {
        plan.environment.insert(QStringLiteral("FRONTDESK_DATABASE_URL"), text("database"));
    }
    if (parser.isSet(QStringLiteral("data-dir"))) {
        plan.environment.insert(QStringLiteral("FRONTDESK_DATA_DIR"), text("data-dir"));
    }
    plan.apiPort = text("api-port").toUShort();
    plan.databaseSocket = text("database-socket");
    plan.waits = parser.isSet(QStringLiteral("wait"));
    plan.stays = parser.isSet(QStringLiteral("stay"));
    plan.outbox = text("outbox");
    plan.mailCertificate = text("mail-certificate");
    plan.vendorsPort = text("vendors").toUShort();
    bool known = false;
    plan.apiFault.kind = Fakes::faultKindFromName(text("api-fault"), &known);
    if (!known) {
        return misuse(
            QStringLiteral("--api-fault is one of %1").arg(Fakes::faultKindNames().join(QStringLiteral(", "))));
    }
    if ((plan.apiPort != 0 || plan.vendorsPort != 0) &&
        (plan.network.accountSid.isEmpty() || plan.network.authToken.isEmpty())) {
        return misuse(QStringLiteral("--api-port and --vendors need --account-sid and --auth-token"));
    }
    line.jsonFile = text("json");
    line.microphone = parser.isSet(QStringLiteral("microphone"));
    line.fullDuplex = parser.isSet(QStringLiteral("full-duplex"));
    return line;
}

} // namespace Frontdesk::CallSim
