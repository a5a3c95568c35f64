#include "service/telephony/twiml.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

namespace {

/// JSON and XML without a backslash before every quote (moc cannot read raw strings inside macros).
QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestTwiML : public QObject {
    Q_OBJECT

private:
    /// The text of all elements, if the document is well-formed.
    static QString textOf(const QByteArray &document)
    {
        QXmlStreamReader reader(document);
        QString text;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters) {
                text += reader.text();
            }
        }
        return reader.hasError() ? QStringLiteral("not well-formed: ") + reader.errorString() : text;
    }

    static DialOptions ringing(const QStringList &numbers, std::chrono::seconds timeout = std::chrono::seconds(25))
    {
        DialOptions options;
        for (const QString &number : numbers) {
            options.numbers.push_back({number, {}});
        }
        options.timeout = timeout;
        return options;
    }

private Q_SLOTS:
    void gather_asksForKeysOverItsPrompt()
    {
        const QByteArray xml =
            TwiML()
                .gather({QStringLiteral("Press 1."), QStringLiteral("https://a.example.com/key?x=1&y=2")})
                .document()
                .value();
        QVERIFY(xml.contains(
            "<Gather input=\"dtmf\" numDigits=\"1\" timeout=\"6\" "
            "action=\"https://a.example.com/key?x=1&amp;y=2\" method=\"POST\"><Say>Press 1.</Say></Gather>"));
        QVERIFY(!TwiML().gather({QStringLiteral("Press 1."), {}}).document());
    }

    void conference_isARoomWithoutNoise()
    {
        ConferenceOptions room;
        room.name = QStringLiteral("room-1");
        room.actionUrl = QStringLiteral("https://a.example.com/over");
        room.statusCallback = QStringLiteral("https://a.example.com/room");
        room.endsForAll = true;
        const QByteArray xml = TwiML().conference(room).document().value();
        QVERIFY(xml.contains("<Dial action=\"https://a.example.com/over\" method=\"POST\"><Conference beep=\"false\""));
        QVERIFY(xml.contains("endConferenceOnExit=\"true\"") && xml.contains("statusCallbackEvent=\"start end\""));
        QVERIFY(xml.contains(">room-1</Conference></Dial>"));
        QVERIFY(!xml.contains("waitUrl"));
        QVERIFY(!TwiML().conference({}).document());
    }

    void document_answerWithStream_isExactlyThis()
    {
        const auto document =
            TwiML()
                .connectStream({QStringLiteral("wss://calls.example.com/twilio/media"),
                                {{QStringLiteral("token"), QStringLiteral("a<b")}},
                                QStringLiteral("/twilio/stream-ended")})
                .dial({{{QStringLiteral("+15550100009"), {}}}, {}, std::chrono::seconds(20), false, {}})
                .document();
        QVERIFY(document);
        QCOMPARE(*document,
                 quoted("<?xml version='1.0' encoding='UTF-8'?><Response><Connect action='/twilio/stream-ended' "
                        "method='POST'><Stream url='wss://calls.example.com/twilio/media'><Parameter name='token' "
                        "value='a&lt;b'></Parameter></Stream></Connect><Dial "
                        "timeout='20'><Number>+15550100009</Number></Dial></Response>"));
    }

    void document_everyVerb_isWellFormed()
    {
        DialOptions dial;
        dial.numbers = {{QStringLiteral("+15550100008"), QStringLiteral("https://a.example/whisper?r=1&n=2")},
                        {QStringLiteral("+15550100009"), {}}};
        dial.actionUrl = QStringLiteral("/twilio/transfer-ended");
        dial.answerOnBridge = true;
        dial.callerId = QStringLiteral("+15550100001");
        const auto document = TwiML()
                                  .say(QStringLiteral("Tom & \"Jerry\" <now>"),
                                       {QStringLiteral("Polly.Joanna-Neural"), QStringLiteral("en-US")})
                                  .play(QStringLiteral("https://a.example/hold.wav?a=1&b=2"), 0)
                                  .pause(std::chrono::seconds(2))
                                  .dial(dial)
                                  .redirect(QStringLiteral("/twilio/voice"))
                                  .hangUp()
                                  .document();
        QVERIFY(document);
        QCOMPARE(textOf(*document), QStringLiteral("Tom & \"Jerry\" <now>https://a.example/hold.wav?a=1&b=2"
                                                   "+15550100008+15550100009/twilio/voice"));
        QVERIFY(document->contains(quoted("answerOnBridge='true'")));
        QVERIFY(document->contains(quoted("<Number url='https://a.example/whisper?r=1&amp;n=2' method='POST'>")));
        QVERIFY(document->contains(quoted("<Play loop='0'>")));
    }

    void document_charactersXmlCannotCarry_areLeftOut()
    {
        const QString odd =
            QStringLiteral("a") + QChar(0x01) + QChar(0x0B) + QChar(0xFFFF) + QChar(0xD800) + QStringLiteral("b😀");
        const auto document = TwiML().say(odd).document();
        QVERIFY(document);
        const QString text = textOf(*document);
        QVERIFY2(text.startsWith(u'a') && text.endsWith(QStringLiteral("b😀")), qPrintable(text));
    }

    void reject_first_hasItsReason()
    {
        QVERIFY(TwiML().reject(TwiML::Rejection::Busy).document()->contains(quoted("<Reject reason='busy'>")));
        QVERIFY(TwiML().reject().document()->contains(quoted("<Reject reason='rejected'>")));
        QVERIFY(!TwiML().hangUp().reject().document());
    }

    void document_empty_isAnEmptyResponse()
    {
        QCOMPARE(*TwiML().document(), quoted("<?xml version='1.0' encoding='UTF-8'?><Response></Response>"));
    }

    void document_wrongArguments_areReported()
    {
        const QString number = QStringLiteral("+15550100009");
        const QString wss = QStringLiteral("wss://a.example/media");
        QVERIFY(!TwiML().say({}).document());
        QVERIFY(!TwiML().say(QString(3001, u'x')).document());
        QVERIFY(!TwiML().play({}).document());
        QVERIFY(!TwiML().pause(std::chrono::seconds(0)).document());
        QVERIFY(!TwiML().redirect({}).document());
        QVERIFY(!TwiML().dial(ringing({})).document());
        QVERIFY(!TwiML().dial(ringing({QStringLiteral("911; drop")})).document());
        QVERIFY(!TwiML().dial(ringing(QStringList(11, number))).document());
        QVERIFY(!TwiML().dial(ringing({number}, std::chrono::seconds(601))).document());
        QVERIFY(!TwiML().connectStream({QStringLiteral("https://a.example/media"), {}, {}}).document());
        QVERIFY(!TwiML().connectStream({QStringLiteral("wss://a.example/media?x=1"), {}, {}}).document());
        const QString name = QStringLiteral("k");
        QVERIFY(!TwiML().connectStream({wss, {{name, QString(499, u'x')}}, {}}).document());
        QVERIFY(TwiML().connectStream({wss, {{name, QString(498, u'x')}}, {}}).document());
    }

    void document_longerThanTwilioTakes_isReported()
    {
        TwiML twiml;
        for (int i = 0; i < 30; ++i) {
            twiml.say(QString(2500, u'x'));
        }
        QVERIFY(!twiml.document());
    }
};

QTEST_APPLESS_MAIN(TestTwiML)
#include "tst_twiml.moc"
