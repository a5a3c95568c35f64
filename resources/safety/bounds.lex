; Bounds of meaning: what is denied, past, told of others, or only a way of speaking.
@PET = dog, cat, puppy, kitten, kitty, horse, hamster, goldfish, fish, bird, parrot, rabbit, bunny, turtle, lizard, guinea pig, pup, doggy, poodle, lab, labrador, chicken, hen, rooster, bull, cow, cows, cattle, heifer, mule, donkey, pig, goats, hens, class pet, goat, ferret, retriever, beagle
@DANGERWORD = chest, heart, stroke, seizure, suicide, suicidal, overdose, bleeding, blood, emergency, ambulance, breathing, pain, epilepsy, asthma, allergy, burn, poison, trauma, violence, choking, fainting, er, crisis, cpr, c p r, drowning, sepsis, attack, breath, domestic violence, naloxone, narcan, aed
@ADMINWORD = clinic, class, classes, training, course, certificate, certification, form, forms, paperwork, bill, bills, billing, copay, follow up, followup, screening, checkup, check, x ray, xray, contact, contacts, department,
  exit, entrance, number, line, hotline, center, unit, ward, doctor, specialist, records, record, insurance, claim, prevention, awareness, plan, policy, procedure, kit, card, bracelet, study, test, work, draw, drive, donor, donation,
  donate, bank, type, pressure check, murmur, disorder, therapist, therapy, counselor, support group, group, book, article, visit, rehab, shower, action plan, ct, mri, scan, echo, room copay, room bill, room records, room visit, supervisor, log, monitor, medicine department, team, committee, survivor, research, charity, walk, clearance, protocol, drill, lights, brake, fund, services, management, consult, consultation, conference, thinners, thinner, panel, count, cultures
[deny.words] negation
  no
  not & ! can_not/could_not/will_not/would_not
  not
  never
  without
  denies
  denied
  deny
  none of
  nothing like
  neither
  nor
  negative for
  ruled out
  rather than
  instead of
  other than
  nobody
  no one
  free of
  zero
  isn't/aint
  hardly
[deny.not_a_denial] affirmed
  not only
  not just & ! not just a
  do not know
  does not know
  not know
  not sure
  not certain
  not ..1 getting better
  not any better
  no better
  not better
  not ..1 going away
  not ..1 stopping
  not ..1 working
  not ..2 help/helping
  no help/relief/improvement/idea/doubt/matter/wonder/choice/appetite
  not ..1 improv*
  can not
  could not
  will not
  would not stop/let/wake/go/answer/eat
  never ..6 like ?that/this & ! or anything, nothing like
  never ..6 this/that/so_bad/much/sharp & ! or anything, nothing like
  never ..8 before & ! never ..2 been
  never_ending
  nothing ..3 help/helping/works/working/touching/stops
  no ..3 working
  no longer breathing/responding
  no like/wait/actually/make/more/sorry
  no i mean
  not wait
  not want to wait
  do not want ..3 to bother/overreact/alarm
  not to ..2 worry/alarm/dramatic
  not ..2 joking/kidding/exaggerat*/lying
  not ..1 feel ..2 well/good/right/safe
  not ..1 doing ..2 well/good
  not ..1 look ..2 good/right/well
  not ..1 sound ..2 good/right
  not ..1 safe
  not okay/ok/alright/normal/right/good/fine
  why/is_not/no anybody/anyone/nobody ..2 answer*/helping
  no one ..3 answer*/helping/help
  nobody ..3 answer*/helping/help
  nobody ..2 believes
  not believe
  no_matter
  not want ..3 live/be/die/wake/exist/alive/here
  not going to ..2 lie
  no pulse/heartbeat/breath
  not ..1 emergency ..1 or
  do not think ..4 can/should/going/breathing
  do not feel
  not leave/let
  not tell
