; Self-harm and violence.
@SELF = myself, himself, herself, themselves, themself, ourselves
@HURTING = hit, hits, hitting, beat*, punch*, kick*, slap*, chok*, strangl*, stab*, attack*, assault*, rape*, raping, molest*, threaten*, shoved, shoving, push me, pushed, threw me, grabbed, hurting, hurts me,
  hurt me, abus*, harm*, burned me, whipp*, beating up, jump me, jumped, smack*, bit me, dragged, spank*, bruis*, knocked me, backhand*, swung, belt
@ABUSER = husband, wife, boyfriend, girlfriend, partner, ex, stepdad, stepfather, stepmom, stepmother, dad, father, mom, mother, uncle, brother, son, daughter, caregiver, aide, nurse, roommate, teacher, coach,
  boss, neighbor, stranger, babysitter, nanny, grandson, landlord, he, she, somebody, someone, guy, man, they, him, pimp, staff
@VICTIM = me, us, him, her, them, sister, mother, mom, dad, father, brother, grandmother, grandma, grandpa, son, daughter, baby, kid, kids, child, children, wife, neighbor, friend, roommate, patient, my
@GUN = my nine millimeter, his nine millimeter, glock, my ar fifteen, gun, rifle, pistol, shotgun, firearm, weapon, revolver, handgun
@BLADE = knife, razor, machete, blade, box cutter, bat, hammer, axe, weapon
@MYLIFE = life, it all, things, everything
[harm.thoughts] self_harm happening
  suicid* & ! suicide/suicidal prevention/hotline/training/squad/awareness/line/class/survivor/loss, prevention training, prevention class, awareness month, survivor of
  kill/killing ..1 @SELF
  hurt/harm/hurting/harming/cut/cutting/injur*/burning/starving/hang/hanging/shoot/shooting/drown/poison/stab ..1 @SELF & ! shaving/kitchen/accident*/knife_slipped/cooking/by_mistake/slipped/chopping/fell/lifting/paper
  self harm*
  self injur*
  end/ending/ended/take/taking/took ..2 own life
  end/ending ..2 my/his/her/their life
  took his/her/their life
  end it all
  end/ending ..1 it ?all & thinking/want/going/ready/thought/say/says/again/tonight & ! call/phone/subscription/contract/relationship
  want/wants/wanted/wanna/going/ready/rather/try*/plan*/like ..3 to die
  want/wants/wanted ..2 die & ! dye
  would rather ?be die/dead
  want/wants/wanted/wanna ..3 be ..1 dead
  wish/wished/wishing ..6 dead/die/died/not_alive/never_born/not_wake/not_exist/disappear/not_here
  wish ..6 would_not/could_not/did_not/was_not/were_not ..3 wake/alive/here/exist
  wish ..5 never ..3 woke/wake/born
  better off dead/gone
  better ..4 without me/him/her
  better if i ..5 gone/dead/not/disappear*/never/here
  not/do_not/does_not/did_not ..5 want/wanna/wants ..3 to ..2 ?be here/alive/around/live/exist/wake/living/breathe/go_on/keep_going/keep_living
  not/do_not/does_not want ..3 live/alive/exist/wake
  not ..2 wanting ..3 live/here/alive/wake/be_here/be_alive/be_around
  not ..4 worth_living/it_anymore/being_alive
  life ..3 not worth
  can not ..3 do this/it anymore & ! form/hold/pay/drive/job
  can not ..3 go_on/keep_going/keep_living/take_it_anymore/live_like & ! vacation/hold/trip/errand
  can not ..3 take ..3 anymore & life/want/stop/end/over/no_point/pills/myself/done & ! pain/knee/noise
  no/not/any/what ..3 reason/point/use ..4 living/live/going_on/keep_going/being_here/alive/go_on/existing/anymore
  nothing ..4 live_for/left_for_me/left_to_live
  no/not ..3 see ..3 future
  what is the point & not_going/around/anymore/living/alive
  not ..5 be ..2 around/here/alive ..4 anyway/much/longer/anymore/tomorrow/soon/then/for/matter & ! town/vacation/office/moving/move/work/home/late/appointment_because
  not going to be around/here & ! town/vacation/office/until/on/next/monday/tuesday/wednesday/thursday/friday/that_day/work/moving
  will not need ..4 anymore/where/appointment* & goodbye/pills/going/life/matter/soon/gone/over
  want ..4 it ..3 to stop/over/end & ! over the weekend/holiday/break/summer/counter/phone & all/just/pain/done/can_not/forever
  want ..2 everything ..2 to stop/end/be over
  want ..3 disappear ?forever
  go to sleep ..5 not/never ..2 wake
  sleep ..5 never wake
  not/never_wake ..2 up & want/wish/hope/hoping/rather & ! baby/he/she/alarm/him/her
  tired of ..2 living/life/being_alive/being_here/fighting
  ready ..3 to go/die/end & live*/pills/goodbye/done/god/peace/heaven & ! appointment
  done with ..2 life/everything/living/it_all
  thinking/thought/thoughts/think ..3 dying/death/ending/suicide/killing/jumping/crashing/driving_off
  dark/bad/scary/intrusive/those/these/suicidal thoughts & back/again/coming/want/myself/live/die/hurt*/worse/act/end/about
  life ..3 over/meaningless/pointless & i/want/my & ! insurance/expect*
  hate ..2 my_life/myself/being_alive & die/end/want/can_not/anymore/hurt/live
  be with ..5 again & died/passed/heaven/husband/wife/mom/dad/soon & want/going/ready
  join ..3 husband/wife/mom/dad/mother/son/daughter ..4 heaven/soon/side/dead/gone
  unalive
  burden ..4 everyone/everybody/family/them/kids & better/die/gone/want/without/anymore
  nobody/no_one ..3 miss/care/notice ..1 me/if
  nobody/no_one ..4 miss ..2 gone
  would anyone ..3 care/notice/miss ..3 gone/dead/died/me
  hopeless & live/die/end/point/anymore/nothing
