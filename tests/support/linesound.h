#pragma once

#include <QByteArray>

namespace Frontdesk::Tests {

/// Mu-law of somebody holding a vowel: a 130 Hz buzz with formants, at an ordinary telephone level.
[[nodiscard]] QByteArray vowel(int milliseconds);

/// Mu-law of a quiet line: faint hiss, always the same.
[[nodiscard]] QByteArray quietLine(int milliseconds);

} // namespace Frontdesk::Tests