[time.past] past
  last year/month/summer/fall/winter/spring/january/february/march/april/may/june/july/august/september/october/november/december/christmas/thanksgiving/season
  #2-90 years/months ago/back
  #1-90 year/month ago
  #2-60 weeks ago/back & ! baby/birth/delivered/c_section/surgery/tested
  few/couple/several/many/some/six/ten ..1 years/months ago/back
  few/several/couple ..1 weeks ago/back
  a year/month ago/back
  years/months/decades ago/back
  year/years ago
  a_while ago/back
  while back
  back in ..2 january/february/march/april/may/june/july/august/september/october/november/december/college/school/#1950-2027
  in january/february/march/april/june/july/august/september/october/november/december & had/was/did/were/ended/broke/got/told/happened/went
  in ..1 may & had/was/did/were/broke/fell & ! in may ..3 appointment
  in ..1 #1950-2027
  back in ..2 day/spring/summer/fall/winter
  in ..1 spring/summer/fall/winter/past
  over ..1 summer/winter/holidays & had/was/did
  when i/he/she/they/we was/were ..3 #1-60/kid/child/teenager/little/young/teen/baby/boy/girl/college/pregnant/school/twenties/younger/toddler/army/navy/service
  when i/he/she/they/we was/were ..1 in
  when i/he/she gave birth
  when i/he/she was ..1 pregnant
  as ..1 kid/child/baby/teen/teenager/toddler/boy/girl/newborn
  in ..2 college/high/childhood/twenties/thirties/teens/army/navy/military
  once in/before/when/years/as
  used to
  use to have
  history of
  family history
  runs in ..2 family
  previously
  previous
  in ..1 past
  long time ago
  died of/from
  died ..6 ago/last/yesterday/week
  passed away
  passed from
  lost ..4 to ..2 stroke/heart/overdose/suicide/cancer/seizure
  pre existing
  prior
  years_ago
  already treated
  #2-90 summers/winters/springs/falls/christmases/thanksgivings/easters/seasons/decades/harvests/semesters/hospitals ago/back
  summers/winters/springs/falls/christmases/thanksgivings/seasons/decades ago/back
  summer/winter/spring/fall/year/christmas/season before last
  in ..1 =forties/=fifties/=sixties/=seventies/=eighties/=nineties & ! oxygen, sats, sat, saturation, ox, pulse, pressure, sugar, heart rate, meter
  in/since/from/of/summer/fall/winter/spring #40-99 & ! #40-99 minutes/percent/hours/days/degrees/pounds
  in/since oh #1-9
  way back & ! on way back
  years gone
  back in
  since i/he/she was ..3 kid/child/baby/teen/little/born/young
  boot_camp/basic_training/viet_nam/vietnam/korea/nicu
  over/at/around/back_at/since thanksgiving/christmas/easter/halloween
  in ..1 preschool/kindergarten/fifth_grade/sixth_grade/seventh_grade/eighth_grade/grade_school/middle_school/high_school
  with ..1 first one/baby/delivery/pregnancy/child
  with our/my first
  anniversary
  he/she is #4-60 now
  grown now
  all grown
  years ..1 sober/clean
  old ..2 scar/injury
  my/our/the late husband/wife/mother/father
  buried
  already/been/got/was/were discharged
  got/came ..2 out ..2 hospital
  was ..4 in ..1 hospital ..6 for
  was hospitalized
  last ..1 time
  a week ago & followup/follow
  #8-90 days ago
  resolved/healed/recovered
  since recovered
  remission
  had ..1 stroke so/and he/she/i talks/talk/walks/walk/moves/move/uses/use/speaks/speak/needs/need ..2 slow/slowly/bit/walker/cane/wheelchair/time/funny & ! just/now/today/tonight/morning/yesterday/minutes
  swelling/swelled/bruise/rash/bump/sting ..8 went_away/went_down/cleared_up/is_down & ! came back/again/today/still/but/worse/returned
  survivor
  survived
  in_law's history
[time.not_past] not_past
  since ..4 last year/month/summer/week/spring/winter/fall/january/february/march/april/may/june/july/august/september/october/november/december
  for ..3 last/past
  over ..3 last/past ..2 days/week/hours
  since ..4 ago
  getting worse ..4 since
  started ..4 ago
  been ..6 since
  like last ..1 time
  like ..4 before
  same ..2 as ..3 last/before
  worse than ..4 last/before
  just ..2 got/came ..2 out ..2 hospital
  not like ..3 last
[time.recent] recent
  @JUSTNOW & ! just a
  again
  ongoing
  currently
  help
  hurry
  right here
  in progress
  in front of
  on the floor
