#include "service/reception/clinicdirectory.h"

#include <QCoreApplication>
#include <QTimer>

namespace Frontdesk::Reception {

ClinicDirectory::ClinicDirectory(Storage::Database &database)
    : m_database(database)
{}

Pending<Result<ClinicProfile>> ClinicDirectory::findByNumber(const QString &number)
{
    // What is given first counts.
    const Promise<Result<ClinicProfile>> answer;
    const auto memory = m_memory;
    m_database
        .run(Storage::Scope::reading(),
             [number](Storage::Store &store) { return store.clinics().findByNumber(number); })
        .then([memory, number, answer](Result<ClinicProfile> found) {
            {
                const QMutexLocker lock(&memory->mutex);
                if (found) {
                    memory->byNumber.insert(number, *found);
                } else if (found.error().code != ErrorCode::NotFound && memory->byNumber.contains(number)) {
                    found = memory->byNumber.value(number);
                }
            }
            answer.give(found);
        });
    if (const auto known = remembered(number)) {
        // A database that does not even say no.
        QCoreApplication *const main = QCoreApplication::instance();
        QMetaObject::invokeMethod(main, [main, answer, known] {
            QTimer::singleShot(Patience, main, [answer, known] { answer.give(*known); });
        });
    }
    return answer.pending();
}

std::optional<ClinicProfile> ClinicDirectory::remembered(const QString &number) const
{
    const QMutexLocker lock(&m_memory->mutex);
    const auto known = m_memory->byNumber.constFind(number);
    return known == m_memory->byNumber.constEnd() ? std::nullopt : std::optional(*known);
}

void ClinicDirectory::remember(const ClinicProfile &clinic)
{
    const QMutexLocker lock(&m_memory->mutex);
    m_memory->byNumber.insert(clinic.number, clinic);
}

} // namespace Frontdesk::Reception
