#pragma once

#include "desktop/client/apiclient.h"

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace Frontdesk::Records {

/// Everything the clinic has, call by call, written into one file as it arrives: one JSON object a line. However much
/// there is, only a page of it is in memory.
class ClinicExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(int calls READ calls NOTIFY changed) ///< Written so far.

public:
    explicit ClinicExport(QObject *parent = nullptr);
    ~ClinicExport() override;

    /// Into this file, which must not exist yet. `finished` or `refused` follows; what was begun and refused is deleted.
    Q_INVOKABLE void start(const QString &path);
    Q_INVOKABLE void cancel();

    [[nodiscard]] bool busy() const { return m_file != nullptr; }
    [[nodiscard]] int calls() const { return m_calls; }

Q_SIGNALS:
    void apiChanged();
    void changed();
    void finished(int calls, const QString &path);
    void refused(const QString &sentence);

private:
    void ask(const QString &cursor);
    void onPage(const Client::ApiAnswer &answer);
    void giveUp(const QString &sentence);

    Client::ApiClient *m_api = nullptr;
    std::unique_ptr<QFile> m_file; ///< Null: nothing runs.
    int m_calls = 0;
    int m_generation = 0;
};

} // namespace Frontdesk::Records
