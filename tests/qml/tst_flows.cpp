#include "desktop/app/engine.h"
#include "tests/support/drawnitems.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::Session;

/// What people do all day, with the keyboard alone, in the real window.
class TestFlows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signIn_typedByHand_opensTheQueue();
    void signIn_withWrongPassword_staysAndSaysSo();
    void queue_arrowsAndEnter_openATask();
    void queue_claimCompleteUndo_byThreeKeys();
    void queue_note_isWrittenWithoutTheMouse();
    void queue_search_doesNotHearCommands();
    void queue_flagAndDoctor_byKey();
    void queue_copy_bringsTheTaskToTheClipboard();
    void queue_callBackReleaseAndReopen_byKey();
    void escalation_isTakenByOneKeyAndOpens();
    void escalation_neverTakesTheFocusFromASearch();
    void calls_liveCallIsTakenOverByKey();
    void doctor_approvesRejectsAndUndoes();
    void doctor_asksStaffSkipsAndApprovesAKind();
    void sheet_opensByItsKey_andLeavesByEscape();
    void keys_chosenByThePerson_areObeyed();
    void keys_pressedInTheSettings_areRemembered();
    void keys_takenByAnother_areRefused();
    void lock_hidesEverything_untilThePassword();
    void window_narrow_showsOneThingAtATime();
    void vendors_orderAndModel_areChangedAndSaved();
    void everyControl_hasANameForScreenReaders();

private:
    void signInAs(const QString &email);
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window, Qt::Key(code), modifiers);
    }
    void type(const QString &text)
    {
        for (const auto c : text)
            QTest::keyClick(m_window, c.toLatin1());
    }
    [[nodiscard]] QObject *shell() const { return m_window->property("shell").value<QObject *>(); }
    [[nodiscard]] QQuickItem *item(const QString &name) const { return m_window->findChild<QQuickItem *>(name); }
    [[nodiscard]] QString openTask() const { return m->desk->detail()->taskId(); }
    [[nodiscard]] QString status(const QString &id) const { return m->service.task(id).value("status"_L1).toString(); }
    [[nodiscard]] QString approval(const QString &id) const
    {
        return m->service.task(id).value("approval"_L1).toObject().value("state"_L1).toString();
    }
    [[nodiscard]] QQuickItem *drawn(const QString &name) const
    {
        return Frontdesk::Tests::itemBelow(m_window->contentItem(), name);
    }
    void openTaskById(const QString &id)
    {
        m->desk->detail()->setTaskId(id);
        QTRY_VERIFY(m->desk->detail()->ready());
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void TestFlows::init()
{
    m = std::make_unique<Frontdesk::Tests::DeskFixture>();
    m->desk->preferences()->setServer(m->service.url().toString());
    m->desk->preferences()->resetKeys();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    Frontdesk::Desktop::prepareEngine(*m_engine);
    Frontdesk::Desktop::useLanguage(*m_engine, u"en"_s);
    QVERIFY(Frontdesk::Desktop::showMainWindow(*m_engine, *m->desk));
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestFlows::cleanup()
{
    m_engine.reset();
    m.reset();
}

void TestFlows::signInAs(const QString &email)
{
    QVERIFY(m->signIn(*m->desk, email));
    QTRY_VERIFY(shell() && shell()->property("ready").toBool());
}

void TestFlows::signIn_typedByHand_opensTheQueue()
{
    QTRY_VERIFY(item(u"email"_s) && item(u"email"_s)->hasActiveFocus());
    type(u"ana@oakstreet.example"_s);
    key(Qt::Key_Return);
    type(Frontdesk::Tests::FakeService::Password);
    key(Qt::Key_Return);
    QTRY_COMPARE(m->desk->session()->state(), Session::State::SignedIn);
    QTRY_VERIFY(item(u"tasks"_s));
    QTRY_COMPARE(item(u"tasks"_s)->property("count").toInt(), 16);
    QTRY_VERIFY(item(u"tasks"_s)->hasActiveFocus());
}

void TestFlows::signIn_withWrongPassword_staysAndSaysSo()
{
    QTRY_VERIFY(item(u"email"_s) && item(u"email"_s)->hasActiveFocus());
    type(u"ana@oakstreet.example"_s);
    key(Qt::Key_Tab);
    type(u"nonsense"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(!m->desk->session()->problem().isEmpty());
    QVERIFY(item(u"password"_s)->hasActiveFocus());
}

void TestFlows::queue_arrowsAndEnter_openATask()
{
    signInAs(u"ana@oakstreet.example"_s);
    QTRY_VERIFY(item(u"tasks"_s)->hasActiveFocus());
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QCOMPARE(openTask(), u"t-1"_s);
    key(Qt::Key_Down);
    QCOMPARE(openTask(), u"t-2"_s);
    key(Qt::Key_End);
    QCOMPARE(item(u"tasks"_s)->property("currentIndex").toInt(), 15);
}

void TestFlows::queue_claimCompleteUndo_byThreeKeys()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-3"_s);
    key(Qt::Key_C);
    QTRY_COMPARE(status(u"t-3"_s), u"in_progress"_s);
    QTRY_COMPARE(m->desk->detail()->task().value(u"status"_s).toString(), u"in_progress"_s);
    openTaskById(u"t-3"_s);
    key(Qt::Key_D);
    QTRY_COMPARE(status(u"t-3"_s), u"completed"_s);
    QTRY_VERIFY(m->desk->actions()->canUndo());
    key(Qt::Key_U);
    QTRY_COMPARE(status(u"t-3"_s), u"in_progress"_s);
}

void TestFlows::queue_note_isWrittenWithoutTheMouse()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-5"_s);
    key(Qt::Key_N);
    QTRY_VERIFY(item(u"noteText"_s) && item(u"noteText"_s)->hasActiveFocus());
    type(u"Called, card is fine"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m->service.task(u"t-5"_s).value("note_count"_L1).toInt(), 1);
    QCOMPARE(status(u"t-5"_s), u"pending"_s);
}

void TestFlows::queue_search_doesNotHearCommands()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-5"_s);
    key(Qt::Key_Slash);
    QTRY_VERIFY(item(u"search"_s)->hasActiveFocus());
    type(u"dcf"_s);
    QCOMPARE(item(u"search"_s)->property("text").toString(), u"dcf"_s);
    QCOMPARE(m->desk->tasks()->count(), 0);
    key(Qt::Key_Escape);
    QCOMPARE(m->desk->tasks()->count(), 16);
    type(u"/harold"_s);
    QCOMPARE(m->desk->tasks()->count(), 1);
    QCOMPARE(status(u"t-5"_s), u"pending"_s);
    QVERIFY(!m->service.task(u"t-5"_s).value("flagged"_L1).toBool());
}

