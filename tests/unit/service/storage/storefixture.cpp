#include "tests/unit/service/storage/storefixture.h"

#include "service/storage/internal/openstore.h"

#include <QTest>

namespace Frontdesk::Storage::Tests {

namespace {

/// What a store answers in a set-up step; the test makes no sense without it.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(result).value();
}

} // namespace

void addBackends()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
}

StoreFixture::StoreFixture(const QString &backend)
    : m_store(must(openStore(backend + QLatin1Char(':') + file())))
{}

ClinicProfile StoreFixture::givenClinic(const QString &number, const QByteArray &timeZone)
{
    ClinicProfile clinic = someClinic();
    clinic.number = number;
    clinic.timeZone = QTimeZone(timeZone);
    return must(m_store->clinics().create(clinic, someTime()));
}

CallRecord StoreFixture::givenCall(const ClinicProfile &clinic, const QString &networkCallId,
                                   const QDateTime &startedAt)
{
    CallRecord call;
    call.clinicId = clinic.id;
    call.networkCallId = networkCallId;
    call.callerNumber = QStringLiteral("+15550123456");
    call.startedAt = startedAt;
    return must(m_store->calls().begin(call));
}

QDateTime someTime(int secondsLater)
{
    return QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC).addSecs(secondsLater);
}

ClinicProfile someClinic()
{
    ClinicProfile clinic;
    clinic.name = QStringLiteral("Lakeside Family Clinic");
    clinic.number = QStringLiteral("+15550100000");
    clinic.line = QStringLiteral("+15550199999");
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    clinic.insurances = {QStringLiteral("Aetna"), QStringLiteral("Medicare")};
    clinic.providers = {{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("family medicine"), true}};
    return clinic;
}

TurnRecord someTurn(const CallId &call, int number)
{
    TurnRecord turn;
    turn.callId = call;
    turn.number = number;
    turn.speaker = number % 2 ? Speaker::Assistant : Speaker::Caller;
    turn.text = QStringLiteral("This is turn %1.").arg(number);
    turn.heardText = turn.text;
    turn.confidence = 0.875;
    turn.audioQuality = 0.75;
    turn.words = {{QStringLiteral("this"), 0.5, Milliseconds(10), Milliseconds(200)},
                  {QStringLiteral("is"), 0.25, Milliseconds(210), Milliseconds(300)}};
    turn.start = Milliseconds(number * 1000);
    turn.end = Milliseconds(number * 1000 + 800);
    turn.at = someTime(number);
    return turn;
}

} // namespace Frontdesk::Storage::Tests
