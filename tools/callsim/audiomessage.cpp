#include "tools/callsim/audiomessage.h"

#include "service/audio/mulaw.h"

#include <QByteArray>

#include <charconv>

namespace Frontdesk::CallSim {

namespace {

QByteArray payloadOf(const Frame &frame)
{
    std::array<uint8_t, Flow::FrameSamples> codes{};
    Audio::encodeMuLaw(frame, codes);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(codes.data()), qsizetype(codes.size())).toBase64();
}

void append(std::string &text, qint64 number)
{
    std::array<char, 20> digits{};
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
    text.append(digits.begin(), end);
}

} // namespace

AudioMessage::AudioMessage(const QString &streamSid)
    : m_streamSid(streamSid.toStdString())
{}

std::string_view AudioMessage::write(quint64 sequence, Milliseconds at, const Frame &frame)
{
    static const Frame silent{};
    static const QByteArray silence = payloadOf(silent); // Most of a call the caller listens.
    const QByteArray payload = frame == silent ? silence : payloadOf(frame);
    m_text = R"({"event":"media","sequenceNumber":")";
    append(m_text, qint64(sequence));
    m_text += R"(","media":{"track":"inbound","chunk":")";
    append(m_text, qint64(++m_chunk));
    m_text += R"(","timestamp":")";
    append(m_text, qint64(at.count()));
    m_text += R"(","payload":")";
    m_text.append(payload.constData(), size_t(payload.size()));
    m_text += R"("},"streamSid":")";
    m_text += m_streamSid;
    m_text += R"("})";
    return m_text;
}

} // namespace Frontdesk::CallSim
