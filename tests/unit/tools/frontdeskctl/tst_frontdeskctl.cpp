#include "service/dialogue/calltape.h"
#include "service/storage/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString error;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
    /// One sentence that ends its line.
    [[nodiscard]] bool isOnePlainSentence() const
    {
        return error.count(QLatin1Char('\n')) == 1 && error.endsWith(QStringLiteral(".\n"));
    }
};

} // namespace

class TestFrontdeskctl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void help_anyForm_listsCommands();
    void version_asked_isTheProjects();
    void noCommand_orUnknown_isWrongUsage();
    void everyCommand_help_showsUsage();
    void everyCommand_unknownOption_isWrongUsage();
    void clinicCreate_complete_isShownAndListed();
    void clinicCreate_incomplete_saysWhatIsMissing();
    void clinicCreate_numberTaken_fails();
    void clinicSet_someOptions_keepsTheRest();
    void clinicShow_unknown_fails();
    void tasksList_json_hasTheSpecifiedShape();
    void tasksList_filters_areChecked();
    void callsShow_wholeCall_tellsWhatWasHeard();
    void callsList_calls_areTabledAndJson();
    void database_fromSettingsFile_isUsed();
    void database_wrongSettings_failWithTheLine();
    void migrate_newDatabase_namesTheStep();
    void calibrate_storedCalls_showsWhatWouldChange();
    void calibrate_wrongWishes_areRefused();
    void callsReplay_storedCall_saysWhetherItIsTheSame();
    void auditVerify_changedEntry_isFound();

private:
    Answer ctl(const QStringList &arguments) const;
    Answer givenClinic() const;
    void givenCall() const;
    [[nodiscard]] CallId givenTape(const QByteArray &actions = {}) const;
    [[nodiscard]] QString databaseFile() const { return m_folder->filePath(QStringLiteral("data/frontdesk.sqlite")); }

    [[nodiscard]] Storage::DatabaseSettings settings() const
    {
        return {.url = QStringLiteral("sqlite:") + databaseFile(),
                .masterKeys = Sealing::loadMasterKeys({}, {}, m_folder->filePath(QStringLiteral("data"))).value()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFrontdeskctl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Answer TestFrontdeskctl::ctl(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("FRONTDESK_DATA_DIR"), m_folder->filePath(QStringLiteral("data")));
    environment.remove(QStringLiteral("FRONTDESK_DATABASE_URL"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FRONTDESKCTL), arguments);
    process.waitForFinished();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Answer TestFrontdeskctl::givenClinic() const
{
    return ctl({QStringLiteral("clinic"), QStringLiteral("create"), QStringLiteral("--name"),
                QStringLiteral("Lakeside Clinic"), QStringLiteral("--number"), QStringLiteral("+15550100000"),
                QStringLiteral("--line"), QStringLiteral("+15550199999"), QStringLiteral("--timezone"),
                QStringLiteral("America/New_York"), QStringLiteral("--insurance"), QStringLiteral("Aetna,Cigna"),
                QStringLiteral("--json")});
}

void TestFrontdeskctl::givenCall() const
{
    const ClinicId clinic(givenClinic().json().object().value(QLatin1String("id")).toString());
    Storage::Database database(settings());
    const auto kept = database.run([clinic](Storage::Store &store) -> Result<void> {
        CallRecord record;
        record.clinicId = clinic;
        record.networkCallId = QStringLiteral("CA77");
        record.callerNumber = QStringLiteral("+15550123456");
        record.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
        const auto call = store.calls().begin(record);
        if (!call) {
            return call.error();
        }
        const UsageLine letters{QStringLiteral("elevenlabs"), UsageUnit::Characters, 400};
        const TurnTimes times{Milliseconds(500), Milliseconds(120), {}, Milliseconds(30), Milliseconds(40)};
        const auto counted = store.usage().save(clinic, call->id, 0, {letters});
        const auto timed = counted ? store.usage().saveTimes(clinic, call->id, 2, times) : counted;
        if (!timed) {
            return timed;
        }
        TurnRecord greeting;
        greeting.callId = call->id;
        greeting.number = 1;
        greeting.speaker = Speaker::Assistant;
        greeting.text = QStringLiteral("Thank you for calling Lakeside.");
        greeting.heardText = QStringLiteral("Thank you");
        greeting.at = record.startedAt;
        TurnRecord answer;
        answer.callId = call->id;
        answer.number = 2;
        answer.text = answer.heardText = QStringLiteral("I have chest pain");
        answer.confidence = 0.87;
        answer.start = Milliseconds(2300);
        answer.at = record.startedAt.addSecs(2);
        EscalationRecord escalation;
        escalation.clinicId = clinic;
        escalation.callId = call->id;
        escalation.reason = EscalationReason::EmergencyMedical;
        escalation.evidence = {{EscalationReason::EmergencyMedical, QStringLiteral("words"),
                                QStringLiteral("heart.pain"), QStringLiteral("chest pain"), 1, 1, 1}};
        escalation.turn = 1;
        escalation.decidedAt = answer.at;
        Task task;
        task.clinicId = clinic;
        task.callId = call->id;
        task.type = RequestType::EscalatedCall;
        task.priority = TaskPriority::Emergency;
        task.slotValues[SlotName::PatientName] = {.value = QStringLiteral("John Smith"), .saidAs = {}};
        task.slotValues[SlotName::PreferredDate] = {.value = QStringLiteral("2026-03-10"),
                                                    .saidAs = QStringLiteral("next Tuesday")};
        task.createdAt = answer.at;
        for (const Result<void> &step :
             {store.calls().saveTurn(clinic, greeting), store.calls().saveTurn(clinic, answer)}) {
            if (!step) {
                return step;
            }
        }
        if (const auto recorded = store.escalations().record(escalation); !recorded) {
            return recorded.error();
        }
        if (const auto submitted = store.tasks().submit(task, QStringLiteral("1")); !submitted) {
            return submitted.error();
        }
        const auto finished =
            store.calls().finish(clinic, call->id, QStringLiteral("emergency_escalated"), record.startedAt.addSecs(65));
        return finished ? Result<void>() : finished.error();
    });
    const auto result = kept.result();
    QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().message));
}

