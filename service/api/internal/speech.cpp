#include "service/api/fields.h"
#include "service/api/internal/clinicsettings.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

const QString Speech = QString::fromLatin1(SpeechChoicesSetting);

/// The clinic's own wishes, empty where it has none, and what it can choose among.
Http::HttpResponse speechAnswer(const Storage::ClinicSetting &setting, const SpeechChoices &operators)
{
    const auto choices = SpeechChoices::fromJson(setting.value);
    if (!choices) {
        return problem(choices.error());
    }
    QJsonObject json = choices->toJson();
    json.insert(QStringLiteral("available"), operators.toJson());
    json.insert(QStringLiteral("version"), setting.version);
    return versioned(jsonAnswer(200, json), setting.version);
}

Http::HttpResponse readSpeech(ApiCall &call, const SpeechChoices &operators)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Speech);
    return setting ? speechAnswer(*setting, operators) : problem(setting.error());
}

QString inWords(const SpeechChoices &choices)
{
    QStringList words;
    const auto say = [&words](const char *what, const QString &value) {
        if (!value.isEmpty()) {
            words << QLatin1String(what) + value;
        }
    };
    const QString comma = QStringLiteral(",");
    say("stt=", choices.speechToText.join(comma));
    say("llm=", choices.languageModel.join(comma));
    say("tts=", choices.textToSpeech.join(comma));
    say("deepgram_model=", choices.deepgramModel);
    return words.join(QLatin1Char(' '));
}

Http::HttpResponse putSpeech(ApiCall &call, const SpeechChoices &operators)
{
    const auto choices = SpeechChoices::fromJson(call.body());
    if (!choices) {
        return problem(422, "invalid", choices.error().message);
    }
    Fields fields(call.body());
    for (const auto &[field, message] : choices->problems(operators)) {
        fields.complain(field.toUtf8().constData(), message);
    }
    const auto expected = call.expectedVersion();
    if (!expected || !fields.ok()) {
        return expected ? fields.refusal() : preconditionRequired();
    }
    const auto kept = keepSetting(call, Speech, choices->toJson(), *expected, "speech.changed", inWords(*choices));
    const auto *setting = std::get_if<Storage::ClinicSetting>(&kept);
    return setting ? speechAnswer(*setting, operators) : std::get<Http::HttpResponse>(kept);
}

} // namespace

std::vector<Operation> speechOperations(const SpeechChoices &operators)
{
    using enum Http::Method;
    const QString speech = QStringLiteral("/api/v1/clinic/speech");
    return {
        {Get,
         speech,
         Identity::Permission::ReadClinic,
         [operators](ApiCall &call) { return readSpeech(call, operators); },
         {}},
        {Put,
         speech,
         Identity::Permission::ChangeClinic,
         [operators](ApiCall &call) { return putSpeech(call, operators); },
         {}},
    };
}

} // namespace Frontdesk::Api
