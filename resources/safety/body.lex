; Parts of the body and what they can feel.
@PAIN = pain*, hurt*, ache, achy, aching, agony, throb*, cramp*, discomfort, sting, sore, soreness, burn, killing me, killing him, killing her,
  tender*, stabbing, =sharp, twinge, spasm, ouch, on fire, tearing
@PRESSURE = pressure, tight*, squeez*, heavy, heaviness, crush*, weight, elephant, vise, clench*, gripp*, constrict*, caving in, brick,
  someone sitting, something sitting, somebody sitting, standing on, band around, fullness, compress*, pressing, weird feeling, funny feeling,
  truck parked, cinder block, anvil, boulder, ton of bricks
@CHEST = chest, breastbone, breast bone, sternum, ribcage, rib cage, left breast, thorax
@ARM = =arm, =arms, forearm, elbow, shoulder
@JAW = jaw, teeth, neck, throat
@LIMB = =arm, =arms, =leg, =legs, =hand, =hands, =foot, =feet, fingers, limb
@ONESIDE = left, right, =1, whole, entire, half
@FACE = face, mouth, smile, smiling, cheek, eyelid, lip
@BELLY = stomach, belly, abdom*, tummy, gut, tum, midsection, lower right, right side, flank, bowel
@HEADACHE = headache, head ache, migraine, head hurts, head is pounding, head is killing, head pain, pain in head
@NUMB = numb*, tingl*, tingly, pins and needles, no feeling, lost feeling, fell asleep and
@WEAK = weak*, limp, paraly*, dead, heavy, useless, floppy, will not move, can not move, can not lift, can not raise, can not feel, can not use,
  will not work, stopped working, not working, gave out, giving out, does not work, will not cooperate, dropping things, can not grip, can not hold,
  drifting down, dragging, hanging there, does not move, not moving, will not lift, went out, gone to sleep, will not do what
@SWEATY = sweat*, clammy, cold sweat, gray*, grey*, ashen, pale, pasty, drenched, white as a sheet, waxy, ghost white, white as a ghost
@SICK = nause*, throw* up, threw up, vomit*, puk*, sick to my stomach, sick to his stomach, sick to her stomach, queasy, upchuck*, barf*, retch*,
  keep anything down, keep nothing down, hold anything down, heaving, tossing cookies, losing lunch, being sick
@FAINT = faint*, lightheaded, light headed, dizz*, woozy, pass out, black out, keel over, collaps*, going to go down, seeing stars, room spinning,
  room is spinning, everything is going dark, everything went dark, about to drop, unsteady, can not stand up, swoon*, head rush
@BREATHLESS = short of breath, shortness of breath, breathless*, out of breath, can not breathe, hard to breathe, trouble breathing,
  difficulty breathing, struggling to breathe, gasp*, wheez*, can not catch breath, can not get air, winded, can not get enough air, panting,
  breathing hard, breathing fast, breathing heavy, breathing funny, huffing
@FEVER = fever*, burning up, temperature, temp, temps, hot to the touch, feverish, high temp, running hot, febrile
@SLEEPY = lethargic, sleepy, drowsy, hard to wake, won't wake, can not wake, not waking, will not wake up, out of it, listless, groggy, limp,
  floppy, droopy, unresponsive, barely awake, barely responding, not responding, zoned out, glassy, not herself, not himself, not acting right,
  acting weird, acting strange, acting funny, acting off, will not stay awake, keeps falling asleep, nodding off, can not stay awake, so tired, loopy
@MUDDLED = confus*, disorient*, delirious, not making sense, not making any sense, out of her head, out of his head, talking crazy,
  talking nonsense, incoherent, babbling, rambling, does not know where, does not know who, does not know what year, does not know what day,
  does not recognize, did not recognize, did not know who, did not know where, can not remember his, can not remember her, seeing things,
  hallucinat*, talking gibberish, out of it, mumbling, talking funny, not there, in a fog, does not know me, hearing things, acting drunk
@VISION = vision, eyesight, sight, see
@BLOOD = blood, bleed, bleeding, bled, hemorrhag*, bloody
@LOTS = lot, lots, ton, heavy, heavily, heavier, bad, badly, profuse*, everywhere, gush*, pour*, spurt*, squirt*, pool*, soak*, through, pump*,
  too much, so much, nonstop, severe*, uncontroll*, stream*, spray*, dripping fast, drench*, all over, bucket, huge, massive, fast, hard, steady
