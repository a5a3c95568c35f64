#include "service/telephony/holdmusic.h"

#include <QTest>
#include <QtEndian>

#include <cmath>

using namespace Frontdesk::Telephony;

class TestHoldMusic : public QObject {
    Q_OBJECT

private:
    static constexpr qsizetype DataBegin = 58;

    /// G.711 back to linear, -1 to 1.
    static double linear(char byte)
    {
        const int code = ~static_cast<unsigned char>(byte) & 0xFF;
        const int magnitude = (((code & 0x0F) << 3) + 132) << ((code >> 4) & 7);
        return ((code & 0x80) ? -(magnitude - 132) : magnitude - 132) / 32'768.0;
    }
    static std::vector<double> samples()
    {
        std::vector<double> all;
        for (const char byte : holdMusicWav().sliced(DataBegin)) {
            all.push_back(linear(byte));
        }
        return all;
    }

private Q_SLOTS:
    void wav_header_saysMuLawOf8kHz()
    {
        const QByteArray &wav = holdMusicWav();
        QCOMPARE(wav.first(4), QByteArray("RIFF"));
        QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 4), quint32(wav.size() - 8));
        QCOMPARE(wav.mid(8, 8), QByteArray("WAVEfmt "));
        QCOMPARE(qFromLittleEndian<quint16>(wav.constData() + 20), quint16{7});
        QCOMPARE(qFromLittleEndian<quint16>(wav.constData() + 22), quint16{1});
        QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 24), quint32{8000});
        QCOMPARE(wav.mid(50, 4), QByteArray("data"));
        QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 54), quint32(wav.size() - DataBegin));
        const double seconds = double(wav.size() - DataBegin) / 8000.0;
        QVERIFY(seconds > 18.0 && seconds < 22.0);
    }

    void level_isAboutMinus20AndNeverClips()
    {
        double sum = 0.0;
        double peak = 0.0;
        for (const double sample : samples()) {
            sum += sample * sample;
            peak = std::max(peak, std::abs(sample));
        }
        const double decibels = 10.0 * std::log10(sum / double(samples().size()));
        QVERIFY2(decibels > -21.0 && decibels < -19.0, qPrintable(QString::number(decibels)));
        QVERIFY2(peak < 0.7, qPrintable(QString::number(peak)));
    }

    void loop_seam_isNoLargerThanAnyOtherStep()
    {
        const auto all = samples();
        double largest = 0.0;
        for (size_t i = 1; i < all.size(); ++i) {
            largest = std::max(largest, std::abs(all[i] - all[i - 1]));
        }
        QVERIFY(std::abs(all.front() - all.back()) <= largest);
        QVERIFY2(largest < 0.35, qPrintable(QString::number(largest)));
    }

    void loop_everySecond_isHeard()
    {
        const auto all = samples();
        for (size_t second = 0; (second + 1) * 8000 <= all.size(); ++second) {
            double sum = 0.0;
            for (size_t i = second * 8000; i < (second + 1) * 8000; ++i) {
                sum += all[i] * all[i];
            }
            QVERIFY(sum / 8000 > 0.0005);
        }
    }
};

QTEST_APPLESS_MAIN(TestHoldMusic)
#include "tst_holdmusic.moc"
