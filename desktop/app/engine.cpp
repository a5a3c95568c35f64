#include "desktop/app/engine.h"

#include "desktop/app/desk.h"
#include "desktop/platform/iconprovider.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

// The registrations moc writes for each room; naming them keeps the linker from dropping them.
void qml_register_types_Frontdesk_Client();
void qml_register_types_Frontdesk_Records();
void qml_register_types_Frontdesk_Queue();
void qml_register_types_Frontdesk_Alerts();
void qml_register_types_Frontdesk_Calls();
void qml_register_types_Frontdesk_Approvals();
void qml_register_types_Frontdesk_Account();
void qml_register_types_Frontdesk_Platform();
void qml_register_types_Frontdesk_Desktop();

namespace Frontdesk::Desktop {

void prepareEngine(QQmlEngine &engine)
{
    qml_register_types_Frontdesk_Client();
    qml_register_types_Frontdesk_Records();
    qml_register_types_Frontdesk_Queue();
    qml_register_types_Frontdesk_Alerts();
    qml_register_types_Frontdesk_Calls();
    qml_register_types_Frontdesk_Approvals();
    qml_register_types_Frontdesk_Account();
    qml_register_types_Frontdesk_Platform();
    qml_register_types_Frontdesk_Desktop();
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.addImageProvider(u"icons"_s, new Platform::IconProvider);
}

bool showMainWindow(QQmlApplicationEngine &engine, Desk &desk)
{
    engine.setInitialProperties({{u"desk"_s, QVariant::fromValue(&desk)}});
    engine.load(QUrl(u"qrc:/qt/qml/Frontdesk/Ui/Main/MainWindow.qml"_s));
    return !engine.rootObjects().isEmpty();
}

void useLanguage(QQmlEngine &engine, const QString &language)
{
    static QTranslator translator;
    static std::optional<QString> current;
    if (current == language)
        return;
    current = language;
    QCoreApplication::removeTranslator(&translator);
    const QLocale locale(language.isEmpty() ? QLocale::system() : QLocale(language));
    QLocale::setDefault(locale);
    if (translator.load(locale, u"frontdesk"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    engine.retranslate();
}

} // namespace Frontdesk::Desktop
