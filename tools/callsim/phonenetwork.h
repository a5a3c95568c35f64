#pragma once

#include "tools/callsim/script.h"

#include <QUrl>

namespace Frontdesk::CallSim {

/// What a Twilio account and its number are configured with, and where the service really listens.
struct PhoneNetwork {
    QUrl service;         ///< Where we connect, for example `http://127.0.0.1:8080`.
    QUrl publicBase;      ///< What the service believes its address to be; signed. Empty: the same as `service`.
    QByteArray authToken; ///< Empty: requests go out unsigned.
    QString accountSid;   ///< Empty: a new one for each call.
    QString number;       ///< The clinic's number, E.164.
    QString from = QStringLiteral("+15550123456"); ///< The caller's; empty: withheld.
    QString voicePath = QStringLiteral("/twilio/voice");
    QString statusPath = QStringLiteral("/twilio/status");
    QByteArray fallbackTwiml;              ///< Static document of the number's fallback.
    QUrl fallbackUrl;                      ///< Asked instead when set.
    QString line;                          ///< The clinic's own line: dialled by the default fallback.
    std::optional<CalleeBehaviour> callee; ///< Overrides the scripts'.
    QMap<QString, CalleeBehaviour> calleesByNumber;
    Milliseconds longestCall{300000};

    /// The address under which the service knows `path`.
    [[nodiscard]] QUrl publicUrl(const QString &path) const;

    /// Where to connect for a URL that the service gave out: its own addresses lead to `service`, others stay.
    [[nodiscard]] QUrl reachable(const QUrl &url) const;

    [[nodiscard]] CalleeBehaviour calleeFor(const QString &calledNumber, const CalleeBehaviour &scripted) const;
};

} // namespace Frontdesk::CallSim
