#pragma once

#include "service/faultpolicy/fault.h"
#include "tests/fakes/fakeserver.h"

#include <QTest>

namespace Frontdesk::Fakes {

/// Rows for a test of a vendor's streamed HTTP answers: columns `fault`, what the fake does, and `counted`, what it is to
/// be counted as.
inline void addHttpFaults()
{
    using Counted = FaultPolicy::FaultKind;
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<Counted>("counted");
    QTest::newRow("refuse") << FaultKind::Refuse << Counted::Unreachable;
    QTest::newRow("reset") << FaultKind::Reset << Counted::Reset;
    QTest::newRow("silent") << FaultKind::AcceptThenSilent << Counted::Timeout;
    QTest::newRow("keepalive only") << FaultKind::KeepAliveOnly << Counted::Timeout;
    QTest::newRow("slow") << FaultKind::SlowFirstByte << Counted::Timeout;
    QTest::newRow("401") << FaultKind::Unauthorized << Counted::Unauthorized;
    QTest::newRow("quota") << FaultKind::QuotaClose << Counted::OutOfCredit;
    QTest::newRow("429") << FaultKind::RateLimited << Counted::RateLimited;
    QTest::newRow("500") << FaultKind::ServerError << Counted::ServerError;
    QTest::newRow("truncated") << FaultKind::Truncated << Counted::Reset;
    QTest::newRow("wrong json") << FaultKind::WrongJson << Counted::WrongAnswer;
    QTest::newRow("nothing in the answer") << FaultKind::EmptyAudio << Counted::WrongAnswer;
    QTest::newRow("half open") << FaultKind::HalfOpen << Counted::Timeout;
}

} // namespace Frontdesk::Fakes
