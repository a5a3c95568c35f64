#include "service/http/httpresponder.h"

#include <atomic>

namespace Frontdesk::Http {

struct HttpResponder::State {
    explicit State(Deliver function)
        : deliver(std::move(function))
    {}
    ~State() { answer(HttpResponse::problem(500, QStringLiteral("The service did not answer this request."))); }

    void answer(HttpResponse &&response)
    {
        if (!answered.exchange(true)) {
            deliver(std::move(response));
        }
    }

    Deliver deliver;
    std::atomic<bool> answered{false};
};

HttpResponder::HttpResponder(Deliver deliver)
    : m_state(std::make_shared<State>(std::move(deliver)))
{}

void HttpResponder::send(HttpResponse response) const
{
    m_state->answer(std::move(response));
}

bool HttpResponder::answered() const
{
    return m_state->answered;
}

} // namespace Frontdesk::Http
