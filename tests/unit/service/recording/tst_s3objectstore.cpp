#include "service/recording/s3objectstore.h"
#include "tests/fakes/fakes3.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Frontdesk;
using namespace Frontdesk::Fakes;
using namespace Frontdesk::Recording;

class TestS3ObjectStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeS3>();
        QVERIFY(m_fake->listen());
        m_store = makeS3ObjectStore(settings());
        QVERIFY(m_folder.isValid());
    }

    void signature_awsVector_isTheSame()
    {
        FakeRequest request;
        request.method = "PUT";
        request.path = QStringLiteral("/calls/rec/a b.wav");
        request.headers = {
            {"host", "s3.test.local:9000"},
            {"content-type", "audio/wav"},
            {"x-amz-date", "20261122T120000Z"},
            {"x-amz-content-sha256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}};
        QCOMPARE(FakeS3::signature(request, {"content-type", "host", "x-amz-content-sha256", "x-amz-date"},
                                   "20261122T120000Z", "us-east-1", "TESTSECRET"),
                 QByteArray("ba42b0b18ee6bdc2b888f44b3f1471f1c8dcd80f631cf5b8e0b2c3d58f5e1b55"));
    }

    void object_putReadRemove_comesBackAndGoes()
    {
        const QByteArray content = someContent();
        QVERIFY(run([&] { return m_store->put(Name, fileWith(content)); }).ok());
        QCOMPARE(m_fake->objects().at(Name), content);
        QCOMPARE(run([&] { return m_store->size(Name); }).value(), content.size());
        QCOMPARE(run([&] { return m_store->read(Name, 70'000, 5'000); }).value(), content.mid(70'000, 5'000));
        QVERIFY(run([&] { return m_store->remove(Name); }).ok());
        QVERIFY(m_fake->objects().empty());
        QVERIFY(run([&] { return m_store->remove(Name); }).ok());
        QCOMPARE(run([&] { return m_store->read(Name, 0, 1); }).error().code, ErrorCode::NotFound);
        QCOMPARE(run([&] { return m_store->size(Name); }).error().code, ErrorCode::NotFound);
        for (const FakeRequest &request : m_fake->requests()) {
            QVERIFY(!request.headers.contains("expect"));
        }
    }
    void read_serverWithoutRanges_cutsOutThePart()
    {
        m_fake->put(Name, "0123456789");
        m_fake->ignoreRanges();
        QCOMPARE(run([&] { return m_store->read(Name, 3, 4); }).value(), QByteArray("3456"));
    }
    void read_beyondTheEnd_isCorrupt()
    {
        m_fake->put(Name, "0123456789");
        QCOMPARE(run([&] { return m_store->read(Name, 8, 4); }).error().code, ErrorCode::Corrupt);
    }
    void check_bucketThere_isWell()
    {
        QVERIFY(run([&] { return m_store->check(); }).ok());
    }

    void wrongSettings_areRefusedForGood_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("secret") << QStringLiteral("secret");
        QTest::newRow("key") << QStringLiteral("key");
        QTest::newRow("bucket") << QStringLiteral("bucket");
        QTest::newRow("region") << QStringLiteral("region");
    }
    void wrongSettings_areRefusedForGood()
    {
        QFETCH(QString, what);
        S3Settings wrong = settings();
        QString &field = what == QLatin1String("secret")   ? wrong.secretKey
                         : what == QLatin1String("key")    ? wrong.accessKey
                         : what == QLatin1String("bucket") ? wrong.bucket
                                                           : wrong.region;
        field = QStringLiteral("eu-west-9");
        m_store = makeS3ObjectStore(wrong);
        const auto put = run([&] { return m_store->put(Name, fileWith("x")); });
        QCOMPARE(put.error().code, ErrorCode::Refused);
        QVERIFY2(!put.error().message.contains(QLatin1String(FakeS3::SecretKey)), qPrintable(put.error().message));
        QVERIFY(m_fake->objects().empty());
    }

    void fault_whileWriting_mayBeTriedAgain_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *name : {"refuse", "reset", "server-error", "rate-limited"}) {
            QTest::newRow(name) << QString(QLatin1String(name));
        }
    }
    void fault_whileWriting_mayBeTriedAgain()
    {
        QFETCH(QString, fault);
        const QString file = fileWith(someContent());
        m_fake->setFault({.kind = kindOf(fault)});
        QCOMPARE(run([&] { return m_store->put(Name, file); }).error().code, ErrorCode::Unavailable);
        QCOMPARE(run([&] { return m_store->remove(Name); }).error().code, ErrorCode::Unavailable);
        m_fake->setFault({});
        QVERIFY(run([&] { return m_store->put(Name, file); }).ok());
        QCOMPARE(m_fake->objects().at(Name), someContent());
    }
    void fault_onceWhileReading_isNotNoticed_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *name : {"reset", "server-error", "rate-limited", "truncated"}) {
            QTest::newRow(name) << QString(QLatin1String(name));
        }
    }
    void fault_onceWhileReading_isNotNoticed()
    {
        QFETCH(QString, fault);
        m_fake->put(Name, someContent());
        m_fake->setFault({.kind = kindOf(fault), .times = 1});
        QCOMPARE(run([&] { return m_store->read(Name, 10, 100'000); }).value(), someContent().mid(10, 100'000));
    }
    void forbidden_isRefused()
    {
        m_fake->setFault({.kind = FaultKind::Unauthorized});
        QCOMPARE(run([&] { return m_store->put(Name, fileWith("x")); }).error().code, ErrorCode::Refused);
    }
    void stop_whileTheStoreIsSilent_endsSoon()
    {
        m_fake->setFault({.kind = FaultKind::AcceptThenSilent});
        connect(m_fake.get(), &FakeServer::requested, this, [this] { m_store->stop(); });
        QCOMPARE(run([&] { return m_store->put(Name, fileWith("x")); }).error().code, ErrorCode::Unavailable);
    }
    void bucketInHost_isAskedForThere()
    {
        S3Settings virtualHost = settings();
        virtualHost.bucketInHost = true;
        virtualHost.endpoint.setHost(QStringLiteral("localhost")); // calls.localhost is this machine, too.
        m_store = makeS3ObjectStore(virtualHost);
        static_cast<void>(run([&] { return m_store->check(); }));
        QVERIFY(!m_fake->requests().isEmpty());
        QVERIFY(m_fake->requests().last().headers.value("host").startsWith("calls.localhost:"));
    }

private:
    [[nodiscard]] S3Settings settings() const
    {
        return {m_fake->url(), QString::fromLatin1(FakeS3::Region), QString::fromLatin1(FakeS3::Bucket),
                QString::fromLatin1(FakeS3::AccessKey), QString::fromLatin1(FakeS3::SecretKey)};
    }
    static FaultKind kindOf(const QString &name)
    {
        bool isKnown = false;
        const FaultKind kind = faultKindFromName(name, &isKnown);
        return isKnown ? kind : (qFatal("unknown fault"), FaultKind::None);
    }
    static QByteArray someContent()
    {
        QByteArray content(200'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i) {
            content[i] = char(i * 31 + i / 256);
        }
        return content;
    }
    QString fileWith(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("file")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// Beside this thread, which plays the store.
    template <typename Work>
    std::invoke_result_t<Work> run(Work work)
    {
        auto done = std::async(std::launch::async, work);
        while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        return done.get();
    }

    const QString Name = QStringLiteral("clinic/call.sealed");
    std::unique_ptr<FakeS3> m_fake;
    std::unique_ptr<ObjectStore> m_store;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestS3ObjectStore)
#include "tst_s3objectstore.moc"