void TestFrontdeskctl::help_anyForm_listsCommands()
{
    for (const char *form : {"--help", "-h", "help"}) {
        const Answer answer = ctl({QString::fromLatin1(form)});
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.out.contains(QStringLiteral("clinic create")));
        QVERIFY(answer.out.contains(QStringLiteral("tasks list")));
        QVERIFY(answer.error.isEmpty());
    }
}

void TestFrontdeskctl::version_asked_isTheProjects()
{
    const Answer answer = ctl({QStringLiteral("--version")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.out, QStringLiteral("frontdeskctl " FRONTDESK_VERSION "\n"));
}

void TestFrontdeskctl::noCommand_orUnknown_isWrongUsage()
{
    QCOMPARE(ctl({}).code, 2);
    const Answer answer = ctl({QStringLiteral("clinic"), QStringLiteral("destroy")});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.error.contains(QStringLiteral("clinic destroy")));
    QVERIFY(answer.out.isEmpty());
}

void TestFrontdeskctl::everyCommand_help_showsUsage()
{
    for (const char *command : {"clinic create", "clinic set", "clinic list", "clinic show", "tasks list", "calls list",
                                "calls show", "migrate"}) {
        const QString name = QString::fromLatin1(command);
        const Answer answer = ctl(name.split(QLatin1Char(' ')) << QStringLiteral("--help"));
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.startsWith(QStringLiteral("Usage: frontdeskctl ") + name), qPrintable(answer.out));
    }
}

void TestFrontdeskctl::everyCommand_unknownOption_isWrongUsage()
{
    for (const char *command : {"clinic create", "clinic set", "clinic list", "clinic show", "tasks list", "calls list",
                                "calls show", "migrate"}) {
        const Answer answer = ctl(QString::fromLatin1(command).split(QLatin1Char(' '))
                                  << QStringLiteral("--nonsense") << QStringLiteral("x"));
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.error.contains(QStringLiteral("--nonsense")), qPrintable(answer.error));
    }
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("show")}).code, 2);
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("list"), QStringLiteral("extra")}).code, 2);
}