[harm.words] self_harm always
  living/being_alive/life ..3 not ..4 want/wanted ..2 do/have/keep/continue ?anymore
  thank you for everything ..10 last/never/always/goodbye
  not ..2 see ..1 myself/me/us making/getting/living ..2 to/past/until ..1 christmas/thanksgiving/spring/summer/winter/fall/birthday/new_year*/next_year/forty/fifty/thirty/graduation
  done/finished/tired/sick/through ..1 living
  not ..1 know ..2 if/that i will ..3 here/around/alive ..1 & low/sad/depress*/dark/down/hopeless/pills & ! town/office/trip/vacation/work
  i have ..1 been so low ..8 here/around/alive
  written/wrote/writing ..2 kids/wife/husband/family/mom/everyone/children ..2 letter/letters & ! school/teacher/santa
  when/after/before/so they/somebody/someone/you/he/she ..1 find/finds me & ! lobby/parking/late/lost/building/office/seat
  find/found ..1 my body
  will not/never ..2 see another ?one & birthday/christmas/summer/spring/year/doesn't_matter/does_not_matter/not_matter
  will not/never see ..2 next/another birthday/christmas/summer/spring/year
  settled/in_order/arranged/sorted ..3 before i go & ! trip/vacation/town/work/school/cruise/travel/florida
  no future for me/him/her
  lethal/fatal/deadly dose/amount/level
  can/could/will ..2 die from ..2 too much/many
  how much/many ..8 would/to ..2 kill ..1 me/you/someone/somebody/person
  think*/thought ..1 about/of taking ..2 all/everything/whole_bottle/too_many/bottle & ! off/leave/class/time
  taking ..3 all ..3 at once & think*/thought/want/keep
  call* ..3 before i do/did anything/something & promised/swore/therapist/told/wife/husband
  nerve/courage/guts yet & ! dentist/needle/shot/surgery/procedure/doctor
  up ..1 nerve/courage/guts ..1 to do_it/end/jump/pull
  how long ..6 without ..4 insulin/dialysis/eating/food/water/meds/oxygen & decided/quit/done/anymore/stopping/end
  not care ..3 if it kills/kill me & letting/let/good/want/anyway/hope
  will ..2 witnessed/done/signed ..14 not ..2 be around/here
  looking/look/stare/staring at ..1 train_tracks/tracks/bridge/pills & feeling/way/again/thoughts
  give me ..3 to finish/end it
  something to finish it
  might_as_well/may_as_well ..2 die/dead/be_dead/hurry_it/get_it_over
  waiting on/for her/him/me to die & ! dog/cat
