#include "desktop/platform/iconprovider.h"
#include "desktop/platform/preferences.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Platform::Preferences;

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        m_system = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_DIRS", m_system->path().toLocal8Bit());
    }

    void values_areThereAfterAnotherStart();
    void textScale_staysBetweenOneAndTwo();
    void preset_byIt_comesBeforeThePersonsOwn();
    void preset_none_leavesThePersonsOwn();
    void accounts_latestFirstAndAtMostEight();
    void keys_chosenAndForgotten();
    void icon_isDrawnInTheColourAskedFor();
    void icon_thatDoesNotExist_isEmpty();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_system; ///< Where IT presets things for the whole computer.
};

void TestPreferences::values_areThereAfterAnotherStart()
{
    {
        Preferences first;
        QSignalSpy changed(&first, &Preferences::changed);
        QCOMPARE(first.theme(), u"system"_s);
        first.setTheme(u"dark"_s);
        first.setTheme(u"dark"_s);
        first.setLanguage(u"es"_s);
        first.setSounds(false);
        first.setServer(u"https://desk.example.com"_s);
        first.setValue(u"queue/width"_s, 400);
        QCOMPARE(changed.count(), 4);
    }
    const Preferences second;
    QCOMPARE(second.theme(), u"dark"_s);
    QCOMPARE(second.language(), u"es"_s);
    QVERIFY(!second.sounds());
    QCOMPARE(second.server(), u"https://desk.example.com"_s);
    QCOMPARE(second.value(u"queue/width"_s).toInt(), 400);
}

void TestPreferences::preset_byIt_comesBeforeThePersonsOwn()
{
    QVERIFY(QDir(m_system->path()).mkpath(u"Frontdesk"_s));
    QFile file(m_system->filePath(u"Frontdesk/Frontdesk.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nserver=desk.clinic.example\nlock_minutes=7\n"); // As installers/README.md has it.
    file.close();
    Preferences preferences;
    preferences.setServer(u"https://elsewhere.example"_s);
    preferences.setLockMinutes(30);
    QCOMPARE(preferences.server(), u"desk.clinic.example"_s);
    QVERIFY(preferences.serverManaged());
    QCOMPARE(preferences.lockMinutes(), 7);
    QVERIFY(preferences.lockManaged());
}

void TestPreferences::preset_none_leavesThePersonsOwn()
{
    Preferences preferences;
    preferences.setServer(u"https://elsewhere.example"_s);
    preferences.setLockMinutes(30);
    QCOMPARE(preferences.server(), u"https://elsewhere.example"_s);
    QVERIFY(!preferences.serverManaged());
    QCOMPARE(preferences.lockMinutes(), 30);
    QVERIFY(!preferences.lockManaged());
}

void TestPreferences::accounts_latestFirstAndAtMostEight()
{
    Preferences preferences;
    for (int at = 0; at < 9; ++at)
        preferences.rememberAccount(u"p%1@x.example"_s.arg(at), u"Person %1"_s.arg(at));
    preferences.rememberAccount(u"p4@x.example"_s, u"Person 4"_s);
    preferences.forgetAccount(u"p8@x.example"_s);
    QStringList names;
    const auto accounts = Preferences().accounts();
    for (const auto &account : accounts)
        names << account.toMap().value(u"name"_s).toString().right(1);
    QCOMPARE(names.join(u""_s), u"4765321"_s);
}

void TestPreferences::textScale_staysBetweenOneAndTwo()
{
    Preferences preferences;
    preferences.setTextScale(7);
    QCOMPARE(preferences.textScale(), 2.0);
    preferences.setTextScale(0.1);
    QCOMPARE(preferences.textScale(), 1.0);
}

void TestPreferences::keys_chosenAndForgotten()
{
    Preferences preferences;
    QSignalSpy changed(&preferences, &Preferences::keysChanged);
    preferences.setKey(u"claim"_s, u"X"_s);
    preferences.setKey(u"done"_s, u"Y"_s);
    QCOMPARE(preferences.key(u"claim"_s, u"C"_s), u"X"_s);
    preferences.setKey(u"claim"_s, {});
    QCOMPARE(preferences.key(u"claim"_s, u"C"_s), u"C"_s);
    preferences.resetKeys();
    QCOMPARE(preferences.key(u"done"_s, u"D"_s), u"D"_s);
    QCOMPARE(changed.count(), 4);
}

void TestPreferences::icon_isDrawnInTheColourAskedFor()
{
    Frontdesk::Platform::IconProvider icons;
    QSize size;
    const auto image = icons.requestImage(u"dot/ff1f6feb"_s, &size, QSize(24, 24));
    QCOMPARE(size, QSize(24, 24));
    QCOMPARE(image.pixelColor(12, 12), QColor(0x1f, 0x6f, 0xeb));
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
}

void TestPreferences::icon_thatDoesNotExist_isEmpty()
{
    Frontdesk::Platform::IconProvider icons;
    const auto image = icons.requestImage(u"nothing/ff000000"_s, nullptr, {});
    QCOMPARE(image.pixelColor(10, 10).alpha(), 0);
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
