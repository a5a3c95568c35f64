#pragma once

#include "service/safety/assessment.h"
#include "shared/core/clock.h"
#include "shared/model/clinicprofile.h"

#include <map>
#include <optional>
#include <vector>

namespace Frontdesk::Safety {

/// Everything one finished caller turn says for or against handing the call over.
struct TurnSignals {
    Assessment assessment;     ///< Of the caller's words.
    int wordCount = 0;         ///< 0: silence; confidence then means nothing.
    double confidence = 1.0;   ///< 0 to 1: mean of the recognizer over this turn's words.
    double audioQuality = 1.0; ///< 0 to 1 over this turn.
    double loudness = 0.0;     ///< dB above the caller's own usual level.
    bool understood = true;    ///< False: nothing in the turn answered or asked anything, so we must ask again.
    bool repeated = false;     ///< The caller said again what they had said before.
    int openRequests = 0;      ///< Different requests known after this turn.
};

/// Why, how sure, and everything that was known.
struct Decision {
    EscalationReason reason = EscalationReason::NotUnderstood; ///< Of the leading evidence.
    std::vector<Evidence> evidence;                            ///< Strongest first.
    double score = 0;                                          ///< Sum of the weights.
    bool emergency = false;                                    ///< The caller must hear the 911 sentence first.

    friend bool operator==(const Decision &, const Decision &) = default;
};

/// Adds up what speaks for handing a call to people.
///
/// One strong sign (weight 1) or two weak ones (0.5 each) reach the clinic's `flagsToEscalate`. Strong signs stay for the
/// rest of the call. Weak ones are measured turn by turn and halve with each turn that does not show them, so that one
/// bad moment is forgiven and a bad stretch is not. Signs with one common cause count once: bad words on a bad line are
/// the line's fault until the caller was asked to find a quieter place.
///
/// Pure: no clock of its own; the same observations give the same decision. One per call, on the call's thread.
class EscalationPolicy {
public:
    explicit EscalationPolicy(EscalationThresholds thresholds = {});

    /// A finished caller turn; a silent one (no words) says nothing and changes nothing.
    void observe(const TurnSignals &turn);

    /// Words that may still change: only an emergency counts.
    void observeInterim(const Assessment &assessment);

    /// Something the call depends on has failed for good.
    void observePartFailed(const QString &part);

    /// True when the line is bad and the caller should be asked, once, to move somewhere quieter before anything else.
    [[nodiscard]] bool wantsQuieterPlace() const;

    /// The caller was asked; from now on a bad line speaks for handing over.
    void quieterPlaceAsked();

    /// True while the caller needs shorter, slower questions (see `confusedSeconds`).
    [[nodiscard]] bool wantsPatience() const;

    /// Whether to hand over, `callTime` after the call began; nothing: go on. Changes only with an observation or as `callTime` passes a limit.
    [[nodiscard]] std::optional<Decision> decide(Milliseconds callTime) const;

private:
    /// A weak sign that fades.
    struct Fading {
        double level = 0;
        Evidence last;
    };

    void keepStrong(Evidence evidence);
    void observeWords(const TurnSignals &turn);
    void observeHearing(const TurnSignals &turn);
    void observeMood(const TurnSignals &turn);
    void observeProgress(const TurnSignals &turn);
    void fade(const QString &signal, bool shown, const Evidence &evidence);
    [[nodiscard]] std::vector<Evidence> evidenceAt(Milliseconds callTime) const;

    EscalationThresholds m_thresholds;
    std::vector<Evidence> m_strong;
    std::map<QString, Fading> m_weak;
    double m_confidenceSum = 0; ///< Weighted by words.
    int m_words = 0;
    int m_turnsHeard = 0;
    double m_qualityWhenAsked = 0;
    double m_lastQuality = 1;
    bool m_quieterPlaceAsked = false;
    int m_poorTurns = 0;     ///< In a row.
    int m_notUnderstood = 0; ///< In a row.
    int m_openRequests = 0;
    int m_confusedTurns = 0;
};

} // namespace Frontdesk::Safety
