#include "service/telephony/mediamessage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

namespace {

/// JSON and XML without a backslash before every quote (moc cannot read raw strings inside macros).
QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const char *Start = R"({"event":"start","sequenceNumber":"1","start":{"accountSid":"AC0123456789abcdef0123456789abcdef",
"streamSid":"MZ0123456789abcdef0123456789abcdef","callSid":"CA0123456789abcdef0123456789abcdef","tracks":["inbound"],
"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},"customParameters":{"token":"t\u00e9","k":""}},
"streamSid":"MZ0123456789abcdef0123456789abcdef"})";

} // namespace

class TestMediaMessage : public QObject {
    Q_OBJECT

private:
    MediaMessageParser m_parser;

    template <typename Event>
    const Event *parse(const QByteArray &json)
    {
        const auto message = m_parser.parse(std::string_view(json.constData(), size_t(json.size())));
        return message ? std::get_if<Event>(&(*message)->event) : nullptr;
    }

private Q_SLOTS:
    void parse_start_hasEverything()
    {
        const auto *started = parse<StreamStarted>(Start);
        QVERIFY(started);
        QCOMPARE(started->info.streamId, QStringLiteral("MZ0123456789abcdef0123456789abcdef"));
        QCOMPARE(started->info.callId, QStringLiteral("CA0123456789abcdef0123456789abcdef"));
        QVERIFY(started->info.mediaFormat.isPhoneLine());
        QCOMPARE(started->info.customParameter(u"token"), QStringLiteral("té"));
        QVERIFY(started->info.customParameter(u"none").isEmpty());
    }

    void parse_media_isDecoded()
    {
        const auto message =
            m_parser.parse("{\"event\":\"media\",\"sequenceNumber\":\"7\",\"media\":{\"track\":\"inbound\","
                           "\"chunk\":\"6\",\"timestamp\":\"105\",\"payload\":\"AH//\"},\"streamSid\":\"MZ1\"}");
        QVERIFY(message);
        QCOMPARE((*message)->sequence, quint64{7});
        QCOMPARE(QByteArray((*message)->streamId.data(), qsizetype((*message)->streamId.size())), QByteArray("MZ1"));
        const auto &media = std::get<MediaArrived>((*message)->event);
        QCOMPARE(media.at, Milliseconds(105));
        QCOMPARE(std::vector<uint8_t>(media.payload.begin(), media.payload.end()),
                 (std::vector<uint8_t>{0, 0x7F, 0xFF}));
    }

    void parse_others_areRecognized()
    {
        QVERIFY(parse<Connected>(quoted("{'event':'connected','protocol':'Call','version':'1.0.0'}")));
        QCOMPARE(parse<KeyPressed>(quoted("{'event':'dtmf','dtmf':{'track':'inbound_track','digit':'#'}}"))->digit,
                 QChar(u'#'));
        QCOMPARE(parse<MarkReturned>(quoted("{'event':'mark','mark':{'name':'turn-3'}}"))->name,
                 QStringLiteral("turn-3"));
        QVERIFY(parse<StreamStopped>(quoted("{'event':'stop','stop':{}}")));
        QVERIFY(parse<UnknownEvent>(quoted("{'event':'something new'}")));
    }

