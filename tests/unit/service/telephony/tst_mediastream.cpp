#include "service/telephony/mediastream.h"
#include "tests/support/virtualscheduler.h"
#include "tests/support/websocketpair.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

namespace {

/// JSON and XML without a backslash before every quote (moc cannot read raw strings inside macros).
QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QString StreamSid = QStringLiteral("MZ0123456789abcdef0123456789abcdef");

QString connectedMessage()
{
    return QString::fromUtf8(quoted("{'event':'connected','protocol':'Call','version':'1.0.0'}"));
}

QString startMessage(const QString &encoding = QStringLiteral("audio/x-mulaw"))
{
    return QString::fromUtf8(
               quoted("{'event':'start','sequenceNumber':'1','start':{'accountSid':'AC0123456789abcdef0123456789abcdef'"
                      ",'streamSid':'%1','callSid':'CA0123456789abcdef0123456789abcdef','tracks':['inbound'],'"
                      "mediaFormat':{'encoding':'%2','sampleRate':8000,'channels':1},'customParameters':{'token':'t'}},"
                      "'streamSid':'%1'}"))
        .arg(StreamSid, encoding);
}

QString mediaMessage(int sequence, int timestamp, const QByteArray &audio, const QString &streamSid = StreamSid)
{
    return QString::fromUtf8(quoted("{'event':'media','sequenceNumber':'%1','media':{'track':'inbound','chunk':'%1','"
                                    "timestamp':'%2','payload':'%3'},'streamSid':'%4'}"))
        .arg(sequence)
        .arg(timestamp)
        .arg(QString::fromLatin1(audio.toBase64()), streamSid);
}

QString otherMessage(const QString &event, int sequence, const QString &content)
{
    return QString::fromUtf8(quoted("{'event':'%1','sequenceNumber':'%2','%1':%3,'streamSid':'%4'}"))
        .arg(event)
        .arg(sequence)
        .arg(content, StreamSid);
}

class Listener final : public MediaStreamListener {
public:
    void onStreamStarted(const StartInfo &info) override
    {
        events.append(QStringLiteral("started"));
        start = info;
    }
    void onCallerAudio(Flow::MuLawBytes audio, Milliseconds at) override
    {
        events.append(QStringLiteral("audio@%1").arg(at.count()));
        heard.append(reinterpret_cast<const char *>(audio.data()), qsizetype(audio.size()));
    }
    void onKeyPressed(QChar digit) override { events.append(QStringLiteral("key ") + digit); }
    void onMarkReturned(const QString &name) override { events.append(QStringLiteral("mark ") + name); }
    void onStreamEnded(StreamEnd reason) override
    {
        static const QStringList names{QStringLiteral("stopped"), QStringLiteral("lost"), QStringLiteral("refused")};
        events.append(names[int(reason)]);
    }

    QStringList events;
    QByteArray heard;
    StartInfo start;
};

} // namespace

/// Both ends on real sockets; the client speaks as Twilio does.
class TestMediaStream : public QObject {
    Q_OBJECT

private:
    Tests::VirtualScheduler m_time;
    std::unique_ptr<QWebSocket> m_twilio;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<MediaStream> m_stream;
    QStringList m_received;

    QString events() const { return m_listener->events.join(QStringLiteral(", ")); }
    void say(const QStringList &messages)
    {
        for (const QString &message : messages) {
            m_twilio->sendTextMessage(message);
        }
    }
    void givenRunning()
    {
        say({connectedMessage(), startMessage()});
        QTRY_COMPARE(m_stream->state(), MediaStream::State::Running);
    }

private Q_SLOTS:
    void init()
    {
        m_twilio = std::make_unique<QWebSocket>();
        m_received.clear();
        connect(m_twilio.get(), &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { m_received.append(text); });
        std::unique_ptr<Sockets::WebSocket> socket = Tests::pairedWith(*m_twilio);
        QVERIFY(socket);
        m_listener = std::make_unique<Listener>();
        m_stream = std::make_unique<MediaStream>(std::move(socket), *m_listener, m_time);
    }
    void cleanup()
    {
        m_stream.reset();
        m_twilio.reset();
    }

    void wholeCall_asTwilioTellsIt_isHeardInOrder()
    {
        const QByteArray frame(160, '\x7F');
        say({connectedMessage(), startMessage(), mediaMessage(2, 5, frame), mediaMessage(3, 25, QByteArray("\0ab", 3)),
             otherMessage(QStringLiteral("dtmf"), 4,
                          QString::fromUtf8(quoted("{'track':'inbound_track','digit':'5'}"))),
             otherMessage(QStringLiteral("mark"), 5, QString::fromUtf8(quoted("{'name':'turn-3'}"))),
             otherMessage(QStringLiteral("stop"), 6, QStringLiteral("{}"))});
        QTRY_COMPARE(events(), QStringLiteral("started, audio@5, audio@25, key 5, mark turn-3, stopped"));
        QCOMPARE(m_listener->heard, frame + QByteArray("\0ab", 3));
        QCOMPARE(m_listener->start.customParameter(u"token"), QStringLiteral("t"));
        QCOMPARE(m_stream->counters().messages, quint64{7});
        QCOMPARE(m_stream->counters().missing + m_stream->counters().duplicates + m_stream->counters().outOfOrder,
                 quint64{0});
        QCOMPARE(m_time.pending(), size_t{0});
    }

