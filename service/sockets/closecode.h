#pragma once

#include <QtGlobal>

/// Close codes of RFC 6455, 7.4.1; applications add their own from 4000.
namespace Frontdesk::Sockets::CloseCode {

constexpr quint16 Normal = 1000;
constexpr quint16 GoingAway = 1001;
constexpr quint16 ProtocolError = 1002;
constexpr quint16 UnsupportedData = 1003;
constexpr quint16 NoneGiven = 1005; ///< Never sent.
constexpr quint16 Lost = 1006;      ///< Never sent: the connection went away without a word.
constexpr quint16 WrongData = 1007;
constexpr quint16 Policy = 1008;
constexpr quint16 TooBig = 1009;
constexpr quint16 ServerError = 1011;

} // namespace Frontdesk::Sockets::CloseCode
