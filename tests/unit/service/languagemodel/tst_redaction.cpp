#include "service/languagemodel/internal/redaction.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::LanguageModel;
using Flow::Expectation;

class TestRedaction : public QObject {
    Q_OBJECT

    Redaction m_redaction;

    QString hidden(const QString &words, Expectation expectation = Expectation::Nothing)
    {
        Flow::ModelQuestion question;
        question.words = words;
        question.expectation = expectation;
        return m_redaction.hide(question).words;
    }
    QString restored(const QString &words)
    {
        Flow::ModelReading reading;
        reading.acknowledgement = words;
        return m_redaction.restore(reading).acknowledgement;
    }

private Q_SLOTS:
    void init() { m_redaction = {}; }

    void hide_takesOutWhatTellsWhoItIs_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<Expectation>("expectation");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char *name, const char *said, Expectation expectation, const char *sent) {
            QTest::newRow(name) << QString::fromUtf8(said) << expectation << QString::fromUtf8(sent);
        };
        row("unknown words", "this is soledad ybarra i need an appointment", Expectation::Request,
            "this is NAME_1 NAME_2 i need an appointment");
        row("as people write", "Hi, it's Anand Krishnan-Rao.", Expectation::Nothing, "Hi, it's NAME_1 NAME_2.");
        row("ordinary words where a name is awaited", "grace church", Expectation::PatientName, "NAME_1 NAME_2");
        row("announced", "my name is summer day and my knee hurts", Expectation::Nothing,
            "my name is NAME_1 NAME_2 and my knee hurts");
        row("a month as a surname", "it's rosalinda may calling", Expectation::Nothing, "it's NAME_1 NAME_2 calling");
        row("spelled", "it's k r i s h", Expectation::Spelling, "it's NAME_1 NAME_2 NAME_3 NAME_4 NAME_5");
        row("a number in words", "five five five oh one two three", Expectation::PhoneNumber, "NUMBER_1");
        row("a number in digits", "call me at (212) 555-0199 please", Expectation::Nothing,
            "call me at NUMBER_1 please");
        row("a date of birth", "born march third nineteen eighty one", Expectation::Nothing, "born NUMBER_1");
        row("an address for mail", "write to ana.lopez99@mail.example", Expectation::Nothing, "write to NUMBER_1");
        row("nothing to hide", "i need to cancel my appointment because my back hurts", Expectation::Nothing,
            "i need to cancel my appointment because my back hurts");
        row("one is no number", "one of my kids is sick", Expectation::Nothing, "one of my kids is sick");
        row("a possessive", "my husband's knee", Expectation::Nothing, "my husband's knee");
        row("other alphabets", "my name is Łukasz Żółć", Expectation::Nothing, "my name is NAME_1 NAME_2");
    }
    void hide_takesOutWhatTellsWhoItIs()
    {
        QFETCH(QString, said);
        QFETCH(Expectation, expectation);
        QFETCH(QString, sent);
        QCOMPARE(hidden(said, expectation), sent);
        QCOMPARE(restored(sent), said);
    }

    void hide_givesTheSameNameTheSameTokenThroughTheCall()
    {
        Flow::ModelQuestion question;
        question.known = {{SlotName::PatientName, QStringLiteral("Summer Lopez")}};
        question.earlier = {{Speaker::Assistant, QStringLiteral("Thank you, Summer.")}};
        question.words = QStringLiteral("summer is sick");
        const Flow::ModelQuestion sent = m_redaction.hide(question);
        QCOMPARE(sent.known.at(SlotName::PatientName), QStringLiteral("NAME_1 NAME_2"));
        QCOMPARE(sent.earlier.front().text, QStringLiteral("Thank you, NAME_1."));
        QCOMPARE(sent.words, QStringLiteral("NAME_1 is sick"));
        QCOMPARE(hidden(QStringLiteral("it's lopez")), QStringLiteral("it's NAME_2"));
    }

    void restore_putsBackWhatTheModelCopied()
    {
        QCOMPARE(hidden(QStringLiteral("zaphod wants tuesday at five thirty")),
                 QStringLiteral("NAME_1 wants tuesday at NUMBER_1"));
        Flow::ModelReading reading;
        reading.said = {{SlotName::PatientName, QStringLiteral("NAME_1")},
                        {SlotName::PreferredTime, QStringLiteral("at number_1")}};
        const Flow::ModelReading back = m_redaction.restore(reading);
        QCOMPARE(back.said.at(SlotName::PatientName), QStringLiteral("zaphod"));
        QCOMPARE(back.said.at(SlotName::PreferredTime), QStringLiteral("at five thirty"));
    }

    void restore_ofATokenThatWasNeverGiven_leavesIt()
    {
        QCOMPARE(restored(QStringLiteral("NAME_7 is no one")), QStringLiteral("NAME_7 is no one"));
    }

    void hide_ofATokenThatTheCallerSays_doesNotGiveAnothersName()
    {
        QCOMPARE(hidden(QStringLiteral("zaphod")), QStringLiteral("NAME_1"));
        const QString sent = hidden(QStringLiteral("call NAME_1"));
        QCOMPARE(sent, QStringLiteral("call NUMBER_1"));
        QCOMPARE(restored(sent), QStringLiteral("call NAME_1"));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
