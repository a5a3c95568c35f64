#pragma once

#include "service/storage/callrecorder.h"
#include "service/telephony/twiliorest.h"
#include "shared/core/clock.h"
#include "shared/model/recordingrule.h"

#include <QObject>

#include <memory>

namespace Frontdesk::Reception {

/// What the recordings that the phone network makes have in common. Everything outlives them.
struct NetworkRecordingTools {
    std::shared_ptr<const Telephony::TwilioRest> network;
    Storage::CallRecorder &recorder;
    const Clock &clock;
    QString callback; ///< Where the phone network tells that a recording is complete; empty: nowhere.
};

/// The recording of one running call by the phone network: started when its consent is settled, stopped with the
/// assistant's conversation or when the caller declines. What becomes of it then is NetworkRecordings' work.
///
/// It is written down before the phone network is asked: whatever happens after that, it is looked for there.
/// Lives on the call's thread.
class NetworkCallRecording {
public:
    /// `permit`: that the phone network may keep the voices of this clinic's callers.
    NetworkCallRecording(NetworkRecordingTools tools, const ClinicId &clinic, const CallId &call, QString networkCallId,
                         Outgoing::Permit permit);
    ~NetworkCallRecording();
    NetworkCallRecording(const NetworkCallRecording &) = delete;
    NetworkCallRecording &operator=(const NetworkCallRecording &) = delete;

    /// As CallRecording::decide.
    void decide(RecordingConsent consent, const QString &words);
    /// The stream is over.
    void end();

private:
    struct Asked;

    void start();
    [[nodiscard]] Pending<bool> keep();
    void askToRecord();

    NetworkRecordingTools m_tools;
    const QString m_networkCallId;
    const Outgoing::Permit m_permit;
    const Instant m_streamBegin;
    Storage::RecordingRecord m_record;
    std::shared_ptr<Asked> m_asked; ///< Null until the caller has agreed.
    QObject m_here;                 ///< Of the call's thread; what is to come is dropped with it.
};

} // namespace Frontdesk::Reception
