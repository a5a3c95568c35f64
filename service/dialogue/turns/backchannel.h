#pragma once

#include <QString>

namespace Frontdesk::Dialogue {

/// True for sounds a listener makes without wanting the floor ("mm-hmm", "uh huh", "okay", "right") and for text in
/// which a recognizer found no real word.
[[nodiscard]] bool isBackchannel(const QString &text);

/// True for "yes", "no" and other words for them, alone or with one more word.
[[nodiscard]] bool isYesOrNo(const QString &text);

} // namespace Frontdesk::Dialogue
