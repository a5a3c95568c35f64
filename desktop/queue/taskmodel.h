#pragma once

#include "desktop/queue/tasklookup.h"
#include "desktop/queue/taskquery.h"

#include <QAbstractListModel>
#include <QSet>

namespace Frontdesk::Queue {

/// The queue as one desk sees it: all open tasks, filtered and sorted by urgency, then age. A search finds among all tasks
/// there ever were, open or completed: those that are here at once, the others when the service has answered.
///
/// While `holding` (somebody reads or points at the list) no row moves: changes appear in place, new tasks wait and
/// are counted in `arrivals`.
class TaskModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY filterChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    /// Request types with the names the reader knows them by, for the search.
    Q_PROPERTY(QVariantMap kindNames READ kindNames WRITE setKindNames NOTIFY kindNamesChanged)
    /// The service is being asked for more.
    Q_PROPERTY(bool looking READ looking NOTIFY lookingChanged)
    /// Why not all tasks were looked through; empty: they were.
    Q_PROPERTY(QString lookProblem READ lookProblem NOTIFY lookingChanged)
    Q_PROPERTY(QString requestType READ requestType WRITE setRequestType NOTIFY filterChanged)
    Q_PROPERTY(bool onlyMine READ onlyMine WRITE setOnlyMine NOTIFY filterChanged)
    Q_PROPERTY(bool holding READ holding WRITE setHolding NOTIFY holdingChanged)
    Q_PROPERTY(int arrivals READ arrivals NOTIFY countsChanged)
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY countsChanged)
    Q_PROPERTY(int inProgressCount READ inProgressCount NOTIFY countsChanged)
    Q_PROPERTY(int urgentCount READ urgentCount NOTIFY countsChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY countsChanged)

public:
    enum class Show { New, InProgress, Completed };
    Q_ENUM(Show)

    enum Role {
        TaskIdRole = Qt::UserRole + 1,
        NumberRole,         ///< `TASK-2026-0001`
        PatientNameRole,    ///< May be empty.
        CallbackNumberRole, ///< E.164
        RequestTypeRole,    ///< For example `appointment_scheduling`.
        PriorityRole,       ///< `normal`, `urgent` or `emergency`
        StatusRole,         ///< `pending`, `in_progress` or `completed`
        WishRole,           ///< Day, time and reason in the caller's words.
        EscalationReasonRole,
        FlaggedRole,
        AssigneeNameRole,
        MineRole, ///< This desk's person has it.
        NoteCountRole,
        ApprovalStateRole,
        CreatedAtRole,
        DueAtRole,
    };

    /// While more is typed, the service is not asked yet.
    static constexpr Milliseconds TypingPause{200};

    TaskModel(Client::ApiClient &api, Scheduler &scheduler, QObject *parent = nullptr);

    /// All open tasks at once; completed ones that were already loaded stay.
    void replaceAll(const std::vector<TaskRow> &rows);
    void upsert(const TaskRow &row);
    void clear();
    void setUserId(const QString &id) { m_userId = id; }

    [[nodiscard]] const TaskRow *find(const QString &id) const;
    [[nodiscard]] const TaskRow *at(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &id) const;
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;

    /// Puts everything in its place, also while holding.
    Q_INVOKABLE void settle();

    [[nodiscard]] Show show() const { return m_show; }
    void setShow(Show show);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &text);
    [[nodiscard]] QVariantMap kindNames() const { return m_kindNames; }
    void setKindNames(const QVariantMap &names);
    [[nodiscard]] bool looking() const { return m_lookup.running(); }
    [[nodiscard]] QString lookProblem() const { return m_lookup.problem(); }
    [[nodiscard]] QString requestType() const { return m_requestType; }
    void setRequestType(const QString &type);
    [[nodiscard]] bool onlyMine() const { return m_onlyMine; }
    void setOnlyMine(bool only);
    [[nodiscard]] bool holding() const { return m_holding; }
    void setHolding(bool holding);

    [[nodiscard]] int arrivals() const { return m_arrivals; }
    [[nodiscard]] int count() const { return int(m_shown.size()); }
    [[nodiscard]] int pendingCount() const { return m_pending; }
    [[nodiscard]] int inProgressCount() const { return m_inProgress; }
    [[nodiscard]] int urgentCount() const { return m_urgent; }
    [[nodiscard]] bool loaded() const { return m_loaded; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void filterChanged();
    void holdingChanged();
    void countsChanged();
    void kindNamesChanged();
    void lookingChanged();
    /// A task as the service now knows it, whoever changed it.
    void rowChanged(const QString &id);

private:
    using RowPointer = std::shared_ptr<TaskRow>;

    [[nodiscard]] static Show placeOf(const TaskRow &row);
    [[nodiscard]] bool fits(const TaskRow &row) const;
    [[nodiscard]] std::vector<RowPointer> wanted() const;
    [[nodiscard]] int positionOf(const TaskRow &row) const;
    void count(const TaskRow &row, int step);
    void refilter();
    void place(const RowPointer &row);
    void look(Milliseconds pause);
    void onFound(const std::vector<TaskRow> &rows);

    TaskLookup m_lookup;
    QHash<QString, RowPointer> m_all;
    std::vector<RowPointer> m_shown;
    QString m_userId;
    QString m_search;
    TaskQuery m_query;
    QSet<QString> m_found; ///< What the service found for it, also by other spellings.
    QVariantMap m_kindNames;
    QString m_requestType;
    Show m_show = Show::New;
    int m_arrivals = 0;
    int m_pending = 0;
    int m_inProgress = 0;
    int m_urgent = 0;
    bool m_onlyMine = false;
    bool m_holding = false;
    bool m_loaded = false;
};

} // namespace Frontdesk::Queue
