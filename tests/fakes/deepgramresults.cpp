#include "tests/fakes/deepgramresults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QStringBuilder>

namespace Frontdesk::Fakes {

namespace {

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QLatin1String truth(bool value)
{
    return QLatin1String(value ? "true" : "false");
}

QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString alternative(const std::vector<HeardWord> &words)
{
    QStringList texts;
    QStringList members;
    double sum = 0;
    for (const HeardWord &word : words) {
        texts << word.text;
        members << QStringLiteral("{\"word\":%1,\"start\":%2,\"end\":%3,\"confidence\":%4}")
                       .arg(quoted(word.text), number(word.start), number(word.end), number(word.confidence));
        sum += word.confidence;
    }
    const double confidence = words.empty() ? 0 : sum / double(words.size());
    return u"{\"transcript\":" % quoted(texts.join(u' ')) % u",\"confidence\":" % number(confidence) % u",\"words\":[" %
           members.join(u',') % u"]}";
}

} // namespace

QByteArray deepgramResults(const DeepgramStretch &stretch, const std::vector<HeardWord> &words,
                           const QString &requestId)
{
    static const QString nothing = alternative({}); // Most of a call there is nothing to hear.
    const QString text = u"{\"type\":\"Results\",\"channel_index\":[0,1],\"start\":" % number(stretch.start) %
                         u",\"duration\":" % number(stretch.end - stretch.start) % u",\"is_final\":" %
                         truth(stretch.isFinal) % u",\"speech_final\":" % truth(stretch.speechFinal) %
                         u",\"from_finalize\":" % truth(stretch.fromFinalize) % u",\"channel\":{\"alternatives\":[" %
                         (words.empty() ? nothing : alternative(words)) % u"]},\"metadata\":{\"request_id\":\"" %
                         requestId % u"\"}}";
    return text.toUtf8();
}

} // namespace Frontdesk::Fakes
