#include "service/languagemodel/providers/openailanguagemodel.h"

#include "service/outgoing/endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::LanguageModel {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

constexpr qsizetype MostComplaintBytes = 4096;
constexpr qsizetype MostContentBytes = 64 * 1024;
/// A failure this quick may be tried once more without the caller noticing.
constexpr Milliseconds QuickFailure{300};

QString vendorName()
{
    return QStringLiteral("The language model");
}

Fault wrongAnswer(const char *what)
{
    return {FaultKind::WrongAnswer, QStringLiteral("%1 %2.").arg(vendorName(), QLatin1String(what)), {}};
}

} // namespace

OpenAiLanguageModel::OpenAiLanguageModel(OpenAiSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                                         std::shared_ptr<Outgoing::HttpClient> client, QObject *parent)
    : LanguageModel(parent)
    , m_settings(std::move(settings))
    , m_dialect(openAiDialect(m_settings.url, m_settings.model))
    , m_vendor(std::move(vendor))
    , m_client(std::move(client))
{
    m_client->warm(m_settings.url);
}

OpenAiLanguageModel::~OpenAiLanguageModel() = default;

void OpenAiLanguageModel::ask(const Flow::ModelQuestion &question)
{
    cancel();
    m_turn = question.turn;
    m_redacted = !m_settings.permit.isGood();
    m_request = openAiRequest(m_dialect, m_settings.model, m_redacted ? m_redaction.hide(question) : question);
    m_retried = false;
    if (m_vendor->mayTry()) {
        send();
        return;
    }
    m_soon = m_client->scheduler().after(Milliseconds(0), [this] {
        Q_EMIT failed(m_turn, FaultPolicy::knownToBeAway(QStringLiteral("The language model")).toError());
    });
}

void OpenAiLanguageModel::cancel()
{
    dropExchange();
    m_attempt.reset();
    m_soon.reset();
}

void OpenAiLanguageModel::dropExchange()
{
    if (!m_counted) {
        noteUsage({}); // Given up: it read our words all the same.
    }
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange.release()->deleteLater(); // It may be telling us something just now.
    }
}

void OpenAiLanguageModel::send()
{
    m_events = {};
    m_content.clear();
    m_complaint.clear();
    m_saidSoFar.clear();
    m_finishReason.clear();
    m_refused = false;
    m_begun = m_client->scheduler().now();
    m_attempt.emplace(m_vendor->begin());
    Outgoing::HttpCall call;
    call.vendor = vendorName();
    call.permit = m_redacted ? Outgoing::Permit::withoutPatientData() : m_settings.permit;
    call.url = Outgoing::under(m_settings.url, QStringLiteral("/chat/completions"));
    call.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
    if (!m_settings.key.isEmpty()) {
        call.headers.push_back({"Authorization", "Bearer " + m_settings.key});
    }
    call.body = m_request;
    call.budgets = m_settings.budgets;
    m_exchange = m_client->send(std::move(call));
    connect(m_exchange.get(), &Outgoing::HttpExchange::answered, this, &OpenAiLanguageModel::onAnswered);
    connect(m_exchange.get(), &Outgoing::HttpExchange::received, this, &OpenAiLanguageModel::onReceived);
    connect(m_exchange.get(), &Outgoing::HttpExchange::finished, this, &OpenAiLanguageModel::onFinished);
    connect(m_exchange.get(), &Outgoing::HttpExchange::failed, this, &OpenAiLanguageModel::onFault);
}

void OpenAiLanguageModel::onAnswered(const Outgoing::HttpHead &head)
{
    m_status = head.status;
    m_counted = m_status != 200; // Only what is answered is billed.
    m_retryAfter = head.retryAfter();
}

void OpenAiLanguageModel::onReceived(const QByteArray &bytes)
{
    if (m_status != 200) {
        m_complaint += bytes.left(MostComplaintBytes - m_complaint.size());
        return;
    }
    for (const QByteArray &event : m_events.feed(bytes)) {
        onEvent(event);
        if (!m_exchange) {
            return; // That was its end.
        }
    }
}

