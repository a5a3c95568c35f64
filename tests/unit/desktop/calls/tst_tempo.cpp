#include "desktop/calls/tempo.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

using Frontdesk::Calls::Tempo;

namespace {

constexpr double Rate = 8'000;

/// A tone without an end.
Tempo::Source tone(double hertz)
{
    return [hertz](qint64 from, std::span<int16_t> out) {
        for (size_t at = 0; at < out.size(); ++at)
            out[at] = int16_t(10'000 * std::sin(2 * std::numbers::pi * hertz * double(from + qint64(at)) / Rate));
        return true;
    };
}

double hertzOf(const std::vector<int16_t> &samples)
{
    int rises = 0;
    for (size_t at = 1; at < samples.size(); ++at)
        rises += samples[at - 1] < 0 && samples[at] >= 0;
    return rises * Rate / double(samples.size());
}

} // namespace

class TestTempo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asSpoken_isTheSameSamples()
    {
        Tempo tempo;
        tempo.moveTo(1'234);
        std::vector<int16_t> heard(1'000);
        std::vector<int16_t> wanted(1'000);
        const auto source = tone(317);
        QVERIFY(source(1'234, wanted));
        QVERIFY(tempo.fill(heard, 1, source));
        QCOMPARE(heard, wanted);
    }
    void faster_keepsThePitchAndTheLoudness_data()
    {
        QTest::addColumn<double>("speed");
        QTest::newRow("slower") << 0.75;
        QTest::newRow("a little") << 1.25;
        QTest::newRow("half as fast again") << 1.5;
        QTest::newRow("twice") << 2.0;
    }
    void faster_keepsThePitchAndTheLoudness()
    {
        QFETCH(double, speed);
        Tempo tempo;
        std::vector<int16_t> heard(16'000);
        QVERIFY(tempo.fill(heard, speed, tone(220)));
        QVERIFY(std::abs(hertzOf(heard) - 220) < 4);
        QCOMPARE(double(tempo.position()), 16'000 * speed);
        double energy = 0;
        for (const auto sample : heard)
            energy += double(sample) * sample;
        QVERIFY(std::sqrt(energy / 16'000) > 0.95 * 10'000 / std::numbers::sqrt2);
    }
    void backToNormal_joinsWithoutAStep()
    {
        Tempo tempo;
        std::vector<int16_t> heard(4'000);
        QVERIFY(tempo.fill(std::span(heard).first(2'000), 1.5, tone(150)));
        QVERIFY(tempo.fill(std::span(heard).subspan(2'000), 1, tone(150)));
        // The steepest step a tone of 150 Hz has between two samples.
        const double steepest = 10'000 * 2 * std::numbers::pi * 150 / Rate;
        for (size_t at = 1; at < heard.size(); ++at)
            QVERIFY(std::abs(heard[at] - heard[at - 1]) < 1.3 * steepest);
    }
    void nothingHere_isSilenceAndWaits()
    {
        Tempo tempo;
        tempo.moveTo(500);
        std::vector<int16_t> heard(320, 7);
        QVERIFY(!tempo.fill(heard, 1.5, [](qint64, std::span<int16_t>) { return false; }));
        QCOMPARE(heard, std::vector<int16_t>(320, 0));
        QCOMPARE(tempo.position(), 500);
    }
};

QTEST_GUILESS_MAIN(TestTempo)
#include "tst_tempo.moc"
