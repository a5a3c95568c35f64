#include "service/dialogue/slots/internal/requestreader.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/requestwordings.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

using Flow::Expectation;

struct Hit {
    RequestType type;
    WordSpan words;
};

bool isRefused(const SpokenText &text, WordSpan words)
{
    static const Phrase refusal(
        ".*\\b(?:not|never|without|no need to|rather not)(?: "
        "(?:want|wanna|need|trying|looking|going|like|here|calling|asking))?(?: to| for| a| an| about)*");
    const WordSpan before{std::max(0, words.first - 4), words.first};
    if (before.empty()) {
        return false;
    }
    const SpokenText lead(text.plain(before));
    return refusal.covers(lead) && !text.pauseBefore(words.first);
}

bool has(const std::vector<Hit> &hits, RequestType type)
{
    return std::any_of(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; });
}

void drop(std::vector<Hit> &hits, RequestType type)
{
    hits.erase(std::remove_if(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; }),
               hits.end());
}

/// What one errand's words say about another: to cancel and rebook is to reschedule, and the like.
void settle(const SpokenText &text, std::vector<Hit> &hits)
{
    using enum RequestType;
    static const Phrase separate("also|as well|too|another (?:appointment|one|visit)|second|one for|separate|and (?:i "
                                 ")?(?:also )?(?:need|want|would like|book|schedule|make|set up) (?:to )?(?:\\w+ "
                                 "){0,3}(?:for my|new)|in addition|plus|while i am|on top of");
    const bool apart = separate.in(text);
    static const Phrase anew(
        "re ?book\\w*|re ?schedul\\w+|(?:can|could|would) (?:you|we|i|somebody|someone) (?:please )?"
        "(?:move|change|switch|push)|(?:when|what) else|instead|new (?:one|appointment|time|date)|another "
        "(?:time|day|date|one|appointment)|(?:how|what) about|can (?:we|i|you) do|different "
        "(?:day|time|date)|make (?:a new one|it "
        "for)|later date|book (?:it )?(?:for|again)|(?:rather|sooner|prefer to) come|and "
        "(?:come|do|(?:book|make|schedule|set up)(?! an? "
        "(?:physical|check ?up|cleaning|exam|mammogram|\\w+ (?:shot|exam|visit|test))))");
    if (has(hits, AppointmentCancellation) &&
        (has(hits, AppointmentRescheduling) || has(hits, AppointmentScheduling)) && anew.in(text) && !apart) {
        drop(hits, AppointmentCancellation);
        drop(hits, AppointmentScheduling);
        if (!has(hits, AppointmentRescheduling)) {
            hits.insert(hits.begin(), {AppointmentRescheduling, {0, 1}});
        }
    }
    static const Phrase comeLater(
        "and (?:come|do it|be seen|get in|have it)(?: in)? (?:on |in )?(?:the )?(?:following|next|later|another|"
        "\\w+day|tomorrow|after|a week)");
    if (comeLater.in(text) && !has(hits, AppointmentRescheduling) && !apart) {
        for (Hit &hit : hits) {
            hit.type = hit.type == AppointmentCancellation ? AppointmentRescheduling : hit.type;
        }
    }
    // "I can't make it tomorrow, how about Friday": nobody said cancel.
    const auto cancelled =
        std::find_if(hits.begin(), hits.end(), [](const Hit &hit) { return hit.type == AppointmentCancellation; });
    if (cancelled != hits.end() && !text.plain(cancelled->words).contains(QLatin1String("cancel"))) {
        if (has(hits, AppointmentRescheduling)) {
            hits.erase(cancelled);
        } else if (anew.in(text)) {
            cancelled->type = AppointmentRescheduling;
        }
    }
    if (has(hits, AppointmentRescheduling) && !apart) {
        drop(hits, AppointmentScheduling);
    }
    if (has(hits, AppointmentRescheduling)) {
        drop(hits, AppointmentConfirmation);
    }
    static const Phrase booksToo(
        "(?:book|make|schedule|need|set up|want|get) (?:\\w+ ){0,3}(?:appointment|one|visit|physical|checkup)");
    if ((has(hits, AppointmentCancellation) || has(hits, AppointmentConfirmation)) && !apart) {
        static const Phrase andBook("(?:and|then) (?:i )?(?:\\w+ ){0,3}(?:book|make|schedule|set up)");
        if (!andBook.in(text)) {
            drop(hits, AppointmentScheduling);
        }
    }
    const auto first = [&](RequestType type) {
        const auto it = std::find_if(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; });
        return it == hits.end() ? nullptr : &*it;
    };
    // What a call back, a referral, a result or a bill is about is not a visit to book.
    for (const RequestType main : {CallbackRequest, ReferralRequest, TestResults, MedicalRecords, BillingQuestion,
                                   InsuranceQuestion, GeneralQuestion, MedicalQuestion}) {
        const Hit *errand = first(main);
        const Hit *visit = first(AppointmentScheduling);
        if (errand == nullptr || visit == nullptr) {
            continue;
        }
        const bool overlaps = errand->words.meets(visit->words);
        static const Phrase about("about|regarding|for|on|from|of|after");
        const bool aboutIt = visit->words.first > errand->words.first && visit->words.first - errand->words.last <= 3 &&
                             (about.findAt(text, visit->words.first - 1) || about.findAt(text, errand->words.last) ||
                              about.findAt(text, visit->words.first));
        if (overlaps || (aboutIt && main != GeneralQuestion)) {
            drop(hits, main == GeneralQuestion && !overlaps ? GeneralQuestion : AppointmentScheduling);
        }
    }
    if (has(hits, InsuranceQuestion) || has(hits, TestResults) || has(hits, AppointmentConfirmation)) {
        const Hit *other = first(InsuranceQuestion) ? first(InsuranceQuestion)
                           : first(TestResults)     ? first(TestResults)
                                                    : first(AppointmentConfirmation);
        hits.erase(std::remove_if(hits.begin(), hits.end(),
                                  [&](const Hit &hit) {
                                      return (hit.type == GeneralQuestion || hit.type == MedicalQuestion) &&
                                             hit.words.meets(other->words);
                                  }),
                   hits.end());
    }
    if (has(hits, PrescriptionRefill)) {
        drop(hits, MedicalQuestion);
    }
    // "Have her call me about my disability paperwork" asks for a call.
    const Hit *call = first(CallbackRequest);
    const Hit *paper = first(MedicalRecords);
    if (call != nullptr && paper != nullptr && call->words.last <= paper->words.first) {
        static const Phrase about("(?:about|regarding|concerning|on)(?: (?:my|the|his|her|some|that))?(?: \\w+)?");
        if (about.covers(SpokenText(text.plain({call->words.last, paper->words.first})))) {
            drop(hits, MedicalRecords);
        }
    }
    // "Why did I get a bill when I paid my copay": the copay only explains the bill.
    static const Phrase copay("co ?pays?");
    const Hit *plan = first(InsuranceQuestion);
    if (has(hits, BillingQuestion) && plan != nullptr && copay.covers(SpokenText(text.plain(plan->words)))) {
        drop(hits, InsuranceQuestion);
    }
}

