#include "service/dialogue/internal/clinicquestions.h"

#include "service/dialogue/internal/interpretation.h"
#include "service/dialogue/internal/questiontext.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

void answerQuestions(const Talk &talk, Heard &heard)
{
    const ClinicProfile &clinic = talk.briefing.clinic;
    const auto isQuestion = [](RequestType type) {
        return type == RequestType::GeneralQuestion || type == RequestType::InsuranceQuestion;
    };
    auto &requests = heard.reading.requests;
    const bool anyQuestion =
        std::any_of(requests.begin(), requests.end(), isQuestion) ||
        (requests.empty() && heard.reading.slotValues.empty() && asksAboutClinic(clinic, heard.text));
    if (!anyQuestion) {
        return;
    }
    const auto plan = heard.reading.slotValues.find(SlotName::Insurance);
    const auto answer = answerFromProfile(
        clinic, heard.text, plan == heard.reading.slotValues.end() ? QString() : plan->second.value, talk.localNow());
    if (!answer) {
        return;
    }
    heard.answers.push_back(*answer);
    if (!answer->settled) {
        return;
    }
    // One answer settles one question; the other kind, if there is one, stays for staff.
    const bool aboutInsurance = answer->phraseId.startsWith(QLatin1String("answer.insurance"));
    const RequestType settled = aboutInsurance ? RequestType::InsuranceQuestion : RequestType::GeneralQuestion;
    auto found = std::find(requests.begin(), requests.end(), settled);
    if (found == requests.end()) {
        found = std::find_if(requests.begin(), requests.end(), isQuestion);
    }
    if (found != requests.end()) {
        requests.erase(found);
    }
}

void keepQuestions(Talk &talk, const Heard &heard)
{
    std::vector<Request *> wished;
    for (Request &request : talk.requests.all()) {
        const auto &added = heard.absorbed.added;
        const auto &said = heard.reading.requests;
        const bool isNew = std::find(added.begin(), added.end(), request.key) != added.end();
        // Said again with more to it: "they charged me twice" after "I need to talk to billing".
        const bool again =
            !isAppointment(request.type) && std::find(said.begin(), said.end(), request.type) != said.end();
        if (isNew || again) {
            wished.push_back(&request);
        }
    }
    for (Request *request : wished) {
        switch (request->type) {
        case RequestType::AppointmentScheduling:
        case RequestType::AppointmentRescheduling:
        case RequestType::AppointmentCancellation:
            continue;
        default:
            break;
        }
        const QString question = questionIn(heard.text, request->type, wished.size() == 1);
        if (const QString paper = request->type == RequestType::MedicalRecords ? paperIn(heard.text) : QString();
            !paper.isEmpty()) {
            SlotValue value = spokenValue(paper, paper);
            value.turn = talk.turn;
            request->slotValues.emplace(SlotName::Reason, value);
        }
        if (!question.isEmpty()) {
            SlotValue value = spokenValue(question, question);
            value.turn = talk.turn;
            const auto known = request->slotValues.find(SlotName::Question);
            if (known == request->slotValues.end()) {
                request->slotValues.emplace(SlotName::Question, value);
            } else if (!known->second.value.contains(question)) {
                known->second.value += QStringLiteral("; ") + question;
                request->submitted = false; // Staff get the rest of the story as well.
            }
        }
    }
}

} // namespace Frontdesk::Dialogue
