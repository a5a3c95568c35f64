#include "tests/benchmarks/speech/emergencies.h"

namespace Frontdesk::Benchmarks {

const std::vector<const char *> &emergencies()
{
    static const std::vector<const char *> all{
        "i have a crushing pain in my chest",
        "my chest feels really tight and my left arm is tingling",
        "my dad just collapsed in the kitchen",
        "she fell down and now she won't wake up",
        "my husband can't move his right side",
        "his face looks crooked and he can't talk",
        "my son is choking on a piece of food",
        "the baby is turning blue",
        "i can't catch my breath",
        "he stopped breathing a minute ago",
        "i cut my hand and the blood won't stop",
        "i'm bleeding a lot and i'm pregnant",
        "my daughter swallowed a whole bottle of pills",
        "i took too many of my pills",
        "my little boy drank some cleaning fluid",
        "i want to kill myself",
        "i don't want to be alive anymore",
        "i have a gun and i'm going to end it",
        "my husband is hitting me and i'm scared",
        "somebody is trying to break into my house",
        "my throat is swelling up and i can't swallow",
        "i got stung by a bee and my tongue is swelling",
        "i'm throwing up blood",
        "my wife is having a seizure right now",
        "i think i'm having a stroke",
        "i have the worst headache of my life and i can't see",
        "my mom has been in a car accident and she is not moving",
        "he was shot in the leg",
        "she is unconscious and she's barely breathing",
        "my heart is pounding and i feel like i'm going to die",
        "my grandfather fell and hit his head and he is confused",
        "my water broke and the baby is coming",
        "there's so much blood please hurry",
        "my baby has a high fever and is shaking",
        "he is not responding when i talk to him",
        "please send an ambulance to my house",
    };
    return all;
}

const std::vector<const char *> &ordinaryTurns()
{
    static const std::vector<const char *> all{
        "i would like to come in next week for a checkup",
        "can you tell me when you open tomorrow",
        "i need to move my appointment to another day",
        "my knee has been a little sore for a month",
        "do you have anything free on thursday afternoon",
        "i'm calling to make an appointment for my daughter",
        "could someone call me back about my bill",
        "i think i left my umbrella in your waiting room",
        "it's for a flu shot",
        "my son needs a physical for school",
        "i want to cancel my appointment on monday",
        "what insurance do you accept",
        "is there parking near the office",
        "i have had a cold for a few days",
        "no that's everything thank you very much",
        "my number is five five five zero one seven two",
        "any time in the morning would be great",
        "i'd like to see the same doctor as last time",
    };
    return all;
}

} // namespace Frontdesk::Benchmarks
