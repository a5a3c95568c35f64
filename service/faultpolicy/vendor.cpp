#include "service/faultpolicy/vendor.h"

#include <algorithm>

namespace Frontdesk::FaultPolicy {

namespace {

bool needsSomebody(FaultKind kind)
{
    return kind == FaultKind::Unauthorized || kind == FaultKind::OutOfCredit || kind == FaultKind::Insecure;
}

/// One caller's odd request says nothing about the next caller's, and our own refusal nothing about the vendor.
bool isVendorsTrouble(FaultKind kind)
{
    return kind != FaultKind::Rejected && kind != FaultKind::NoAgreement;
}

} // namespace

QString serviceName(Service service)
{
    switch (service) {
    case Service::SpeechToText:
        return QStringLiteral("stt");
    case Service::LanguageModel:
        return QStringLiteral("llm");
    case Service::TextToSpeech:
        return QStringLiteral("tts");
    case Service::Calls:
        return QStringLiteral("calls");
    case Service::Messages:
        return QStringLiteral("messages");
    case Service::Recordings:
        return QStringLiteral("recordings");
    }
    return {};
}

QString serviceTitle(Service service)
{
    switch (service) {
    case Service::SpeechToText:
        return QStringLiteral("speech recognizer");
    case Service::LanguageModel:
        return QStringLiteral("language model");
    case Service::TextToSpeech:
        return QStringLiteral("voice");
    case Service::Calls:
        return QStringLiteral("call control");
    case Service::Messages:
        return QStringLiteral("text messages");
    case Service::Recordings:
        return QStringLiteral("recordings");
    }
    return {};
}

Vendor::Vendor(QString name, Service service, std::shared_ptr<const Clock> clock, BreakerSettings settings,
               OutageListener listener)
    : m_name(std::move(name))
    , m_service(service)
    , m_clock(std::move(clock))
    , m_settings(settings)
    , m_listener(std::move(listener))
{
    m_counts.vendor = m_name;
    m_counts.service = m_service;
}

QString Vendor::title() const
{
    return QStringLiteral("%1 (%2)").arg(m_name, serviceTitle(m_service));
}

bool Vendor::mayTry()
{
    const std::lock_guard lock(m_mutex);
    if (m_rest == Milliseconds(0)) {
        return true;
    }
    if (m_clock->now() < m_restUntil) {
        return false;
    }
    // A trial that never reports must not keep the vendor away for ever.
    m_trial = true;
    m_restUntil = m_clock->now() + m_rest;
    return true;
}

Vendor::Attempt Vendor::begin()
{
    return Attempt(shared_from_this());
}

VendorCounts Vendor::counts() const
{
    const std::lock_guard lock(m_mutex);
    VendorCounts counts = m_counts;
    counts.resting = m_rest != Milliseconds(0);
    return counts;
}

void Vendor::noteSuccess(Milliseconds took)
{
    bool outageEnded = false;
    {
        const std::lock_guard lock(m_mutex);
        ++m_counts.successes;
        m_counts.timeInSuccesses += took;
        m_failuresInRow = 0;
        m_trial = false;
        outageEnded = std::exchange(m_rest, Milliseconds(0)) != Milliseconds(0);
    }
    if (outageEnded && m_listener) {
        m_listener(*this, false, FaultKind::Unreachable);
    }
}

void Vendor::noteFailure(const Fault &fault, Milliseconds took)
{
    bool outageBegan = false;
    {
        const std::lock_guard lock(m_mutex);
        ++m_counts.failures[fault.kind];
        m_counts.timeInFailures[fault.kind] += took;
        if (!isVendorsTrouble(fault.kind)) {
            m_trial = false;
            return;
        }
        ++m_failuresInRow;
        const bool wasOpen = m_rest != Milliseconds(0);
        const bool opens = needsSomebody(fault.kind) || fault.retryAfter > Milliseconds(0) ||
                           m_failuresInRow >= m_settings.failuresToOpen;
        if (wasOpen && m_trial) {
            m_rest = std::min(m_rest * 2, m_settings.longestRest);
        } else if (!wasOpen && opens) {
            m_rest = needsSomebody(fault.kind) ? m_settings.longestRest : m_settings.firstRest;
        }
        if (m_rest != Milliseconds(0) && (!wasOpen || m_trial)) {
            const Milliseconds wished = std::min(fault.retryAfter, m_settings.longestRest);
            m_restUntil = m_clock->now() + std::max(m_rest, wished);
        }
        m_trial = false;
        outageBegan = !wasOpen && m_rest != Milliseconds(0);
    }
    if (outageBegan && m_listener) {
        m_listener(*this, true, fault.kind);
    }
}

void Vendor::noteAbandoned()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_trial, false)) {
        m_restUntil = m_clock->now(); // The next one may find out.
    }
}

Vendor::Attempt::Attempt(std::shared_ptr<Vendor> vendor)
    : m_vendor(std::move(vendor))
    , m_begin(m_vendor->m_clock->now())
{}

Vendor::Attempt::~Attempt()
{
    if (m_vendor) {
        m_vendor->noteAbandoned();
    }
}

void Vendor::Attempt::succeeded()
{
    if (const auto vendor = std::exchange(m_vendor, nullptr)) {
        vendor->noteSuccess(std::chrono::duration_cast<Milliseconds>(vendor->m_clock->now() - m_begin));
    }
}

void Vendor::Attempt::failed(const Fault &fault)
{
    if (const auto vendor = std::exchange(m_vendor, nullptr)) {
        vendor->noteFailure(fault, std::chrono::duration_cast<Milliseconds>(vendor->m_clock->now() - m_begin));
    }
}

VendorBoard::VendorBoard(std::shared_ptr<const Clock> clock, BreakerSettings settings, Vendor::OutageListener listener)
    : m_clock(std::move(clock))
    , m_settings(settings)
    , m_listener(std::move(listener))
{}

std::shared_ptr<Vendor> VendorBoard::vendor(const QString &name, Service service)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Vendor> &vendor = m_vendors[{name, service}];
    if (!vendor) {
        vendor = std::make_shared<Vendor>(name, service, m_clock, m_settings, m_listener);
    }
    return vendor;
}

std::vector<VendorCounts> VendorBoard::counts() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<VendorCounts> all;
    for (const auto &[which, vendor] : m_vendors) {
        all.push_back(vendor->counts());
    }
    return all;
}

} // namespace Frontdesk::FaultPolicy
