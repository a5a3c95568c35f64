#pragma once

#include "service/recording/callrecording.h"

namespace Frontdesk::Recording {

/// A recording that was made elsewhere and comes as a WAV file of 8 kHz, piece by piece: written to this node's disk sealed
/// from the first byte, like one of our own. Given up by destroying it: then nothing of it stays. One thread at a
/// time; the work is done on the files' thread.
class FetchedRecording {
public:
    /// `record`: as it was at the network, with the node that it comes to.
    FetchedRecording(RecordingTools tools, Storage::RecordingRecord record, QString path);
    ~FetchedRecording();
    FetchedRecording(const FetchedRecording &) = delete;
    FetchedRecording &operator=(const FetchedRecording &) = delete;

    void add(const QByteArray &bytes);
    /// After the last byte. Done when file and record are kept and the recording is on its way into its store. Corrupt: it
    /// was no whole recording; Unavailable: it cannot be written. After an error nothing of it stays.
    [[nodiscard]] Pending<Result<void>> finish();

private:
    class Writing;

    RecordingTools m_tools;
    Storage::RecordingRecord m_record;
    std::shared_ptr<Writing> m_writing; ///< Used on the files' thread; null once it is finished.
};

} // namespace Frontdesk::Recording
