#include "service/safety/internal/lexicon.h"
#include "service/safety/responsevalidator.h"

#include <QFile>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Safety;

namespace {

ClinicProfile clinic()
{
    ClinicProfile profile;
    profile.name = QStringLiteral("Maple Street Clinic");
    profile.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00; sat 09:00-12:00")).value();
    profile.address = QStringLiteral("12 Maple Street, Springfield");
    profile.directions = QStringLiteral("next to the library");
    profile.insurances = {QStringLiteral("Aetna"), QStringLiteral("Blue Cross")};
    profile.services = {QStringLiteral("physicals"), QStringLiteral("flu shots")};
    profile.providers = {{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("family medicine"), true},
                         {QStringLiteral("Dr. Alan Reed"), QStringLiteral("pediatrics"), false}};
    profile.facts = {{{QStringLiteral("parking")}, QStringLiteral("Free parking is behind the building.")}};
    return profile;
}

QStringList sentences(const char *file)
{
    QFile data(QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/data/safety/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(data.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

class TestResponseValidator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vocabulary_readsWithoutProblems();
    void dangerousSentences_areAllBlocked();
    void harmlessSentences_pass();
    void claim_followsTheProfile();
    void markup_isBlocked();
};

void TestResponseValidator::vocabulary_readsWithoutProblems()
{
    for (const std::string &problem : Lexicon::ofResponses().problems())
        QFAIL(problem.c_str());
    QVERIFY(!Lexicon::ofResponses().rules().empty());
}

void TestResponseValidator::dangerousSentences_areAllBlocked()
{
    const ClinicProfile profile = clinic();
    const QStringList all = sentences("responses_blocked.txt");
    QVERIFY(all.size() >= 80);
    for (const QString &sentence : all)
        QVERIFY2(!validateResponse(sentence, profile).allowed, qPrintable(sentence));
}

void TestResponseValidator::harmlessSentences_pass()
{
    const ClinicProfile profile = clinic();
    const QStringList all = sentences("responses_harmless.txt");
    QVERIFY(all.size() >= 75);
    int blocked = 0;
    for (const QString &sentence : all)
        blocked += validateResponse(sentence, profile).allowed ? 0 : 1;
    QVERIFY2(blocked * 50 <= all.size(), qPrintable(QString::number(blocked)));
}

void TestResponseValidator::claim_followsTheProfile()
{
    const QString sentence = QStringLiteral("Yes, we accept Cigna.");
    ClinicProfile profile = clinic();
    QCOMPARE(validateResponse(sentence, profile).rule, QStringLiteral("fact.insurance"));
    profile.insurances.append(QStringLiteral("Cigna"));
    QVERIFY(validateResponse(sentence, profile).allowed);
}

void TestResponseValidator::markup_isBlocked()
{
    QCOMPARE(validateResponse(QStringLiteral("Hello {name}."), clinic()).rule, QStringLiteral("leak.markup"));
    QVERIFY(validateResponse(QString(), clinic()).allowed);
}

QTEST_APPLESS_MAIN(TestResponseValidator)
#include "tst_responsevalidator.moc"
