#pragma once

#include "tools/training/taughtturns.h"

#include <QTextStream>

namespace Frontdesk::Training {

/// What classifiers that never saw a turn or its like make of it, in log odds.
struct Heard {
    float danger = 0;
    float people = 0;
    float prefix = 0; ///< The highest danger in any beginning of it.
    std::array<float, AsideCount> asides{};
};

/// As SecondOpinion::Thresholds.
struct Lines {
    float emergency = 0;
    float interim = 0;
    float doubt = 0;
    float people = 0;
    float calm = 0;
    std::array<float, AsideCount> asides{};
};

/// How much may be lost or falsely raised, as shares.
struct Costs {
    double falseAlarms = 0.072; ///< Of turns that are none, rules and ear together.
    double interim = 0.01;      ///< Of calm turns: alarm at a beginning, none at the end.
    double doubt = 0.004;       ///< Of calm turns: for people, by doubt.
    double people = 0.018;      ///< Of calm turns: for people, by the head of that name.
    double calm = 0.004;        ///< Of turns for people: left to the assistant although a rule spoke.
    double asides = 0.003;      ///< Of turns that are none of this kind: taken for it.
};

/// Puts rules and classifiers together as service/safety/utterancesafety.cpp does, and finds where the lines lie best.
class Judge {
public:
    Judge(const std::vector<TaughtTurn> &turns, const std::vector<Heard> &heard);

    /// Lines by the turns whose sources are not among `known`, because rules were written with those in view.
    [[nodiscard]] Lines choose(const Costs &costs, const QStringList &known) const;

    /// What comes of the turns of one source; all of them for an empty name.
    void report(QTextStream &out, const QString &source, const Lines &lines) const;
    /// How many of each kind of aside are heard.
    void reportAsides(QTextStream &out, const Lines &lines) const;
    /// Each turn of a source that is judged wrongly.
    void mistakes(QTextStream &out, const QString &source, const Lines &lines) const;

private:
    [[nodiscard]] Safety::RequiredAction judge(size_t at, const Lines &lines) const;

    const std::vector<TaughtTurn> &m_turns;
    const std::vector<Heard> &m_heard;
};

} // namespace Frontdesk::Training
