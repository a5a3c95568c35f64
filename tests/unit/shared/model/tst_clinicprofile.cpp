#include "shared/model/clinicprofile.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace Frontdesk;

class TestClinicProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_everything_roundTrips();
    void fromJson_empty_givesDefaults();
    void fromJson_wrongKind_namesTheField_data();
    void fromJson_wrongKind_namesTheField();
    void problems_usable_areNone();
    void problems_oneThingWrong_isOneSentence_data();
    void problems_oneThingWrong_isOneSentence();
    void isOpenAt_utc_countsInTheClinicsZone();

private:
    [[nodiscard]] static ClinicProfile usable();
};

using Change = std::function<void(ClinicProfile &)>;
Q_DECLARE_METATYPE(Change)

ClinicProfile TestClinicProfile::usable()
{
    ClinicProfile clinic;
    clinic.name = QStringLiteral("Lakeside Family Clinic");
    clinic.number = QStringLiteral("+15550100000");
    clinic.line = QStringLiteral("+15550199999");
    return clinic;
}

void TestClinicProfile::json_everything_roundTrips()
{
    ClinicProfile clinic = usable();
    clinic.id = ClinicId::create();
    clinic.onCallLine = QStringLiteral("+15550199998");
    clinic.timeZone = QTimeZone("America/Chicago");
    clinic.language = QStringLiteral("es");
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-thu 08:00-12:00,13:00-17:00; sat 09:00-12:00")).value();
    clinic.hours.holidays[QDate(2026, 12, 25)] = {QStringLiteral("Christmas Day"), {}};
    clinic.hours.holidays[QDate(2026, 12, 24)] = {QStringLiteral("Christmas Eve"),
                                                  {{QTime(8, 0), QTime(10, 0)}, {QTime(11, 0), QTime(12, 0)}}};
    clinic.address = QStringLiteral("1 Main Street");
    clinic.directions = QStringLiteral("Next to the \"Old\" bakery");
    clinic.insurances = {QStringLiteral("Aetna"), QStringLiteral("Blue Cross")};
    clinic.services = {QStringLiteral("flu shots")};
    clinic.providers = {{QStringLiteral("Dr. María López"), QStringLiteral("family medicine"), true},
                        {QStringLiteral("Dr. Lee"), QString(), false}};
    clinic.facts = {{{QStringLiteral("parking"), QStringLiteral("where do i park")}, QStringLiteral("Behind us.")}};
    clinic.greeting = QStringLiteral("Hello from {clinic}.");
    clinic.consent = QStringLiteral("This call is recorded.");
    clinic.state = QStringLiteral("CA");
    clinic.recording = RecordingMode::WithConsent;
    clinic.recordedBy = RecordedBy::PhoneNetwork;
    clinic.callbackPromise = QStringLiteral("today");
    clinic.thresholds = {.version = 4,
                         .transcriptConfidence = 0.6,
                         .audioQuality = 0.5,
                         .sentiment = -0.25,
                         .clarifyingQuestions = 3,
                         .callSeconds = 240,
                         .confusedSeconds = 100,
                         .flagsToEscalate = 0.5};
    const auto read = ClinicProfile::fromJson(clinic.toJson());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().message));
    QCOMPARE(read->id, clinic.id);
    QCOMPARE(read->onCallLine, clinic.onCallLine);
    QCOMPARE(read->timeZone, clinic.timeZone);
    QVERIFY(read->hours == clinic.hours);
    QVERIFY(read->providers == clinic.providers);
    QVERIFY(read->facts == clinic.facts);
    QVERIFY(read->thresholds == clinic.thresholds);
    QCOMPARE(read->toJson(), clinic.toJson());
}

void TestClinicProfile::fromJson_empty_givesDefaults()
{
    const auto read = ClinicProfile::fromJson({});
    QVERIFY(read.ok());
    QCOMPARE(read->toJson(), ClinicProfile().toJson());
    QCOMPARE(read->callbackPromise, QStringLiteral("within 2 hours"));
}