[harm.plan] self_harm
  have/got/has/counted/counting/saving/saved/stash*/stockpil*/lined/holding/hoard* ..4 pills/pill/meds ..6 enough/out/ready/here/right/front/night/up/table/hand/do_it
  have the pills
  pills ..4 counted/lined_up/in_front/in_my_hand/ready/saved/enough/right_here
  have ..2 plan & pills/kill*/die/end/myself/how/gun/rope/tonight/do_it/hurt/bridge & ! insurance/payment/meal/care
  know ..2 how ..2 do_it & die/end/myself/kill*/plan
  take/taking/swallow/took ..4 all ..4 pills/meds/medicine/bottle/medication & want/tonight/going/end/myself/sleep/done/goodbye/just/them
  took ..4 whole/entire ..2 bottle & pills/pill/meds/tylenol/xanax/it/sleeping
  took ..3 bottle ..2 pills
  took ..4 pills & wanted/purpose/die/end/intentional*/goodbye/sleep_forever
  giv*/gave ..3 things/stuff/everything/belongings/possessions/clothes/guitar/jewelry ..2 away & who/someone/somebody/cat/cats/dog/dogs/after/gone/anymore
  do/will not ..4 need*/needing ..3 anything/any_of_it/nothing ..2 after ..2 week/weekend/tonight/today/tomorrow/month
  giv*/gave ..4 away ..4 things/stuff/everything/belongings/dog/cat/possessions/clothes/car/guitar/money/jewelry/collection & ! old/donat*/goodwill/clinic/free
  giv*/gave ..2 all ..4 away & she/he/his/her/my & things/stuff/everything/possessions/belongings/dog/cat
  writ*/wrote/left/leav*/found ..3 note/letter & goodbye/suicide/find/gone/missing/sorry/pills/gun/will/disappear*/worried/scared/can_not & ! doctor*/work/school/voicemail/sick
  goodbye note/letter
  said/saying/say/texted/sent/posted/told ..4 goodbye & sorry/everything/everyone/weird/worried/pills/gun/forever/last/find/answering/scared/for_good/us_all & ! bye thank
  last goodbye
  final goodbye
  see ..2 again ..3 goodbye
  jump* ..4 off/from/in_front ..3 bridge/roof/building/overpass/train/balcony/ledge/cliff/traffic/window/parking & ! trampoline
  on ..3 ledge/bridge & jump/die/end/him/her/standing
  driv*/crash*/swerv*/steer* ..4 off/into ..4 bridge/tree/wall/traffic/cliff/road/truck/river/pole & thinking/want/thought/going/keep/could/feel/urge
  step*/walk*/run ..3 in_front/out ..3 train/bus/car/truck/traffic
  gun ..4 to/in/at ..3 head/mouth/temple
  @GUN & end it/end/myself/himself/herself/die/sad/depress*/goodbye/life
  noose
  rope ..4 neck/tied/hang/garage/beam & ! jump
  hang* ..1 @SELF
  @BLADE/razor & wrist/wrists/myself/cutting/sitting/drinking/veins/alone & ! shav*/cook*/kitchen/rash/burn
  slit/cut/slash/cutting ..3 wrist/wrists & ! cast/accident*/cooking/kitchen/glass
  cutting ..1 again
  cuts/cutting ..3 @SELF
  found ..4 cuts/razor ..5 arms/legs/her/his/thighs & son/daughter/kid/teen*/she/he
  scratch*/burn* ..3 @SELF ..3 purpose
  can_not/not ..3 keep @SELF safe
  not safe ..3 myself/with_myself/by_myself/alone
  do not trust myself & alone/pills/tonight/hurt*/gun/knife
  not/do_not ..3 trust ..2 myself
  afraid/scared ..4 might/may/will/going ..2 hurt/harm/do/kill ..2 myself/something/baby
  might/may/going/about ..2 do something stupid/bad/terrible/rash/to_myself & ! computer
  overdos* ..4 purpose/intentional*/again
  tried/trying/attempt*/attempting ..4 kill/hang/end/overdose/die/suicide/hurt/od ..2 @SELF/life/it/again/yesterday/last_night/tonight
  tried to hang/overdose/od/jump
  voices ..6 tell*/say*/told ..4 kill/hurt/die/jump/end/harm/do_it/myself/cut
  hurt/harm/drown/shake/smother/kill/throw ..2 baby & thoughts/thinking/want/afraid/might/keep/urge/scared/going/could
  thoughts/thinking/urge* ..4 hurting/harming/drowning/shaking/smothering/killing/dropping ..2 baby/kids/son/daughter/him/her
  stopped ..3 eating/insulin/dialysis/meds ..6 die/end/to_go
  not going to make it ..3 tonight/through & alone/life/myself/live
  will not ..2 make it through ..2 night/tonight