void TestFrontdeskctl::clinicCreate_complete_isShownAndListed()
{
    const Answer created = givenClinic();
    QCOMPARE(created.code, 0);
    QVERIFY(created.error.isEmpty());
    const QString id = created.json().object().value(QLatin1String("id")).toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(QFile::exists(databaseFile()));
    for (const QString &name : {id, QStringLiteral("+15550100000")}) {
        const Answer shown = ctl({QStringLiteral("clinic"), QStringLiteral("show"), name, QStringLiteral("--json")});
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.json(), created.json());
    }
    const Answer readable = ctl({QStringLiteral("clinic"), QStringLiteral("show"), id});
    QVERIFY(readable.out.contains(QStringLiteral("Aetna, Cigna")));
    const Answer listed = ctl({QStringLiteral("clinic"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(listed.json().array().size(), 1);
    QCOMPARE(listed.json().array().first().toObject(), created.json().object());
    const Answer table = ctl({QStringLiteral("clinic"), QStringLiteral("list")});
    QCOMPARE(table.out.count(QLatin1Char('\n')), 2);
    QVERIFY(table.out.contains(id));
}

void TestFrontdeskctl::clinicCreate_incomplete_saysWhatIsMissing()
{
    const QStringList create{QStringLiteral("clinic"), QStringLiteral("create"), QStringLiteral("--name=A")};
    Answer answer = ctl(create);
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.isOnePlainSentence());
    QVERIFY(answer.error.contains(QStringLiteral("--timezone")));
    answer = ctl(create + QStringList{QStringLiteral("--timezone=America/New_York")});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.isOnePlainSentence());
    QVERIFY(answer.error.contains(QStringLiteral("number patients call")));
    answer = ctl(create + QStringList{QStringLiteral("--timezone=America/New_York"), QStringLiteral("--hours=soon")});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.error.contains(QStringLiteral("Opening hours")));
}

void TestFrontdeskctl::clinicCreate_numberTaken_fails()
{
    QCOMPARE(givenClinic().code, 0);
    const Answer second = givenClinic();
    QCOMPARE(second.code, 1);
    QVERIFY(second.isOnePlainSentence());
    QVERIFY(second.out.isEmpty());
}

void TestFrontdeskctl::clinicSet_someOptions_keepsTheRest()
{
    QJsonObject expected = givenClinic().json().object();
    const Answer changed = ctl({QStringLiteral("clinic"), QStringLiteral("set"), QStringLiteral("+15550100000"),
                                QStringLiteral("--address=1 Main Street")});
    QCOMPARE(changed.code, 0);
    QVERIFY(changed.out.startsWith(QStringLiteral("Changed clinic")));
    expected.insert(QStringLiteral("address"), QStringLiteral("1 Main Street"));
    const Answer shown = ctl(
        {QStringLiteral("clinic"), QStringLiteral("show"), QStringLiteral("+15550100000"), QStringLiteral("--json")});
    QCOMPARE(shown.json().object(), expected);
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("set"), QStringLiteral("+15550100009"),
                  QStringLiteral("--name=B")})
                 .code,
             1);
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("set"), QStringLiteral("+15550100000"),
                  QStringLiteral("--language=xx")})
                 .code,
             2);
}

void TestFrontdeskctl::clinicShow_unknown_fails()
{
    const Answer answer = ctl({QStringLiteral("clinic"), QStringLiteral("show"), QStringLiteral("+15550100009")});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.isOnePlainSentence());
    QVERIFY(answer.error.contains(QStringLiteral("+15550100009")));
}

