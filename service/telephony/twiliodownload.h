#pragma once

#include "service/telephony/twiliorest.h"

#include <QObject>

namespace Frontdesk::Telephony {

/// The sound of one of Twilio's recordings on its way: WAV, 16 bits, 8 kHz; with both sides on channels of their own where
/// it was made so. Destroy it to give it up. Lives on a thread with an event loop.
class TwilioDownload final : public QObject {
    Q_OBJECT

public:
    static constexpr Milliseconds LongestSilence{15'000};
    static constexpr Milliseconds LongestDownload{480'000};
    /// Two hours of two channels are 230 MB.
    static constexpr qint64 MostBytes = qint64{512} << 20;

    /// For TwilioRest.
    TwilioDownload(Outgoing::HttpCall call, std::shared_ptr<FaultPolicy::Vendor> vendor,
                   std::shared_ptr<Outgoing::HttpClient> client);

    /// Asks for both channels, and for one where there are no two.
    void begin();

Q_SIGNALS:
    /// A piece of the file, cut anywhere.
    void received(const QByteArray &bytes);
    void finished();
    /// Once, instead of `finished`. A 404 shortly after the recording was told to be complete is usual: try later.
    void failed(const Frontdesk::FaultPolicy::Fault &fault);

private:
    void ask(int channels);
    void onFinished();
    void fail(const FaultPolicy::Fault &fault);

    const Outgoing::HttpCall m_call;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    const std::shared_ptr<Outgoing::HttpClient> m_client;
    std::optional<FaultPolicy::Vendor::Attempt> m_attempt;
    std::unique_ptr<Outgoing::HttpExchange> m_exchange;
    Outgoing::HttpHead m_head;
    int m_channels = 2;
};

} // namespace Frontdesk::Telephony