[violence.now] violence happening
  @ABUSER ..4 @HURTING ..3 @VICTIM & ! soccer/football/basketball/hockey/karate/ball/boxing/taekwondo/game/cold/traffic/dance/sparring/attack_of/attack_and
  been/was/got/getting/is/being/am/were ..2 beat*/stabbed/assaulted/raped/molested/mugged/attacked/strangled/choked/abused/punched/kidnap*/slapped/trafficked & ! insect/mosquito*/bee/wasp/bug/virus/cold/dog/hacked/cat/game/team/traffic/rain/immune
  shot/stabbed & @HIM/i/someone/chest/leg/stomach/back/bleed* & ! flu/covid/booster/allergy/cortisone/tetanus/vaccine/shingles/shots/b12/steroid/in_the_dark/pneumonia/hpv/tdap/insulin/rabies/joint/knee
  been =shot & ! flu/covid/video_game/xbox/playstation
  got =shot ..3 leg/arm/chest/stomach/head/back/in & ! flu/covid/booster/arm_hurts
  =shot ..2 himself/herself/me/him/her & ! email/text/down/look/message
  gunshot* & ! road/ridge/street/lane/trail
  been/was/got/getting/were =robbed/=jumped & ! line/thinking/bank/summers/card/price
  rape*
  raped
  sexual* ..2 assault*/abus*/attack*/harass*/molest*
  molest*
  forced ..2 me/her/him ..4 sex/have/do/on/into/down/himself & ! overtime/retire
  forced ..1 himself ..2 on
  touch* ..5 inappropriat*/private*/sexual*/where/there/my_daughter/my_son
  keeps/kept/been/was ..1 touching ..2 me/her/him/my
  @ABUSER ..3 touch* ..2 me & ! base
  roofied/drugged ..4 drink/me/last/by
  somebody/someone ..3 drugged
  domestic ..1 violence/abuse/disput* & ! screening/counselor training/awareness
  beat/beating/beats ..2 me/her/him/us/my ..3 up & ! game/cold/traffic/to it
  beat up
  beating ..3 kids/baby/wife/mother/child/mom/dad
  put ..2 hands ..2 on/around ..3 me/her/neck/throat/him/my & ! heart/desk/phone/it
  hands ..3 around ..3 neck/throat
  chok*/strangl* ..2 me/her/him & husband/boyfriend/ex/partner/he/last_night/she/someone/dad/fight & ! food/grape
  threw ..2 me/her/him ..3 wall/stairs/down/floor/across/against
  pushed/shoved ..3 me/her/him ..4 stairs/wall/down/floor/into & ! line/appointment/back/game/playground
  threaten* ..6 kill/hurt/shoot/me/us/her/him/kids/burn/family/them/gun/knife & ! life_threatening/suicide/leave_the_practice/rain
  threaten* ..3 to & he/she/they/ex/husband/boyfriend/neighbor & ! to switch/leave/cancel/fire/quit/sue/report/drop/find/come/retire/ground/charge/send/move/change
  death threat*
  going to kill/hurt/shoot/stab me/us/her/him/them/somebody/someone/my/everyone/everybody & @ABUSER & ! boss/my_boss/mom_if/wife_if/late
  said/says/saying ..4 kill/hurt/shoot/stab ..2 me/us/her/him/kids/them/my/everyone & ! boss/joking/doctor_says
  he/she/they ..3 kill ..1 me & locked/gun/knife/scared/hiding/please/help/police/threat*/said/afraid/going
  has/have/got/with/holding/waving/pointing/pulled/grabbed/brought/bought/carrying/swinging/pointed ..2 @GUN & ! staple/glue/nail/heat/caulk/massage/store
  has/holding/waving/pulled/grabbed/swinging/pointing/pointed/came ..3 knife/machete/bat/axe/hammer ..8 me/us/him/her/around/at/everyone/out/door & ! kitchen/cook*/cut
  active shooter & ! drill/training/exercise/movie/game
  guy/man/woman/someone/somebody/kid/person/husband/boyfriend/ex/he/she ..2 with ..2 @GUN/knife/machete/axe/bat & waiting/lobby/here/door/office/outside/building/parking/house/yard/hall & ! kitchen/cook*/show/movie/game
  shooter & building/here/school/outside/office/active
  gun ..5 building/here/school/lobby/office/parking/outside
  bomb & building/lobby/here/clinic/office/threat/someone/somebody/he/she/planted/plant/going_off & ! bath/photo/cyclone/test/squad/drill/shell/training
  hold*/held/keep*/lock*/trap* ..2 me ..5 hostage/against/prisoner/will/room/house/basement/in/leave & ! appointment/account/phone/portal/out_of/hold/waiting
  hostage & ! hold/negotiator/music/project/fair/movie
  will_not/does_not/would_not/won't let me/her/us ..1 leave/go/out/call/use/see/eat/have & boyfriend/husband/partner/he/she/ex/they/wife/house/keys/phone/money & ! doctor/insurance/work/system/portal/boss
  took/takes/hid/broke ..2 my/her ..2 phone/keys/passport/money/car & leave/boyfriend/husband/ex/afraid/he/scared/go/partner
  locked ..3 in ..2 bathroom/closet/room/basement/bedroom/house & he/she/they/husband/scared/ex/please/outside/door/hide/hiding & ! accident*/keys/stuck
  hiding ..4 from/in & he/husband/him/ex/closet/bathroom/scared/boyfriend/outside
  break*/broke/kick*/bang*/trying ..3 in/down/into/on ..3 door/house/window/apartment & he/ex/someone/somebody/scared/they/help & ! arm/out/hip/ankle/leg/even
  broke in
  stalk* & me/us/her/him/following/ex/outside/home/house & ! by your/website/celery/corn/trial
  following me & car/home/scared/afraid/man/ex/he/someone
  afraid/scared/terrified ..3 of ..2 husband/boyfriend/him/partner/wife/ex/dad/father/her/stepdad/son/caregiver & ! doctor/losing/dentist/needle*/getting
  afraid/scared/terrified/not_safe/unsafe ..4 home/here/go_home/be_home & ! drive/alone with_fall*/falling
  do not feel safe & home/here/husband/him/boyfriend/partner/house/with/ex/there & ! driving/area/parking
  not safe ..3 home/here/house/with_him/with_her & ! drive
  he is ..3 in/coming ..4 room/back/home/up/door & can not talk/help/quiet/scared/hear/whisper*/hurry/please
  can not ..3 talk ..8 he is ..4 room/home/here/listening/next/coming/right
  can not ..3 talk freely
  restraining/protective order ..5 violat*/here/outside/broke*/ignor*/show*
  hurt*/hit*/beat*/abus*/neglect*/starv*/molest*/whipp* ..3 kids/baby/children/my_mother/my_mom/child/grandma/grandmother/my_son/my_daughter/my_sister/my_brother/my_dad/my_father/grandpa/patient/residents/elderly
  bruis* ..6 from/all_over/shaped/neck/handprint/face & caregiver/husband/aide/dad/nursing/daycare/babysitter/boyfriend/says/stepdad/grip/fingers/nurse/staff/uncle/does_not_know & ! thinner/anemia/fell
  neglect* & nursing/mother/elder*/kids/child/baby/aide/home
  not feeding/bathing ..4 her/him/mother/mom/grandma/dad/kids & nursing/aide/caregiver/home/she/he
  tied ..4 bed/chair/up/down & her/him/me/mom/mother/aide
  stealing ..5 mother/mom/grandma/dad/social/checks/pills & caregiver/aide/son/afraid/hits
  fight*/fighting & knife/gun/blood/hurt*/stab*/bleeding/attack*/screaming & right_now/outside/help/husband/they/he
  screaming/yelling ..6 hitting/hurting/help/stop/wall/next_door & she/he/neighbor/hear
