#pragma once

#include <QQuickImageProvider>

namespace Frontdesk::Platform {

/// Draws our line icons in any colour: `image://icons/phone/ff1f6feb` is phone.svg in that ARGB colour, sharp at every size.
class IconProvider final : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace Frontdesk::Platform
