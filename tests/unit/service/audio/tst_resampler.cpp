#include "service/audio/resampler.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace Frontdesk::Audio;

namespace {

std::vector<int16_t> tone(int rateHz, double hz, int milliseconds)
{
    std::vector<int16_t> samples(size_t(rateHz) * size_t(milliseconds) / 1000);
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = int16_t(std::lround(10000 * std::sin(2 * std::numbers::pi * hz * double(i) / rateHz)));
    return samples;
}

double rms(std::span<const int16_t> samples)
{
    double sum = 0;
    for (const int16_t sample : samples)
        sum += double(sample) * sample;
    return std::sqrt(sum / double(samples.size()));
}

} // namespace

class TestResampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tone_inPassBand_keepsLevelAndPhase_data();
    void tone_inPassBand_keepsLevelAndPhase();
    void tone_aboveTheNewBand_vanishes_data();
    void tone_aboveTheNewBand_vanishes();
    void upsampling_tone_hasNoImage();
    void stream_inPieces_equalsWhole();
    void stream_longRun_needsNoFurtherMemory();
    void constant_anyRatio_staysConstant();
    void recording_empty_staysEmpty();
};

void TestResampler::tone_inPassBand_keepsLevelAndPhase_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const auto &[from, to] : {std::pair{8000, 16000},
                                   {16000, 8000},
                                   {44100, 8000},
                                   {22050, 8000},
                                   {48000, 8000},
                                   {11025, 8000},
                                   {8000, 48000}})
        QTest::addRow("%d to %d", from, to) << from << to;
}

void TestResampler::tone_inPassBand_keepsLevelAndPhase()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const std::vector<int16_t> out = resampled(tone(from, 1000, 500), from, to);
    const std::vector<int16_t> wanted = tone(to, 1000, 500);
    QVERIFY(std::abs(qsizetype(out.size()) - qsizetype(wanted.size())) <= 1);
    for (size_t i = wanted.size() / 4; i < wanted.size() * 3 / 4; ++i)
        QVERIFY2(std::abs(int(out[i]) - int(wanted[i])) < 60, qPrintable(QString::number(i)));
}

void TestResampler::tone_aboveTheNewBand_vanishes_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<double>("hz");
    QTest::newRow("16k") << 16000 << 4500.0;
    QTest::newRow("44.1k") << 44100 << 9000.0;
    QTest::newRow("48k") << 48000 << 5000.0;
}

void TestResampler::tone_aboveTheNewBand_vanishes()
{
    QFETCH(int, from);
    QFETCH(double, hz);
    const std::vector<int16_t> out = resampled(tone(from, hz, 500), from, 8000);
    const std::span<const int16_t> middle = std::span(out).subspan(out.size() / 4, out.size() / 2);
    QVERIFY2(rms(middle) < 10, qPrintable(QString::number(rms(middle)))); // 7071 * 0.001 and rounding
}

void TestResampler::upsampling_tone_hasNoImage()
{
    const std::vector<int16_t> out = resampled(tone(8000, 3000, 500), 8000, 16000);
    const std::vector<int16_t> wanted = tone(16000, 3000, 500);
    for (size_t i = 2000; i < 6000; ++i)
        QVERIFY(std::abs(int(out[i]) - int(wanted[i])) < 60);
}

void TestResampler::stream_inPieces_equalsWhole()
{
    const std::vector<int16_t> in = tone(8000, 700, 300);
    const std::vector<int16_t> whole = resampled(in, 8000, 16000);
    Resampler resampler(8000, 16000);
    for (int round = 0; round < 2; ++round) { // finish() begins anew
        std::vector<int16_t> pieces;
        for (size_t begin = 0, length = 1; begin < in.size(); begin += length, length = length % 37 + 1) {
            length = std::min(length, in.size() - begin);
            resampler.process(std::span(in).subspan(begin, length), pieces);
        }
        resampler.finish(pieces);
        QCOMPARE(pieces, whole);
    }
}

void TestResampler::stream_longRun_needsNoFurtherMemory()
{
    Resampler resampler(8000, 16000);
    const std::vector<int16_t> frame = tone(8000, 500, 20);
    std::vector<int16_t> out;
    out.reserve(400);
    const int16_t *storage = out.data();
    size_t total = 0;
    for (int i = 0; i < 1000; ++i) {
        out.clear();
        resampler.process(frame, out);
        total += out.size();
    }
    QCOMPARE(out.data(), storage);
    QVERIFY(total > 319900 && total <= 320000);
}

void TestResampler::constant_anyRatio_staysConstant()
{
    const std::vector<int16_t> in(4000, int16_t(12345));
    for (const int to : {8000, 11025, 22050, 44100}) {
        const std::vector<int16_t> out = resampled(in, 16000, to);
        for (size_t i = out.size() / 4; i < out.size() / 2; ++i)
            QVERIFY(std::abs(out[i] - 12345) <= 1);
    }
}

void TestResampler::recording_empty_staysEmpty()
{
    QVERIFY(resampled({}, 44100, 8000).empty());
}

QTEST_APPLESS_MAIN(TestResampler)
#include "tst_resampler.moc"
