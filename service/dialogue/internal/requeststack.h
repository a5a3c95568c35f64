#pragma once

#include "service/dialogue/slots/slotextraction.h"
#include "shared/model/requesttype.h"
#include "shared/model/slots.h"

#include <set>
#include <vector>

namespace Frontdesk::Dialogue {

/// One thing the caller wants.
struct Request {
    int key = 0; ///< Of its task.
    RequestType type = RequestType::Other;
    SlotMap slotValues;        ///< Its own; people and number are shared, see RequestStack.
    bool otherPatient = false; ///< For somebody else than the requests before it: has its own PatientName.
    bool submitted = false;    ///< Its task was left and tells all that is known.
    bool announced = false;    ///< The caller was told about it.
    int copyOf = 0;            ///< Key of the request it was copied from for a further patient; 0: none.
};

/// Where a turn's words landed.
struct Absorbed {
    std::set<SlotName> filled;    ///< New, or said again the same.
    std::set<SlotName> corrected; ///< Had another value before.
    std::vector<int> added;       ///< Keys of new requests.
    bool typeChanged = false;     ///< "No, cancel it": the request became another kind.
    bool restated = false;        ///< A known request was said again.
    [[nodiscard]] bool any() const { return !filled.empty() || !added.empty() || typeChanged || restated; }
};

/// What was asked when the turn was spoken, and with which certainty it was heard.
struct TurnContext {
    Flow::Expectation expectation = Flow::Expectation::Nothing;
    bool askedLastName = false; ///< Only the rest of a name was asked for.
    QString text;
    QString callerNumber;
    int request = 0; ///< Key of the request the question was about; 0: none.
};

/// All that a caller wants and all that is known about it.
///
/// Each request owns its explicit slots. Who the patient is, who calls, and where to call back are facts of the call,
/// asked once and used by every request.
class RequestStack {
public:
    Absorbed absorb(const SlotReading &reading, const TurnContext &context);

    /// Adds a request that no words named, such as a question that only staff can answer.
    Request &add(RequestType type);
    /// The caller took back everything that was not submitted yet.
    void dropOpen();

    [[nodiscard]] const std::vector<Request> &all() const { return m_requests; }
    [[nodiscard]] std::vector<Request> &all() { return m_requests; }
    [[nodiscard]] Request *find(int key);
    /// The first request whose task is still to be left.
    [[nodiscard]] const Request *open() const;
    [[nodiscard]] size_t differentTypes() const;

    [[nodiscard]] const SlotMap &facts() const { return m_facts; }
    [[nodiscard]] SlotMap &facts() { return m_facts; }
    /// The request's own slots and the shared facts it needs, as its task shows them.
    [[nodiscard]] SlotMap valuesFor(const Request &request) const;
    /// Empty when unknown.
    [[nodiscard]] QString fact(SlotName name) const;
    /// True when somebody else than the patient is calling.
    [[nodiscard]] bool callerIsNotPatient(const Request &request) const;

    [[nodiscard]] int takeKey() { return ++m_lastKey; }

private:
    void addRequests(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed);
    bool changesType(RequestType type, const SlotReading &reading, const TurnContext &context, Absorbed &absorbed);
    [[nodiscard]] bool isNews(RequestType type, const SlotReading &reading, const TurnContext &context) const;
    void absorbPeople(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed);
    void absorbName(SlotValue value, const TurnContext &context, bool corrects, SlotMap &into, Absorbed &absorbed);
    void absorbDetails(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed);
    void put(SlotMap &into, SlotName name, const SlotValue &value, Absorbed &absorbed);
    [[nodiscard]] Request *targetFor(SlotName name, const TurnContext &context, const Absorbed &absorbed);
    void shareWithCopies(const Request &request, SlotName name);

    SlotMap m_facts;
    std::vector<Request> m_requests;
    int m_lastKey = 0;
};

[[nodiscard]] bool isAppointment(RequestType type);
/// Refills, results and medical questions: never handled here, only handed over.
[[nodiscard]] bool isMedical(RequestType type);

} // namespace Frontdesk::Dialogue
