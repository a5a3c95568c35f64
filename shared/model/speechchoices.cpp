#include "shared/model/speechchoices.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace Frontdesk {

namespace {

struct Order {
    QLatin1String name;
    QStringList SpeechChoices::*choices;
};

constexpr std::array Orders{
    Order{QLatin1String("stt"), &SpeechChoices::speechToText},
    Order{QLatin1String("llm"), &SpeechChoices::languageModel},
    Order{QLatin1String("tts"), &SpeechChoices::textToSpeech},
};
constexpr QLatin1String DeepgramModel("deepgram_model");

QString problemOf(const QStringList &wished, const QStringList &available)
{
    for (const QString &choice : wished) {
        if (!available.contains(choice)) {
            return QStringLiteral("may name %1, which this service is set up with, and not \"%2\"")
                .arg(available.join(QStringLiteral(", ")), choice);
        }
        if (wished.count(choice) > 1) {
            return QStringLiteral("names %1 twice").arg(choice);
        }
    }
    const QString rules = QStringLiteral("rules");
    return wished.contains(rules) && wished.last() != rules
               ? QStringLiteral("must name rules last: they always have an answer")
               : QString();
}

} // namespace

QJsonObject SpeechChoices::toJson() const
{
    QJsonObject json{{QString(DeepgramModel), deepgramModel}};
    for (const Order &order : Orders) {
        json.insert(order.name, QJsonArray::fromStringList(this->*order.choices));
    }
    return json;
}

Result<SpeechChoices> SpeechChoices::fromJson(const QJsonObject &json)
{
    SpeechChoices choices;
    for (const Order &order : Orders) {
        const QJsonValue list = json.value(order.name);
        if (!list.isUndefined() && !list.isArray()) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("%1 must be a list of names.").arg(order.name)};
        }
        for (const QJsonValue &choice : list.toArray()) {
            if (!choice.isString()) {
                return Error{ErrorCode::InvalidInput, QStringLiteral("%1 must be a list of names.").arg(order.name)};
            }
            (choices.*order.choices).append(choice.toString());
        }
    }
    const QJsonValue model = json.value(DeepgramModel);
    if (!model.isUndefined() && !model.isString()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("deepgram_model must be a text.")};
    }
    choices.deepgramModel = model.toString();
    return choices;
}

SpeechChoices SpeechChoices::within(const SpeechChoices &operators) const
{
    SpeechChoices kept;
    for (const Order &order : Orders) {
        const QStringList &available = operators.*order.choices;
        QStringList &mine = kept.*order.choices;
        for (const QString &choice : this->*order.choices) {
            if (available.contains(choice)) {
                mine.append(choice);
            }
        }
        if (mine.isEmpty()) {
            mine = available;
        }
    }
    kept.deepgramModel = deepgramModel.isEmpty() ? operators.deepgramModel : deepgramModel;
    return kept;
}

std::vector<std::pair<QString, QString>> SpeechChoices::problems(const SpeechChoices &operators) const
{
    std::vector<std::pair<QString, QString>> found;
    for (const Order &order : Orders) {
        if (const QString problem = problemOf(this->*order.choices, operators.*order.choices); !problem.isEmpty()) {
            found.emplace_back(order.name, problem);
        }
    }
    static const QRegularExpression modelName(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"));
    if (deepgramModel.isEmpty()) {
        return found;
    }
    if (!operators.speechToText.contains(QStringLiteral("deepgram"))) {
        found.emplace_back(DeepgramModel, QStringLiteral("needs deepgram, which this service is not set up with"));
    } else if (!modelName.match(deepgramModel).hasMatch()) {
        found.emplace_back(DeepgramModel, QStringLiteral("must be a model's name such as nova-3-medical"));
    }
    return found;
}

} // namespace Frontdesk
