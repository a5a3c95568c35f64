#include "service/faultpolicy/vendor.h"
#include "tests/support/virtualscheduler.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::FaultPolicy;
using namespace std::chrono_literals;

class TestVendor : public QObject {
    Q_OBJECT

    struct Notice {
        QString vendor;
        bool began = false;
        FaultKind kind = FaultKind::Unreachable;
    };

    std::shared_ptr<Tests::VirtualScheduler> m_clock;
    std::shared_ptr<Vendor> m_vendor;
    std::vector<Notice> m_notices;

    void givenFailures(int count, FaultKind kind = FaultKind::Timeout, Milliseconds retryAfter = 0ms)
    {
        for (int i = 0; i < count; ++i) {
            m_vendor->begin().failed({kind, QStringLiteral("away"), retryAfter});
        }
    }

private Q_SLOTS:
    void init()
    {
        m_notices.clear();
        m_clock = std::make_shared<Tests::VirtualScheduler>();
        m_vendor = std::make_shared<Vendor>(QStringLiteral("ears"), Service::SpeechToText, m_clock,
                                            BreakerSettings{3, 5000ms, 20'000ms},
                                            [this](const Vendor &vendor, bool began, FaultKind kind) {
                                                m_notices.push_back({vendor.title(), began, kind});
                                            });
    }

    void mayTry_afterTwoFailures_isTrue()
    {
        givenFailures(2);
        QVERIFY(m_vendor->mayTry());
        QVERIFY(!m_vendor->counts().resting);
    }

    void mayTry_afterThreeFailuresInARow_restsAndThenTriesOnce()
    {
        givenFailures(3);
        QVERIFY(!m_vendor->mayTry());
        m_clock->advance(4999ms);
        QVERIFY(!m_vendor->mayTry());
        m_clock->advance(1ms);
        QVERIFY(m_vendor->mayTry());
        QVERIFY2(!m_vendor->mayTry(), "one trial is enough to find out");
    }

    void success_betweenFailures_keepsTheCircuitClosed()
    {
        givenFailures(2);
        m_vendor->begin().succeeded();
        givenFailures(2);
        QVERIFY(m_vendor->mayTry());
    }

    void trial_thatFails_doublesTheRestUpToTheLongest()
    {
        givenFailures(3);
        Milliseconds rest = 5000ms;
        for (const Milliseconds next : {10'000ms, 20'000ms, 20'000ms}) {
            m_clock->advance(rest);
            QVERIFY(m_vendor->mayTry());
            givenFailures(1);
            m_clock->advance(next - 1ms);
            QVERIFY(!m_vendor->mayTry());
            rest = 1ms;
        }
    }

    void trial_thatSucceeds_endsTheOutage()
    {
        givenFailures(3);
        m_clock->advance(5s);
        QVERIFY(m_vendor->mayTry());
        m_vendor->begin().succeeded();
        QVERIFY(m_vendor->mayTry());
        QVERIFY(m_vendor->mayTry());
    }

    void trial_thatNeverReports_letsAnotherOneTryLater()
    {
        givenFailures(3);
        m_clock->advance(5s);
        QVERIFY(m_vendor->mayTry());
        m_clock->advance(5s);
        QVERIFY(m_vendor->mayTry());
    }

    void trial_thatIsAbandoned_letsTheNextOneTryAtOnce()
    {
        givenFailures(3);
        m_clock->advance(5s);
        QVERIFY(m_vendor->mayTry());
        {
            const Vendor::Attempt cancelled = m_vendor->begin();
        }
        QVERIFY(m_vendor->mayTry());
        QVERIFY(!m_vendor->mayTry());
    }

    void refusedKey_opensAtOnceForTheLongestRest()
    {
        givenFailures(1, FaultKind::Unauthorized);
        m_clock->advance(19'999ms);
        QVERIFY(!m_vendor->mayTry());
        m_clock->advance(1ms);
        QVERIFY(m_vendor->mayTry());
    }

    void retryAfter_isRespected()
    {
        givenFailures(1, FaultKind::RateLimited, 12s);
        m_clock->advance(11'999ms);
        QVERIFY(!m_vendor->mayTry());
        m_clock->advance(1ms);
        QVERIFY(m_vendor->mayTry());
    }

    void rejectedRequests_areCountedButNeverOpen()
    {
        givenFailures(10, FaultKind::Rejected);
        QVERIFY(m_vendor->mayTry());
        QCOMPARE(m_vendor->counts().failures.at(FaultKind::Rejected), quint64(10));
    }

    void outage_isToldOnceAtItsBeginAndOnceAtItsEnd()
    {
        givenFailures(7);
        m_clock->advance(5s);
        QVERIFY(m_vendor->mayTry());
        givenFailures(1);
        m_clock->advance(10s);
        QVERIFY(m_vendor->mayTry());
        m_vendor->begin().succeeded();
        m_vendor->begin().succeeded();
        QCOMPARE(m_notices.size(), size_t(2));
        QVERIFY(m_notices[0].began);
        QCOMPARE(m_notices[0].kind, FaultKind::Timeout);
        QCOMPARE(m_notices[0].vendor, QStringLiteral("ears (speech recognizer)"));
        QVERIFY(!m_notices[1].began);
    }

    void counts_holdDurationsByKind()
    {
        {
            Vendor::Attempt attempt = m_vendor->begin();
            m_clock->advance(120ms);
            attempt.succeeded();
        }
        {
            Vendor::Attempt attempt = m_vendor->begin();
            m_clock->advance(700ms);
            attempt.failed({FaultKind::Timeout, {}, 0ms});
        }
        const VendorCounts counts = m_vendor->counts();
        QCOMPARE(counts.successes, quint64(1));
        QCOMPARE(counts.timeInSuccesses, 120ms);
        QCOMPARE(counts.failures.at(FaultKind::Timeout), quint64(1));
        QCOMPARE(counts.timeInFailures.at(FaultKind::Timeout), 700ms);
    }

    void board_givesOneVendorPerNameAndService()
    {
        VendorBoard board(m_clock);
        const QString openAi = QStringLiteral("openai");
        const auto voice = board.vendor(openAi, Service::TextToSpeech);
        QCOMPARE(board.vendor(openAi, Service::TextToSpeech), voice);
        QVERIFY(board.vendor(openAi, Service::LanguageModel) != voice);
        QVERIFY(board.vendor(QStringLiteral("elevenlabs"), Service::TextToSpeech) != voice);
        QCOMPARE(board.counts().size(), size_t(3));
        QCOMPARE(board.counts().front().vendor, QStringLiteral("elevenlabs"));
    }

    void outage_ofOneService_leavesTheVendorsOthersAlone()
    {
        QStringList told;
        VendorBoard board(m_clock, {}, [&](const Vendor &vendor, bool began, FaultKind) {
            told << vendor.title() + (began ? QStringLiteral(" away") : QStringLiteral(" back"));
        });
        const QString openAi = QStringLiteral("openai");
        const auto voice = board.vendor(openAi, Service::TextToSpeech);
        const auto model = board.vendor(openAi, Service::LanguageModel);
        for (int i = 0; i < 5; ++i) {
            voice->begin().failed({FaultKind::ServerError, {}, 0ms});
            model->begin().succeeded();
        }
        QVERIFY(!voice->mayTry());
        QVERIFY(model->mayTry());
        voice->begin().succeeded();
        QCOMPARE(told, QStringList({QStringLiteral("openai (voice) away"), QStringLiteral("openai (voice) back")}));
    }

    void services_haveNamesOfTheirOwn()
    {
        QSet<QString> names;
        QSet<QString> titles;
        for (const Service service : {Service::SpeechToText, Service::LanguageModel, Service::TextToSpeech,
                                      Service::Calls, Service::Messages, Service::Recordings}) {
            names << serviceName(service);
            titles << serviceTitle(service);
        }
        QCOMPARE(names.size(), 6);
        QCOMPARE(titles.size(), 6);
        QVERIFY(!names.contains(QString()) && !titles.contains(QString()));
    }

    void status_isClassified_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("key") << 401 << FaultKind::Unauthorized << ErrorCode::Refused;
        QTest::newRow("forbidden") << 403 << FaultKind::Unauthorized << ErrorCode::Refused;
        QTest::newRow("credit") << 402 << FaultKind::OutOfCredit << ErrorCode::Unavailable;
        QTest::newRow("rate") << 429 << FaultKind::RateLimited << ErrorCode::Unavailable;
        QTest::newRow("bad request") << 400 << FaultKind::Rejected << ErrorCode::InvalidInput;
        QTest::newRow("server") << 503 << FaultKind::ServerError << ErrorCode::Unavailable;
        QTest::newRow("again") << 409 << FaultKind::ServerError << ErrorCode::Unavailable;
        QTest::newRow("redirect") << 302 << FaultKind::WrongAnswer << ErrorCode::Corrupt;
    }
    void status_isClassified()
    {
        QFETCH(int, status);
        QFETCH(FaultKind, kind);
        QFETCH(ErrorCode, code);
        const Fault fault = faultOfStatus(status, QStringLiteral("The voice"));
        QCOMPARE(fault.kind, kind);
        QCOMPARE(fault.toError().code, code);
        QVERIFY(!faultKindName(kind).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVendor)
#include "tst_vendor.moc"
