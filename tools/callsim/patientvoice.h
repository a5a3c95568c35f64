#pragma once

#include "shared/core/result.h"
#include "tools/callsim/sound.h"

#include <QMap>
#include <QString>
#include <QStringList>

struct cst_utterance_struct;

namespace Frontdesk::CallSim {

/// The synthetic voices of the people in a simulated call: slt, rms, awb, kal.
///
/// Synthesis takes about 3 % of the time the speech lasts, which is too long between two 20 ms frames: everything a
/// script says is prepared before its call. Keeps what it made. Flite is not made for two threads; use one thread.
class PatientVoice {
public:
    /// A buzz that says its words to the fake recognizer, word for word, and costs nothing to make.
    static constexpr QLatin1String Marked{"marked"};

    [[nodiscard]] static QStringList names();

    /// Speech without silence at its ends, at a comfortable level. InvalidInput for an unknown voice.
    [[nodiscard]] Result<Sound> speak(const QString &voice, const QString &text);

    /// Sounds that no spelling gives, by flite's phones: "m hh m" is a listener's hum.
    [[nodiscard]] Result<Sound> utter(const QString &voice, const QString &phones);

private:
    using Synthesis = cst_utterance_struct *(*)(cst_utterance_struct *);
    [[nodiscard]] Result<Sound> spoken(const QString &voice, const QString &text, Synthesis synthesis);

    QMap<QPair<QString, QString>, Sound> m_spoken;
};

} // namespace Frontdesk::CallSim
