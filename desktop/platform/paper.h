#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QPagedPaintDevice;
QT_END_NAMESPACE

namespace Frontdesk::Platform {

/// Prints a page of text on the person's own printer. Nothing of it is kept on the disk by us.
class Paper : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// `title` above, then the lines of `text`. Returns what kept it from printing, in a sentence; empty: it prints.
    Q_INVOKABLE QString printPage(const QString &title, const QString &text);

    static void draw(const QString &title, const QString &text, QPagedPaintDevice &device);
};

} // namespace Frontdesk::Platform
