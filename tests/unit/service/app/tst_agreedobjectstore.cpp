#include "service/app/agreedobjectstore.h"

#include <QTest>

using namespace Frontdesk;

namespace {

class ListingStore final : public Recording::ObjectStore {
public:
    explicit ListingStore(QStringList &names)
        : m_names(names)
    {}
    Result<void> put(const QString &name, const QString &) override
    {
        m_names << name;
        return {};
    }
    Result<qint64> size(const QString &name) override { return qint64{name.size()}; }
    Result<QByteArray> read(const QString &name, qint64, qint64) override { return name.toUtf8(); }
    Result<void> remove(const QString &name) override
    {
        m_names.removeAll(name);
        return {};
    }
    Result<void> check() override { return {}; }

private:
    QStringList &m_names;
};

} // namespace

class TestAgreedObjectStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void put_withoutAgreement_waits_andGoesOnceItIsSigned()
    {
        QStringList kept;
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        App::AgreedObjectStore store(std::make_unique<ListingStore>(kept), agreements, QStringLiteral("s3"),
                                     QUrl(QStringLiteral("https://s3.example.com")));
        const QString name = QStringLiteral("clinic-1/call-1.sealed");
        const auto refused = store.put(name, QStringLiteral("file"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(kept.isEmpty());
        agreements->replace({}, {{ClinicId(QStringLiteral("clinic-1")), {{QStringLiteral("s3"), true}}}});
        QVERIFY(store.put(name, QStringLiteral("file")).ok());
        QVERIFY(!store.put(QStringLiteral("clinic-2/call-2.sealed"), QStringLiteral("file")).ok());
        QCOMPARE(kept, QStringList{name});
    }

    void agreementThatEnds_stillLetsReadAndRemove()
    {
        QStringList kept;
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("s3"), true}}, {});
        App::AgreedObjectStore store(std::make_unique<ListingStore>(kept), agreements, QStringLiteral("s3"),
                                     QUrl(QStringLiteral("https://s3.example.com")));
        const QString name = QStringLiteral("clinic-1/call-1.sealed");
        QVERIFY(store.put(name, QStringLiteral("file")).ok());
        agreements->replace({{QStringLiteral("s3"), false}}, {});
        QVERIFY(!store.put(QStringLiteral("clinic-1/call-2.sealed"), QStringLiteral("file")).ok());
        QCOMPARE(store.read(name, 0, 1).value(), name.toUtf8());
        QVERIFY(store.remove(name).ok());
        QVERIFY(kept.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestAgreedObjectStore)
#include "tst_agreedobjectstore.moc"
