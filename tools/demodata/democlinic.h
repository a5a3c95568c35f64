#pragma once

#include "service/storage/store.h"

#include <QJsonObject>

namespace Frontdesk::DemoData {

/// The people, calls, tasks and escalations of an invented clinic, as tests/fakes/api/demo.json has them, written into a
/// real store as if they had happened today. The clinic and its people exist already; people are found by their e-mail.
class DemoClinic {
public:
    /// `now` is when "4 minutes ago" is counted from. Thread: a database's.
    DemoClinic(Storage::Store &store, ClinicProfile clinic, QJsonObject demo, QDateTime now);

    /// Everything or nothing.
    [[nodiscard]] Result<void> fill();

private:
    [[nodiscard]] Result<void> findPeople();
    [[nodiscard]] Result<void> addCall(const QJsonObject &json);
    [[nodiscard]] Result<void> addTurns(const CallRecord &call, const QJsonArray &turns);
    [[nodiscard]] Result<void> addEscalation(const CallRecord &call, const QString &demoCall, const QString &reason);
    [[nodiscard]] Result<void> addTask(const QJsonObject &json);
    [[nodiscard]] Result<void> addDeeds(const TaskId &task, const QJsonObject &json);
    [[nodiscard]] QDateTime ago(double minutes) const;

    Storage::Store &m_store;
    ClinicProfile m_clinic;
    QJsonObject m_demo;
    QDateTime m_now;
    QHash<QString, UserId> m_people; ///< By their ids in the demo.
    QHash<QString, CallRecord> m_calls;
};

} // namespace Frontdesk::DemoData
