#include "tools/callsim/conferencerooms.h"

#include <algorithm>

namespace Frontdesk::CallSim {

void ConferenceRooms::tell(const Room &room, const QString &event)
{
    for (const auto &[callSid, guest] : room.guests) {
        if (guest.tell) {
            guest.tell(event);
            return; // Twilio takes the callback of the first who named one.
        }
    }
}

void ConferenceRooms::enter(const QString &name, const QString &callSid, Guest guest)
{
    Room &room = m_rooms[name];
    room.guests.insert_or_assign(callSid, std::move(guest));
    if (room.guests.size() < 2 || room.began) {
        return;
    }
    room.began = true;
    tell(room, QStringLiteral("conference-start"));
    for (const auto &[sid, inRoom] : room.guests) {
        QMetaObject::invokeMethod(this, inRoom.talking, Qt::QueuedConnection);
    }
}

void ConferenceRooms::leave(const QString &callSid)
{
    const auto found = std::find_if(m_rooms.begin(), m_rooms.end(),
                                    [&](const auto &room) { return room.second.guests.contains(callSid); });
    if (found == m_rooms.end()) {
        return;
    }
    Room &room = found->second;
    const auto left = room.guests.extract(callSid);
    if (!room.guests.empty() && !left.mapped().endsForAll) {
        return;
    }
    tell(room, QStringLiteral("conference-end"));
    for (const auto &[sid, guest] : room.guests) {
        QMetaObject::invokeMethod(this, guest.over, Qt::QueuedConnection);
    }
    m_rooms.erase(found);
}

} // namespace Frontdesk::CallSim
