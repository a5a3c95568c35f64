#pragma once

#include "shared/core/result.h"
#include "tools/callsim/sound.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Frontdesk::CallSim {

/// The synthetic voices of the people in a simulated call: slt, rms, awb, kal.
///
/// Synthesis takes about 3 % of the time the speech lasts, which is too long between two 20 ms frames: everything a
/// script says is prepared before its call. Keeps what it made. Flite is not made for two threads; use one thread.
class PatientVoice {
public:
    [[nodiscard]] static QStringList names();

    /// Speech without silence at its ends, at a comfortable level. InvalidInput for an unknown voice.
    [[nodiscard]] Result<Sound> speak(const QString &voice, const QString &text);

private:
    QMap<QPair<QString, QString>, Sound> m_spoken;
};

} // namespace Frontdesk::CallSim
