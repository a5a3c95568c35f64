#include "desktop/platform/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

#ifdef Q_OS_WIN

namespace {

QSettings runKey()
{
    return QSettings(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s,
                     QSettings::NativeFormat);
}

} // namespace

bool Autostart::enabled() const
{
    return runKey().contains(u"Frontdesk"_s);
}

void Autostart::setEnabled(bool enabled)
{
    if (enabled)
        runKey().setValue(u"Frontdesk"_s,
                          u"\"%1\""_s.arg(QDir::toNativeSeparators(QCoreApplication::applicationFilePath())));
    else
        runKey().remove(u"Frontdesk"_s);
    Q_EMIT changed();
}

#else

namespace {

#ifdef Q_OS_MACOS
QString entryFile()
{
    return QDir::homePath() + u"/Library/LaunchAgents/com.frontdesk.Frontdesk.plist"_s;
}

QString entry()
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<plist version=\"1.0\"><dict>\n"
           "<key>Label</key><string>com.frontdesk.Frontdesk</string>\n"
           "<key>ProgramArguments</key><array><string>%1</string></array>\n"
           "<key>RunAtLoad</key><true/>\n"
           "</dict></plist>\n"_s.arg(QCoreApplication::applicationFilePath().toHtmlEscaped());
}
#else
QString entryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart/frontdesk.desktop"_s;
}

QString entry()
{
    // Quoted as the Desktop Entry Specification wants it.
    auto program = QCoreApplication::applicationFilePath();
    for (const auto c : {u'\\', u'"', u'`', u'$'})
        program.replace(c, QString(u'\\') + c);
    return u"[Desktop Entry]\nType=Application\nName=Frontdesk\nExec=\"%1\"\n"_s.arg(program);
}
#endif

} // namespace

bool Autostart::enabled() const
{
    return QFile::exists(entryFile());
}

void Autostart::setEnabled(bool enabled)
{
    QFile file(entryFile());
    if (!enabled) {
        file.remove();
    } else if (QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        file.write(entry().toUtf8());
    }
    Q_EMIT changed();
}

#endif

} // namespace Frontdesk::Platform
