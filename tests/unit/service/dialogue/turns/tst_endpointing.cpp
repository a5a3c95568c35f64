#include "service/dialogue/turns/endpointing.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using Flow::Expectation;

class TestEndpointing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wait_dependsOnWordsAndQuestion_data()
    {
        const TurnTiming timing;
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("expectation");
        QTest::addColumn<qint64>("wait");
        const auto row = [](const char *name, const char *words, Expectation expectation, Milliseconds wait) {
            QTest::newRow(name) << QString::fromLatin1(words) << static_cast<int>(expectation)
                                << static_cast<qint64>(wait.count());
        };
        row("nothing recognized", "", Expectation::Request, timing.withoutWordsYet);
        row("yes to a yes-no question", "yes", Expectation::YesNo, timing.afterYesNo);
        row("no to anything else", "No.", Expectation::AnythingElse, timing.afterCompleteAnswer);
        row("yes to an open question waits", "yes", Expectation::Request, timing.afterCompleteAnswer);
        row("complete answer", "just a regular checkup", Expectation::Reason, timing.afterCompleteAnswer);
        row("pause between digit groups", "five five five", Expectation::PhoneNumber, timing.whileDigitsExpected);
        row("digits unasked", "it's four one four", Expectation::Request, timing.whileDigitsExpected);
        row("all ten digits", "two one two five five five oh one two three", Expectation::PhoneNumber,
            timing.afterCompleteNumber);
        row("ten digits written", "212 555 0123", Expectation::PhoneNumber, timing.afterCompleteNumber);
        row("spelling", "s m i", Expectation::Spelling, timing.whileDigitsExpected);
        row("filler", "well um", Expectation::DateTime, timing.afterFiller);
        row("stalling", "hmm let me see", Expectation::DateTime, timing.afterFiller);
        row("unfinished clause", "i need to see someone because", Expectation::Request, timing.afterUnfinishedClause);
    }
    void wait_dependsOnWordsAndQuestion()
    {
        QFETCH(QString, words);
        QFETCH(int, expectation);
        QFETCH(qint64, wait);
        const Endpointing endpointing;
        QCOMPARE(qint64(endpointing.waitAfter(SaidSoFar(words), static_cast<Expectation>(expectation)).count()), wait);
    }

    void learnPause_slowCaller_getsMoreTime()
    {
        Endpointing endpointing;
        const auto before = endpointing.waitAfter(SaidSoFar(QStringLiteral("my knee hurts")), Expectation::Reason);
        for (int i = 0; i < 5; ++i) {
            endpointing.learnPause(Milliseconds(600));
        }
        const auto after = endpointing.waitAfter(SaidSoFar(QStringLiteral("my knee hurts")), Expectation::Reason);
        QCOMPARE(before, TurnTiming{}.afterCompleteAnswer);
        QCOMPARE(after, Milliseconds(900));
    }

    void learnPause_veryLongPauses_areBounded()
    {
        Endpointing endpointing;
        endpointing.learnPause(Milliseconds(9000));
        QCOMPARE(endpointing.waitAfter(SaidSoFar(QStringLiteral("my knee hurts")), Expectation::Reason),
                 TurnTiming{}.longestLearnedPause);
    }
};

QTEST_APPLESS_MAIN(TestEndpointing)
#include "tst_endpointing.moc"
