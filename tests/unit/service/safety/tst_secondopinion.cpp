#include "service/safety/internal/secondopinion.h"
#include "service/safety/utterancesafety.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Frontdesk;
using namespace Frontdesk::Safety;

namespace {

QByteArray builtInFile()
{
    QFile file(QStringLiteral(":/safety/second_opinion.bin"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasRule(const Assessment &assessment, const char *rule)
{
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [rule](const Finding &finding) { return finding.rule == QLatin1String(rule); });
}

} // namespace

class TestSecondOpinion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void features_knowMeaningsAndBounds();
    void damagedFile_isRefused_data();
    void damagedFile_isRefused();
    void unheardOfWording_isRaisedWithTellingWords();
    void veiledMatter_goesToPeople_data();
    void veiledMatter_goesToPeople();
    void everydayTurn_isLeftAlone();
    void figureOfSpeech_isNoEmergency_data();
    void figureOfSpeech_isNoEmergency();
    void rulesDanger_stands_data();
    void rulesDanger_stands();
    void beginningOfATurn_isJudgedByEmergencyAlone();
};

void TestSecondOpinion::features_knowMeaningsAndBounds()
{
    const auto shared = [](const char *one, const char *two) {
        std::vector<uint32_t> left = lessonOf(QString::fromLatin1(one)).features;
        std::vector<uint32_t> right = lessonOf(QString::fromLatin1(two)).features;
        std::sort(left.begin(), left.end());
        std::sort(right.begin(), right.end());
        std::vector<uint32_t> both;
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
        return both.size();
    };
    // No word in common, the same meanings; and words in common, one of them denied.
    QVERIFY(shared("lips purplish", "tongue bluish") > shared("lips purplish", "tuesday works"));
    QVERIFY(shared("vomiting blood", "vomiting blood today") > shared("vomiting blood", "not vomiting blood"));
}

void TestSecondOpinion::damagedFile_isRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray whole = builtInFile();
    const auto changed = [&](qsizetype at) {
        QByteArray file = whole;
        file[at] = static_cast<char>(file[at] + 1);
        return file;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << whole.chopped(1);
    QTest::newRow("another magic") << changed(0);
    QTest::newRow("another version") << changed(4);
    QTest::newRow("other bits") << changed(5);
    QTest::newRow("other heads") << changed(6);
}

void TestSecondOpinion::damagedFile_isRefused()
{
    QFETCH(QByteArray, file);
    QVERIFY(SecondOpinion::read(builtInFile()));
    QVERIFY(!SecondOpinion::read(file));
}

void TestSecondOpinion::unheardOfWording_isRaisedWithTellingWords()
{
    const QString turn = QStringLiteral("He keeps dropping his fork and his words come out like soup");
    QCOMPARE(lessonOf(turn).byRules.action, RequiredAction::Continue);
    const Assessment given = assess(turn);
    QCOMPARE(given.action, RequiredAction::EmergencyEscalate);
    QCOMPARE(given.emergency, Emergency::Medical);
    QVERIFY(hasRule(given, "second_opinion.emergency"));
    QVERIFY(!given.findings.front().words.isEmpty());
    QVERIFY(turn.contains(given.findings.front().words));
}

void TestSecondOpinion::veiledMatter_goesToPeople_data()
{
    QTest::addColumn<QString>("turn");
    QTest::addColumn<EscalationReason>("reason");
    QTest::newRow("refill") << QStringLiteral(
                                   "the white oval ones i take at bedtime they are gone i need the next batch")
                            << EscalationReason::Medication;
    QTest::newRow("results") << QStringLiteral("the lab took six tubes friday am i anemic or not")
                             << EscalationReason::TestResults;
    QTest::newRow("advice") << QStringLiteral("can he stick a ruler down the cast it itches like crazy")
                            << EscalationReason::MedicalAdvice;
}

void TestSecondOpinion::veiledMatter_goesToPeople()
{
    QFETCH(QString, turn);
    QFETCH(EscalationReason, reason);
    QCOMPARE(lessonOf(turn).byRules.action, RequiredAction::Continue);
    const Assessment given = assess(turn);
    QCOMPARE(given.action, RequiredAction::Escalate);
    QVERIFY(hasRule(given, "second_opinion.people"));
    QCOMPARE(given.findings.front().reason, reason);
    QVERIFY(!given.findings.front().words.isEmpty());
}

void TestSecondOpinion::everydayTurn_isLeftAlone()
{
    for (const char *turn : {"i would like to book a cleaning for my daughter next thursday",
                             "can i move my visit from monday to wednesday please", "what time do you close on friday",
                             "thank you that is all", "yes", ""}) {
        const Assessment given = assess(QString::fromLatin1(turn));
        QVERIFY2(given.action == RequiredAction::Continue, turn);
        QVERIFY2(std::none_of(given.findings.begin(), given.findings.end(),
                              [](const Finding &finding) { return finding.rule.startsWith(QLatin1String("second")); }),
                 turn);
    }
}

void TestSecondOpinion::figureOfSpeech_isNoEmergency_data()
{
    QTest::addColumn<QString>("turn");
    QTest::newRow("drill") << QStringLiteral(
        "the kids have an active shooter drill at school that morning so make it after lunch");
    QTest::newRow("stroke of the pen") << QStringLiteral(
        "her swim coach teaches the breast stroke at three so after four please");
    QTest::newRow("wit") << QStringLiteral(
        "missing this meeting would be career suicide so i need to push my appointment to noon");
}

void TestSecondOpinion::figureOfSpeech_isNoEmergency()
{
    QFETCH(QString, turn);
    QCOMPARE(assess(turn).emergency, Emergency::None);
    QCOMPARE(assessEmergency(turn).emergency, Emergency::None);
}

void TestSecondOpinion::rulesDanger_stands_data()
{
    QTest::addColumn<QString>("turn");
    for (const char *turn : {"i've been stabbed", "his sugar is thirty one", "this is a medical emergency",
                             "hello is this the doctor we need an ambulance at our house please",
                             "i have been meaning to book but my blood pressure is two thirty over one twenty five"})
        QTest::newRow(turn) << QString::fromLatin1(turn);
}

void TestSecondOpinion::rulesDanger_stands()
{
    QFETCH(QString, turn);
    QCOMPARE(lessonOf(turn).byRules.action, RequiredAction::EmergencyEscalate);
    QCOMPARE(assess(turn).action, RequiredAction::EmergencyEscalate);
}

void TestSecondOpinion::beginningOfATurn_isJudgedByEmergencyAlone()
{
    const QString turn = QStringLiteral("the lab took six tubes friday am i anemic or not");
    QCOMPARE(assess(turn).action, RequiredAction::Escalate);
    QCOMPARE(assessEmergency(turn).action, RequiredAction::Continue);
    const SecondOpinion::Thresholds &from = SecondOpinion::builtIn().thresholds();
    QVERIFY(from.doubt <= from.emergency && from.emergency < from.interim);
}

QTEST_APPLESS_MAIN(TestSecondOpinion)
#include "tst_secondopinion.moc"
