#pragma once

#include <QQuickPaintedItem>

namespace Frontdesk::Account {

/// A QR code of `text`, as large as the item; dark on light in every theme, because scanners want it so.
class QrPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit QrPicture(QQuickItem *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
};

} // namespace Frontdesk::Account
