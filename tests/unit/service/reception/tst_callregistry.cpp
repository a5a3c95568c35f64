#include "service/reception/callregistry.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Reception;

class TestCallRegistry : public QObject {
    Q_OBJECT

    static LiveCall call(const char *network, const char *id)
    {
        LiveCall live;
        live.record.networkCallId = QString::fromLatin1(network);
        live.record.id = CallId(QString::fromLatin1(id));
        return live;
    }

private Q_SLOTS:
    void open_sameNetworkIdTwice_keepsTheFirst()
    {
        CallRegistry registry;
        registry.open(call("CA1", "first"));
        QCOMPARE(registry.open(call("CA1", "second")).record.id.text(), QStringLiteral("first"));
        QCOMPARE(registry.all().size(), size_t(1));
    }

    void change_isSeenByFind()
    {
        CallRegistry registry;
        registry.open(call("CA1", "first"));
        registry.change(QStringLiteral("CA1"), [](LiveCall &live) { live.streaming = true; });
        registry.change(QStringLiteral("CA2"), [](LiveCall &live) { live.streaming = true; });
        QVERIFY(registry.find(QStringLiteral("CA1"))->streaming);
        QVERIFY(!registry.find(QStringLiteral("CA2")));
        QCOMPARE(registry.streaming(), 1);
    }

    void forget_removesTheCall()
    {
        CallRegistry registry;
        registry.open(call("CA1", "first"));
        registry.forget(QStringLiteral("CA1"));
        QVERIFY(!registry.find(QStringLiteral("CA1")));
    }
};

QTEST_APPLESS_MAIN(TestCallRegistry)
#include "tst_callregistry.moc"
