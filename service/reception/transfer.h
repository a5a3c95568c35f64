#pragma once

#include "shared/core/clock.h"

#include <QString>

namespace Frontdesk::Reception {

/// One attempt to connect a caller with a person at the clinic, as a pure state machine.
///
/// The caller's call waits on hold and asks, again and again, what is next; it is moved by the answers alone. What the
/// clinic's phone does arrives as events. Orders to the phone network only make things faster: each may fail or be
/// lost, and the next question is still answered rightly. Nobody is joined with a caller without having pressed a key.
class Transfer {
public:
    enum class State {
        Calling,    ///< The phone network was asked to ring the clinic.
        Uncertain,  ///< It did not say whether it does.
        Ringing,    ///< The clinic's phone rings.
        Announcing, ///< Somebody, or something, answered and hears what it is about.
        Accepted,   ///< A person pressed the key.
        Joining,    ///< The caller is on the way to that person.
        Talking,
        Direct, ///< The caller's own call rings the clinic's line.
        Failed, ///< Nobody took it.
        Over,   ///< They talked.
    };
    enum class Failure { None, NoAnswer, Busy, Voicemail, Declined, StaffHungUp, CallerLeft, TooLate };

    /// What the caller's call is told when it asks.
    enum class Next { Wait, Join, RingDirectly, NobodyTook };

    /// What to ask of the phone network.
    struct Orders {
        bool hurryCaller = false; ///< Let the caller's call ask now.
        bool endStaffCall = false;
    };

    /// How the clinic's phone fares.
    enum class StaffCall { Rings, Answered, Busy, NoAnswer, Unreachable, Over };

    /// `ringTime`: how long the clinic's phone is rung.
    Transfer(Instant now, Milliseconds ringTime);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Failure failure() const { return m_failure; }

    Orders staffCallMade(Instant now);
    /// `mayRing`: the phone network may have done it all the same.
    Orders staffCallRefused(Instant now, bool mayRing);
    Orders staffCallIs(StaffCall is, Instant now);
    /// The clinic's phone was picked up and asks what to say. False: nothing any more.
    bool staffAsks(Instant now);
    /// False: too late, or not the accepting key.
    bool keyPressed(const QString &keys, Orders &orders);
    Orders machineAnswered();

    /// Both are in one room.
    void talkBegins();
    Next callerAsks(Instant now, Orders &orders);
    /// The caller's call left the room. True: they talked.
    bool talkEnds();
    Orders callerLeft();

    static constexpr char AcceptKey[] = "1";
    /// After an uncertain answer the clinic's phone rings within this time or not at all.
    static constexpr Milliseconds UncertainFor{6'000};
    /// The announcement, twice, and time to press.
    static constexpr Milliseconds LongestAnnouncement{45'000};
    /// For the phone network to tell that ringing was over.
    static constexpr Milliseconds RingSlack{8'000};

private:
    Orders fail(Failure failure);
    [[nodiscard]] bool isOpen() const;
    void rings(Instant now);

    Milliseconds m_ringTime;
    State m_state = State::Calling;
    Failure m_failure = Failure::None;
    Instant m_patienceEnds;
};

[[nodiscard]] QString transferFailureName(Transfer::Failure failure);

} // namespace Frontdesk::Reception