[company.routine] routine
  follow_up/followup
  check up
  checkup
  yearly/annual/physical
  recheck
  re check
  records
  new doctor/primary/therapist/neurologist/cardiologist/pcp
  established/establish
  find ..3 therapist/counselor/doctor
  screening
  referral
  form
  note
  letter
  clearance
  cleared
  finish*/finishing ..2 therapy/rehab
  post op
  routine
  regular
  every six/#2-12/year
  six month
  lawyer/attorney/disability
  family
  support group
  doing good/well/fine/better/great
  history
  insurance
  medicine ..2 working
  prevent/prevention/risk/avoid
  rehab
  specialist
  discharg*
[told.of_others] other
  my/our/the/his/her/their/a @PET ..1 had/has/have/is/was/ate/died/swallowed/got/collapsed/needs/passed/keeps/hurt/fell/broke/threw/having/choking/bleeding/dying/won't/can't/overdosed & ! @PET ..2 bit/bitten/bite/attack*/scratch*/jump*/knock*
  @PET ..2 s ..2 surgery/vet/seizure
  vet/veterinar* ..6 said/for/with/today
  at ..1 vet
  for my ..1 dog/cat/puppy/kitten
  my dog/cat/puppy/kitten ..4 seizure/surgery/bleeding/choking
  my/our/the/his/her old/older/little/poor/sweet/senior/new/neighbor @PET ..1 had/has/have/is/was/s/ate/chewed/died/swallowed/got/collapsed & ! @PET ..2 bit/bitten/bite/attack*/scratch*/jump*/knock*
  my/our/the @PET chewed/chews ..1 up
  my/our/the @PET ..1 been throwing/vomiting/sick/limping/having/coughing
  show/movie/film/episode/documentary/novel/podcast/series/article/story ..4 about/where/on/with
  in ..2 movie/show/film/book/game/dream/story/episode/play
  on ..1 t_v/tv/television/news/radio/netflix/facebook
  the news
  watching ..4 movie/show/film/game/news/grey's/documentary/episode
  dream/nightmare/dreamed/dreamt ..6 about/that/where/i/of
  dreamed/dreamt
  reading ..4 about
  read ..3 article/book/about
  heard ..3 about ..3 on
  class/lecture/seminar/workshop ..5 on/about/how
  a/the/your/our talk ..3 on/about
  writing/wrote/doing ..3 paper/essay/thesis/article/dissertation/report ..2 on/about
  video game
  i work ..2 at/in/for/as/with
  work/works/working ..2 as/at/in ..4 hospital/er/e_r/hotline/crisis/icu/emergency/ambulance/fire/funeral/morgue/prison/poison
  i am a/an nurse/emt/paramedic/lifeguard/firefighter/e_m_t/doctor/cop/officer/counselor/dispatcher/medic/trainer/teacher
  my job ..4 is/as
  volunteer*
  teach/teaching ..3 class/c_p_r/cpr/course
  do/does/are/can/will you ..4 treat/offer/teach/handle/provide/specialize/accept/carry/stock/sell
  do you ..2 do ..4 for/training/classes
  do you ..2 have ..6 aed/clinic/specialist/class/program/doctor*/policy/plan/support/generator/defibrillator
  do you ..2 see ..2 patients/people
  are you ..2 the
  in case of/there/i
  in ..1 event of
  what number
  who do i call
  if there is ..3 ever
  if there ..2 an emergency
  if ..2 ever ..2 have/had/has/get
  what is ..4 policy/protocol/plan/procedure
  for ..2 school/work/class project/paper
  halloween/costume/haunted
  joke
  song
  video about
  learning about
  how to prevent/avoid
  my/the/a character
  school/church/community/senior play/musical/pageant
  i play ..3 guy/man/woman/poisoned/victim/duchess
  in ..3 act two/three/one
  murder mystery
  mysteries
  the tv/television/radio/movie
  on stage
  rehearsal/rehearsals/rehearsing
  stunt double
  soap opera
  brochure/brochures/flyer/flyers/pamphlet
  for a living
  by trade
  jury duty
  jury
  trial
  service dog
  parrot
  acting ..2 part
  i am an actor
  drill & ! drill press/bit, power drill
  worried about getting/having ..3 someday/later
  at risk
  risk of/for/factor*