[violence.burn] violence always
  will/going_to/should/would burn ..4 to ground
[violence.words] violence happening
  throws/threw/hides/hid/flushes/flushed/takes/took ..2 out/away ..2 birth_control/pills & he/husband/boyfriend/partner & whether_i/another_one/baby/pregnant/let_me
  whether i like/want it ..1 & he/husband/boyfriend/partner/she & ! shot/surgery
  coach/teacher/uncle/stepdad/stepfather/grandpa/boss/priest/babysitter/cousin/neighbor/brother/pastor/tutor ..3 doing/did/does stuff/things/something to me/her/him/my_son/my_daughter
  so/where my/our ..1 husband/ex/boyfriend/dad/father/wife can_not/will_not/does_not ..1 find/know ..1 me/us/where
  husband/ex/boyfriend ..2 can_not/can_never ..1 find me/us & ! lobby/parking/clinic/room
  guy/man/someone/somebody/he ..3 follows/following/followed ..2 me/my_daughter/my_son/my_wife/her ..4 home/car/from/bus/work/school/store & ! after_me/behind
  was/were/got/been held ..1 down & ! shot/needle/iv/i_v/vaccine/blood_draw/price/traffic/work
  held ..1 me/her/him down & ! shot/needle/iv/i_v/vaccine/blood
  whisper* ..4 because ..1 he/she/husband/boyfriend & asleep/home/next/here/wake/hear
  he/she/husband/boyfriend can_not/must_not/will_not know ..2 i/that & checked/pregnant/hurt/called/calling/bruis*/scared
  leav*/left welts/bruises/marks & she/he/wife/husband/hit*/belt/brush