void TestClinicProfile::fromJson_wrongKind_namesTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << QStringLiteral("name") << QJsonValue(7);
    QTest::newRow("list") << QStringLiteral("insurances") << QJsonValue(QStringLiteral("Aetna"));
    QTest::newRow("list of texts") << QStringLiteral("services") << QJsonValue(QJsonArray{1});
    QTest::newRow("object") << QStringLiteral("thresholds") << QJsonValue(1);
    QTest::newRow("number") << QStringLiteral("audio_quality")
                            << QJsonValue(QJsonObject{{QStringLiteral("audio_quality"), QStringLiteral("good")}});
    QTest::newRow("integer") << QStringLiteral("call_seconds")
                             << QJsonValue(QJsonObject{{QStringLiteral("call_seconds"), true}});
    QTest::newRow("flag") << QStringLiteral("female")
                          << QJsonValue(QJsonArray{QJsonObject{{QStringLiteral("female"), QStringLiteral("yes")}}});
    QTest::newRow("topics") << QStringLiteral("topics")
                            << QJsonValue(QJsonArray{QJsonObject{{QStringLiteral("topics"), 1}}});
    QTest::newRow("recorder") << QStringLiteral("recorded_by") << QJsonValue(QStringLiteral("nobody"));
    QTest::newRow("recording") << QStringLiteral("recording") << QJsonValue(QStringLiteral("sometimes"));
    QTest::newRow("holiday date") << QStringLiteral("holidays")
                                  << QJsonValue(
                                         QJsonArray{QJsonObject{{QStringLiteral("date"), QStringLiteral("soon")}}});
    QTest::newRow("holiday hours") << QStringLiteral("holidays")
                                   << QJsonValue(QJsonArray{
                                          QJsonObject{{QStringLiteral("date"), QStringLiteral("2026-12-24")},
                                                      {QStringLiteral("hours"), QJsonArray{QStringLiteral("late")}}}});
    QTest::newRow("hours") << QStringLiteral("Opening hours") << QJsonValue(QStringLiteral("whenever"));
}

void TestClinicProfile::fromJson_wrongKind_namesTheField()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = usable().toJson();
    const QHash<QString, QString> parents{{QStringLiteral("audio_quality"), QStringLiteral("thresholds")},
                                          {QStringLiteral("call_seconds"), QStringLiteral("thresholds")},
                                          {QStringLiteral("female"), QStringLiteral("providers")},
                                          {QStringLiteral("topics"), QStringLiteral("facts")},
                                          {QStringLiteral("Opening hours"), QStringLiteral("hours")}};
    json.insert(parents.value(field, field), value);
    const auto read = ClinicProfile::fromJson(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(field), qPrintable(read.error().message));
}

void TestClinicProfile::problems_usable_areNone()
{
    QVERIFY2(usable().problems().isEmpty(), qPrintable(usable().problems().join(QLatin1Char(' '))));
}

void TestClinicProfile::problems_oneThingWrong_isOneSentence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *about, const Change &change) {
        QTest::newRow(about) << change << QString::fromLatin1(about);
    };
    row("needs a name", [](ClinicProfile &c) { c.name = QStringLiteral("  "); });
    row("number patients call must look", [](ClinicProfile &c) { c.number = QStringLiteral("5550100000"); });
    row("own line must look", [](ClinicProfile &c) { c.line.clear(); });
    row("on-call line must look", [](ClinicProfile &c) { c.onCallLine = QStringLiteral("911"); });
    row("own line must differ", [](ClinicProfile &c) { c.line = c.number; });
    row("on-call line must differ", [](ClinicProfile &c) { c.onCallLine = c.number; });
    row("time zone", [](ClinicProfile &c) { c.timeZone = QTimeZone("Mars/Base"); });
    row("language", [](ClinicProfile &c) { c.language = QStringLiteral("fr"); });
    row("confidence threshold", [](ClinicProfile &c) { c.thresholds.transcriptConfidence = 1.1; });
    row("audio quality threshold", [](ClinicProfile &c) { c.thresholds.audioQuality = -0.1; });
    row("sentiment threshold", [](ClinicProfile &c) { c.thresholds.sentiment = -2; });
    row("clarifying questions", [](ClinicProfile &c) { c.thresholds.clarifyingQuestions = 0; });
    row("longest call", [](ClinicProfile &c) { c.thresholds.callSeconds = 3600; });
    row("Patience", [](ClinicProfile &c) { c.thresholds.confusedSeconds = 181; });
    row("flags needed", [](ClinicProfile &c) { c.thresholds.flagsToEscalate = 1.5; });
}

void TestClinicProfile::problems_oneThingWrong_isOneSentence()
{
    QFETCH(Change, change);
    QFETCH(QString, about);
    ClinicProfile clinic = usable();
    change(clinic);
    const QStringList problems = clinic.problems();
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(about), qPrintable(problems.first()));
    QVERIFY(problems.first().endsWith(QLatin1Char('.')));
}

void TestClinicProfile::isOpenAt_utc_countsInTheClinicsZone()
{
    ClinicProfile clinic = usable();
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    // Before and after the clocks change on 2026-03-08.
    QVERIFY(!clinic.isOpenAt(QDateTime(QDate(2026, 3, 6), QTime(12, 30), Qt::UTC)));
    QVERIFY(clinic.isOpenAt(QDateTime(QDate(2026, 3, 9), QTime(12, 30), Qt::UTC)));
    QCOMPARE(clinic.localTime(QDateTime(QDate(2026, 3, 9), QTime(12, 30), Qt::UTC)).time(), QTime(8, 30));
}

QTEST_GUILESS_MAIN(TestClinicProfile)
#include "tst_clinicprofile.moc"
