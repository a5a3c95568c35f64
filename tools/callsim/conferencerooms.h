#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <map>

namespace Frontdesk::CallSim {

/// The rooms of `<Conference>`, in which calls meet. A room begins with its second guest and is gone with its last, or
/// when a guest leaves who ends it for all.
class ConferenceRooms final : public QObject {
    Q_OBJECT

public:
    /// A call in a room. Each function is called once at most, from the event loop.
    struct Guest {
        bool endsForAll = false;
        std::function<void()> talking;                  ///< Somebody else is there.
        std::function<void()> over;                     ///< The room ended around them.
        std::function<void(const QString &event)> tell; ///< Its status callback; may be empty.
    };

    void enter(const QString &room, const QString &callSid, Guest guest);
    /// Nothing when the call is in no room.
    void leave(const QString &callSid);

private:
    struct Room {
        std::map<QString, Guest> guests;
        bool began = false;
    };

    static void tell(const Room &room, const QString &event);

    std::map<QString, Room> m_rooms;
};

} // namespace Frontdesk::CallSim
