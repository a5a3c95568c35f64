#include "desktop/app/engine.h"

#include <QGuiApplication>
#include <QQuickWindow>

/// Shows every control of the design system in every look.
int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QQmlApplicationEngine engine;
    Frontdesk::Desktop::prepareEngine(engine);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Frontdesk/Ui/Gallery/GalleryWindow.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