    void send_whileRunning_reachesTwilio()
    {
        givenRunning();
        const std::vector<uint8_t> audio{0, 0x7F, 0xFF};
        m_stream->sendAudio(audio);
        m_stream->sendAudio({}); // Nothing to say is not said.
        m_stream->sendMark(QStringLiteral("m1"));
        m_stream->clear();
        QTRY_COMPARE(m_received.size(), 3);
        QCOMPARE(
            m_received[0],
            QString::fromUtf8(quoted("{'event':'media','streamSid':'%1','media':{'payload':'AH//'}}")).arg(StreamSid));
        QCOMPARE(m_received[1],
                 QString::fromUtf8(quoted("{'event':'mark','streamSid':'%1','mark':{'name':'m1'}}")).arg(StreamSid));
        QCOMPARE(m_received[2], QString::fromUtf8(quoted("{'event':'clear','streamSid':'%1'}")).arg(StreamSid));
    }

    void send_beforeStartOrAfterEnd_isIgnored()
    {
        m_stream->sendMark(QStringLiteral("too early"));
        givenRunning();
        m_stream->close();
        m_stream->sendMark(QStringLiteral("too late"));
        QSignalSpy closed(m_twilio.get(), &QWebSocket::disconnected);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(m_received.isEmpty());
        QCOMPARE(events(), QStringLiteral("started, stopped"));
    }

    void start_notInTime_isRefused()
    {
        say({connectedMessage()});
        QSignalSpy closed(m_twilio.get(), &QWebSocket::disconnected);
        m_time.advance(Milliseconds(9'999));
        QCOMPARE(m_stream->state(), MediaStream::State::WaitingForStart);
        m_time.advance(Milliseconds(1));
        QCOMPARE(events(), QStringLiteral("refused"));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(m_twilio->closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    }

    void garbage_atAnyTime_isRefusedOnce_data()
    {
        QTest::addColumn<QStringList>("messages");
        QTest::addColumn<int>("closeCode");
        QTest::addColumn<QString>("expected");
        const QString refused = QStringLiteral("refused");
        const QString startedRefused = QStringLiteral("started, refused");
        QTest::newRow("no json") << QStringList{QStringLiteral("hello"), startMessage()} << 1007 << refused;
        QTest::newRow("audio first") << QStringList{mediaMessage(1, 0, "x")} << 1008 << refused;
        QTest::newRow("other format") << QStringList{startMessage(QStringLiteral("audio/l16"))} << 1003 << refused;
        QTest::newRow("two starts") << QStringList{startMessage(), startMessage()} << 1008 << startedRefused;
        QTest::newRow("another stream's audio")
            << QStringList{startMessage(), mediaMessage(2, 0, "x", QStringLiteral("MZ1"))} << 1008 << startedRefused;
        QStringList nothingButGarbage{startMessage()};
        for (int i = 0; i < 21; ++i) {
            nothingButGarbage << mediaMessage(2, 0, "x").replace(QLatin1String("=="), QLatin1String("!!"));
        }
        QTest::newRow("broken audio again and again") << nothingButGarbage << 1007 << startedRefused;
    }
    void garbage_atAnyTime_isRefusedOnce()
    {
        QFETCH(QStringList, messages);
        QFETCH(int, closeCode);
        QFETCH(QString, expected);
        QSignalSpy closed(m_twilio.get(), &QWebSocket::disconnected);
        say(messages);
        say({QStringLiteral("more"), mediaMessage(3, 20, "y")});
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(int(m_twilio->closeCode()), closeCode);
        QCOMPARE(events(), expected);
    }

    void garbage_inARunningCall_isDropped()
    {
        givenRunning();
        say({QStringLiteral("hello"), QStringLiteral("{\"event\":[1,{}]}"),
             mediaMessage(2, 0, "x").replace(QLatin1String("=="), QLatin1String("!!"))});
        QTRY_COMPARE(m_stream->counters().unreadable, quint64(3));
        QCOMPARE(m_stream->state(), MediaStream::State::Running);
        QCOMPARE(events(), QStringLiteral("started"));
    }

    void binaryMessage_isRefusedWith1003()
    {
        givenRunning();
        QSignalSpy closed(m_twilio.get(), &QWebSocket::disconnected);
        m_twilio->sendBinaryMessage("abc");
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(m_twilio->closeCode(), QWebSocketProtocol::CloseCodeDatatypeNotSupported);
        QCOMPARE(events(), QStringLiteral("started, refused"));
    }

    void socket_lost_endsAsLost()
    {
        givenRunning();
        m_twilio->abort();
        QTRY_COMPARE(events(), QStringLiteral("started, lost"));
        QCOMPARE(m_stream->state(), MediaStream::State::Ended);
    }

    void numbering_duplicatesAndGaps_areCounted()
    {
        say({startMessage(), mediaMessage(2, 0, "a"), mediaMessage(2, 0, "a"), mediaMessage(5, 60, "b"),
             mediaMessage(4, 40, "late"), mediaMessage(6, 80, "c")});
        QTRY_COMPARE(events(), QStringLiteral("started, audio@0, audio@60, audio@80"));
        QCOMPARE(m_stream->counters().duplicates, quint64{1});
        QCOMPARE(m_stream->counters().outOfOrder, quint64{1});
        QCOMPARE(m_stream->counters().missing, quint64{2});
        QCOMPARE(m_listener->heard, QByteArray("abc"));
    }

    void unknownEvent_isPassedOver()
    {
        say({startMessage(), otherMessage(QStringLiteral("weather"), 2, QStringLiteral("{}")),
             mediaMessage(3, 0, "a")});
        QTRY_COMPARE(events(), QStringLiteral("started, audio@0"));
    }

    void stream_deletedWhileRunning_closesQuietly()
    {
        givenRunning();
        QSignalSpy closed(m_twilio.get(), &QWebSocket::disconnected);
        m_stream.reset();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(events(), QStringLiteral("started"));
    }
};

QTEST_GUILESS_MAIN(TestMediaStream)
#include "tst_mediastream.moc"