[admin.words] mask
  @DANGERWORD @ADMINWORD
  @DANGERWORD ..1 @ADMINWORD & ! need ..2 ambulance
  emergency room/department ..4 bill/copay/records/visit/discharge/nurse/follow_up/last/charged/covered
  emergency room/department ..2 last/covered/bill
  e_r/er bill/copay/records/visit/nurse/discharge/charge/report/notes/doctor
  after hours emergency
  nearest/closest emergency
  emergency entrance/exit/contact/number/contacts/department/line/dentist/plumber/brake/leave/fund/surgery/appendectomy/c_section/meeting/vet/form
  emergency phone number
  no emergency
  not ..3 emergency
  ambulance ..3 report/records/bill/company/covered/charge/ride/service
  bill ..3 ambulance/er/emergency
  stroke ..2 follow/clinic/group/rehab/survivor/unit/belt
  swim stroke
  blood work/test/draw/drawn/bank/type/donor/donate/drive/pressure/thinner/thinners/relative/orange
  blood ..2 pressure check
  flu/covid/tetanus/booster/allergy/shingles/pneumonia/measles shot/shots
  shot record/records
  chest x
  chest cold/congest*/freezer/drawers/hair/workout/day/press/exam
  heart health*/healthy/murmur/doctor/monitor/valve/check/specialist/echo/screening/cath
  breathing test/treatment/study/machine ..3 schedul*/appointment/book
  sleep study
  stress test/echo
  c_p_r/cpr class/classes/certificate/certification/training/card/course/certified/physical/instructor/renewal/refresher/recert*/dummy/mask/skills
  is/s/am/was/as stroke/trauma/burn/seizure/overdose nurse/coordinator/specialist/doctor
  carbon_monoxide/smoke ..1 detector/alarm ..5 battery/batteries/false/chirp*/install*/expired & ! dizzy, headache*, sick, sleepy, going off, still, throw*, faint*
  what is/are/were ..2 signs/symptoms of/for ..3 stroke/heart_attack/seizure/seizures/overdose/concussion/meningitis/sepsis/appendicitis
  difference between ..3 stroke/heart_attack/seizure ..3 and ..3 arrest/attack/stroke/seizure/faint*
  outgrow* ..4 seizures/seizure/asthma/allergies/allergy
  first aid
  fall risk/prevention/semester/break/schedule
  suicide prevention/hotline/awareness/squad/training/survivor/loss
  seizure clinic/disorder/medicine/doctor/free/dog
  self defense
  allergic to & ! tingl*/ate/eaten/throat/swell*/breath*/tongue/having/hives/stung/accident*
  attack plan
