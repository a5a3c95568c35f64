#pragma once

#include "service/recording/soundfile.h"
#include "service/recording/stereotrack.h"
#include "service/storage/callrecorder.h"
#include "shared/core/clock.h"

#include <QThreadPool>

#include <functional>
#include <memory>

namespace Frontdesk::Recording {

/// What recordings share. Everything outlives them.
struct RecordingTools {
    QThreadPool &files; ///< One thread: what it is given is done in order.
    Storage::CallRecorder &recorder;
    const Clock &clock;
    std::function<void(const CallId &)> over; ///< Called once, on any thread: its file and its record are as they stay.
};

/// The recording of one running call: nothing until its consent is settled, then both sides, from that moment on.
///
/// What was said before is silence in the file, so that its time is the stream's. What has been written survives the
/// death of the process; that loses no more than the last four and a half seconds. Lives on the call's thread; only full
/// blocks leave it.
class CallRecording {
public:
    /// `record` names clinic, call and node.
    CallRecording(RecordingTools tools, Storage::RecordingRecord record, QString path);
    ~CallRecording();
    CallRecording(const CallRecording &) = delete;
    CallRecording &operator=(const CallRecording &) = delete;

    /// `words`: what the caller was told or, declining, said. Declined stops the recording for good and removes what
    /// there is of it.
    void decide(RecordingConsent consent, const QString &words);

    void callerAudio(Flow::MuLawBytes audio, Milliseconds at);
    /// Leaves for the phone network now, to be played after what was sent before.
    void assistantAudio(Flow::MuLawBytes audio);
    /// The phone network drops what it has not played.
    void assistantCleared();

    /// The stream is over.
    void end();

private:
    enum class Stage { Undecided, Running, Over };

    void start();
    void decline();
    void give(const QByteArray &block);
    void keepRecord();
    template <typename Work>
    void later(Work work);
    [[nodiscard]] qint64 samplesNow() const;

    RecordingTools m_tools;
    Storage::RecordingRecord m_record;
    QString m_path;
    StereoTrack m_track;
    std::shared_ptr<SoundFileWriter> m_writer; ///< Used on the files' thread.
    Pending<void> m_recordKept;
    Stage m_stage = Stage::Undecided;
    Instant m_heardAt;           ///< When the caller's latest audio came ...
    qint64 m_callerUntil = 0;    ///< ... and up to which sample.
    qint64 m_assistantUntil = 0; ///< What was sent will have been played by then.
    int m_blocksBeforeConsent = 0;
    bool m_isOver = false;
};

} // namespace Frontdesk::Recording
