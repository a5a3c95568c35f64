#include "service/dialogue/turns/backchannel.h"

#include <QTest>

using Frontdesk::Dialogue::isBackchannel;

class TestBackchannel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listening_isBackchannel_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"mm-hmm", "Mhm.", "uh huh", "okay", "oh okay", "right", "n m h m m", ""}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void listening_isBackchannel()
    {
        QFETCH(QString, text);
        QVERIFY(isBackchannel(text));
    }

    void wordsWithMeaning_areNot_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"no", "yes", "stop", "john smith", "okay but not tuesday", "help", "m i l l e r"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void wordsWithMeaning_areNot()
    {
        QFETCH(QString, text);
        QVERIFY(!isBackchannel(text));
    }
};

QTEST_APPLESS_MAIN(TestBackchannel)
#include "tst_backchannel.moc"
