#include "service/safety/internal/secondopinion.h"
#include "service/safety/utterancesafety.h"

#include <QFile>
#include <QTest>

#include <algorithm>

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
    void words_arePlain();
    void sums_equalThoseOfTheTraining();
    void damagedFile_isRefused_data();
    void damagedFile_isRefused();
    void unheardOfWording_isRaisedWithTellingWords();
    void everydayTurn_isLeftAlone();
    void interimWords_areNeverDoubted();
    void deniedDanger_needsFarMore();
};

void TestSecondOpinion::words_arePlain()
{
    const std::vector<TurnWord> words = turnWords(u"Um, she's CHOKING\u2019s three 45 \u00c9l bleeding");
    std::vector<std::string> texts;
    for (const TurnWord &word : words)
        texts.push_back(word.text + "/" + word.stem);
    const std::vector<std::string> expected{"shes/she", "chokings/choking", "#s/#s", "#l/#l",
                                            "el/el",    "bleeding/bleed"};
    QCOMPARE(texts, expected);
    QCOMPARE(words.front().begin, 4);
    QCOMPARE(words.front().end, 9);
}

void TestSecondOpinion::sums_equalThoseOfTheTraining()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/data/safety/second_opinion_reference.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 60);
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        QCOMPARE(fields.size(), 1 + static_cast<qsizetype>(SecondOpinion::HeadCount));
        const auto sums = SecondOpinion::builtIn().sumsOf(turnWords(fields[0]));
        for (size_t head = 0; head < sums.size(); ++head)
            QVERIFY2(sums[head] == fields[1 + static_cast<qsizetype>(head)].toInt(), qPrintable(line));
    }
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
    QCOMPARE(assessByRules(turn).action, RequiredAction::Continue);
    const Assessment given = assess(turn);
    QCOMPARE(given.action, RequiredAction::EmergencyEscalate);
    QCOMPARE(given.emergency, Emergency::Medical);
    QVERIFY(hasRule(given, "second_opinion.emergency"));
    QVERIFY(!given.findings.front().words.isEmpty());
    QVERIFY(turn.contains(given.findings.front().words));
    QCOMPARE(assessEmergency(turn).action, RequiredAction::EmergencyEscalate);
}

void TestSecondOpinion::everydayTurn_isLeftAlone()
{
    for (const char *turn : {"i would like to book a cleaning for my daughter next thursday",
                             "can i move my visit from monday to wednesday please", "what time do you close on friday",
                             "thank you that is all", "yes", ""}) {
        const Assessment given = assess(QString::fromLatin1(turn));
        QVERIFY2(given.action == RequiredAction::Continue, turn);
        QVERIFY2(given.findings.empty(), turn);
    }
}

void TestSecondOpinion::interimWords_areNeverDoubted()
{
    const QString turn = QStringLiteral("my stomach feels a bit off today");
    const SecondOpinion &ear = SecondOpinion::builtIn();
    const float heard = ear.scoresOf(turn).emergency;
    QVERIFY(heard >= ear.thresholds().doubt && heard < ear.thresholds().emergency);
    QVERIFY(hasRule(assess(turn), "second_opinion.doubt"));
    QCOMPARE(assess(turn).action, RequiredAction::Escalate);
    QCOMPARE(assessEmergency(turn).action, RequiredAction::Continue);
}

void TestSecondOpinion::deniedDanger_needsFarMore()
{
    const QString denied = QStringLiteral("no he is not having a stroke or a seizure or anything like that");
    QVERIFY(assessByRules(denied).boundedDanger);
    QCOMPARE(assess(denied).emergency, Emergency::None);
    const SecondOpinion::Thresholds &from = SecondOpinion::builtIn().thresholds();
    QVERIFY(from.doubt < from.emergency && from.emergency < from.bounded);
}

QTEST_APPLESS_MAIN(TestSecondOpinion)
#include "tst_secondopinion.moc"
