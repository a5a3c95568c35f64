#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace Frontdesk::Platform {

/// What this desk remembers between two starts: layout, language, look, keys. Never patient data.
///
/// What the clinic's IT has set for the whole computer comes first to be read and can be told apart (`managed`).
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed) ///< `system`, `light`, `dark` or `contrast`
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)   ///< Empty: as the system.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed) ///< 1 to 2
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed)
    Q_PROPERTY(bool lockManaged READ lockManaged NOTIFY changed)
    Q_PROPERTY(bool sounds READ sounds WRITE setSounds NOTIFY changed)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY changed)
    Q_PROPERTY(bool serverManaged READ serverManaged NOTIFY changed)
    Q_PROPERTY(QString email READ email WRITE setEmail NOTIFY changed)
    /// Who has signed in at this computer, the latest first: [{email, name}], at most eight.
    Q_PROPERTY(QVariantList accounts READ accounts NOTIFY changed)
    /// Closing the window leaves the client in the tray, where there is one.
    Q_PROPERTY(bool staysInTray READ staysInTray WRITE setStaysInTray NOTIFY changed)
    Q_PROPERTY(int keysRevision READ keysRevision NOTIFY keysChanged)

public:
    explicit Preferences(QObject *parent = nullptr);

    Q_INVOKABLE [[nodiscard]] QVariant value(const QString &name, const QVariant &fallback = {}) const;
    Q_INVOKABLE void setValue(const QString &name, const QVariant &value);

    /// The key a person chose for an action, or `fallback`.
    Q_INVOKABLE [[nodiscard]] QString key(const QString &action, const QString &fallback) const;
    /// Empty: back to the standard.
    Q_INVOKABLE void setKey(const QString &action, const QString &key);
    Q_INVOKABLE void resetKeys();

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme) { set(QStringLiteral("theme"), theme); }
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language) { set(QStringLiteral("language"), language); }
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale) { set(QStringLiteral("text_scale"), scale); }
    [[nodiscard]] int lockMinutes() const;
    void setLockMinutes(int minutes) { set(QStringLiteral("lock_minutes"), minutes); }
    [[nodiscard]] bool lockManaged() const;
    [[nodiscard]] bool sounds() const;
    void setSounds(bool on) { set(QStringLiteral("sounds"), on); }
    [[nodiscard]] QString server() const;
    void setServer(const QString &server) { set(QStringLiteral("server"), server); }
    [[nodiscard]] bool serverManaged() const;
    [[nodiscard]] QString email() const;
    void setEmail(const QString &email) { set(QStringLiteral("email"), email); }
    [[nodiscard]] QVariantList accounts() const;
    void rememberAccount(const QString &email, const QString &name);
    Q_INVOKABLE void forgetAccount(const QString &email);
    [[nodiscard]] bool staysInTray() const;
    void setStaysInTray(bool stays) { set(QStringLiteral("stays_in_tray"), stays); }
    [[nodiscard]] int keysRevision() const { return m_keysRevision; }

Q_SIGNALS:
    void changed();
    void keysChanged();

private:
    void set(const QString &name, const QVariant &value);

    int m_keysRevision = 0;
};

} // namespace Frontdesk::Platform
