#pragma once

#include "service/reception/callregistry.h"
#include "service/telephony/twiml.h"

namespace Frontdesk::Reception {

/// What the phone network is told during a warm transfer: the caller's call on one side, the clinic's on the other. Pure.
class TransferAnswers {
public:
    /// How the phone network reaches us, no final slash.
    explicit TransferAnswers(QString httpBase);

    /// A stretch of music, then the caller's call asks again.
    [[nodiscard]] Result<QByteArray> hold() const;
    /// Into the room where the person waits.
    [[nodiscard]] Result<QByteArray> join(const LiveCall &call) const;
    /// For a caller who is alone in that room: music, or that nobody came.
    [[nodiscard]] Result<QByteArray> alone(bool somebodyComes) const;

    /// Says why somebody calls and asks for a key, twice; without patient data, because a machine may be listening.
    [[nodiscard]] Result<QByteArray> announce(const LiveCall &call) const;
    /// To the person who pressed the key: who it is, then the room.
    [[nodiscard]] Result<QByteArray> connectStaff(const LiveCall &call) const;
    [[nodiscard]] Result<QByteArray> tooLate() const;
    [[nodiscard]] Result<QByteArray> goodbye() const;

    /// An address that belongs to one attempt to reach staff for one call.
    [[nodiscard]] QString address(const char *path, const LiveCall &call) const;
    [[nodiscard]] QString address(const char *path) const { return m_base + QLatin1String(path); }

    static constexpr char HoldPath[] = "/twilio/hold";
    static constexpr char AlonePath[] = "/twilio/hold-alone";
    static constexpr char RoomPath[] = "/twilio/room";
    static constexpr char StaffPath[] = "/twilio/staff";
    static constexpr char StaffKeyPath[] = "/twilio/staff-key";
    static constexpr char StaffStatusPath[] = "/twilio/staff-status";
    static constexpr char StaffMachinePath[] = "/twilio/staff-machine";
    static constexpr char MusicPath[] = "/twilio/waiting-music.wav";
    static constexpr char CallKey[] = "call";   ///< In an address: the caller's call.
    static constexpr char AttemptKey[] = "try"; ///< In an address: which attempt.

private:
    QString m_base;
};

} // namespace Frontdesk::Reception
