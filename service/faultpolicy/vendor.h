#pragma once

#include "service/faultpolicy/fault.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace Frontdesk::FaultPolicy {

/// What a vendor does for us. Each service of a vendor fails by itself: a voice that breaks says nothing about the same
/// vendor's language model. Agreement, key and bill are the vendor's.
enum class Service { SpeechToText, LanguageModel, TextToSpeech, Calls, Messages, Recordings };

/// For metrics and messages to programs: `stt`, `llm`, `tts`, `calls`, `messages`, `recordings`.
[[nodiscard]] QString serviceName(Service service);
/// For people: `voice`.
[[nodiscard]] QString serviceTitle(Service service);

/// When a service is left alone, and for how long.
struct BreakerSettings {
    int failuresToOpen = 3; ///< In a row. A refused key or an empty account opens at once.
    Milliseconds firstRest{5'000};
    Milliseconds longestRest{120'000}; ///< Each failed trial doubles the rest up to this.
};

/// What became of all attempts so far.
struct VendorCounts {
    QString vendor;
    Service service = Service::SpeechToText;
    quint64 successes = 0;
    Milliseconds timeInSuccesses{0}; ///< Sum, to the first useful byte.
    std::map<FaultKind, quint64> failures;
    std::map<FaultKind, Milliseconds> timeInFailures;
    bool resting = false; ///< The circuit is open: nobody asks this service now.
};

/// One vendor's service as this process sees it: counts, and a circuit breaker shared by all calls, so that the second
/// caller need not wait for what the first has found out. Safe from any thread.
class Vendor : public std::enable_shared_from_this<Vendor> {
public:
    /// Told once when an outage begins and once when it ends, on the thread that noticed it.
    using OutageListener = std::function<void(const Vendor &vendor, bool began, FaultKind kind)>;

    Vendor(QString name, Service service, std::shared_ptr<const Clock> clock, BreakerSettings settings = {},
           OutageListener listener = {});

    [[nodiscard]] const QString &name() const { return m_name; } ///< As in agreements, keys and prices.
    [[nodiscard]] Service service() const { return m_service; }
    /// For people: `openai (voice)`.
    [[nodiscard]] QString title() const;

    /// One use of the vendor, from its first byte to the verdict. Destroyed without one it counts for nothing: we
    /// changed our mind.
    class Attempt {
    public:
        explicit Attempt(std::shared_ptr<Vendor> vendor);
        ~Attempt();
        Attempt(Attempt &&) noexcept = default;
        Attempt &operator=(Attempt &&) = delete;

        /// The first useful byte came.
        void succeeded();
        void failed(const Fault &fault);

    private:
        std::shared_ptr<Vendor> m_vendor;
        Instant m_begin;
    };

    /// Whether it makes sense to ask now. While the circuit is open: false, except for one trial after each rest.
    [[nodiscard]] bool mayTry();
    [[nodiscard]] Attempt begin();

    [[nodiscard]] VendorCounts counts() const;

private:
    void noteSuccess(Milliseconds took);
    void noteFailure(const Fault &fault, Milliseconds took);
    void noteAbandoned();

    const QString m_name;
    const Service m_service;
    const std::shared_ptr<const Clock> m_clock;
    const BreakerSettings m_settings;
    const OutageListener m_listener;

    mutable std::mutex m_mutex; ///< Guards all below.
    VendorCounts m_counts;
    int m_failuresInRow = 0;
    Milliseconds m_rest{0}; ///< 0: the circuit is closed.
    Instant m_restUntil;
    bool m_trial = false; ///< One attempt is finding out whether the vendor is back.
};

/// The process's vendors by name and service. Safe from any thread.
class VendorBoard {
public:
    VendorBoard(std::shared_ptr<const Clock> clock, BreakerSettings settings = {},
                Vendor::OutageListener listener = {});

    /// Made when first asked for.
    [[nodiscard]] std::shared_ptr<Vendor> vendor(const QString &name, Service service);

    /// All services of all vendors, vendors in alphabetical order, for metrics.
    [[nodiscard]] std::vector<VendorCounts> counts() const;

private:
    const std::shared_ptr<const Clock> m_clock;
    const BreakerSettings m_settings;
    const Vendor::OutageListener m_listener;
    mutable std::mutex m_mutex;
    std::map<std::pair<QString, Service>, std::shared_ptr<Vendor>> m_vendors;
};

} // namespace Frontdesk::FaultPolicy
