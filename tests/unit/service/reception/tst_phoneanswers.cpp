#include "service/reception/phoneanswers.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Reception;

class TestPhoneAnswers : public QObject {
    Q_OBJECT

    const PhoneAnswers m_answers{
        {QStringLiteral("https://calls.example.com"), QStringLiteral("wss://calls.example.com")}};
    const QDateTime m_open = QDateTime(QDate(2026, 3, 4), QTime(15, 0), Qt::UTC);  // Wednesday 10:00 in New York
    const QDateTime m_closed = QDateTime(QDate(2026, 3, 4), QTime(4, 0), Qt::UTC); // Tuesday 23:00 in New York

    static LiveCall call(const char *reason = "")
    {
        LiveCall live;
        live.clinic.line = QStringLiteral("+15550199999");
        live.clinic.onCallLine = QStringLiteral("+15550199998");
        live.clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
        live.escalationReason = QString::fromLatin1(reason);
        return live;
    }

private Q_SLOTS:
    void connectAssistant_hasActionTokenAndAWayOut()
    {
        const QByteArray xml = m_answers.connectAssistant(call(), QStringLiteral("secret")).value();
        QVERIFY(xml.startsWith("<?xml"));
        QVERIFY(xml.contains("action=\"https://calls.example.com/twilio/stream-ended\""));
        QVERIFY(xml.contains("url=\"wss://calls.example.com/twilio/media\""));
        QVERIFY(xml.contains("name=\"token\" value=\"secret\""));
        QVERIFY(xml.indexOf("</Connect>") < xml.indexOf("+15550199999"));
    }

    void ringClinic_ordinary_playsMusicThenRings()
    {
        const QByteArray xml = m_answers.ringClinic(call("medication"), m_open).value();
        QVERIFY(xml.indexOf("<Play") >= 0);
        QVERIFY(xml.indexOf("<Play") < xml.indexOf("<Dial"));
        QVERIFY(xml.contains("+15550199999"));
        QVERIFY(xml.contains("whisper?reason=medication"));
        QVERIFY(xml.contains("/twilio/transfer-ended"));
        QVERIFY(!xml.contains("911"));
    }

    void ringClinic_emergency_ringsAtOnce()
    {
        const QByteArray xml = m_answers.ringClinic(call("emergency_medical"), m_open).value();
        QVERIFY(!xml.contains("<Play"));
        QVERIFY(!xml.contains("whisper")); // Joined with whoever answers, without a moment's wait.
        QVERIFY(xml.contains("+15550199999"));
    }

    void ringClinic_guidanceOwed_isSaidFirst()
    {
        LiveCall urgent = call("emergency_medical");
        urgent.guidanceOwed = true;
        const QByteArray xml = m_answers.ringClinic(urgent, m_open).value();
        QVERIFY(xml.indexOf("dial 911") >= 0);
        QVERIFY(xml.indexOf("dial 911") < xml.indexOf("<Dial"));
    }

    void ringClinic_afterHours_ringsTheOnCallLine()
    {
        QVERIFY(m_answers.ringClinic(call(), m_closed).value().contains("+15550199998"));
    }

    void nobodyAnswered_promisesACallBackAndEnds()
    {
        const QByteArray xml = m_answers.nobodyAnswered(call("medication")).value();
        QVERIFY(xml.contains("call you back"));
        QVERIFY(xml.contains("<Hangup"));
        const QByteArray urgent = m_answers.nobodyAnswered(call("emergency_medical")).value();
        QVERIFY(urgent.contains("dial 911"));
    }

    void whisper_saysWhyWithoutPatientData()
    {
        QVERIFY(m_answers.whisper(QStringLiteral("emergency_medical")).value().contains("emergency"));
        QVERIFY(m_answers.whisper(QStringLiteral("<script>")).value().contains("could not go on"));
    }

    void whisper_joinsOnlyWhoPressesTheKey()
    {
        const QByteArray asked = m_answers.whisper(QStringLiteral("medication")).value();
        QCOMPARE(asked.count("<Gather"), 2);
        QVERIFY(asked.contains("/twilio/whisper-key") && asked.endsWith("<Hangup></Hangup></Response>"));
        QVERIFY(m_answers.whisperAnswered(QStringLiteral("1")).value().endsWith("<Response></Response>"));
        QVERIFY(m_answers.whisperAnswered(QStringLiteral("2")).value().contains("<Hangup"));
        QVERIFY(m_answers.whisperAnswered(QString()).value().contains("<Hangup"));
    }
};

QTEST_APPLESS_MAIN(TestPhoneAnswers)
#include "tst_phoneanswers.moc"
