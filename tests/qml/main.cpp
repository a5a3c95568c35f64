#include "desktop/app/engine.h"

#include <QtQuickTest>

/// Makes our modules and icons known to the engine of every case.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine) { Frontdesk::Desktop::prepareEngine(*engine); }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)
#include "main.moc"
