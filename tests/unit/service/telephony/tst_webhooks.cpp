#include "service/telephony/webhooks.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

class TestWebhooks : public QObject {
    Q_OBJECT

private:
    static TwilioForm form(const std::vector<TwilioForm::Parameter> &changes = {})
    {
        std::vector<TwilioForm::Parameter> parameters{{"CallSid", "CA0123456789abcdef0123456789abcdef"},
                                                      {"AccountSid", "AC0123456789abcdef0123456789abcdef"},
                                                      {"From", "+15550100002"},
                                                      {"To", "+15550100001"},
                                                      {"CallStatus", "ringing"},
                                                      {"Direction", "inbound"},
                                                      {"ApiVersion", "2010-04-01"}};
        for (const auto &change : changes) {
            std::erase_if(parameters, [&](const auto &parameter) { return parameter.name == change.name; });
            parameters.push_back(change);
        }
        return TwilioForm(std::move(parameters));
    }

private Q_SLOTS:
    void voice_typicalCall_isRead()
    {
        const auto call =
            VoiceWebhook::parse(form({{"StirVerstat", "TN-Validation-Passed-A"}, {"ForwardedFrom", "+15550100003"}}));
        QVERIFY(call);
        QCOMPARE(call->call.callSid, QStringLiteral("CA0123456789abcdef0123456789abcdef"));
        QCOMPARE(call->call.from, QStringLiteral("+15550100002"));
        QCOMPARE(call->call.status, CallStatus::Ringing);
        QCOMPARE(call->forwardedFrom, QStringLiteral("+15550100003"));
        QCOMPARE(call->attestation, CallerAttestation::Full);
        QCOMPARE(call->errorCode, 0);
    }

    void voice_withheldNumber_isEmpty_data()
    {
        QTest::addColumn<QByteArray>("from");
        for (const char *from : {"anonymous", "unknown", "Restricted", "client:desk", "sip:a@b", "+1", "+0155501000",
                                 "+1555010000a", "+1234567890123456"}) {
            QTest::newRow(from) << QByteArray(from);
        }
    }
    void voice_withheldNumber_isEmpty()
    {
        QFETCH(QByteArray, from);
        const auto call = VoiceWebhook::parse(form({{"From", from}}));
        QVERIFY(call);
        QVERIFY(call->call.from.isEmpty());
    }

    void voice_attestation_isNeverBetterThanSaid_data()
    {
        QTest::addColumn<QByteArray>("verstat");
        QTest::addColumn<CallerAttestation>("expected");
        QTest::newRow("A") << QByteArray("TN-Validation-Passed-A") << CallerAttestation::Full;
        QTest::newRow("B diverted") << QByteArray("TN-Validation-Passed-B-Diverted") << CallerAttestation::Partial;
        QTest::newRow("C passthrough") << QByteArray("TN-Validation-Passed-C-Passthrough")
                                       << CallerAttestation::Gateway;
        QTest::newRow("failed A") << QByteArray("TN-Validation-Failed-A") << CallerAttestation::Unverified;
        QTest::newRow("unknown suffix") << QByteArray("TN-Validation-Passed-A-New") << CallerAttestation::Unverified;
        QTest::newRow("unknown letter") << QByteArray("TN-Validation-Passed-D") << CallerAttestation::Unverified;
        QTest::newRow("null") << QByteArray("NULL") << CallerAttestation::Unverified;
        QTest::newRow("empty") << QByteArray() << CallerAttestation::Unverified;
    }
    void voice_attestation_isNeverBetterThanSaid()
    {
        QFETCH(QByteArray, verstat);
        QFETCH(CallerAttestation, expected);
        QCOMPARE(VoiceWebhook::parse(form({{"StirVerstat", verstat}}))->attestation, expected);
    }

    void voice_malformed_namesTheFieldNotItsContent_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("call") << QByteArray("CallSid") << QByteArray("CAsecret");
        QTest::newRow("upper case") << QByteArray("CallSid") << QByteArray("CA0123456789ABCDEF0123456789abcdef");
        QTest::newRow("path") << QByteArray("CallSid") << QByteArray("../../../../secret");
        QTest::newRow("account") << QByteArray("AccountSid") << QByteArray("");
        QTest::newRow("status") << QByteArray("CallStatus") << QByteArray("secret");
        QTest::newRow("direction") << QByteArray("Direction") << QByteArray("secret");
        QTest::newRow("to") << QByteArray("To") << QByteArray("");
        QTest::newRow("error code") << QByteArray("ErrorCode") << QByteArray("secret");
    }
    void voice_malformed_namesTheFieldNotItsContent()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto call = VoiceWebhook::parse(form({{name, value}}));
        QVERIFY(!call);
        QCOMPARE(call.error().code, ErrorCode::InvalidInput);
        QVERIFY(call.error().message.contains(QString::fromLatin1(name)));
        QVERIFY(!call.error().message.contains(QLatin1String("secret")));
    }

    void streamEnded_standardParameters_areEnough()
    {
        QVERIFY(StreamEnded::parse(form({{"CallStatus", "in-progress"}})));
        QVERIFY(!StreamEnded::parse(TwilioForm()));
    }

    void dialEnded_outcomes_tellWhetherSomebodyWasReached()
    {
        const auto completed = DialEnded::parse(form({{"DialCallStatus", "completed"},
                                                      {"DialCallDuration", "61"},
                                                      {"DialCallSid", "CA0123456789abcdef0123456789abcde0"},
                                                      {"DialBridged", "true"}}));
        QVERIFY(completed);
        QVERIFY(completed->reachedSomebody());
        QCOMPARE(completed->talked, std::chrono::seconds(61));
        for (const char *outcome : {"busy", "no-answer", "failed", "canceled"}) {
            QVERIFY(!DialEnded::parse(form({{"DialCallStatus", outcome}}))->reachedSomebody());
        }
        const auto declined = DialEnded::parse(form({{"DialCallStatus", "completed"}, {"DialBridged", "false"}}));
        QVERIFY(declined && !declined->reachedSomebody());
        QCOMPARE(declined->reason(), QStringLiteral("declined or voicemail"));
        QVERIFY(DialEnded::parse(form({{"DialCallStatus", "completed"}}))->reachedSomebody());
        QVERIFY(!DialEnded::parse(form({{"DialCallStatus", "eaten"}})));
        QVERIFY(!DialEnded::parse(form()));
        QVERIFY(!DialEnded::parse(form({{"DialCallStatus", "busy"}, {"DialCallSid", "x"}})));
        QVERIFY(!DialEnded::parse(form({{"DialCallStatus", "busy"}, {"DialCallDuration", "-1"}})));
    }

    void statusCallback_completed_hasDurationAndTime()
    {
        const auto status = StatusCallback::parse(form({{"CallStatus", "completed"},
                                                        {"CallDuration", "73"},
                                                        {"SequenceNumber", "4"},
                                                        {"Timestamp", "Wed, 04 Mar 2026 09:20:00 -0500"}}));
        QVERIFY(status);
        QCOMPARE(status->sequence, 4);
        QCOMPARE(status->duration, std::chrono::seconds(73));
        QCOMPARE(status->at, QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC));
        QVERIFY(!StatusCallback::parse(form({{"SequenceNumber", "x"}})));
        QVERIFY(!StatusCallback::parse(form({{"CallDuration", "1.5"}})));
        QVERIFY(!StatusCallback::parse(form())->at.isValid());
    }
};

QTEST_APPLESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
