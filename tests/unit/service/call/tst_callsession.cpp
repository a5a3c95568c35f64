#include "service/call/callsession.h"
#include "service/dialogue/calltape.h"
#include "tests/support/fakephone.h"
#include "tests/support/fakerecognizer.h"
#include "tests/support/fakevoice.h"
#include "tests/support/linesound.h"

#include <QTest>

#include <algorithm>

using namespace Frontdesk;

namespace {

ClinicProfile oakStreet()
{
    ClinicProfile clinic;
    clinic.id = ClinicId(QStringLiteral("clinic"));
    clinic.name = QStringLiteral("Oak Street Clinic");
    clinic.number = QStringLiteral("+15550100000");
    clinic.line = QStringLiteral("+15550199999");
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    return clinic;
}

struct Notes final : Call::CallObserver {
    void onClosing(CallPhase phase, bool owed) override
    {
        closing = phase;
        guidanceOwed = owed;
    }
    void onTurn(const TurnRecord &turn) override { turns[turn.number] = turn; }
    void onTask(const Dialogue::SubmitTask &task) override { tasks[task.key] = task; }
    void onEscalation(const Dialogue::Escalate &escalation) override { escalations.push_back(escalation); }
    void onRecording(const Dialogue::SetRecording &recording) override { recordings.push_back(recording); }
    void onAskedAhead(bool used) override { ahead.push_back(used); }
    void onTurnTimes(int, const TurnTimes &turnTimes) override { times.push_back(turnTimes); }
    void onConversation(const Dialogue::Event &event, const Dialogue::Actions &actions) override
    {
        tape.events.push_back(event);
        digest.add(actions);
    }
    void onEnded(const QString &how) override { outcome = how; }

    [[nodiscard]] bool saidByAssistant(const char *part) const
    {
        return std::any_of(turns.begin(), turns.end(), [part](const auto &turn) {
            return turn.second.speaker == Speaker::Assistant && turn.second.heardText.contains(QLatin1String(part));
        });
    }

    std::optional<CallPhase> closing;
    bool guidanceOwed = false;
    std::map<int, TurnRecord> turns;
    std::map<int, Dialogue::SubmitTask> tasks;
    std::vector<Dialogue::Escalate> escalations;
    std::vector<TurnTimes> times;
    std::vector<bool> ahead;
    std::vector<Dialogue::SetRecording> recordings;
    Dialogue::CallTape tape;
    Dialogue::ActionsDigest digest;
    QString outcome;
};

/// A model that answers when the test says so.
class FakeModel final : public LanguageModel::LanguageModel {
public:
    void ask(const Flow::ModelQuestion &question) override { questions.push_back(question); }
    void cancel() override { ++cancelled; }
    void answer(const Flow::ModelReading &reading) { Q_EMIT understood(questions.back().turn, reading); }

    std::vector<Flow::ModelQuestion> questions;
    int cancelled = 0;
};

/// Words no rule knows.
const char *const Mystery = "hrm snorfle wug please";

/// A whole call in virtual time: the phone at one end, the session at the other.
struct TestCall {
    Tests::VirtualScheduler scheduler;
    Tests::FakePhone phone{scheduler};
    Notes notes;
    Tests::FakeRecognizer *recognizer = new Tests::FakeRecognizer;
    Tests::FakeVoice *voice = new Tests::FakeVoice;
    std::unique_ptr<Call::CallSession> session;
    Milliseconds streamed{0};
    bool lineClosed = false;
    QDateTime began = scheduler.utcNow();

    explicit TestCall(FakeModel *model = nullptr, const ClinicProfile &clinic = oakStreet())
    {
        Call::CallSetup setup;
        setup.id = CallId(QStringLiteral("call"));
        setup.briefing = {clinic, QStringLiteral("+15552345678"), scheduler.utcNow()};
        setup.briefing.modelAvailable = model != nullptr;
        session =
            std::make_unique<Call::CallSession>(setup, phone, std::unique_ptr<SpeechToText::SpeechToText>(recognizer),
                                                std::unique_ptr<TextToSpeech::TextToSpeech>(voice), scheduler, notes,
                                                std::unique_ptr<LanguageModel::LanguageModel>(model));
        phone.onMark = [this](const QString &mark) { session->markReturned(mark); };
        QObject::connect(session.get(), &Call::CallSession::closeLine, [this] { lineClosed = true; });
    }

