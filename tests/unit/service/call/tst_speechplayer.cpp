#include "service/call/speechplayer.h"
#include "service/telephony/outboundpacer.h"
#include "tests/support/fakephone.h"
#include "tests/support/fakevoice.h"

#include <QRegularExpression>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Call;

namespace {

Dialogue::Say sentence(quint64 ticket, const char *text, bool mustBeHeard = false)
{
    Dialogue::Say say;
    say.ticket = ticket;
    say.text = QString::fromLatin1(text);
    say.phraseId = QStringLiteral("phrase");
    say.mustBeHeard = mustBeHeard;
    return say;
}

struct Line {
    Tests::VirtualScheduler scheduler;
    Tests::FakeVoice voice;
    Tests::FakePhone phone{scheduler};
    Telephony::OutboundPacer pacer{scheduler, phone};
    SpeechPlayer player;
    std::vector<Dialogue::SpeechPlayed> played;
    std::vector<bool> audible;
    int drained = 0;
    int failures = 0;

    explicit Line(SpeechPlayer::Filter filter = [](const QString &text) { return text; })
        : player(voice, pacer, scheduler, std::move(filter))
    {
        phone.onMark = [this](const QString &mark) { player.markReturned(mark); };
        QObject::connect(&player, &SpeechPlayer::played,
                         [this](const Dialogue::SpeechPlayed &speech) { played.push_back(speech); });
        QObject::connect(&player, &SpeechPlayer::drained, [this] { ++drained; });
        QObject::connect(&player, &SpeechPlayer::failed, [this] { ++failures; });
        QObject::connect(&player, &SpeechPlayer::audibleChanged, [this](bool is) { audible.push_back(is); });
    }
};

} // namespace

class TestSpeechPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void say_uninterrupted_isHeardInFull()
    {
        Line line;
        line.player.say(sentence(1, "Thank you for calling. How can I help?"));
        line.scheduler.advance(Milliseconds(5000));
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(line.played[0].complete);
        QCOMPARE(line.played[0].heardText, QStringLiteral("Thank you for calling. How can I help?"));
        QCOMPARE(line.drained, 1);
        QCOMPARE(line.voice.spoken.size(), 2);
        QCOMPARE(line.audible, (std::vector<bool>{true, false}));
    }

    void say_leavesAtMost400msAhead()
    {
        Line line;
        line.player.say(sentence(1, "This is a rather long sentence that takes several seconds to say."));
        for (int i = 0; i < 150; ++i) {
            QVERIFY(line.phone.buffered() <= Milliseconds(400));
            line.scheduler.advance(Milliseconds(20));
        }
    }

    void yield_stopsTheLineAtOnce_drop_reportsWhatWasHeard()
    {
        Line line;
        line.player.say(sentence(1, "May I have your full name please?"));
        line.scheduler.advance(Milliseconds(900));
        line.player.yield();
        QCOMPARE(line.phone.clears(), 1);
        QCOMPARE(line.phone.buffered(), Milliseconds(0));
        line.player.drop();
        line.scheduler.advance(Milliseconds(2000));
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(!line.played[0].complete);
        QCOMPARE(line.played[0].heardText, QStringLiteral("May I have"));
        QVERIFY(line.player.idle());
    }

    void resume_goesOnWhereItWas_andIsHeardInFull()
    {
        Line line;
        line.player.say(sentence(1, "May I have your full name please?"));
        line.scheduler.advance(Milliseconds(900));
        line.player.yield();
        line.scheduler.advance(Milliseconds(600));
        line.player.resume();
        line.scheduler.advance(Milliseconds(4000));
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(line.played[0].complete);
        const qsizetype whole = 33 * Tests::FakeVoice::BytesPerCharacter;
        // Nothing is lost, and at most the piece in which we were stopped is said twice.
        QVERIFY(line.phone.heard().size() >= whole);
        QVERIFY(line.phone.heard().size() <= whole + 260 * 8);
    }

    void mustBeHeard_ignoresYieldAndDrop()
    {
        Line line;
        line.player.say(sentence(1, "Please hang up and dial 911.", true));
        line.player.say(sentence(2, "I'm connecting you now."));
        line.scheduler.advance(Milliseconds(500));
        QVERIFY(!line.player.interruptible());
        line.player.yield();
        line.player.drop();
        QCOMPARE(line.phone.clears(), 0);
        line.scheduler.advance(Milliseconds(8000));
        QCOMPARE(line.played.size(), size_t(2));
        QVERIFY(line.played[0].complete);
        QVERIFY(line.played[1].complete);
    }

    void mustBeHeardButGivesWay_isInterrupted()
    {
        Line line;
        Dialogue::Say reminder = sentence(1, "If this is a medical emergency, please hang up and dial 911.", true);
        reminder.givesWay = true;
        line.player.say(reminder);
        line.scheduler.advance(Milliseconds(800));
        QVERIFY(line.player.interruptible());
        line.player.yield();
        line.player.drop();
        QCOMPARE(line.phone.clears(), 1);
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(!line.played[0].complete);
    }

    void replacesSpeech_cutsWhatIsBeingSaid()
    {
        Line line;
        line.player.say(sentence(1, "Do you have a preferred day or time for that visit?"));
        line.scheduler.advance(Milliseconds(600));
        Dialogue::Say urgent = sentence(2, "Please hang up and dial 911.", true);
        urgent.replacesSpeech = true;
        line.player.say(urgent);
        QCOMPARE(line.phone.clears(), 1);
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(!line.played[0].complete);
        line.scheduler.advance(Milliseconds(4000));
        QCOMPARE(line.played.size(), size_t(2));
        QVERIFY(line.played[1].complete);
        QCOMPARE(line.played[1].ticket, quint64(2));
    }

    void deadLine_doesNotWaitForever()
    {
        Line line;
        line.player.say(sentence(1, "Thank you for calling."));
        line.phone.goDead();
        line.scheduler.advance(Milliseconds(10'000));
        QCOMPARE(line.played.size(), size_t(1));
        QVERIFY(!line.played[0].complete);
        QCOMPARE(line.drained, 1);
    }

    void brokenVoice_saysSo()
    {
        Line line;
        line.voice.broken = true;
        line.player.say(sentence(1, "One. Two."));
        QCOMPARE(line.failures, 1);
        QVERIFY(line.player.idle());
    }

    void filter_replacesASentence()
    {
        Line line([](const QString &text) {
            return text.contains(QLatin1String("booked")) ? QStringLiteral("Staff will call.") : text;
        });
        line.player.say(sentence(1, "You are booked. Goodbye."));
        QCOMPARE(line.voice.spoken, (QStringList{QStringLiteral("Staff will call."), QStringLiteral("Goodbye.")}));
    }

    void debugMarks_nameThePhrase()
    {
        Line line;
        line.player.setDebugMarks(true);
        line.player.say(sentence(3, "Hello."));
        line.scheduler.advance(Milliseconds(1000));
        QVERIFY(line.phone.marksReturned().filter(QRegularExpression(QStringLiteral("^3:phrase "))).size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestSpeechPlayer)
#include "tst_speechplayer.moc"