bool allowed(RequestType type, Expectation expectation)
{
    const bool open = expectation == Expectation::Nothing || expectation == Expectation::Request ||
                      expectation == Expectation::AnythingElse || expectation == Expectation::Question;
    switch (type) {
    case RequestType::AppointmentScheduling:
    case RequestType::MedicalQuestion:
        return open;
    case RequestType::AppointmentConfirmation:
        return open || expectation == Expectation::Reason;
    case RequestType::InsuranceQuestion:
        return expectation != Expectation::Insurance;
    case RequestType::GeneralQuestion:
    case RequestType::CallbackRequest:
    case RequestType::AppointmentRescheduling:
        return expectation != Expectation::PhoneNumber &&
               (open || expectation == Expectation::YesNo || expectation == Expectation::Reason);
    case RequestType::TestResults:
    case RequestType::PrescriptionRefill:
        return open || expectation == Expectation::YesNo || expectation == Expectation::Reason;
    default:
        return expectation != Expectation::PhoneNumber && expectation != Expectation::PatientName &&
               expectation != Expectation::CallerName && expectation != Expectation::DateTime;
    }
}

} // namespace

std::vector<RequestType> readRequests(const SpokenText &text, const Claims &claims, Expectation expectation,
                                      bool namesPlan)
{
    std::vector<Hit> hits;
    for (const RequestWording &wording : requestWordings()) {
        const bool byReason = (expectation == Expectation::Reason || expectation == Expectation::Provider ||
                               expectation == Expectation::PatientName || expectation == Expectation::YesNo) &&
                              wording.type == RequestType::AppointmentScheduling;
        if (!allowed(wording.type, expectation) && !byReason) {
            continue;
        }
        for (const Phrase::Match &match : wording.words.findAll(text)) {
            const bool free = claims.isFree(match.all.first) || claims.isFree(match.all.last - 1);
            static const Phrase books("(?:book|booking|schedule|set up|take a look|look at|make|making|get in|come "
                                      "in|see|be seen|want|would like|like to)");
            const bool meant = !byReason || (books.find(text, match.all.first) &&
                                             books.find(text, match.all.first)->all.first < match.all.last);
            const bool wishChanged = (expectation == Expectation::YesNo || expectation == Expectation::AnythingElse) &&
                                     wording.type == RequestType::AppointmentRescheduling &&
                                     !text.plain(match.all).contains(QLatin1String("schedul"));
            if (wishChanged) {
                continue; // "can we do eleven instead" changes what was just read back
            }
            if (free && meant && !isRefused(text, match.all)) {
                hits.push_back({wording.type, match.all});
                break;
            }
        }
    }
    static const Phrase takesPlan(
        "(?:do|does|will|are|is|would|can) (?:you|yall|you guys|your \\w+|they|the \\w+)(?: guys| all| folks| still| "
        "currently| even)* (?:take|accept|with|in|on|contracted|work with|bill|honor)|know if you (?:take|accept)|if "
        "you (?:guys )?(?:take|accept)");
    if (namesPlan) {
        if (const auto match = takesPlan.find(text)) {
            hits.push_back({RequestType::InsuranceQuestion, match->all});
        }
    }
    settle(text, hits);
    static const Phrase anotherVisit("appointments?|book\\w*|schedul\\w*|another|also|visit|too|see|come|get in|set "
                                     "up|make|look|doctor|yearly|annual");
    if (expectation == Expectation::Reason && !anotherVisit.in(text)) {
        drop(hits, RequestType::AppointmentScheduling); // "A mole I want checked" is the reason we asked for.
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.words.first < b.words.first; });
    std::vector<RequestType> requests;
    for (const Hit &hit : hits) {
        if (std::find(requests.begin(), requests.end(), hit.type) == requests.end()) {
            requests.push_back(hit.type);
        }
    }
    return requests;
}

} // namespace Frontdesk::Dialogue