    void parse_malformed_isAnErrorWithoutItsContent_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
        row("empty", "");
        row("no json", "secret");
        row("array", "[]");
        row("number", "7");
        row("cut off", quoted("{'event':'media','media':{'payload':'AA"));
        row("behind the end", quoted("{'event':'connected'} secret"));
        row("not utf-8", "{\"event\":\"\xff\"}");
        row("no event", "{}");
        row("event no text", quoted("{'event':7}"));
        row("no media", quoted("{'event':'media'}"));
        row("media no object", quoted("{'event':'media','media':'x'}"));
        row("no payload", quoted("{'event':'media','media':{'timestamp':'1'}}"));
        row("no timestamp", quoted("{'event':'media','media':{'payload':'AAAA'}}"));
        row("timestamp a number", quoted("{'event':'media','media':{'payload':'AAAA','timestamp':1}}"));
        row("timestamp negative", quoted("{'event':'media','media':{'payload':'AAAA','timestamp':'-1'}}"));
        row("timestamp huge",
            quoted("{'event':'media','media':{'payload':'AAAA','timestamp':'18446744073709551615'}}"));
        row("timestamp no number", quoted("{'event':'media','media':{'payload':'AAAA','timestamp':'1x'}}"));
        row("no base64", quoted("{'event':'media','media':{'payload':'secret!!','timestamp':'1'}}"));
        row("sequence no number", quoted("{'event':'connected','sequenceNumber':'secret'}"));
        row("key too long", quoted("{'event':'dtmf','dtmf':{'digit':'12'}}"));
        row("key unknown", quoted("{'event':'dtmf','dtmf':{'digit':'x'}}"));
        row("no key", quoted("{'event':'dtmf'}"));
        row("no mark", quoted("{'event':'mark'}"));
        row("mark without name", quoted("{'event':'mark','mark':{}}"));
        row("mark too long", quoted("{'event':'mark','mark':{'name':'") + QByteArray(300, 'x') + quoted("'}}"));
        row("start without content", quoted("{'event':'start'}"));
        row("start of no call", QByteArray(Start).replace("CA0123", "secret"));
        row("start without format", QByteArray(Start).replace("mediaFormat", "other"));
        row("start with a negative rate", QByteArray(Start).replace("8000", "-8000"));
        row("parameter no text", QByteArray(Start).replace(quoted("'k':''"), quoted("'k':{}")));
        row("too deep", QByteArray(2000, '[') + QByteArray(2000, ']'));
        row("too long", quoted("{'event':'connected','x':'") + QByteArray(70'000, 'x') + quoted("'}"));
    }
    void parse_malformed_isAnErrorWithoutItsContent()
    {
        QFETCH(QByteArray, json);
        const auto message = m_parser.parse(std::string_view(json.constData(), size_t(json.size())));
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::InvalidInput);
        QVERIFY(!message.error().message.contains(QLatin1String("secret")));
        QVERIFY(parse<Connected>(quoted("{'event':'connected'}"))); // The next one is read as if nothing had been.
    }

    void parse_everyCut_isAnError()
    {
        const QByteArray whole(Start);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY(!m_parser.parse(std::string_view(whole.constData(), size_t(size))));
        }
    }

    void parse_tooLong_isAnError()
    {
        const auto ofSize = [](qsizetype size) {
            return "{\"event\":\"connected\",\"x\":\"" + std::string(size_t(size) - 30, 'x') + "\"}";
        };
        QVERIFY(m_parser.parse(ofSize(MediaMessageParser::MaximumMessageBytes)));
        QVERIFY(!m_parser.parse(ofSize(MediaMessageParser::MaximumMessageBytes + 30)));
    }

    void write_eachMessage_isWhatTwilioDocuments()
    {
        QByteArray out;
        const std::vector<uint8_t> audio{0, 0x7F, 0xFF};
        writeMedia(out, "MZ1", audio);
        QCOMPARE(out, (quoted("{'event':'media','streamSid':'MZ1','media':{'payload':'AH//'}}")));
        writeMark(out, "MZ1", QStringLiteral("turn-3"));
        QCOMPARE(out, (quoted("{'event':'mark','streamSid':'MZ1','mark':{'name':'turn-3'}}")));
        writeClear(out, "MZ1");
        QCOMPARE(out, (quoted("{'event':'clear','streamSid':'MZ1'}")));
    }

    void writeMark_oddName_staysJson()
    {
        QByteArray out;
        writeMark(out, "MZ1", QStringLiteral("a\"b\\c\n"));
        const auto object = QJsonDocument::fromJson(out).object();
        QCOMPARE(object[QLatin1String("mark")][QLatin1String("name")].toString(), QStringLiteral("a\"b\\c"));
    }

    void write_again_keepsItsMemory()
    {
        QByteArray out;
        const std::vector<uint8_t> audio(1600, 0xFF);
        writeMedia(out, "MZ1", audio);
        const char *memory = out.constData();
        writeMark(out, "MZ1", QStringLiteral("m"));
        writeMedia(out, "MZ1", audio);
        QCOMPARE(out.constData(), memory);
    }
};

QTEST_APPLESS_MAIN(TestMediaMessage)
#include "tst_mediamessage.moc"
