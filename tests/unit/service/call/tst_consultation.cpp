#include "service/call/consultation.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Call;
using namespace std::chrono_literals;

namespace {

class HandModel final : public Frontdesk::LanguageModel::LanguageModel {
public:
    void ask(const Flow::ModelQuestion &question) override
    {
        asked << question.words;
        turn = question.turn;
    }
    void cancel() override { turn = 0; }
    void begin() { Q_EMIT began(turn); }
    void say(const char *sentence) { Q_EMIT said(turn, reading(sentence)); }
    void understand(const char *sentence) { Q_EMIT understood(turn, reading(sentence)); }
    void fail() { Q_EMIT failed(turn, {ErrorCode::Timeout, QStringLiteral("too late")}); }
    static Flow::ModelReading reading(const char *sentence)
    {
        Flow::ModelReading reading;
        reading.acknowledgement = QLatin1String(sentence);
        return reading;
    }

    QStringList asked;
    int turn = 0; ///< 0: nothing is asked.
};

} // namespace

class TestConsultation : public QObject {
    Q_OBJECT

    Tests::VirtualScheduler m_scheduler;
    HandModel *m_model = nullptr;
    std::unique_ptr<Consultation> m_consultation;
    QStringList m_told;
    QList<bool> m_ahead;
    int m_begun = 0;

    void given(bool withModel)
    {
        auto model = std::make_unique<HandModel>();
        m_model = model.get();
        m_told.clear();
        m_ahead.clear();
        m_begun = 0;
        m_consultation = std::make_unique<Consultation>(withModel ? std::move(model) : nullptr, m_scheduler);
        connect(m_consultation.get(), &Consultation::told, this, [this](const Dialogue::EventBody &event) {
            if (const auto *said = std::get_if<Dialogue::ModelSaid>(&event)) {
                m_told << QStringLiteral("said ") + said->soFar.acknowledgement;
            } else if (const auto *answered = std::get_if<Dialogue::ModelAnswered>(&event)) {
                m_told << QStringLiteral("answered ") + answered->reading.acknowledgement;
            } else {
                m_told << (std::holds_alternative<Dialogue::ModelLate>(event) ? QStringLiteral("late")
                                                                              : QStringLiteral("failed"));
            }
        });
        connect(m_consultation.get(), &Consultation::aheadSettled, this, [this](bool used) { m_ahead << used; });
        connect(m_consultation.get(), &Consultation::began, this, [this] { ++m_begun; });
    }
    static Flow::ModelQuestion question(const char *words, int turn = 1)
    {
        Flow::ModelQuestion question;
        question.turn = turn;
        question.words = QLatin1String(words);
        return question;
    }

private Q_SLOTS:
    void init() { given(true); }

    void answer_isTold_andLateOnlyOnce()
    {
        m_consultation->ask(question("hello"));
        m_scheduler.advance(1s);
        m_model->say("I see.");
        m_scheduler.advance(1s);
        m_model->understand("I see.");
        m_scheduler.advance(10s);
        const QStringList expected{QStringLiteral("late"), QStringLiteral("said I see."),
                                   QStringLiteral("answered I see.")};
        QCOMPARE(m_told, expected);
    }

    void noAnswer_failsInTime()
    {
        m_consultation->ask(question("hello"));
        m_scheduler.advance(4s);
        QCOMPARE(m_told.last(), QStringLiteral("failed"));
        QCOMPARE(m_model->turn, 0);
        given(false);
        m_consultation->ask(question("hello"));
        QVERIFY(m_told.isEmpty());
        m_scheduler.advance(0ms);
        QCOMPARE(m_told, QStringList{QStringLiteral("failed")});
    }

    void drop_saysNothingMore()
    {
        m_consultation->ask(question("hello"));
        m_consultation->drop();
        m_scheduler.advance(10s);
        QVERIFY(m_told.isEmpty());
        QCOMPARE(m_model->turn, 0);
    }

    void askedAhead_theSameIsAskedOnceAndToldWhenAsked()
    {
        m_consultation->askAhead(question("I need, um, help"));
        QVERIFY(!m_consultation->canAskAhead());
        m_model->begin();
        m_model->say("I see.");
        m_model->understand("I see.");
        m_scheduler.advance(10s);
        QVERIFY(m_told.isEmpty());
        m_consultation->ask(question("i need um help."));
        QVERIFY(m_told.isEmpty()); // Never from within.
        m_scheduler.advance(0ms);
        const QStringList expected{QStringLiteral("said I see."), QStringLiteral("answered I see.")};
        QCOMPARE(m_told, expected);
        QCOMPARE(m_model->asked.size(), 1);
        QCOMPARE(m_ahead, QList<bool>{true});
        QCOMPARE(m_begun, 1);
        m_scheduler.advance(10s);
        QCOMPARE(m_told.size(), 2);
    }

    void askedAhead_answerStillOnItsWay_keepsItsOrder()
    {
        m_consultation->askAhead(question("hello"));
        m_model->say("I see.");
        m_consultation->ask(question("hello"));
        m_model->understand("I see."); // Before the loop has turned.
        m_scheduler.advance(0ms);
        const QStringList expected{QStringLiteral("said I see."), QStringLiteral("answered I see.")};
        QCOMPARE(m_told, expected);
    }

    void askedAhead_otherWords_isThrownAway()
    {
        m_consultation->askAhead(question("hello"));
        m_model->understand("Never said.");
        m_consultation->ask(question("hello there"));
        QCOMPARE(m_ahead, QList<bool>{false});
        QCOMPARE(m_model->asked.size(), 2);
        m_model->understand("I see.");
        m_scheduler.advance(10s);
        QCOMPARE(m_told, QStringList{QStringLiteral("answered I see.")});
    }

    void askedAhead_ofAnotherTurn_isThrownAway()
    {
        m_consultation->askAhead(question("hello", 1));
        m_consultation->ask(question("hello", 2));
        QCOMPARE(m_model->turn, 2);
        QCOMPARE(m_ahead, QList<bool>{false});
    }

    void askedAhead_failing_isAskedAnew()
    {
        m_consultation->askAhead(question("hello"));
        m_model->fail();
        QCOMPARE(m_ahead, QList<bool>{false});
        m_consultation->ask(question("hello"));
        m_model->understand("I see.");
        m_scheduler.advance(0ms);
        QCOMPARE(m_told, QStringList{QStringLiteral("answered I see.")});
    }

    void askedAhead_neverNeeded_isDropped()
    {
        m_consultation->askAhead(question("hello"));
        m_consultation->drop(); // No question is open.
        QCOMPARE(m_model->turn, 1);
        m_consultation->dropAhead();
        m_consultation->dropAhead();
        QCOMPARE(m_model->turn, 0);
        QCOMPARE(m_ahead, QList<bool>{false});
        QVERIFY(m_consultation->canAskAhead());
    }
};

QTEST_APPLESS_MAIN(TestConsultation)
#include "tst_consultation.moc"
