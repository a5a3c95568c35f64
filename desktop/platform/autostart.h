#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Frontdesk::Platform {

/// Whether the client starts when the person signs in to their computer: an entry of the desktop (Linux), of the
/// registry's Run key (Windows), or a launch agent (macOS), all of this person only.
class Autostart : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool enabled READ enabled WRITE setEnabled NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool enabled() const;
    void setEnabled(bool enabled);

Q_SIGNALS:
    void changed();
};

} // namespace Frontdesk::Platform
