#include "tests/fuzz/entrypoints.h"

#include "service/http/internal/requestparser.h"
#include "service/recording/soundfile.h"
#include "service/sockets/internal/messageframes.h"
#include "service/telephony/mediamessage.h"
#include "service/telephony/twiliorequestcheck.h"
#include "service/telephony/webhooks.h"
#include "shared/core/phonenumber.h"

namespace Frontdesk::Fuzz {

using namespace Http;
using namespace Telephony;
using Progress = RequestParser::Progress;

namespace {

constexpr int HeadLimit = 16 << 10;
constexpr qint64 BodyLimit = 4096;

void promise(bool kept, const char *what)
{
    if (!kept) {
        qFatal("broken promise: %s", what);
    }
}

/// One request from `bytes`, offered in pieces of `step` as a socket would; what was used is removed.
struct Outcome {
    Progress progress = Progress::NeedMore;
    HttpRequest request;
    qsizetype used = 0;
};

Outcome readRequest(QByteArrayView bytes, qsizetype step)
{
    RequestParser parser(HeadLimit);
    Outcome outcome;
    qsizetype offered = 0;
    while (outcome.progress == Progress::NeedMore && offered < bytes.size()) {
        offered = std::min(offered + step, bytes.size());
        outcome.progress = parser.parseHead(bytes.first(offered));
    }
    if (outcome.progress == Progress::HeadDone) {
        outcome.used = parser.headSize();
        promise(outcome.used <= HeadLimit, "a head is within its limit");
        outcome.progress = parser.limitBody(BodyLimit);
        offered = outcome.used;
        while (outcome.progress == Progress::NeedMore && offered < bytes.size()) {
            offered = std::min(offered + step, bytes.size());
            qsizetype used = 0;
            outcome.progress = parser.parseBody(bytes.sliced(outcome.used, offered - outcome.used), used);
            outcome.used += used;
            promise(outcome.used <= offered, "no byte is used that was not offered");
        }
    } else {
        outcome.used = parser.headSize();
    }
    if (outcome.progress == Progress::Complete) {
        outcome.request = parser.takeRequest();
        promise(outcome.request.body.size() <= BodyLimit, "a body is within its limit");
        promise(outcome.request.target.startsWith('/'), "a target is a path");
    } else if (outcome.progress == Progress::Failed) {
        promise(parser.errorStatus() >= 400 && !parser.errorDetail().isEmpty(), "a refusal has a status and words");
    }
    return outcome;
}

QByteArrayView view(std::span<const uint8_t> bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

void httpRequest(std::span<const uint8_t> bytes)
{
    const Outcome whole = readRequest(view(bytes), std::max<qsizetype>(1, qsizetype(bytes.size())));
    const Outcome pieces = readRequest(view(bytes), 7);
    promise(whole.progress == pieces.progress || whole.progress == Progress::Failed ||
                pieces.progress == Progress::Failed,
            "a request does not depend on how it was cut");
    if (whole.progress == Progress::Complete && pieces.progress == Progress::Complete) {
        promise(whole.used == pieces.used && whole.request.body == pieces.request.body &&
                    whole.request.target == pieces.request.target,
                "a request does not depend on how it was cut");
    }
}

void webSocketUpgrade(std::span<const uint8_t> bytes)
{
    static const TwilioRequestCheck check("0123456789abcdef0123456789abcdef", "https://calls.example.com");
    RequestParser parser(HeadLimit);
    const Progress progress = parser.parseHead(view(bytes));
    if (progress != Progress::Complete || !parser.asksForWebSocket()) {
        return;
    }
    const HttpRequest request = parser.takeRequest();
    const UpgradeFault fault = checkUpgrade(request);
    promise(fault.status == 0 || !fault.detail.isEmpty(), "a refusal has words");
    const auto proved = check.upgrade(request);
    promise(!proved || request.hasHeader("X-Twilio-Signature"), "nothing unsigned is accepted");
}

namespace {

/// Reads messages from bytes that arrive in pieces of `step`, as a server does.
class MessagesOf final : public Sockets::MessageFrames::Listener {
public:
    static constexpr quint64 LargestMessage = 300;

    MessagesOf(std::span<const uint8_t> bytes, qint64 step)
        : m_left(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
        , m_step(step)
    {
        Sockets::MessageFrames frames(Sockets::WebSocketEnd::Server, *this);
        frames.setLargestMessage(LargestMessage);
        promise(frames.read() != Sockets::MessageFrames::Progress::Waits, "bytes that end are not waited for");
        closeCode = frames.closeCode();
    }

    qint64 takeBytes(char *to, qint64 most) override
    {
        if (m_left.isEmpty()) {
            return -1;
        }
        const qint64 size = std::min({most, m_step, qint64(m_left.size())});
        std::copy_n(m_left.data(), size, to);
        m_left = m_left.sliced(size);
        return size;
    }
    void giveBytes(const char *from, size_t size) override { answers.append(from, qsizetype(size)); }
    void onMessage(Sockets::MessageKind kind, QByteArrayView content) override
    {
        promise(kind != Sockets::MessageKind::Text || QUtf8StringView(content.data(), content.size()).isValidUtf8(),
                "a text is UTF-8");
        promise(quint64(content.size()) <= LargestMessage, "no message is larger than it may be");
        messages.append(char(kind) + content.toByteArray());
    }

    QByteArrayList messages;
    QByteArray answers;
    quint16 closeCode = 0;

private:
    QByteArrayView m_left;
    const qint64 m_step;
};

} // namespace

void webSocketMessages(std::span<const uint8_t> bytes)
{
    const MessagesOf whole(bytes, qint64(bytes.size()));
    const MessagesOf pieces(bytes, 3);
    promise(whole.messages == pieces.messages && whole.answers == pieces.answers && whole.closeCode == pieces.closeCode,
            "messages do not depend on how their bytes arrive");
}

void twilioForm(std::span<const uint8_t> bytes)
{
    const auto form = TwilioForm::parse(view(bytes));
    if (!form) {
        return;
    }
    promise(form->parameters().size() <= size_t{TwilioForm::MaximumParameters}, "parameters are limited");
    const auto voice = VoiceWebhook::parse(*form);
    promise(!voice || isSid(voice->call.callSid, QLatin1String("CA")), "an accepted call has an id");
    promise(!voice || voice->call.from.isEmpty() || isE164(voice->call.from), "a caller's number is a number");
    (void)StreamEnded::parse(*form);
    (void)DialEnded::parse(*form);
    (void)StatusCallback::parse(*form);
    (void)TwilioSignature("token").sign("https://calls.example.com/", *form);
}

void mediaMessage(std::span<const uint8_t> bytes)
{
    static MediaMessageParser parser;
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const auto message = parser.parse(text);
    if (message) {
        if (const auto *media = std::get_if<MediaArrived>(&(*message)->event)) {
            promise(media->payload.size() <= bytes.size() && media->at.count() >= 0,
                    "audio is no longer than its message");
            QByteArray out;
            writeMedia(out, "MZ1", media->payload);
        } else if (const auto *mark = std::get_if<MarkReturned>(&(*message)->event)) {
            QByteArray out;
            writeMark(out, "MZ1", mark->name);
            promise(parser.parse(out.toStdString()).ok(), "what we write we can read");
        }
    }
}

namespace {

Sealing::SealedFile someSeal()
{
    Storage::RecordingRecord recording;
    recording.key = QByteArray(Sealing::SecretKey::Size, 'k');
    return Recording::sealOf(recording).value();
}

/// Where to read, then a whole small recording of one letter.
QByteArray someRecording()
{
    return QByteArray("\x00\x00\x10\x00", 4) + someSeal().sealChunk(0, QByteArray(100, 'a'), true);
}

} // namespace

/// What lies in a store of recordings: the first four bytes say which part is asked for. Whatever opens is what was said.
void sealedRecording(std::span<const uint8_t> bytes)
{
    const QByteArray all(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    const QByteArray file = all.mid(4);
    const auto number = [&](qsizetype at) { return qint64{all.size() > at + 1 ? all[at] * 256 + all[at + 1] : 0}; };
    const Recording::SealedBytes sealed{
        file.size(), [&](qint64 offset, qint64 size) -> Result<QByteArray> { return file.mid(offset, size); }};
    const auto part = Recording::readTrack(sealed, someSeal(), number(0), number(2));
    if (part && part->count('a') != part->size()) {
        qFatal("a changed recording was opened");
    }
}

const std::vector<Target> &targets()
{
    static const QByteArray upgrade = "GET /twilio/media HTTP/1.1\r\nHost: calls.example.com\r\nUpgrade: websocket\r\n"
                                      "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    static const std::vector<Target> all{
        {"http_request",
         httpRequest,
         {"GET /api/v1/tasks?state=open&page=2 HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
          "POST /twilio/voice HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello=worldGET / HTTP/1.1\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
          "PUT /%e2%82%ac HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n"}},
        {"websocket_upgrade",
         webSocketUpgrade,
         {upgrade + "X-Twilio-Signature: abc=\r\n\r\n", upgrade + "Content-Length: 0\r\n\r\n"}},
        {"websocket_messages",
         webSocketMessages,
         {QByteArray("\x81\x85\0\0\0\0hello\x89\x81\1\2\3\4p\x82\x80\0\0\0\0", 24),
          QByteArray("\x01\x84\0\0\0\0one \x8A\x80\0\0\0\0\x80\x83\0\0\0\0two", 25),
          QByteArray("\x81\xFE\0\x80\0\0\0\0", 8) + QByteArray(128, 'x'),
          QByteArray("\x88\x85\0\0\0\0\x03\xE8"
                     "bye",
                     11),
          QByteArray("\x81\x82\0\0\0\0\xC3\xA9", 8)}},
        {"twilio_form",
         twilioForm,
         {"CallSid=CA0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef"
          "&From=%2B15550100002&To=%2B15550100001&CallStatus=ringing&Direction=inbound",
          "CallSid=CA0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef"
          "&CallStatus=completed&DialCallStatus=busy&SequenceNumber=4&CallDuration=73&StirVerstat=NULL"
          "&Timestamp=Wed%2C+04+Mar+2026+14%3A20%3A00+%2B0000&x=%C3%A9"}},
        {"media_message",
         mediaMessage,
         {R"({"event":"media","sequenceNumber":"2","media":{"track":"inbound","chunk":"1","timestamp":"5",)"
          R"("payload":"f39/fw=="},"streamSid":"MZ1"})",
          R"({"event":"start","sequenceNumber":"1","start":{"accountSid":"AC0123456789abcdef0123456789abcdef",)"
          R"("streamSid":"MZ0123456789abcdef0123456789abcdef","callSid":"CA0123456789abcdef0123456789abcdef",)"
          R"("mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},)"
          R"("customParameters":{"k":"v"}},"streamSid":"MZ0123456789abcdef0123456789abcdef"})",
          R"({"event":"mark","mark":{"name":"turn-3 \"é\""}})", R"({"event":"dtmf","dtmf":{"digit":"1"}})",
          R"({"event":"stop","sequenceNumber":"99","stop":{"callSid":"CA1"}})"}},
        {"sealed_recording", sealedRecording, {someRecording(), someRecording().chopped(1)}}};
    return all;
}

} // namespace Frontdesk::Fuzz
