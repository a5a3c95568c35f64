#include "service/safety/internal/lexicon.h"
#include "service/safety/utterancesafety.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Safety;

class TestUtteranceSafety : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vocabulary_readsWithoutProblems();
    void emergency_isFoundWithRuleAndWords();
    void action_followsTheWords_data();
    void action_followsTheWords();
    void answer_toADangerQuestionCounts();
    void beginningOfATurn_raisesNoAlarmThatTheEndDenies();
    void hugeOrEmptyText_isHandled();
};

void TestUtteranceSafety::vocabulary_readsWithoutProblems()
{
    for (const std::string &problem : Lexicon::builtIn().problems())
        QFAIL(problem.c_str());
    QVERIFY(Lexicon::builtIn().rules().size() > 50);
}

void TestUtteranceSafety::emergency_isFoundWithRuleAndWords()
{
    const Assessment given = assessEmergency(QStringLiteral("My husband's CHEST hurts"));
    QCOMPARE(given.emergency, Emergency::Medical);
    QCOMPARE(given.findings.front().rule, QStringLiteral("heart.pain_or_pressure_in_chest"));
    QCOMPARE(given.findings.front().words, QStringLiteral("CHEST hurts"));
    QCOMPARE(given.findings.front().reason, EscalationReason::EmergencyMedical);
}

void TestUtteranceSafety::action_followsTheWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<RequiredAction>("action");
    const auto row = [](const char *words, RequiredAction action) {
        QTest::newRow(words) << QString::fromUtf8(words) << action;
    };
    row("no chest pain just a cough", RequiredAction::Continue);
    row("no fever just chest pain", RequiredAction::EmergencyEscalate);
    row("i had a stroke last year and today my arm went weak", RequiredAction::EmergencyEscalate);
    row("he had a heart attack in twenty nineteen and needs his follow up", RequiredAction::Continue);
    row("my pressure is two thirty over one twenty five", RequiredAction::EmergencyEscalate);
    row("her temperature is one oh one and she is three weeks old", RequiredAction::EmergencyEscalate);
    row("chess pain", RequiredAction::EmergencyEscalate);
    row("i have chest pressure since this morning", RequiredAction::EmergencyEscalate);
    row("my blood sugar is thirty one", RequiredAction::EmergencyEscalate);
    row("i want to be dead", RequiredAction::EmergencyEscalate);
    row("there's a man with a knife in your waiting room", RequiredAction::EmergencyEscalate);
    row("we lost the baby in april and i keep getting reminders", RequiredAction::Escalate);
    row("i had a heart attack back in april and the cardiologist said do a recheck in november so that's why i'm "
        "calling",
        RequiredAction::Continue);
    row("are you a machine or is there somebody there", RequiredAction::Continue);
    row("well hello there young lady i was just telling my neighbor how cold it's been", RequiredAction::Continue);
    row("no puede respirar", RequiredAction::EmergencyEscalate);
    row("xin chào tôi muốn đặt lịch hẹn", RequiredAction::Escalate);
    row("representative", RequiredAction::Escalate);
    row("are you a robot", RequiredAction::Continue);
    row("please call me back", RequiredAction::Continue);
    row("i need a refill", RequiredAction::Escalate);
    row("my dog had a seizure so i must reschedule", RequiredAction::Continue);
}

void TestUtteranceSafety::action_followsTheWords()
{
    QFETCH(QString, words);
    QFETCH(RequiredAction, action);
    QCOMPARE(assess(words).action, action);
}

void TestUtteranceSafety::answer_toADangerQuestionCounts()
{
    UtteranceContext context;
    context.previousAssistant = QStringLiteral("I see. Are you having any chest pain?");
    QCOMPARE(assess(QStringLiteral("yes a little"), context).emergency, Emergency::Medical);
    QCOMPARE(assess(QStringLiteral("no none of that"), context).emergency, Emergency::None);
    context.previousAssistant =
        QStringLiteral("If this is a medical emergency, please hang up and dial 911. How can I help?");
    QCOMPARE(assess(QStringLiteral("yes an appointment"), context).emergency, Emergency::None);
}

void TestUtteranceSafety::beginningOfATurn_raisesNoAlarmThatTheEndDenies()
{
    for (const char *turn : {"no chest pain just a cough", "i have no chest pain and no fever only a rash",
                             "she never passed out or anything she is just tired"}) {
        const QString whole = QString::fromLatin1(turn);
        for (qsizetype length = 1; length <= whole.size(); ++length)
            QVERIFY2(assessEmergency(whole.left(length)).emergency == Emergency::None, qPrintable(whole.left(length)));
    }
    // What it may become decides: the trained ear does not guess at a sentence that hangs in the air.
    const Assessment hanging = assessEmergency(QStringLiteral("I don't want to be"));
    QVERIFY2(hanging.emergency == Emergency::None,
             qPrintable(hanging.findings.empty() ? QString() : hanging.findings.front().rule));
    QCOMPARE(assessEmergency(QStringLiteral("I don't want to be recorded")).emergency, Emergency::None);
    QCOMPARE(assessEmergency(QStringLiteral("I don't want to be alive")).emergency, Emergency::SelfHarm);
    const QString danger = QStringLiteral("my husband can not breathe and he is turning blue please hurry");
    QCOMPARE(assessEmergency(danger.left(danger.indexOf(QLatin1String(" and")))).emergency, Emergency::Medical);
}

void TestUtteranceSafety::hugeOrEmptyText_isHandled()
{
    QCOMPARE(assess(QString()).action, RequiredAction::Continue);
    QCOMPARE(assess(QString(100000, QLatin1Char('a'))).action, RequiredAction::Continue);
    QCOMPARE(assess(QStringLiteral("?!... '' \u0000")).action, RequiredAction::Continue);
}

QTEST_APPLESS_MAIN(TestUtteranceSafety)
#include "tst_utterancesafety.moc"
