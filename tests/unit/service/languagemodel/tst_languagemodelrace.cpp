#include "service/languagemodel/languagemodelrace.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::LanguageModel;
using namespace std::chrono_literals;

namespace {

/// Answers when the test says so.
class HandModel final : public Frontdesk::LanguageModel::LanguageModel {
public:
    void ask(const Flow::ModelQuestion &question) override { turn = question.turn; }
    void cancel() override { turn = 0; }
    void say(const char *sentence)
    {
        Flow::ModelReading soFar;
        soFar.acknowledgement = QLatin1String(sentence);
        Q_EMIT said(turn, soFar);
    }
    void understand(const char *acknowledgement)
    {
        Flow::ModelReading reading;
        reading.acknowledgement = QLatin1String(acknowledgement);
        Q_EMIT understood(turn, reading);
    }
    void fail() { Q_EMIT failed(turn, {ErrorCode::Timeout, QStringLiteral("too late")}); }

    int turn = 0; ///< 0: nothing is asked.
};

} // namespace

class TestLanguageModelRace : public QObject {
    Q_OBJECT

    Tests::VirtualScheduler m_scheduler;
    std::array<HandModel *, 2> m_models{};
    std::unique_ptr<LanguageModelRace> m_race;
    QStringList m_heard;

    LanguageModelRace::Choice choice(size_t at)
    {
        return {QStringLiteral("m%1").arg(at), [this, at] {
                    auto model = std::make_unique<HandModel>();
                    m_models.at(at) = model.get();
                    return model;
                }};
    }
    void ask(int turn)
    {
        Flow::ModelQuestion question;
        question.turn = turn;
        m_race->ask(question);
    }

private Q_SLOTS:
    void init()
    {
        m_models = {};
        m_heard.clear();
        m_race = std::make_unique<LanguageModelRace>(std::vector{choice(0), choice(1)}, m_scheduler, 1000ms);
        connect(m_race.get(), &Frontdesk::LanguageModel::LanguageModel::understood, this,
                [this](int turn, const Flow::ModelReading &reading) {
                    m_heard << QStringLiteral("%1 %2").arg(turn).arg(reading.acknowledgement);
                });
        connect(m_race.get(), &Frontdesk::LanguageModel::LanguageModel::failed, this,
                [this](int turn, const Error &) { m_heard << QStringLiteral("%1 failed").arg(turn); });
    }
    void cleanup() { m_race.reset(); }

    void whoSpeaksFirst_isListenedTo_andHelpedWhenItBreaks()
    {
        QStringList said;
        connect(m_race.get(), &Frontdesk::LanguageModel::LanguageModel::said, this,
                [&said](int, const Flow::ModelReading &soFar) { said << soFar.acknowledgement; });
        ask(1);
        m_scheduler.advance(1s);
        QCOMPARE(m_models[1]->turn, 1);
        m_models[1]->say("I see.");
        QCOMPARE(m_models[0]->turn, 0); // Given up.
        QCOMPARE(said, QStringList{QStringLiteral("I see.")});
        m_models[1]->understand("I see.");
        QCOMPARE(m_heard, QStringList{QStringLiteral("1 I see.")});
        m_models[1]->turn = 0;
        ask(2);
        m_models[0]->say("Right.");
        m_scheduler.advance(5s);
        QCOMPARE(m_models[1]->turn, 0); // Nobody is raced who is speaking.
        m_models[0]->fail();
        QCOMPARE(m_models[1]->turn, 2);
        m_models[1]->understand("Sure.");
        QCOMPARE(m_heard.last(), QStringLiteral("2 Sure."));
    }

    void answer_inTime_leavesTheSecondAlone()
    {
        ask(1);
        m_scheduler.advance(999ms);
        m_models[0]->understand("first");
        m_scheduler.advance(5s);
        QCOMPARE(m_heard, QStringList{QStringLiteral("1 first")});
        QCOMPARE(m_models[1], nullptr);
    }

    void answer_thatIsLate_isRacedByTheSecond_data()
    {
        QTest::addColumn<int>("winner");
        QTest::newRow("the second wins") << 1;
        QTest::newRow("the first wins after all") << 0;
    }
    void answer_thatIsLate_isRacedByTheSecond()
    {
        QFETCH(int, winner);
        ask(1);
        m_scheduler.advance(1000ms);
        QCOMPARE(m_models[0]->turn, 1);
        QCOMPARE(m_models[1]->turn, 1);
        m_models.at(size_t(winner))->understand("words");
        QCOMPARE(m_heard, QStringList{QStringLiteral("1 words")});
        QCOMPARE(m_models.at(size_t(1 - winner))->turn, 0);
        m_scheduler.advance(5s);
        QCOMPARE(m_heard.size(), 1);
    }

    void failure_asksTheSecondAtOnce()
    {
        ask(1);
        m_models[0]->fail();
        QCOMPARE(m_models[1]->turn, 1);
        m_models[1]->understand("second");
        QCOMPARE(m_heard, QStringList{QStringLiteral("1 second")});
    }

    void failureOfBoth_isToldOnce()
    {
        ask(1);
        m_scheduler.advance(1000ms);
        m_models[0]->fail();
        QVERIFY(m_heard.isEmpty());
        m_models[1]->fail();
        QCOMPARE(m_heard, QStringList{QStringLiteral("1 failed")});
    }

    void cancel_isTheLastThatIsHeard()
    {
        ask(1);
        m_scheduler.advance(1000ms);
        m_race->cancel();
        QCOMPARE(m_models[0]->turn, 0);
        QCOMPARE(m_models[1]->turn, 0);
        m_scheduler.advance(5s);
        QVERIFY(m_heard.isEmpty());
    }

    void nextQuestion_forgetsTheFirst()
    {
        ask(1);
        ask(2);
        m_models[0]->understand("second question");
        QCOMPARE(m_heard, QStringList{QStringLiteral("2 second question")});
    }
};

QTEST_GUILESS_MAIN(TestLanguageModelRace)
#include "tst_languagemodelrace.moc"
