#pragma once

#include <QString>

namespace Frontdesk::Dialogue {

/// How alike two words sound, 0 to 1: edit distance over a rough phonetic form.
[[nodiscard]] double likeness(const QString &a, const QString &b);

/// The number of letters to add, drop or change to get from one to the other.
[[nodiscard]] int editDistance(const QString &a, const QString &b);

} // namespace Frontdesk::Dialogue
