#include "tests/fakes/fakedeepgram.h"

#include "service/sockets/websocket.h"
#include "tests/fakes/deepgramresults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace Frontdesk::Fakes {

namespace {

constexpr double BytesPerSecond = 8000;
constexpr double InterimEvery = 1.0;
constexpr double LongestSegment = 5.0;
const QString RequestId = QStringLiteral("11111111-2222-3333-4444-555555555555");

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray refusal(int status, const char *code, const QString &message)
{
    const QByteArray body = json({{QStringLiteral("err_code"), QLatin1String(code)},
                                  {QStringLiteral("err_msg"), message},
                                  {QStringLiteral("request_id"), RequestId}});
    const QByteArray reason = status == 401   ? "Unauthorized"
                              : status == 402 ? "Payment Required"
                              : status == 429 ? "Too Many Requests"
                                              : "Error";
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\ndg-request-id: " + RequestId.toLatin1() +
           "\r\ndg-error: " + message.toLatin1() +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

/// One connection.
class FakeDeepgram::Stream : public QObject {
public:
    Stream(FakeDeepgram &owner, Sockets::WebSocket *socket, const FakeRequest &request, FaultKind fault)
        : QObject(socket)
        , m_owner(owner)
        , m_socket(socket)
        , m_ear(owner.m_ears())
        , m_endpointing(number(request, "endpointing", 10) / 1000)
        , m_utteranceEnd(number(request, "utterance_end_ms", 0) / 1000)
        , m_interims(value(request, "interim_results") == QLatin1String("true"))
        , m_vadEvents(value(request, "vad_events") == QLatin1String("true"))
    {
        socket->letWait(); // So do theirs, now and then; and hundreds of calls may be played here.
        connect(socket, &Sockets::WebSocket::binaryReceived, this,
                [this](QByteArrayView audio) { onAudio(audio.toByteArray()); });
        connect(socket, &Sockets::WebSocket::textReceived, this,
                [this](QByteArrayView message) { onControl(message.toByteArray()); });
        m_idle.setSingleShot(true);
        connect(&m_idle, &QTimer::timeout, this, [this] {
            m_socket->close(Sockets::CloseCode::ServerError,
                            QStringLiteral("Deepgram did not receive audio data or a text message within the timeout "
                                           "window. See https://dpgr.am/net0001"));
        });
        m_idle.start(m_owner.m_idleLimit);
        connect(&m_signsOfLife, &QTimer::timeout, this, [this] {
            send({{QStringLiteral("type"), QStringLiteral("Warning")}});
        });
        suffer(fault);
    }

    void suffer(FaultKind fault)
    {
        m_fault = fault;
        m_faultSince = m_seconds;
        if (fault == FaultKind::KeepAliveOnly) {
            m_signsOfLife.start(100);
        } else {
            m_signsOfLife.stop();
        }
    }

    /// What a stream that stands already knows nothing of ends it, so that the next attempt meets it.
    void breakOff(FaultKind fault)
    {
        switch (fault) {
        case FaultKind::Refuse:
        case FaultKind::Reset:
        case FaultKind::SlowFirstByte:
            m_socket->abort();
            return;
        case FaultKind::Unauthorized:
        case FaultKind::RateLimited:
        case FaultKind::ServerError:
        case FaultKind::QuotaClose:
            m_socket->close(Sockets::CloseCode::ServerError, QStringLiteral("Internal error."));
            return;
        default:
            suffer(fault);
        }
    }

private:
    static QString value(const FakeRequest &request, const char *name)
    {
        return request.query.queryItemValue(QLatin1String(name));
    }
    static double number(const FakeRequest &request, const char *name, double otherwise)
    {
        bool ok = false;
        const double given = value(request, name).toDouble(&ok);
        return ok ? given : otherwise;
    }

    void send(const QJsonObject &message) { m_socket->sendText(json(message)); }

    void onAudio(const QByteArray &audio)
    {
        m_idle.start(m_owner.m_idleLimit);
        if (audio.isEmpty()) {
            finish();
            return;
        }
        ++m_owner.m_audioMessages;
        if (m_owner.m_streams.last() == this) {
            m_owner.m_audio += audio;
        }
        const double before = m_seconds;
        m_bytes += audio.size();
        m_seconds = double(m_bytes) / BytesPerSecond;
        if (m_owner.m_killAfter >= 0 && m_bytes >= m_owner.m_killAfter) {
            m_owner.m_killAfter = -1;
            m_socket->abort();
            return;
        }
        if (mute()) {
            return;
        }
        const bool wasInWord = m_ear->inWord();
        for (HeardWord &word : m_ear->hear(audio)) {
            m_lastWordEnd = word.end;
            m_words.push_back(std::move(word));
        }
        if (m_vadEvents && !wasInWord && m_ear->inWord() && m_words.empty()) {
            send({{QStringLiteral("type"), QStringLiteral("SpeechStarted")},
                  {QStringLiteral("channel"), QJsonArray{0, 1}},
                  {QStringLiteral("timestamp"), before}});
        }
        follow();
    }

    /// What the clock of the audio brings.
    void follow()
    {
        const bool quiet = !m_ear->inWord();
        const double pause = m_seconds - m_lastWordEnd;
        if (m_owner.m_findsPauses && !m_words.empty() && quiet && pause >= m_endpointing) {
            results(true, true, false);
        } else if (m_seconds - m_segmentStart >= LongestSegment && quiet) {
            results(true, false, false);
        } else if (m_interims && m_seconds - m_lastInterim >= InterimEvery) {
            results(false, false, false);
        }
        if (m_utteranceEnd > 0 && m_utteranceOpen && quiet && pause >= m_utteranceEnd) {
            m_utteranceOpen = false;
            send({{QStringLiteral("type"), QStringLiteral("UtteranceEnd")},
                  {QStringLiteral("channel"), QJsonArray{0, 1}},
                  {QStringLiteral("last_word_end"), m_lastWordEnd}});
        }
    }

    bool mute()
    {
        switch (m_fault) {
        case FaultKind::AcceptThenSilent:
        case FaultKind::KeepAliveOnly:
            return true;
        case FaultKind::HalfOpen:
            return m_seconds > m_faultSince + (m_faultSince > 0 ? 0.0 : 1.0);
        case FaultKind::WrongJson:
            m_socket->sendText("{\"type\":\"Results\",\"channel\":[");
            return true;
        case FaultKind::Truncated:
            m_socket->sendText("{\"type\":\"Results\",\"start\":0,");
            m_socket->flush();
            m_socket->abort();
            return true;
        default:
            return false;
        }
    }

    void results(bool isFinal, bool speechFinal, bool fromFinalize)
    {
        if (m_fault == FaultKind::EmptyAudio) {
            m_words.clear();
        }
        // A final may not cut a word that is being spoken.
        const double end = isFinal && m_ear->inWord() ? std::max(m_lastWordEnd, m_segmentStart) : m_seconds;
        m_socket->sendText(
            deepgramResults({m_segmentStart, end, isFinal, speechFinal, fromFinalize}, m_words, RequestId));
        m_lastInterim = m_seconds;
        m_utteranceOpen = !m_words.empty() || m_utteranceOpen;
        if (isFinal) {
            m_segmentStart = end;
            m_words.clear();
        }
    }

    void onControl(const QByteArray &message)
    {
        m_idle.start(m_owner.m_idleLimit);
        const QString type = QJsonDocument::fromJson(message).object().value(QLatin1String("type")).toString();
        if (type == QLatin1String("KeepAlive")) {
            ++m_owner.m_keepAlives;
        } else if (type == QLatin1String("Finalize")) {
            ++m_owner.m_finalizes;
            if (m_owner.m_answersFinalize && !mute()) {
                results(true, false, true);
            }
        } else if (type == QLatin1String("CloseStream")) {
            ++m_owner.m_cleanCloses;
            finish();
        }
    }

    void finish()
    {
        if (!m_words.empty()) {
            results(true, false, false);
        }
        send({{QStringLiteral("type"), QStringLiteral("Metadata")},
              {QStringLiteral("transaction_key"), QStringLiteral("deprecated")},
              {QStringLiteral("request_id"), RequestId},
              {QStringLiteral("duration"), m_seconds},
              {QStringLiteral("channels"), 1}});
        m_socket->close();
    }

    FakeDeepgram &m_owner;
    Sockets::WebSocket *m_socket;
    std::unique_ptr<Ear> m_ear;
    FaultKind m_fault = FaultKind::None;
    double m_faultSince = 0; ///< Seconds of its audio.
    const double m_endpointing;
    const double m_utteranceEnd;
    const bool m_interims;
    const bool m_vadEvents;
    QTimer m_idle;
    QTimer m_signsOfLife;
    qint64 m_bytes = 0;
    double m_seconds = 0;
    double m_segmentStart = 0;
    double m_lastInterim = 0;
    double m_lastWordEnd = 0;
    bool m_utteranceOpen = false;
    std::vector<HeardWord> m_words; ///< Since the last final.
};

FakeDeepgram::FakeDeepgram(EarMaker ears, QObject *parent)
    : FakeServer(parent)
    , m_ears(std::move(ears))
{}

void FakeDeepgram::answer(const FakeRequest &, FakeAnswer answer, FaultKind)
{
    answer.send(404, "application/json", "{}");
}

void FakeDeepgram::refuse(FakeAnswer answer, FaultKind fault)
{
    const QByteArray words =
        fault == FaultKind::Unauthorized ? refusal(401, "INVALID_AUTH", QStringLiteral("Invalid credentials."))
        : fault == FaultKind::RateLimited
            ? refusal(429, "TOO_MANY_REQUESTS", QStringLiteral("Too many requests. Please try again later"))
            : refusal(500, "INTERNAL", QStringLiteral("Internal error."));
    if (answer.socket() != nullptr) {
        answer.socket()->write(words);
    }
}

QByteArray FakeDeepgram::refuseUpgrade(const FakeRequest &request)
{
    const auto value = [&](const char *name) { return request.query.queryItemValue(QLatin1String(name)); };
    if (fault() == FaultKind::QuotaClose) {
        return refusal(402, "ASR_PAYMENT_REQUIRED", QStringLiteral("Project does not have enough credits."));
    }
    if (request.path != QLatin1String("/v1/listen")) {
        return refusal(404, "NOT_FOUND", QStringLiteral("No such path."));
    }
    if (request.headers.value("authorization") != QByteArray("Token ") + Key) {
        return refusal(401, "INVALID_AUTH", QStringLiteral("Invalid credentials."));
    }
    const bool utteranceEndAlone =
        !value("utterance_end_ms").isEmpty() && value("interim_results") != QLatin1String("true");
    const bool keywordsOnNova3 =
        value("model").startsWith(QLatin1String("nova-3")) && request.query.hasQueryItem(QStringLiteral("keywords"));
    if (value("encoding") != QLatin1String("mulaw") || value("sample_rate") != QLatin1String("8000") ||
        utteranceEndAlone || keywordsOnNova3 ||
        (!value("utterance_end_ms").isEmpty() && value("utterance_end_ms").toInt() < 1000)) {
        return refusal(400, "INVALID_QUERY_PARAMETER", QStringLiteral("Failed to deserialize query parameters"));
    }
    qsizetype characters = 0;
    for (const QString &term : request.query.allQueryItemValues(QStringLiteral("keyterm"))) {
        characters += term.size();
    }
    if (characters > 2000) {
        return refusal(400, "INVALID_QUERY_PARAMETER", QStringLiteral("Keyterm limit exceeded"));
    }
    return {};
}

void FakeDeepgram::opened(Sockets::WebSocket *socket, const FakeRequest &request, FaultKind fault)
{
    ++m_opened;
    m_audio.clear();
    m_streams.removeAll(nullptr);
    m_streams.append(new Stream(*this, socket, request, fault));
}

void FakeDeepgram::faultBegan(FaultKind fault)
{
    const auto streams = m_streams;
    for (const auto &stream : streams) {
        if (stream && fault != FaultKind::None) {
            noteFaultMet();
        }
        if (stream) {
            static_cast<Stream *>(stream.data())->breakOff(fault);
        }
    }
}

} // namespace Frontdesk::Fakes
