#pragma once

#include "tests/fakes/fakeopenaiears.h"
#include "tests/fakes/fakeserver.h"

#include <QJsonObject>

#include <functional>

namespace Frontdesk::Fakes {

/// OpenAI's `chat/completions` with strict structured output, streamed, `audio/speech` in `pcm` and realtime
/// transcription; or a server that speaks like it.
class FakeOpenAi final : public FakeServer {
    Q_OBJECT

public:
    enum class Flavour {
        OpenAi,
        LlamaCpp, ///< Error codes are numbers; refuses fields it does not know; no usage, no key.
    };

    static constexpr const char *Key = "openai-key-of-the-fake";

    /// The content of the answer to a request.
    using Mind = std::function<QJsonObject(const QJsonObject &request)>;

    /// The default mind understands nothing: the first value of each enum, null, false or empty for the rest.
    explicit FakeOpenAi(Flavour flavour = Flavour::OpenAi, QObject *parent = nullptr);

    void setMind(Mind mind) { m_mind = std::move(mind); }
    /// Put before the JSON of each answer, as models do that think aloud.
    void setPreamble(const QByteArray &preamble) { m_preamble = preamble; }
    /// Makes 16-bit samples at 24 kHz of a text.
    using Voice = std::function<QByteArray(const QString &text)>;
    /// The default voice hums 440 Hz, 65 ms for each character.
    void setVoice(Voice voice) { m_voice = std::move(voice); }
    /// Of the transcription sessions.
    [[nodiscard]] OpenAiEars &ears() { return m_earsOfAll; }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] const QList<QJsonObject> &bodies() const { return m_bodies; }

    /// The least that a schema allows.
    [[nodiscard]] static QJsonValue emptyAnswer(const QJsonObject &schema);

protected:
    void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) override;
    void refuse(FakeAnswer answer, FaultKind fault) override;
    [[nodiscard]] QByteArray refuseUpgrade(const FakeRequest &request) override;
    void opened(Sockets::WebSocket *socket, const FakeRequest &request, FaultKind fault) override;

private:
    [[nodiscard]] QByteArray error(const QString &message, const QString &type, const QString &code, int status) const;
    [[nodiscard]] QString wrongIn(const QJsonObject &body) const;
    void speak(const QJsonObject &body, FakeAnswer answer, FaultKind fault);
    void stream(FakeAnswer answer, const QByteArray &content, bool counts, FaultKind fault);

    const Flavour m_flavour;
    Mind m_mind;
    QByteArray m_preamble;
    Voice m_voice;
    QStringList m_texts;
    OpenAiEars m_earsOfAll;
    QList<QJsonObject> m_bodies;
};

} // namespace Frontdesk::Fakes