void TestFlows::queue_flagAndDoctor_byKey()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-7"_s);
    key(Qt::Key_F);
    QTRY_VERIFY(m->service.task(u"t-7"_s).value("flagged"_L1).toBool());
    QTRY_VERIFY(m->desk->tasks()->find(u"t-7"_s)->version == m->service.task(u"t-7"_s).value("version"_L1).toInt());
    key(Qt::Key_A);
    auto *const doctors = m_window->findChild<QObject *>(u"doctors"_s);
    QTRY_VERIFY(doctors && doctors->property("opened").toBool());
    key(Qt::Key_Return);
    QTRY_COMPARE(approval(u"t-7"_s), u"pending"_s);
}

void TestFlows::queue_copy_bringsTheTaskToTheClipboard()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-3"_s);
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"John Smith"_s));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"TASK-2026-0416"_s));
}

void TestFlows::queue_callBackReleaseAndReopen_byKey()
{
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-8"_s);
    key(Qt::Key_C);
    QTRY_VERIFY(m->desk->detail()->mine());
    key(Qt::Key_P);
    QTRY_VERIFY(m->service.requests().contains(u"POST /tasks/t-8/actions/call-back"_s));
    key(Qt::Key_C);
    QTRY_COMPARE(status(u"t-8"_s), u"pending"_s);
    openTaskById(u"t-8"_s);
    key(Qt::Key_D);
    QTRY_COMPARE(status(u"t-8"_s), u"completed"_s);
    openTaskById(u"t-8"_s);
    QTRY_COMPARE(m->desk->detail()->task().value(u"status"_s).toString(), u"completed"_s);
    key(Qt::Key_D);
    QTRY_COMPARE(status(u"t-8"_s), u"pending"_s);
}

void TestFlows::escalation_isTakenByOneKeyAndOpens()
{
    signInAs(u"ana@oakstreet.example"_s);
    QTRY_COMPARE(m->desk->escalations()->count(), 2);
    key(Qt::Key_E);
    QTRY_COMPARE(m->desk->escalations()->count(), 1);
    QTRY_COMPARE(openTask(), u"t-1"_s);
    key(Qt::Key_E);
    QTRY_COMPARE(m->desk->escalations()->count(), 0);
}

