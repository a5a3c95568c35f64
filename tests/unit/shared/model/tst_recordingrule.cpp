#include "shared/model/recordingrule.h"

#include <QTest>

using namespace Frontdesk;

class TestRecordingRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void consentLaw_everyState_hasASource()
    {
        const QStringList states =
            QStringLiteral("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH "
                           "NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY")
                .split(QLatin1Char(' '));
        QCOMPARE(states.size(), 51);
        for (const QString &state : states) {
            QVERIFY2(isUsState(state) && !consentLawOf(state).source.isEmpty(), qPrintable(state));
        }
    }
    void consentLaw_unknownState_isTheStricter()
    {
        for (const QString &state : {QString(), QStringLiteral("XX"), QStringLiteral("ca")}) {
            QVERIFY(!isUsState(state));
            QCOMPARE(consentLawOf(state).rule, ConsentRule::AllParty);
            QVERIFY(consentLawOf(state).source.isEmpty());
        }
    }
    void needsConsent_modeAndState_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("needed");
        const auto row = [](const char *mode, const char *state, bool needed) {
            QTest::addRow("%s in %s", mode, state)
                << QString(QLatin1String(mode)) << QString(QLatin1String(state)) << needed;
        };
        row("off", "CA", false);
        row("on", "CA", true);
        row("on", "NY", false);
        row("on", "", true);
        row("with_consent", "NY", true);
        row("with_consent", "WA", true);
    }
    void needsConsent_modeAndState()
    {
        QFETCH(QString, mode);
        QFETCH(QString, state);
        QTEST(needsConsent(recordingModeFromName(mode).value(), state), "needed");
    }
    void names_everyValue_comeBack()
    {
        for (const auto mode : {RecordingMode::Off, RecordingMode::On, RecordingMode::WithConsent}) {
            QCOMPARE(recordingModeFromName(recordingModeName(mode)), mode);
        }
        for (const auto consent : {RecordingConsent::NotNeeded, RecordingConsent::Heard, RecordingConsent::Declined}) {
            QCOMPARE(recordingConsentFromName(recordingConsentName(consent)), consent);
        }
        QVERIFY(!recordingModeFromName(QStringLiteral("often")));
        QVERIFY(!recordingConsentFromName(QStringLiteral("perhaps")));
    }
};

QTEST_APPLESS_MAIN(TestRecordingRule)
#include "tst_recordingrule.moc"
