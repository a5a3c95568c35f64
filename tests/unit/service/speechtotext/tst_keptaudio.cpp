#include "service/speechtotext/internal/keptaudio.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;

class TestKeptAudio : public QObject {
    Q_OBJECT

    static std::vector<uint8_t> bytes(qint64 from, qint64 to)
    {
        std::vector<uint8_t> made;
        for (qint64 i = from; i < to; ++i) {
            made.push_back(static_cast<uint8_t>(i % 251));
        }
        return made;
    }
    static bool holds(const KeptAudio &audio, qint64 from, qint64 to)
    {
        const auto expected = bytes(from, to);
        const auto view = audio.view(from, to);
        return std::equal(view.begin(), view.end(), expected.begin(), expected.end());
    }

private Q_SLOTS:
    void view_afterManyDrops_keepsPositions()
    {
        KeptAudio audio(1'000'000);
        for (qint64 at = 0; at < 200'000; at += 160) {
            audio.append(bytes(at, at + 160));
            audio.dropBefore(at - 5000);
        }
        QCOMPARE(audio.begin(), qint64(199'840 - 5000));
        QCOMPARE(audio.end(), qint64(200'000));
        QVERIFY(holds(audio, 195'000, 199'999));
    }

    void append_beyondTheMost_forgetsTheOldest()
    {
        KeptAudio audio(1000);
        audio.append(bytes(0, 2500));
        QCOMPARE(audio.begin(), qint64(1500));
        QVERIFY(holds(audio, 1500, 2500));
    }

    void view_outsideWhatIsKept_isCut()
    {
        KeptAudio audio(1000);
        audio.append(bytes(0, 500));
        audio.dropBefore(100);
        QCOMPARE(audio.view(0, 9999).size(), size_t(400));
        QCOMPARE(audio.view(600, 700).size(), size_t(0));
        audio.dropBefore(50);
        QCOMPARE(audio.begin(), qint64(100));
    }
};

QTEST_GUILESS_MAIN(TestKeptAudio)
#include "tst_keptaudio.moc"