void TestFrontdeskctl::tasksList_json_hasTheSpecifiedShape()
{
    givenCall();
    const Answer answer = ctl({QStringLiteral("tasks"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 0);
    const QJsonArray tasks = answer.json().array();
    QCOMPARE(tasks.size(), 1);
    const QJsonObject task = tasks.first().toObject();
    for (const char *key : {"task_id", "patient_name", "callback_number", "request_type", "priority", "details",
                            "call_transcript", "call_recording_url", "created_at", "status"}) {
        QVERIFY2(task.contains(QLatin1String(key)), key);
    }
    QCOMPARE(task.value(QLatin1String("task_id")).toString(), QStringLiteral("TASK-2026-0001"));
    QCOMPARE(task.value(QLatin1String("patient_name")).toString(), QStringLiteral("John Smith"));
    QCOMPARE(task.value(QLatin1String("details")).toObject().value(QLatin1String("preferred_date_said_as")).toString(),
             QStringLiteral("next Tuesday"));
    const Answer table = ctl({QStringLiteral("tasks"), QStringLiteral("list")});
    QVERIFY(table.out.contains(QStringLiteral("TASK-2026-0001")));
    QVERIFY(table.out.contains(QStringLiteral("emergency")));
}

void TestFrontdeskctl::tasksList_filters_areChecked()
{
    givenCall();
    const auto list = [this](const char *option) {
        return ctl(
            {QStringLiteral("tasks"), QStringLiteral("list"), QStringLiteral("--json"), QString::fromLatin1(option)});
    };
    for (const char *matching : {"--status=pending", "--priority=emergency", "--queue=staff", "--type=escalated_call",
                                 "--clinic=+15550100000", "--limit=1"}) {
        QCOMPARE(list(matching).json().array().size(), 1);
    }
    QCOMPARE(list("--status=completed").out.trimmed(), QStringLiteral("[\n]"));
    for (const char *wrong : {"--status=done", "--type=x", "--queue=x", "--priority=x", "--limit=0", "--limit=many"}) {
        const Answer answer = list(wrong);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.isOnePlainSentence(), qPrintable(answer.error));
    }
    QCOMPARE(list("--clinic=+15550100009").code, 1);
}

void TestFrontdeskctl::callsShow_wholeCall_tellsWhatWasHeard()
{
    givenCall();
    const Answer shown = ctl({QStringLiteral("calls"), QStringLiteral("show"), QStringLiteral("CA77")});
    QCOMPARE(shown.code, 0);
    for (const char *part : {"Thank you [not heard: for calling Lakeside.]", "I have chest pain  (87 % sure)", "0:02.3",
                             "emergency_medical", "heart.pain", "TASK-2026-0001", "+15550123456", "emergency_escalated",
                             "turn 2: 660 ms, of it endpoint 500, words 120, voice 30", "characters  400"}) {
        QVERIFY2(shown.out.contains(QString::fromLatin1(part)), part);
    }
    const QJsonObject json =
        ctl({QStringLiteral("calls"), QStringLiteral("show"), QStringLiteral("CA77"), QStringLiteral("--json")})
            .json()
            .object();
    QCOMPARE(json.value(QLatin1String("turns")).toArray().size(), 2);
    QCOMPARE(json.value(QLatin1String("escalations")).toArray().size(), 1);
    QCOMPARE(json.value(QLatin1String("tasks")).toArray().size(), 1);
    QCOMPARE(
        json.value(QLatin1String("turns")).toArray().first().toObject().value(QLatin1String("heard_text")).toString(),
        QStringLiteral("Thank you"));
    const QJsonObject letters = json.value(QLatin1String("usage")).toArray().first().toObject();
    QCOMPARE(letters.value(QLatin1String("amount")).toInt(), 400);
    QVERIFY(letters.value(QLatin1String("cost")).isNull());
    const QString id = json.value(QLatin1String("call_id")).toString();
    QCOMPARE(ctl({QStringLiteral("calls"), QStringLiteral("show"), id}).out, shown.out);
    const Answer unknown = ctl({QStringLiteral("calls"), QStringLiteral("show"), QStringLiteral("CA78")});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.isOnePlainSentence());
}

void TestFrontdeskctl::callsList_calls_areTabledAndJson()
{
    givenCall();
    const Answer table =
        ctl({QStringLiteral("calls"), QStringLiteral("list"), QStringLiteral("--clinic=+15550100000")});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains(QStringLiteral("1:05.0")));
    const QJsonArray calls =
        ctl({QStringLiteral("calls"), QStringLiteral("list"), QStringLiteral("--json")}).json().array();
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls.first().toObject().value(QLatin1String("outcome")).toString(),
             QStringLiteral("emergency_escalated"));
    QCOMPARE(ctl({QStringLiteral("calls"), QStringLiteral("list"), QStringLiteral("--clinic=none")}).code, 1);
    QCOMPARE(ctl({QStringLiteral("calls"), QStringLiteral("list"), QStringLiteral("--limit=-1")}).code, 2);
}

