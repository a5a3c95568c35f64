#include "service/safety/internal/secondopinion.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Frontdesk::Safety {

namespace {

constexpr char Magic[] = {'F', 'D', 'S', 'O'};
constexpr uint8_t Version = 4;
constexpr int MostBits = 20;
constexpr int MostTellingWords = 5;
constexpr size_t Ahead = 8;
constexpr qsizetype ThresholdCount = 5 + static_cast<qsizetype>(SecondOpinion::AsideCount);

/// Magic, version, bits of a feature number, heads, a spare byte; thresholds; bias and scale of each head.
constexpr qsizetype HeaderBytes = 8 + (ThresholdCount + 2 * static_cast<qsizetype>(SecondOpinion::HeadCount)) * 4;

template <typename Scores>
SecondOpinion::Head likeliest(const Scores &scores, SecondOpinion::Head first, SecondOpinion::Head last)
{
    const auto best = std::max_element(scores.begin() + first, scores.begin() + last + 1);
    return static_cast<SecondOpinion::Head>(best - scores.begin());
}

} // namespace

Emergency SecondOpinion::Scores::emergency() const
{
    switch (likeliest(of, Medical, Violence)) {
    case SelfHarm:
        return Emergency::SelfHarm;
    case Violence:
        return Emergency::Violence;
    default:
        return Emergency::Medical;
    }
}

SecondOpinion::Head SecondOpinion::Scores::matter() const
{
    return likeliest(of, Refill, Language);
}

std::optional<SecondOpinion> SecondOpinion::read(const QByteArray &file)
{
    const char *at = file.constData();
    if (file.size() < HeaderBytes || !std::equal(std::begin(Magic), std::end(Magic), at))
        return std::nullopt;
    const int bits = static_cast<uint8_t>(at[5]);
    if (static_cast<uint8_t>(at[4]) != Version || bits > MostBits || static_cast<uint8_t>(at[6]) != HeadCount)
        return std::nullopt;
    const size_t count = (size_t{1} << bits) * HeadCount;
    if (static_cast<size_t>(file.size() - HeaderBytes) != count)
        return std::nullopt;
    SecondOpinion opinion;
    at += 8;
    const auto number = [&at] {
        const float value = qFromLittleEndian<float>(at);
        at += sizeof value;
        return value;
    };
    Thresholds &from = opinion.m_thresholds;
    for (float *line : {&from.emergency, &from.interim, &from.doubt, &from.people, &from.calm})
        *line = number();
    for (float &line : from.aside)
        line = number();
    for (size_t head = 0; head < HeadCount; ++head) {
        opinion.m_bias[head] = number();
        opinion.m_scale[head] = number();
    }
    opinion.m_mask = (uint32_t{1} << bits) - 1;
    opinion.m_weights.assign(at, at + count);
    return opinion;
}

const SecondOpinion &SecondOpinion::builtIn()
{
    static const SecondOpinion Opinion = [] {
        QFile file(QStringLiteral(":/safety/second_opinion.bin"));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        // Without its weights every score is 0 and it never speaks up; the rules stand alone then.
        SecondOpinion silent;
        silent.m_thresholds = {1, 1, 1, 1, -1, {1, 1, 1, 1, 1}};
        return read(bytes).value_or(silent);
    }();
    return Opinion;
}

SecondOpinion::Scores SecondOpinion::scoresOf(const TurnFeatures &features) const
{
    std::array<int, HeadCount> sums{};
    int square = 0;
    for (size_t at = 0; at < features.size(); ++at) {
        const TurnFeature &feature = features[at];
        // The weights of one feature lie far from the next one's: asked for early, they are there in time.
        if (at + Ahead < features.size())
            __builtin_prefetch(weightsOf(features[at + Ahead].number));
        const int8_t *weights = weightsOf(feature.number);
        square += feature.weight * feature.weight;
        for (size_t head = 0; head < HeadCount; ++head)
            sums[head] += weights[head] * feature.weight;
    }
    Scores scores;
    const float evenly = square == 0 ? 0 : 1 / std::sqrt(static_cast<float>(square));
    for (size_t head = 0; head < HeadCount; ++head)
        scores.of[head] = m_bias[head] + m_scale[head] * static_cast<float>(sums[head]) * evenly;
    return scores;
}

Aside SecondOpinion::asideOf(const Scores &scores) const
{
    constexpr std::array Asides{Aside::WrongNumber, Aside::Sales, Aside::Injection, Aside::Robot, Aside::Farewell};
    Aside best = Aside::None;
    float most = 0;
    for (size_t at = 0; at < AsideCount; ++at) {
        const float over = scores.of[WrongNumber + at] - m_thresholds.aside[at];
        if (over >= most) {
            most = over;
            best = Asides[at];
        }
    }
    return best;
}

std::pair<int, int> SecondOpinion::tellingWords(const TurnFeatures &features, Head head) const
{
    std::vector<int> share;
    for (const TurnFeature &feature : features) {
        const int weight = weightsOf(feature.number)[head] * feature.weight;
        share.resize(std::max(share.size(), static_cast<size_t>(feature.last) + 1));
        share[static_cast<size_t>(feature.first)] += weight;
        share[static_cast<size_t>(feature.last)] += weight;
    }
    std::pair<int, int> best{0, 0};
    int most = share.empty() ? 0 : share.front();
    for (size_t from = 0; from < share.size(); ++from) {
        int sum = 0;
        for (size_t to = from; to < std::min(share.size(), from + MostTellingWords); ++to) {
            sum += share[to];
            if (sum > most) {
                most = sum;
                best = {static_cast<int>(from), static_cast<int>(to)};
            }
        }
    }
    return best;
}

} // namespace Frontdesk::Safety
