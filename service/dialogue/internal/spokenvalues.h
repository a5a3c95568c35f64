#pragma once

#include "shared/model/openinghours.h"
#include "shared/model/slots.h"

/// Canonical values in the words a receptionist would use. English.
namespace Frontdesk::Dialogue {

/// "tomorrow", "this Thursday", "next Tuesday", "Monday, November 9th"; `today` in the clinic's zone.
[[nodiscard]] QString spokenDate(QDate date, QDate today);
/// "9 AM", "2:15 PM", "noon".
[[nodiscard]] QString spokenTime(QTime time);
/// "8 AM to 5 PM", "8 AM to noon and 1 PM to 5 PM".
[[nodiscard]] QString spokenRanges(const std::vector<TimeRange> &ranges);
/// "tomorrow at 8 AM".
[[nodiscard]] QString spokenMoment(const QDateTime &local, QDate today);

/// When a caller would like to come, from date, days and time: "next Tuesday morning", "Friday at 2 PM",
/// "next week in the afternoon". Empty when nothing is known or everything is welcome.
[[nodiscard]] QString spokenWhen(const SlotMap &slotValues, QDate today);

/// As people write it: "555-0123", "202-555-0107", "202-555-0107, extension 42".
[[nodiscard]] QString writtenNumber(const QString &canonical);
/// As people read it back, in groups: "five five five, zero one two three".
[[nodiscard]] QString spokenNumber(const QString &canonical);

/// "a checkup", "an x-ray", "your knee"; empty when the words would not fit into a sentence of ours.
[[nodiscard]] QString spokenReason(const QString &reason);

/// "Ann, Ben and Carl".
[[nodiscard]] QString spokenList(const QStringList &items);

} // namespace Frontdesk::Dialogue
