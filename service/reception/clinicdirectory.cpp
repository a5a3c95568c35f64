#include "service/reception/clinicdirectory.h"

namespace Frontdesk::Reception {

ClinicDirectory::ClinicDirectory(Storage::Database &database)
    : m_database(database)
{}

QFuture<Result<ClinicProfile>> ClinicDirectory::findByNumber(const QString &number)
{
    const auto memory = m_memory;
    return m_database
        .run(Storage::Scope::reading(),
             [number](Storage::Store &store) { return store.clinics().findByNumber(number); })
        .then([memory, number](Result<ClinicProfile> found) -> Result<ClinicProfile> {
            const QMutexLocker lock(&memory->mutex);
            if (found) {
                memory->byNumber.insert(number, found.value());
                return found;
            }
            const auto known = memory->byNumber.constFind(number);
            if (found.error().code != ErrorCode::NotFound && known != memory->byNumber.constEnd()) {
                return *known;
            }
            return found;
        });
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
