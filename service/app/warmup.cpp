#include "service/app/warmup.h"

#include "service/dialogue/conversation.h"
#include "service/safety/responsevalidator.h"

namespace Frontdesk::App {

namespace {

void pretendCall(const QString &language, const QStringList &turns)
{
    Dialogue::CallBriefing briefing;
    briefing.clinic.language = language;
    briefing.startedAt = QDateTime::currentDateTimeUtc();
    Dialogue::Conversation conversation(briefing);
    const auto hear = [&](const Dialogue::Event &event) {
        for (const Dialogue::Action &action : conversation.handle(event)) {
            if (const auto *say = std::get_if<Dialogue::Say>(&action)) {
                static_cast<void>(Safety::validateResponse(say->text, briefing.clinic));
            }
        }
    };
    hear({Milliseconds(0), Dialogue::CallStarted()});
    for (const QString &turn : turns) {
        Dialogue::CallerSpoke spoke;
        spoke.transcript.text = turn;
        spoke.transcript.isFinal = true;
        hear({Milliseconds(1000), spoke});
    }
}

} // namespace

void warmUp()
{
    pretendCall(QStringLiteral("en"),
                {QStringLiteral("I would like an appointment for a check-up next Tuesday morning."),
                 QStringLiteral("My name is Ann Miller, and I was born on May 5th 1970.")});
    pretendCall(QStringLiteral("es"), {QStringLiteral("Quiero una cita para un chequeo el martes por la mañana."),
                                       QStringLiteral("Me llamo Ana Molina, nací el 5 de mayo de 1970.")});
}

} // namespace Frontdesk::App