[violence.threat] violence
  putting/put/lay/laying ..1 my hands on ..4 girl/lady/receptionist/nurse/doctor/her/him/you/somebody/someone & ! records/copy/back/stomach/chest/car
  i am/will/swear/would ..6 kill/shoot/stab/hurt/strangle/murder/beat/punch/choke/burn/bomb/slap/hunt ..4 you/doctor/him/her/them/somebody/someone/everybody/everyone/nurse/people/all/place/down/receptionist/that & ! back_to_me/how/call/not/look/would_not/boss
  going to ..4 shoot/stab/kill/blow/burn/murder/strangle/hunt ..4 you/doctor/somebody/someone/everybody/everyone/place/up/down/people/clinic/office/all/nurse/him/her/husband/wife/boss/neighbor & ! me if
  come/coming ..3 down/over/in/there/up ..3 there & gun/hurt/kill/shoot/somebody/sorry/pay/bat/regret/burn/knife/beat/punch/teach/lesson & ! appointment
  burn/blow/shoot ..3 place/clinic/office/building ..2 down/up
  bring*/brought ..1 my @GUN
  coming for you/him/her/them & tell/doctor/swear/better/nurse/regret & ! pick_up/visit/appointment
  shoot ..2 place/up/clinic/office
  make you/them/him/her/people/doctor ..4 pay & ! co/copay/bill/for_parking/full
  you will/are going to ..3 regret/pay/sorry/see & ! insurance/bill/copay/online/month & did/mother/find/hurt/kill
  watch your back
  know where ..3 live/park/work & you/doctor/i & hurt/kill/find/regret/coming/pay/sorry/wait
  want to ..2 kill/hurt/strangle/shoot/stab ..2 him/her/them/my/someone/somebody/people/doctor/everyone/boss/husband/wife/baby/kids & ! time/deal/bill
  thoughts/thinking/urge* ..4 hurting/killing/harming/shooting/stabbing ..2 people/someone/somebody/others/him/her/them/my/wife/husband/kids/coworkers
  homicid*
  voices ..6 tell*/say*/told ..6 hurt/kill/attack/stab ..4 kids/people/him/her/them/wife/someone/husband/mother/everyone
  hurt/kill/shoot ..2 that doctor/nurse/receptionist/woman/man
  bring*/brought/grab*/getting ..3 gun/bomb/knife ..5 clinic/office/there/appointment/you
