#include "tests/support/virtualscheduler.h"
#include "tools/callsim/metronome.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;
using namespace std::chrono_literals;

namespace {

/// A thread on which something takes long.
class BusyScheduler final : public Scheduler {
public:
    Instant now() const override { return m_time.now() + busy; }
    QDateTime utcNow() const override { return m_time.utcNow(); }
    JobHandle after(Milliseconds delay, std::function<void()> run) override
    {
        return m_time.after(delay, std::move(run));
    }
    void advance(Milliseconds by) { m_time.advance(by); }

    Milliseconds busy{0};

private:
    Tests::VirtualScheduler m_time;
};

} // namespace

class TestMetronome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everybody_keepsTheirOwnPhase()
    {
        Tests::VirtualScheduler time;
        Metronome metronome(time);
        std::vector<qint64> first;
        std::vector<qint64> second;
        const auto at = [&](std::vector<qint64> &moments) {
            return [&](Milliseconds) { moments.push_back(time.elapsed().count()); };
        };
        const auto one = metronome.join(at(first));
        time.advance(7ms);
        const auto other = metronome.join(at(second));
        QVERIFY(second.empty());
        time.advance(43ms);
        QCOMPARE(first, (std::vector<qint64>{0, 20, 40}));
        QCOMPARE(second, (std::vector<qint64>{7, 27, 47}));
        QCOMPARE(time.pending(), size_t(1));
    }

    void missedBeats_areMadeUpFor_andSaidToBeLate()
    {
        BusyScheduler time;
        Metronome metronome(time);
        std::vector<Milliseconds> lateness;
        const auto place = metronome.join([&](Milliseconds late) { lateness.push_back(late); });
        time.advance(0ms);
        time.busy = 50ms;
        time.advance(20ms);
        QCOMPARE(lateness, (std::vector<Milliseconds>{0ms, 50ms, 30ms, 10ms}));
    }

    void beatsThatTakeTooLong_leaveTurnsToOthers()
    {
        BusyScheduler time;
        Metronome metronome(time);
        int beats = 0;
        Metronome::Place place = metronome.join([&](Milliseconds) {
            time.busy += 30ms;
            if (++beats == 10) {
                place.reset();
            }
        });
        int beatsBefore = 0;
        const auto other = time.after(0ms, [&] { beatsBefore = beats; });
        time.advance(0ms);
        QCOMPARE(beatsBefore, 1);
        QCOMPARE(beats, 10);
    }

    void givenUp_evenDuringItsBeat_beatsNoMore()
    {
        Tests::VirtualScheduler time;
        Metronome metronome(time);
        int beats = 0;
        Metronome::Place own;
        own = metronome.join([&](Milliseconds) {
            if (++beats == 3) {
                own.reset();
            }
        });
        auto other = metronome.join([](Milliseconds) {});
        time.advance(100ms);
        QCOMPARE(beats, 3);
        other.reset();
        time.advance(100ms);
        QCOMPARE(time.pending(), size_t(0));
    }

    void joinedDuringABeat_beatsAtOnce()
    {
        Tests::VirtualScheduler time;
        Metronome metronome(time);
        int beats = 0;
        Metronome::Place second;
        const auto first = metronome.join([&](Milliseconds) {
            if (!second) {
                second = metronome.join([&](Milliseconds late) {
                    QCOMPARE(late, 0ms);
                    ++beats;
                });
            }
        });
        time.advance(0ms);
        QCOMPARE(beats, 1);
    }
};

QTEST_GUILESS_MAIN(TestMetronome)
#include "tst_metronome.moc"
