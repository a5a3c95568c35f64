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