    void stream(const QByteArray &audio)
    {
        constexpr qsizetype FrameBytes = 160;
        for (qsizetype at = 0; at + FrameBytes <= audio.size() && !lineClosed; at += FrameBytes) {
            session->callerAudio({reinterpret_cast<const uint8_t *>(audio.constData()) + at, FrameBytes}, streamed);
            streamed += Milliseconds(20);
            scheduler.advance(Milliseconds(20));
        }
    }
    void listen(int milliseconds) { stream(Tests::quietLine(milliseconds)); }
    void speak(const char *words, int milliseconds = 700)
    {
        recognizer->words = QString::fromLatin1(words);
        stream(Tests::vowel(milliseconds / 2));
        recognizer->hearSoFar(QString::fromLatin1(words));
        stream(Tests::vowel(milliseconds / 2));
    }
    /// Lets the assistant finish, says `words`, and waits for the answer to begin.
    void answer(const char *words)
    {
        listen(12'000);
        speak(words);
        listen(2'000);
    }
    void hangUp() { session->lineEnded(Call::CallSession::LineEnd::HungUp); }
};

} // namespace

class TestCallSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void start_greetsWithin300ms()
    {
        TestCall call;
        call.session->start();
        call.listen(300);
        QVERIFY(!call.phone.heard().isEmpty());
        QVERIFY(call.voice->spoken.join(QLatin1Char(' ')).contains(QLatin1String("Oak Street Clinic")));
    }

