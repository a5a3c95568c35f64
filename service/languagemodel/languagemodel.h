#pragma once

#include "service/flow/modelturn.h"
#include "shared/core/error.h"

#include <QObject>

namespace Frontdesk::LanguageModel {

/// What understands a caller's turn that rules are not sure about. One for each call, on the call's thread.
class LanguageModel : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `understood` or `failed` follows, never from within this call. A question still open is given up.
    virtual void ask(const Flow::ModelQuestion &question) = 0;

    /// Nothing more is heard of the open question.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// The first of the answer has come. Not from every model.
    void began(int turn);
    /// What is understood so far and the sentences that are whole, while the answer goes on: all that decides about
    /// safety is in it. Again with each further sentence; `acknowledgement` holds them all.
    void said(int turn, const Frontdesk::Flow::ModelReading &soFar);
    void understood(int turn, const Frontdesk::Flow::ModelReading &reading);
    void failed(int turn, const Frontdesk::Error &error);
};

} // namespace Frontdesk::LanguageModel
