#pragma once

#include "tests/fakes/fakeserver.h"

#include <functional>

namespace Frontdesk::Fakes {

/// ElevenLabs' `text-to-speech/{voice}/stream` in `ulaw_8000`, with its refusals and limits.
class FakeElevenLabs final : public FakeServer {
    Q_OBJECT

public:
    /// Makes mu-law of a text.
    using Voice = std::function<QByteArray(const QString &text)>;

    static constexpr const char *Key = "elevenlabs-key-of-the-fake";
    static constexpr const char *VoiceId = "voice1";
    static constexpr qsizetype BytesPerCharacter = 65 * 8;

    /// The default voice hums: 65 ms of 0x30 for each character.
    explicit FakeElevenLabs(Voice voice = {}, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    /// What the head of each answer says; by default nothing.
    void setCharacterCost(int characters) { m_characterCost = characters; }
    /// Accounts without the right to zero retention refuse it.
    void setEnterprise(bool enterprise) { m_enterprise = enterprise; }

protected:
    void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) override;
    void refuse(FakeAnswer answer, FaultKind fault) override;

private:
    void stream(FakeAnswer answer, const QByteArray &audio, FaultKind fault);

    Voice m_voice;
    QStringList m_texts;
    int m_running = 0;
    int m_mostAtOnce = 0;
    bool m_enterprise = false;
    int m_characterCost = 0;
};

} // namespace Frontdesk::Fakes
