#include "desktop/platform/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

namespace {

/// What IT has preset: HKLM\Software\Frontdesk\Frontdesk, /Library/Preferences, /etc/xdg/Frontdesk/Frontdesk.conf.
QVariant managedValue(const QString &name)
{
    const QSettings system(QSettings::SystemScope, u"Frontdesk"_s, u"Frontdesk"_s);
    return system.value(name);
}

} // namespace

Preferences::Preferences(QObject *parent)
    : QObject(parent)
{}

QVariant Preferences::value(const QString &name, const QVariant &fallback) const
{
    const QSettings own(QSettings::UserScope, u"Frontdesk"_s, u"Frontdesk"_s);
    return own.value(name, fallback);
}

void Preferences::setValue(const QString &name, const QVariant &value)
{
    QSettings own(QSettings::UserScope, u"Frontdesk"_s, u"Frontdesk"_s);
    own.setValue(name, value);
}

void Preferences::set(const QString &name, const QVariant &value)
{
    if (this->value(name) == value)
        return;
    setValue(name, value);
    Q_EMIT changed();
}

QString Preferences::key(const QString &action, const QString &fallback) const
{
    return value("keys/"_L1 + action, fallback).toString();
}

void Preferences::setKey(const QString &action, const QString &key)
{
    QSettings own(QSettings::UserScope, u"Frontdesk"_s, u"Frontdesk"_s);
    if (key.isEmpty())
        own.remove("keys/"_L1 + action);
    else
        own.setValue("keys/"_L1 + action, key);
    ++m_keysRevision;
    Q_EMIT keysChanged();
}

void Preferences::resetKeys()
{
    setKey({}, {});
}

QString Preferences::theme() const
{
    return value(u"theme"_s, u"system"_s).toString();
}

QString Preferences::language() const
{
    return value(u"language"_s).toString();
}

double Preferences::textScale() const
{
    return std::clamp(value(u"text_scale"_s, 1.0).toDouble(), 1.0, 2.0);
}

int Preferences::lockMinutes() const
{
    const auto managed = managedValue(u"lock_minutes"_s);
    return managed.isValid() ? managed.toInt() : value(u"lock_minutes"_s, 10).toInt();
}

bool Preferences::sounds() const
{
    return value(u"sounds"_s, true).toBool();
}

QString Preferences::server() const
{
    const auto managed = managedValue(u"server"_s).toString();
    return managed.isEmpty() ? value(u"server"_s).toString() : managed;
}

bool Preferences::serverManaged() const
{
    return !managedValue(u"server"_s).toString().isEmpty();
}

QString Preferences::email() const
{
    return value(u"email"_s).toString();
}

} // namespace Frontdesk::Platform
