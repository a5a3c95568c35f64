#include "service/dialogue/internal/clinicanswers.h"
#include "tests/unit/service/dialogue/callbench.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

class ClinicAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *question, const char *answer, const char *plan = "") {
            QTest::newRow(question) << QString::fromLatin1(plan) << QString::fromLatin1(answer);
        };
        row("what are your hours", "We're open Monday to Friday, 8 AM to 5 PM, and Saturday, 9 AM to noon.");
        row("are you open right now", "Yes, we're open until 5 PM today.");
        row("what time do you close", "Yes, we're open until 5 PM today.");
        row("are you open on saturday", "We're open on Saturday 9 AM to noon.");
        row("are you guys open sunday", "We're closed on Sunday.");
        row("you guys open good friday", "We're closed on Good Friday.");
        row("what time do you open tomorrow", "We're open tomorrow 8 AM to 5 PM.");
        row("are you open this weekend", "We're open on Saturday 9 AM to noon.");
        row("what's your address", "We're at 200 River Street.");
        row("where are you located", "We're at 200 River Street.");
        row("how do i get there", "We're next to the library, two blocks from Main Street.");
        row("is there parking", "Parking is free behind the building.");
        row("do you take aetna", "Yes, we take Aetna.", "Aetna");
        row("do you accept oscar", "I don't see Oscar on our list, so I'll have our staff check that for you.",
            "Oscar");
        row("what insurances do you take", "We take Aetna and Cigna.");
        row("does my plan cover a physical", "", "Aetna");
        row("do you do physicals", "Yes, we offer physicals.");
        row("what services do you offer", "We offer flu shots and physicals.");
        row("do you have a doctor lopez", "Yes, Dr. Maria Lopez is with us.");
        row("is there someone for pediatrics", "Yes, Dr. Maria Lopez is with us.");
        row("who are your doctors", "Our providers are Dr. Maria Lopez.");
        row("is doctor lopez in this week", "");
        row("what's your fax number", "");
        row("do you validate parking tickets at the hospital", "Parking is free behind the building.");
    }
    void answers()
    {
        QFETCH(QString, plan);
        const auto found = answerFromProfile(Tests::clinic(), QString::fromLatin1(QTest::currentDataTag()), plan,
                                             QDateTime(QDate(2026, 3, 4), QTime(9, 20)));
        const QString text =
            found ? PhraseBook::builtIn().text(found->phraseId, QStringLiteral("en"), found->values) : QString();
        QTEST(text, "answer");
    }

    void profileWithoutFacts_answersNothing()
    {
        ClinicProfile bare;
        bare.name = QStringLiteral("Bare");
        const QDateTime now(QDate(2026, 3, 4), QTime(9, 20));
        for (const char *question : {"what are your hours", "where are you located", "do you take aetna",
                                     "is there parking", "who are your doctors", "what services do you offer"}) {
            QVERIFY2(!answerFromProfile(bare, QString::fromLatin1(question), QStringLiteral("Aetna"), now), question);
        }
        QVERIFY(!isKnownClosed(bare, now));
    }

    void closedNow_saysWhenItOpens()
    {
        const QDateTime night(QDate(2026, 3, 4), QTime(19, 0));
        QVERIFY(isKnownClosed(Tests::clinic(), night));
        const auto found = answerFromProfile(Tests::clinic(), QStringLiteral("are you open right now"), {}, night);
        QVERIFY(found.has_value());
        QCOMPARE(found->values.value(QStringLiteral("opening")), QStringLiteral("tomorrow at 8 AM"));
    }

    void unlistedPlan_isNotSettled()
    {
        const auto found = answerFromProfile(Tests::clinic(), QStringLiteral("do you take oscar"),
                                             QStringLiteral("Oscar"), QDateTime(QDate(2026, 3, 4), QTime(9, 20)));
        QVERIFY(found && !found->settled);
    }

    void asksAboutClinic_wishesAreNotQuestions()
    {
        QVERIFY(asksAboutClinic(Tests::clinic(), QStringLiteral("where do i park")));
        QVERIFY(asksAboutClinic(Tests::clinic(), QStringLiteral("what are your hours")));
        QVERIFY(!asksAboutClinic(Tests::clinic(), QStringLiteral("next tuesday morning")));
        QVERIFY(!asksAboutClinic(Tests::clinic(), QStringLiteral("john smith")));
    }
};

QTEST_GUILESS_MAIN(ClinicAnswersTest)
#include "tst_clinicanswers.moc"
