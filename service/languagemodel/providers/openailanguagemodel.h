#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/flow/usagemeter.h"
#include "service/languagemodel/internal/eventstream.h"
#include "service/languagemodel/internal/redaction.h"
#include "service/languagemodel/languagemodel.h"
#include "service/languagemodel/providers/openairequest.h"
#include "service/outgoing/httpclient.h"

#include <optional>

namespace Frontdesk::LanguageModel {

struct OpenAiSettings {
    QUrl url{QStringLiteral("https://api.openai.com/v1")};
    QByteArray key; ///< Empty: none is sent.
    /// For what the caller said. Without a good one names and numbers are taken out first.
    Outgoing::Permit permit;
    std::shared_ptr<Flow::UsageMeter> meter; ///< Null: nobody counts.
    QString model = QStringLiteral("gpt-4.1-mini");
    /// Callers wait for this: a late answer is worth less than the rules' own.
    FaultPolicy::Budgets budgets{Milliseconds(800), Milliseconds(1800), Milliseconds(800), Milliseconds(3000)};
};

/// Chat completions of OpenAI, or of a server that speaks like it.
class OpenAiLanguageModel final : public LanguageModel {
    Q_OBJECT

public:
    OpenAiLanguageModel(OpenAiSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                        std::shared_ptr<Outgoing::HttpClient> client, QObject *parent = nullptr);
    ~OpenAiLanguageModel() override;

    void ask(const Flow::ModelQuestion &question) override;
    void cancel() override;

private:
    void send();
    void onAnswered(const Outgoing::HttpHead &head);
    void onReceived(const QByteArray &bytes);
    void onEvent(const QByteArray &data);
    void onWords(bool mayEndSentence);
    void onFinished();
    void onFault(FaultPolicy::Fault fault);
    /// What the open request costs, once it is known or never will be.
    void noteUsage(const QJsonObject &usage);
    void dropExchange();

    const OpenAiSettings m_settings;
    const OpenAiDialect m_dialect;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    const std::shared_ptr<Outgoing::HttpClient> m_client;

    int m_turn = 0;
    Redaction m_redaction;   ///< The same names have the same tokens through the call.
    bool m_redacted = false; ///< The open question is.
    QByteArray m_request;
    std::unique_ptr<Outgoing::HttpExchange> m_exchange;
    std::optional<FaultPolicy::Vendor::Attempt> m_attempt; ///< Until the first word of the answer.
    Scheduler::JobHandle m_soon;
    Instant m_begun;
    bool m_retried = false;
    int m_status = 0;
    Milliseconds m_retryAfter{0};
    QByteArray m_complaint;
    EventStream m_events;
    QByteArray m_content;
    QString m_saidSoFar; ///< Of the acknowledgement, told already.
    QString m_finishReason;
    bool m_refused = false;
    bool m_counted = true; ///< The request's tokens were noted, or it was none.
};

} // namespace Frontdesk::LanguageModel
