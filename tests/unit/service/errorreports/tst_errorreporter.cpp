#include "service/errorreports/errorreporter.h"
#include "tests/fakes/fakeserver.h"
#include "tests/support/virtualscheduler.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::ErrorReports;

namespace {

/// Takes envelopes, or refuses them.
class FakeSentry final : public Fakes::FakeServer {
public:
    int status = 200;

protected:
    void answer(const Fakes::FakeRequest & /*request*/, Fakes::FakeAnswer answer, Fakes::FaultKind /*fault*/) override
    {
        answer.send(status, "application/json", "{}");
    }
    void refuse(Fakes::FakeAnswer answer, Fakes::FaultKind /*fault*/) override { answer.send(500, "text/plain", {}); }
};

} // namespace

class TestErrorReporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void note_first_isReportedWithRoomAndVersionOnly();
    void note_many_areOneReportAMinute();
    void note_reportRefused_isCountedIntoTheNext();

private:
    [[nodiscard]] QJsonObject event(int number) const;

    std::unique_ptr<FakeSentry> m_sentry;
    std::unique_ptr<Frontdesk::Tests::VirtualScheduler> m_time;
    std::unique_ptr<Outgoing::HttpClient> m_client;
    std::unique_ptr<ErrorReporter> m_reporter;
};

void TestErrorReporter::init()
{
    m_reporter.reset();
    m_client.reset();
    m_time = std::make_unique<Frontdesk::Tests::VirtualScheduler>();
    m_sentry = std::make_unique<FakeSentry>();
    QVERIFY(m_sentry->listen());
    m_client = std::make_unique<Outgoing::HttpClient>(*m_time);
    m_reporter =
        std::make_unique<ErrorReporter>(QUrl(QStringLiteral("http://public@127.0.0.1:%1/some/4").arg(m_sentry->port())),
                                        QStringLiteral("1.2.3"), *m_client);
}

QJsonObject TestErrorReporter::event(int number) const
{
    return QJsonDocument::fromJson(m_sentry->requests().at(number).body.split('\n').value(2)).object();
}

void TestErrorReporter::note_first_isReportedWithRoomAndVersionOnly()
{
    QSignalSpy reported(m_reporter.get(), &ErrorReporter::reported);
    m_reporter->note(QStringLiteral("frontdesk.storage"));
    m_time->advance(Milliseconds(0));
    QTRY_VERIFY((m_time->advance(Milliseconds(0)), !reported.isEmpty()));
    QVERIFY(reported.first().last().toBool());
    const Fakes::FakeRequest &request = m_sentry->requests().front();
    QCOMPARE(request.path, QStringLiteral("/some/api/4/envelope/"));
    QVERIFY(request.headers.value("x-sentry-auth").contains("sentry_key=public"));
    const QJsonObject told = event(0);
    QCOMPARE(told.value(QLatin1String("logger")).toString(), QStringLiteral("frontdesk.storage"));
    QCOMPARE(told.value(QLatin1String("release")).toString(), QStringLiteral("frontdesk@1.2.3"));
    // What may leave is listed here, and nothing else leaves.
    QCOMPARE(told.keys(), (QStringList{QStringLiteral("event_id"), QStringLiteral("extra"), QStringLiteral("level"),
                                       QStringLiteral("logger"), QStringLiteral("message"), QStringLiteral("platform"),
                                       QStringLiteral("release"), QStringLiteral("timestamp")}));
    QCOMPARE(told.value(QLatin1String("extra")).toObject().keys(), QStringList(QStringLiteral("errors")));
}

void TestErrorReporter::note_many_areOneReportAMinute()
{
    QSignalSpy reported(m_reporter.get(), &ErrorReporter::reported);
    for (int i = 0; i < 50; ++i) {
        m_reporter->note(QStringLiteral("frontdesk.call"));
    }
    QTRY_VERIFY((m_time->advance(Milliseconds(0)), reported.size() == 1));
    m_time->advance(ErrorReporter::Pause);
    QTRY_VERIFY((m_time->advance(Milliseconds(0)), reported.size() == 2));
    QCOMPARE(m_sentry->requests().size(), 2);
    const auto errors = [&](int number) {
        return event(number).value(QLatin1String("extra")).toObject().value(QLatin1String("errors")).toInt();
    };
    QCOMPARE(errors(0) + errors(1), 50);
}

void TestErrorReporter::note_reportRefused_isCountedIntoTheNext()
{
    QSignalSpy reported(m_reporter.get(), &ErrorReporter::reported);
    m_sentry->status = 503;
    m_reporter->note(QStringLiteral("frontdesk.call"));
    QTRY_VERIFY((m_time->advance(Milliseconds(0)), reported.size() == 1));
    QVERIFY(!reported.first().last().toBool());
    m_sentry->status = 200;
    m_time->advance(ErrorReporter::Pause);
    QTRY_VERIFY((m_time->advance(Milliseconds(0)), reported.size() == 2));
    QCOMPARE(event(1).value(QLatin1String("extra")).toObject().value(QLatin1String("errors")).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestErrorReporter)
#include "tst_errorreporter.moc"
