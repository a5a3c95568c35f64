#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

#ifdef FRONTDESK_HAS_DBUS
#include <QDBusVariant>
#endif

namespace Frontdesk::Platform {

/// What a person has asked their whole computer to look like, as far as Qt does not say so itself: high contrast.
///
/// Windows: the contrast theme. Linux: the desktop's portal (org.freedesktop.appearance, or GNOME's accessibility
/// setting); followed while the program runs.
class SystemLook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool highContrast READ highContrast NOTIFY changed)

public:
    explicit SystemLook(QObject *parent = nullptr);

    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Whether this setting of the portal asks for high contrast; nothing when it is another setting.
    [[nodiscard]] static std::optional<bool> contrastFrom(const QString &group, const QString &key,
                                                          const QVariant &value);

Q_SIGNALS:
    void changed();

#ifdef FRONTDESK_HAS_DBUS
private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);
#endif

private:
    void set(bool highContrast);
    void ask();

    bool m_highContrast = false;
};

} // namespace Frontdesk::Platform