[harm.places] self_harm
  overpass/bridge/ledge/railing/cliff/train tracks/tracks/rooftop/roof/parking garage/balcony/garage ..10 look*/star*/stand*/stop*/sit*/think*/jump*/down/engine running/step*
  look*/star*/stand*/stop*/sit*/going/drive/drove/driving/walk* ..5 overpass/bridge/ledge/railing/cliff/tracks/rooftop ..10 down/edge/look*/trucks/cars/cry*/anymore/think*/goodbye/over/jump*/keep
  keep/keeps ..3 stopping/going/driving/walking ..5 overpass/bridge/ledge/tracks/cliff
  how many/much ..4 @MEDS/@POISON/@DRUG/pills/tylenol ..4 takes/kill*/die/overdose/would_take/it_would/lethal/enough/end
  looked/looking/searched/googled/searching ..3 up ..4 how ..3 many/kill/die/hang/overdose/ways & ! weight
  search* ..4 ways/how ..4 die/kill/hang/overdose/painless*
  writ*/wrote/left/leav*/found/leaving ..3 note/notes/letter/letters ..6 bed/table/counter/pillow/door/phone/kids/everyone/family/room
  note/letter ..8 gone/missing/not pick*/not answer*/can_not_find/goodbye/sorry/phone
  bought/buying/got ..2 rope/gun & sad/alone/divorc*/depress*/goodbye/quiet/worried/anymore/left
  mak*/made/writing/updat*/wrote ..3 will ..6 goodbye/give/dog/depress*/gone/kids/take care & ! will call/will be
  take care of ..4 dog/cat/kids/mom ..4 when/after ..2 gone/am_gone
  after/when i am gone
  when ..1 i ..1 am ..1 not here anymore
  stopped ..2 caring ..4 live/die/wake/happens
  do not care ..4 live/die/wake/happens_to_me/alive
  not care ..3 if i ..2 live/die/wake
  what ..3 for anymore/even for & here/living/alive/life/going
  cannot see ..3 way out
  no way out
  only way out
  can not see a way
  way out ..6 of this/for me/anymore
  everybody/everyone/family/kids/they ..4 better ..2 off/without ..3 me/if/once
  world ..5 better without
  nobody/no one ..4 would/will ..3 notice/care/miss ..5 gone/die/dead/died/disappear*/not_here
  sorry for everything
  thank you for everything ..6 goodbye/take care/last/always/not/never
  it will ..2 be over ..1 soon
  will all be over
  this is ..2 goodbye
  calling to say goodbye
  too tired to ..3 live/keep/go_on/fight/exist/keep_going
  not strong enough to ..4 go_on/live/keep
  punish* ..2 @SELF
  bleach/pills/gun/rope ..5 in my hand/in front of me/next to me/on my lap/in my lap & sit*/think*/alone/dark/anymore
  sitting ..6 gun/pills/rope/knife ..4 lap/hand/front
  loaded ..2 gun
  gun ..3 loaded & sit*/alone/dark/think*/can not/anymore/husband/he/she
  blade/razor/knife/scissors ..6 arm/arms/leg/legs/wrist*/skin & relief/feel/again/herself/himself/myself/marks/hiding/hide/sleeves
  starv* ..2 @SELF
  drink ..3 until ..4 die/wake/gone/dead
  unplug ..3 oxygen/machine & die/want/done
  stop/stopping/refus*/quit ..3 dialysis/insulin/chemo & die/end/over/done/living
  ashamed ..5 alive
  thinking ..2 about/of driving/crashing/jumping/stepping
  keep thinking ..3 about driving/crashing/jumping/stepping/ending
  thoughts ..3 are/is/have ..2 back/returned/worse/louder & attempted/die/suicid*/live/myself/those/dark
