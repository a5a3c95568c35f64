#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::ApiAnswer;
using Frontdesk::Client::ApiRequest;

class TestApiClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentence_ofEachProblem_saysWhatToDo_data();
    void sentence_ofEachProblem_saysWhatToDo();
    void send_whenServerIsAway_answersWithStatusZero();
    void send_withExpiredToken_isRenewedUnseen();
    void send_manyWithExpiredToken_areRenewedOnce();
    void send_whenRenewalFails_answersAsEnded();
    void send_whenContextDied_isDropped();
};

void TestApiClient::sentence_ofEachProblem_saysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("away") << 0 << QString() << QJsonObject() << u"cannot be reached"_s;
    QTest::newRow("password") << 401 << u"bad_credentials"_s << QJsonObject() << u"do not belong together"_s;
    QTest::newRow("owner") << 409 << u"owned"_s << QJsonObject{{u"owner"_s, QJsonObject{{u"name"_s, u"Grace"_s}}}}
                           << u"Grace has this"_s;
    QTest::newRow("changed") << 412 << u"changed_meanwhile"_s << QJsonObject() << u"changed this meanwhile"_s;
    QTest::newRow("locked") << 429 << u"locked"_s << QJsonObject() << u"Try again in"_s;
    QTest::newRow("deactivated") << 403 << u"deactivated"_s << QJsonObject() << u"administrator"_s;
    QTest::newRow("field") << 422 << u"invalid"_s
                           << QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"name"_s},
                                                                               {u"message"_s, u"A name, please."_s}}}}}
                           << u"A name, please."_s;
    QTest::newRow("detail") << 422 << u"odd"_s << QJsonObject{{u"detail"_s, u"Said by the service."_s}}
                            << u"Said by the service."_s;
    QTest::newRow("forbidden") << 403 << QString() << QJsonObject() << u"Your role"_s;
    QTest::newRow("gone") << 404 << QString() << QJsonObject() << u"no longer exists"_s;
    QTest::newRow("broken") << 503 << QString() << QJsonObject() << u"503"_s;
}

void TestApiClient::sentence_ofEachProblem_saysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QJsonObject, body);
    QFETCH(QString, part);
    ApiAnswer answer;
    answer.status = status;
    answer.code = code;
    answer.body = body;
    QVERIFY2(answer.sentence().contains(part), qPrintable(answer.sentence()));
    answer.status = 200;
    QVERIFY(answer.sentence().isEmpty());
}

void TestApiClient::send_whenServerIsAway_answersWithStatusZero()
{
    Frontdesk::Tests::DeskFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.service.goDown();
    ApiAnswer got;
    got.status = -1;
    fixture.desk->api()->get(u"/tasks"_s, {}, this, [&](const ApiAnswer &answer) { got = answer; });
    QTRY_COMPARE(got.status, 0);
    QVERIFY(!got.networkError.isEmpty());
}

void TestApiClient::send_withExpiredToken_isRenewedUnseen()
{
    Frontdesk::Tests::DeskFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.service.expireTokens();
    ApiAnswer got;
    fixture.desk->api()->get(u"/tasks/t-3"_s, {}, this, [&](const ApiAnswer &answer) { got = answer; });
    QTRY_COMPARE(got.status, 200);
    QCOMPARE(got.body.value("id"_L1).toString(), u"t-3"_s);
    QCOMPARE(fixture.desk->session()->state(), Frontdesk::Client::Session::State::SignedIn);
}

void TestApiClient::send_manyWithExpiredToken_areRenewedOnce()
{
    Frontdesk::Tests::DeskFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.service.expireTokens();
    int answered = 0;
    for (int at = 0; at < 5; ++at)
        fixture.desk->api()->get(u"/tasks/t-3"_s, {}, this, [&](const ApiAnswer &answer) { answered += answer.ok(); });
    QTRY_COMPARE(answered, 5);
    QCOMPARE(fixture.service.requests().count(u"POST /auth/refresh"_s), 1);
}

void TestApiClient::send_whenRenewalFails_answersAsEnded()
{
    Frontdesk::Tests::DeskFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.service.endSessions();
    ApiAnswer got;
    fixture.desk->api()->get(u"/tasks/t-3"_s, {}, this, [&](const ApiAnswer &answer) { got = answer; });
    QTRY_COMPARE(got.code, u"session_ended"_s);
    QCOMPARE(fixture.desk->session()->state(), Frontdesk::Client::Session::State::SignedOut);
    QVERIFY(!fixture.desk->session()->problem().isEmpty());
    QVERIFY2(!fixture.desk->tasks()->loaded(), "patients stay on the screen of nobody");
}

void TestApiClient::send_whenContextDied_isDropped()
{
    Frontdesk::Tests::DeskFixture fixture;
    QVERIFY(fixture.signIn());
    auto context = std::make_unique<QObject>();
    bool called = false;
    fixture.desk->api()->get(u"/tasks/t-3"_s, {}, context.get(), [&](const ApiAnswer &) { called = true; });
    context.reset();
    ApiAnswer later;
    fixture.desk->api()->get(u"/tasks/t-3"_s, {}, this, [&](const ApiAnswer &answer) { later = answer; });
    QTRY_COMPARE(later.status, 200);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
