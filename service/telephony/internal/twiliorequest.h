#pragma once

#include "service/telephony/twiliorest.h"

#include <QJsonObject>
#include <QObject>

namespace Frontdesk::Telephony {

/// One request to Twilio's REST API with its repetitions. Deletes itself when it has told how it went.
class TwilioRequest final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const std::optional<QJsonObject> &answer, const TwilioFailure &failure)>;

    /// `harmless`: doing it twice does no more than doing it once.
    TwilioRequest(Outgoing::HttpCall call, bool harmless, Milliseconds longestWait,
                  std::shared_ptr<FaultPolicy::Vendor> vendor, std::shared_ptr<Outgoing::HttpClient> client, Done done);

private:
    void send();
    void onFinished();
    void onFault(TwilioFailure failure);
    void tell(const std::optional<QJsonObject> &answer, const TwilioFailure &failure);
    [[nodiscard]] std::optional<Milliseconds> waitBeforeRepeating(const TwilioFailure &failure) const;

    const Outgoing::HttpCall m_call;
    const bool m_harmless;
    const Milliseconds m_longestWait;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    const std::shared_ptr<Outgoing::HttpClient> m_client;
    Done m_done;
    std::optional<FaultPolicy::Vendor::Attempt> m_attempt;
    std::unique_ptr<Outgoing::HttpExchange> m_exchange;
    Scheduler::JobHandle m_next;
    Outgoing::HttpHead m_head;
    QByteArray m_body;
    int m_tries = 0;
};

} // namespace Frontdesk::Telephony
