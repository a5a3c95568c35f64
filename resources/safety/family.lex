; Pregnancy and birth, babies and children, infection, belly, pain, and emergencies named as such.
@PREGNANT = pregnan*, #4-43 weeks along, #4-43 weeks pregnant, full term, am #4-43 weeks, is #4-43 weeks, at #4-43 weeks, only #4-43 weeks, about #4-43 weeks, almost #4-43 weeks, at like #4-43 weeks, wife is like #4-43 weeks, ob, #2-9 months pregnant, #2-9 months along, trimester, expecting a baby, due in, preggo, carrying twins,
  in labor, my ob, baby bump, gestat*, with child, due date
@PREGTROUBLE = bleed*, blood, @HEADACHE, blurr*, spots, vision, contraction*, water broke, leaking, leak, gush*, faint*, dizz*, passed out, fell, fall, accident, fever*, seizure, @BREATHLESS,
  severe*, sharp, terrible, bad pain, cramp*, swell*, swollen, not moving, not felt, can not feel, not kick*, stopped moving, stopped kicking, hit, upper right, clots, chest, pass out, right shoulder, excruciat*
@BADCHILD = limp, floppy, blue, gray, grey, mottled, lethargic, unresponsive, not responding, hard to wake, will not wake up, won't wake, not waking, can not wake, jerking, seizure, grunting, not breathing,
  stiff neck, bulging, sunken, purple spots, not drinking, inconsolable, can not console, will not stop crying, screaming for hours, stopped crying, dehydrat*, no tears, glassy, twitching, stiff
[pregnancy.danger] medical happening
  @PREGNANT & @PREGTROUBLE & ! appointment ..4 ultrasound/history/last_pregnancy/not_bleeding
  #4-43 weeks & @PREGTROUBLE & ! in/for/past/last/every/after/within/of/next/ago/since/the ..1 #1-43 weeks, #1-43 weeks ..2 ago/after/since/post/out/later/old/now
  fluid/water/waters ..6 green/brown/greenish/meconium & term/pregnan*/weeks/due/labor
  cramp*/tighten*/pains/belly ..6 regular/apart & not_due/due/weeks/pregnan*/months_early/months_along
  water ..2 broke/broken/breaking
  waters ..2 broke/gone
  contraction* ..6 #1-15 minutes/apart/every/minutes/close/strong
  contraction* & weeks/early/#20-36/months
  in labor & ! nurse/work/union/delivery_tour
  going into labor
  baby ..3 coming/crowning/out & labor/contraction*/pregnan*/push*/head/now/birth/bathroom/toilet
  baby is coming
  baby ..3 head ..3 out/showing/see
  crowning
  can see ..3 head & baby/push*
  need/urge/have ..2 push & ! appointment/back/button/press/out/date/through
  cord ..4 out/neck/hanging/prolaps*
  baby ..5 not/stopped/less/has_not/have_not ..3 mov*/kick* & ! bowels/arm/leg/appointment
  not/have_not/has_not/can_not ..3 felt/feel ..4 baby/him/her ..3 move/kick & pregnan*/weeks/baby
  less/no/decreased/fewer movement/kicks & baby/pregnan*/weeks
  miscarr* & having/think/now/today/bleed*/might/going/cramp*/pain & ! last/ago/spring/summer/previous/history
  ectopic
  placenta*  & bleed*/pain
  preeclampsia & @HEADACHE/vision/swell*/spots/now/pain
  had/gave/delivered ..3 baby/birth/c_section/twins ..8 #1-14 days/weeks & soak*/clots/fever/headache/chest/breath/faint*/bleed*/swollen/seizure/vision
  postpartum/after_birth/after_delivery/since_delivery/c_section & soak*/clots/fever/headache/chest/breath/faint*/hemorrhag*/seizure/vision/gush*/pus
  miscarriage/d_and_c/abortion & soak*/clots/heavy/heavily/fever/faint*/through/everything
