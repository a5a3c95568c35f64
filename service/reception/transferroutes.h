#pragma once

#include "service/reception/callbook.h"
#include "service/reception/phonedoor.h"
#include "service/reception/transferdesk.h"
#include "service/telephony/streamtokens.h"

#include <atomic>

namespace Frontdesk::Reception {

/// What the phone network asks while a caller is brought to a person: the caller's call on hold, the clinic's phone,
/// and what is next when nobody took the call. Everything is safe from any of the server's threads.
class TransferRoutes {
public:
    /// All references outlive it.
    TransferRoutes(const PhoneDoor &door, CallBook &calls, Telephony::StreamTokens &tokens,
                   std::shared_ptr<const Telephony::TwilioRest> network, const Clock &clock);

    void addTo(Http::Router &router);

    /// Answers a caller's call whose stream is over and who wants, or needs, a person.
    void begin(const LiveCall &call, const PhoneAnswers &answers, const Http::HttpResponder &reply);

    /// The caller's call is over. True: before anybody took it.
    [[nodiscard]] bool callerLeft(const QString &callSid) { return m_desk.callerLeft(callSid); }

    /// From now on nobody comes back to the assistant, nor waits for somebody to be rung by us.
    void stopReturning() { m_returning = false; }

private:
    using Handler = std::function<void(const TransferDesk::Attempt &, const Telephony::TwilioForm &)>;
    /// A webhook about the clinic's phone that only tells something.
    void addNews(Http::Router &router, const char *path, Handler handler);

    void onHold(const Telephony::TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void onStaff(const Telephony::TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void onStaffKey(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                    const Http::HttpResponder &reply);
    void onTransferEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                         const Http::HttpResponder &reply);
    void nobodyTook(const LiveCall &call, const QString &why, const PhoneAnswers &answers,
                    const Http::HttpResponder &reply);
    [[nodiscard]] TransferAnswers answersFor(const Http::HttpRequest &request) const;
    [[nodiscard]] Pending<Result<LiveCall>> callOf(const TransferDesk::Attempt &attempt) const;

    const PhoneDoor &m_door;
    CallBook &m_calls;
    Telephony::StreamTokens &m_tokens;
    TransferDesk m_desk;
    const Clock &m_clock;
    std::atomic<bool> m_returning = true;
};

} // namespace Frontdesk::Reception
