#pragma once

#include <QString>

namespace Frontdesk::Dialogue {

/// What a caller says about being recorded.
enum class RecordingWish {
    None,
    Declines,
    Agrees, ///< And says nothing else.
    Asks,   ///< "Is this call recorded?"
};

struct HeardRecordingWish {
    RecordingWish wish = RecordingWish::None;
    QString rest; ///< What else was said; empty when nothing was.
};

/// Pure, by words alone; English and Spanish. `justTold`: it is the first turn after the caller was told of the recording,
/// so that a plain "no" is about it. In doubt a caller declines: recording too little harms nobody.
[[nodiscard]] HeardRecordingWish recordingWish(const QString &utterance, bool justTold);

} // namespace Frontdesk::Dialogue
