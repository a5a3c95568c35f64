#pragma once

#include "tests/fakes/ear.h"
#include "tests/fakes/fakeserver.h"

namespace Frontdesk::Fakes {

/// Deepgram's `v1/listen` as its documentation has it: refusals with their bodies, interim and final results on the
/// clock of the audio, speech_final, UtteranceEnd, SpeechStarted, KeepAlive, Finalize, CloseStream.
class FakeDeepgram final : public FakeServer {
    Q_OBJECT

public:
    explicit FakeDeepgram(
        EarMaker ears = [] { return std::make_unique<MarkedEar>(); }, QObject *parent = nullptr);

    static constexpr const char *Key = "deepgram-key-of-the-fake";

    /// Without audio or KeepAlive for this long: close 1011 NET-0001.
    void setIdleLimit(Milliseconds limit) { m_idleLimit = limit; }
    /// The next connection breaks, without a word, when it has heard this much.
    void killAfterBytes(qint64 bytes) { m_killAfter = bytes; }
    void answerFinalize(bool answers) { m_answersFinalize = answers; }
    /// As under noise: pauses are not found, utterances end by UtteranceEnd only.
    void findPauses(bool finds) { m_findsPauses = finds; }

    [[nodiscard]] int opened() const { return m_opened; }
    [[nodiscard]] int keepAlives() const { return m_keepAlives; }
    [[nodiscard]] int finalizes() const { return m_finalizes; }
    [[nodiscard]] int cleanCloses() const { return m_cleanCloses; }
    [[nodiscard]] int audioMessages() const { return m_audioMessages; }
    [[nodiscard]] const QByteArray &audio() const { return m_audio; } ///< Of the latest connection.

protected:
    void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) override;
    void refuse(FakeAnswer answer, FaultKind fault) override;
    [[nodiscard]] QByteArray refuseUpgrade(const FakeRequest &request) override;
    void opened(Sockets::WebSocket *socket, const FakeRequest &request, FaultKind fault) override;
    void faultBegan(FaultKind fault) override;

private:
    class Stream;

    EarMaker m_ears;
    QList<QPointer<QObject>> m_streams;
    Milliseconds m_idleLimit{10'000};
    qint64 m_killAfter = -1;
    bool m_answersFinalize = true;
    bool m_findsPauses = true;
    int m_opened = 0;
    int m_keepAlives = 0;
    int m_finalizes = 0;
    int m_cleanCloses = 0;
    int m_audioMessages = 0;
    QByteArray m_audio;
};

} // namespace Frontdesk::Fakes
