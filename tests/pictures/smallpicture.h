#pragma once

#include <QImage>

namespace Frontdesk {

/// The same picture with the 256 colours it has most of; every other pixel takes the nearest of these. A window's picture
/// has few colours beside the edges of its letters, so nobody sees it, and the file is a third as large.
[[nodiscard]] QImage withFewColours(const QImage &picture);

} // namespace Frontdesk
