#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Frontdesk::Platform {

/// Puts a file that a person asked for among their downloads: figures, or the copy of a patient's records that an
/// administrator has to hand out. Readable by this person only.
class FileSaver : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// Returns where it lies, or nothing when it could not be written. Never replaces a file: "figures (2).csv".
    Q_INVOKABLE QString save(const QString &name, const QString &text);
    /// Where a file of this name may be made among the downloads; nothing when there is no such folder.
    Q_INVOKABLE QString place(const QString &name);
};

} // namespace Frontdesk::Platform
