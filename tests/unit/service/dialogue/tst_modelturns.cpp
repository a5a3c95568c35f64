#include "service/dialogue/calltape.h"
#include "service/dialogue/conversation.h"
#include "tests/unit/service/dialogue/callbench.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using namespace std::chrono_literals;

/// Words no rule knows, so that these tests stay true however much the rules learn.
static const char *const Mystery = "hrm snorfle wug please";

class TestModelTurns : public QObject {
    Q_OBJECT

    std::optional<Conversation> m_conversation;
    CallTape m_tape;
    std::optional<ActionsDigest> m_digest;
    Milliseconds m_now{0};
    Actions m_last;
    quint64 m_ticket = 0;

    void givenCall(bool model = true)
    {
        m_tape = {};
        m_digest.emplace();
        m_now = 0ms;
        m_tape.briefing.clinic = Dialogue::Tests::clinic();
        m_tape.briefing.callerNumber = QStringLiteral("+12025550107");
        m_tape.briefing.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
        m_tape.briefing.modelAvailable = model;
        m_conversation.emplace(m_tape.briefing);
        send(CallStarted{});
    }

    void send(EventBody body, Milliseconds later = 0ms)
    {
        m_now += later;
        m_tape.events.push_back({m_now, std::move(body)});
        m_last = m_conversation->handle(m_tape.events.back());
        m_digest->add(m_last);
    }

    void say(const char *words)
    {
        CallerSpoke spoken;
        spoken.transcript.text = QLatin1String(words);
        spoken.transcript.confidence = 0.95;
        spoken.transcript.isFinal = true;
        spoken.audioQuality = 0.95;
        send(spoken, 10s);
    }

    [[nodiscard]] const Flow::ModelQuestion *asked() const
    {
        for (const Action &action : m_last) {
            if (const auto *question = std::get_if<AskModel>(&action)) {
                return &question->question;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const Action &action : m_last) {
            if (const auto *speech = std::get_if<Say>(&action)) {
                texts << speech->text;
            }
        }
        return texts.join(QLatin1Char(' '));
    }
    [[nodiscard]] const Escalate *escalated() const
    {
        for (const Action &action : m_last) {
            if (const auto *escalation = std::get_if<Escalate>(&action)) {
                return escalation;
            }
        }
        return nullptr;
    }

    static Flow::ModelReading callback()
    {
        Flow::ModelReading reading;
        reading.requests = {RequestType::CallbackRequest};
        return reading;
    }

private Q_SLOTS:
    void doubtfulTurn_asksTheModelAndWaits()
    {
        givenCall();
        say(Mystery);
        QVERIFY(asked() != nullptr);
        QCOMPARE(asked()->words, QLatin1String(Mystery));
        QCOMPARE(asked()->turn, 1);
        QCOMPARE(asked()->expectation, Flow::Expectation::Request);
        QVERIFY(said().isEmpty());
        send(ModelAnswered{1, callback()}, 600ms);
        QVERIFY(!said().contains(QLatin1String("didn't quite get that")));
        QCOMPARE(m_conversation->expectation(), Flow::Expectation::PatientName);
    }

    void sureTurn_asksNobody()
    {
        givenCall();
        say("I'd like to make an appointment");
        QVERIFY(asked() == nullptr);
        QVERIFY(!said().isEmpty());
    }

    void withoutModel_nobodyIsAsked()
    {
        givenCall(false);
        say(Mystery);
        QVERIFY(asked() == nullptr);
        QVERIFY(!said().isEmpty());
    }

    void emergency_neverWaits()
    {
        givenCall();
        say("snorfle my husband has crushing chest pain");
        QVERIFY(asked() == nullptr);
        QVERIFY(escalated() != nullptr && escalated()->emergency);
    }

    void modelFailed_answersAsTheRulesDo()
    {
        givenCall(false);
        say(Mystery);
        const QString rules = said();
        givenCall(true);
        say(Mystery);
        send(ModelFailed{1}, 600ms);
        QCOMPARE(said(), rules);
    }

    void answerThatNeverComes_isNotWaitedForForEver()
    {
        givenCall();
        say(Mystery);
        send(TimePassed{}, 5s);
        QVERIFY(said().isEmpty());
        send(TimePassed{}, 1500ms);
        QVERIFY(!said().isEmpty());
    }

    void danger_isAdded()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading reading;
        reading.danger = Flow::ModelDanger::Medical;
        send(ModelAnswered{1, reading}, 600ms);
        QVERIFY(escalated() != nullptr && escalated()->emergency);
        QVERIFY(said().contains(QLatin1String("911")));
    }