void TestFlows::escalation_neverTakesTheFocusFromASearch()
{
    signInAs(u"ana@oakstreet.example"_s);
    key(Qt::Key_Slash);
    QTRY_VERIFY(item(u"search"_s)->hasActiveFocus());
    m->service.raiseEscalation({{u"id"_s, u"e-9"_s},
                                {u"reason"_s, u"emergency_medical"_s},
                                {u"emergency"_s, true},
                                {u"decided_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}});
    QTRY_COMPARE(m->desk->escalations()->count(), 3);
    QVERIFY(item(u"search"_s)->hasActiveFocus());
    type(u"e"_s);
    QCOMPARE(item(u"search"_s)->property("text").toString(), u"e"_s);
    QCOMPARE(m->desk->escalations()->count(), 3);
}

void TestFlows::calls_liveCallIsTakenOverByKey()
{
    signInAs(u"ana@oakstreet.example"_s);
    key(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(shell()->property("page").toString(), u"calls"_s);
    QTRY_COMPARE(m->desk->calls()->count(), 2);
    key(Qt::Key_Return);
    key(Qt::Key_T);
    QTRY_COMPARE(m->desk->calls()->count(), 1);
    QVERIFY(m->service.requests().contains(u"POST /calls/c-live2/take-over"_s));
}

void TestFlows::doctor_approvesRejectsAndUndoes()
{
    signInAs(u"lopez@oakstreet.example"_s);
    QCOMPARE(shell()->property("page").toString(), u"approvals"_s);
    QTRY_COMPARE(m->desk->approvals()->count(), 7);
    key(Qt::Key_A);
    key(Qt::Key_U); // Faster than the answer.
    QTRY_VERIFY(m->service.requests().contains(u"POST /tasks/t-60/actions/undo"_s));
    QTRY_COMPARE(approval(u"t-60"_s), u"pending"_s);
    QTRY_COMPARE(m->desk->approvals()->count(), 7);
    const auto id = m->desk->approvals()->current().value(u"id"_s).toString();
    key(Qt::Key_R);
    QTRY_VERIFY(item(u"reasonText"_s) && item(u"reasonText"_s)->hasActiveFocus());
    type(u"Seen on Friday"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(approval(id), u"rejected"_s);
    QCOMPARE(m->service.task(id).value("approval"_L1).toObject().value("reason"_L1).toString(), u"Seen on Friday"_s);
}

void TestFlows::doctor_asksStaffSkipsAndApprovesAKind()
{
    signInAs(u"lopez@oakstreet.example"_s);
    QTRY_COMPARE(m->desk->approvals()->count(), 7);
    const auto current = [&] { return m->desk->approvals()->current().value(u"id"_s).toString(); };
    const auto first = current();
    key(Qt::Key_N);
    QTRY_VERIFY(current() != first);
    QCOMPARE(m->desk->approvals()->count(), 7);
    const auto second = current();
    key(Qt::Key_F);
    QTRY_VERIFY(m_window->activeFocusItem() && m_window->activeFocusItem()->objectName() == u"reasonText"_s);
    type(u"Which dose?"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(approval(second), u"returned"_s);
    QTRY_COMPARE(m->desk->approvals()->count(), 6);
    for (int step = 0; step < 6 && m->desk->approvals()->current().value(u"request_type"_s) != u"referral_request"_s;
         ++step)
        key(Qt::Key_N);
    QCOMPARE(m->desk->approvals()->current().value(u"request_type"_s).toString(), u"referral_request"_s);
    key(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE(m->desk->approvals()->count(), 4);
    QVERIFY(m->service.requests().contains(u"POST /approvals/batch"_s));
}

void TestFlows::sheet_opensByItsKey_andLeavesByEscape()
{
    signInAs(u"ana@oakstreet.example"_s);
    auto *const sheet = m_window->findChild<QObject *>(u"shortcutSheet"_s);
    QVERIFY(sheet && !sheet->property("opened").toBool());
    type(u"?"_s);
    QTRY_VERIFY(sheet->property("opened").toBool());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!sheet->property("visible").toBool());
    QTRY_VERIFY(item(u"tasks"_s)->hasActiveFocus());
}

void TestFlows::keys_pressedInTheSettings_areRemembered()
{
    signInAs(u"ana@oakstreet.example"_s);
    key(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(shell()->property("page").toString(), u"settings"_s);
    QTRY_VERIFY(drawn(u"key-claim"_s));
    drawn(u"key-claim"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_X);
    QTRY_COMPARE(drawn(u"key-claim"_s)->property("text").toString(), u"X"_s);
    key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(item(u"tasks"_s) && item(u"tasks"_s)->isVisible());
    openTaskById(u"t-3"_s);
    key(Qt::Key_X);
    QTRY_COMPARE(status(u"t-3"_s), u"in_progress"_s);
}

void TestFlows::keys_takenByAnother_areRefused()
{
    signInAs(u"ana@oakstreet.example"_s);
    key(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(drawn(u"key-claim"_s));
    drawn(u"key-claim"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_D);
    QTRY_COMPARE(drawn(u"key-claim"_s)->property("text").toString(), u"C"_s);
    QCOMPARE(m->desk->preferences()->key(u"claim"_s, u"C"_s), u"C"_s);
}

void TestFlows::keys_chosenByThePerson_areObeyed()
{
    m->desk->preferences()->setKey(u"claim"_s, u"X"_s);
    signInAs(u"ana@oakstreet.example"_s);
    openTaskById(u"t-3"_s);
    key(Qt::Key_C);
    key(Qt::Key_X);
    QTRY_COMPARE(status(u"t-3"_s), u"in_progress"_s);
    QCOMPARE(m->service.requests().count(u"POST /tasks/t-3/actions/start"_s), 1);
}

void TestFlows::lock_hidesEverything_untilThePassword()
{
    signInAs(u"ana@oakstreet.example"_s);
    key(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(m->desk->session()->state(), Session::State::Locked);
    QTRY_VERIFY(item(u"unlockPassword"_s) && item(u"unlockPassword"_s)->hasActiveFocus());
    QVERIFY(!item(u"tasks"_s)->isVisible());
    type(Frontdesk::Tests::FakeService::Password);
    key(Qt::Key_Return);
    QTRY_COMPARE(m->desk->session()->state(), Session::State::SignedIn);
    QTRY_VERIFY(item(u"tasks"_s)->isVisible());
}

void TestFlows::window_narrow_showsOneThingAtATime()
{
    signInAs(u"ana@oakstreet.example"_s);
    m_window->resize(600, 480);
    QTRY_VERIFY(item(u"tasks"_s)->width() > 400);
    openTaskById(u"t-3"_s);
    QTRY_VERIFY(!item(u"tasks"_s)->isVisible());
    QVERIFY(item(u"claimButton"_s)->isVisible());
    const auto *const claim = item(u"claimButton"_s);
    QVERIFY(claim->mapToScene(QPointF(claim->width(), 0)).x() <= 600);
    m_window->resize(1280, 800);
    QTRY_VERIFY(item(u"tasks"_s)->isVisible());
}

void TestFlows::vendors_orderAndModel_areChangedAndSaved()
{
    signInAs(u"sam@oakstreet.example"_s);
    QQmlProperty::write(shell(), u"page"_s, u"vendors"_s);
    // Rows made for a list have no parent but on the screen.
    const auto shown = [this](const QString &name) -> QQuickItem * {
        const auto items = Frontdesk::Tests::itemsBelow(m_window->contentItem());
        const auto found = std::find_if(items.begin(), items.end(), [&](const QQuickItem *one) {
            return one->objectName() == name && one->isVisible();
        });
        return found == items.end() ? nullptr : *found;
    };
    const auto press = [&](const QString &name) {
        QTRY_VERIFY2(shown(name), qPrintable(name));
        shown(name)->forceActiveFocus();
        key(Qt::Key_Space);
    };
    press(u"raise-stt-pocketsphinx"_s);
    press(u"ask-stt-openai"_s);
    press(u"ask-llm-openai"_s);
    QTRY_VERIFY(shown(u"deepgramModel"_s));
    shown(u"deepgramModel"_s)->forceActiveFocus();
    type(u"nova-3-medical"_s);
    key(Qt::Key_S, Qt::ControlModifier);
    const auto kept = [this] { return m->service.document(u"/clinic/speech"_s); };
    QTRY_COMPARE(kept().value("version"_L1).toInt(), 1);
    QCOMPARE(kept().value("stt"_L1).toArray(), QJsonArray({u"deepgram"_s, u"pocketsphinx"_s}));
    QCOMPARE(kept().value("llm"_L1).toArray(), QJsonArray({u"rules"_s}));
    QCOMPARE(kept().value("tts"_L1).toArray(), QJsonArray());
    QCOMPARE(kept().value("deepgram_model"_L1).toString(), u"nova-3-medical"_s);
    QVERIFY2(!shown(u"ask-llm-rules"_s)->isEnabled(), "somebody must be left");
}

void TestFlows::everyControl_hasANameForScreenReaders()
{
    signInAs(u"sam@oakstreet.example"_s);
    int asked = 0;
    for (const auto &page :
         {u"queue"_s, u"calls"_s, u"insights"_s, u"clinic"_s, u"thresholds"_s, u"people"_s, u"testcall"_s,
          u"notifications"_s, u"webhooks"_s, u"vendors"_s, u"health"_s, u"audit"_s, u"settings"_s}) {
        QQmlProperty::write(shell(), u"page"_s, page);
        QTRY_VERIFY(shell()->property("ready").toBool());
        QCoreApplication::processEvents();
        for (auto *const control : Frontdesk::Tests::itemsBelow(m_window->contentItem())) {
            if (!control->activeFocusOnTab() || !control->isVisible())
                continue;
            ++asked;
            auto *const interface = QAccessible::queryAccessibleInterface(control);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(page + ": "_L1 + QString::fromLatin1(control->metaObject()->className())));
        }
    }
    QVERIFY2(asked > 60, qPrintable(QString::number(asked)));
}

QTEST_MAIN(TestFlows)
#include "tst_flows.moc"
