#include "service/dialogue/turns/turncontroller.h"

#include <QTest>

#include <algorithm>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using Flow::Expectation;
using Signals = TurnController::Signals;

class TestTurnController : public QObject {
    Q_OBJECT

    TurnController m_turns;
    Milliseconds m_at{0};
    Signals m_signals;
    std::vector<std::pair<Milliseconds, TurnSignal>> m_log;

    void note(const Signals &signalList)
    {
        for (const TurnSignal signal : signalList) {
            m_signals.push_back(signal);
            m_log.emplace_back(m_at, signal);
        }
    }
    void voice(int ms)
    {
        for (int t = 0; t < ms; t += 20) {
            note(m_turns.frame(m_at, true, true));
            m_at += Milliseconds(20);
        }
    }
    void quiet(int ms)
    {
        for (int t = 0; t < ms; t += 20) {
            note(m_turns.frame(m_at, false, false));
            m_at += Milliseconds(20);
        }
    }
    void recognize(const char *text, double confidence = 0.9)
    {
        Flow::Transcript transcript;
        transcript.text = QString::fromLatin1(text);
        transcript.confidence = confidence;
        note(m_turns.recognized(transcript));
    }
    /// The recognizer has heard everything up to now; its last word ended so long ago.
    void reached(int sinceLastWord, bool foundPause = false)
    {
        m_turns.recognizerReached(m_at, m_at - Milliseconds(sinceLastWord), foundPause);
    }
    void reachedWithoutWords() { m_turns.recognizerReached(m_at, Milliseconds(-1), false); }
    int count(TurnSignal signal) const
    {
        return static_cast<int>(std::count(m_signals.begin(), m_signals.end(), signal));
    }
    Milliseconds when(TurnSignal signal) const
    {
        for (const auto &[at, what] : m_log) {
            if (what == signal) {
                return at;
            }
        }
        return Milliseconds(-1);
    }

private Q_SLOTS:
    void init()
    {
        m_turns = TurnController();
        m_at = Milliseconds(0);
        m_signals.clear();
        m_log.clear();
    }

    void answer_completeSentence_endsAfterHalfASecond()
    {
        quiet(1000);
        voice(800);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        quiet(1000);
        QCOMPARE(count(TurnSignal::UtteranceBegan), 1);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
        QCOMPARE(when(TurnSignal::UtteranceEnded), Milliseconds(1800 + 500 - 20));
        recognize("just a regular checkup");
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void utteranceStart_liesBeforeTheDetectedOnset()
    {
        quiet(1000);
        voice(200);
        QVERIFY(m_turns.utteranceStart() <= Milliseconds(700));
        QVERIFY(m_turns.utteranceStart() >= Milliseconds(500));
    }

    void phoneNumber_pauseBetweenGroups_isOneUtterance()
    {
        m_turns.expect(Expectation::PhoneNumber);
        voice(600);
        m_turns.heardSoFar(QStringLiteral("five five five"));
        quiet(1000);
        voice(800);
        m_turns.heardSoFar(QStringLiteral("five five five oh one two three"));
        quiet(1400);
        QCOMPARE(count(TurnSignal::UtteranceBegan), 1);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
    }

    void bargeIn_realSpeech_yieldsWithin80msAndTakesTheTurn()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        const Milliseconds onset = m_at;
        voice(700);
        QVERIFY(when(TurnSignal::Yield) - onset <= Milliseconds(80));
        m_turns.assistantAudible(m_at, false);
        m_turns.heardSoFar(QStringLiteral("john smith"));
        quiet(600);
        recognize("john smith");
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
        QCOMPARE(count(TurnSignal::Resume), 0);
    }

