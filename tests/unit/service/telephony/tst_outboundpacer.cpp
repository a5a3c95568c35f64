#include "service/telephony/outboundpacer.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

#include <random>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

namespace {

/// The phone company: keeps what it was sent and plays it in real time.
class Line final : public MediaSink {
public:
    explicit Line(const Clock &clock)
        : m_clock(clock)
    {}

    void sendAudio(Flow::MuLawBytes audio) override
    {
        events.append(QString::number(audio.size() / Flow::BytesPerMillisecond));
        m_end = std::max(m_end, m_clock.now()) + Milliseconds(audio.size() / Flow::BytesPerMillisecond);
        worstAhead = std::max(worstAhead, std::chrono::duration_cast<Milliseconds>(m_end - m_clock.now()));
        received.insert(received.end(), audio.begin(), audio.end());
    }
    void sendMark(const QString &name) override { events.append(name); }
    void clear() override
    {
        events.append(QStringLiteral("clear"));
        m_end = m_clock.now();
    }

    QStringList events; ///< Lengths in milliseconds, names of marks, "clear".
    std::vector<uint8_t> received;
    Milliseconds worstAhead{0};

private:
    const Clock &m_clock;
    Instant m_end{};
};

/// A scheduler whose loop is busy: jobs run when the test gets to it.
class BusyScheduler final : public Scheduler {
public:
    Instant time{};
    std::function<void()> job;

    Instant now() const override { return time; }
    QDateTime utcNow() const override { return {}; }
    JobHandle after(Milliseconds, std::function<void()> run) override
    {
        job = std::move(run);
        return std::make_unique<Job>();
    }
};

std::vector<uint8_t> audio(int milliseconds)
{
    return std::vector<uint8_t>(size_t(milliseconds) * Flow::BytesPerMillisecond, 0x55);
}

} // namespace

class TestOutboundPacer : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Tests::VirtualScheduler> m_time;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<OutboundPacer> m_pacer;

    QString events() const { return m_line->events.join(u' '); }

