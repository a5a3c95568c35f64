#include "service/outgoing/httpclient.h"
#include "service/outgoing/websocketlink.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Outgoing;

class TestAgreements : public QObject {
    Q_OBJECT

    const ClinicId m_oakwood{QStringLiteral("oakwood")};
    const ClinicId m_elm{QStringLiteral("elm")};
    const QString m_ears = QStringLiteral("ears");
    std::shared_ptr<Agreements> m_agreements;
    SystemScheduler m_scheduler;
    QTcpServer m_vendor;

    [[nodiscard]] Permit permit() const { return {m_agreements, m_oakwood, m_ears, {}}; }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<FaultPolicy::Fault>();
        QVERIFY(m_vendor.listen(QHostAddress::LocalHost));
    }
    void init() { m_agreements = std::make_shared<Agreements>(); }

    void cover_unnamedVendor_isNot() { QVERIFY(!m_agreements->cover(m_oakwood, m_ears)); }

    void cover_platformsAgreement_isForAllClinicsThatSayNothing()
    {
        m_agreements->replace({{m_ears, true}}, {{m_elm, {{m_ears, false}}}});
        QVERIFY(m_agreements->cover(m_oakwood, m_ears));
        QVERIFY(!m_agreements->cover(m_elm, m_ears));
        QVERIFY(!m_agreements->cover(m_oakwood, QStringLiteral("voice")));
    }

    void cover_clinicsOwnAgreement_isForItAlone()
    {
        m_agreements->replace({}, {{m_elm, {{m_ears, true}}}});
        QVERIFY(m_agreements->cover(m_elm, m_ears));
        QVERIFY(!m_agreements->cover(m_oakwood, m_ears));
    }

    void coverAt_ofThisMachine_isAlsoByTheLoopbackEntry()
    {
        m_agreements->replace({{QStringLiteral("loopback"), true}}, {});
        QVERIFY(m_agreements->coverAt(QUrl(QStringLiteral("ws://127.0.0.1:9101")), m_oakwood, m_ears));
        QVERIFY(!m_agreements->coverAt(QUrl(QStringLiteral("wss://ears.example")), m_oakwood, m_ears));
        QVERIFY(!m_agreements->cover(m_oakwood, m_ears));
        m_agreements->replace({{m_ears, true}}, {});
        QVERIFY(m_agreements->coverAt(QUrl(QStringLiteral("ws://127.0.0.1:9101")), m_oakwood, m_ears));
    }

    void permit_endsWithTheAgreement()
    {
        m_agreements->replace({{m_ears, true}}, {});
        const Permit mine = permit();
        QVERIFY(mine.isGood());
        m_agreements->replace({{m_ears, false}}, {});
        QVERIFY(!mine.isGood());
        QVERIFY(!Permit().isGood());
        QVERIFY(Permit::withoutPatientData().isGood());
    }

    void request_withoutAgreement_opensNoConnection()
    {
        HttpClient client(m_scheduler);
        HttpCall call;
        call.vendor = QStringLiteral("Ears");
        call.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_vendor.serverPort()));
        call.permit = permit();
        const auto exchange = client.send(call);
        QSignalSpy failed(exchange.get(), &HttpExchange::failed);
        QVERIFY(failed.wait());
        const auto fault = failed.first().first().value<FaultPolicy::Fault>();
        QCOMPARE(fault.kind, FaultPolicy::FaultKind::NoAgreement);
        QVERIFY(fault.message.contains(QLatin1String("Ears")));
        QVERIFY(!m_vendor.waitForNewConnection(0));
    }

    void link_withoutAgreement_opensNoConnection()
    {
        LinkCall call;
        call.vendor = QStringLiteral("Ears");
        call.url = QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(m_vendor.serverPort()));
        call.permit = permit();
        WebSocketLink link(call, m_scheduler);
        QSignalSpy failed(&link, &WebSocketLink::failed);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<FaultPolicy::Fault>().kind, FaultPolicy::FaultKind::NoAgreement);
        QVERIFY(!m_vendor.waitForNewConnection(0));
    }
};

QTEST_GUILESS_MAIN(TestAgreements)
#include "tst_agreements.moc"
