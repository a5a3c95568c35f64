; Who and when.
@KIN = husband, wife, spouse, partner, boyfriend, girlfriend, fiance*, roommate, neighbor, friend, coworker, boss, uncle, aunt, cousin,
  nephew, niece, grandma, grandpa, grandmother, grandfather, granny, nana, papa, pop, gran, brother, sister, mom, mother, mama, mommy, ma,
  dad, father, daddy, stepdad, stepmom, stepfather, stepmother, stepson, stepdaughter, patient, guy, man, woman, lady, resident, client, student,
  somebody, someone, mother in law, father in law, hubby, elderly, customer, passenger, teenager, teen
@CHILD = son, daughter, kid, child, children, baby, infant, newborn, toddler, grandson, granddaughter, grandbaby, grandkid, little one,
  little boy, little girl, boy, girl, preschooler, preemie, twin, #1-30 month old, #1-23 months old, #1-11 year old, #1-11 years old,
  #1-52 week old, #1-52 weeks old, #1-60 days old, #1-60 day old, kiddo, little guy, bub
@INFANT = newborn, infant, baby, preemie, #1-11 month old, #1-11 months old, #1-52 week old, #1-52 weeks old, #1-60 day old, #1-60 days old
@NEWBORN = newborn, preemie, #1-3 month old, #1-3 months old, #1-12 week old, #1-12 weeks old, #1-60 day old, #1-60 days old,
  is #1-12 weeks, at #1-12 weeks, only #1-12 weeks, about #1-12 weeks, just #1-12 weeks, baby #1-12 weeks, #1-90 days old, =1 month, =2 months, just born, brand new baby
@PERSON = he, she, they, @KIN, @CHILD
@WHO = i, we, @PERSON, it
@HIM = him, her, them, me, myself, himself, herself, @KIN, @CHILD
@NOW = now, today, tonight, this morning, this afternoon, this evening, right now, currently, at the moment, as we speak, just now, this second, again
@JUSTNOW = @NOW, last night, yesterday, overnight, an hour ago, half an hour ago, #1-59 minutes ago, #1-48 hours ago, a few hours ago,
  couple hours ago, couple of hours ago, few minutes ago, minutes ago, just, since this morning, since last night, since yesterday, earlier,
  woke up, all day, all morning, all night, since breakfast, since lunch, since dinner, since noon, since midnight, still, while ago
@SUDDEN = sudden*, all of a sudden, out of nowhere, out of the blue, just came on, came on fast, abrupt*, just started, all at once, @JUSTNOW
@WORSE = worse*, getting worse, bad, badly, severe*, awful, terribl*, horribl*, unbearable, intense, really hurts, excruciat*, extreme*, serious*,
  spreading, cannot take it, worst, brutal, crazy, insane
@WONTSTOP = will not stop, does not stop, not stopping, can not stop, can not get it to stop, will not quit, will not let up, will not slow down,
  not slowing down, nonstop, non stop, constant*, keeps coming, will not go away, does not quit, has not stopped, would not stop, is not stopping,
  did not stop, not letting up, will not clot, has not let up, has not quit, can not get it stopped, can not make it stop, still going
@SUDDEN = quit on me, just quit, first time, never happened before, out of no where, in a split second, within minutes, this instant, woke up like this, when he woke, when she woke, when i woke, came over me, hit me all at once, minutes ago, a minute ago, an hour, since morning
@JUSTNOW = minutes ago, #1-59 minutes, a minute ago, since lunch, since dinner, since morning, since midnight, is back, are back, came back, has come back, started up again, in the night, before i called, while i was, as i was
