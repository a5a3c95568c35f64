#include "tools/callsim/twimlwalker.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

namespace {

/// A leg whose every verb ends at once; writes down what it was told.
class InstantLeg final : public CallLeg {
public:
    QMap<QString, QByteArray> pages;
    QByteArray fallback;
    DialResult dialResult{QStringLiteral("completed"), QStringLiteral("CA1"), Milliseconds(4000), true};
    QString digits;
    QStringList told;

    void fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done) override
    {
        QString line = method + QLatin1Char(' ') + url.path();
        for (const auto &[name, value] : extra) {
            line += QLatin1Char(' ') + name + QLatin1Char('=') + value;
        }
        told.append(line);
        if (!pages.contains(url.path())) {
            done(Error{ErrorCode::Unavailable, QStringLiteral("11200: HTTP status 500")});
            return;
        }
        done(pages.value(url.path()));
    }
    void fetchFallback(const QUrl &failedUrl, const Error &failure, Document done) override
    {
        told.append(QStringLiteral("fallback after ") + failedUrl.path());
        fallback.isEmpty() ? done(failure) : done(fallback);
    }
    void say(const QString &text, Done done) override
    {
        told.append(QStringLiteral("say ") + text);
        done();
    }
    void play(const QUrl &url, Done done) override
    {
        told.append(QStringLiteral("play ") + url.toString());
        done();
    }
    void pause(Milliseconds length, Done done) override
    {
        told.append(QStringLiteral("pause %1").arg(length.count()));
        done();
    }
    void gather(int count, Milliseconds timeout, std::function<void(QString)> done) override
    {
        told.append(QStringLiteral("gather %1 %2").arg(count).arg(timeout.count()));
        done(digits);
    }
    void connectStream(const Verb &stream, const QUrl &, Done closed) override
    {
        told.append(QStringLiteral("stream ") + stream.attribute(QLatin1String("url")));
        closed();
    }
    void dial(const Verb &verb, const QUrl &, std::function<void(DialResult)> done) override
    {
        told.append(QStringLiteral("dial ") + verb.children.front().text);
        done(dialResult);
    }
    void warn(const QString &text) override { warnings.append(text); }

    QStringList warnings;
};

QByteArray response(const char *verbs)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>") + verbs + "</Response>";
}

} // namespace

class TestTwimlWalker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verbs_runInOrder_thenTheDocumentEnds();
    void say_withLoop_isRepeated();
    void connect_withAction_asksItWhenTheStreamCloses();
    void connect_withoutAction_runsTheVerbsAfterIt();
    void dial_withAction_postsTheResultAndSkipsLaterVerbs();
    void dial_withoutAction_runsTheNextVerb();
    void failedAction_usesTheFallback();
    void failedFallback_endsTheCallAsFailed();
    void unusableTwiml_usesTheFallback_data();
    void unusableTwiml_usesTheFallback();
    void reject_first_neverAnswers();
    void redirect_replacesTheDocument();
    void gather_withDigits_postsThem();
    void gather_withoutDigits_goesOn();
    void stop_ignoresWhatComesLater();
    void unknownVerb_isSkippedWithAWarning();

private:
    void walk();

    InstantLeg m_leg;
    std::optional<WalkEnd> m_end;
    bool m_answered = false;

private Q_SLOTS:
    void init();
};

void TestTwimlWalker::init()
{
    m_leg = InstantLeg();
    m_end.reset();
    m_answered = false;
}

void TestTwimlWalker::walk()
{
    TwimlWalker walker(m_leg);
    connect(&walker, &TwimlWalker::ended, this, [this](WalkEnd end) { m_end = end; });
    connect(&walker, &TwimlWalker::answering, this, [this] { m_answered = true; });
    walker.start(QStringLiteral("POST"), QUrl(QStringLiteral("https://desk.example/voice")));
}

void TestTwimlWalker::verbs_runInOrder_thenTheDocumentEnds()
{
    m_leg.pages[QStringLiteral("/voice")] =
        response("<Say>Hi &amp; bye</Say><Pause length=\"2\"/><Play>/hold.wav</Play>");
    walk();
    QCOMPARE(m_leg.told,
             (QStringList{QStringLiteral("POST /voice"), QStringLiteral("say Hi & bye"), QStringLiteral("pause 2000"),
                          QStringLiteral("play https://desk.example/hold.wav")}));
    QCOMPARE(m_end, WalkEnd::DocumentEnded);
    QVERIFY(m_answered);
}

void TestTwimlWalker::say_withLoop_isRepeated()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Say loop=\"3\">x</Say><Hangup/><Say>never</Say>");
    walk();
    QCOMPARE(m_leg.told.count(QStringLiteral("say x")), 3);
    QVERIFY(!m_leg.told.contains(QStringLiteral("say never")));
    QCOMPARE(m_end, WalkEnd::HungUp);
}

void TestTwimlWalker::connect_withAction_asksItWhenTheStreamCloses()
{
    m_leg.pages[QStringLiteral("/voice")] =
        response("<Connect action=\"/ended\"><Stream url=\"wss://desk.example/media\"/></Connect><Say>never</Say>");
    m_leg.pages[QStringLiteral("/ended")] = response("<Hangup/>");
    walk();
    QCOMPARE(m_leg.told, (QStringList{QStringLiteral("POST /voice"), QStringLiteral("stream wss://desk.example/media"),
                                      QStringLiteral("POST /ended")}));
    QCOMPARE(m_end, WalkEnd::HungUp);
}

