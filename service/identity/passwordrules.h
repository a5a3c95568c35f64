#pragma once

#include <QStringList>

namespace Frontdesk::Identity {

/// Length and "not one that guessers try first"; no rules about kinds of characters (NIST SP 800-63B, 5.1.1.2).
///
/// Refused as guessable: what is left of the password without its digits, signs and usual letter swaps is made of up
/// to three common passwords and words about the person (`personal`: name, e-mail address, clinic); or it is one short piece again and
/// again; or a run of the alphabet or keyboard.
///
/// Empty: the password is good. Else one plain sentence.
[[nodiscard]] QString passwordProblem(const QString &password, const QStringList &personal = {});

constexpr int ShortestPassword = 12;
constexpr int LongestPassword = 256;

} // namespace Frontdesk::Identity
