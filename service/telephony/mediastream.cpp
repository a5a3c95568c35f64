#include "service/telephony/mediastream.h"

#include "service/sockets/websocket.h"
#include "shared/core/deletesoon.h"
#include "shared/core/log.h"

namespace Frontdesk::Telephony {

namespace {

/// More than that in one call is no accident.
constexpr quint64 MostUnreadable = 20;

/// One for all streams of a thread: its buffers are large, and a message is dealt with before the next is read.
MediaMessageParser &parserOfThisThread()
{
    thread_local MediaMessageParser parser;
    return parser;
}

} // namespace

MediaStream::MediaStream(std::unique_ptr<Sockets::WebSocket> socket, MediaStreamListener &listener,
                         Scheduler &scheduler, MediaStreamSettings settings, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_listener(listener)
{
    connect(m_socket.get(), &Sockets::WebSocket::textReceived, this,
            [this](QByteArrayView utf8) { onMessage(std::string_view(utf8.data(), size_t(utf8.size()))); });
    connect(m_socket.get(), &Sockets::WebSocket::binaryReceived, this,
            [this] { refuse(Sockets::CloseCode::UnsupportedData, QStringLiteral("text messages only")); });
    connect(m_socket.get(), &Sockets::WebSocket::closed, this, [this] { end(StreamEnd::Lost); });
    m_socket->letWait(); // 50 small messages a second; with hundreds of calls looking for each would cost most.
    m_startDeadline = scheduler.after(
        settings.startTime, [this] { refuse(Sockets::CloseCode::Policy, QStringLiteral("no start in time")); });
}

MediaStream::~MediaStream()
{
    m_socket->disconnect(this);
    deleteSoon(std::move(m_socket));
}

qint64 MediaStream::backlogBytes() const
{
    return m_socket->backlogBytes();
}

void MediaStream::onMessage(std::string_view utf8)
{
    if (m_state == State::Ended) {
        return; // What was on its way when we closed.
    }
    ++m_counters.messages;
    const auto parsed = parserOfThisThread().parse(utf8);
    if (!parsed && m_state == State::Running && ++m_counters.unreadable <= MostUnreadable) {
        return; // A caller is not dropped for a message that nobody can read.
    }
    if (!parsed) {
        qCWarning(Log::telephony) << "a media socket is refused:" << parsed.error().message;
        refuse(Sockets::CloseCode::WrongData, QStringLiteral("not a media message"));
        return;
    }
    handle(**parsed);
}

void MediaStream::handle(const MediaMessage &message)
{
    if (const auto *started = std::get_if<StreamStarted>(&message.event)) {
        m_lastSequence = message.sequence;
        start(started->info);
        return;
    }
    if (std::holds_alternative<Connected>(message.event) || std::holds_alternative<UnknownEvent>(message.event)) {
        return;
    }
    if (m_state == State::WaitingForStart) {
        refuse(Sockets::CloseCode::Policy, QStringLiteral("start comes first"));
        return;
    }
    if (!message.streamId.empty() &&
        m_streamId != QByteArrayView(message.streamId.data(), qsizetype(message.streamId.size()))) {
        refuse(Sockets::CloseCode::Policy, QStringLiteral("another stream's message"));
        return;
    }
    const Arrival arrival = arrivalOf(message.sequence);
    if (arrival == Arrival::Duplicate) {
        return;
    }
    if (const auto *media = std::get_if<MediaArrived>(&message.event)) {
        if (arrival == Arrival::InOrder) {
            m_listener.onCallerAudio(media->payload, media->at);
        }
    } else if (const auto *key = std::get_if<KeyPressed>(&message.event)) {
        m_listener.onKeyPressed(key->digit);
    } else if (const auto *mark = std::get_if<MarkReturned>(&message.event)) {
        m_listener.onMarkReturned(mark->name);
    } else {
        end(StreamEnd::Stopped);
        m_socket->close();
    }
}

void MediaStream::start(const StartInfo &info)
{
    if (m_state != State::WaitingForStart) {
        refuse(Sockets::CloseCode::Policy, QStringLiteral("a stream starts once"));
        return;
    }
    if (!info.mediaFormat.isPhoneLine()) {
        qCWarning(Log::telephony) << "a media socket is refused: its audio is not 8 kHz mono mu-law";
        refuse(Sockets::CloseCode::UnsupportedData, QStringLiteral("8 kHz mono mu-law only"));
        return;
    }
    m_startDeadline.reset();
    m_streamId = info.streamId.toLatin1();
    m_state = State::Running;
    m_listener.onStreamStarted(info);
}

MediaStream::Arrival MediaStream::arrivalOf(quint64 sequence)
{
    if (sequence == 0) {
        return Arrival::InOrder; // Not numbered, so nothing can be said.
    }
    if (sequence == m_lastSequence) {
        ++m_counters.duplicates;
        return Arrival::Duplicate;
    }
    if (sequence < m_lastSequence) {
        ++m_counters.outOfOrder;
        return Arrival::Late;
    }
    m_counters.missing += sequence - m_lastSequence - 1;
    m_lastSequence = sequence;
    return Arrival::InOrder;
}

void MediaStream::sendAudio(Flow::MuLawBytes audio)
{
    if (m_state == State::Running && !audio.empty()) {
        writeMedia(m_outgoing, m_streamId, audio);
        m_socket->sendText(m_outgoing);
    }
}

void MediaStream::sendMark(const QString &name)
{
    if (m_state == State::Running) {
        writeMark(m_outgoing, m_streamId, name);
        m_socket->sendText(m_outgoing);
    }
}

void MediaStream::clear()
{
    if (m_state == State::Running) {
        writeClear(m_outgoing, m_streamId);
        m_socket->sendText(m_outgoing);
    }
}

void MediaStream::close()
{
    if (m_state != State::Ended) {
        end(StreamEnd::Stopped);
        m_socket->close();
    }
}

void MediaStream::refuse(quint16 code, const QString &reason)
{
    if (m_state != State::Ended) {
        end(StreamEnd::Refused);
        m_socket->close(code, reason);
    }
}

void MediaStream::end(StreamEnd reason)
{
    if (m_state != State::Ended) {
        m_state = State::Ended;
        m_startDeadline.reset();
        m_listener.onStreamEnded(reason);
    }
}

} // namespace Frontdesk::Telephony
