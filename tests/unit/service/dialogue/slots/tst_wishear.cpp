#include "service/dialogue/slots/internal/wishear.h"
#include "service/dialogue/slots/slotextraction.h"

#include <QFile>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

class TestWishEar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void features_namesNumbersAndDays_countAsWhatTheyAre()
    {
        QCOMPARE(wishFeatures(QStringLiteral("move maria from tuesday to the ninth")),
                 wishFeatures(QStringLiteral("move linda from friday to the ninth")));
        QCOMPARE(wishFeatures(QStringLiteral("call me at five five five oh one two three")),
                 wishFeatures(QStringLiteral("call me at nine oh seven")));
        QVERIFY(wishFeatures(QStringLiteral("cancel my visit")) != wishFeatures(QStringLiteral("move my visit")));
        QVERIFY(wishFeatures(QString()).empty());
    }

    void read_whatTrainingDidNotWrite_isNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QByteArray whole = builtInFile();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other") << QByteArray(4096, 'x');
        QTest::newRow("cut") << whole.chopped(1);
        QTest::newRow("longer") << whole + 'x';
        whole[4] = char(99);
        QTest::newRow("version") << whole;
        whole = builtInFile();
        whole[5] = char(60);
        QTest::newRow("bits") << whole;
        whole = builtInFile();
        whole[6] = char(1);
        QTest::newRow("heads") << whole;
    }
    void read_whatTrainingDidNotWrite_isNothing()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!WishEar::read(file).has_value());
    }

    void read_whatTrainingWrote_hears()
    {
        const auto ear = WishEar::read(builtInFile());
        QVERIFY(ear.has_value());
        const auto features = wishFeatures(QStringLiteral("i need to have my knee looked at"));
        QCOMPARE(ear->wishIn(features), WishEar::builtIn().wishIn(features));
        QCOMPARE(ear->wishIn(features), std::optional(RequestType::AppointmentScheduling));
    }

    void wishInOtherWords_isHeard_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<RequestType>("wish");
        QTest::newRow("proof of shots") << QStringLiteral("the university says i need proof of my shots")
                                        << RequestType::MedicalRecords;
        QTest::newRow("scratched") << QStringLiteral("you can scratch my name off the list for tomorrow")
                                   << RequestType::AppointmentCancellation;
        QTest::newRow("has to move") << QStringLiteral("my monday visit has to move")
                                     << RequestType::AppointmentRescheduling;
    }
    void wishInOtherWords_isHeard()
    {
        QFETCH(QString, said);
        QFETCH(RequestType, wish);
        ReadingContext context;
        context.expectation = Flow::Expectation::Request;
        QCOMPARE(readSlots(said, context).requests, std::vector<RequestType>{wish});
    }

    void answerToAnotherQuestion_isNoWish()
    {
        ReadingContext context;
        context.expectation = Flow::Expectation::DateTime;
        QVERIFY(readSlots(QStringLiteral("my monday has to stay free"), context).requests.empty());
    }

private:
    static QByteArray builtInFile()
    {
        QFile file(QStringLiteral(FRONTDESK_SOURCE_DIR "/resources/dialogue/wish_ear.bin"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestWishEar)
#include "tst_wishear.moc"
