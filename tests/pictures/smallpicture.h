#pragma once

#include <QImage>

namespace Frontdesk {

/// The same picture with at most 256 colours, those it has most of and that differ; every other pixel takes the nearest. A
/// window's picture has few beside the edges of its letters, so nobody sees it, and the file is a third as large.
[[nodiscard]] QImage withFewColours(const QImage &picture);

} // namespace Frontdesk