private Q_SLOTS:
    void init()
    {
        m_pacer.reset();
        m_time = std::make_unique<Tests::VirtualScheduler>();
        m_line = std::make_unique<Line>(*m_time);
        m_pacer = std::make_unique<OutboundPacer>(*m_time, *m_line);
    }

    void append_afterSilence_leavesAtOnce()
    {
        m_pacer->append(audio(20));
        QCOMPARE(events(), QStringLiteral("20"));
        QCOMPARE(m_pacer->counters().messages, quint64{1});
    }

    void append_longSpeech_staysAheadButNeverTooFar()
    {
        m_pacer->append(audio(2000));
        QCOMPARE(events(), QStringLiteral("200 200"));
        m_time->advance(Milliseconds(199));
        QCOMPARE(events(), QStringLiteral("200 200"));
        m_time->advance(Milliseconds(1));
        QCOMPARE(events(), QStringLiteral("200 200 200"));
        m_time->advance(Milliseconds(3000));
        QCOMPARE(m_line->events.size(), 10);
        QCOMPARE(m_line->worstAhead, Milliseconds(400));
        QCOMPARE(m_pacer->counters().underruns, quint64{0});
    }

    void append_smallPieces_areGatheredWhileEnoughIsAhead()
    {
        for (int i = 0; i < 25; ++i) {
            m_pacer->append(audio(20)); // A voice that delivers 500 ms at once, in frames.
        }
        m_pacer->mark(QStringLiteral("end"));
        m_time->advance(Milliseconds(1000));
        QVERIFY2(m_line->events.size() <= 10, qPrintable(events()));
        QCOMPARE(m_line->received.size(), size_t{500 * 8});
        QVERIFY(events().endsWith(QStringLiteral("end")));
        QCOMPARE(m_pacer->counters().underruns, quint64{0});
    }

    void append_inRealTime_neverUnderruns()
    {
        m_pacer->append(audio(60));
        for (int i = 0; i < 100; ++i) {
            m_time->advance(Milliseconds(20));
            m_pacer->append(audio(20));
        }
        QCOMPARE(m_pacer->counters().underruns, quint64{0});
        m_time->advance(Milliseconds(200));
        QCOMPARE(m_line->received.size(), size_t{2060 * 8});
    }

    void append_tooLate_isAnUnderrun()
    {
        m_pacer->append(audio(100));
        m_time->advance(Milliseconds(150));
        m_pacer->append(audio(100));
        QCOMPARE(m_pacer->counters().underruns, quint64{1});
        QCOMPARE(events(), QStringLiteral("100 100"));
    }

    void append_afterMarkedEnd_isNoUnderrun()
    {
        m_pacer->append(audio(100));
        m_pacer->mark(QStringLiteral("a"));
        m_time->advance(Milliseconds(5000));
        m_pacer->append(audio(100));
        QCOMPARE(m_pacer->counters().underruns, quint64{0});
    }

    void mark_betweenSpeech_keepsItsPlace()
    {
        m_pacer->append(audio(150));
        m_pacer->mark(QStringLiteral("one"));
        m_pacer->mark(QStringLiteral("two"));
        m_pacer->append(audio(300));
        m_pacer->mark(QStringLiteral("three"));
        m_time->advance(Milliseconds(1000));
        QCOMPARE(events(), QStringLiteral("150 one two 200 100 three"));
    }

    void mark_inSilence_goesAtOnce()
    {
        m_pacer->mark(QStringLiteral("a"));
        QCOMPARE(events(), QStringLiteral("a"));
    }

    void mark_behindUnsentSpeech_comesAfterIt()
    {
        m_pacer->append(audio(1000));
        m_pacer->mark(QStringLiteral("end"));
        QVERIFY(!m_line->events.contains(QStringLiteral("end")));
        m_time->advance(Milliseconds(1000));
        QCOMPARE(m_line->events.last(), QStringLiteral("end"));
    }

    void clear_midSpeech_forgetsTheRest()
    {
        m_pacer->append(audio(2000));
        m_pacer->mark(QStringLiteral("never"));
        m_time->advance(Milliseconds(300));
        m_pacer->clear();
        const QString atClear = events();
        QVERIFY(atClear.endsWith(QStringLiteral("clear")));
        QCOMPARE(m_pacer->playedUntil(), Milliseconds(300));
        QCOMPARE(m_pacer->appendedUntil(), Milliseconds(300));
        QVERIFY(m_pacer->isSilent());
        m_time->advance(Milliseconds(5000));
        QCOMPARE(events(), atClear);
        QCOMPARE(m_time->pending(), size_t{0});
        m_pacer->append(audio(40));
        QVERIFY(events().endsWith(QStringLiteral("clear 40"))); // At once again.
        QCOMPARE(m_pacer->counters().underruns, quint64{0});
    }

    void playedUntil_duringSpeechAndPauses_isTheHeardAudio()
    {
        m_pacer->append(audio(500));
        QCOMPARE(m_pacer->playedUntil(), Milliseconds(0));
        m_time->advance(Milliseconds(120));
        QCOMPARE(m_pacer->playedUntil(), Milliseconds(120));
        m_time->advance(Milliseconds(10'000));
        QCOMPARE(m_pacer->playedUntil(), Milliseconds(500));
        QVERIFY(m_pacer->isSilent());
        m_pacer->append(audio(500));
        m_time->advance(Milliseconds(100));
        QCOMPARE(m_pacer->playedUntil(), Milliseconds(600));
        QCOMPARE(m_pacer->appendedUntil(), Milliseconds(1000));
    }

    void anyMixture_loseNothingAndStayWithinTheLimit()
    {
        std::mt19937 random(20261122);
        std::vector<uint8_t> all;
        QStringList marks;
        for (int step = 0; step < 2000; ++step) {
            const auto choice = random() % 10;
            if (choice < 5) {
                auto piece = audio(0);
                piece.resize(random() % 4000);
                for (uint8_t &byte : piece) {
                    byte = static_cast<uint8_t>(random());
                }
                all.insert(all.end(), piece.begin(), piece.end());
                m_pacer->append(piece);
            } else if (choice == 5) {
                marks.append(QStringLiteral("m%1").arg(step));
                m_pacer->mark(marks.last());
            } else {
                m_time->advance(Milliseconds(random() % 300));
            }
        }
        m_pacer->mark(QStringLiteral("end"));
        m_time->advance(std::chrono::hours(1));
        QVERIFY(m_line->received == all);
        QVERIFY(m_line->worstAhead <= Milliseconds(400));
        QCOMPARE(m_line->events.filter(QStringLiteral("m")), marks);
        QCOMPARE(m_pacer->counters().maxLateness, Microseconds(0));
        QVERIFY(m_pacer->isSilent());
    }

    void lateness_ofABusyLoop_isMeasured()
    {
        BusyScheduler busy;
        OutboundPacer pacer(busy, *m_line);
        pacer.append(audio(1000));
        busy.time += Milliseconds(235); // Due after 200.
        std::exchange(busy.job, {})();
        QCOMPARE(pacer.counters().maxLateness, Microseconds(35'000));
        QCOMPARE(pacer.counters().messages, quint64{3});
    }
};

QTEST_APPLESS_MAIN(TestOutboundPacer)
#include "tst_outboundpacer.moc"