    void bargeIn_cough_resumesWithinTwoSeconds()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        const Milliseconds onset = m_at;
        voice(300);
        m_turns.assistantAudible(m_at, false);
        quiet(500);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
        recognize("", 0);
        QCOMPARE(count(TurnSignal::Resume), 1);
        QCOMPARE(count(TurnSignal::TurnTaken), 0);
        QVERIFY(when(TurnSignal::Resume) - onset < Milliseconds(2000));
    }

    void bargeIn_coughForcedIntoAWord_resumes()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(240);
        m_turns.assistantAudible(m_at, false);
        quiet(500);
        recognize("tuesday", 0.3);
        QCOMPARE(count(TurnSignal::Resume), 1);
    }

    void bargeIn_shortSoundForcedIntoWords_resumes()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(480);
        m_turns.assistantAudible(m_at, false);
        quiet(800);
        recognize("are better", 0.7);
        QCOMPARE(count(TurnSignal::Resume), 1);
        QCOMPARE(count(TurnSignal::TurnTaken), 0);
    }

    void bargeIn_earlyYesToTheQuestion_takesTheTurn()
    {
        m_turns.expect(Expectation::YesNo);
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(300);
        m_turns.assistantAudible(m_at, false);
        quiet(600);
        recognize("yes", 0.7);
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void bargeIn_recognizerIsSlow_goesOnUntilTheWordsCome()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(400);
        const Milliseconds over = m_at;
        m_turns.assistantAudible(m_at, false);
        quiet(2000);
        QCOMPARE(count(TurnSignal::Resume), 1);
        QVERIFY(when(TurnSignal::Resume) - over <= Milliseconds(800));
        m_turns.assistantAudible(m_at, true);
        recognize("no that's wrong", 0.9);
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void bargeIn_recognizerIsSlowWithManyWords_waitsForThem()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(900);
        m_turns.assistantAudible(m_at, false);
        m_turns.heardSoFar(QStringLiteral("i need to"));
        quiet(4000);
        QCOMPARE(count(TurnSignal::Resume), 0);
        recognize("i need to cancel", 0.5);
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void bargeIn_mmhm_resumes()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(500);
        m_turns.assistantAudible(m_at, false);
        m_turns.heardSoFar(QStringLiteral("mm-hmm"));
        quiet(900);
        recognize("mm-hmm");
        QCOMPARE(count(TurnSignal::Resume), 1);
        QCOMPARE(count(TurnSignal::TurnTaken), 0);
    }

    void bargeIn_oneClearWord_takesTheTurn()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(300);
        m_turns.assistantAudible(m_at, false);
        quiet(500);
        recognize("no", 0.95);
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void bargeIn_inProtectedStart_needsMoreVoice()
    {
        m_turns.assistantAudible(m_at, true);
        voice(120);
        QCOMPARE(count(TurnSignal::Yield), 0);
        voice(200);
        QCOMPARE(count(TurnSignal::Yield), 1);
    }

    void bargeIn_sentenceMustBeHeard_isNotYielded()
    {
        m_turns.setInterruptible(false);
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        voice(900);
        QCOMPARE(count(TurnSignal::Yield), 0);
        QCOMPARE(count(TurnSignal::UtteranceBegan), 1);
    }

    void silence_isNoticedAndCounted()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(2000);
        m_turns.assistantAudible(m_at, false);
        quiet(6100);
        QCOMPARE(count(TurnSignal::CallerSilent), 1);
        QCOMPARE(m_turns.silenceCount(), 1);
        quiet(8100);
        QCOMPARE(m_turns.silenceCount(), 2);
    }

    void silence_deadLine_isNoticedByTick()
    {
        for (int s = 0; s < 7; ++s) {
            m_at += Milliseconds(1000);
            note(m_turns.tick(m_at));
        }
        QCOMPARE(count(TurnSignal::CallerSilent), 1);
    }

    void silence_afterSpeech_countsFromOne()
    {
        quiet(6100);
        voice(500);
        quiet(900);
        recognize("hello");
        m_turns.assistantAudible(m_at, true);
        m_turns.assistantAudible(m_at, false);
        quiet(6100);
        QCOMPARE(m_turns.silenceCount(), 1);
    }

    void steadyNoise_withoutWords_isNotSpeech()
    {
        voice(8500);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
        recognize("", 0);
        QCOMPARE(count(TurnSignal::TurnTaken), 0);
    }

    void deadLineInMidUtterance_endsIt()
    {
        voice(500);
        m_at += Milliseconds(4000);
        note(m_turns.tick(m_at));
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
    }

    void recognized_withoutUtterance_isIgnored()
    {
        recognize("ghost");
        QVERIFY(m_signals.empty());
    }

    void noisyRoom_recognizerFindsNoNewWords_endsTheUtterance()
    {
        quiet(1000);
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        reached(100);
        voice(800); // The room goes on, or a long word is under way.
        reached(1000);
        voice(600);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 0);
        reached(1600);
        voice(200);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
        QVERIFY(when(TurnSignal::UtteranceEnded) <= Milliseconds(2500 + 1600));
        recognize("just a regular checkup");
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void noisyRoom_recognizerFoundAPause_needsNoFurtherWordOfIt()
    {
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        reached(300, true);
        voice(900);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
        QVERIFY(when(TurnSignal::UtteranceEnded) <= Milliseconds(1200 + 900));
    }

    void noisyRoom_newWords_keepTheUtteranceOpen()
    {
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular"));
        for (int i = 0; i < 5; ++i) {
            reached(300);
            voice(600);
        }
        QCOMPARE(count(TurnSignal::UtteranceEnded), 0);
    }

    void noisyRoom_digitsExpected_waitsAsLongAsInAQuietOne()
    {
        m_turns.expect(Expectation::PhoneNumber);
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("five five five"));
        reached(300, true);
        voice(1200);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 0);
        voice(400);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
    }

    void digitsAfterAPause_whoseWordsAreNotHeardYet_areWaitedFor()
    {
        m_turns.expect(Expectation::PhoneNumber);
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("five five five"));
        quiet(300);
        reached(300, true);
        quiet(800);
        voice(600); // The next group; what is heard of it so far is no word yet.
        reached(1700, true);
        voice(600);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 0);
        m_turns.heardSoFar(QStringLiteral("five five five zero one two three"));
        reached(100);
        quiet(1400);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
    }

    void noiseAfterAPause_inWhichThereAreNoWords_endsTheUtterance()
    {
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        quiet(200);
        reached(200);
        for (int i = 0; i < 5; ++i) {
            voice(260); // Babble with gaps: voice activity sees no end of it.
            quiet(140);
            m_turns.recognizerReached(m_at, Milliseconds(1500), true);
        }
        QCOMPARE(count(TurnSignal::UtteranceEnded), 1);
    }

    void recognizerThatTellsNothing_leavesItToVoiceActivity()
    {
        voice(1000);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        voice(6000);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 0);
    }

    void noiseOverOurVoice_withoutWords_isSpokenOverUntilWordsCome()
    {
        m_turns.assistantAudible(m_at, true);
        quiet(1000);
        const Milliseconds onset = m_at;
        voice(100);
        QCOMPARE(count(TurnSignal::Yield), 1);
        m_turns.assistantAudible(m_at, false);
        for (int i = 0; i < 8; ++i) {
            voice(200);
            reachedWithoutWords();
        }
        QCOMPARE(count(TurnSignal::Resume), 1);
        QVERIFY2(when(TurnSignal::Resume) - onset < Milliseconds(2000), "a hole of two seconds at most");
        m_turns.assistantAudible(m_at, true);
        voice(1000);
        QCOMPARE(count(TurnSignal::Yield), 1);
        m_turns.heardSoFar(QStringLiteral("wait i need"));
        voice(20);
        QCOMPARE(count(TurnSignal::Yield), 2);
    }

    void noisyRoom_afterATurn_doesNotStopTheReply()
    {
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        reached(1000, true);
        voice(40);
        recognize("just a regular checkup");
        m_turns.assistantAudible(m_at, true);
        voice(3000);
        QCOMPARE(count(TurnSignal::Yield), 0);
        m_turns.assistantAudible(m_at, false);
        voice(600);
        m_turns.heardSoFar(QStringLiteral("right"));
        reached(1000, true);
        voice(40);
        recognize("right");
        QCOMPARE(count(TurnSignal::TurnTaken), 2); // What comes after our voice is no interruption.
    }

    void noisyRoom_callerSaysNothing_isAskedAsInAQuietOne()
    {
        voice(1500);
        m_turns.heardSoFar(QStringLiteral("just a regular checkup"));
        reached(1000, true);
        voice(40);
        recognize("just a regular checkup");
        m_turns.assistantAudible(m_at, true);
        voice(1000);
        m_turns.assistantAudible(m_at, false);
        voice(6500);
        QCOMPARE(count(TurnSignal::CallerSilent), 1);
    }

    void shortAnswer_withoutWords_isAskedForSoon()
    {
        m_turns.expect(Expectation::PatientName);
        quiet(1000);
        voice(600);
        const Milliseconds over = m_at;
        quiet(1000);
        recognize("", 0);
        QCOMPARE(count(TurnSignal::NoWords), 0);
        quiet(1500);
        QCOMPARE(count(TurnSignal::NoWords), 1);
        QVERIFY2(when(TurnSignal::NoWords) - over <= Milliseconds(2200), "no silence over 2.5 s");
        QVERIFY2(!m_turns.recognizerSeemsDeaf(), "once may be an accident");
        quiet(3000);
        QCOMPARE(count(TurnSignal::NoWords), 1);
    }

    void shortAnswer_withoutWords_thatGoesOn_isWaitedFor()
    {
        m_turns.expect(Expectation::PatientName);
        quiet(1000);
        voice(400);
        quiet(900);
        recognize("", 0);
        voice(800);
        m_turns.heardSoFar(QStringLiteral("john smith"));
        quiet(700);
        recognize("john smith");
        quiet(3000);
        QCOMPARE(count(TurnSignal::NoWords), 0);
        QCOMPARE(count(TurnSignal::TurnTaken), 1);
    }

    void cough_whileNothingIsAsked_isNoAnswer()
    {
        m_turns.expect(Expectation::Nothing);
        quiet(1000);
        voice(400);
        quiet(900);
        recognize("", 0);
        quiet(3000);
        QCOMPARE(count(TurnSignal::NoWords), 0);
    }

    void recognizer_thatFindsNothingInShortAndLongAnswers_seemsDeaf()
    {
        m_turns.expect(Expectation::PatientName);
        voice(600);
        quiet(1000);
        recognize("", 0);
        QVERIFY(!m_turns.recognizerSeemsDeaf());
        quiet(2000);
        voice(1600);
        quiet(1000);
        recognize("", 0);
        QVERIFY(m_turns.recognizerSeemsDeaf());
    }

    void everyUtterance_beginsAndEndsInTurn()
    {
        for (int i = 0; i < 20; ++i) {
            voice(100 + 40 * i);
            quiet(3100);
            recognize("tuesday please");
        }
        QCOMPARE(count(TurnSignal::UtteranceBegan), 20);
        QCOMPARE(count(TurnSignal::UtteranceEnded), 20);
        QCOMPARE(count(TurnSignal::TurnTaken), 20);
    }
};

QTEST_APPLESS_MAIN(TestTurnController)
#include "tst_turncontroller.moc"
