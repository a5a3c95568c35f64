#include "service/dialogue/internal/wordsread.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

/// Whatever was read before must not show in what is read now.
class TestWordsRead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void assess_sameWordsAfterAnotherQuestion_areReadAnew();
    void assess_sameWordsAgain_giveTheSame();
    void assessEmergency_eachInterim_isReadAsIfAlone();
    void readSlots_sameWordsInAnotherContext_areReadAnew();
};

void TestWordsRead::assess_sameWordsAfterAnotherQuestion_areReadAnew()
{
    WordsRead words;
    const QString yes = QStringLiteral("yes");
    const Safety::UtteranceContext plain{QStringLiteral("Is it for you?"), {}};
    const Safety::UtteranceContext grave{QStringLiteral("Are you having chest pain?"), {}};
    QCOMPARE(words.assess(yes, plain).emergency, Safety::Emergency::None);
    QCOMPARE(words.assess(yes, grave).emergency, Safety::Emergency::Medical);
    QCOMPARE(words.assess(yes, plain).emergency, Safety::Emergency::None);
}

void TestWordsRead::assess_sameWordsAgain_giveTheSame()
{
    WordsRead words;
    const QString said = QStringLiteral("I need a refill of my blood pressure pills");
    const Safety::Assessment first = words.assess(said, {});
    const Safety::Assessment again = words.assess(said, {});
    const Safety::Assessment alone = Safety::assess(said);
    for (const Safety::Assessment &one : {first, again}) {
        QCOMPARE(one.medicalRequest, Safety::MedicalRequest::Refill);
        QCOMPARE(one.action, alone.action);
        QCOMPARE(one.findings.size(), alone.findings.size());
    }
    QCOMPARE(words.assess(QStringLiteral("on Tuesday"), {}).medicalRequest, Safety::MedicalRequest::None);
}

void TestWordsRead::assessEmergency_eachInterim_isReadAsIfAlone()
{
    WordsRead words;
    for (const char *interim : {"my husband", "my husband", "my husband can't breathe", "my husband can't breathe",
                                "my husband", "can you hear me"}) {
        const QString text = QString::fromLatin1(interim);
        QCOMPARE(words.assessEmergency(text, {}).emergency, Safety::assessEmergency(text).emergency);
    }
    QCOMPARE(words.assessEmergency(QStringLiteral("my husband can't breathe"), {}).emergency,
             Safety::Emergency::Medical);
}

void TestWordsRead::readSlots_sameWordsInAnotherContext_areReadAnew()
{
    WordsRead words;
    ReadingContext context;
    context.localNow = QDateTime(QDate(2026, 3, 2), QTime(9, 0));
    context.expectation = Flow::Expectation::DateTime;
    const QString tomorrow = QStringLiteral("tomorrow");
    const auto day = [&] { return words.readSlots(tomorrow, context).slotValues[SlotName::PreferredDate].value; };
    QCOMPARE(day(), QStringLiteral("2026-03-03"));
    context.localNow = context.localNow.addSecs(60);
    QCOMPARE(day(), QStringLiteral("2026-03-03"));
    context.localNow = context.localNow.addDays(1);
    QCOMPARE(day(), QStringLiteral("2026-03-04"));

    const QString said = QStringLiteral("Smith");
    context.expectation = Flow::Expectation::Reason;
    QVERIFY(!words.readSlots(said, context).slotValues.contains(SlotName::PatientName));
    context.expectation = Flow::Expectation::PatientName;
    QVERIFY(words.readSlots(said, context).slotValues.contains(SlotName::PatientName));

    const QString yes = QStringLiteral("yes that works");
    context.expectation = Flow::Expectation::YesNo;
    QVERIFY(!words.readSlots(yes, context).slotValues.contains(SlotName::PreferredDate));
    SlotValue offered;
    offered.value = QStringLiteral("2026-03-05");
    context.offered[SlotName::PreferredDate] = offered;
    QCOMPARE(words.readSlots(yes, context).slotValues[SlotName::PreferredDate].value, offered.value);
}

QTEST_GUILESS_MAIN(TestWordsRead)
#include "tst_wordsread.moc"
