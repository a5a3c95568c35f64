#include "service/safety/internal/secondopinion.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace Frontdesk::Safety {

namespace {

constexpr char Magic[] = {'F', 'D', 'S', 'O'};
constexpr uint8_t Version = 1;
constexpr int MostBits = 20;
constexpr int MostTellingWords = 5;

/// Magic, version, bits of a feature number, heads, a spare byte; thresholds; bias and scale of each head.
constexpr qsizetype HeaderBytes = 8 + (3 + 2 * static_cast<qsizetype>(SecondOpinion::HeadCount)) * 4;

} // namespace

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
    opinion.m_thresholds = {number(), number(), number()};
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
        // Without its weights it never speaks up; the rules stand alone then.
        SecondOpinion silent;
        silent.m_thresholds = {1, 1, 1};
        return read(bytes).value_or(silent);
    }();
    return Opinion;
}

SecondOpinion::Sums SecondOpinion::sumsOf(const std::vector<TurnWord> &words) const
{
    Sums sums{};
    forEachFeature(words, [&](uint32_t feature, int, int) {
        const int8_t *weights = weightsOf(feature);
        for (size_t head = 0; head < HeadCount; ++head)
            sums[head] += weights[head];
    });
    return sums;
}

SecondOpinion::Scores SecondOpinion::scoresOf(QStringView utterance) const
{
    const std::vector<TurnWord> words = turnWords(utterance);
    const Sums sums = sumsOf(words);
    const auto score = [&](Head head) { return m_bias[head] + m_scale[head] * static_cast<float>(sums[head]); };
    Scores scores{static_cast<int>(words.size()), score(AnyEmergency), Emergency::Medical};
    if (score(SelfHarm) > score(Medical))
        scores.kind = Emergency::SelfHarm;
    if (score(Violence) > std::max(score(Medical), score(SelfHarm)))
        scores.kind = Emergency::Violence;
    return scores;
}

QString SecondOpinion::tellingWords(const QString &utterance) const
{
    const std::vector<TurnWord> words = turnWords(utterance);
    if (words.empty())
        return {};
    std::vector<float> share(words.size());
    forEachFeature(words, [&](uint32_t feature, int first, int last) {
        const float half = static_cast<float>(weightsOf(feature)[AnyEmergency]) / 2;
        share[static_cast<size_t>(first)] += half;
        share[static_cast<size_t>(last)] += half;
    });
    size_t bestFrom = 0;
    size_t bestTo = 0;
    float best = share.front();
    for (size_t from = 0; from < words.size(); ++from) {
        float sum = 0;
        for (size_t to = from; to < std::min(words.size(), from + MostTellingWords); ++to) {
            sum += share[to];
            if (sum > best) {
                best = sum;
                bestFrom = from;
                bestTo = to;
            }
        }
    }
    return utterance.mid(words[bestFrom].begin, words[bestTo].end - words[bestFrom].begin);
}

} // namespace Frontdesk::Safety
