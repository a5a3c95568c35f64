#include "service/languagemodel/providers/openailanguagemodel.h"
#include "tests/fakes/fakeopenai.h"
#include "tests/fakes/httpfaults.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::LanguageModel;
using namespace std::chrono_literals;
using Fakes::FakeOpenAi;
using Fakes::FaultKind;

class TestOpenAiLanguageModel : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeOpenAi> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::shared_ptr<Outgoing::HttpClient> m_client;
    std::shared_ptr<Flow::UsageMeter> m_meter;
    std::unique_ptr<OpenAiLanguageModel> m_model;
    std::map<int, Flow::ModelReading> m_understood;
    std::map<int, Error> m_failed;

    void givenModel(FakeOpenAi::Flavour flavour = FakeOpenAi::Flavour::OpenAi)
    {
        m_understood.clear();
        m_failed.clear();
        m_model.reset();
        m_fake = std::make_unique<FakeOpenAi>(flavour);
        QVERIFY(m_fake->listen());
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("openai"), FaultPolicy::Service::LanguageModel,
                                                         std::make_shared<SystemClock>());
        m_client = std::make_shared<Outgoing::HttpClient>(m_scheduler);
        OpenAiSettings settings;
        settings.url = m_fake->url();
        settings.url.setPath(QStringLiteral("/v1"));
        settings.key = FakeOpenAi::Key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        m_meter = std::make_shared<Flow::UsageMeter>();
        settings.meter = m_meter;
        settings.budgets = {300ms, 300ms, 300ms, 1500ms};
        m_model = std::make_unique<OpenAiLanguageModel>(settings, m_vendor, m_client);
        connect(m_model.get(), &LanguageModel::LanguageModel::understood, this,
                [this](int turn, const Flow::ModelReading &reading) { m_understood.emplace(turn, reading); });
        connect(m_model.get(), &LanguageModel::LanguageModel::failed, this,
                [this](int turn, const Error &error) { m_failed.emplace(turn, error); });
    }

    static Flow::ModelQuestion question(int turn, const char *words)
    {
        Flow::ModelQuestion question;
        question.turn = turn;
        question.words = QLatin1String(words);
        return question;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_model.reset();
        m_client.reset();
        m_fake.reset();
    }

    void sentence_leavesBeforeTheFactsAreThere()
    {
        givenModel();
        m_fake->setMind([](const QJsonObject &request) {
            const QJsonObject schema = request.value(QLatin1String("response_format"))
                                           .toObject()
                                           .value(QLatin1String("json_schema"))
                                           .toObject()
                                           .value(QLatin1String("schema"))
                                           .toObject();
            QJsonObject answer = FakeOpenAi::emptyAnswer(schema).toObject();
            answer.insert(QStringLiteral("requests"), QJsonArray{QStringLiteral("callback_request")});
            answer.insert(QStringLiteral("acknowledgement"), QStringLiteral("Thank you. I see that."));
            return answer;
        });
        m_fake->setFault({FaultKind::HalfOpen}); // Stops in the middle, with the facts still to come.
        QStringList said;
        connect(m_model.get(), &LanguageModel::LanguageModel::said, this,
                [&said](int, const Flow::ModelReading &soFar) {
                    QCOMPARE(soFar.requests, std::vector{RequestType::CallbackRequest});
                    QVERIFY(soFar.said.empty());
                    said << soFar.acknowledgement;
                });
        m_model->ask(question(1, "hello"));
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(said[0], QStringLiteral("Thank you."));
        QCOMPARE(said[1], QStringLiteral("Thank you. I see that."));
        QVERIFY(m_understood.empty());
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QCOMPARE(m_fake->bodies().size(), 1); // Not asked again: something was said.
    }

    void ask_answered_countsItsTokens()
    {
        givenModel();
        m_model->ask(question(1, "hello"));
        QTRY_COMPARE(m_understood.size(), size_t(1));
        const CallUsage usage{{QStringLiteral("openai"), UsageUnit::InputTokens, 7},
                              {QStringLiteral("openai"), UsageUnit::CachedInputTokens, 12},
                              {QStringLiteral("openai"), UsageUnit::OutputTokens, 10}};
        QCOMPARE(m_meter->usage(), usage);
    }

    void ask_givenUpOrNotCounted_isCountedAsARequest()
    {
        const CallUsage one{{QStringLiteral("openai"), UsageUnit::UncountedRequests, 1}};
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        m_model->ask(question(1, "hello"));
        QTRY_COMPARE(m_understood.size(), size_t(1));
        QCOMPARE(m_meter->usage(), one);

        givenModel();
        m_fake->setFault({FaultKind::HalfOpen});
        bool began = false;
        connect(m_model.get(), &LanguageModel::LanguageModel::began, this, [&began] { began = true; });
        m_model->ask(question(2, "hello"));
        QTRY_VERIFY(began);
        m_model->cancel();
        QCOMPARE(m_meter->usage(), one);

        givenModel();
        m_fake->setFault({FaultKind::RateLimited});
        m_model->ask(question(3, "hello"));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY(m_meter->usage().empty()); // What is refused costs nothing.
    }

    void ask_givesWhatTheModelUnderstood_data()
    {
        QTest::addColumn<FakeOpenAi::Flavour>("flavour");
        QTest::newRow("openai") << FakeOpenAi::Flavour::OpenAi;
        QTest::newRow("llama.cpp") << FakeOpenAi::Flavour::LlamaCpp;
    }
    void ask_givesWhatTheModelUnderstood()
    {
        QFETCH(FakeOpenAi::Flavour, flavour);
        givenModel(flavour);
        m_fake->setPreamble(flavour == FakeOpenAi::Flavour::LlamaCpp ? "<think>hm</think>\n" : "");
        m_fake->setMind([](const QJsonObject &request) {
            const QJsonObject schema = request.value(QLatin1String("response_format"))
                                           .toObject()
                                           .value(QLatin1String("json_schema"))
                                           .toObject()
                                           .value(QLatin1String("schema"))
                                           .toObject();
            QJsonObject answer = FakeOpenAi::emptyAnswer(schema).toObject();
            answer[QLatin1String("requests")] = QJsonArray{QStringLiteral("callback_request")};
            answer[QLatin1String("acknowledgement")] = QStringLiteral("Très bien, noted.");
            return answer;
        });
        m_model->ask(question(3, "could somebody maybe ring me"));
        QTRY_COMPARE(m_understood.size(), size_t(1));
        QCOMPARE(m_understood[3].requests, std::vector{RequestType::CallbackRequest});
        QCOMPARE(m_understood[3].acknowledgement, QStringLiteral("Très bien, noted."));
        QVERIFY(m_failed.empty());
        QCOMPARE(m_vendor->counts().successes, quint64(1));
    }

    void questions_useOneWarmConnection()
    {
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        for (int turn = 1; turn <= 4; ++turn) {
            m_model->ask(question(turn, "words"));
            QTRY_COMPARE(m_understood.size(), size_t(turn));
        }
        QCOMPARE(m_fake->connections(), 1);
    }

    void cancel_isTheLastThatIsHeard()
    {
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        m_model->ask(question(1, "words"));
        m_model->cancel();
        m_model->ask(question(2, "other words"));
        QTRY_COMPARE(m_understood.size(), size_t(1));
        QVERIFY(m_understood.contains(2));
        QVERIFY(m_failed.empty());
        QVERIFY(m_vendor->counts().failures.empty());
    }

    void fault_isToldInTime_data() { Fakes::addHttpFaults(); }
    void fault_isToldInTime()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, counted);
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        m_fake->setFault({fault});
        QElapsedTimer clock;
        clock.start();
        m_model->ask(question(1, "i need that thing"));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(m_understood.empty());
        QVERIFY(m_vendor->counts().failures.contains(counted));
    }

    void vendorKnownToBeAway_isNotAsked()
    {
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        m_fake->setFault({FaultKind::Unauthorized});
        m_model->ask(question(1, "words"));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        const qsizetype requests = m_fake->requests().size();
        m_model->ask(question(2, "words"));
        QTRY_COMPARE(m_failed.size(), size_t(2));
        QCOMPARE(m_fake->requests().size(), requests);
    }

    void passingFault_isTriedOnceMore()
    {
        givenModel(FakeOpenAi::Flavour::LlamaCpp);
        m_fake->setFault({FaultKind::ServerError, 1});
        m_model->ask(question(1, "words"));
        QTRY_COMPARE(m_understood.size(), size_t(1));
        QVERIFY(m_failed.empty());
    }
};

QTEST_GUILESS_MAIN(TestOpenAiLanguageModel)
#include "tst_openailanguagemodel.moc"
