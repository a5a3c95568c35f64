#include "service/api/fields.h"
#include "service/api/internal/operations.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

constexpr int LongestSentence = 300;

Http::HttpResponse sample(ApiCall &call, const Rehearsal &rehearsal)
{
    const QJsonObject body = call.body();
    Fields fields(body);
    const QString text = fields.text("text", LongestSentence);
    const QString wanted = fields.optionalText("language", 2);
    const QString language = wanted.isEmpty() ? QStringLiteral("en") : wanted;
    if (language != QLatin1String("en") && language != QLatin1String("es")) {
        fields.complain("language", QStringLiteral("is en or es"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    call.answerWith([speak = rehearsal.speak, clinic = call.clinic(), text, language] {
        const auto wav = speak(clinic, text, language);
        if (!wav) {
            return problem(wav.error());
        }
        Http::HttpResponse answer;
        answer.body = *wav;
        answer.setHeader("Content-Type", "audio/wav").setHeader("Cache-Control", "no-store");
        return answer;
    });
    return Http::HttpResponse::empty();
}

Http::HttpResponse testCall(ApiCall &call, const Rehearsal &rehearsal)
{
    const auto noted = call.audit("call.tested", {QStringLiteral("clinic"), call.clinic().text()});
    return noted ? jsonAnswer(201, rehearsal.testCall(call.clinic())) : problem(noted.error());
}

} // namespace

std::vector<Operation> rehearsalOperations(const Rehearsal &rehearsal)
{
    constexpr auto Test = Identity::Permission::TestAssistant;
    std::vector<Operation> operations;
    if (rehearsal.speak) {
        operations.push_back({Http::Method::Post,
                              QStringLiteral("/api/v1/clinic/voice/sample"),
                              Test,
                              [rehearsal](ApiCall &call) { return sample(call, rehearsal); },
                              {}});
    }
    if (rehearsal.testCall) {
        operations.push_back({Http::Method::Post,
                              QStringLiteral("/api/v1/calls/test"),
                              Test,
                              [rehearsal](ApiCall &call) { return testCall(call, rehearsal); },
                              {}});
    }
    return operations;
}

} // namespace Frontdesk::Api
