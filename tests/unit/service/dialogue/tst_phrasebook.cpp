#include "service/dialogue/phrasebook.h"
#include "tests/unit/service/dialogue/callbench.h"

#include <QTest>

#include <set>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

class PhraseBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void languages_both_haveEveryPhraseAndPlaceholder()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        const QString english = QStringLiteral("en");
        const QString spanish = QStringLiteral("es");
        QCOMPARE(book.ids(spanish), book.ids(english));
        for (const QString &id : book.ids(english)) {
            const Wording &left = book.phrase(id, english);
            const Wording &right = book.phrase(id, spanish);
            QCOMPARE(right.variants.size(), left.variants.size());
            QCOMPARE(right.simple.size(), left.simple.size());
            QCOMPARE(right.mustBeHeard, left.mustBeHeard);
            for (const QString &text : left.variants + left.simple + right.variants + right.simple) {
                const QStringList wanted = placeholdersIn(left.variants.first());
                QVERIFY2(placeholdersIn(text) == wanted, qPrintable(id));
            }
        }
    }

    void questions_haveDifferentWordsForAskingAgain()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        for (const QString &id : book.ids(QStringLiteral("en"))) {
            if (!id.startsWith(QLatin1String("ask."))) {
                continue;
            }
            const Wording &phrase = book.phrase(id, QStringLiteral("en"));
            QVERIFY2(phrase.variants.size() >= 2 && phrase.simple.size() >= 2, qPrintable(id));
            QVERIFY2(std::set<QString>(phrase.variants.begin(), phrase.variants.end()).size() ==
                         size_t(phrase.variants.size()),
                     qPrintable(id));
        }
    }

    void sentences_areShortEnoughToBeSpoken()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        for (const QString &id : book.ids(QStringLiteral("en"))) {
            for (const QString &text : book.phrase(id, QStringLiteral("en")).variants) {
                for (const QString &sentence :
                     text.split(QRegularExpression(QStringLiteral("[.?!]")), Qt::SkipEmptyParts)) {
                    QVERIFY2(sentence.count(QLatin1Char(' ')) <= 22, qPrintable(id));
                }
                QVERIFY2(text.count(QLatin1Char('?')) <= 2, qPrintable(id));
            }
        }
    }

    void emergencySentences_mustBeHeard_andNameTheNumber()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        for (const char *id : {"emergency.reminder", "emergency.dial_911", "emergency.danger_911"}) {
            for (const char *language : {"en", "es"}) {
                const Wording &phrase = book.phrase(QLatin1String(id), QLatin1String(language));
                QVERIFY(phrase.mustBeHeard);
                QVERIFY(phrase.variants.first().contains(QLatin1String("911")));
            }
        }
        QCOMPARE(book.text(QStringLiteral("emergency.reminder"), QStringLiteral("en")),
                 QStringLiteral("If this is a medical emergency, please hang up and dial 911."));
    }

    void text_fillsPlaceholders_andStartsVariantsOver()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        QCOMPARE(book.text(QStringLiteral("ack.name"), QStringLiteral("en"),
                           {{QStringLiteral("first_name"), QStringLiteral("Ann")}}),
                 QStringLiteral("Thank you, Ann."));
        QCOMPARE(book.text(QStringLiteral("ask.name"), QStringLiteral("en"), {}, 2),
                 book.text(QStringLiteral("ask.name"), QStringLiteral("en"), {}, 0));
        QVERIFY(book.text(QStringLiteral("ask.name"), QStringLiteral("en"), {}, 0, true) !=
                book.text(QStringLiteral("ask.name"), QStringLiteral("en")));
    }

    void phrase_unknownLanguage_fallsBackToEnglish()
    {
        const PhraseBook &book = PhraseBook::builtIn();
        QVERIFY(book.has(QStringLiteral("done.goodbye")));
        QVERIFY(!book.has(QStringLiteral("no.such")));
        QCOMPARE(book.text(QStringLiteral("done.goodbye"), QStringLiteral("fr")),
                 book.text(QStringLiteral("done.goodbye"), QStringLiteral("en")));
    }

    void fixedSentences_holdWhatACallCanSay_withoutOpenPlaceholders()
    {
        ClinicProfile clinic = Tests::clinic();
        clinic.consent = QStringLiteral("This call may be recorded.");
        clinic.recording = RecordingMode::On;
        const auto sentences = PhraseBook::builtIn().fixedSentences(clinic);
        QStringList texts;
        for (const FixedSentence &sentence : sentences) {
            QVERIFY2(placeholdersIn(sentence.text).isEmpty(), qPrintable(sentence.text));
            QVERIFY(!sentence.text.trimmed().isEmpty());
            texts << sentence.text;
        }
        QVERIFY(texts.contains(
            QStringLiteral("Thank you for calling Riverside Family Clinic. I'm the virtual assistant.")));
        QVERIFY(texts.contains(QStringLiteral("This call may be recorded.")));
        QVERIFY(texts.contains(QStringLiteral("Parking is free behind the building.")));
        QVERIFY(texts.contains(QStringLiteral("What's the best callback number for you?")));
        QVERIFY(texts.contains(QStringLiteral("We're at 200 River Street.")));
    }

    void parse_wrongPhrases_areNamed()
    {
        QVERIFY(!PhraseBook::parse("[]").ok());
        const auto empty = PhraseBook::parse(R"({"a.b": {"text": []}})");
        QVERIFY(!empty.ok());
        QVERIFY(empty.error().message.contains(QLatin1String("a.b")));
        QVERIFY(!PhraseBook::parse(R"({"a.b": {"text": [""]}})").ok());
        QVERIFY(PhraseBook::parse(R"({"a.b": {"text": ["x"]}})").ok());
    }
};

QTEST_GUILESS_MAIN(PhraseBookTest)
#include "tst_phrasebook.moc"
