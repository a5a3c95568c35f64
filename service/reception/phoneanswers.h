#pragma once

#include "service/reception/callregistry.h"
#include "service/telephony/twiml.h"

namespace Frontdesk::Reception {

/// Where the phone network finds us.
struct PhoneAddresses {
    QString httpBase;   ///< `https://calls.example.com`, no final slash.
    QString streamBase; ///< The same with `wss`.
};

/// What the phone network is told, step by step. Pure.
///
/// Whatever happens, the caller ends with a person, or with a clear sentence and a task for the clinic.
class PhoneAnswers {
public:
    explicit PhoneAnswers(PhoneAddresses addresses);

    [[nodiscard]] const QString &httpBase() const { return m_addresses.httpBase; }

    /// Connects the caller with the assistant; should that fail in a way nobody foresaw, with the clinic's line.
    [[nodiscard]] Result<QByteArray> connectAssistant(const LiveCall &call, const QString &streamToken) const;

    /// Rings the clinic. For an emergency at once, and with the 911 guidance first if it is still owed; otherwise
    /// after a few seconds of music, so that the caller knows that something is happening.
    [[nodiscard]] Result<QByteArray> ringClinic(const LiveCall &call, const QDateTime &utcNow) const;

    /// Rings a line when nothing else is known about the call.
    [[nodiscard]] Result<QByteArray> ringLine(const QString &line) const;

    /// Nobody took the transferred call.
    [[nodiscard]] Result<QByteArray> nobodyAnswered(const LiveCall &call) const;

    /// What staff hear before they are joined with the caller: that it is us, and why. Only a pressed key joins them,
    /// so that no caller ends in a voicemail.
    [[nodiscard]] Result<QByteArray> whisper(const QString &escalationReason) const;
    [[nodiscard]] Result<QByteArray> whisperAnswered(const QString &keys) const;

    /// Whom a caller is connected with now: the clinic, or its on-call line while it is closed.
    [[nodiscard]] static QString lineFor(const ClinicProfile &clinic, const QDateTime &utcNow);

    [[nodiscard]] Result<QByteArray> unknownNumber() const;
    [[nodiscard]] Result<QByteArray> hangUp() const;
    [[nodiscard]] Result<QByteArray> nothing() const;

    static constexpr char VoicePath[] = "/twilio/voice";
    static constexpr char MediaPath[] = "/twilio/media";
    static constexpr char StreamEndedPath[] = "/twilio/stream-ended";
    static constexpr char TransferEndedPath[] = "/twilio/transfer-ended";
    static constexpr char StatusPath[] = "/twilio/status";
    static constexpr char WhisperPath[] = "/twilio/whisper";
    static constexpr char WhisperKeyPath[] = "/twilio/whisper-key";
    static constexpr char HoldMusicPath[] = "/twilio/hold-music.wav";
    static constexpr char TokenParameter[] = "token";

private:
    [[nodiscard]] Telephony::DialOptions dialling(const QString &line) const;
    [[nodiscard]] QString url(const char *path) const;

    PhoneAddresses m_addresses;
};

} // namespace Frontdesk::Reception
