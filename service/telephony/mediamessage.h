#pragma once

#include "service/flow/audioframe.h"
#include "shared/core/result.h"

#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace Frontdesk::Telephony {

/// What the line sends us.
struct MediaFormat {
    QString encoding;
    int sampleRateHz = 0;
    int channels = 0;

    /// 8 kHz mono mu-law, the only format that Twilio documents and we speak.
    [[nodiscard]] bool isPhoneLine() const;
};

struct StartInfo {
    struct Parameter {
        QString name;
        QString value;
    };

    QString streamId;  ///< MZ..
    QString callId;    ///< CA..
    QString accountId; ///< AC..
    MediaFormat mediaFormat;
    std::vector<Parameter> customParameters;

    /// Empty when there is none.
    [[nodiscard]] QString customParameter(QStringView name) const;
};

struct Connected {};
struct StreamStarted {
    StartInfo info;
};
struct MediaArrived {
    Flow::MuLawBytes payload;
    Milliseconds at{0}; ///< From the start of the stream.
};
struct KeyPressed {
    QChar digit; ///< 0-9, *, # or A-D.
};
struct MarkReturned {
    QString name;
};
struct StreamStopped {};

/// Anything new that Twilio may send one day: well-formed, but not for us.
struct UnknownEvent {};

struct MediaMessage {
    std::variant<UnknownEvent, Connected, StreamStarted, MediaArrived, KeyPressed, MarkReturned, StreamStopped> event;
    quint64 sequence = 0; ///< From 1; 0 when the message has none.
    /// The stream it belongs to; differs from the started one only when something is wrong. Empty for `connected`.
    std::string_view streamId;
};

/// Reads the text messages of Twilio's media socket ("Media Streams - WebSocket Messages").
///
/// Reuses its buffers, so media messages do not allocate. Sockets of one thread may share one. Errors say what is
/// wrong, never what it said.
class MediaMessageParser {
public:
    static constexpr qsizetype MaximumMessageBytes = 64 * 1024;

    MediaMessageParser();
    ~MediaMessageParser();
    MediaMessageParser(MediaMessageParser &&) = delete;

    /// The message lives in the parser until the next one.
    [[nodiscard]] Result<const MediaMessage *> parse(std::string_view utf8);

private:
    struct Buffers;
    std::unique_ptr<Buffers> m_buffers;
};

/// Writes what we send into `out`, replacing its content and keeping its memory.
void writeMedia(QByteArray &out, QByteArrayView streamId, Flow::MuLawBytes audio);
void writeMark(QByteArray &out, QByteArrayView streamId, const QString &name);
void writeClear(QByteArray &out, QByteArrayView streamId);

} // namespace Frontdesk::Telephony
