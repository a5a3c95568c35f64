#include "desktop/platform/autostart.h"
#include "desktop/platform/filesaver.h"
#include "desktop/platform/paper.h"
#include "desktop/platform/singleinstance.h"
#include "desktop/platform/systemlook.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Frontdesk::Platform;

/// How the client behaves among the other programs of a computer.
class TestDesktopManners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        qputenv("HOME", m_folder->path().toLocal8Bit());
    }

    void autostart_turnedOnAndOff_isAnEntryOfThisPerson();
    void secondStart_tellsTheFirstAndIsNotTheFirst();
    void start_afterACrash_isTheFirstAgain();
    void file_savedTwice_replacesNothing();
    void file_withAFolderInItsName_staysAmongTheDownloads();
    void contrast_isReadFromThePortalsSettings();
    void page_isDrawn();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDesktopManners::autostart_turnedOnAndOff_isAnEntryOfThisPerson()
{
    Autostart autostart;
    QSignalSpy changed(&autostart, &Autostart::changed);
    QVERIFY(!autostart.enabled());
    autostart.setEnabled(true);
    QVERIFY(autostart.enabled());
    QFile entry(m_folder->filePath(u"autostart/frontdesk.desktop"_s));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("Exec=\"" + QCoreApplication::applicationFilePath().toUtf8() + '"'));
    autostart.setEnabled(false);
    QVERIFY(!autostart.enabled());
    QCOMPARE(changed.count(), 2);
}

void TestDesktopManners::secondStart_tellsTheFirstAndIsNotTheFirst()
{
    const auto name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    SingleInstance first(name);
    QVERIFY(first.begin());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    SingleInstance second(name);
    QVERIFY(!second.begin());
    QTRY_COMPARE(again.count(), 1);
}

void TestDesktopManners::start_afterACrash_isTheFirstAgain()
{
    const auto name = m_folder->filePath(u"left-behind"_s);
    QFile stale(name);
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    SingleInstance instance(name);
    QVERIFY(instance.begin());
    SingleInstance second(name);
    QVERIFY(!second.begin());
}

void TestDesktopManners::file_savedTwice_replacesNothing()
{
    FileSaver saver;
    const auto first = saver.save(u"figures.csv"_s, u"a,b\r\n"_s);
    const auto second = saver.save(u"figures.csv"_s, u"c,d\r\n"_s);
    QVERIFY(first.endsWith(u"figures.csv"_s));
    QVERIFY(second.endsWith(u"figures (2).csv"_s));
    QFile file(first);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a,b\r\n"));
}

void TestDesktopManners::file_withAFolderInItsName_staysAmongTheDownloads()
{
    FileSaver saver;
    const auto path = saver.save(u"../../outside.csv"_s, u"x"_s);
    QVERIFY(path.startsWith(m_folder->path()));
    QVERIFY(!QFile::exists(QFileInfo(m_folder->path()).dir().filePath(u"outside.csv"_s)));
}

void TestDesktopManners::contrast_isReadFromThePortalsSettings()
{
    QCOMPARE(SystemLook::contrastFrom(u"org.freedesktop.appearance"_s, u"contrast"_s, 1u), true);
    QCOMPARE(SystemLook::contrastFrom(u"org.freedesktop.appearance"_s, u"contrast"_s, 0u), false);
    QCOMPARE(SystemLook::contrastFrom(u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s, true), true);
    QVERIFY(!SystemLook::contrastFrom(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1u));
}

void TestDesktopManners::page_isDrawn()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter pdf(&buffer);
        Paper::draw(u"TASK-2026-0001"_s, u"Patient: <Pat> & Co\nReason: checkup"_s, pdf);
    }
    QVERIFY(buffer.data().startsWith("%PDF"));
    QVERIFY(buffer.data().size() > 1000);
}

QTEST_MAIN(TestDesktopManners)
#include "tst_desktopmanners.moc"