[infant.fever] medical
  @NEWBORN & @FEVER
  @NEWBORN & #100.4-108 & ! dollars/street/main
  @INFANT & #103.5-109
  @CHILD & #104.8-110
  fever/temp/temperature ..6 #104.8-110
  @FEVER ..6 #104-110 & @CHILD/@SICK/@SLEEPY
  @NEWBORN & temp* ..5 #90-97
[infant.danger] medical happening
  @CHILD/he/she ..8 @BADCHILD & @CHILD/fever*/@INFANT/crib/bottle/diaper & ! i can not stop crying, lost ..1 baby, have ..1 baby
  @INFANT & @BADCHILD
  @CHILD & @FEVER & @SLEEPY/@BADCHILD/@MUDDLED/spots/breath/seizure/stiff
  soft spot ..5 bulg*/sunk*/swollen/sticking
  fontanel*
  wet diaper ..5 since/in/all/today/hours & no/not/hasn't/haven't/without/any/last & @CHILD/he/she/day/hours/night/since
  no/not/hasn't ..3 wet diaper
  not/no/has_not/have_not ..4 pee*/urinat* & @CHILD & @SICK/hours/day/since/dry
  @NEWBORN ..8 not/will_not/refus*/stopped ..3 eat*/nurs*/feed*/bottle/latch*/drink*/suck*
  @NEWBORN & will_not/not/hard ..3 eat/nurse/feed/wake/latch
  @INFANT ..8 not/will_not/refus* ..3 eat*/nurs*/feed*/drink* & sleepy/fever/limp/diaper/weak/@SICK/day/hours
  @INFANT ..8 green/bile/projectile/forcefully ..4 vomit*/throw*/spit*
  @INFANT ..8 vomit*/throw*_up/throwing ..5 green/bile/blood/projectile
  @INFANT ..8 cry*/scream* ..5 hours/nonstop/@WONTSTOP/inconsol*/weird/high_pitch*/different
  @CHILD ..5 so/too/really/very/super ..2 sleepy/lethargic/tired/weak ..8 can_not/will_not/talk/wake/eyes/drink
  @CHILD ..8 screaming ..4 pain & belly/stomach/testicle/head/jelly/@WONTSTOP
  shook/shaken/shaking ..2 baby & ! hand
  jelly ..3 stool/poop
  yellow/jaundice* & @NEWBORN & sleepy/eat*/wake/fever/lethargic/nurs*
  @CHILD ..6 lock* ..3 car
  @CHILD ..6 dehydrat*
  @CHILD ..8 fever* ..8 #5-14 days
[infection.blood] medical happening
  sepsis/septic
  fever*/chills/temp/temperature/#100.4-107 & chemo*/transplant/immun*/neutropen*/port/leukemia/lymphoma/spleen/central_line/picc/dialysis & ! flu shot
  fever*/#101-107 & surgery/incision/operation/postop & shak*/chills/pus/red/confus*/worse/#102-107/hot/streak*/days
  fever*/temp/infection/burning_up & @MUDDLED/slur*/rigor*/mottled/@FAINT/fast_heart
  red_streak*/line* ..6 arm/leg/up/foot/hand/spreading
  streak* ..4 up/spreading ..3 arm/leg
  shak* ..3 chills & @FEVER/infection/catheter/kidney/wound/@MUDDLED/can_not
  rigors
  shaking_so/uncontroll*/violently ..4 bad/hard/fever/cold & @FEVER
  flesh eating
  infection ..4 spreading/blood & fever/@NOW/fast/streak*/chills
  skin/wound/incision/leg ..4 black/dead/rotting/crackl*
