#include "desktop/records/recordaction.h"
#include "desktop/records/recorddocument.h"
#include "desktop/records/recordlist.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Frontdesk::Records;

class TestRecordViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn(*m->desk, u"sam@oakstreet.example"_s));
    }
    void cleanup() { m.reset(); }

    void document_editedAndSaved_isTheServersAgain();
    void document_reverted_isAsStored();
    void document_savedAfterAnotherDid_saysSo();
    void document_refused_namesTheField();
    void document_nestedField_isSetInside();
    void list_loadsAndKeepsWhatItShowsUntilTheAnswer();
    void list_ofAMissingPath_saysSo();
    void action_answersOrRefuses();

private:
    template <typename Record>
    [[nodiscard]] std::unique_ptr<Record> make(const QString &path)
    {
        auto record = std::make_unique<Record>();
        record->setProperty("api", QVariant::fromValue(m->desk->api()));
        record->setProperty("path", path);
        return record;
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestRecordViews::document_editedAndSaved_isTheServersAgain()
{
    const auto clinic = make<RecordDocument>(u"/clinic"_s);
    clinic->load();
    QTRY_VERIFY(clinic->ready());
    QVERIFY(!clinic->dirty());
    clinic->set(u"greeting"_s, u"Hello."_s);
    QVERIFY(clinic->dirty());
    QSignalSpy saved(clinic.get(), &RecordDocument::saved);
    clinic->save();
    QVERIFY(saved.wait());
    QVERIFY(!clinic->dirty());
    QCOMPARE(clinic->value().value(u"greeting"_s).toString(), u"Hello."_s);
    QCOMPARE(clinic->value().value(u"version"_s).toInt(), 5);
}

void TestRecordViews::document_reverted_isAsStored()
{
    const auto clinic = make<RecordDocument>(u"/clinic"_s);
    clinic->load();
    QTRY_VERIFY(clinic->ready());
    clinic->set(u"name"_s, u"Elsewhere"_s);
    clinic->revert();
    QVERIFY(!clinic->dirty());
    QCOMPARE(clinic->value().value(u"name"_s).toString(), u"Oak Street Clinic"_s);
}

void TestRecordViews::document_savedAfterAnotherDid_saysSo()
{
    const auto mine = make<RecordDocument>(u"/clinic"_s);
    const auto theirs = make<RecordDocument>(u"/clinic"_s);
    mine->load();
    theirs->load();
    QTRY_VERIFY(mine->ready() && theirs->ready());
    QSignalSpy saved(theirs.get(), &RecordDocument::saved);
    theirs->set(u"greeting"_s, u"Theirs"_s);
    theirs->save();
    QVERIFY(saved.wait());
    mine->set(u"greeting"_s, u"Mine"_s);
    mine->save();
    QTRY_VERIFY(mine->problem().contains(u"meanwhile"_s));
    QTRY_COMPARE(mine->value().value(u"greeting"_s).toString(), u"Theirs"_s); // And shows what it says.
}

void TestRecordViews::document_refused_namesTheField()
{
    const auto clinic = make<RecordDocument>(u"/clinic"_s);
    clinic->load();
    QTRY_VERIFY(clinic->ready());
    clinic->set(u"name"_s, QString());
    clinic->save();
    QTRY_COMPARE(clinic->fieldProblems().value(u"name"_s).toString(), u"The clinic needs a name."_s);
    clinic->set(u"name"_s, u"Oak"_s);
    QVERIFY(clinic->fieldProblems().isEmpty());
}

void TestRecordViews::document_nestedField_isSetInside()
{
    RecordDocument document;
    document.set(u"hours.monday.open"_s, u"08:00"_s);
    document.set(u"hours.monday.close"_s, u"17:00"_s);
    const auto monday = document.value().value(u"hours"_s).toMap().value(u"monday"_s).toMap();
    QCOMPARE(monday.value(u"open"_s).toString(), u"08:00"_s);
    QCOMPARE(monday.value(u"close"_s).toString(), u"17:00"_s);
}

void TestRecordViews::list_loadsAndKeepsWhatItShowsUntilTheAnswer()
{
    const auto people = make<RecordList>(u"/users"_s);
    people->reload();
    QTRY_COMPARE(people->count(), 7);
    QVERIFY(people->ready());
    QCOMPARE(people->get(0).value(u"name"_s).toString(), u"Ana Torres"_s);
    QCOMPARE(people->data(people->index(1), RecordList::RecordRole).toMap().value(u"name"_s).toString(),
             u"Grace Kim"_s);
    people->reload();
    QCOMPARE(people->count(), 7);
    QVERIFY(people->loading());
    QVERIFY(people->get(99).isEmpty());
}

void TestRecordViews::list_ofAMissingPath_saysSo()
{
    const auto nothing = make<RecordList>(u"/nothing"_s);
    nothing->reload();
    QTRY_VERIFY(!nothing->problem().isEmpty());
    QVERIFY(!nothing->ready());
}

void TestRecordViews::action_answersOrRefuses()
{
    RecordAction action;
    action.setProperty("api", QVariant::fromValue(m->desk->api()));
    QSignalSpy done(&action, &RecordAction::done);
    QSignalSpy refused(&action, &RecordAction::refused);
    action.send(u"POST"_s, u"/users"_s, {{u"name"_s, u"New"_s}, {u"role"_s, u"doctor"_s}});
    QVERIFY(action.busy());
    QVERIFY(done.wait());
    QVERIFY(!action.busy());
    QVERIFY(done.first().at(1).toMap().contains(u"invitation_token"_s));
    action.send(u"PATCH"_s, u"/users/nobody"_s);
    QVERIFY(refused.wait());
    const QVariantMap agreement{{u"baa_signed_on"_s, u"2026-03-09"_s}, {u"phi"_s, true}};
    action.send(u"PUT"_s, u"/clinic/vendors/elevenlabs"_s, agreement);
    QVERIFY(refused.wait());
    action.send(u"PUT"_s, u"/clinic/vendors/elevenlabs"_s, agreement, 0);
    QVERIFY(done.wait());
    QCOMPARE(done.last().at(1).toMap().value(u"version"_s).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestRecordViews)
#include "tst_recordviews.moc"
