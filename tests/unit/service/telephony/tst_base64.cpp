#include "service/telephony/internal/base64.h"

#include <QByteArray>
#include <QTest>

#include <array>

using namespace Frontdesk::Telephony;

class TestBase64 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_everyLength_agreesWithQt()
    {
        QByteArray bytes;
        std::array<uint8_t, 600> buffer{};
        for (int size = 0; size <= 512; ++size) {
            const auto *data = reinterpret_cast<const uint8_t *>(bytes.constData());
            QByteArray text;
            appendBase64(text, {data, static_cast<size_t>(size)});
            QCOMPARE(text, bytes.toBase64());
            const auto decoded = decodeBase64({text.constData(), static_cast<size_t>(text.size())}, buffer);
            QVERIFY(decoded);
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(*decoded)), bytes);
            bytes.append(static_cast<char>(size * 37));
        }
    }

    void decode_malformed_isAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"A", "AB", "ABC", "AB=C", "A===", "====", "AB==CDEF", "AB-_", "A B=", "AB\n=", "AR==", "ABD="}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void decode_malformed_isAnError()
    {
        QFETCH(QByteArray, text);
        std::array<uint8_t, 16> buffer{};
        QVERIFY(!decodeBase64({text.constData(), static_cast<size_t>(text.size())}, buffer));
    }

    void decode_tooSmallABuffer_isAnError()
    {
        std::array<uint8_t, 2> buffer{};
        QVERIFY(!decodeBase64("AAAA", buffer));
        QVERIFY(decodeBase64("AAA=", buffer));
    }
};

QTEST_APPLESS_MAIN(TestBase64)
#include "tst_base64.moc"
