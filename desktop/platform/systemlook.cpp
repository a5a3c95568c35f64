#include "desktop/platform/systemlook.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#elif defined(FRONTDESK_HAS_DBUS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

namespace {

const auto Appearance = u"org.freedesktop.appearance"_s;
const auto Gnome = u"org.gnome.desktop.a11y.interface"_s;

} // namespace

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
    ask();
}

std::optional<bool> SystemLook::contrastFrom(const QString &group, const QString &key, const QVariant &value)
{
    if (group == Appearance && key == "contrast"_L1)
        return value.toUInt() == 1;
    if (group == Gnome && key == "high-contrast"_L1)
        return value.toBool();
    return std::nullopt;
}

bool SystemLook::eventFilter(QObject *watched, QEvent *event)
{
    // Windows changes its colours when a contrast theme comes or goes.
    if (event->type() == QEvent::ApplicationPaletteChange)
        ask();
    return QObject::eventFilter(watched, event);
}

void SystemLook::set(bool highContrast)
{
    if (std::exchange(m_highContrast, highContrast) != highContrast)
        Q_EMIT changed();
}

#ifdef Q_OS_WIN

void SystemLook::ask()
{
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    if (SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0))
        set((contrast.dwFlags & HCF_HIGHCONTRASTON) != 0);
}

#elif defined(FRONTDESK_HAS_DBUS)

void SystemLook::ask()
{
    static const auto Service = u"org.freedesktop.portal.Desktop"_s;
    static const auto Path = u"/org/freedesktop/portal/desktop"_s;
    static const auto Settings = u"org.freedesktop.portal.Settings"_s;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Settings, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    for (const auto &[group, key] : {std::pair{Appearance, u"contrast"_s}, std::pair{Gnome, u"high-contrast"_s}}) {
        auto read = QDBusMessage::createMethodCall(Service, Path, Settings, u"Read"_s);
        read << group << key;
        auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group = group, key = key] {
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            watcher->deleteLater();
            if (reply.isValid())
                onPortalSetting(group, key, reply.value());
        });
    }
}

void SystemLook::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    auto plain = value.variant();
    // `Read` wraps its answer once more.
    if (plain.canConvert<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    if (const auto contrast = contrastFrom(group, key, plain))
        set(*contrast);
}

#else

void SystemLook::ask() {}

#endif

} // namespace Frontdesk::Platform