[speech.idiom] mask
  wait/hold/music/heat/weather/traffic/suspense/commute/schedule/paperwork/price/prices/insurance/shoes/bills/taxes/hours/humidity/phone_tree/menu/line/job/copay/copays/deductible ..4 kill/killing/murder/brutal ..1 me/us
  you ..2 killing me
  this/that/it is killing me ..4 hold/wait/phone/trying/line
  boss/wife/mom/mother/husband/dad/coach/teacher/sister/manager/supervisor ..4 kill ..1 me
  kill/killing ..2 time/hour/hours/minutes/vibe/battery/it/two_birds
  kill for
  dressed to kill
  would not kill ..2 you/me/them/him
  could kill for
  make ..2 killing
  killed it
  killer headache ..4 joke
  die/dying/died to
  dying for
  dying of ..1 curiosity/boredom/thirst/hunger/embarrassment/suspense/laughter
  dying inside
  die laughing
  died laughing
  dead laughing
  to die for
  die hard
  dying to
  would/could/could_have/nearly/almost/about/just ..1 died/die ..3 when/laughing/of/if/embarrass*/right
  i would die if
  phone/battery/car/truck/computer/laptop/tablet/engine/call/internet/signal/wifi/ipad/plant/lawnmower/fridge/charger/van/line/hearing/remote/tv ..6 die/dying/died/dead/dies/crash*/explod*/blew/blown
  dead/dying battery/phone/line/end/tired/zone/serious/weight/on_my_feet/set/air/lift
  drop dead
  over my dead
  death of me
  death ..2 taxes
  to death ..6 & scared/bored/love/sick/worked/starv*/worried/freez*/tired/talk/paper*
  scared/bored/loved/love/sick/worked/starved/worried/tickled/freezing/talked ..2 to death
  sick and tired
  life or death & not/no/isn't
  heart attack ..4 when/after ..6 saw/heard/bill/price/opened/total/copay/called/found/told/read
  gave/give/giving ..3 heart attack
  heart attack ..3 bill/price/waiting
  almost/nearly/about/had/have ..3 heart attack ..4 when/over/from ..3 i/saw/bill/price/that/seeing
  heart ..2 skip* ..4 when/excited
  heart ..2 stopped ..3 when/for_a
  heart breaks/goes/broke/broken/melts/bleeds/set/desire/content
  by heart
  with all my heart
  heart to heart
  change of heart
  at heart
  stroke of luck/genius/midnight
  breast/back/swim stroke
  career/political/financial suicide
  shooter/lockdown/fire/evacuation/tornado drill
  strokes of
  having/have/had/throw/throwing/threw ..2 fit & ! floor/foam*/shak*/seizure
  hissy fit
  seize ..1 day/opportunity/moment
  choke/choked/choking/choked_up ..5 price/bill/cost/deductible/copay/tears/words/total
  chok* on ..3 how
  choked up
  drown* in ..3 paperwork/work/bills/debt/emails/email/laundry/homework/forms/meetings/it/stuff
  bleeding money/edge/heart/red/cash
  bleeding ..2 money/dry
  bleed* us/me dry
  blood boil*
  makes ..2 blood boil
  bad blood
  blood out of
  out for blood
  blood sweat
  in ..1 blood ..2 family
  burn* out & ! skin
  burning question/bridges/desire/man
  burn/burning ..2 calories/time/through/midnight/hole/vacation/rubber/pto
  money/ears burning
  shoot/shooting/shot ..2 me/you/us/them/him/her/over ..2 email/text/message/note/an/line
  shoot/shooting ..2 for/hoops/breeze/in_the_dark/video/wedding/photos/pool
  shot ..1 in ..1 dark
  just shooting in
  shoot myself ..2 foot
  could shoot myself
  kick/kicked/kicking myself
  kicked/kick ..2 out/off/habit/bucket/back_into
  could kick
  beat/beats/beating ..2 traffic/rush/crowd/bush/heat/deadline/clock/around/record/dead_horse
  beats me
  beat ..1 myself up
  beating ..1 myself up
  i am beat
  hit/hits/hitting ..2 road/traffic/gym/send/button/snooze/books/deductible/jackpot/spot/nail/wall/snag/up/sack/hay/me_up
  got/get/getting/been hit with ..4 bill/fee/snowstorm/storm/charge/surprise
  stab in ..1 dark/back
  take ..1 stab
  stabbed ..3 in_the_back/back
  under ..1 gun/fire
  jump ..1 gun
  stick* to my guns
  top gun/gun_show
  smoking gun
  pull ..1 trigger
  trigger happy
  bite ..1 bullet
  dodged ..2 bullet
  silver bullet
  blow*/blew ..2 up ..2 my/your/the phone
  blowing/blew/blow ..2 phone/away/smoke/off/mind
  bomb/bombed ..2 test/interview/cyclone
  explode/exploded/exploding ..4 paperwork/work/inbox/kids/email*
  head ..4 explode/exploding/spinning/spin ..4 paperwork/work/numbers/all_these/from/with
  going to ..2 explode & paperwork/work
  murder on ..2 back/knees/feet
  traffic ..2 murder
  getting away with murder
  knife ..2 butter/fight/edge/set
  drive/drives/driving ..2 crazy/nuts/insane/wall/mad/bonkers/bananas
  cut/cutting ..2 corners/it_close/chase/back_on/out_the/line/deal/hours/coupons
  cut ..2 me off
  die of/from embarrass*
  embarrass* to death
  break ..1 leg
  broke/break/breaking ..2 bank/ice/news/fast/even/record/up
  flat broke
  sick day/leave/note/of_it
  sick of ..4 waiting/hold/this/it/being/calling
  pain in ..2 butt/neck/ass/rear/backside
  pain to/getting ..3 schedule/deal/park/get
  pain point
  it is a pain
  such ..1 pain to/when
  growing pain
  headache/nightmare ..4 dealing/getting/trying/paperwork/insurance/parking/to_deal/scheduling
  insurance ..3 headache/nightmare
  is such ..1 headache/nightmare
  lost ..1 head/mind/cool/card/paper
  lose/losing/lost ..2 mind/patience/cool/track/place
  out of my mind ..3 busy
  crying over
  for crying out
  could cry
  cry/crying ..2 laugh*/wolf
  life saver
  lifesaver
  end of ..1 world/rope/day/line/month/year/week
  passed/pass ..2 test/class/exam/kidney/exam/board/inspection/it_along
  pass out flyers/candy/papers
  passed out ..2 asleep/on_the_couch/in_bed & tired/nap/work/night
  i was passed out asleep
  fell/fall/falling ..2 behind/asleep/through/apart/in_love/off_my/out_of/through_the_cracks/on_a/between/short/off_schedule/under
  falls on
  fall ..1 on ..3 monday/tuesday/wednesday/thursday/friday/weekend/holiday
  slipped ..2 mind/through
  dropped ..2 ball/call/off
  call ..2 dropped
  run/ran/running ..2 over/late/out_of_time/errands/by
  hanging in
  hang in there
  hang up/on/out
  hung up/over
  let me hang
  swamped/slammed/buried
  slammed at/with/today
  up to ..1 neck
  breathing down ..2 neck
  room to breathe
  breathe ..1 easy/easier
  catch my breath & ! can_not/hard/trouble
  breath of fresh
  don't hold your breath
  under ..2 weather
  weather the storm
  struck out/by_how/gold/me_as
  cold feet
  foot the bill
  cost ..2 arm ..2 leg
  arm and ..1 leg
  pulling ..2 leg
  twist* ..2 arm
  pulling my/your/teeth/hair
  like pulling teeth
  head over heels
  off ..1 top of ..2 head
  over ..2 head
  shake a leg
  shaky ..2 schedule/signal
  weak ..2 signal/coffee/spot/knees_for
  numb to
  paralyz* by ..2 choice/indecision/options
  blind ..2 date/spot/sided
  blindsided
  black ..1 friday
  blackout dates
  power ..2 out/outage
  knock/knocked ..2 out ..3 park/two/both/list/of_the
  knocks my socks
  out cold brew
  dead of ..1 winter/night
  ghost/ghosted ..2 me
  poison ivy/oak/sumac/control
  poison ivy
  attack ..2 list/problem/pile
  panic buy*
  stuck in ..2 head/traffic/meeting/elevator/line/snow
  song/tune/jingle ..4 stuck
  rusty
  allergic to ..2 mornings/mondays/work/math/exercise/waiting
  crash ..2 course/diet/couch/pad
  computer/system/app/portal/website/site/phone ..3 crash*/hang*/froze*/shut_down/black/dead/died
  freez* ..3 in_here/waiting_room/office/lobby
  i am freezing in
  fire drill/alarm_test/sale/department_physical/sticks
  fired from
  got fired
  on fire & selling/streak/team/sales
  firefighter physical
  choke cherry
  bang/bangs ..1 trim
  big bang
  break room
  bull in
  choking hazard
  hot flash
  heartburn
  heartbroken
  heartbeat away
  in a heartbeat
  crushing it
  crush on
  i am crushed
  weight loss/gain/watchers/management/check
  weight off my
  pressure ..3 from/at work/boss/school/job
  under ..2 pressure
  peer pressure
  water pressure
  tire pressure
  tight schedule/budget/on_time/money/deadline/spot
  money/time/schedule/parking ..3 tight
  tooth ..1 fairy
  spill/spilled the beans
  coffee ..2 on ..2 laptop/keyboard/phone/shirt/paperwork
  water ..1 under ..1 bridge
  keep ..2 head above
  go under & ! water/pool
  under ..1 knife
  gut feeling
  butterflies
  stomach ..2 growling/flu/bug
  long shot
  big shot
  best shot
  give ..2 shot
  shot ..2 dark/at
  shots & kids/due/school/vaccin*/booster/well/month/puppy
  call the shots
  screenshot
  strong/weak stomach
  sore loser
  sore subject
  thank god
