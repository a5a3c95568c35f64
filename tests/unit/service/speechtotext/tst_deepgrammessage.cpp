#include "service/speechtotext/providers/deepgrammessage.h"

#include <QTest>
#include <QUrlQuery>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;
using namespace std::chrono_literals;

class TestDeepgramMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void results_haveTimesAndConfidences()
    {
        const auto read = readDeepgramMessage(
            R"({"type":"Results","channel_index":[0,1],"duration":1.65,"start":2.4,"is_final":true,"speech_final":true,
            "from_finalize":false,"channel":{"alternatives":[{"transcript":"testing one","confidence":0.7,"words":[
            {"word":"testing","start":2.5,"end":3.0,"confidence":0.69,"punctuated_word":"Testing."},
            {"word":"one","start":3.1,"end":3.4,"confidence":1.2}]}]},"metadata":{"request_id":"u"}})");
        QVERIFY(read.ok() && *read);
        const DeepgramResults &results = **read;
        QCOMPARE(results.start, 2400ms);
        QCOMPARE(results.end, 4050ms);
        QVERIFY(results.isFinal && results.speechFinal && !results.fromFinalize);
        QCOMPARE(results.words.size(), size_t(2));
        QCOMPARE(results.words[0].text, QStringLiteral("testing"));
        QCOMPARE(results.words[0].start, 2500ms);
        QCOMPARE(results.words[1].confidence, 1.0);
    }

    void utteranceEnd_tellsOfTheLastWord()
    {
        const auto read = readDeepgramMessage(R"({"type":"UtteranceEnd","channel":[0,1],"last_word_end":2.395})");
        QVERIFY(read.ok() && *read);
        QVERIFY((*read)->utteranceEnd && (*read)->words.empty());
        QCOMPARE((*read)->end, 2395ms);
    }

    void otherMessages_tellNothing_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("started") << QByteArray(R"({"type":"SpeechStarted","channel":[0,1],"timestamp":9.54})");
        QTest::newRow("metadata") << QByteArray(R"({"type":"Metadata","request_id":"u","duration":12.3})");
        QTest::newRow("unknown") << QByteArray(R"({"type":"ConfigureSuccess"})");
    }
    void otherMessages_tellNothing()
    {
        QFETCH(QByteArray, message);
        const auto read = readDeepgramMessage(message);
        QVERIFY(read.ok());
        QVERIFY(!*read);
    }

    void brokenMessages_areCorrupt_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("cut") << QByteArray(R"({"type":"Results","channel":[)");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("array") << QByteArray("[1,2]");
        QTest::newRow("no parts") << QByteArray(R"({"type":"Results","is_final":true})");
        QTest::newRow("channel as in events")
            << QByteArray(R"({"type":"Results","start":0,"duration":1,"channel":[0,1]})");
    }
    void brokenMessages_areCorrupt()
    {
        QFETCH(QByteArray, message);
        const auto read = readDeepgramMessage(message);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
    }

    void stream_namesTwiliosEncodingAndTheClinicsTerms()
    {
        RecognitionContext context;
        context.keyTerms = {QStringLiteral("Dr. María Núñez"), QStringLiteral("A&B+C Physio")};
        const QUrl url =
            deepgramStream(QUrl(QStringLiteral("wss://api.eu.deepgram.com/")), QStringLiteral("nova-3"), context);
        QCOMPARE(url.path(), QStringLiteral("/v1/listen"));
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(QStringLiteral("encoding")), QStringLiteral("mulaw"));
        QCOMPARE(query.queryItemValue(QStringLiteral("sample_rate")), QStringLiteral("8000"));
        QCOMPARE(query.queryItemValue(QStringLiteral("language")), QStringLiteral("en-US"));
        QCOMPARE(query.queryItemValue(QStringLiteral("mip_opt_out")), QStringLiteral("true"));
        QCOMPARE(query.allQueryItemValues(QStringLiteral("keyterm"), QUrl::FullyDecoded), context.keyTerms);
    }

    void stream_leavesOutWhatDeepgramWouldRefuse()
    {
        RecognitionContext context;
        for (int i = 0; i < 300; ++i) {
            context.keyTerms << QStringLiteral("a plan of insurance %1").arg(i);
        }
        const QUrl base(QStringLiteral("wss://host"));
        const auto terms = [&](const QString &model) {
            return QUrlQuery(deepgramStream(base, model, context)).allQueryItemValues(QStringLiteral("keyterm"));
        };
        QVERIFY(!terms(QStringLiteral("nova-3-medical")).isEmpty());
        QVERIFY(terms(QStringLiteral("nova-3")).join(QString()).size() <= 2000);
        QVERIFY(terms(QStringLiteral("nova-2-phonecall")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeepgramMessage)
#include "tst_deepgrammessage.moc"