[belly.acute] medical
  @BELLY ~5 excruciat*/unbearable/rigid/rock/severe*/agony/worst/doubled/double/board/tearing/ripping/stabbed
  worst/severe/terrible/horrible/excruciating/unbearable/intense/awful ..3 @BELLY ..2 pain/cramps/ache
  @BELLY ~5 @PAIN & can not ..2 stand/walk/move/straighten/sit/sleep & ! standing long
  @BELLY ~5 @PAIN & doubled/curled/screaming/fetal/crying/writh*/rolling/sweating/pass_out/faint*/blood/gray/black
  lower right & @PAIN & fever*/vomit*/worse/@SICK/walk/jump/appendi*/sharp/bump/nause*
  appendi* & @NOW/think/burst/ruptur*/fever*/worse/pain & ! removed/out/years/had
  @BELLY ~4 hard/swollen/bloated/distend* & @SICK/fever*/pee/poop/gas/worst/severe*/rock/board
  not/can_not/have_not/unable/has_not ..4 pee/urinate/go ..4 day/hours/all/since/at & pain*/hurt*/swollen/belly/bladder/catheter/hours/day & ! #3-20 days, week, bowel, poop*, constipat*
  testicle ~5 @PAIN/swollen/twist*
  @PAIN ..4 testicle/balls/scrotum
  aneurysm & @PAIN/@FAINT/back/tearing/@NOW
  tearing/ripping ..4 back/chest/stomach/pain
  pulsat*/pulsing ..4 belly/stomach/abdomen
  hernia & @WORSE/hard/purple/black/@SICK/push/stuck
  erection ..6 #3-24 hours/hours/down
  kidney stone & fever*/vomit*/unbearable/screaming
  kidney stone & can not ..1 stand/sit/walk/move/pee/keep/take/stop/breathe
  throwing/vomit* ..4 poop/stool/feces
[pain.severe] medical
  worst pain ..5 life/ever/had/felt
  pain ..5 worst ..3 life/ever
  #10 out of #10
  pain ..4 #10 ?out
  excruciat*
  unbearable & pain*/hurt*/take
  screaming/writhing/crying/rolling/howling ..4 in/with/from ..2 pain/agony
  in agony
  so much pain ..6 can not
  pain ..3 so_bad/severe/intense ..6 can_not/pass/faint/vomit*/throw/breath/scream*
  can not ..3 take/stand/handle/bear ..3 pain
  sickle cell & pain/crisis
[leg.clot] medical
  calf/leg ..5 swollen/swelling/red/hot/pain*/hurt*/clot & @BREATHLESS/chest
  blood clot & @BREATHLESS/chest/leg ..3 swollen/now/think/lung/pain
  pulmonary embol*
  leg/foot/arm ..5 cold/blue/white/pale/black & no_pulse/sudden*/numb*/can_not/pain*
  dvt & @BREATHLESS/chest/now/think
[leg.swollen] urgent
  calf ~4 swollen/pain*/red/hot/hurt*
  leg ..3 swollen & red/hot/pain*/hurt*/one/calf
[named.ambulance] medical
  need/want/send/get/call/calling/called ..5 ambulance/paramedic*/emt/medic & ! bill/report/copy/company/record
  ambulance ..4 here/now/please/coming/way & ! bill
  call/dial/need/called/calling ..2 911 & ! should say/message
  should/do ..3 call ..3 911/ambulance
  somebody/someone call 911
  send ..2 help
  send somebody/someone ..2 now/fast/quick/right/over/help & ! call me/email
  send ..2 police/cops
[named.emergency] medical
  this/it is ..2 emergency & ! not/contact/number/room
  is ..2 emergency & it/this/there/please & ! not/contact/number/exit/line/for/if/form
  have/having/got/had ..3 emergency & ! contact/number/room/exit/appendectomy/family/work/surgery/dental/department/hours/plan/fund/plumbing
  medical emergency & ! not/if/is
  ^ emergency $
  ^ emergency ..2 emergency
  ^ emergency please/help
  do_not_know/not_sure if ..4 emergency
  might/may/could ..2 be ..2 emergency
  think ..4 emergency & ! room/contact/number/department
  life or death
  matter of life