[speech.teasing] mask
  we/i/they/call/line/phone got/get/were/was/keep =cut off & ! finger, thumb, toe, hand, arm, leg, ear, tip, saw, knife, air, breath*, blood, supply
  got/getting =cut off & talking/lady/call/phone/line/speaking/operator & ! finger, thumb, toe, hand, arm, leg, saw, knife, air, breath*
  choke*/kill*/shot/shoot*/stab*/gun/gunn/suicide/stroke/bleed*/bomb/murder/crash ..6 dot com/net/org/edu
  stab/stabbing/killing/dying/choking/broken/bleeding/drowning/strangler/murderers ..1 creek/road/street/lane/ridge/drive/hill/trail/avenue/court
  strangle/kill/murder/shoot/punch/choke/stab/smash/hit/beat/burn ..1 this/that/the/my ..1 printer/computer/laptop/website/portal/fax/copier/alarm_clock/app/machine/tv/keyboard/scanner/vending_machine
  is/was/like ..1 punch/kick/slap/stab/knife in/to ..1 gut/face/teeth/back/heart/stomach & price/bill/cost/copay/news/fee/deductible/total
  suffocat*/smothered/buried/choking/drowning ..2 in/under/by paperwork/work/bills/emails/forms/laundry/debt/homework/meetings
  price/bill/copay/cost/total/fee/deductible ..4 made/make/makes me choke/gag/faint/pass_out/choked
  blue in ..1 face from/asking/trying/telling/calling/explaining/talking/arguing/begging/repeating ..1 & ! chok*, breath*, cough*
  till/until ..3 blue in ..1 face
  would have ..1 stroke/heart_attack/fit/seizure/cow/coronary if/when & ! not/unless/stop*
  about/almost/nearly/practically/liable ..1 gave/give/giving me ..1 stroke & ! pill/pills/medicine/medication/vaccine/dose
  hold/music/website/computer/portal/form/forms/traffic/wait/price/bill/menu/line/parking/schedule ..4 giving/gave/give me ..1 seizure/stroke/aneurysm/coronary
  gave/giving ..3 stroke/heart_attack ..1 hiding/jumping/sneaking/popping
  push/pushed/pushing my/our/the/his/her/it/that/this ..2 appointment/visit/checkup/physical/cleaning/procedure/back/out/till/until/off & ! wall/stairs/down/floor
  wake ..1 sleepwalker/sleep_walker
  i stop/stops/quit breathing ..4 sleep/asleep/sleeping/night & ! can not, now, chest
  stop/stops/quit breathing ..5 sleep/asleep/sleeping/night & apnea/snor*/cpap/sleep_study & ! baby, infant, newborn, blue, can not
  burns/burning/burn ..2 when ..5 drops
  die in that/this ..1 heat/traffic/cold/weather/snow/rain/sun/line
  go on like this ..6 copay/bill/hold/wrong/insurance/charges/portal/scheduling
  burden on ..2 office/you/staff/doctor/clinic/front_desk/schedule
  shoot/kill/hang/strangle/stab/hanging/shooting myself ..2 filling/doing/listening ..3 out/form/paperwork/packet/hold/music/taxes/this
  hanging by ..1 thread & schedule/job/insurance/budget/time/nerves/patience/work & ! finger/thumb/toe/skin/cut
  kicked ..2 by ..2 flu/cold/covid/test/exam
  butt kicked
  broke/break/breaking ..1 neck ..1 trying/to/getting/rushing & ! can_not/fell/pain/numb*/move
  nearly/almost/about/practically/could_have/just_about ..2 faint/fainted/died/choked/keeled/passed_out/pass_out/stroke/heart_attack ..3 when/shock/laugh*/saw/see/seeing/bill/price/parking
  about knocked me out
  gave/give/having/had ..1 stroke ..4 when/practically/bill/price/parking/fee/printer
  stroke ..5 bill/printer/machine/transferred/golf/golfer/saw/sight_of/wheel
  two/#1-9 strokes
  choked ..3 password/website/finances/throw_line/free_throw/putt/test
  choked the life
  chok* ..2 bat/bridge/pressure/traffic/road
  chok* under
  website/site/app/portal/form ..1 chok*
  chok* noise/class/babies/training
  first aid class/course
  shot just/already/by_now
  patience is shot
  stab at/scar
  took ..1 stab
  beatbox
  career/car/phone/highway/interstate/ball/math/suicide suicide
  suicide squeeze/dive/squad/hill/exit/six/pass/watch_party
  run/runs/ran suicides
  suicides at/in practice/gym/basketball
  committed suicide ..2 on ..2 interstate/highway/road/freeway
  mornings/afternoons/evenings/fridays/mondays ..2 suicide
  done with ..2 all ..2 therapy/forms/paperwork/visits
  not ..2 cut* it ?anymore
  not ..3 use ..3 anymore
  want to be here ..1 all
  not going to be around/here ..4 next/week/weekend/month/thursday/friday/monday/tuesday/wednesday/vacation/cruise
  no one would notice if ..1 moved/switched/changed
  starved myself ..3 lab/labs/fasting/test/blood
  can not take it anymore ..3 cast/music/hold
  hold* ..1 hostage ..2 with
  hostage negotiator/situation_training
  bomb squad/drill/shell/threat_drill/technician/disposal
  gunshot/suicide/poison/bullet/murder/killer/stroke/choke/overdose/suffocation/collapse/crisis/hatchet/knife/heart_attack ..2 road/ridge/street/lane/avenue/drive/hill/creek/trail/court/boulevard/spider/circle
  poison frog/apple/spider/tree/ivy/oak/duchess/control
  music is poison
  stalked/stalking ..2 by/your ..2 text/website/reminders/page/calls
  strangle me if
  kill me if
  choke up
  crown and bridge
  crown ?is/came/fell ..3 tooth/dentist/bridge
  need to push ..3 checkup/appointment/visit/it/my
  cracker/crackers
  seizure alert
  printer/phone/computer/laptop/wifi ..3 having/had ..2 stroke/seizure/seizures/fit
  drowned/drown ..3 notepad/phone/laptop/sink/emails/paperwork
  drowning up to
  on fire so
  day is on fire
  mole/cast/stitches/hair/lights/insurance/call/line/phone/it ..1 =cut off
  cut it/us/me off
  cut off ..2 insurance/call/phone/power
  said/says the wrong ..2 street/name/date/day/number/middle/address
  quantity is wrong
  line up
  lined up
  lines up
  stubbed
  seeing double ..2 with ..4 cards/bills/appointments
  bleeding ..2 weekend/paying/parking
  out here/over_here paying
  fainting goats
  faints when
  defibrillator
  electrocuted ..2 and knocked
  carpet burn
  rope/rug/wind/razor burn
  burned ..3 casserole/rolls/toast/dinner/supper/pancakes/cookies
  burn* easy/easily
  chemical peel
  sunburn