    void wishForAPerson_isAdded()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading reading;
        reading.wantsPerson = true;
        send(ModelAnswered{1, reading}, 600ms);
        QVERIFY(escalated() != nullptr);
        QCOMPARE(escalated()->reason, EscalationReason::HumanRequest);
    }

    void facts_countOnlyInTheCallersOwnWords()
    {
        givenCall();
        say("i would like an appointment");
        say("snorfle the wug that ana cruz would not");
        QVERIFY2(asked() != nullptr, "the rules have learnt these words: choose others");
        const int turn = asked()->turn;
        Flow::ModelReading reading;
        reading.said = {{SlotName::PatientName, QStringLiteral("john smith")},
                        {SlotName::CallbackNumber, QStringLiteral("202 555 0188")}};
        send(ModelAnswered{turn, reading}, 600ms);
        QVERIFY(!m_conversation->knownSlots().contains(SlotName::PatientName));
        QVERIFY(!m_conversation->knownSlots().contains(SlotName::CallbackNumber));
    }

    void freeTextFact_isTakenWordForWord()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading reading = callback();
        reading.said = {{SlotName::Reason, QStringLiteral("snorfle wug")}};
        send(ModelAnswered{1, reading}, 600ms);
        say("Ana Cruz");
        QVERIFY(m_conversation->knownSlots().contains(SlotName::PatientName));
    }

    void acknowledgement_isSaidBeforeTheQuestion()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading reading = callback();
        reading.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(ModelAnswered{1, reading}, 600ms);
        QVERIFY2(said().startsWith(QLatin1String("Thanks for explaining that.")), qPrintable(said()));
    }

    void acknowledgement_thatMayNotBeSaid_isDropped_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::newRow("question") << QStringLiteral("What is your social security number?");
        QTest::newRow("figures") << QStringLiteral("Take 2 of them.");
        QTest::newRow("promise") << QStringLiteral("Your appointment is booked.");
        QTest::newRow("advice") << QStringLiteral("You should take some ibuprofen for that.");
        QTest::newRow("long") << QStringLiteral("well ").repeated(30);
        QTest::newRow("markup") << QStringLiteral("Sure, see https://example.com.");
    }
    void acknowledgement_thatMayNotBeSaid_isDropped()
    {
        QFETCH(QString, sentence);
        givenCall();
        say(Mystery);
        Flow::ModelReading reading = callback();
        reading.acknowledgement = sentence;
        send(ModelAnswered{1, reading}, 600ms);
        QVERIFY(!said().contains(sentence.trimmed()));
        QVERIFY(!said().isEmpty());
    }

    void sentence_isSaidBeforeTheRestOfTheAnswer_andOnlyOnce()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading soFar = callback();
        soFar.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(ModelSaid{1, soFar}, 300ms);
        QCOMPARE(said(), QStringLiteral("Thanks for explaining that."));
        send(ModelLate{1}, 300ms);
        QVERIFY2(m_last.empty(), "something was said already");
        soFar.acknowledgement += QStringLiteral(" Got it.");
        send(ModelSaid{1, soFar}, 100ms);
        QCOMPARE(said(), QStringLiteral("Got it."));
        send(ModelAnswered{1, soFar}, 300ms);
        QVERIFY(!said().contains(QLatin1String("Thanks for")) && !said().contains(QLatin1String("Got it.")));
        QCOMPARE(m_conversation->expectation(), Flow::Expectation::PatientName);
    }

    void sentence_thenFailure_goesOnWithWhatWasUnderstood()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading soFar = callback();
        soFar.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(ModelSaid{1, soFar}, 300ms);
        send(ModelFailed{1}, 300ms);
        QVERIFY(!said().contains(QLatin1String("didn't quite get that")));
        QCOMPARE(m_conversation->expectation(), Flow::Expectation::PatientName);
    }

    void sentence_ofAnotherModel_isNotSaidBesideTheFirst()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading first = callback();
        first.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(ModelSaid{1, first}, 300ms);
        Flow::ModelReading second = callback();
        second.acknowledgement = QStringLiteral("I see what you mean.");
        send(ModelAnswered{1, second}, 300ms);
        QVERIFY(!said().contains(QLatin1String("I see what")));
    }

    void sentence_thatMayNotBeSaidOrTooEarly_isNotSaid_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<Flow::ModelDanger>("danger");
        QTest::addColumn<bool>("person");
        QTest::addColumn<bool>("understood");
        const QString fine = QStringLiteral("Thanks for explaining that.");
        QTest::newRow("advice") << QStringLiteral("You should take some ibuprofen for that.") << Flow::ModelDanger::None
                                << false << true;
        QTest::newRow("booked") << QStringLiteral("Your appointment is booked.") << Flow::ModelDanger::None << false
                                << true;
        QTest::newRow("danger") << fine << Flow::ModelDanger::Medical << false << true;
        QTest::newRow("a person") << fine << Flow::ModelDanger::None << true << true;
        QTest::newRow("nothing understood") << fine << Flow::ModelDanger::None << false << false;
    }
    void sentence_thatMayNotBeSaidOrTooEarly_isNotSaid()
    {
        QFETCH(QString, sentence);
        QFETCH(Flow::ModelDanger, danger);
        QFETCH(bool, person);
        QFETCH(bool, understood);
        givenCall();
        say(Mystery);
        Flow::ModelReading soFar = understood ? callback() : Flow::ModelReading();
        soFar.danger = danger;
        soFar.wantsPerson = person;
        soFar.acknowledgement = sentence;
        send(ModelSaid{1, soFar}, 300ms);
        QVERIFY(m_last.empty());
    }

    void sentence_whileTheCallerSpeaksOn_isNotSaid()
    {
        givenCall();
        say(Mystery);
        Flow::ModelReading soFar = callback();
        soFar.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(InterimHeard{QStringLiteral("wug")}, 100ms);
        send(ModelSaid{1, soFar}, 100ms);
        QVERIFY(m_last.empty());
        say("wug wug snorfle");
        send(ModelSaid{1, soFar}, 100ms); // Of the question that is void.
        QVERIFY(m_last.empty());
    }

    void wouldAsk_isTheQuestionThatIsAskedThen_andChangesNothing()
    {
        givenCall();
        CallerSpoke spoken;
        spoken.transcript.text = QLatin1String(Mystery);
        spoken.transcript.confidence = 0.95;
        spoken.audioQuality = 0.95;
        const auto ahead = m_conversation->wouldAsk(spoken);
        QVERIFY(ahead.has_value());
        QCOMPARE(m_conversation->wouldAsk(spoken)->turn, 1);
        say(Mystery);
        QVERIFY(asked() != nullptr);
        QCOMPARE(ahead->turn, asked()->turn);
        QCOMPARE(ahead->words, asked()->words);
        QCOMPARE(ahead->expectation, asked()->expectation);
        QVERIFY(ahead->known == asked()->known);
        spoken.transcript.text = QStringLiteral("i have crushing chest pain");
        QVERIFY(!m_conversation->wouldAsk(spoken));
        givenCall(false);
        spoken.transcript.text = QLatin1String(Mystery);
        QVERIFY(!m_conversation->wouldAsk(spoken));
    }

    void oneMoment_isSaidOnceForEachWait()
    {
        givenCall();
        send(AnswerLate{}, 5s);
        QCOMPARE(said(), QStringLiteral("One moment, please."));
        say(Mystery); // The words have come; the model is asked.
        send(ModelLate{1}, 900ms);
        QVERIFY(said().isEmpty());
        send(ModelAnswered{1, callback()}, 300ms);
        send(AnswerLate{}, 5s);
        QCOMPARE(said(), QStringLiteral("One moment, please."));
    }

    void aLongWait_isFilledWithOtherWords()
    {
        givenCall();
        say(Mystery);
        send(ModelLate{1}, 900ms);
        QCOMPARE(said(), QStringLiteral("One moment, please."));
        send(AnswerLate{}, 3s);
        const QString second = said();
        QVERIFY(!second.isEmpty() && second != QLatin1String("One moment, please."));
        send(AnswerLate{}, 3s);
        QVERIFY2(!said().isEmpty() && said() != second, "never the same twice in a row");
    }

    void late_saysOneMomentOnlyWhileItWaits()
    {
        givenCall();
        say(Mystery);
        send(ModelLate{1}, 900ms);
        QCOMPARE(said(), QStringLiteral("One moment, please."));
        send(ModelAnswered{1, callback()}, 300ms);
        send(ModelLate{1}, 900ms);
        QVERIFY(said().isEmpty());
    }

    void callerGoesOn_isOneTurnAndOneNewQuestion()
    {
        givenCall();
        say(Mystery);
        say("wug wug snorfle");
        QVERIFY(asked() != nullptr);
        QCOMPARE(asked()->words, QStringLiteral("hrm snorfle wug please wug wug snorfle"));
        QCOMPARE(asked()->turn, 2);
        send(ModelAnswered{1, callback()}, 100ms);
        QVERIFY2(m_last.empty(), "the answer to the question before is void");
        send(ModelAnswered{2, callback()}, 100ms);
        QVERIFY(!said().isEmpty());
    }

    void answer_whileTheCallerSpeaksOn_waits()
    {
        givenCall();
        say(Mystery);
        send(InterimHeard{QStringLiteral("wug")}, 300ms);
        send(ModelAnswered{1, callback()}, 100ms);
        QVERIFY(m_last.empty());
        send(TimePassed{}, 1s);
        QVERIFY(m_last.empty());
        send(TimePassed{}, 1500ms);
        QVERIFY(!said().isEmpty());
    }

    void callerLeaves_whileWaiting_keepsWhatTheySaid()
    {
        givenCall();
        say("i would like an appointment");
        say("ana cruz");
        say(Mystery);
        send(CallerLeft{}, 100ms);
        const bool task = std::any_of(m_last.begin(), m_last.end(),
                                      [](const Action &action) { return std::holds_alternative<SubmitTask>(action); });
        QVERIFY(task);
    }

    void memory_isWhatWasHeardAndBounded()
    {
        givenCall();
        send(SpeechPlayed{1, QStringLiteral("Thank you for"), false}, 1s);
        send(SpeechPlayed{2, QString(), false}, 0ms);
        say(Mystery);
        QCOMPARE(asked()->earlier.size(), size_t(1));
        QCOMPARE(asked()->earlier[0].text, QStringLiteral("Thank you for"));
        QCOMPARE(asked()->earlier[0].speaker, Speaker::Assistant);
        send(ModelFailed{1});
        for (int i = 0; i < 50; ++i) {
            send(SpeechPlayed{quint64(10 + i), QStringLiteral("well ").repeated(100), true}, 10ms);
        }
        say("wug snorfle wug");
        QVERIFY(asked() != nullptr);
        QVERIFY(asked()->earlier.size() <= 8);
        QVERIFY(asked()->earlier.back().text.size() <= 240);
    }

    void tape_withAModel_playsAgainToTheBit()
    {
        givenCall();
        say(Mystery);
        send(ModelLate{1}, 900ms);
        Flow::ModelReading reading = callback();
        reading.said = {{SlotName::Reason, QStringLiteral("snorfle wug")}};
        reading.agrees = false;
        reading.acknowledgement = QStringLiteral("Thanks for explaining that.");
        send(ModelSaid{1, reading}, 300ms);
        send(ModelAnswered{1, reading}, 600ms);
        send(AnswerLate{}, 3s);
        say("ana cruz");
        say("wug wug snorfle");
        if (asked() != nullptr) {
            send(ModelFailed{asked()->turn}, 600ms);
        }
        send(CallerLeft{}, 1s);
        m_tape.actions = m_digest->result();
        const auto read = CallTape::fromBytes(m_tape.toBytes());
        QVERIFY(read.ok());
        QVERIFY(read->briefing.modelAvailable);
        QCOMPARE(replayedActions(*read), m_tape.actions);
    }
};

QTEST_GUILESS_MAIN(TestModelTurns)
#include "tst_modelturns.moc"
