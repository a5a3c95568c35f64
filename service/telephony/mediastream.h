#pragma once

#include "service/telephony/mediamessage.h"
#include "service/telephony/mediasink.h"
#include "shared/core/scheduler.h"

#include <QObject>

#include <memory>

namespace Frontdesk::Sockets {
class WebSocket;
}

namespace Frontdesk::Telephony {

enum class StreamEnd {
    Stopped, ///< Twilio said stop (the caller hung up or new TwiML took over), or we closed it.
    Lost,    ///< The socket went away without a word.
    Refused, ///< It never started in time, or sent something that cannot be Twilio's.
};

/// Told what happens on the line, directly, on the stream's thread. A listener may close the stream in any of these,
/// but not delete it: use deleteLater.
class MediaStreamListener {
public:
    virtual ~MediaStreamListener() = default;

    /// At most once, before anything else.
    virtual void onStreamStarted(const StartInfo &info) = 0;

    /// About every 20 ms. `audio` is only valid during the call.
    virtual void onCallerAudio(Flow::MuLawBytes audio, Milliseconds at) = 0;
    virtual void onKeyPressed(QChar digit) = 0;
    virtual void onMarkReturned(const QString &name) = 0;

    /// Exactly once; nothing comes after it.
    virtual void onStreamEnded(StreamEnd reason) = 0;
};

/// What the numbering of the messages told about the way here.
struct MediaStreamCounters {
    quint64 messages = 0;
    quint64 duplicates = 0; ///< Same number again; dropped.
    quint64 outOfOrder = 0; ///< An older number; audio of it is dropped, it comes too late.
    quint64 missing = 0;    ///< Numbers that were skipped.
    quint64 unreadable = 0; ///< No message of a media stream; dropped.
};

struct MediaStreamSettings {
    Milliseconds startTime{10'000}; ///< For `start` to arrive.
};

/// One call's media socket. Lives on the thread that owns the socket.
///
/// Waits for `start`, runs, ends once. A message that is not Twilio's ends it (close code 1003 or 1007) and touches
/// nothing else.
class MediaStream final : public QObject, public MediaSink {
    Q_OBJECT

public:
    enum class State { WaitingForStart, Running, Ended };

    /// `listener` and `scheduler` must outlive the stream.
    MediaStream(std::unique_ptr<Sockets::WebSocket> socket, MediaStreamListener &listener, Scheduler &scheduler,
                MediaStreamSettings settings = {}, QObject *parent = nullptr);
    ~MediaStream() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const MediaStreamCounters &counters() const { return m_counters; }

    /// Bytes that the socket has not yet taken from us; grows when the line cannot keep up.
    [[nodiscard]] qint64 backlogBytes() const;

    // Ignored unless running.
    void sendAudio(Flow::MuLawBytes audio) override;
    void sendMark(const QString &name) override;
    void clear() override;

    /// Ends the stream from our side: Twilio goes on with the TwiML. The listener hears `Stopped`.
    void close();

private:
    enum class Arrival { InOrder, Duplicate, Late };

    void onMessage(std::string_view utf8);
    void handle(const MediaMessage &message);
    void start(const StartInfo &info);
    [[nodiscard]] Arrival arrivalOf(quint64 sequence);
    void refuse(quint16 code, const QString &reason);
    void end(StreamEnd reason);

    std::unique_ptr<Sockets::WebSocket> m_socket;
    MediaStreamListener &m_listener;
    Scheduler::JobHandle m_startDeadline;
    State m_state = State::WaitingForStart;
    QByteArray m_streamId;
    QByteArray m_outgoing;
    quint64 m_lastSequence = 0;
    MediaStreamCounters m_counters;
};

} // namespace Frontdesk::Telephony
