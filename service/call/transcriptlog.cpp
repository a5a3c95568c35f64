#include "service/call/transcriptlog.h"

namespace Frontdesk::Call {

TranscriptLog::TranscriptLog(CallId call, Sink sink)
    : m_call(std::move(call))
    , m_sink(std::move(sink))
{}

int TranscriptLog::assistantBegins(const Dialogue::Say &say, Milliseconds at, const QDateTime &utc)
{
    TurnRecord turn = newTurn(Speaker::Assistant, at, utc);
    turn.text = say.text;
    m_sink(turn);
    const int number = turn.number;
    m_speaking.emplace(say.ticket, std::move(turn));
    return number;
}

void TranscriptLog::assistantEnds(const Dialogue::SpeechPlayed &speech, Milliseconds at)
{
    if (auto running = m_speaking.extract(speech.ticket)) {
        TurnRecord &turn = running.mapped();
        turn.heardText = speech.heardText;
        turn.end = at;
        m_sink(turn);
    }
}

void TranscriptLog::callerSpoke(const Flow::Transcript &transcript, double audioQuality, const QDateTime &utc)
{
    TurnRecord turn = newTurn(Speaker::Caller, transcript.start, utc);
    turn.text = transcript.text;
    turn.heardText = transcript.text;
    turn.confidence = transcript.confidence;
    turn.audioQuality = audioQuality;
    turn.words = transcript.words;
    turn.end = transcript.end;
    m_sink(turn);
}

void TranscriptLog::callerPressed(const QString &keys, Milliseconds at, const QDateTime &utc)
{
    TurnRecord turn = newTurn(Speaker::Caller, at, utc);
    turn.text = QStringLiteral("[keys %1]").arg(keys);
    turn.heardText = turn.text;
    turn.end = at;
    m_sink(turn);
}

TurnRecord TranscriptLog::newTurn(Speaker speaker, Milliseconds at, const QDateTime &utc)
{
    TurnRecord turn;
    turn.callId = m_call;
    turn.number = ++m_lastNumber;
    turn.speaker = speaker;
    turn.start = at;
    turn.end = at;
    turn.at = utc;
    return turn;
}

} // namespace Frontdesk::Call
