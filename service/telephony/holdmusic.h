#pragma once

#include "shared/core/clock.h"

#include <QByteArray>

namespace Frontdesk::Telephony {

/// What a caller hears while a person is called: a soft arpeggio of our own, about 20 s, at about -20 dBFS, that
/// repeats without a seam. A WAV file (8 kHz mono mu-law), made once; safe from any thread.
[[nodiscard]] const QByteArray &holdMusicWav();

/// The first `length` of it, faded out, as a file of its own: for when a person is about to be rung.
[[nodiscard]] QByteArray holdMusicWav(Milliseconds length);

} // namespace Frontdesk::Telephony