void OpenAiLanguageModel::onEvent(const QByteArray &data)
{
    if (data == "[DONE]") {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(data).object();
    if (json.isEmpty()) {
        onFault(wrongAnswer("sent something that is not JSON"));
        return;
    }
    if (json.contains(QLatin1String("error"))) {
        onFault({FaultKind::ServerError, QStringLiteral("%1 broke off with an error.").arg(vendorName()), {}});
        return;
    }
    if (const QJsonValue usage = json.value(QLatin1String("usage")); usage.isObject()) {
        noteUsage(usage.toObject());
    }
    const QJsonObject choice = json.value(QLatin1String("choices")).toArray().first().toObject();
    const QJsonObject delta = choice.value(QLatin1String("delta")).toObject();
    const QByteArray piece = delta.value(QLatin1String("content")).toString().toUtf8();
    m_refused = m_refused || !delta.value(QLatin1String("refusal")).toString().isEmpty();
    if (!piece.isEmpty()) {
        m_exchange->noteUseful();
        m_content += piece;
        if (m_attempt) {
            m_attempt->succeeded();
            m_attempt.reset();
            Q_EMIT began(m_turn);
        }
        // A sentence ends with its mark, or with the quote and the comma behind it.
        onWords(piece.contains(',') || piece.contains('.') || piece.contains('!') || piece.contains(' '));
        if (!m_exchange) {
            return;
        }
    }
    if (const QString reason = choice.value(QLatin1String("finish_reason")).toString(); !reason.isEmpty()) {
        m_finishReason = reason;
    }
    if (m_content.size() > MostContentBytes) {
        onFault(wrongAnswer("does not stop"));
    }
}

void OpenAiLanguageModel::onWords(bool mayEndSentence)
{
    if (!mayEndSentence) {
        return;
    }
    const auto soFar = readOpenAiBeginning(m_content);
    if (!soFar || soFar->acknowledgement.size() <= m_saidSoFar.size()) {
        return;
    }
    m_saidSoFar = soFar->acknowledgement;
    Q_EMIT said(m_turn, m_redacted ? m_redaction.restore(*soFar) : *soFar);
}

void OpenAiLanguageModel::noteUsage(const QJsonObject &usage)
{
    m_counted = true;
    if (!m_settings.meter) {
        return;
    }
    const auto add = [this](UsageUnit unit, qint64 amount) { m_settings.meter->add(m_vendor->name(), unit, amount); };
    if (usage.isEmpty()) {
        add(UsageUnit::UncountedRequests, 1);
        return;
    }
    const qint64 read = usage.value(QLatin1String("prompt_tokens")).toInteger();
    const qint64 cached = usage.value(QLatin1String("prompt_tokens_details"))
                              .toObject()
                              .value(QLatin1String("cached_tokens"))
                              .toInteger();
    add(UsageUnit::InputTokens, read - cached);
    add(UsageUnit::CachedInputTokens, cached);
    add(UsageUnit::OutputTokens, usage.value(QLatin1String("completion_tokens")).toInteger());
}

void OpenAiLanguageModel::onFinished()
{
    if (m_status != 200) {
        Fault fault = FaultPolicy::faultOfStatus(m_status, vendorName(), m_retryAfter);
        if (m_complaint.contains("insufficient_quota")) {
            fault.kind = FaultKind::OutOfCredit;
        }
        onFault(fault);
        return;
    }
    if (m_finishReason.isEmpty()) {
        onFault({FaultKind::Reset, QStringLiteral("%1 broke off in the middle of its answer.").arg(vendorName()), {}});
        return;
    }
    if (m_refused || m_finishReason != QLatin1String("stop")) {
        onFault(wrongAnswer("did not finish its answer"));
        return;
    }
    const auto reading = readOpenAiAnswer(m_content);
    if (!reading) {
        onFault({FaultKind::WrongAnswer, reading.error().message, {}});
        return;
    }
    dropExchange();
    Q_EMIT understood(m_turn, m_redacted ? m_redaction.restore(*reading) : *reading);
}

void OpenAiLanguageModel::onFault(Fault fault)
{
    dropExchange();
    FaultPolicy::Vendor::Attempt attempt = m_attempt ? std::move(*m_attempt) : m_vendor->begin();
    m_attempt.reset();
    attempt.failed(fault);
    const bool passing =
        fault.kind == FaultKind::Reset || fault.kind == FaultKind::Unreachable || fault.kind == FaultKind::ServerError;
    const bool quick = m_saidSoFar.isEmpty() && m_client->scheduler().now() - m_begun < QuickFailure;
    if (passing && quick && !std::exchange(m_retried, true) && m_vendor->mayTry()) {
        send();
        return;
    }
    Q_EMIT failed(m_turn, fault.toError());
}

} // namespace Frontdesk::LanguageModel