void TestTwimlWalker::connect_withoutAction_runsTheVerbsAfterIt()
{
    m_leg.pages[QStringLiteral("/voice")] =
        response("<Connect><Stream url=\"wss://desk.example/media\"/></Connect><Say>after</Say>");
    walk();
    QCOMPARE(m_leg.told.constLast(), QStringLiteral("say after"));
}

void TestTwimlWalker::dial_withAction_postsTheResultAndSkipsLaterVerbs()
{
    m_leg.pages[QStringLiteral("/voice")] =
        response("<Dial action=\"/over\" method=\"GET\"><Number>+15550100099</Number></Dial><Say>never</Say>");
    m_leg.pages[QStringLiteral("/over")] = response("");
    walk();
    QCOMPARE(m_leg.told, (QStringList{QStringLiteral("POST /voice"), QStringLiteral("dial +15550100099"),
                                      QStringLiteral("GET /over DialCallStatus=completed DialCallSid=CA1 "
                                                     "DialBridged=true DialCallDuration=4")}));
}

void TestTwimlWalker::dial_withoutAction_runsTheNextVerb()
{
    m_leg.dialResult = {QStringLiteral("busy"), QStringLiteral("CA1"), Milliseconds(0), false};
    m_leg.pages[QStringLiteral("/voice")] = response("<Dial><Number>+1</Number></Dial><Say>sorry</Say>");
    walk();
    QCOMPARE(m_leg.told.constLast(), QStringLiteral("say sorry"));
}

void TestTwimlWalker::failedAction_usesTheFallback()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Connect action=\"/gone\"><Stream url=\"wss://x/m\"/></Connect>");
    m_leg.fallback = response("<Dial><Number>+15550100099</Number></Dial>");
    walk();
    QCOMPARE(m_leg.told, (QStringList{QStringLiteral("POST /voice"), QStringLiteral("stream wss://x/m"),
                                      QStringLiteral("POST /gone"), QStringLiteral("fallback after /gone"),
                                      QStringLiteral("dial +15550100099")}));
    QCOMPARE(m_end, WalkEnd::DocumentEnded);
}

void TestTwimlWalker::failedFallback_endsTheCallAsFailed()
{
    walk();
    QCOMPARE(m_end, WalkEnd::Failed);
    QVERIFY(!m_answered);
}

void TestTwimlWalker::unusableTwiml_usesTheFallback_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("blank first") << QByteArray(" <?xml version=\"1.0\"?><Response/>");
    QTest::newRow("wrong root") << QByteArray("<?xml version=\"1.0\"?><response/>");
    QTest::newRow("unclosed") << QByteArray("<?xml version=\"1.0\"?><Response><Say>hi</Response>");
    QTest::newRow("too large") << response("<Say>") + QByteArray(66000, 'x');
    QTest::newRow("empty") << QByteArray();
}

void TestTwimlWalker::unusableTwiml_usesTheFallback()
{
    QFETCH(QByteArray, document);
    m_leg.pages[QStringLiteral("/voice")] = document;
    m_leg.fallback = response("<Say>one moment</Say>");
    walk();
    QCOMPARE(m_leg.told.constLast(), QStringLiteral("say one moment"));
}

void TestTwimlWalker::reject_first_neverAnswers()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Reject reason=\"busy\"/>");
    walk();
    QCOMPARE(m_end, WalkEnd::Rejected);
    QVERIFY(!m_answered);
}

void TestTwimlWalker::redirect_replacesTheDocument()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Redirect>/next?a=1</Redirect><Say>never</Say>");
    m_leg.pages[QStringLiteral("/next")] = response("<Say>there</Say>");
    walk();
    QCOMPARE(m_leg.told,
             (QStringList{QStringLiteral("POST /voice"), QStringLiteral("POST /next"), QStringLiteral("say there")}));
}

void TestTwimlWalker::gather_withDigits_postsThem()
{
    m_leg.digits = QStringLiteral("1");
    m_leg.pages[QStringLiteral("/voice")] =
        response("<Gather numDigits=\"1\" timeout=\"4\" action=\"/key\"><Say>press one</Say></Gather><Hangup/>");
    m_leg.pages[QStringLiteral("/key")] = response("");
    walk();
    QCOMPARE(m_leg.told, (QStringList{QStringLiteral("POST /voice"), QStringLiteral("say press one"),
                                      QStringLiteral("gather 1 4000"), QStringLiteral("POST /key Digits=1")}));
}

void TestTwimlWalker::gather_withoutDigits_goesOn()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Gather action=\"/key\"/><Say>nothing</Say>");
    walk();
    QCOMPARE(m_leg.told.constLast(), QStringLiteral("say nothing"));
}

void TestTwimlWalker::stop_ignoresWhatComesLater()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Say>one</Say><Say>two</Say>");
    TwimlWalker walker(m_leg);
    QSignalSpy ended(&walker, &TwimlWalker::ended);
    connect(&walker, &TwimlWalker::verbStarted, &walker, &TwimlWalker::stop);
    walker.start(QStringLiteral("POST"), QUrl(QStringLiteral("https://desk.example/voice")));
    QCOMPARE(ended.count(), 0);
    QVERIFY(!m_leg.told.contains(QStringLiteral("say two")));
}

void TestTwimlWalker::unknownVerb_isSkippedWithAWarning()
{
    m_leg.pages[QStringLiteral("/voice")] = response("<Enqueue>q</Enqueue><Start><Recording/></Start><Say>on</Say>");
    walk();
    QCOMPARE(m_leg.told.constLast(), QStringLiteral("say on"));
    QCOMPARE(m_leg.warnings.size(), 1);
}

QTEST_GUILESS_MAIN(TestTwimlWalker)
#include "tst_twimlwalker.moc"
