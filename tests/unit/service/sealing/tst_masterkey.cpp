#include "service/sealing/masterkey.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Sealing;

class TestMasterKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void load_noFile_makesOneForItsOwnerOnly();
    void load_everyForm_isTheSameKey();
    void load_unusable_isAnError();
    void loadKeys_previous_isFoundByItsFingerprint();
    void derivedSecret_purposes_differ();

private:
    QString write(const char *name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    QTemporaryDir m_folder;
};

void TestMasterKey::load_noFile_makesOneForItsOwnerOnly()
{
    const QString folder = m_folder.filePath(QStringLiteral("data"));
    const auto made = loadMasterKey({}, folder);
    QVERIFY(made.ok());
    const QString path = QDir(folder).filePath(QStringLiteral("master.key"));
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup)));
    QCOMPARE(loadMasterKey({}, folder)->toBytes(), made->toBytes());
}

void TestMasterKey::load_everyForm_isTheSameKey()
{
    const QByteArray key = SecretKey::random().toBytes();
    QCOMPARE(loadMasterKey(write("raw", key), {})->toBytes(), key);
    QCOMPARE(loadMasterKey(write("hex", key.toHex() + '\n'), {})->toBytes(), key);
    QCOMPARE(loadMasterKey(write("base64", key.toBase64() + '\n'), {})->toBytes(), key);
}

void TestMasterKey::load_unusable_isAnError()
{
    QCOMPARE(loadMasterKey(write("short", "abc"), {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(loadMasterKey(m_folder.filePath(QStringLiteral("none")), {}).error().code, ErrorCode::Unavailable);
}

void TestMasterKey::loadKeys_previous_isFoundByItsFingerprint()
{
    const SecretKey now = SecretKey::random();
    const SecretKey before = SecretKey::random();
    const auto keys = loadMasterKeys(write("now", now.toBytes()), write("before", before.toBytes()), {});
    QVERIFY(keys.ok());
    QCOMPARE((*keys)->find(now.fingerprint())->toBytes(), now.toBytes());
    QCOMPARE((*keys)->find(before.fingerprint())->toBytes(), before.toBytes());
    QVERIFY(!(*keys)->find(SecretKey::random().fingerprint()));
    QVERIFY(!loadMasterKeys(write("now", now.toBytes()), m_folder.filePath(QStringLiteral("none")), {}).ok());
}

void TestMasterKey::derivedSecret_purposes_differ()
{
    const SecretKey key = SecretKey::random();
    QCOMPARE(derivedSecret(key, "a").size(), 32);
    QVERIFY(derivedSecret(key, "a") != derivedSecret(key, "b"));
}

QTEST_GUILESS_MAIN(TestMasterKey)
#include "tst_masterkey.moc"
