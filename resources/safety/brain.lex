; Stroke signs, seizures, lost consciousness, dangerous headaches, sudden confusion.
@DROOP = droop*, sag*, crooked, lopsided, uneven, sliding, pulling, pulled, twisted, hanging, dropp*, to one side, melting, slack, lop sided, falling, fell,
  tilted, not moving, will not move, asymmetric*, sideways, half, one side, slumped, drawn, stuck, not even, fallen, frozen
@TALK = speech, talk, words, speak, speaking, talking, sentence, voice, said, saying
@GARBLED = slur*, garbl*, jumbl*, gibberish, nonsense, mumbl*, thick, mixed up, not coming out, not making sense, wrong words, not right, drunk, marbles,
  does not make sense, do not make sense, scrambled, mushy, funny, weird, word salad, all wrong, backwards, not come out, coming out wrong, slow, strange, off
@SHAKING = shaking, jerking, twitching, convuls*, stiffened, thrash*, flopping, stiff and, spasm*, quiver*
[brain.face_droops] medical
  @FACE ~4 @DROOP & ! rash, blister*, shingles, poison ivy, poison oak, pimple*, acne, cold sore*, tooth, toothache, dentist, mole, wart, freckle*, sinus, sunburn, stye, chapped
  half/side ..3 face ..6 numb*/droop*/not/will/paraly*/drop*/sag*/weak*/fell/down/frozen/different/funny
  smil* ..4 half/crooked/one/funny/weird/uneven/lopsided
  face ..3 numb
  drool* ..4 one/left/right_side
  eye ..2 droop* & @FACE/@TALK/@LIMB/@SUDDEN
[brain.one_side] medical
  left/right/one side ..6 @NUMB/@WEAK & ! wisdom/dental/dentist/filling
  @ONESIDE =arm/=leg/=hand/=foot/=arms/=legs ~4 @WEAK/numb & ! shoulder/frozen/rotator/carpal/cast/surgery/brace/sprain*/wrist/elbow
  @NUMB/@WEAK ..4 on/down ..2 @ONESIDE ..3 side/body
  @LIMB ..2 went/goes/gone/going/turned ..3 @NUMB/@WEAK/dead
  @LIMB ~3 @WEAK & @SUDDEN/@FACE/@TALK & ! shoulder/frozen/rotator/carpal/sleep*/workout/gym/exercis*
  can not ..2 move/lift/raise/feel ..5 @LIMB/side/body & @SUDDEN & ! shoulder/frozen/rotator/gym/workout/exercis*
  can not ..2 feel ..5 =legs/=leg/=arm/=arms/side/=feet/=hands/half/body/face & ! cold/freezing
  can not ..2 move ..3 half/body/=legs/=leg/one/left/right
  paralyzed & @PERSON/i
  one =leg/=arm/=hand ..5 not/will ..3 work/move/holding
  dragg* ..4 foot/leg
  half ..3 body ..5 @NUMB/@WEAK/not
  arm ..4 drift*
[brain.speech] medical
  slurr*
  slur ..3 words/speech
  @TALK ..5 garbl*/jumbl*/gibberish/nonsense/scrambled/mushy/slur*/wrong/mixed
  @PERSON/speech/words ..3 @TALK ..3 @GARBLED
  words ..4 not/wrong/mixed/backwards/funny/weird ..4 out/come/right/sense
  can not ..3 get ..2 words ..2 out
  words ..3 can not ..2 come/get
  can not ..2 find/form/say ..3 words
  @PERSON can not ..2 talk/speak/say & ! now/phone/long/english/loud/work/come
  @PERSON ..2 lost ..3 speech/speak
  suddenly ..4 can not ..2 talk/speak/see/walk/read/understand
  stopped talking/speaking ..5 mid/middle
[brain.balance] medical
  can not ..2 walk ..2 straight
  lost ..2 balance & @LIMB/@VISION/@TALK/@SUDDEN/@FACE
  seeing double & ! glasses/prescription
  double vision & @SUDDEN/@FAINT/@HEADACHE/@FACE
  @FAINT & double/slur*/can_not_walk/stagger*
  veer*/stagger*/stumbl* & @SUDDEN/@TALK/@FACE/@NUMB
  walking ..3 drunk & ! not
[brain.sight_lost] medical
  losing/loses/lose/loosing ..3 sight/vision/eyesight ..4 eye/eyes ..6 today/now/keeps/suddenly/morning/again
  keep/keeps ..2 losing ..3 sight/vision/eyesight
  can not see ..5 out ?of ..3 eye
  can not see ..2 anything/nothing
  suddenly ..4 can not ..1 see
  one/left/right eye ..5 black/dark/blind/gone/gray/grey
  lost ..3 vision/sight/eyesight
  went blind
  blind ..3 eye/sudden*
  vision ..4 gone/black/dark/blank/went/disappear*/curtain/half/tunnel
  curtain/shade/veil/shadow ..6 eye/vision
  flashes/flashing ..4 light ..8 floaters/curtain/eye
  everything ..2 went black/dark