void TestFrontdeskctl::database_fromSettingsFile_isUsed()
{
    const QString other = m_folder->filePath(QStringLiteral("elsewhere/desk.sqlite"));
    const QString config = m_folder->filePath(QStringLiteral("frontdesk.conf"));
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# ours\nDATABASE_URL = sqlite:" + other.toUtf8() + "\n");
    file.close();
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("list"), QStringLiteral("--config"), config}).code, 0);
    QVERIFY(QFile::exists(other));
    QVERIFY(!QFile::exists(databaseFile()));
    const QString folder = m_folder->filePath(QStringLiteral("third"));
    QCOMPARE(ctl({QStringLiteral("clinic"), QStringLiteral("list"), QStringLiteral("--config"), config,
                  QStringLiteral("--data-dir"), folder})
                 .code,
             0);
    QVERIFY(QFile::exists(folder + QStringLiteral("/frontdesk.sqlite")));
}

void TestFrontdeskctl::database_wrongSettings_failWithTheLine()
{
    const QString config = m_folder->filePath(QStringLiteral("frontdesk.conf"));
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# ours\nDATA_DRI = here\n");
    file.close();
    const Answer answer = ctl({QStringLiteral("migrate"), QStringLiteral("--config"), config});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.error.contains(QStringLiteral("line 2")));
    QVERIFY(answer.error.contains(QStringLiteral("DATA_DIR")));
}

void TestFrontdeskctl::migrate_newDatabase_namesTheStep()
{
    const Answer answer = ctl({QStringLiteral("migrate")});
    QCOMPARE(answer.code, 0);
    QVERIFY(QRegularExpression(QStringLiteral("step [1-9]")).match(answer.out).hasMatch());
    QVERIFY(answer.error.isEmpty());
    QCOMPARE(ctl({QStringLiteral("migrate")}).out, answer.out);
    QFile file(databaseFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const Answer broken = ctl({QStringLiteral("migrate")});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.isOnePlainSentence(), qPrintable(broken.error));
}

CallId TestFrontdeskctl::givenTape(const QByteArray &actions) const
{
    Storage::Database database(settings());
    return database
        .run([&actions](Storage::Store &store) -> Result<CallId> {
            const ClinicProfile clinic = store.clinics().findByNumber(QStringLiteral("+15550100000")).value();
            CallRecord call;
            call.clinicId = clinic.id;
            call.networkCallId = QStringLiteral("CA") + CallId::create().text();
            call.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 0), Qt::UTC);
            call = store.calls().begin(call).value();
            Dialogue::CallTape tape;
            tape.briefing = {clinic, QStringLiteral("+15552345678"), call.startedAt};
            tape.events.emplace_back();
            for (const char *words : {"i need an appointment please", "john smith it is"}) {
                Dialogue::CallerSpoke spoke;
                spoke.transcript.text = QString::fromLatin1(words);
                spoke.transcript.confidence = 0.6;
                Dialogue::Event &event = tape.events.emplace_back();
                event.at = Milliseconds(10'000);
                event.body = spoke;
            }
            tape.actions = actions.isEmpty() ? Dialogue::replayedActions(tape) : actions;
            const auto saved = store.tapes().save(clinic.id, call.id, tape.toBytes());
            return saved ? Result<CallId>(call.id) : saved.error();
        })
        .result()
        .value();
}

void TestFrontdeskctl::calibrate_storedCalls_showsWhatWouldChange()
{
    QCOMPARE(givenClinic().code, 0);
    const CallId call = givenTape();
    const QStringList command{QStringLiteral("calibrate"), QStringLiteral("--clinic"), QStringLiteral("+15550100000"),
                              QStringLiteral("--threshold"), QStringLiteral("transcript_confidence=0.5")};
    const Answer answer = ctl(command);
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains(call.text()));
    QVERIFY(answer.out.contains(QStringLiteral("low_confidence at turn")));
    QVERIFY(
        answer.out.contains(QStringLiteral("1 calls; handed over 1 before, 0 after; 1 change; 0 emergencies lost")));
    // The call was in the morning of 4 March at the clinic.
    const Answer later = ctl(command + QStringList{QStringLiteral("--since"), QStringLiteral("2026-03-05")});
    QVERIFY(later.out.contains(QStringLiteral("0 calls;")));
    const Answer that = ctl(command + QStringList{QStringLiteral("--since"), QStringLiteral("2026-03-04"),
                                                  QStringLiteral("--until"), QStringLiteral("2026-03-05")});
    QVERIFY(that.out.contains(QStringLiteral("1 calls;")));
}

