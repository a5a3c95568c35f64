#include "desktop/app/engine.h"
#include "tests/support/drawnitems.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::Session;
using Frontdesk::Tests::FakeService;

/// A computer that several people use, and what it remembers between two starts.
class TestSharedDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        m->desk->preferences()->setServer(m->service.url().toString());
        start();
    }
    void cleanup()
    {
        m_engine.reset();
        m.reset();
    }

    void lockedDesk_isHandedToAColleagueByName();
    void signIn_offersWhoWasHere();
    void window_isAsItWasLeft();
    void window_leftMaximized_isMaximizedAgain();
    void window_onAScreenThatIsGone_isStillSeen();
    void rejectTemplate_byItsKey_isTheReason();
    void durations_areShown();

private:
    void start()
    {
        m_engine = std::make_unique<QQmlApplicationEngine>();
        Frontdesk::Desktop::prepareEngine(*m_engine);
        Frontdesk::Desktop::useLanguage(*m_engine, u"en"_s);
        QVERIFY(Frontdesk::Desktop::showMainWindow(*m_engine, *m->desk));
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
        m_window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void startAgain()
    {
        m_window->close();
        m_engine.reset();
        start();
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window, Qt::Key(code), modifiers);
    }
    void type(const QString &text)
    {
        for (const auto c : text)
            QTest::keyClick(m_window, c.toLatin1());
    }
    /// The first of that name that is to be seen.
    [[nodiscard]] QQuickItem *drawn(const QString &name) const
    {
        const auto items = Frontdesk::Tests::itemsBelow(m_window->contentItem());
        const auto found = std::find_if(items.begin(), items.end(),
                                        [&](auto *one) { return one->objectName() == name && one->isVisible(); });
        return found == items.end() ? nullptr : *found;
    }
    [[nodiscard]] Session &session() { return *m->desk->session(); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void TestSharedDesk::lockedDesk_isHandedToAColleagueByName()
{
    QVERIFY(m->signIn(*m->desk, u"grace@oakstreet.example"_s));
    session().signOut();
    QVERIFY(m->signIn());
    m->desk->detail()->setTaskId(u"t-1"_s);
    session().lock();
    QTRY_VERIFY(drawn(u"switchTo"_s));
    drawn(u"switchTo"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_Space);
    QTRY_VERIFY(drawn(u"password"_s) && drawn(u"password"_s)->hasActiveFocus());
    QCOMPARE(drawn(u"email"_s)->property("text").toString(), u"grace@oakstreet.example"_s);
    QCOMPARE(m->desk->detail()->taskId(), QString());
    type(FakeService::Password);
    key(Qt::Key_Return);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    QCOMPARE(session().userName(), u"Grace Kim"_s);
}

void TestSharedDesk::signIn_offersWhoWasHere()
{
    QVERIFY(m->signIn(*m->desk, u"grace@oakstreet.example"_s));
    session().signOut();
    QVERIFY(m->signIn());
    session().signOut();
    QTRY_VERIFY(drawn(u"account"_s)); // The latest one stands first.
    QCOMPARE(drawn(u"account"_s)->property("text").toString(), u"Ana Torres"_s);
    drawn(u"account"_s)->forceActiveFocus(Qt::TabFocusReason);
    key(Qt::Key_Space);
    QTRY_VERIFY(drawn(u"password"_s)->hasActiveFocus());
    QCOMPARE(drawn(u"email"_s)->property("text").toString(), u"ana@oakstreet.example"_s);
}

void TestSharedDesk::window_isAsItWasLeft()
{
    const QRect left(40, 60, 720, 560);
    m_window->setGeometry(left);
    QTRY_COMPARE(m_window->geometry(), left);
    startAgain();
    QTRY_COMPARE(m_window->geometry(), left);
}

void TestSharedDesk::window_leftMaximized_isMaximizedAgain()
{
    m->desk->preferences()->setValue(u"window/width"_s, 700);
    m_window->showMaximized();
    QTRY_COMPARE(m_window->visibility(), QWindow::Maximized);
    startAgain();
    QTRY_COMPARE(m_window->visibility(), QWindow::Maximized);
    QCOMPARE(m->desk->preferences()->value(u"window/width"_s).toInt(), 700); // Its own size is not the screen's.
}

void TestSharedDesk::window_onAScreenThatIsGone_isStillSeen()
{
    m->desk->preferences()->setValue(u"window/x"_s, 90'000);
    m->desk->preferences()->setValue(u"window/y"_s, 10);
    m_engine.reset();
    start();
    QVERIFY(m_window->screen()->virtualGeometry().intersects(m_window->geometry()));
}

void TestSharedDesk::rejectTemplate_byItsKey_isTheReason()
{
    QVERIFY(m->signIn(*m->desk, u"lopez@oakstreet.example"_s));
    QTRY_COMPARE(m->desk->approvals()->count(), 7);
    const auto id = m->desk->approvals()->current().value(u"id"_s).toString();
    QTRY_VERIFY(drawn(u"reject"_s));
    key(Qt::Key_R);
    QTRY_VERIFY(drawn(u"reasonText"_s) && drawn(u"reasonText"_s)->hasActiveFocus());
    key(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(m->service.task(id).value("approval"_L1).toObject().value("state"_L1).toString(), u"rejected"_s);
    QCOMPARE(m->service.task(id).value("approval"_L1).toObject().value("reason"_L1).toString(), u"Not our patient"_s);
}

void TestSharedDesk::durations_areShown()
{
    QVERIFY(m->signIn(*m->desk, u"sam@oakstreet.example"_s));
    auto *const shell = m_window->property("shell").value<QObject *>();
    QVERIFY(shell);
    QTRY_VERIFY(shell->property("ready").toBool());
    QQmlProperty::write(shell, u"page"_s, u"insights"_s);
    QTRY_VERIFY(drawn(u"durations"_s));
    QTRY_COMPARE(drawn(u"durations"_s)->property("bars").toList().size(), 7);
    const auto bars = drawn(u"durations"_s)->property("bars").toList();
    QCOMPARE(bars[1].toMap().value(u"label"_s).toString(), u"30 to 60 s"_s);
    QCOMPARE(bars[6].toMap().value(u"label"_s).toString(), u"over 10 min"_s);
}

QTEST_MAIN(TestSharedDesk)
#include "tst_shareddesk.moc"