[brain.stroke] medical event
  stroke & @PERSON/having/had/has/have/think/might/sign/signs/looks/another/maybe & ! stroke awareness, runs in, side, swim, golf, postage
  mini stroke
  t i a
  tia
  brain bleed/aneurysm
  aneurysm ..3 burst/ruptur*
[brain.stroke_now] medical happening
  having/think/might/maybe/could/signs/symptoms/like ..4 stroke & ! luck/genius/clinic/group/support
[brain.seizure] medical event
  having/had/has/threw/throwing/took ..4 =fit/fits ..14 minutes/groggy/never/shak*/twitch*/floor/drool*/stiff*/eyes & ! fit ..2 in, hissy, fit test*
  having/had ?a sees_her/caesar/seize_her
  having/had/has/another/went/going/first/new/keeps/kept/s/is/in ..3 seizure/seizures/convulsion
  seizure ..6 @JUSTNOW/@WONTSTOP/minutes
  seizing & ! opportunity/day/moment
  convuls*
  epilepsy/epileptic ..8 @WONTSTOP/@NOW/another
  grand mal
[brain.shaking] medical
  @SHAKING ~4 all_over/floor/uncontroll*/whole_body/eyes/everywhere/foam*/violently
  @CHILD/@KIN/he/she ..4 @SHAKING & eyes/floor/stiff/respond*/look/foam*/not
  eyes ..4 roll*
  rolled ..3 eyes ..3 back
  foam* ..5 mouth
  body ..3 stiff/rigid & @PERSON & eyes/respond*/jerk*/shak*
  staring ..3 space ..8 not/will
  biting/bit ..2 tongue & @SHAKING/seizure/floor
[brain.out] medical happening
  unconscious*
  unrespons*
  lost/losing/loses/loss ?of consciousness & ! years/once
  in and out of consciousness
  not conscious
  will_not/can_not/not/does_not/could_not/hardly/barely/hard/impossible ..3 wake
  can not ..3 get ..3 wake/up/respond/awake/talk & wake/respond*/sleep*/limp/talk_to_me/eyes/@CHILD
  can not ..2 get ..3 to respond/wake/open/look
  wake ..3 will_not/can_not
  will not come to
  not coming to
  not ..2 respond* & ! email/message/text/portal/calls/office
  no response & @PERSON
  out cold
  @PERSON ..4 still/knocked/is/been out & fell/faint*/hit/floor/pass*/minute
  knocked ..2 out/unconscious & ! teeth/tooth/park
  lifeless
  man/woman/guy/lady/person/patient/kid/somebody/someone down in/on/at/outside/by ..1 parking/floor/ground/lobby/lot/street/hall/hallway/bathroom/sidewalk/yard/stairs/driveway
  keeled over
  slumped
  face down ..5 floor/water/pool/bathroom
  on ..2 floor/ground ..6 not/will_not/can_not/does_not/out
  found ..4 on ..2 floor/ground/bathroom
  not moving & @PERSON & ! bowels/line/car/traffic
  @PERSON ..2 is_not/will_not/does_not ..1 moving/move & ! away/appointment/back
  drifting/fading/going in_and_out
  @PERSON ..3 fading/slipping ?away & @NOW/fast/breath
  dropped ..3 floor/ground/dead
  collaps* & ! deal/building/chair/market/tent/lung
  eyes ..3 open ..6 not/nobody/nothing ..3 there/respond*
  barely ..2 conscious/awake/alive/responding/moving
[brain.fainted] medical event
  pass out
  passed/passing out & ! flyers/papers/candy
  black out
  blacked/blacking out
  faint & @PERSON/i
  fainted/fainting
  going/about/gonna/almost/might ..3 pass/faint/black/collapse ?out
[brain.headache] medical
  worst ..3 headache
  headache ..5 worst/life/sudden*/thunderclap/explo*/lightning/hammer/bat/gunshot/never
  worst ..4 head ..3 hurt/pain
  @HEADACHE & @NUMB/@WEAK/slur*/@MUDDLED/stiff*/vision/blurry/double/bend/fever*/seizure & ! history, usual, same as ..2 always, like ..2 always, as i always, normal migraine
  thunderclap
  head ..3 going to ..2 explode & ! paperwork/work/noise/bills/kids/deadlines
  sudden* ..4 @HEADACHE
  @HEADACHE ..4 sudden*/came_on
  head ..3 hit ..3 hammer/bat
[brain.stiff_neck] medical
  @FEVER & neck ~3 stiff*/bend/hurts/rigid/move
  @FEVER & can not ..2 bend/move ..3 neck
  @FEVER & light ..3 bother*/hurt*/sensitiv*/bright
  chin ..3 chest ..5 can not & @FEVER/@HEADACHE
  neck ~3 stiff* & @HEADACHE/rash/light
  rash ..6 not ..2 fade/blanch/disappear/go ..4 glass/press*
  purple/red spots/dots/rash ..8 @FEVER/burning/sick/sleepy/limp
  purple spots ..5 all_over/leg/body
  meningitis & @NOW/think/@FEVER/@HEADACHE
