#pragma once

#include "shared/core/result.h"

#include <QFile>
#include <QJsonObject>
#include <QObject>

namespace Frontdesk::Fakes {
class FakeVendors;
}

namespace Frontdesk::CallSim {

/// Writes down what the clinic's staff are sent by mail and text message, a JSON object a line, as it comes.
class StaffOutbox final : public QObject {
    Q_OBJECT

public:
    /// `vendors` outlives it.
    explicit StaffOutbox(Fakes::FakeVendors &vendors);

    /// What is in the file already stays. Unavailable: it cannot be written.
    [[nodiscard]] Result<void> open(const QString &path);

private:
    void writeMail();
    void writeMessage();
    void write(const QJsonObject &line);

    Fakes::FakeVendors &m_vendors;
    QFile m_file;
};

} // namespace Frontdesk::CallSim
