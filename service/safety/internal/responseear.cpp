#include "service/safety/internal/responseear.h"

#include "service/safety/internal/bounds.h"
#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/turnfeatures.h"
#include "shared/core/spreadnumber.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Frontdesk::Safety {

namespace {

constexpr char Magic[] = {'F', 'D', 'R', 'E'};
constexpr uint8_t Version = 1;
constexpr int MostBits = 20;
/// Magic, version, bits of a feature number, two spare bytes; two lines, bias and scale.
constexpr qsizetype HeaderBytes = 8 + 4 * 4;
constexpr uint32_t WeightOfUnfit = 4;

} // namespace

std::vector<uint32_t> sentenceFeatures(QStringView sentence, bool unfit)
{
    const Utterance utterance(Lexicon::builtIn(), normalize(sentence));
    const Bounds bounds(Lexicon::builtIn(), utterance);
    std::vector<uint32_t> numbers;
    for (const TurnFeature &feature : turnFeatures(utterance, bounds, {}))
        numbers.push_back(feature.number);
    if (sentence.trimmed().endsWith(QLatin1Char('?')))
        numbers.push_back(spreadNumber("asks"));
    for (uint32_t again = 0; again < WeightOfUnfit && unfit; ++again)
        numbers.push_back(spreadPair(spreadNumber("unfit"), again));
    return numbers;
}

std::optional<ResponseEar> ResponseEar::read(const QByteArray &file)
{
    const char *at = file.constData();
    if (file.size() < HeaderBytes || !std::equal(std::begin(Magic), std::end(Magic), at))
        return std::nullopt;
    const int bits = static_cast<uint8_t>(at[5]);
    if (static_cast<uint8_t>(at[4]) != Version || bits > MostBits || file.size() - HeaderBytes != qsizetype{1} << bits)
        return std::nullopt;
    ResponseEar ear;
    at += 8;
    for (float *number : {&ear.m_line, &ear.m_unfit, &ear.m_bias, &ear.m_scale}) {
        *number = qFromLittleEndian<float>(at);
        at += sizeof *number;
    }
    ear.m_mask = (uint32_t{1} << bits) - 1;
    ear.m_weights.assign(at, at + (qsizetype{1} << bits));
    return ear;
}

const ResponseEar &ResponseEar::builtIn()
{
    static const ResponseEar Ear = [] {
        QFile file(QStringLiteral(":/safety/response_ear.bin"));
        return read(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()).value_or(ResponseEar());
    }();
    return Ear;
}

bool ResponseEar::objects(const std::vector<uint32_t> &features, bool unfit) const
{
    int sum = 0;
    for (const uint32_t number : features)
        sum += m_weights[number & m_mask];
    const float evenly = features.empty() ? 0 : 1 / std::sqrt(static_cast<float>(features.size()));
    return m_bias + m_scale * static_cast<float>(sum) * evenly >= (unfit ? m_unfit : m_line);
}

} // namespace Frontdesk::Safety