[named.help] medical
  help me ..4 help
  ^ help $
  ^ help me $
  ^ help me please $
  ^ please help $
  ^ please help me $
  please help & can_not/dying/breath/baby/fast/hurry/quick/now/not/blood
  somebody/someone ..2 help ..1 me/us/him/her & ! refill/bill/portal/schedul*/appointment/find/get/with/robot/machine/computer/recording/complicated/form/website/paperwork/understand/english/spanish/online/insurance
  help ..3 is dying
  @PERSON/i ..3 dying & ! to/for/phone/battery/laptop/know/see/cancer/get/laughing/of/inside
  @PERSON/i ..3 dying ..2 help/please/now/here/fast
  think/feel/like ..4 dying & ! laugh*/for/embarrass*/boredom
  going to die & @PERSON/i & ! if/laugh*/embarrass*/phone/battery/boredom/heat/someday/plant
  am i ..2 dying
  hurry & can_not/breath/blood/dying/come/bad
  need ..2 help ..2 right now & ! portal/bill
  need help ..2 fast/bad/hurry/immediately
  need ..1 doctor ..3 now/immediately/right/fast & hurry/emergency/bad/dying/please/help/blood/breath
[named.looks_bad] medical
  @PERSON ..3 look/looks/looking ..3 bad/awful/terrible/horrible/gray/grey/blue/dead/like_death & @NOW/should/ambulance/er/emergency/hospital/911/chest/breath/@FAINT/@SWEATY/pale
  should ..3 go/take ..6 er/emergency/hospital & @WORSE/@NOW/chest/breath/@BLOOD/@FAINT/not/@SICK & ! ache/cough/cold/sprain*
[urgent.cannot_keep_down] urgent
  can not keep ..5 down
  can not hold ..3 food/water/anything ..2 down
  throwing_up/vomit* ..4 day/days/night/everything/since/all/nonstop/keep/can_not/#2-10
  diarrhea ..4 days/everything/since/blood/week/nonstop
  dehydrat*
  not/have_not ..3 pee* ..4 since/today/all/day
[urgent.fever] urgent
  fever*/temp/temperature ..6 #101.5-104.7
  fever* ..5 days/week/days/not/high/@WONTSTOP & ! no fever
  #102-104.7 ..2 fever/temp/degrees
  @FEVER & rash/cough*/blood/shak*/chills/@BREATHLESS
[urgent.infection] urgent
  incision/wound/cut/stitches/surgery/site/scar ..5 red/pus/oozing/infected/swollen/hot/draining/smell*/yellow
  pus
  oozing
  looks/is/getting/think/might ..4 infected & ! sinus/ear
  spreading ..3 redness/rash
  rash ..4 spreading/everywhere/all_over/face/fever/blister*
  cellulitis
  abscess
[urgent.eye_ear] urgent
  eye ..5 red/pain*/hurt*/swollen/blurry & pain*/swollen/vision/really/light/blurry/shut/sudden*
  ear ..4 bleed*/pus/drain*/fluid/pain*_bad
  blurry vision/eye
  vision ..2 blurry
  floaters
  can not hear ..3 ear/sudden*
[urgent.other] urgent
  migraine ..6 day/days/week/away/quit/stop
  @HEADACHE ..6 days/week/@WONTSTOP
  falling ..2 lot
  fall*/fell ..4 #2-12 times & week/today/month/keeps
  more forgetful & week/lately/sudden*
  forget*/memory ..4 worse & sudden*/week/days
  burns ..3 pee/urinate
  hurts/painful/pain ..3 pee/urinate
  shingles
  kidney stone/infection
  bladder infection
  uti
  chest ..3 cold ..4 worse
  lump ..4 breast/grow*/throat
  severe/bad/terrible/horrible/awful/extreme ..3 pain/cramps & ! sciatica
  can not ..2 sleep ..4 pain
  pain ..5 can not ..2 sleep/walk/stand/move
  passed ..2 kidney
  panic attack
  anxiety attack
  yellow ..2 skin/eyes
  jaundice
  swollen ..3 feet/ankles/legs & today/sudden*/weight/breath/worse
  dizzy ..6 days/week/all/keep/every/spells/today/when/spinning/bad/now
  vertigo ..3 bad/today/all
  lightheaded
  stiff neck
  allergic reaction
  hives
  swollen ..1 eye/lip/gland/face
  worst ..2 flu/cold
  back went out
  can not ..2 move/bend ..4 back/finger/knee/shoulder
  exposed ..3 rabies/meningitis/hiv/measles
  passed_out/fainted
  @CHILD ..8 will_not/not ..2 drink*/eat*
