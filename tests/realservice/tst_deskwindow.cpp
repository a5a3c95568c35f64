#include "desktop/app/engine.h"
#include "tests/realservice/realservice.h"
#include "tests/realservice/webhookreceiver.h"
#include "tests/support/drawnitems.h"

#include <QAudioDevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMediaDevices>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using Frontdesk::Client::Session;
using Frontdesk::Tests::RealDesk;
using Frontdesk::Tests::RealService;
using Frontdesk::Tests::WebhookReceiver;

/// The window itself before the real service, by keyboard: what people do once in a while.
class TestDeskWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_service.reset(); }

    void invitation_typedIn_choosesAPasswordAndOpensTheQueue();
    void password_changedInTheSettings_isTheNewOne();
    void twoStep_turnedOn_showsRecoveryCodesOnce();
    void doctorMenu_byKeys_sendsTheTaskToThisDoctor();
    void hours_ofADay_areSavedFromTheEditor();
    void figures_exported_lieAmongTheDownloads();
    void recording_chosen_isSavedWithItsState();
    void notificationRule_typed_isKept();
    void vendorKey_typed_isShownAsSetAlone();
    void thresholds_moved_showWhatThatWouldHaveChanged();
    void thresholds_saved_areKept();
    void retention_typed_isSaved();
    void webhook_typed_showsItsSecretOnceAndIsTold();
    void webhook_changedPausedAndDeleted_byKeys();
    void signatures_chosen_needTwoDoctors();
    void people_invited_showTheInvitation();
    void vendor_signed_byTheDayTyped();
    void patient_typed_isSavedAndDeleted();
    void audit_verified_saysThatItIsWhole();
    void delegation_chosen_isKeptAndEnded();
    void fields_outOfSight_comeIntoSightWithTheKeyboard();
    void clinic_exported_isOneLineForEachCall();
    void testCall_withoutAMicrophone_saysSo();
    void everyAdminPage_isReachedByKeyAndHasNoProblem();

private:
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window, Qt::Key(code), modifiers);
    }
    void type(const QString &text)
    {
        for (const auto c : text)
            QTest::keyClick(m_window, c.toLatin1());
    }
    [[nodiscard]] QQuickItem *item(const QString &name) const
    {
        auto *const drawn = Frontdesk::Tests::itemBelow(m_window->contentItem(), name);
        return drawn ? drawn : m_window->findChild<QQuickItem *>(name);
    }
    /// Goes to a control as Tab does, and presses it as Space does.
    void press(const QString &name)
    {
        QTRY_VERIFY2(item(name) && item(name)->isVisible() && item(name)->isEnabled(), qPrintable(name));
        item(name)->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Space);
    }
    void typeInto(const QString &name, const QString &text)
    {
        QTRY_VERIFY2(item(name) && item(name)->isVisible(), qPrintable(name));
        item(name)->forceActiveFocus(Qt::TabFocusReason);
        type(text);
    }
    void signInAs(const QString &email)
    {
        QVERIFY(m_desk->signIn(email));
        QTRY_VERIFY(shell() && shell()->property("ready").toBool());
    }
    void openPage(const QString &name)
    {
        QQmlProperty::write(shell(), u"page"_s, name); // As the navigation does: it ends the binding to the first page.
        QTRY_VERIFY(shell()->property("ready").toBool());
    }
    /// What the service has by now.
    [[nodiscard]] QJsonObject read(const QString &path, const QUrlQuery &query = {})
    {
        std::optional<QJsonObject> body;
        (*m_desk)->api()->get(path, query, this,
                              [&](const Frontdesk::Client::ApiAnswer &answer) { body = answer.body; });
        return QTest::qWaitFor([&] { return body.has_value(); }, 20'000) ? *body : QJsonObject();
    }
    [[nodiscard]] int callsKept()
    {
        int count = 0;
        QString cursor;
        do {
            QUrlQuery query({{u"limit"_s, u"100"_s}});
            if (!cursor.isEmpty())
                query.addQueryItem(u"cursor"_s, cursor);
            const auto page = read(u"/calls"_s, query);
            count += int(page.value("items"_L1).toArray().size());
            cursor = page.value("next_cursor"_L1).toString();
        } while (!cursor.isEmpty());
        return count;
    }
    [[nodiscard]] QJsonObject firstWebhook()
    {
        return read(u"/webhooks"_s).value("items"_L1).toArray().first().toObject();
    }
    [[nodiscard]] QObject *shell() const { return m_window->property("shell").value<QObject *>(); }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<RealService> m_service;
    std::unique_ptr<RealDesk> m_desk;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void TestDeskWindow::initTestCase()
{
    m_settings = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_settings->path().toLocal8Bit());
    qputenv("HOME", m_settings->path().toLocal8Bit());
    m_service = std::make_unique<RealService>();
}

