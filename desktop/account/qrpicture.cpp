#include "desktop/account/qrpicture.h"

#include "desktop/account/qrcode.h"

#include <QPainter>

namespace Frontdesk::Account {

QrPicture::QrPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrPicture::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT textChanged();
    update();
}

void QrPicture::paint(QPainter *painter)
{
    constexpr int QuietZone = 4;
    const auto code = m_text.isEmpty() ? std::nullopt : QrCode::encode(m_text.toUtf8());
    if (!code)
        return;
    painter->fillRect(boundingRect(), Qt::white);
    // Whole pixels: blurred edges make scanning slower.
    const int module = std::max(1, int(std::min(width(), height())) / (code->size() + 2 * QuietZone));
    const int left = int(width() - module * code->size()) / 2;
    const int top = int(height() - module * code->size()) / 2;
    for (int y = 0; y < code->size(); ++y) {
        for (int x = 0; x < code->size(); ++x) {
            if (code->isDark(x, y))
                painter->fillRect(left + x * module, top + y * module, module, module, Qt::black);
        }
    }
}

} // namespace Frontdesk::Account
