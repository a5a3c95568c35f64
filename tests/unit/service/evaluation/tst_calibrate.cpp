#include "service/evaluation/calibrate.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Evaluation;

namespace {

StoredCall call(const char *id, std::vector<std::pair<const char *, double>> turns)
{
    StoredCall made;
    made.id = QString::fromLatin1(id);
    made.briefing.clinic.name = QStringLiteral("Clinic");
    made.briefing.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
    Milliseconds now{0};
    made.events.emplace_back();
    for (const auto &[words, confidence] : turns) {
        now += std::chrono::seconds(10);
        Dialogue::CallerSpoke spoken;
        spoken.transcript.text = QString::fromLatin1(words);
        spoken.transcript.confidence = confidence;
        Dialogue::Event &event = made.events.emplace_back();
        event.at = now;
        event.body = spoken;
    }
    return made;
}

class FewCalls final : public StoredCalls {
public:
    explicit FewCalls(std::vector<StoredCall> calls)
        : m_calls(std::move(calls))
    {}
    std::optional<StoredCall> next() override
    {
        return m_next < m_calls.size() ? std::optional(m_calls[m_next++]) : std::nullopt;
    }

private:
    std::vector<StoredCall> m_calls;
    size_t m_next = 0;
};

} // namespace

class CalibrateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lowerConfidence_escalatesLess_andLosesNoEmergency()
    {
        FewCalls calls({call("doubtful", {{"i need an appointment please", 0.6}, {"john smith it is", 0.6}}),
                        call("clear", {{"i need an appointment please", 0.95}}),
                        call("emergency", {{"i have crushing chest pain right now", 0.6}})});
        const Calibration result = calibrate(calls, {{QStringLiteral("transcript_confidence"), 0.5}});
        QCOMPARE(result.calls, 3);
        QCOMPARE(result.escalatedBefore, 2);
        QCOMPARE(result.escalatedAfter, 1);
        QCOMPARE(result.emergenciesLost, 0);
        QCOMPARE(result.changed.size(), size_t(1));
        QCOMPARE(result.changed[0].id, QStringLiteral("doubtful"));
        QCOMPARE(result.changed[0].before.reason, EscalationReason::LowConfidence);
        QVERIFY(!result.changed[0].after.escalated);
    }

    void sameThresholds_changeNothing()
    {
        FewCalls calls({call("doubtful", {{"i need an appointment please", 0.6}, {"john smith it is", 0.6}})});
        QVERIFY(calibrate(calls, {}).changed.empty());
    }

    void thresholds_areSetByName()
    {
        EscalationThresholds thresholds;
        for (const char *name : {"transcript_confidence", "audio_quality", "sentiment", "clarifying_questions",
                                 "call_seconds", "confused_seconds", "flags_to_escalate"}) {
            QVERIFY2(setThreshold(thresholds, QString::fromLatin1(name), 1).ok(), name);
        }
        QCOMPARE(thresholds.callSeconds, 1);
        QCOMPARE(thresholds.sentiment, 1.0);
        const auto unknown = setThreshold(thresholds, QStringLiteral("patience"), 1);
        QVERIFY(!unknown.ok());
        QVERIFY(unknown.error().message.contains(QLatin1String("call_seconds")));
    }
};

QTEST_GUILESS_MAIN(CalibrateTest)
#include "tst_calibrate.moc"
