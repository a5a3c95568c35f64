#include "service/telephony/mediamessage.h"

#include "service/telephony/internal/base64.h"
#include "service/telephony/webhooks.h"

#include <simdjson.h>

#include <charconv>

namespace Frontdesk::Telephony {

namespace dom = simdjson::dom;

namespace {

constexpr size_t MaximumDepth = 8;
constexpr size_t MaximumCustomParameters = 32;
constexpr qsizetype MaximumMarkCharacters = 256;

Error malformed(const char *what)
{
    return {ErrorCode::InvalidInput,
            QStringLiteral("A media message's %1 is missing or malformed.").arg(QLatin1String(what))};
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Empty when there is no such text.
std::string_view text(const dom::object &object, std::string_view name)
{
    std::string_view value;
    return object.at_key(name).get(value) == simdjson::SUCCESS ? value : std::string_view();
}

/// The envelope's numbers are strings.
bool readNumber(std::string_view digits, quint64 &number)
{
    const char *const end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, number);
    return result.ec == std::errc() && result.ptr == end;
}

Result<MediaFormat> readFormat(const dom::object &start)
{
    dom::object object;
    int64_t rate = 0;
    int64_t channels = 0;
    if (start.at_key("mediaFormat").get(object) || object.at_key("sampleRate").get(rate) ||
        object.at_key("channels").get(channels) || rate < 0 || rate > 192'000 || channels < 0 || channels > 8) {
        return malformed("media format");
    }
    return MediaFormat{toText(text(object, "encoding")), static_cast<int>(rate), static_cast<int>(channels)};
}

Result<void> readStart(MediaMessage &into, const dom::object &message)
{
    dom::object start;
    if (message.at_key("start").get(start)) {
        return malformed("start");
    }
    StartInfo &info = into.event.emplace<StreamStarted>().info;
    info.streamId = toText(text(start, "streamSid"));
    info.callId = toText(text(start, "callSid"));
    info.accountId = toText(text(start, "accountSid"));
    if (!isSid(info.streamId, QLatin1String("MZ")) || !isSid(info.callId, QLatin1String("CA")) ||
        !isSid(info.accountId, QLatin1String("AC"))) {
        return malformed("stream, call or account");
    }
    auto format = readFormat(start);
    if (!format) {
        return format.error();
    }
    info.mediaFormat = std::move(format).value();
    dom::object parameters;
    if (start.at_key("customParameters").get(parameters) == simdjson::SUCCESS) {
        for (const auto &[key, value] : parameters) {
            std::string_view content;
            if (value.get(content) || info.customParameters.size() == MaximumCustomParameters) {
                return malformed("list of parameters");
            }
            info.customParameters.push_back({toText(key), toText(content)});
        }
    }
    return {};
}

Result<void> readMedia(MediaMessage &into, const dom::object &message, std::span<uint8_t> buffer)
{
    dom::object media;
    quint64 timestamp = 0;
    std::string_view payload;
    if (message.at_key("media").get(media) || media.at_key("payload").get(payload)) {
        return malformed("audio");
    }
    if (!readNumber(text(media, "timestamp"), timestamp) || timestamp > quint64{1} << 40) {
        return malformed("timestamp");
    }
    const auto size = decodeBase64(payload, buffer);
    if (!size) {
        return size.error();
    }
    into.event = MediaArrived{buffer.first(*size), Milliseconds(static_cast<qint64>(timestamp))};
    return {};
}

Result<void> readKey(MediaMessage &into, const dom::object &message)
{
    dom::object dtmf;
    if (message.at_key("dtmf").get(dtmf)) {
        return malformed("key");
    }
    const std::string_view digit = text(dtmf, "digit");
    if (digit.size() != 1 || std::string_view("0123456789*#ABCD").find(digit) == std::string_view::npos) {
        return malformed("key");
    }
    into.event = KeyPressed{QLatin1Char(digit.front())};
    return {};
}

Result<void> readMark(MediaMessage &into, const dom::object &message)
{
    dom::object mark;
    std::string_view name;
    if (message.at_key("mark").get(mark) || mark.at_key("name").get(name) ||
        static_cast<qsizetype>(name.size()) > MaximumMarkCharacters) {
        return malformed("mark");
    }
    into.event = MarkReturned{toText(name)};
    return {};
}

Result<void> readEvent(MediaMessage &into, std::string_view event, const dom::object &message,
                       std::span<uint8_t> audioBuffer)
{
    if (event == "media") {
        return readMedia(into, message, audioBuffer);
    }
    if (event == "mark") {
        return readMark(into, message);
    }
    if (event == "dtmf") {
        return readKey(into, message);
    }
    if (event == "start") {
        return readStart(into, message);
    }
    if (event == "stop") {
        into.event.emplace<StreamStopped>();
    } else if (event == "connected") {
        into.event.emplace<Connected>();
    }
    return {};
}

void writeEnvelope(QByteArray &out, QByteArrayView event, QByteArrayView streamId)
{
    out.truncate(0); // Unlike clear(), keeps the memory.
    out.append(R"({"event":")").append(event).append(R"(","streamSid":")").append(streamId).append('"');
}

} // namespace

bool MediaFormat::isPhoneLine() const
{
    return encoding == QLatin1String("audio/x-mulaw") && sampleRateHz == Flow::SampleRateHz && channels == 1;
}

QString StartInfo::customParameter(QStringView name) const
{
    for (const Parameter &parameter : customParameters) {
        if (parameter.name == name) {
            return parameter.value;
        }
    }
    return {};
}

struct MediaMessageParser::Buffers {
    dom::parser json{MaximumMessageBytes};
    // Not filled: what no message reaches costs no memory.
    static constexpr size_t AudioBytes = MaximumMessageBytes / 4 * 3;
    std::unique_ptr<char[]> text =
        std::make_unique_for_overwrite<char[]>(MaximumMessageBytes + simdjson::SIMDJSON_PADDING);
    std::unique_ptr<uint8_t[]> audio = std::make_unique_for_overwrite<uint8_t[]>(AudioBytes);
    MediaMessage message;
};

MediaMessageParser::MediaMessageParser()
    : m_buffers(std::make_unique<Buffers>())
{
    // Reserved ahead, so that the first message of a call is as quick as the last.
    if (const auto error = m_buffers->json.allocate(MaximumMessageBytes, MaximumDepth)) {
        qFatal("no memory for a media message parser: %s", simdjson::error_message(error));
    }
}

MediaMessageParser::~MediaMessageParser() = default;

Result<const MediaMessage *> MediaMessageParser::parse(std::string_view utf8)
{
    Buffers &buffers = *m_buffers;
    if (utf8.size() > size_t{MaximumMessageBytes}) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A media message is too long.")};
    }
    std::copy(utf8.begin(), utf8.end(), buffers.text.get()); // simdjson reads a little beyond the end.
    dom::object message;
    if (buffers.json.parse(buffers.text.get(), utf8.size(), false).get(message)) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A media message is not a JSON object.")};
    }
    MediaMessage &parsed = buffers.message;
    parsed.event.emplace<UnknownEvent>();
    parsed.sequence = 0;
    const std::string_view number = text(message, "sequenceNumber");
    if (!number.empty() && !readNumber(number, parsed.sequence)) {
        return malformed("sequence number");
    }
    parsed.streamId = text(message, "streamSid");
    std::string_view event;
    if (message.at_key("event").get(event)) {
        return malformed("event");
    }
    if (const auto read = readEvent(parsed, event, message, {buffers.audio.get(), Buffers::AudioBytes}); !read) {
        return read.error();
    }
    return &parsed;
}

void writeMedia(QByteArray &out, QByteArrayView streamId, Flow::MuLawBytes audio)
{
    writeEnvelope(out, "media", streamId);
    out.append(R"(,"media":{"payload":")");
    appendBase64(out, audio);
    out.append(R"("}})");
}

void writeMark(QByteArray &out, QByteArrayView streamId, const QString &name)
{
    writeEnvelope(out, "mark", streamId);
    out.append(R"(,"mark":{"name":")");
    for (const char c : name.toUtf8()) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (static_cast<unsigned char>(c) >= ' ') {
            out.append(c);
        }
    }
    out.append(R"("}})");
}

void writeClear(QByteArray &out, QByteArrayView streamId)
{
    writeEnvelope(out, "clear", streamId);
    out.append('}');
}

} // namespace Frontdesk::Telephony
