#pragma once

#include "service/call/callsession.h"
#include "service/flow/usagemeter.h"
#include "service/reception/calljournal.h"
#include "service/reception/networkrecordings.h"
#include "service/reception/recordedsink.h"
#include "service/recording/recordings.h"
#include "service/telephony/mediastream.h"
#include "service/telephony/streamtokens.h"

#include <functional>
#include <memory>

namespace Frontdesk::Reception {

/// Whom speech is made for, and where its use of vendors is counted.
struct SpeechOrder {
    const ClinicProfile &clinic;
    std::shared_ptr<Flow::UsageMeter> meter;
};

/// What a call of a clinic needs to listen, to understand and to speak. All are called on the call's thread.
struct SpeechParts {
    std::function<std::unique_ptr<SpeechToText::SpeechToText>(const SpeechOrder &)> recognizer;
    std::function<std::unique_ptr<TextToSpeech::TextToSpeech>(const SpeechOrder &)> voice;
    /// May be empty, and may give null: then rules understand alone.
    std::function<std::unique_ptr<LanguageModel::LanguageModel>(const SpeechOrder &)> languageModel;
    std::shared_ptr<Flow::UsageMeter> meter{}; ///< Of the whole process.
};

/// What all lines share. Everything referred to outlives every line and is safe from any thread.
struct LineContext {
    CallRegistry &registry;
    Storage::CallRecorder &recorder;
    Telephony::StreamTokens &tokens;
    SpeechParts speech;
    bool debugMarks = false;
    Recording::Recordings *recordings = nullptr;          ///< Null: no call is recorded.
    const NetworkRecordings *networkRecordings = nullptr; ///< Null: the phone network records no call.
};

/// Joins a media socket with the session of the call it belongs to.
///
/// Lives on the thread that owns the socket and deletes itself when the line is over.
class CallLine final : public QObject, private Telephony::MediaStreamListener {
    Q_OBJECT

public:
    CallLine(std::unique_ptr<Sockets::WebSocket> socket, LineContext context);
    ~CallLine() override;

    /// Connects the caller to the clinic's own line; the session says so first. Thread: this object's.
    void handOver();
    /// The same because somebody at the clinic asked for this call; nothing when it is another. Thread: this object's.
    void takeOver(const CallId &call);

Q_SIGNALS:
    void over();

private:
    void onStreamStarted(const Telephony::StartInfo &info) override;
    void onCallerAudio(Flow::MuLawBytes audio, Milliseconds at) override;
    void onKeyPressed(QChar digit) override;
    void onMarkReturned(const QString &name) override;
    void onStreamEnded(Telephony::StreamEnd reason) override;
    /// Whoever the clinic wants to make it. False: nobody does.
    [[nodiscard]] bool beginRecording(const LiveCall &call);
    void decideRecording(const Dialogue::SetRecording &decision);

    LineContext m_context;
    SystemScheduler m_scheduler;
    std::unique_ptr<Telephony::MediaStream> m_stream;
    std::unique_ptr<Recording::CallRecording> m_recording; ///< At most one of these two is there.
    std::unique_ptr<NetworkCallRecording> m_networkRecording;
    std::unique_ptr<RecordedSink> m_sink;
    std::unique_ptr<CallJournal> m_journal;
    std::unique_ptr<Call::CallSession> m_session;
};

} // namespace Frontdesk::Reception