[brain.sudden_confusion] medical
  @PERSON ..4 @MUDDLED & @SUDDEN/@FEVER/@WORSE/fine/infection/fell/fall/head/diabetic/sugar/vomit*/@SICK/shak*
  @PERSON ..4 does_not/did_not/can_not ..3 know/recognize/remember ..3 who/where/me/year/day/name/us
  @PERSON ..4 not ..2 making ..2 sense
  @PERSON ..4 talking ..3 nonsense/crazy/gibberish/head/dead
  not acting right/normal/like/himself/herself & pale/gray/@FEVER/fell/head/@SUDDEN/@SICK/@FAINT/weak
  delirious
  @PERSON ..4 incoherent/babbling
  suddenly ..3 @MUDDLED
[brain.legs_and_bladder] medical
  wet/peed/pooped/soiled ..2 myself/himself/herself/pants & back/legs/leg/numb*/feel
  can not feel ..3 pee/wipe/groin/crotch/bottom/saddle
  numb* ..5 groin/crotch/between ..1 legs/saddle/genital*/privates & ! dentist
  back ~4 pain/hurts/bad & can not ..3 pee/move ..1 legs/feel/walk & @SUDDEN/@NUMB/@WEAK/legs
  legs ..3 gave/giving out & back/numb*
@LIMB = hand, arm, fist, grip
[brain.lay_words] medical
  @LIMB ..2 quit/quits/stopped/stops/refus* ..2 working/moving/me/on/work
  @LIMB ~3 @WEAK & keep/dropping/cup/fork/phone/coffee/face/mouth/talk*/words/walk*/fell/leg
  numb*/weak*/tingl* ..5 back/again/spread*/up ..4 side/face/arm/leg & @NOW/stroke
  same side & numb*/weak*
  stroke*/tia ..8 and ..2 today/now/again ..4 @NUMB/@WEAK/numb*/weak*/droop*/slur*
  numb*/weak* ..3 is/are ..1 back
  coffee/water/food/drink/soup/spit/drool/cereal ..4 dribbl*/spill*/run*/drip*/fall* ..4 side/mouth/corner/chin
  mouth/eye/lip/face ..4 won't/will_not/can_not/not ..3 close/shut/move/smile/match/line/working
  lean*/listing/tipping/veering/drifting ..3 one/left/right ..1 side & @SUDDEN/walk*/can not/keeps/sits/standing
  @PERSON ..6 can not ..2 hold/find/use/pick/button/write/sign ..4 cup/fork/pen/name/phone/words/spoon/shirt & @SUDDEN/face/speech/weak*/drool*
  half ..3 world/vision/room/tv/plate ..4 gone/missing/black/dark
  can not ..2 read/understand/recognize ..4 suddenly/anymore/words/signs
  sound* ..2 drunk & not/never/has not/@SUDDEN/does not drink
  like ..2 drunk & has_not/never/not/no drink/@SUDDEN
  something ..3 popped/snapped/burst/exploded ..3 head
  pop* ..2 in ..1 head
  pain ..3 blinding
  blinding ..2 pain/headache
  neck ..4 stiff* & head/@HEADACHE/pain/light/@FEVER/vomit*/rash
  skull ..3 split*/crack*/open/explod* & @HEADACHE/pain/never/sudden*/worst/hurt*
  never ..5 headache/head ..4 this/like/so
  epilep* & back to back/another/three/two/@NUMB/not/ain't/come/still/again/long/minutes/longer
  back to back ..4 seizures/fits/ones
  #2-9 ..3 of them ..4 back to back/in a row & epilep*/seizure*/shak*
  shook/shakes/shaking ..2 all over/like ..2 leaf & minute*/eyes/star*/not/now/fell/floor/after
  shook/shaking/jerk*/twitch* ..8 star*/through/blank/limp/out/respond*/know/floor/bit/wet/pee*
  stiff* ..3 as ..2 board & @PERSON/eyes/shak*/fell
  eyes ..4 back in ..2 head
  come/came/coming ..1 round/around/to & not/has_not/will_not/still/epilep*/seizure*
  limp ..3 as ..2 rag/noodle
  just lying/laying/sitting there & not/won't/will not/nothing/star*/respond*/eyes
  shaking/shook/slapped/yelled/pinched ..3 him/her & nothing/not/won't/will not/no
  can not ..2 get ..3 off ..2 floor/bed/couch/chair & weak*/@PERSON/@SUDDEN/fell/legs
  dropped/went/fell/crashed ..2 like a ..1 rock/sack/stone/tree/ton
  hit ..1 floor/deck/ground & @SLEEPY/not/out/eyes/fainted/breath*/shak*
  went down ..4 not/hard/eyes/shaking/out/limp/like
  eyes ..3 glassy/fixed/rolled/rolling/open & @PERSON & not/no/shak*/talk*/breath*/respond*/fever
  pupil ..5 bigger/different/huge/uneven/size/blown