@SWEATY = drenched, soaked in sweat, pouring sweat, dripping sweat, dripping with sweat, sweat pouring, sweat is pouring, sweat dripping, sweating through, sweat through, soaked through his shirt, wringing wet, beads of sweat, cold and wet, cold and clammy,
  no color, lost his color, lost her color, lost all color, color drained, the color of, chalk*, yellowish gray, gone white, went white, turned white, turning white, white as paper, damp and cold
@FAINT = woozy, wobbly, going to fall over, might fall over, legs like jelly, legs are jelly, legs buckl*, knees buckl*, knees gave, head is swimming, swimming head, everything is spinning, spinning, tunnel vision, greying out, graying out, going gray, fading, about to go down, blacking out, passing out, can not stay upright, can not stand without, whole room
@SLEEPY = wants to sleep, just wants to sleep, only wants to sleep, wanting to sleep, keeps sleeping, staring through, staring at nothing, blank stare, staring blankly, looks through, looking through, will not look at, not looking at, not tracking, eyes half open, half open, not come round, not come around, has not come around,
  come round between, come around between, like a rag doll, rag doll, floppy, hard to rouse, can not rouse, hard to get up, sleeping too much, dozing off, drifting off, slow to answer, takes forever to answer, not answering me, will not answer me, not talking, stopped talking, quit talking, glazed, vacant, dopey, sluggish, spaced out, like he is drunk, like she is drunk, out like a light
@MUDDLED = talking goofy, talking silly, talking weird, talking strange, talking out of, talking wrong, talking backwards, talking to people, talking to nobody, talking to the wall, saying weird, saying strange, saying things that make no, makes no sense, make no sense, no sense, not making a lick of sense, wrong name, does not know his, does not know her, does not know what,
  can not tell me what year, can not tell me what day, can not tell me where, tell me what year it is, what year it is, does not know the year, asking the same, asks the same, keeps asking, same question over, same thing over and over, over and over again, wandering, walking into the wall, walking into walls, walking into things, bumping into, shoes on wrong, picking at the air, picking at, seeing bugs, seeing people, thinks i am, thinks it is, thinks she is, thinks he is,
  lost in his own house, lost in her own, does not know how, forgot how to, mind is gone, mixed up, out of his mind, out of her mind, not with it, not all there, not right in the head, goofy, loopy, foggy, has no idea where, has no idea who, can not follow, staring
@NUMB = numbness, dead feeling, feels dead, can not feel, no sensation, asleep feeling, prickly, buzzing down
@WEAK = quit working, quits working, will not grip, keep dropping, keeps dropping, dropped everything, dropping the phone, dropping his fork, dropping her fork, dropping her cup, dropping his cup, will not hold, like jelly, like lead, like dead weight, dead weight, like a noodle, like spaghetti, like a wet noodle, refuses to move, can not squeeze, will not squeeze, will not listen, not doing what, will not do anything, just hangs, hanging limp, does nothing, got nothing in, no strength, lost strength, lost the use, lost use
@PRESSURE = parked, sat on, sitting on, stepped on, standing on, squashed, squish*, gripping, fist, strap, belt around, bear hug, somebody grabbing, being grabbed, stomped, wringing, knot, wrung
@PAIN = killing, stabbed, knifed, like a knife, knife like, hot poker, ripping, ripped, shooting pain, gnawing, excruciat*
@CHEST = ribs, middle of my ribs, under my ribs, rib, heart area, left side of my chest, front of my chest
@BREATHLESS = stop and get air, stop to breathe, stop for air, stopping for breath, can not fill, fighting for air, fighting for breath, fighting to breathe, sucking wind, sucking air, sucking for air, hauling for breath, pulling for air, breath is short, breath gets short, can not breath, no air, not enough air, breathing quick, breathing real fast, breathing shallow, trouble getting air, trouble catching, heaving for breath
@BLOOD = bright red, dark red
@FEVER = burning hot, on fire hot, hot as, #100.4-108 fever, boiling hot
@SWOLLEN = swelled way up, swelled up, swollen up, swole, twice its size, twice the size, twice normal, fat lip, thick, shut, like a balloon, bigger and bigger, blew up, filling up, getting bigger
