#include "service/sealing/seal.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Sealing;

class TestSeal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void open_sealed_givesItBack_data();
    void open_sealed_givesItBack();
    void seal_sameTwice_looksDifferent();
    void open_otherKeyOrPlace_isCorrupt();
    void open_anyBitChanged_isCorrupt();
    void open_cutShort_isCorrupt();
    void key_ofWrongSize_isInvalid();
    void derive_otherPurpose_isAnotherKey();

private:
    const SecretKey m_key = SecretKey::random();
    const QByteArray m_place = "calls/clinic/row";
};

void TestSeal::open_sealed_givesItBack_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Jane Doe, +1 555 0123");
    QTest::newRow("zeroes") << QByteArray(3, '\0');
    QTest::newRow("large") << QByteArray(1'000'000, 'x');
}

void TestSeal::open_sealed_givesItBack()
{
    QFETCH(QByteArray, plain);
    const QByteArray sealed = seal(m_key, plain, m_place);
    QCOMPARE(sealed.size(), plain.size() + 40);
    QVERIFY(plain.isEmpty() || !sealed.contains(plain));
    QCOMPARE(open(m_key, sealed, m_place).value(), plain);
}

void TestSeal::seal_sameTwice_looksDifferent()
{
    QVERIFY(seal(m_key, "same", m_place) != seal(m_key, "same", m_place));
}

void TestSeal::open_otherKeyOrPlace_isCorrupt()
{
    const QByteArray sealed = seal(m_key, "secret", m_place);
    QCOMPARE(open(SecretKey::random(), sealed, m_place).error().code, ErrorCode::Corrupt);
    QCOMPARE(open(m_key, sealed, "calls/clinic/other row").error().code, ErrorCode::Corrupt);
}

void TestSeal::open_anyBitChanged_isCorrupt()
{
    const QByteArray sealed = seal(m_key, "secret", m_place);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!open(m_key, changed, m_place).ok());
    }
}

void TestSeal::open_cutShort_isCorrupt()
{
    const QByteArray sealed = seal(m_key, "secret", m_place);
    for (qsizetype size = 0; size < sealed.size(); ++size) {
        QVERIFY(!open(m_key, sealed.left(size), m_place).ok());
    }
}

void TestSeal::key_ofWrongSize_isInvalid()
{
    QCOMPARE(SecretKey::fromBytes(QByteArray(31, 'k')).error().code, ErrorCode::InvalidInput);
    QCOMPARE(SecretKey::fromBytes(m_key.toBytes()).value().fingerprint(), m_key.fingerprint());
}

void TestSeal::derive_otherPurpose_isAnotherKey()
{
    QVERIFY(m_key.derive("a").toBytes() != m_key.derive("b").toBytes());
    QCOMPARE(m_key.derive("a").toBytes(), m_key.derive("a").toBytes());
    QVERIFY(m_key.derive("a").toBytes() != m_key.toBytes());
    QCOMPARE(m_key.fingerprint().size(), 16);
}

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
