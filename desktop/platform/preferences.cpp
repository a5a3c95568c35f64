#include "desktop/platform/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

namespace {

/// What IT has preset (docs/guides/desktop.md): group policy or a management profile, then what an installer has left.
QVariant managedValue(const QString &name)
{
#ifdef Q_OS_WIN
    const QSettings policy(u"HKEY_LOCAL_MACHINE\\Software\\Policies\\Frontdesk"_s, QSettings::NativeFormat);
    if (policy.contains(name))
        return policy.value(name);
#elif defined(Q_OS_MACOS)
    const QSettings profile(u"/Library/Managed Preferences/com.frontdesk.Frontdesk.plist"_s, QSettings::NativeFormat);
    if (profile.contains(name))
        return profile.value(name);
#endif
    const QSettings system(QSettings::SystemScope, u"Frontdesk"_s, u"Frontdesk"_s);
    return system.value(name);
}

constexpr qsizetype MostAccounts = 8;

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

bool Preferences::lockManaged() const
{
    return managedValue(u"lock_minutes"_s).isValid();
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

QVariantList Preferences::accounts() const
{
    QVariantList accounts;
    const auto kept = value(u"accounts"_s).toStringList();
    for (const auto &one : kept)
        accounts << QVariantMap{{u"email"_s, one.section(u'\t', 0, 0)}, {u"name"_s, one.section(u'\t', 1)}};
    return accounts;
}

void Preferences::rememberAccount(const QString &email, const QString &name)
{
    auto kept = value(u"accounts"_s).toStringList();
    const auto before = kept;
    kept.removeIf([&](const QString &one) { return one.section(u'\t', 0, 0) == email; });
    kept.prepend(email + u'\t' + name);
    kept = kept.mid(0, MostAccounts);
    if (kept != before)
        set(u"accounts"_s, kept);
}

void Preferences::forgetAccount(const QString &email)
{
    auto kept = value(u"accounts"_s).toStringList();
    if (kept.removeIf([&](const QString &one) { return one.section(u'\t', 0, 0) == email; }) > 0)
        set(u"accounts"_s, kept);
}

bool Preferences::staysInTray() const
{
    return value(u"stays_in_tray"_s, true).toBool();
}

QString Preferences::email() const
{
    return value(u"email"_s).toString();
}

} // namespace Frontdesk::Platform
