#include "service/reception/networkcallrecording.h"

#include "shared/core/log.h"

namespace Frontdesk::Reception {

using Storage::RecordingState;

namespace {

using Answer = Telephony::TwilioAnswer<Telephony::TwilioResource>;

void stop(const NetworkRecordingTools &tools, const QString &networkCallId, const QString &sid)
{
    // A call that is over has ended its recording itself; then this is refused.
    tools.network->stopRecording(networkCallId, sid, [](const Answer &) {});
}

} // namespace

/// What is known of the order to record; it may be answered when the call is long over.
struct NetworkCallRecording::Asked {
    QString sid; ///< Empty: not answered yet, or refused.
    bool isUnwanted = false;
};

NetworkCallRecording::NetworkCallRecording(NetworkRecordingTools tools, const ClinicId &clinic, const CallId &call,
                                           QString networkCallId, Outgoing::Permit permit)
    : m_tools(std::move(tools))
    , m_networkCallId(std::move(networkCallId))
    , m_permit(std::move(permit))
    , m_streamBegin(m_tools.clock.now())
    , m_record{.clinic = clinic, .call = call, .node = m_tools.recorder.node(), .state = RecordingState::AtNetwork}
{}

NetworkCallRecording::~NetworkCallRecording()
{
    end();
}

void NetworkCallRecording::decide(RecordingConsent consent, const QString &words)
{
    if (m_record.state == RecordingState::Declined) {
        return;
    }
    m_record.consent = consent;
    m_record.consentAt = m_tools.clock.utcNow();
    m_record.consentWords = words;
    if (consent == RecordingConsent::Declined) {
        m_record.state = RecordingState::Declined;
        (void)keep();
        end();
    } else if (!m_asked) {
        start();
    }
}

void NetworkCallRecording::start()
{
    m_record.duration = std::chrono::duration_cast<Milliseconds>(m_tools.clock.now() - m_streamBegin);
    m_asked = std::make_shared<Asked>();
    keep().then(&m_here, [this](bool isKept) {
        if (isKept && !m_asked->isUnwanted) {
            askToRecord();
        }
    });
}

void NetworkCallRecording::askToRecord()
{
    m_tools.network->startRecording(
        m_networkCallId, m_tools.callback, m_permit,
        [asked = m_asked, tools = m_tools, call = m_record.call, networkCall = m_networkCallId](const Answer &answer) {
            if (!answer) {
                qCWarning(Log::telephony).noquote()
                    << "call" << call.text() << "is not recorded by the phone network:" << answer.failure.fault.message;
                return;
            }
            asked->sid = answer.value->sid;
            if (asked->isUnwanted) {
                stop(tools, networkCall, asked->sid);
            }
        });
}

Pending<bool> NetworkCallRecording::keep()
{
    m_record.changedAt = m_tools.clock.utcNow();
    return m_tools.recorder.write(Storage::SaveRecording{m_record})
        .then([call = m_record.call](const Result<void> &kept) {
            if (!kept) {
                qCWarning(Log::storage).noquote() << "call" << call.text() << "recording:" << kept.error().message;
            }
            return kept.ok();
        });
}

void NetworkCallRecording::end()
{
    if (!m_asked || std::exchange(m_asked->isUnwanted, true)) {
        return;
    }
    if (!m_asked->sid.isEmpty()) {
        stop(m_tools, m_networkCallId, m_asked->sid);
    }
}

} // namespace Frontdesk::Reception
