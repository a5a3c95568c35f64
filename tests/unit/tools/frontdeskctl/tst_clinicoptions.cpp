#include "tools/frontdeskctl/clinicoptions.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;

class TestClinicOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void apply_everyOption_fillsTheProfile();
    void apply_nothing_leavesTheProfile();
    void apply_emptyList_clearsIt();
    void apply_unreadableValue_namesTheOption_data();
    void apply_unreadableValue_namesTheOption();

private:
    static Result<void> apply(const QStringList &arguments, ClinicProfile &profile)
    {
        const auto line = CommandLine::parse(arguments, clinicOptions());
        return line ? applyClinicOptions(*line, profile) : line.error();
    }
};

void TestClinicOptions::apply_everyOption_fillsTheProfile()
{
    ClinicProfile clinic;
    const QStringList arguments{QStringLiteral("--name=Lakeside"),
                                QStringLiteral("--number=+15550100000"),
                                QStringLiteral("--line=+15550199999"),
                                QStringLiteral("--on-call-line=+15550199998"),
                                QStringLiteral("--timezone=America/Chicago"),
                                QStringLiteral("--language=es"),
                                QStringLiteral("--hours=mon-fri 08:00-17:00"),
                                QStringLiteral("--holiday=2026-12-25=Christmas Day"),
                                QStringLiteral("--holiday=2026-12-24=Christmas Eve|08:00-12:00"),
                                QStringLiteral("--address=1 Main Street"),
                                QStringLiteral("--directions=Next to the bakery"),
                                QStringLiteral("--insurance=Aetna, Cigna"),
                                QStringLiteral("--insurance=Medicare"),
                                QStringLiteral("--service=flu shots"),
                                QStringLiteral("--provider=Dr. Maria Lopez|family medicine|female"),
                                QStringLiteral("--provider=Dr. Lee"),
                                QStringLiteral("--greeting=Hello"),
                                QStringLiteral("--consent=Recorded."),
                                QStringLiteral("--recording=on"),
                                QStringLiteral("--recorded-by=network"),
                                QStringLiteral("--callback-promise=today"),
                                QStringLiteral("--fact=parking,where do i park=Behind = the house."),
                                QStringLiteral("--threshold=audio_quality=0.5"),
                                QStringLiteral("--threshold=call_seconds=240")};
    const auto applied = apply(arguments, clinic);
    QVERIFY2(applied.ok(), qPrintable(applied.ok() ? QString() : applied.error().message));
    QVERIFY2(clinic.problems().isEmpty(), qPrintable(clinic.problems().join(QLatin1Char(' '))));
    QCOMPARE(clinic.name, QStringLiteral("Lakeside"));
    QCOMPARE(clinic.onCallLine, QStringLiteral("+15550199998"));
    QCOMPARE(clinic.timeZone.id(), QByteArrayLiteral("America/Chicago"));
    QCOMPARE(clinic.language, QStringLiteral("es"));
    QCOMPARE(clinic.hours.toText(), QStringLiteral("mon-fri 08:00-17:00"));
    QCOMPARE(clinic.hours.holidays.size(), size_t{2});
    QVERIFY(clinic.hours.on(QDate(2026, 12, 25)).empty());
    QCOMPARE(clinic.hours.on(QDate(2026, 12, 24)).at(0).to, QTime(12, 0));
    QCOMPARE(clinic.hours.holidays.at(QDate(2026, 12, 24)).name, QStringLiteral("Christmas Eve"));
    QCOMPARE(clinic.insurances,
             QStringList({QStringLiteral("Aetna"), QStringLiteral("Cigna"), QStringLiteral("Medicare")}));
    QCOMPARE(clinic.services, QStringList{QStringLiteral("flu shots")});
    QVERIFY(clinic.providers[0] ==
            (Provider{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("family medicine"), true}));
    QVERIFY(clinic.providers[1] == (Provider{QStringLiteral("Dr. Lee"), QString(), false}));
    QCOMPARE(clinic.recording, RecordingMode::On);
    QCOMPARE(clinic.recordedBy, RecordedBy::PhoneNetwork);
    QCOMPARE(clinic.callbackPromise, QStringLiteral("today"));
    QCOMPARE(clinic.facts[0].topics, QStringList({QStringLiteral("parking"), QStringLiteral("where do i park")}));
    QCOMPARE(clinic.facts[0].answer, QStringLiteral("Behind = the house."));
    QCOMPARE(clinic.thresholds.audioQuality, 0.5);
    QCOMPARE(clinic.thresholds.callSeconds, 240);
}

void TestClinicOptions::apply_nothing_leavesTheProfile()
{
    ClinicProfile clinic;
    QVERIFY(apply({QStringLiteral("--name=A"), QStringLiteral("--insurance=Aetna")}, clinic).ok());
    const QJsonObject before = clinic.toJson();
    QVERIFY(apply({}, clinic).ok());
    QCOMPARE(clinic.toJson(), before);
}

void TestClinicOptions::apply_emptyList_clearsIt()
{
    ClinicProfile clinic;
    QVERIFY(apply({QStringLiteral("--insurance=Aetna"), QStringLiteral("--provider=Dr. Lee")}, clinic).ok());
    QVERIFY(apply({QStringLiteral("--insurance="), QStringLiteral("--provider=")}, clinic).ok());
    QVERIFY(clinic.insurances.isEmpty());
    QVERIFY(clinic.providers.empty());
}

void TestClinicOptions::apply_unreadableValue_namesTheOption_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *argument, const char *named) {
        QTest::newRow(argument) << QString::fromLatin1(argument) << QString::fromLatin1(named);
    };
    row("--hours=whenever", "Opening hours");
    row("--holiday=Christmas", "--holiday");
    row("--holiday=2026-13-25=Never", "--holiday");
    row("--holiday=2026-12-24=Eve|late", "--holiday");
    row("--provider=|x", "--provider");
    row("--provider=Dr. Lee|x|maybe", "--provider");
    row("--recording=sometimes", "--recording");
    row("--recorded-by=nobody", "--recorded-by");
    row("--fact=parking", "--fact");
    row("--fact= = yes", "--fact");
    row("--threshold=audio_quality", "--threshold");
    row("--threshold=audio_quality=loud", "--threshold");
    row("--threshold=nonsense=1", "audio_quality");
    row("--threshold=version=9", "--threshold");
}

void TestClinicOptions::apply_unreadableValue_namesTheOption()
{
    QFETCH(QString, argument);
    QFETCH(QString, named);
    ClinicProfile clinic;
    const auto applied = apply({argument}, clinic);
    QVERIFY(!applied.ok());
    QVERIFY2(applied.error().message.contains(named), qPrintable(applied.error().message));
}

QTEST_GUILESS_MAIN(TestClinicOptions)
#include "tst_clinicoptions.moc"
