#pragma once

#include "service/http/router.h"
#include "service/reception/phoneanswers.h"
#include "service/reception/phonerequestgate.h"
#include "shared/core/pending.h"

namespace Frontdesk::Reception {

/// Where the phone network's webhooks come in: only its own pass, as forms. Constant after construction: safe from any
/// thread; outlives the routes it adds.
class PhoneDoor {
public:
    using FormHandler =
        std::function<void(const Telephony::TwilioForm &, const Http::HttpRequest &, Http::HttpResponder)>;

    explicit PhoneDoor(PhoneRequestGate gate);

    void add(Http::Router &router, const char *path, FormHandler handler) const;

    [[nodiscard]] const PhoneRequestGate &gate() const { return m_gate; }
    [[nodiscard]] PhoneAnswers answersFor(const Http::HttpRequest &request) const;

private:
    PhoneRequestGate m_gate;
};

/// An answer that could not be made is a 500: Twilio then asks the number's fallback, which rings the clinic.
[[nodiscard]] Http::HttpResponse responseOf(const Result<QByteArray> &document);

void sendTwiml(const Http::HttpResponder &reply, const Result<QByteArray> &document);

/// Answers when it is kept, so that what the phone network was told survives our death; a caller waits no longer for it
/// than `LongestWait`.
void answerWhenKept(const Pending<void> &kept, const Http::HttpResponder &reply, const Http::HttpResponse &response);

inline constexpr Milliseconds LongestWait{1'000};

} // namespace Frontdesk::Reception