[violence.lay_words] violence
  next time ..6 neck/face/throat/dead/worse/kill/hurt/you/me/gun
  smash*/broke/threw/punch*/destroyed ..4 phone/door/window/wall/tv/everything/plates/furniture ..8 said/next/me/scared/afraid/screaming/hiding/kids
  know/knows ..3 what/where/when/which ..4 car/drive/drives/lives/live/park/parks/works/gets_off/leaves/kids/school/house & doctor/he/she/you/tell/that/nurse/boss/i
  tell ..3 doctor/nurse/her/him ..3 i ..3 know/coming/waiting/find/see & ! waiting to/for/on, appointment, results, refill, labs, coming in/at/back, find out, see him/her/you on/at/next/tomorrow, thank*
  somebody/someone ..4 going to ..2 get hurt/shot/die/pay/killed
  someone/somebody ..3 is/are getting ..2 hurt/shot/punched
  will/going to ..3 wait* ..4 parking lot/outside/car & you/doctor/nurse/her/him
  see/find ..2 you/him/her ..3 parking lot/outside ..3 work/when
  would be ..2 shame if ..4 happened
  do not ..1 make me ..3 come/hurt/shoot/do
  not allowed ..3 leave/see/phone/money/work/friends/drive/talk/out
  took away ..3 phone/keys/car/money/passport & husband/he/boyfriend/partner/she/son
  watches/tracks/controls ..4 everything/phone/me/where/money/every & he/husband/boyfriend/partner/scared/she
  if i leave ..6 kill/hurt/kids/take/find/me/himself
  says he will ..3 kill/hurt/find/take/shoot
  he/she/ex/husband/boyfriend ..4 find me/finds me/finds out ..6 kill/hurt/beat/dead/worse
  black eye & husband/he/boyfriend/ex/she/partner/again/dad/wife/says
  split/busted/broke* ..3 lip/nose/jaw/rib/tooth/arm/ribs & husband/boyfriend/ex/partner/wife/dad/stepdad/he hit/he did/fists/punched
  marks/handprint*/fingerprints/bruises ..4 neck/arms/throat/thighs/back
  whip/belt/cord/cigarette ..4 marks/burns
  does not/will not feed/clean/change ..4 her/him/mom/dad/grandma & aide/caregiver/nursing/son/home/daughter
  left ..4 in ..2 own ..2 filth/urine/waste/diaper
  flinch* ..4 when/every & touch*/he/she/caregiver/aide/daycare/dad/hand
  scared ..3 of ..3 going ..2 home/back & dad/stepdad/husband/he/uncle/mom
  daughter/son/kid/she/he ..4 says/said/told ..4 uncle/stepdad/teacher/coach/grandpa/babysitter/cousin/dad/man/priest/neighbor ..4 touch*/hurt*/kiss*/secret/undress*/pictures/bed
  made/makes/making ..2 her/him/me ..3 touch/undress/pictures/take off/do things/sex
  woke up ..8 pants/clothes/underwear/naked ..4 off/down/remember/torn
  do not remember ..6 last night & drink/clothes/sore/party/drugged/bar/woke
  pulled ..3 knife/gun/weapon/blade
  swung ..4 me/him/her/bat/knife
  spit on me/threw something
  fists & me/him/face/hitting/wall
  he is ..2 breaking/kicking/pounding/banging ..4 door
  pound*/bang*/kick* ..3 on ..2 door ..6 ex/husband/he/scared/gun/screaming/drunk/let
  he is ..2 drunk ..6 hit*/hurt*/gun/throw*/break*/scared/screaming/door/kids
  help ..2 me ..4 he is/he's ..2 coming/here/hitting/outside/back
  can not say ..3 right now ..6 he
  pretend/pretending ..4 pizza/order/appointment & he/here/listening/help/room
