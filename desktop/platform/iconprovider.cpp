#include "desktop/platform/iconprovider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

namespace {

constexpr QSize DefaultSize(20, 20);

} // namespace

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    QFile file(":/icons/"_L1 + id.section(u'/', 0, 0) + ".svg"_L1);
    const auto argb = id.section(u'/', 1, 1);
    QImage image(requestedSize.isValid() ? requestedSize : DefaultSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size)
        *size = image.size();
    if (!file.open(QIODevice::ReadOnly))
        return image;
    // SVG knows no alpha in a colour: the last six digits are the colour.
    auto svg = file.readAll().replace("currentColor", '#' + argb.right(6).toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    painter.setOpacity(argb.size() == 8 ? argb.left(2).toInt(nullptr, 16) / 255.0 : 1);
    renderer.render(&painter);
    return image;
}

} // namespace Frontdesk::Platform
