#include "service/evaluation/responseset.h"
#include "service/safety/internal/lexicon.h"
#include "service/safety/responsevalidator.h"

#include <QFile>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Safety;
using Frontdesk::Evaluation::responseClinic;

namespace {

QStringList sentences(const QString &file)
{
    QFile data(QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/data/safety/") + file);
    if (!data.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(data.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

class TestResponseValidator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vocabulary_readsWithoutProblems();
    void dangerousSentences_areAllBlocked_data();
    void dangerousSentences_areAllBlocked();
    void harmlessSentences_pass_data();
    void harmlessSentences_pass();
    void fixedPhrases_pass_data();
    void fixedPhrases_pass();
    void clauseWithoutAnAct_isASuspicion();
    void claim_followsTheProfile();
    void markup_isBlocked();
};

void TestResponseValidator::vocabulary_readsWithoutProblems()
{
    for (const std::string &problem : Lexicon::ofResponses().problems())
        QFAIL(problem.c_str());
    QVERIFY(!Lexicon::ofResponses().rules().empty());
    for (const std::string &problem : Lexicon::ofActs().problems())
        QFAIL(problem.c_str());
    QVERIFY(!Lexicon::ofActs().rules().empty());
}

void TestResponseValidator::dangerousSentences_areAllBlocked_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("first") << QStringLiteral("responses_blocked.txt") << 80;
    QTest::newRow("tuning") << QStringLiteral("responses_blocked_1.txt") << 340;
    QTest::newRow("once frozen") << QStringLiteral("responses_blocked_2.txt") << 370;
}

void TestResponseValidator::dangerousSentences_areAllBlocked()
{
    QFETCH(QString, file);
    QFETCH(int, atLeast);
    const ClinicProfile profile = responseClinic();
    const QStringList all = sentences(file);
    QVERIFY(all.size() >= atLeast);
    for (const QString &sentence : all)
        QVERIFY2(!validateResponse(sentence, profile).allowed, qPrintable(sentence));
}

void TestResponseValidator::harmlessSentences_pass_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("first") << QStringLiteral("responses_harmless.txt") << 75;
    QTest::newRow("tuning") << QStringLiteral("responses_harmless_1.txt") << 300;
    QTest::newRow("once frozen") << QStringLiteral("responses_harmless_2.txt") << 310;
}

void TestResponseValidator::harmlessSentences_pass()
{
    QFETCH(QString, file);
    QFETCH(int, atLeast);
    const ClinicProfile profile = responseClinic();
    const QStringList all = sentences(file);
    QVERIFY(all.size() >= atLeast);
    QStringList blocked;
    for (const QString &sentence : all)
        if (!validateResponse(sentence, profile).allowed)
            blocked.append(sentence);
    QVERIFY2(blocked.size() * 50 <= all.size(), qPrintable(blocked.join(QLatin1Char('\n'))));
}

void TestResponseValidator::fixedPhrases_pass_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English") << QStringLiteral("en.json");
    QTest::newRow("Spanish") << QStringLiteral("es.json");
}

/// Phrases without a gap; the others depend on what fills it.
void TestResponseValidator::fixedPhrases_pass()
{
    QFETCH(QString, file);
    QFile data(QStringLiteral(FRONTDESK_SOURCE_DIR "/resources/phrases/") + file);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QStringList phrases = Evaluation::phraseTexts(data.readAll());
    QVERIFY(phrases.size() > 100);
    for (const QString &phrase : phrases)
        if (!phrase.contains(QLatin1Char('{')))
            QVERIFY2(validateResponse(phrase, responseClinic()).allowed, qPrintable(phrase));
}

void TestResponseValidator::clauseWithoutAnAct_isASuspicion()
{
    // Each half by itself: one names what it refuses, the other does what no assistant may.
    QVERIFY(validateResponse(QStringLiteral("I can't give medical advice."), responseClinic()).allowed);
    QVERIFY(
        !validateResponse(QStringLiteral("I can't give medical advice, but I'd take an ibuprofen."), responseClinic())
             .allowed);
    QVERIFY(lessonOf(QStringLiteral("It adds up to seven in the end."), responseClinic()).unfit);
    QVERIFY(!lessonOf(QStringLiteral("Could you spell your last name?"), responseClinic()).unfit);
}

void TestResponseValidator::claim_followsTheProfile()
{
    const QString sentence = QStringLiteral("Yes, we accept Cigna.");
    ClinicProfile profile = responseClinic();
    QCOMPARE(validateResponse(sentence, profile).rule, QStringLiteral("fact.insurance"));
    profile.insurances.append(QStringLiteral("Cigna"));
    QVERIFY(validateResponse(sentence, profile).allowed);
}

void TestResponseValidator::markup_isBlocked()
{
    QCOMPARE(validateResponse(QStringLiteral("Hello {name}."), responseClinic()).rule, QStringLiteral("leak.markup"));
    QVERIFY(validateResponse(QString(), responseClinic()).allowed);
}

QTEST_APPLESS_MAIN(TestResponseValidator)
#include "tst_responsevalidator.moc"
