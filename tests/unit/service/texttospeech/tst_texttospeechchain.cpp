#include "service/texttospeech/texttospeechchain.h"
#include "tests/support/fakevoice.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::TextToSpeech;

class TestTextToSpeechChain : public QObject {
    Q_OBJECT

    Tests::FakeVoice *m_first = nullptr;
    Tests::FakeVoice *m_second = nullptr;
    bool m_firstMayTry = true;
    std::unique_ptr<TextToSpeechChain> m_chain;
    QByteArray m_audio;
    int m_finished = 0;
    int m_failed = 0;

    static SpeechText text(const char *words) { return {QLatin1String(words), QStringLiteral("en"), Pace::Normal}; }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("frontdesk.*=false")); }

    void init()
    {
        m_first = m_second = nullptr;
        m_firstMayTry = true;
        m_audio.clear();
        m_finished = m_failed = 0;
        const auto made = [](Tests::FakeVoice *&where) {
            auto voice = std::make_unique<Tests::FakeVoice>();
            where = voice.get();
            return voice;
        };
        m_chain = std::make_unique<TextToSpeechChain>(std::vector<TextToSpeechChain::Choice>{
            {QStringLiteral("first"), [this] { return m_firstMayTry; },
             [this, made] {
                 auto voice = made(m_first);
                 voice->silent = true;
                 return voice;
             }},
            {QStringLiteral("second"), {}, [this, made] { return made(m_second); }}});
        connect(m_chain.get(), &TextToSpeech::TextToSpeech::audio, this,
                [this](quint64, const QByteArray &muLaw) { m_audio += muLaw; });
        connect(m_chain.get(), &TextToSpeech::TextToSpeech::finished, this, [this] { ++m_finished; });
        connect(m_chain.get(), &TextToSpeech::TextToSpeech::failed, this, [this] { ++m_failed; });
    }

    void voiceThatFails_isReplacedForTheRestOfTheCall()
    {
        m_chain->speak(1, text("Hello there."));
        m_chain->speak(2, text("How can I help?"));
        Q_EMIT m_first->failed(1, Error{});
        QCOMPARE(m_second->spoken, QStringList{QStringLiteral("Hello there.")});
        Q_EMIT m_first->failed(2, Error{});
        m_chain->speak(3, text("Goodbye."));
        QCOMPARE(m_second->spoken.last(), QStringLiteral("Goodbye."));
        QCOMPARE(m_first->spoken.size(), qsizetype(2));
        QCOMPARE(m_finished, 3);
        QCOMPARE(m_failed, 0);
    }

    void voiceThatFailsMidSentence_isContinuedFromTheLastWords()
    {
        m_chain->speak(1, text("Our staff will call you back within two hours today."));
        Q_EMIT m_first->audio(1, QByteArray(24 * 65 * 8, char(0x31)));
        Q_EMIT m_first->failed(1, Error{});
        QCOMPARE(m_second->spoken, QStringList{QStringLiteral("you back within two hours today.")});
    }

    void voiceKnownToBeAway_isNotWaitedFor()
    {
        m_firstMayTry = false;
        m_chain->speak(1, text("Hello."));
        QVERIFY(m_first == nullptr);
        QCOMPARE(m_finished, 1);
    }

    void voiceFoundToBeAway_byAnotherCall_isLeftForTheRestOfTheCall()
    {
        m_chain->speak(1, text("Hello."));
        m_firstMayTry = false;
        m_chain->speak(2, text("Goodbye."));
        QCOMPARE(m_first->spoken, QStringList{QStringLiteral("Hello.")});
        QCOMPARE(m_second->spoken, QStringList{QStringLiteral("Goodbye.")});
    }

    void cancelled_saysNothingMore()
    {
        m_chain->speak(1, text("Hello."));
        m_chain->cancel(1);
        QVERIFY(m_first->cancelled.contains(1));
        Q_EMIT m_first->audio(1, QByteArray(160, char(0x31)));
        Q_EMIT m_first->failed(1, Error{});
        QVERIFY(m_audio.isEmpty());
        QVERIFY(m_second == nullptr);
    }

    void lastVoiceFails_isTold()
    {
        m_firstMayTry = false;
        m_chain->speak(1, text("Hello."));
        m_second->broken = true;
        m_chain->speak(2, text("More."));
        QCOMPARE(m_failed, 1);
    }

    void rest_beginsAtAWord_data()
    {
        QTest::addColumn<int>("characters");
        QTest::addColumn<QString>("rest");
        const QString all = QStringLiteral("one two three four");
        QTest::newRow("nothing heard") << 0 << all;
        QTest::newRow("one word") << 4 << all;
        QTest::newRow("three words") << 13 << QStringLiteral("two three four");
        QTest::newRow("everything") << 999 << QStringLiteral("three four");
    }
    void rest_beginsAtAWord()
    {
        QFETCH(int, characters);
        QFETCH(QString, rest);
        QCOMPARE(restToSay(QStringLiteral("one two three four"), characters * 65 * 8), rest);
    }
};

QTEST_GUILESS_MAIN(TestTextToSpeechChain)
#include "tst_texttospeechchain.moc"