    void wholeAppointmentCall_leavesOneTaskAndEnds()
    {
        TestCall call;
        call.session->start();
        call.answer("i need to schedule an appointment");
        call.answer("john smith");
        call.answer("five five five oh one two three");
        call.answer("just a regular checkup");
        call.answer("next tuesday morning");
        for (int i = 0; i < 3 && !call.lineClosed; ++i) {
            call.answer("no that's all");
        }
        call.listen(6'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Finished));
        call.session->lineEnded(Call::CallSession::LineEnd::HungUp);
        QCOMPARE(call.notes.outcome, QStringLiteral("completed"));
        QCOMPARE(call.notes.tasks.size(), size_t(1));
        const auto &task = call.notes.tasks.begin()->second;
        QCOMPARE(task.type, RequestType::AppointmentScheduling);
        QCOMPARE(task.slotValues.at(SlotName::PatientName).value, QStringLiteral("John Smith"));
        QVERIFY(!call.notes.times.empty());
    }

    void playedAgain_doesTheSameToTheBit()
    {
        TestCall call;
        call.session->start();
        call.answer("i need to see dr lopez for my knee");
        call.answer("it's maria, maria gonzalez");
        call.listen(40'000);
        call.answer("actually i am having trouble breathing");
        call.listen(6'000);
        call.hangUp();
        call.notes.tape.briefing = {oakStreet(), QStringLiteral("+15552345678"), call.began};
        call.notes.tape.actions = call.notes.digest.result();
        const auto stored = Dialogue::CallTape::fromBytes(call.notes.tape.toBytes());
        QVERIFY(stored.ok());
        QVERIFY(stored->events.size() > 100);
        QCOMPARE(Dialogue::replayedActions(*stored), call.notes.digest.result());
    }

    void recording_consentWanted_beginsOnceTheMarkOfItsWordsIsBack()
    {
        ClinicProfile clinic = oakStreet();
        clinic.recording = RecordingMode::WithConsent;
        TestCall call(nullptr, clinic);
        call.session->start();
        call.listen(1'000);
        call.speak("hello i need to schedule an appointment"); // Over the greeting: nothing was heard of the consent.
        QVERIFY(call.notes.recordings.empty());
        call.listen(2'000);
        QVERIFY(call.notes.recordings.empty());
        call.listen(12'000); // It is said again with the answer.
        QVERIFY(call.notes.saidByAssistant("This call is recorded."));
        QCOMPARE(call.notes.recordings.size(), size_t(1));
        QCOMPARE(call.notes.recordings[0].consent, RecordingConsent::Heard);
        call.speak("please don't record me");
        call.listen(8'000);
        QCOMPARE(call.notes.recordings.size(), size_t(2));
        QCOMPARE(call.notes.recordings[1].consent, RecordingConsent::Declined);
        QCOMPARE(call.notes.recordings[1].words, QStringLiteral("please don't record me"));
        QVERIFY(call.notes.saidByAssistant("I'll skip the recording of this call."));
        QVERIFY(!call.lineClosed);
    }

    void recording_emergencyOverTheConsent_isGuidedAtOnce()
    {
        ClinicProfile clinic = oakStreet();
        clinic.recording = RecordingMode::WithConsent;
        TestCall call(nullptr, clinic);
        call.session->start();
        const auto isTelling = [&] {
            return std::any_of(call.notes.turns.begin(), call.notes.turns.end(), [](const auto &turn) {
                return turn.second.text.contains(QLatin1String("This call is recorded"));
            });
        };
        for (int i = 0; i < 300 && !isTelling(); ++i) {
            call.listen(100);
        }
        QVERIFY(isTelling());
        call.stream(Tests::vowel(400));
        call.recognizer->hearSoFar(QStringLiteral("i have chest pain"));
        QVERIFY(call.notes.recordings.empty());
        QCOMPARE(call.notes.escalations.size(), size_t(1));
        call.listen(15'000);
        QVERIFY(call.notes.saidByAssistant("hang up and dial 911"));
        QVERIFY(call.lineClosed);
        QVERIFY(!call.notes.guidanceOwed); // The consent that was cut off holds nobody up.
    }

    void takeOver_byStaff_isSaidAndConnects()
    {
        TestCall call;
        call.session->start();
        call.answer("i need to schedule an appointment");
        call.session->takeOver();
        call.listen(12'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
        QCOMPARE(call.notes.escalations.size(), size_t(1));
        QCOMPARE(call.notes.escalations[0].reason, EscalationReason::StaffTookOver);
        QVERIFY(call.notes.saidByAssistant("Let me connect you with our staff"));
        call.hangUp();
        QCOMPARE(call.notes.outcome, QStringLiteral("escalated"));
    }

    void emergency_onInterimWords_isToldBeforeTheCallerHasFinished()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.stream(Tests::vowel(400));
        call.recognizer->hearSoFar(QStringLiteral("i'm having chest pain and i can't breathe"));
        QCOMPARE(call.notes.escalations.size(), size_t(1));
        QVERIFY(call.notes.escalations[0].emergency);
        call.stream(Tests::vowel(2'000)); // Talks over the guidance.
        call.recognizer->words = QStringLiteral("i'm having chest pain and i can't breathe please help me");
        call.listen(15'000);
        QVERIFY(call.notes.saidByAssistant("dial 911"));
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
        QVERIFY(!call.notes.guidanceOwed);
        call.hangUp();
        QCOMPARE(call.notes.outcome, QStringLiteral("emergency_escalated"));
    }

    void emergency_voiceGone_closesAtOnceWithGuidanceOwed()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.voice->broken = true;
        call.stream(Tests::vowel(400));
        call.recognizer->hearSoFar(QStringLiteral("my husband is unconscious and not breathing"));
        call.listen(100);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
        QVERIFY(call.notes.guidanceOwed);
    }

    void bargeIn_stopsOurAudioWithin200ms()
    {
        for (int start = 600; start < 2'600; start += 100) {
            TestCall call;
            call.session->start();
            call.listen(start);
            const int clears = call.phone.clears();
            int waited = 0;
            while (call.phone.clears() == clears && waited < 1'000) {
                call.stream(Tests::vowel(20));
                waited += 20;
            }
            QVERIFY2(waited <= 200, qPrintable(QStringLiteral("%1 ms after a start at %2").arg(waited).arg(start)));
            QCOMPARE(call.phone.buffered(), Milliseconds(0));
        }
    }

    void cough_duringTheGreeting_isSpokenOver()
    {
        TestCall call;
        call.session->start();
        call.listen(1'500);
        call.recognizer->words.clear();
        call.stream(Tests::vowel(240));
        call.listen(14'000);
        QVERIFY(call.notes.turns.at(1).heardText == call.notes.turns.at(1).text);
    }

    void recognizerBreaks_callerIsSentToTheClinic()
    {
        TestCall call;
        call.session->start();
        call.listen(3'000);
        call.recognizer->breakDown();
        call.listen(15'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
        call.hangUp();
        QCOMPARE(call.notes.outcome, QStringLiteral("failover"));
    }

    void recognizerLate_callerHearsAMomentAndIsUnderstoodAfterAll()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.recognizer->stuck = true;
        call.speak("i need to schedule an appointment");
        const qsizetype before = call.phone.heard().size();
        call.listen(2'500);
        QVERIFY2(call.phone.heard().size() > before, "no silence over 2.5 s");
        QCOMPARE(call.voice->spoken.count(QStringLiteral("One moment, please.")), 1);
        call.listen(4'000);
        QVERIFY2(!call.lineClosed, "a slow recognizer is no reason to give the caller away");
        call.recognizer->stuck = false;
        call.recognizer->finishUtterance();
        call.listen(6'000);
        QVERIFY(call.notes.escalations.empty());
        QCOMPARE(call.voice->spoken.count(QStringLiteral("One moment, please.")), 1);
        call.answer("ana cruz");
        call.hangUp();
        QCOMPARE(call.notes.tasks.size(), size_t(1));
    }

    void recognizerVeryLate_callerIsNeverLeftInSilence()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.recognizer->stuck = true;
        call.speak("i need to schedule an appointment");
        qsizetype before = call.phone.heard().size();
        for (int i = 0; i < 3; ++i) {
            call.listen(2'500);
            const qsizetype after = call.phone.heard().size();
            QVERIFY2(after > before, qPrintable(QStringLiteral("silent for 2.5 s, %1 s after the words").arg(2.5 * i)));
            before = after;
        }
        QCOMPARE(call.voice->spoken.count(QStringLiteral("One moment, please.")), 1);
        QVERIFY(!call.lineClosed);
    }

    void noisyRoom_turnEndsWhenTheRecognizerHearsNoMoreWords()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.recognizer->words = QStringLiteral("i need to schedule an appointment");
        call.stream(Tests::vowel(1'400));
        const Milliseconds lastWord = call.streamed;
        const qsizetype before = call.phone.heard().size();
        for (int i = 0; i < 5; ++i) {
            call.recognizer->hearSoFar(call.recognizer->words, lastWord, call.streamed);
            call.stream(Tests::vowel(500)); // Somebody else in the room.
        }
        QVERIFY2(call.phone.heard().size() > before, "no silence over 2.5 s");
    }

    void shortNameWithoutWords_isAskedForAgainSoon()
    {
        TestCall call;
        call.session->start();
        call.answer("i need to schedule an appointment");
        call.listen(12'000);
        call.speak("", 600);
        const qsizetype before = call.phone.heard().size();
        call.listen(2'500);
        QVERIFY2(call.phone.heard().size() > before, "no silence over 2.5 s");
        QVERIFY(!call.lineClosed);
        call.listen(3'000);
        call.speak("", 1'600);
        call.listen(20'000);
        QVERIFY2(call.lineClosed, "a recognizer that finds nothing twice is deaf");
    }

    void recognizerNeverAnswers_callerIsSentToTheClinic()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.recognizer->stuck = true;
        call.speak("hello");
        call.listen(20'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
    }

    void recognizerHearsNothing_callerIsSentToTheClinic()
    {
        TestCall call;
        call.session->start();
        call.listen(12'000);
        call.speak("", 1600);
        call.listen(4'000);
        QVERIFY2(!call.lineClosed, "once may be an accident");
        call.speak("", 1600);
        call.listen(20'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
    }

    void voiceBreaks_callerIsSentToTheClinicAtOnce()
    {
        TestCall call;
        call.voice->broken = true;
        call.session->start();
        call.listen(100);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
    }

    void silentCaller_isAskedAndThenLetGo()
    {
        TestCall call;
        call.session->start();
        call.listen(90'000);
        QVERIFY(call.notes.saidByAssistant("Are you still there?"));
        QVERIFY(call.lineClosed);
    }

    void callerHangsUp_endsTheCall()
    {
        TestCall call;
        call.session->start();
        call.listen(2'000);
        call.hangUp();
        QCOMPARE(call.notes.outcome, QStringLiteral("caller_hung_up"));
        QVERIFY(!call.notes.closing);
    }

    void lostLine_isAFailover()
    {
        TestCall call;
        call.session->start();
        call.listen(2'000);
        call.session->lineEnded(Call::CallSession::LineEnd::Lost);
        QCOMPARE(call.notes.outcome, QStringLiteral("failover"));
    }

    void handOver_connectsTheClinic()
    {
        TestCall call;
        call.session->start();
        call.listen(3'000);
        call.session->handOver();
        call.listen(15'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
    }

    void thanksOverTheGoodbye_doesNotCutIt_butAWishDoes()
    {
        for (const bool wish : {false, true}) {
            TestCall call;
            call.session->start();
            call.answer("what are your hours");
            call.listen(12'000);
            call.speak("no that's all");
            call.listen(1'300); // The goodbye has begun.
            call.speak(wish ? "oh wait i also need to cancel my appointment" : "thank you so much");
            call.listen(6'000);
            QCOMPARE(call.lineClosed, !wish);
            QCOMPARE(call.notes.saidByAssistant("Have a great day!"), !wish);
        }
    }

    void zeroKey_reachesAPerson()
    {
        TestCall call;
        call.session->start();
        call.listen(3'000);
        call.session->keyPressed(QLatin1Char('0'));
        call.listen(15'000);
        QVERIFY(call.lineClosed);
        QCOMPARE(call.notes.closing, std::optional(CallPhase::Escalating));
        QCOMPARE(call.notes.escalations.front().reason, EscalationReason::HumanRequest);
    }

    void doubtfulTurn_isUnderstoodByTheModel()
    {
        auto *model = new FakeModel;
        TestCall call(model);
        call.session->start();
        call.listen(12'000);
        call.speak(Mystery);
        for (int i = 0; i < 100 && model->questions.empty(); ++i) {
            call.listen(20);
        }
        QCOMPARE(model->questions.size(), size_t(1));
        call.listen(300);
        Flow::ModelReading reading;
        reading.requests = {RequestType::CallbackRequest};
        model->answer(reading);
        call.listen(6'000);
        QVERIFY(!call.notes.saidByAssistant("didn't quite get that"));
        QVERIFY(!call.notes.saidByAssistant("One moment"));
        call.answer("ana cruz");
        call.hangUp();
        QCOMPARE(call.notes.tasks.size(), size_t(1));
    }

    void wordsThatStandStill_areAskedAboutBeforeTheTurnIsOver()
    {
        auto *model = new FakeModel;
        TestCall call(model);
        call.session->start();
        call.listen(12'000);
        call.speak(Mystery);
        for (int i = 0; i < 100 && model->questions.empty(); ++i) {
            call.listen(20);
        }
        QCOMPARE(model->questions.size(), size_t(1));
        QVERIFY2(call.notes.ahead.empty(), "the turn is not over yet");
        Flow::ModelReading reading;
        reading.requests = {RequestType::CallbackRequest};
        reading.acknowledgement = QStringLiteral("Thanks for explaining that.");
        model->answer(reading);
        QVERIFY2(!call.voice->spoken.contains(reading.acknowledgement), "nothing is said ahead");
        call.listen(2'000);
        QCOMPARE(model->questions.size(), size_t(1));
        QCOMPARE(call.notes.ahead, std::vector<bool>{true});
        QCOMPARE(call.voice->spoken.count(reading.acknowledgement), 1);
    }

    void wordsThatGoOn_throwTheEarlyAnswerAway()
    {
        auto *model = new FakeModel;
        TestCall call(model);
        call.session->start();
        call.listen(12'000);
        call.speak(Mystery);
        for (int i = 0; i < 100 && model->questions.empty(); ++i) {
            call.listen(20);
        }
        QVERIFY(call.notes.ahead.empty());
        Flow::ModelReading reading;
        reading.requests = {RequestType::CallbackRequest};
        reading.acknowledgement = QStringLiteral("Thanks for explaining that.");
        model->answer(reading);
        call.speak("hrm snorfle wug please i need to schedule an appointment");
        call.listen(3'000);
        QCOMPARE(call.notes.ahead.front(), false);
        QVERIFY(!call.voice->spoken.contains(reading.acknowledgement));
        QVERIFY(!call.lineClosed);
    }

    void modelThatNeverAnswers_isHeardAsAMomentAndThenTheRulesAnswer()
    {
        auto *model = new FakeModel;
        TestCall call(model);
        call.session->start();
        call.listen(12'000);
        call.speak(Mystery);
        for (int i = 0; i < 100 && model->questions.empty(); ++i) {
            call.listen(20);
        }
        const qsizetype before = call.phone.heard().size();
        call.listen(1'200);
        QVERIFY2(call.phone.heard().size() > before, "the caller hears that we are there");
        QVERIFY(call.voice->spoken.contains(QStringLiteral("One moment, please.")));
        call.listen(13'000);
        QVERIFY(call.notes.saidByAssistant("didn't quite get that"));
        QCOMPARE(model->cancelled, 1);
        QVERIFY(!call.lineClosed);
    }

    void callerSpeaksOn_givesTheQuestionUp()
    {
        auto *model = new FakeModel;
        TestCall call(model);
        call.session->start();
        call.answer(Mystery);
        QCOMPARE(model->questions.size(), size_t(1));
        call.speak("wug wug snorfle");
        call.listen(2'000);
        QCOMPARE(model->questions.size(), size_t(2));
        QVERIFY(model->cancelled >= 1);
        QVERIFY(model->questions.back().words.contains(QLatin1String(Mystery)));
    }

    void lineStopsSending_timeStillMoves()
    {
        TestCall call;
        call.session->start();
        call.listen(10'000);
        call.scheduler.advance(Milliseconds(90'000));
        QVERIFY(call.lineClosed);
    }
};

QTEST_GUILESS_MAIN(TestCallSession)
#include "tst_callsession.moc"
