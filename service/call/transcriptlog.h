#pragma once

#include "service/dialogue/events.h"
#include "shared/model/callrecord.h"

#include <functional>
#include <map>

namespace Frontdesk::Call {

/// Keeps the turns of a call as records, in the order in which they began, and passes on each change.
///
/// An assistant turn is known with its full text when it begins and again with what was heard of it when it is over.
class TranscriptLog {
public:
    using Sink = std::function<void(const TurnRecord &turn)>;

    TranscriptLog(CallId call, Sink sink);

    /// Returns the turn's number.
    int assistantBegins(const Dialogue::Say &say, Milliseconds at, const QDateTime &utc);
    void assistantEnds(const Dialogue::SpeechPlayed &speech, Milliseconds at);
    void callerSpoke(const Flow::Transcript &transcript, double audioQuality, const QDateTime &utc);
    void callerPressed(const QString &keys, Milliseconds at, const QDateTime &utc);

private:
    [[nodiscard]] TurnRecord newTurn(Speaker speaker, Milliseconds at, const QDateTime &utc);

    CallId m_call;
    Sink m_sink;
    int m_lastNumber = 0;
    std::map<quint64, TurnRecord> m_speaking; ///< Assistant turns by ticket until they are over.
};

} // namespace Frontdesk::Call
