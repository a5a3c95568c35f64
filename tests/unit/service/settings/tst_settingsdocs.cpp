#include "service/settings/settings.h"

#include <QFile>
#include <QTest>

using namespace Frontdesk;

/// docs/settings.md is written by hand and may not fall behind.
class TestSettingsDocs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySetting_isDocumentedAsItIs()
    {
        QFile file(QStringLiteral(FRONTDESK_SOURCE_DIR "/docs/settings.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        for (const SettingKey &key : Settings::keys()) {
            QString shown;
            if (key.name == QLatin1String("DATA_DIR")) {
                shown = QStringLiteral(" the user's data folder |");
            } else if (!key.defaultValue.isEmpty()) {
                shown = QStringLiteral(" `%1` |").arg(key.defaultValue);
            } else {
                shown = QStringLiteral(" |");
            }
            const QString row = QStringLiteral("| `%1` |%2 %3 |").arg(key.name, shown, key.meaning);
            QVERIFY2(page.contains(row), qPrintable(row));
        }
    }
};

QTEST_APPLESS_MAIN(TestSettingsDocs)
#include "tst_settingsdocs.moc"
