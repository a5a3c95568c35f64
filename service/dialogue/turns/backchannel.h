#pragma once

#include <QString>

namespace Frontdesk::Dialogue {

/// True for sounds a listener makes without wanting the floor ("mm-hmm", "uh huh", "okay", "right") and for text in
/// which a recognizer found no real word.
[[nodiscard]] bool isBackchannel(const QString &text);

} // namespace Frontdesk::Dialogue