void TestDeskWindow::init()
{
    m_desk = std::make_unique<RealDesk>(*m_service);
    (*m_desk)->preferences()->setServer(m_service->url());
    m_engine = std::make_unique<QQmlApplicationEngine>();
    Frontdesk::Desktop::prepareEngine(*m_engine);
    Frontdesk::Desktop::useLanguage(*m_engine, u"en"_s);
    QVERIFY(Frontdesk::Desktop::showMainWindow(*m_engine, *m_desk->desk));
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestDeskWindow::cleanup()
{
    m_engine.reset();
    m_desk.reset();
}

void TestDeskWindow::invitation_typedIn_choosesAPasswordAndOpensTheQueue()
{
    const auto token = m_service->invite(u"june@oakstreet.example"_s, u"June"_s, u"receptionist"_s);
    press(u"haveInvitation"_s);
    QTRY_VERIFY(item(u"invitation"_s)->hasActiveFocus());
    type(token);
    key(Qt::Key_Return);
    type(u"June Abbott"_s);
    key(Qt::Key_Return);
    type(RealService::Password);
    key(Qt::Key_Return);
    QTRY_COMPARE((*m_desk)->session()->state(), Session::State::SignedIn);
    QCOMPARE((*m_desk)->session()->userName(), u"June Abbott"_s);
    QTRY_VERIFY(item(u"tasks"_s) && item(u"tasks"_s)->property("count").toInt() > 0);
}

void TestDeskWindow::password_changedInTheSettings_isTheNewOne()
{
    const auto next = u"a green kettle elsewhere"_s;
    signInAs(RealService::Grace);
    openPage(u"settings"_s);
    press(u"changePassword"_s);
    QTRY_VERIFY(item(u"presentPassword"_s) && item(u"presentPassword"_s)->hasActiveFocus());
    type(RealService::Password);
    typeInto(u"nextPassword"_s, next);
    key(Qt::Key_Return);
    QTRY_VERIFY(!item(u"presentPassword"_s)->isVisible());
    RealDesk other(*m_service);
    other->session()->signIn(m_service->url(), RealService::Grace, next, false);
    QTRY_COMPARE(other->session()->state(), Session::State::SignedIn);
}

void TestDeskWindow::twoStep_turnedOn_showsRecoveryCodesOnce()
{
    signInAs(RealService::Ana);
    openPage(u"settings"_s);
    press(u"twoStep"_s);
    QTRY_VERIFY(item(u"totpCode"_s) && item(u"totpCode"_s)->hasActiveFocus());
    // A code that cannot be right: the sheet stays and says so.
    type(u"000000"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(item(u"totpCode"_s)->isVisible());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!item(u"totpCode"_s)->isVisible());
    QVERIFY(!(*m_desk)->session()->hasTotp());
}

void TestDeskWindow::doctorMenu_byKeys_sendsTheTaskToThisDoctor()
{
    signInAs(RealService::Ana);
    const auto id = m_desk->taskOf(u"Ruth Goldberg"_s);
    (*m_desk)->detail()->setTaskId(id);
    QTRY_VERIFY((*m_desk)->detail()->ready());
    key(Qt::Key_A);
    auto *const doctors = m_window->findChild<QObject *>(u"doctors"_s);
    QTRY_VERIFY(doctors && doctors->property("opened").toBool());
    // The first entry is any doctor; those who work here follow.
    QTRY_VERIFY(doctors->property("count").toInt() > 1);
    for (int step = 0; step < doctors->property("count").toInt() &&
                       (step == 0 || !doctors->property("currentText").toString().contains(u"Lopez"_s));
         ++step)
        key(Qt::Key_Down);
    QTRY_VERIFY(doctors->property("currentText").toString().contains(u"Lopez"_s));
    key(Qt::Key_Return);
    QTRY_COMPARE((*m_desk)->tasks()->find(id)->assigneeName, u"Dr. Maria Lopez"_s);
    QCOMPARE((*m_desk)->tasks()->find(id)->approvalState, u"pending"_s);
}

void TestDeskWindow::hours_ofADay_areSavedFromTheEditor()
{
    signInAs(RealService::Sam);
    openPage(u"clinic"_s);
    QTRY_VERIFY(item(u"hours0"_s) && item(u"hours0"_s)->isVisible());
    item(u"hours0"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_A, Qt::ControlModifier);
    type(u"8:00-12:00, 13:00-17:30"_s);
    key(Qt::Key_Return);
    press(u"addHoliday"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic"_s).value("holidays"_L1).toArray().size(), 1);
    QTRY_VERIFY(read(u"/clinic"_s).value("hours"_L1).toString().startsWith("mon 08:00-12:00,13:00-17:30"_L1));
}

void TestDeskWindow::figures_exported_lieAmongTheDownloads()
{
    signInAs(RealService::Sam);
    openPage(u"insights"_s);
    press(u"exportFigures"_s);
    const QDir downloads(m_settings->filePath(u"Downloads"_s));
    QTRY_COMPARE(downloads.entryList({u"frontdesk-*.csv"_s}).size(), 1);
    QFile file(downloads.filePath(downloads.entryList({u"frontdesk-*.csv"_s}).constFirst()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto figures = file.readAll();
    QVERIFY(figures.startsWith("date,calls,handed_over\r\n"));
    for (const char *heading : {"tasks_created,tasks_completed,median_minutes", "hour,calls",
                                "seconds_from,seconds_to,calls", "reason,handed_over"})
        QVERIFY2(figures.contains("\r\n\r\n" + QByteArray(heading) + "\r\n"), heading);
    QVERIFY(figures.contains("\r\n600,,"));
}

void TestDeskWindow::recording_chosen_isSavedWithItsState()
{
    signInAs(RealService::Sam);
    openPage(u"clinic"_s);
    press(u"recordingMode2"_s);
    QTRY_VERIFY(item(u"state"_s)->property("count").toInt() > 50);
    item(u"state"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_Down);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic"_s).value("recording"_L1).toString(), u"with_consent"_s);
    QCOMPARE(read(u"/clinic"_s).value("state"_L1).toString(), u"AK"_s);
}

void TestDeskWindow::notificationRule_typed_isKept()
{
    signInAs(RealService::Sam);
    openPage(u"notifications"_s);
    press(u"addRule"_s);
    typeInto(u"ruleTo0"_s, u"oncall@oakstreet"_s);
    QVERIFY(!item(u"save"_s)->isEnabled());
    type(u".example"_s);
    QTRY_VERIFY(item(u"save"_s)->isEnabled());
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic/notifications"_s).value("rules"_L1).toArray().size(), 1);
    const auto rule = read(u"/clinic/notifications"_s).value("rules"_L1).toArray().first().toObject();
    QCOMPARE(rule.value("to"_L1).toString(), u"oncall@oakstreet.example"_s);
    QCOMPARE(rule.value("kind"_L1).toString(), u"escalation"_s);
    QCOMPARE(rule.value("at_least"_L1).toString(), u"urgent"_s);
}

void TestDeskWindow::vendorKey_typed_isShownAsSetAlone()
{
    signInAs(RealService::Sam);
    openPage(u"vendors"_s);
    press(u"key-deepgram"_s);
    QTRY_VERIFY(item(u"vendorKey"_s) && item(u"vendorKey"_s)->hasActiveFocus());
    type(u"dg-0123456789"_s);
    key(Qt::Key_Return);
    const auto setAt = [&] {
        const auto vendors = read(u"/clinic/vendors"_s).value("items"_L1).toArray();
        for (const auto &vendor : vendors) {
            if (vendor.toObject().value("name"_L1) == "deepgram"_L1)
                return vendor.toObject().value("key_set_at"_L1).toString();
        }
        return QString();
    };
    QTRY_VERIFY(!setAt().isEmpty());
    QTRY_COMPARE(item(u"key-deepgram"_s)->property("text").toString(), u"Own key"_s);
    QVERIFY(item(u"vendorKey"_s)->property("text").toString().isEmpty());
    QVERIFY(!QJsonDocument(read(u"/clinic/vendors"_s)).toJson().contains("dg-0123456789"));
}

void TestDeskWindow::thresholds_moved_showWhatThatWouldHaveChanged()
{
    signInAs(RealService::Sam);
    openPage(u"thresholds"_s);
    QTRY_VERIFY(item(u"limit-transcript_confidence"_s));
    item(u"limit-transcript_confidence"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_Right);
    QTRY_VERIFY(item(u"handedOverBefore"_s)->isVisible());
    bool isNumber = false;
    QVERIFY(item(u"handedOverBefore"_s)->property("value").toString().toInt(&isNumber) >= 0 && isNumber);
    QVERIFY(item(u"handedOverAfter"_s)->property("value").toString().toInt(&isNumber) >= 0 && isNumber);
}

void TestDeskWindow::thresholds_saved_areKept()
{
    signInAs(RealService::Sam);
    openPage(u"thresholds"_s);
    QTRY_VERIFY(item(u"limit-call_seconds"_s) && item(u"limit-call_seconds"_s)->isVisible());
    item(u"limit-call_seconds"_s)->forceActiveFocus(Qt::TabFocusReason);
    const auto before = read(u"/clinic/thresholds"_s).value("call_seconds"_L1).toInt();
    key(Qt::Key_Right);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic/thresholds"_s).value("call_seconds"_L1).toInt(), before + 30);
}

void TestDeskWindow::retention_typed_isSaved()
{
    signInAs(RealService::Sam);
    openPage(u"clinic"_s);
    QTRY_VERIFY(item(u"field-recordings_days"_s) && item(u"field-recordings_days"_s)->isVisible());
    item(u"field-recordings_days"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_A, Qt::ControlModifier);
    type(u"45"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic/retention"_s).value("recordings_days"_L1).toInt(), 45);
}

void TestDeskWindow::webhook_typed_showsItsSecretOnceAndIsTold()
{
    WebhookReceiver receiver;
    QVERIFY(receiver.listen());
    signInAs(RealService::Sam);
    openPage(u"webhooks"_s);
    press(u"addFirstWebhook"_s);
    QTRY_VERIFY(item(u"webhookUrl"_s) && item(u"webhookUrl"_s)->hasActiveFocus());
    type(u"nonsense"_s);
    QVERIFY(!item(u"webhookConfirm"_s)->isEnabled());
    key(Qt::Key_A, Qt::ControlModifier);
    type(receiver.address());
    press(u"kind-call.ended"_s);
    press(u"kind-escalation.raised"_s);
    item(u"webhookUrl"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_Return);
    QTRY_VERIFY(item(u"webhookSecret"_s) && item(u"webhookSecret"_s)->hasActiveFocus());
    const auto secret = item(u"webhookSecret"_s)->property("text").toString();
    QVERIFY(secret.startsWith(u"whsec_"_s));
    press(u"secretKept"_s);
    QTRY_VERIFY(!item(u"webhookSecret"_s)->isVisible());
    QVERIFY(item(u"webhookSecret"_s)->property("text").toString().isEmpty());
    QCOMPARE(firstWebhook().value("kinds"_L1).toArray(), QJsonArray({u"task.created"_s, u"call.ended"_s}));
    QVERIFY(!QJsonDocument(read(u"/webhooks"_s)).toJson().contains(secret.toUtf8()));
    press(u"testWebhook0"_s);
    QTRY_VERIFY(receiver.kinds().contains(u"test"_s));
    QTRY_VERIFY(item(u"webhookTest0"_s)->property("value").toString().contains(u"accepted (200)"_s));
}

void TestDeskWindow::webhook_changedPausedAndDeleted_byKeys()
{
    signInAs(RealService::Sam);
    openPage(u"webhooks"_s);
    press(u"changeWebhook0"_s);
    QTRY_VERIFY(item(u"webhookUrl"_s) && item(u"webhookUrl"_s)->hasActiveFocus());
    key(Qt::Key_End);
    type(u"/two"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(firstWebhook().value("url"_L1).toString().endsWith(u"/two"_s));
    QTRY_VERIFY(!item(u"webhookUrl"_s)->isVisible());
    press(u"pauseWebhook0"_s);
    QTRY_COMPARE(firstWebhook().value("enabled"_L1).toBool(true), false);
    QTRY_COMPARE(item(u"webhookState0"_s)->property("text").toString(), u"Paused"_s);
    press(u"pauseWebhook0"_s);
    QTRY_COMPARE(firstWebhook().value("enabled"_L1).toBool(false), true);
    QTRY_COMPARE(item(u"pauseWebhook0"_s)->property("text").toString(), u"Pause"_s);
    press(u"deleteWebhook0"_s);
    QTRY_VERIFY(item(u"deleteConfirm"_s) && item(u"deleteConfirm"_s)->isVisible());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!item(u"deleteConfirm"_s)->isVisible());
    QCOMPARE(read(u"/webhooks"_s).value("items"_L1).toArray().size(), 1);
    press(u"deleteWebhook0"_s);
    press(u"deleteConfirm"_s);
    QTRY_COMPARE(read(u"/webhooks"_s).value("items"_L1).toArray().size(), 0);
    QTRY_VERIFY(item(u"addFirstWebhook"_s)->isVisible());
}

void TestDeskWindow::signatures_chosen_needTwoDoctors()
{
    signInAs(RealService::Sam);
    openPage(u"clinic"_s);
    press(u"sign-prescription_refill"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(item(u"signaturesProblem"_s) && item(u"signaturesProblem"_s)->isVisible());
    QVERIFY(item(u"signaturesProblem"_s)->property("text").toString().contains(u"two doctors"_s));
    m_service->accept(m_service->invite(u"patel@oakstreet.example"_s, u"Dr. Neil Patel"_s, u"doctor"_s),
                      u"Dr. Neil Patel"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic/approvals"_s).value("second_signature"_L1).toArray(),
                 QJsonArray({u"prescription_refill"_s}));
    QTRY_VERIFY(!item(u"signaturesProblem"_s)->isVisible());
    press(u"sign-prescription_refill"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(read(u"/clinic/approvals"_s).value("second_signature"_L1).toArray().size(), 0);
}

void TestDeskWindow::people_invited_showTheInvitation()
{
    signInAs(RealService::Sam);
    openPage(u"people"_s);
    press(u"invite"_s);
    QTRY_VERIFY(item(u"inviteName"_s) && item(u"inviteName"_s)->hasActiveFocus());
    type(u"Lou Fields"_s);
    key(Qt::Key_Tab);
    QVERIFY(item(u"inviteEmail"_s)->hasActiveFocus());
    type(u"lou@oakstreet.example"_s);
    press(u"inviteConfirm"_s);
    QTRY_VERIFY(item(u"invitationToken"_s) && item(u"invitationToken"_s)->isVisible());
    QVERIFY(item(u"invitationToken"_s)->property("text").toString().size() > 20);
    key(Qt::Key_Escape);
    const auto people = read(u"/users"_s).value("items"_L1).toArray();
    QVERIFY(std::any_of(people.begin(), people.end(),
                        [](const auto &one) { return one.toObject().value("name"_L1) == u"Lou Fields"_s; }));
}

void TestDeskWindow::vendor_signed_byTheDayTyped()
{
    signInAs(RealService::Sam);
    openPage(u"vendors"_s);
    press(u"sign-openai"_s);
    QTRY_VERIFY(item(u"signedOn"_s) && item(u"signedOn"_s)->hasActiveFocus());
    type(u"2026-03-01"_s); // Over the day that is selected.
    press(u"signedSave"_s);
    const auto signedOn = [&] {
        const auto vendors = read(u"/clinic/vendors"_s).value("items"_L1).toArray();
        for (const auto &vendor : vendors) {
            if (vendor.toObject().value("name"_L1) == "openai"_L1)
                return vendor.toObject().value("baa_signed_on"_L1).toString();
        }
        return QString();
    };
    QTRY_COMPARE(signedOn(), u"2026-03-01"_s);
}

void TestDeskWindow::patient_typed_isSavedAndDeleted()
{
    signInAs(RealService::Sam);
    openPage(u"patients"_s);
    QCOMPARE(read(u"/calls"_s, QUrlQuery{{u"q"_s, u"Lindqvist"_s}}).value("items"_L1).toArray().size(), 1);
    typeInto(u"patientName"_s, u"Lindqvist"_s);
    press(u"copyRecords"_s);
    const QDir downloads(m_settings->filePath(u"Downloads"_s));
    QTRY_COMPARE(downloads.entryList({u"frontdesk-patient-*.json"_s}).size(), 1);
    press(u"eraseRecords"_s);
    QTRY_VERIFY(item(u"eraseAgain"_s) && item(u"eraseAgain"_s)->hasActiveFocus());
    QVERIFY(!item(u"eraseConfirm"_s)->isEnabled());
    type(u"Lindqvist"_s);
    press(u"eraseConfirm"_s);
    QTRY_COMPARE(read(u"/calls"_s, QUrlQuery{{u"q"_s, u"Lindqvist"_s}}).value("items"_L1).toArray().size(), 0);
}

void TestDeskWindow::audit_verified_saysThatItIsWhole()
{
    signInAs(RealService::Sam);
    openPage(u"audit"_s);
    press(u"verifyAudit"_s);
    QTRY_VERIFY(item(u"auditVerdict"_s)->property("text").toString().endsWith(u"unbroken"_s));
}

void TestDeskWindow::delegation_chosen_isKeptAndEnded()
{
    signInAs(RealService::Lopez);
    openPage(u"settings"_s);
    press(u"delegateAway"_s);
    QTRY_COMPARE(read(u"/delegation"_s).value("delegate_name"_L1).toString(), u"Dr. Neil Patel"_s);
    press(u"delegateBack"_s);
    QTRY_VERIFY(read(u"/delegation"_s).value("delegate_to"_L1).isNull());
}

void TestDeskWindow::fields_outOfSight_comeIntoSightWithTheKeyboard()
{
    signInAs(RealService::Sam);
    openPage(u"clinic"_s);
    QTRY_VERIFY(item(u"field-recordings_days"_s) && item(u"field-recordings_days"_s)->isVisible());
    auto *const last = item(u"field-audit_days"_s);
    const auto isInSight = [&](const QQuickItem *one) {
        const auto top = one->mapToScene({0, 0}).y();
        return top >= 0 && top + one->height() <= m_window->height();
    };
    QVERIFY(!isInSight(last));
    last->forceActiveFocus(Qt::TabFocusReason);
    QVERIFY(isInSight(last));
    item(u"field-name"_s)->forceActiveFocus(Qt::BacktabFocusReason);
    QVERIFY(isInSight(item(u"field-name"_s)));
}

void TestDeskWindow::clinic_exported_isOneLineForEachCall()
{
    signInAs(RealService::Sam);
    openPage(u"patients"_s);
    press(u"exportClinic"_s);
    const QDir downloads(m_settings->filePath(u"Downloads"_s));
    QTRY_COMPARE(downloads.entryList({u"frontdesk-clinic-*.jsonl"_s}).size(), 1);
    QTRY_VERIFY(item(u"exportClinic"_s)->isEnabled());
    QFile file(downloads.filePath(downloads.entryList({u"frontdesk-clinic-*.jsonl"_s}).constFirst()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int calls = 0;
    for (; !file.atEnd(); ++calls)
        QVERIFY(QJsonDocument::fromJson(file.readLine()).object().contains("turns"_L1));
    QVERIFY(calls > 0);
    QCOMPARE(calls, callsKept());
}

void TestDeskWindow::testCall_withoutAMicrophone_saysSo()
{
    if (!QMediaDevices::defaultAudioInput().isNull())
        QSKIP("this machine has a microphone");
    signInAs(RealService::Sam);
    openPage(u"testcall"_s);
    QTRY_VERIFY(item(u"testCall"_s)->hasActiveFocus());
    key(Qt::Key_Space);
    QTRY_VERIFY(item(u"testProblem"_s)->isVisible());
    QVERIFY(item(u"testProblem"_s)->property("text").toString().contains(u"microphone"_s));
    key(Qt::Key_T, Qt::ControlModifier); // Again, by the shortcut.
    QTRY_VERIFY(item(u"testProblem"_s)->isVisible());
}

void TestDeskWindow::everyAdminPage_isReachedByKeyAndHasNoProblem()
{
    signInAs(RealService::Sam);
    const auto pages = shell()->property("pages").toList();
    QVERIFY(pages.size() > 10);
    for (int at = 0; at < 9; ++at) {
        key(Qt::Key_1 + at, Qt::ControlModifier);
        QTRY_COMPARE(shell()->property("page").toString(), pages[at].toMap().value(u"page"_s).toString());
        QTRY_VERIFY(shell()->property("ready").toBool());
    }
}

QTEST_MAIN(TestDeskWindow)
#include "tst_deskwindow.moc"