[family.lay_words] medical
  testicle/nut/ball/scrotum ~5 killing/agony/swell*/swelled/swollen/pain*/hurt*/twist* & ! soccer ball/ball game/football/basketball/baseball/peanut
  one ..2 testicle
  pain/hurt*/agony ..4 knees/floor/fetal/double*/curled/ball & stomach/belly/side/gut/back/tummy
  can not ..2 stand ..2 up ..4 straight/belly/stomach/pain/side
  side/belly/stomach/gut/tummy ..5 on fire/being stabbed/knife/exploding/burst/ripping/tearing/torn
  pain ..5 moved/went/started ..6 right/button/navel & belly/stomach/lower/side
  worst ..4 ever ..2 felt/had & pain/hurt*/cramp*/head*
  pain/hurts ..5 worse than ..2 labor/childbirth/birth
  baby/newborn/infant/he/she ..6 turned/turning/turns/going/went ..2 blue/gray/purple/white/limp/dusky & feed*/cry*/breath*/baby/newborn/crib/bottle
  stopped/stops ..2 breathing & ! used
  #38.5-42 ..2 celsius & @NEWBORN
  rectal ..4 #100.4-108
  baby/newborn ..8 @FEVER & days old/weeks old/week/newborn
  diaper*/nappy ..6 dry/bone & day/hours/all/since/@SICK/tears/crib
  bone dry & diaper*
  crying ..3 no tears
  no tears
  eyes ..2 sunken
  sunken ..2 eyes/soft
  something/foot/arm/hand/cord ..2 sticking/coming/hanging/came ..2 out ..4 of_me/down_there/vagina/between & pregnan*/baby/weeks/labor/me
  feel ..4 push* & pregnan*/weeks/baby/labor/water
  water ..4 gush*/broke/everywhere & pregnan*/weeks/baby
  kicks/kicking/movement/move*/moving ..6 less/stopped/none/not/quiet/slow* & pregnan*/weeks/baby/months along/due
  quiet/still ..3 in there & baby/pregnan*/weeks/kick*
  baby ..6 quiet/still & kick*/move*/pregnan*/weeks ..1 along/pregnant
  just delivered/gave_birth/had_a_baby/had_the_baby & seizure/headache/vision/bleed*/soak*/chest/breath*/fever/clots/faint*
  bleed*/soak*/clots & had_the_baby/delivered/gave_birth/miscarr*/abortion/d_and_c
  chemo*/transplant ..10 fever/chills/hot/temp/#100.4-107/shak*
  shaking/shivering/teeth chattering ..8 fever/hot/cold/chills & can not stop/uncontroll*/bed/blanket*/infection/surgery/port/@MUDDLED
  cut/wound/bite/infection/leg/arm ..8 streak*/line*/red_line ..5 up/toward/heart/crawling/climbing
  cast ..6 tight/tingl*/numb*/blue/cold/swollen & fingers/toes/blue/cold/white/can not/foot/hand
[urgent.cast] urgent
  cast/splint ..6 tight/tingl*/numb*/wet/hurt*/pain*/loose/smell*/swollen
[constellation.two_signs] medical
  @FAINT & @NUMB/slur*/@MUDDLED/@HEADACHE ..4 worst
  @MUDDLED & @HARMED/@SICK/shaking/@NUMB/@WEAK/@HEADACHE & @PERSON
  @SLEEPY & @HARMED/@HEADACHE & @PERSON
  @SLEEPY & @SICK & @CHILD/stiff/rash/days/fell/head
  @BREATHLESS & @SWEATY/@FAINT/@MUDDLED/@SLEEPY/@PRESSURE & ! run/running/gym/stairs/workout/exercis*
  @SICK & stiff neck/slur*/one_side/double vision
  @VISION ..3 gone/double/blurry/black/half & @HEADACHE/@NUMB/@WEAK/@FAINT/pregnan*/sudden*
  @NUMB/@WEAK & slur*/face/talk*/speech/mouth ..2 droop*/droopy & ! dentist/dental/novocaine/filling
[urgent.eye_lay] urgent
  eye ..6 red ..4 hurt*/pain*