[speech.names] mask
  doctor/mister/missus/mr/mrs/ms/miss/nurse/dr/pastor/officer ..1 payne/pain/paine/hurt/blood/stroke/coffin/death/slaughter/gunn/gun/kill*/hart/heart/burns/cutter/shott/shot/stabb*/doom/strange/moody/love/graves/grave/bone/bones/bleed*/bleak/blackout/choke*/crisis/fitz/fits/fits/fear/fury/killian/lance/nurse/panic/savage/sorrow/slash/snow/toombs/tombs/tragedy/wound/wounds/danger/cruel/hanger/hangar/fall/falls/sickman/sick/bullet/knife/razor/rope/rifle/pistol/rush/battle/battles/war/fire/frost/heatwole/rash/sharp/swallow/swallows/choice/weakley/weak/sweat/strangle*/stabler/crash/smother*/blue/grey/gray/green
  name ..2 is/s ..4 payne/pain/paine/hurt/blood/stroke/stroker/coffin/death/slaughter/gunn/gun/kill*/hart/heart/burns/cutter/shott/shot/stabb*/doom/graves/grave/bone/bones/bleed*/killian/lance/panic/savage/wound/wounds/danger/hanger/hangar/fall/falls/sick/bullet/knife/razor/rope/rifle/pistol/battle/fire/frost/rash/sharp/swallow/weakley/crash/blue/grey/gray/suicide/crisis
  last name ..4 payne/pain/hurt/blood/stroke/coffin/death/slaughter/gunn/gun/kill*/hart/burns/shott/shot/stabb*/graves/bone/bones/bleed*/savage/wound/danger/bullet/knife/rope/battle/frost/swallow/crash
  =gunn/=killian/=killeen/=coffin/=bledsoe/=bleecker/=bleeker/=stroker/=payne/=paine/=deeth
  payne/hurt/blood/stroke/coffin/death/graves/savage ..1 family/residence/practice/clinic
  gun lake/barrel/powder/hill/club
  =bloodworth/=painter/=chester/=chesterfield/=hartford
  kill ..1 devil
  point ..1 loma
  nine eleven ..2 plumbing
