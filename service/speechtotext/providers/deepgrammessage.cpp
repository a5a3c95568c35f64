#include "service/speechtotext/providers/deepgrammessage.h"

#include "service/outgoing/endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace Frontdesk::SpeechToText {

namespace {

constexpr qsizetype MostTerms = 100;
/// Deepgram counts 500 tokens; a name's token has about three letters.
constexpr qsizetype MostTermCharacters = 1400;

Milliseconds millisecondsOf(const QJsonValue &seconds)
{
    return Milliseconds(std::llround(seconds.toDouble() * 1000));
}

QString languageOf(const QString &language)
{
    return language == QLatin1String("en") ? QStringLiteral("en-US") : language;
}

} // namespace

Result<std::optional<DeepgramResults>> readDeepgramMessage(QByteArrayView message)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromRawData(message.data(), message.size())).object();
    if (json.isEmpty()) {
        return Error{ErrorCode::Corrupt, QStringLiteral("Deepgram sent something that is not JSON.")};
    }
    if (json.value(QLatin1String("type")) == QLatin1String("UtteranceEnd")) {
        DeepgramResults remark;
        remark.utteranceEnd = true;
        remark.end = millisecondsOf(json.value(QLatin1String("last_word_end")));
        return std::optional(remark);
    }
    if (json.value(QLatin1String("type")) != QLatin1String("Results")) {
        return std::optional<DeepgramResults>();
    }
    const QJsonArray alternatives =
        json.value(QLatin1String("channel")).toObject().value(QLatin1String("alternatives")).toArray();
    const QJsonValue start = json.value(QLatin1String("start"));
    const QJsonValue duration = json.value(QLatin1String("duration"));
    if (alternatives.isEmpty() || !start.isDouble() || !duration.isDouble()) {
        return Error{ErrorCode::Corrupt, QStringLiteral("Deepgram sent results without their parts.")};
    }
    DeepgramResults results;
    results.start = millisecondsOf(start);
    results.end = millisecondsOf(start.toDouble() + duration.toDouble());
    results.isFinal = json.value(QLatin1String("is_final")).toBool();
    results.speechFinal = json.value(QLatin1String("speech_final")).toBool();
    results.fromFinalize = json.value(QLatin1String("from_finalize")).toBool();
    const QJsonArray words = alternatives.first().toObject().value(QLatin1String("words")).toArray();
    results.words.reserve(static_cast<size_t>(words.size()));
    for (const QJsonValue &entry : words) {
        const QJsonObject word = entry.toObject();
        results.words.push_back({word.value(QLatin1String("word")).toString(),
                                 std::clamp(word.value(QLatin1String("confidence")).toDouble(), 0.0, 1.0),
                                 millisecondsOf(word.value(QLatin1String("start"))),
                                 millisecondsOf(word.value(QLatin1String("end")))});
    }
    return std::optional(std::move(results));
}

QUrl deepgramStream(const QUrl &base, const QString &model, const RecognitionContext &context)
{
    // Words as they are said: our own readers make numbers and dates of them, and formatting would hold back finals
    // while a number is being spoken. Nobody's voice may be used to train anything.
    QByteArray query = "model=" + QUrl::toPercentEncoding(model) +
                       "&encoding=mulaw&sample_rate=8000&channels=1&language=" +
                       QUrl::toPercentEncoding(languageOf(context.language)) +
                       "&interim_results=true&endpointing=300&utterance_end_ms=1000&vad_events=true&punctuate=false"
                       "&smart_format=false&mip_opt_out=true&tag=frontdesk";
    if (model.startsWith(QLatin1String("nova-3"))) {
        qsizetype terms = 0;
        qsizetype characters = 0;
        for (const QString &term : context.keyTerms) {
            characters += term.size();
            if (++terms > MostTerms || characters > MostTermCharacters) {
                break;
            }
            query += "&keyterm=" + QUrl::toPercentEncoding(term);
        }
    }
    QUrl url = Outgoing::under(base, QStringLiteral("/v1/listen"));
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

} // namespace Frontdesk::SpeechToText
