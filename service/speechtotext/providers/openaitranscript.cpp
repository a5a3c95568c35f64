#include "service/speechtotext/providers/openaitranscript.h"

#include "service/outgoing/endpoint.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Frontdesk::SpeechToText {

namespace {

/// Above every threshold for asking again, below what a recognizer that knows would say.
constexpr double UnknownConfidence = 0.85;
constexpr qsizetype MostPromptLetters = 600;

/// The confidence of each word: the mean over its tokens. A token that begins with a space begins a word.
std::vector<double> confidences(const QJsonArray &logprobs)
{
    std::vector<std::pair<double, int>> sums;
    for (const QJsonValue &value : logprobs) {
        const QString token = value.toObject().value(QLatin1String("token")).toString();
        if (token.trimmed().isEmpty()) {
            continue;
        }
        if (sums.empty() || token.front().isSpace()) {
            sums.emplace_back(0, 0);
        }
        sums.back().first += std::exp(value.toObject().value(QLatin1String("logprob")).toDouble());
        ++sums.back().second;
    }
    std::vector<double> means;
    for (const auto &[sum, count] : sums) {
        means.push_back(std::clamp(sum / count, 0.0, 1.0));
    }
    return means;
}

} // namespace

QUrl openAiTranscriptionUrl(const QUrl &base)
{
    QUrl url = Outgoing::under(base, QStringLiteral("/realtime"));
    url.setScheme(base.scheme() == QLatin1String("http") ? QStringLiteral("ws") : QStringLiteral("wss"));
    url.setQuery(QStringLiteral("intent=transcription"));
    return url;
}

QByteArray openAiTranscriptionSession(const QString &model, const RecognitionContext &context)
{
    QJsonObject transcription{{QStringLiteral("model"), model}, {QStringLiteral("language"), context.language}};
    if (!context.keyTerms.isEmpty()) {
        const QString words = context.keyTerms.join(QStringLiteral(", "));
        transcription.insert(QStringLiteral("prompt"),
                             QStringLiteral("A telephone call to a clinic. Words that may come up: ") +
                                 words.left(MostPromptLetters));
    }
    const QJsonObject input{
        {QStringLiteral("format"), QJsonObject{{QStringLiteral("type"), QStringLiteral("audio/pcmu")}}},
        {QStringLiteral("transcription"), transcription},
        {QStringLiteral("turn_detection"), QJsonValue::Null}};
    const QJsonObject session{
        {QStringLiteral("type"), QStringLiteral("transcription")},
        {QStringLiteral("audio"), QJsonObject{{QStringLiteral("input"), input}}},
        {QStringLiteral("include"), QJsonArray{QStringLiteral("item.input_audio_transcription.logprobs")}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("session.update")},
                                     {QStringLiteral("session"), session}})
        .toJson(QJsonDocument::Compact);
}

std::vector<SpokenWord> openAiWords(const QString &text, const QJsonArray &logprobs, Milliseconds from, Milliseconds to)
{
    const QStringList texts = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const std::vector<double> known = confidences(logprobs);
    const Milliseconds each = (to - from) / std::max(1, static_cast<int>(texts.size()));
    std::vector<SpokenWord> words;
    for (const QString &word : texts) {
        const size_t at = words.size();
        const Milliseconds start = from + each * static_cast<int>(at);
        words.push_back({word, known.size() == static_cast<size_t>(texts.size()) ? known[at] : UnknownConfidence, start,
                         start + each});
    }
    return words;
}

} // namespace Frontdesk::SpeechToText
