#include "service/audio/mulaw.h"

#include <QTest>

#include <vector>

using namespace Frontdesk::Audio;

/// Values from the tables of ITU-T G.711 (Table 2a/G.711), times four for 16 bits.
class TestMuLaw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_tableValues_areExact();
    void decode_positiveAndNegativeHalf_mirror();
    void encode_everyCode_roundTrips();
    void encode_decisionValues_splitAtTheStandardsThresholds();
    void encode_anySample_choosesNearest();
    void spans_longerOutput_keepTheRest();
};

void TestMuLaw::decode_tableValues_areExact()
{
    QCOMPARE(int(decodeMuLaw(0x80)), 32124); // 8031 * 4
    QCOMPARE(int(decodeMuLaw(0x8F)), 16764); // 4191 * 4
    QCOMPARE(int(decodeMuLaw(0x9F)), 8316);  // 2079 * 4
    QCOMPARE(int(decodeMuLaw(0xAF)), 4092);  // 1023 * 4
    QCOMPARE(int(decodeMuLaw(0xEF)), 132);   // 33 * 4
    QCOMPARE(int(decodeMuLaw(0xFE)), 8);     // 2 * 4
    QCOMPARE(int(decodeMuLaw(0xFF)), 0);
    QCOMPARE(int(decodeMuLaw(0x00)), -32124);
}

void TestMuLaw::decode_positiveAndNegativeHalf_mirror()
{
    for (int code = 0; code < 128; ++code)
        QCOMPARE(int(decodeMuLaw(uint8_t(code))), -int(decodeMuLaw(uint8_t(code | 0x80))));
}

void TestMuLaw::encode_everyCode_roundTrips()
{
    for (int code = 0; code < 256; ++code)
        QCOMPARE(int(encodeMuLaw(decodeMuLaw(uint8_t(code)))), code == 0x7F ? 0xFF : code);
}

void TestMuLaw::encode_decisionValues_splitAtTheStandardsThresholds()
{
    QCOMPARE(int(encodeMuLaw(3)), 0xFF);
    QCOMPARE(int(encodeMuLaw(4)), 0xFE);     // decision value 1 * 4
    QCOMPARE(int(encodeMuLaw(123)), 0xF0);   // just below 31 * 4
    QCOMPARE(int(encodeMuLaw(124)), 0xEF);   // 31 * 4
    QCOMPARE(int(encodeMuLaw(16252)), 0x8F); // 4063 * 4
    QCOMPARE(int(encodeMuLaw(32767)), 0x80);
    QCOMPARE(int(encodeMuLaw(-32768)), 0x00);
}

void TestMuLaw::encode_anySample_choosesNearest()
{
    for (int sample = -32124; sample <= 32124; ++sample) {
        const int error = std::abs(sample - int(decodeMuLaw(encodeMuLaw(int16_t(sample)))));
        const int step = std::max(8, (std::abs(sample) + 132) / 16);
        QVERIFY2(2 * error <= step, qPrintable(QString::number(sample)));
    }
}

void TestMuLaw::spans_longerOutput_keepTheRest()
{
    const std::vector<uint8_t> codes{0x80, 0xFF, 0x00};
    std::array<int16_t, 4> samples{1, 2, 3, 4};
    decodeMuLaw(codes, samples);
    QCOMPARE(samples, (std::array<int16_t, 4>{32124, 0, -32124, 4}));
    std::array<uint8_t, 5> again{9, 9, 9, 9, 9};
    encodeMuLaw(samples, again);
    QCOMPARE(again, (std::array<uint8_t, 5>{0x80, 0xFF, 0x00, 0xFE, 9}));
}

QTEST_APPLESS_MAIN(TestMuLaw)
#include "tst_mulaw.moc"
