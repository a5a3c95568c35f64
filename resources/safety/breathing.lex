; Breathing: cannot, stopped, blue, too fast, not enough oxygen.
@AIR = breath, breathe, breathing, air, oxygen
@HARDTO = can not, could not, can hardly, can barely, hardly, barely, trouble, difficulty, difficult*, hard, struggl*, problem*, issue, labored,
  fight*, having a hard time, tough, unable, scarcely, not able, straining, working, effort, laboring, rough time, panting
[breathing.nose_only] mask
  breath ..3 through ..2 nose/nostril*
  nose ..4 can not breath
  breath ..2 out of ..2 nose
[breathing.exercise_only] mask
  out of breath ..5 ran/run/jogging/hurrying/rushing
  ran/running/rushed ..6 out of breath
  take ..2 breath away
  let/lemme me catch ..1 breath
  waste ..2 breath
  hold/holding/held ..1 breath ..4 waiting/until/for
  save ..1 breath
[breathing.cannot] medical
  @HARDTO ..4 through/finish/say/get_out ..3 sentence/sentences/word/words ..8 air/breath/breathing/winded/stopping/stop/gasp*
  stop*/pausing/pauses ..3 for/catch ..2 air/breath & sentence/words/talk*/stairs/bathroom/rest
  @HARDTO ..4 =breath/breathe/breathing
  =breathing ..3 @HARDTO
  breathing ..2 hard/heavy/heavily/funny/weird/fast/rapid*/shallow*/slow/noisy/loud/weirdly/strange/raspy/ragged/quick/bad/badly/wrong
  breathes/breathing ..4 like ..3 dog/marathon/#30-120
  breathing ..4 #32-120 ?times
  breath ..4 #35-120 times
  not breathing
  is_not/does_not ..3 breath ..2 right/well/good/normal*/much
  do_not/does_not think ..3 is breathing
  stopped/quit/stops/forgets ..1 breathing
  breathing ..2 stopped/stops/worse
  short of/on breath/air
  shortness of breath
  out of breath
  breathless
  can not ..4 catch ..2 breath
  can not ..4 get ..4 air/breath/oxygen
  not ..2 getting ..3 air/oxygen
  need ..1 air & @PERSON/i/@HARDTO
  gasp ..3 air/breath
  gasp
  suffocat*
  smothering & ! mother
  lungs ..4 closing/collapsed/filling/fluid/clos*/giving/burning
  fluid ..2 lungs & @NOW/@HARDTO/@BREATHLESS
  air hunger
  hyperventilat*
  winded ..4 sitting/resting/walking/talking/doing/across
  can not ..3 lie/lay/lying ..2 flat ..6 breath
  breath ..6 can not ..2 lie/lay flat
  like ..2 drowning & @PERSON/i/water/breath/chest & ! paperwork/bills/work/email*/debt
  breathing through ..2 straw
  turning/turned/going/went blue/purple/gray/grey
  hungry/starving for air
  respiratory distress/failure/arrest
  last breath & @PERSON & ! watching
  death rattle/agonal
  can not ..3 finish/complete ..3 sentence
  only say/get ..5 words ?at ?a ?time ..4 breath
  @HARDTO ..3 talk & @AIR/wheez*
  chest/ribs/belly/stomach/throat/neck ..4 sucking/sucks/caving/pulling/retract* ..2 in/when/breath
  sucking in ..4 ribs/chest/breath
  squeak*/whistl*/barking/grunt*/crowing/rattl*/raspy/high_pitch* ..6 breath
  breath ..5 squeak*/whistl*/grunt*/crow*/rattl*
  grunting & @CHILD
  stridor
  croup & @HARDTO/@AIR/blue/drool*/stridor
[breathing.blue] medical
  nail/finger/fingertip/toe ~4 blue/bluish/purple/purplish/dusky/gray/grey & ! infected/stub*/jam*/slam*/smash*/fungus/door/polish/paint/bruise/marker/drop*/shut/smelly/volleyball/basketball
  lip/face/mouth/skin/tongue/he/she/baby ~4 blue/bluish/purple/purplish/dusky/gray/grey & ! paint/polish/bruise/marker/candy/lollipop/popsicle/eyes/slush*
[breathing.wheeze_bad] medical
  wheez* & @WORSE/@HARDTO/@NOW/@WONTSTOP/loud*/terrible/lot/inhaler/nebulizer/talk/ribs
  asthma ..4 attack
  asthma ~6 @WORSE/flare* & @NOW/@HARDTO/wheez*/inhaler
  inhaler/nebulizer/rescue/breathing_treatment/albuterol ..4 not/nothing ..3 work/help/doing/touch*/kick*
  inhaler/nebulizer/rescue/albuterol ..6 not/nothing & @NOW/@HARDTO/@AIR & ! not need it, backup, spare, counter, puffing, spraying
  used/using ..3 inhaler ..4 #4-40 times
  oxygen ..3 tank/concentrator/machine ..4 empty/out/ran/died/broke*/stopped/quit/low
  lost power ..6 oxygen
[breathing.wheeze] urgent
  wheez*
[breathing.oxygen_number] medical
  oxygen/sat/sats/saturation/o2/spo2/ox/oximeter/stats ~7 #40-89 & ! appointment/dollars
  oxygen/sat/sats/saturation ..4 low/dropping/dropped/tanking/crashing/falling
  sats/oxygen ..5 in the #50-89
  sats/oxygen/ox/saturation/finger_thing ..6 eighties/seventies/sixties
  drop*/number ..3 #50-88 ..3 oxygen
  number ..4 #50-88 & oxygen
[breathing.lodged] medical happening
  inhaled/breathed ..4 smoke/fumes/chlorine/gas/chemical/peanut/bead/bleach
  smoke inhalation
[breathing.lay_words] medical
  getting no ..1 air
  not getting ..2 air
  turn/turned/turning/going/gone/went ..2 blue/purple/gray & lips/face/he/she/baby/i/finger*/toilet/breath* & ! hair/water/litmus/sky/paint/dye/out_of
  stop/pause/rest ..4 get/catch/for ..2 air/breath ..1 & talk*/words/say/walk*/between/sentence/every
  stop/pause ..2 and ..1 get/catch ..2 air/breath
  words ..6 air/breath/breathe & few/couple/between/one/two/time/before
  few/couple/two/one ..2 words ..2 at a time
  sit/sitting/prop*/stand ..3 up ..5 breathe/breathing/breath
  can not ..4 sleep ..6 breathe/breath
  air ..3 will not/not/can not ..2 go/going/come/get/getting
  can not ..2 fill ..3 lungs
  lungs ..4 not/will not/quit/stopped ..2 work/open/working/fill
  breath*/chest ..4 marathon/mile/fish/pug/freight train/steam engine/dog
  belly/tummy/stomach/chest/ribs ..3 pump*/heav*/suck*/going in ..4 breath*/out/fast/in
  nostril* ..3 flar*
  neck ..4 suck*/pull* ..3 in/breath
  can not ..3 even ..2 talk/walk/cry ..6 breath/breathe/breathing
  too out of breath to
  breath ..2 getting/coming ..2 shorter/harder/worse/short gasps/in
  every breath ..4 hurt*/stab*/knife/harder/whistle*/rattle*
  worse ..3 breath/breathing
  breathing ..3 changed/worse/different/off/struggl* & @NOW/baby/@PERSON
  long pauses ..4 breath*
  pauses ..3 between breaths
  gurgl* & breath*/throat/chest/lungs
  pink/frothy ..3 foam/sputum/spit
  color ..4 off/gone/bad/blue/gray & breath*/baby/lips