void TestFrontdeskctl::calibrate_wrongWishes_areRefused()
{
    QCOMPARE(givenClinic().code, 0);
    const QStringList clinic{QStringLiteral("calibrate"), QStringLiteral("--clinic"), QStringLiteral("+15550100000")};
    const QStringList wish{QStringLiteral("--threshold"), QStringLiteral("sentiment=-0.3")};
    const std::vector<QStringList> wrong{
        clinic, clinic + QStringList{QStringLiteral("--threshold"), QStringLiteral("mood=1")},
        clinic + QStringList{QStringLiteral("--threshold"), QStringLiteral("sentiment=low")},
        clinic + wish + QStringList{QStringLiteral("--since"), QStringLiteral("monday")}};
    for (const QStringList &command : wrong) {
        const Answer answer = ctl(command);
        QCOMPARE(answer.code, 2);
        QVERIFY(answer.isOnePlainSentence());
    }
    QStringList nobody = clinic + wish;
    nobody[2] = QStringLiteral("+15550100009");
    QCOMPARE(ctl(nobody).code, 1);
}

void TestFrontdeskctl::callsReplay_storedCall_saysWhetherItIsTheSame()
{
    QCOMPARE(givenClinic().code, 0);
    const Answer same = ctl({QStringLiteral("calls"), QStringLiteral("replay"), givenTape().text()});
    QCOMPARE(same.code, 0);
    QVERIFY(same.out.contains(QStringLiteral("the same actions, to the bit")));
    const Answer other =
        ctl({QStringLiteral("calls"), QStringLiteral("replay"), givenTape("another program's").text()});
    QCOMPARE(other.code, 1);
    const Answer none = ctl({QStringLiteral("calls"), QStringLiteral("replay"), CallId::create().text()});
    QCOMPARE(none.code, 1);
    QVERIFY(none.isOnePlainSentence());
}

void TestFrontdeskctl::auditVerify_changedEntry_isFound()
{
    QCOMPARE(givenClinic().code, 0);
    const Storage::AuditSeal seal(Sealing::derivedSecret(settings().masterKeys->current, "audit log"));
    const auto run = [this](auto work) {
        Storage::Database database(settings());
        return database.run(std::move(work)).result();
    };
    const auto append = [&](int second) {
        return run([&seal, second](Storage::Store &store) {
            Storage::AuditEntry entry;
            entry.clinic = store.clinics().findByNumber(QStringLiteral("+15550100000"))->id;
            entry.at = QDateTime(QDate(2026, 3, 4), QTime(14, 0, second), Qt::UTC);
            entry.action = QStringLiteral("task.read");
            return store.audit().append(entry, seal);
        });
    };
    const QStringList verify{QStringLiteral("audit"), QStringLiteral("verify")};
    QVERIFY(append(1).ok());
    QVERIFY(append(2).ok());
    const Answer whole = ctl(verify);
    QCOMPARE(whole.code, 0);
    QVERIFY(whole.out.contains(QStringLiteral("whole")));
    // An entry under another key stands where one of ours should.
    QVERIFY(run([](Storage::Store &store) {
                Storage::AuditEntry entry;
                entry.clinic = store.clinics().findByNumber(QStringLiteral("+15550100000"))->id;
                entry.at = QDateTime(QDate(2026, 3, 4), QTime(14, 0, 3), Qt::UTC);
                entry.action = QStringLiteral("task.read");
                return store.audit().append(entry, Storage::AuditSeal(QByteArray(32, 'x')));
            }).ok());
    const Answer broken = ctl(verify + QStringList{QStringLiteral("--clinic"), QStringLiteral("+15550100000")});
    QCOMPARE(broken.code, 1);
    QVERIFY(broken.out.contains(QStringLiteral("NOT WHOLE")));
}

QTEST_GUILESS_MAIN(TestFrontdeskctl)
#include "tst_frontdeskctl.moc"
