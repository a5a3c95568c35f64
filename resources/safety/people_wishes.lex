; Wishes for a person, moods, confusion.
@HUMANBEING = person, people, human, somebody, someone, representative, rep, agent, operator, receptionist, secretary, live person, staff, nurse, front desk, manager, supervisor, doctor, scheduler, someone else, anyone, anybody, lady, guy, man, woman, being, assistant at, provider, billing, medical assistant, coordinator, office, the desk, doctors, therapist, counselor, team, admin, humans, worker, employee, individual, pa, team member, triage nurse
@SPEAK = talk, speak, spoke, speaking, talking, chat, converse
[human.not] mask
  press ..2 speak/talk ..6 agent/representative/operator/specialist
  apply ..6 front_desk/receptionist/job
  front desk job/position/opening
  talk/speak to ..1 counselor/therapist/specialist/nutritionist/dietitian/surgeon & ! right now, on the phone, on the line, today
[human.asked] human
  @SPEAK ..2 to/with ..4 @HUMANBEING & ! am i speaking, am i talking, are you, did i, i was speaking, i was talking, i spoke, spoke to, is this, talked to, talk to the doctor about it at, at my/the_visit/appointment, call ..2 me, calls me, how do i know, i talked, i already, i've been talking, last time, when i spoke, was talking to, was speaking, do i talk to someone about/for, talking to me
  talk/speak ..2 to/with ..1 person/human/someone/somebody & ! am i, are you, is this, call me back, i already, the last
  real/live/actual/human ..1 person/human/being/agent/representative/operator & ! are you, is this, am i, you a real, how do i know, prove, you are, whether, as a, or ai, or a, who real, or bot, or robot
  ^ representative/operator/agent/human/person/receptionist/nurse/manager/supervisor/somebody/someone/staff ?please $
  ^ ..2 representative/operator/agent
  representative & ! sales, insurance rep*, i am a, pharmaceutical, drug rep
  operator & ! machine, forklift, crane, i am, owner, equipment
  give/get/find/put/want/need/connect/transfer/send/hand/patch/bring ..3 @HUMANBEING & want/need/connect/transfer/put/patch/get/give ..1 me/through/over/a & ! appointment, call me, note, message, referral, number, see, female, another, different, new, second, form, letter, phone number, record*, need a doctor, get a doctor, find a doctor, primary, want a doctor, an office, a doctor who, cancel, from the, schedule, need someone to call, have someone call, need somebody to call, get somebody to call, get someone to call, get a call, pcp, drive me, pick me up, to a counselor/therapist/specialist/dietitian/nutritionist, put me with/down, set that up, guest speaker, to call me, to call back, hour, hours, take, accept
  connect/transfer/put/patch/pass/switch/hand me ..4 to/through/with/over/on & ! insurance_plan
  connect/transfer/forward ..1 me/this/my_call/us & ! records/prescription/files
  transfer ?the ?my call
  put ..4 on ..2 phone/line
  put me through
  get me ..2 someone/somebody/person/human/manager/nurse/supervisor
  have/let ..1 me talk/speak
  let me ..2 talk/speak/get ..2 to
  can/could/may i/we ..3 talk/speak ..2 to/with
  want/need/like/prefer/rather/love/got/have ..2 to ..2 talk/speak ..2 to/with ..4 @HUMANBEING & ! doctor ..2 about ..5 visit, call ..2 me
  rather ..2 talk/speak/deal ..2 to/with
  not/no/do_not/does_not ..5 talk/speak/talking/speaking/dealing/deal ..2 to/with ..3 machine/robot/computer/bot/recording/ai/machines/robots/thing/automated/you/computers
  hate ..4 machine/robot/machines/robots/automated/recording/recordings/talking_to_computer
  not a/an machine/robot/computer/bot/recording & want/talk/speak/person/need/someone
  no/stop ..1 robot/robots/machine/machines/bots/computer/ai
  is there ..4 human/person/somebody/someone/anyone/anybody/nurse/receptionist/manager ..5 talk/speak/help/available/there/around/can & ! are you a/an/real, is this a/an/real, machine or, robot or, computer or, recording or, is anybody there, is there anyone who speaks, doctor who, on saturday*, female, accepts, takes, that takes, specializ*
  any ..1 humans/people ..4 there/work/available
  someone/somebody/anyone who/that ..3 help/understand/actually/real/speak & ! speaks spanish
  can/could ..2 someone/somebody ..2 help ..2 me & ! find, schedule, with the portal, portal, book, make, log
  human please/being/now
  speak ..1 human
  live agent/person/representative/operator
  skip ..3 robot/menu/ai
  zero zero/for
  press zero
  just ..2 want/need ..2 person/human/someone/somebody
  want/need ..1 ?a ?real person/human & ! in ..1 person, per person, visit
  who can i ..1 talk/speak ..1 to
  stop ..3 get me
  is ..3 doctor/nurse/manager/anyone ..2 available ..2 to ..1 talk/speak
  is ..3 available ..2 to ..1 talk/speak
  ring/dial/connect/transfer/to/want/need/get ..2 through_to/front/desk/extension
  ^ ..2 extension #1-99999 & ! my, number
[feel.crying] strong
  cry & ! baby/son/daughter/kid/newborn/toddler/he/she/infant/wolf/laughing/over_milk/out_loud/eyes/onion & i/me/can_not/help/sorry/stop/been
  i am ..3 crying/sobbing/weeping/hysterical
  crying ..3 all/every/right/sorry/because/my_eyes
  can not ..2 stop ..1 crying/shaking/sobbing & ! baby
  in tears
  sob/sobbing/weeping/bawling & ! baby
  falling apart
  breaking down
  break* ..1 down & i/me & ! car/bill/cost/charges/down_the
  broken_hearted
  devastat*
  heartbroken
  grief/grieving & ! counselor/group/counseling
  lost ..2 baby
  i am ..3 mess & ! schedule
  i am ..5 scared/terrified/panicking/panicked/frightened/petrified/desperate/hysterical/freaking & ! needle*/shot/dentist/little/bit
  scared & ! little/bit/needle*/scared you/scared_me & i/what/know/please/really/death/so/me/alone
  freaking out
  panicking
  panicked
  at ..1 end of ..1 rope
  at my_wits/wit/limit/breaking
  wits end
  losing it
  losing my mind
  going crazy & ! kids
  can not ..2 take ..2 it/this
  can not ..2 cope/handle/deal/function
  overwhelmed & ! work/paperwork/slightly
  desperate & ! housewives
  i am ..4 upset
  so/really/very/extremely/pretty/too upset & ! stomach
  upset ..2 me/about/with/that/and
  please ..3 i am begging
  beg/begging you
  i do not know ..2 what ..1 to do & ! about/if/with/which/for & please/scared/help/anymore/upset/so
  do not know who else
  nobody ..2 can ..1 help ..1 me
  no_one/nobody ..4 help* ..2 me
  can not ..2 get anybody/anyone/nobody ..3 help
  so depressed
  miserable & i/am
  i am suffering
  hopeless
  i am so ..2 alone
  nobody/no_one cares
  he/she/husband/wife/mom/dad/son/daughter ..2 died/passed & crying/hard/can_not/lost/sorry/know/tears/alone
  died ..2 on ..1 friday/monday/tuesday/wednesday/thursday/saturday/sunday
  died/passed ..3 yesterday/last_night/this_morning/today & ! phone/car/battery/dog/computer
  really struggling
  having ..2 breakdown/meltdown
  nervous breakdown
[feel.anger] angry
  furious
  livid
  outrag*
  pissed
  fuming
  enraged
  i am ..4 angry/mad/irate/fed/pissed/livid/steaming & ! fed_the
  so/really/very/extremely angry/mad
  fed up
  sick of ..4 this/it/you/your/waiting/calling/being & ! health
  sick and tired of
  had it ..2 with
  i have had it & ! for/since/years/months/weeks/before/twice/all/a/on/off/about/once/done/checked
  had ..1 enough of
  had enough
  i am ..3 done with ..3 you/this/place/office/clinic
  unacceptable
  ridiculous & ! little/bit & this/you/that/absolutely/is/it
  absurd & this/is/that
  disgrac*
  disgust* & ! smell/taste & this/you/i/with/am/absolutely
  pathetic
  incompetent
  useless & ! leg/arm/hand & you/people/this/system/office/totally
  worthless & you/people/office/system
  worst ..2 clinic/office/service/place/practice/doctor/experience/people/customer
  terrible/horrible/awful/lousy ..1 service/clinic/office/place/people/experience/doctors & ! it was
  file/make/lodge/submit/filing ..3 complaint/grievance
  complain to/about
  lawsuit/sue/suing/sued
  my lawyer/attorney ..4 hear/call/contact/going
  report ..3 you/this/clinic/office/doctor ..3 board/state/authorities & ! card
  hear/hearing from my lawyer
  better business
  one_star/bad review
  leave/leaving/write ..2 bad/terrible/one ..1 review
  switching/leaving ..2 doctors/practice/clinics ..3 because
  i am leaving ..2 this
  never ..2 come/coming/go ..2 back ..2 there/here/again
  how dare
  what ..3 wrong with ..2 you/people
  do your job
  do not ..2 anything right
  can not ..2 do anything right
  nobody ..3 help*/calls/called/answers/answer/returns/does ..3 me/back/anything/phone & times/days/week*/ridiculous/again/sick/over/nobody
  nobody ..2 cares
  nobody ever
  messed/screwed ..1 up & times/again/you/always/keep/appointment/everything
  called/calling ..3 #3-50 times
  #3-50 times ..4 nobody/no_one/nothing/called/and_still
  waited/waiting ..4 hours ..4 nobody/no_one/and/for
  waited/waiting/hold ..5 hour/hours/#30-200 & ridiculous/furious/nobody/unacceptable/seriously/angry/again
  keep/kept ..4 hanging ..1 up
  hung up on me
  lied to me
  you ..3 lied/lying/liars
  scam/ripoff/rip_off/crooks/thieves & you/people/clinic/this/charge*/bill
  charged me ..2 twice & nobody/outrage*/sick/again/fix
  frustrat* & ! little/bit/slightly/kind
  fuck*
  goddamn/god_damn
  screw you/this
  damn ..2 it/phone/bill/appointment/machine/doctor/place/office/robot/time & ! near
  hell ..3 wrong/going/is/do/you & ! my back hurts
  go to hell
  what the hell/heck & ! sure
  bullshit/bull_crap
  are you kidding
  you have got to be
  this is insane/crazy/nonsense/garbage/crap/bs/a_joke/joke
  joke of ..2 clinic/office/place
  treated like ..2 dirt/garbage/trash/animal
  how ..2 hard ..1 is it
  enough is enough
  do not ..2 tell me to calm
[feel.abuse] abuse
  shut up
  shut the
  stupid/dumb/idiotic/worthless/useless ..2 machine/robot/computer/bot/thing/piece/idiot/woman/bitch/ai/people/clinic/office/system & ! me/i_am
  idiot/idiots/moron/morons/imbecile/dumbass/asshole/assholes/bitch/bitches/bastard/bastards/scumbag/jackass/dipshit/cunt/prick/dickhead
  fuck ..1 you/off
  fucking
  piece of ..1 crap/shit/garbage/junk/trash
  screw you
  go to hell
  you suck
  suck ..1 my
  kiss my
  you ..3 stupid/dumb/moron/idiot
[feel.mild] mild
  finally & minutes/hold/got/through/answer
  on_hold/waiting ..5 forever/minutes/long/while/hour/#5-90
  been ..2 waiting/holding ..5
  hold ..4 forever
  ugh
  annoy*
  little/bit/kinda/kind_of/slightly/somewhat ..2 frustrat*/upset/mad/angry/irritat*/annoy*/worried/nervous/scared/anxious/concerned/disappoint*/overwhelmed/stressed
  irritat* & ! skin/eye/throat/bowel
  disappoint*
  nervous & ! system/breakdown
  anxious
  worried
  worry*
  concerned
  stressed
  hurry ..2 up & ! ambulance
  hurry
  make it quick
  already told/said/gave/answered ..3 you
  i told you
  i just said/told
  not what i said
  like i said
  for the ..2 third/second/last/hundredth time
  again & already/told/said & ! call_again
  how many times
  come on
  seriously
  this is taking
  too long
  takes forever
  inconvenien*
  impatient
  been trying ..4 hours/all/days/week/forever
  called ..3 twice/already
  passed/passed_away & cancel*/appointment
  oh my god/gosh
  geez/jeez
  killing me
  whatever & ! works/you_have/day/time/is
  forget it
  never mind ..2 this
[feel.good] positive
  thank*
  thanks
  great
  perfect
  wonderful
  appreciate*
  awesome
  lovely
  excellent
[lost.disoriented] lost
  what day ..3 is it & ! open/appointment/available/my/is ..2 works & who/where/thought/what_year/know
  where am i & ! supposed/going/on_the
  who am i ..2 talking/calling/is & thought/what/where/why/i_do
  what year & ! you made/built/born/open, open/established
  do not know ..4 calling ..2 for/about
  do not know why ..3 calling/called
  what am i calling
  who did i ..1 call
  i thought i was calling & what/who/where/day & ! pizza
  forgot ..2 why ..3 called/calling
  forget why ..3 called/calling
  can not remember ..2 why ..3 call*
  can not remember my ..2 name/address/number/birthday & ! insurance/account/member/policy/id/portal/password
[lost.confused] confused
  i am ..4 confused & ! about
  confused & ! he/she/mom/dad/husband/wife & i/am/this/what/you
  do_not/can_not understand ..4 what/you/any/this/question/asking & ! bill/charge/statement/insurance/policy/slow_down/please_slow/eob
  what am i ..2 supposed ..2 to
  what ..3 want from me
  what ..2 was it ..2 you wanted
  what ..3 did ..2 you want
  what ..2 are you ..3 talking about/asking
  who is this
  who did you say
  who are you ..2 again
  who is calling
  what ..2 is this place/number
  what what
  do not remember ..6 if/what/who/whether/my
  can not remember ..4 what/who/if
  the thing ..4 the thing
  you know ..3 the thing
  i said the thing
  lost ..2 track of ..3 what
  not sure ..2 who/what i ..2 am/called/calling/wanted
  huh ..2 what
  can not hear you ..4 can not understand
  is this the doctor
  mixed up & i/am/all
  my memory
  why are you calling
  did you call me or
[talk.question_of_kind] mask
  are you ..4 real/human/person/bot/robot/ai
  is this ..4 real/human/person/bot/robot/recording
  am i ..3 speaking/talking ..4 real/human/person/bot/robot/someone/computer
[lost.lay_words] lost
  is this ..2 bank/store/church/police/library/my_daughter/my_son & supposed/eyes/doctor/something/thought/who
  what is today
  what's ..1 today & press/told/then/i/who
  had the name ..3 right here
  they told me to ..3 press/call/push & who/what/then/something/today
  told me to press something
  supposed to ..2 do/call ..2 something ..3 about
  i was supposed to ..3 something
  i do not know who ..3 i ..1 am/called/supposed
  who am i ..1 talking/speaking to
  for the for the
  my mind ..2 goes/went/is blank
  what did i call/want/need
; Said in other words.
[human.plainly] human
  ^ ..2 front_desk/customer_service/medical_records/nurse_line/main_desk/reception/live_help/human_being ?please $
  ^ ..2 zero ..1 zero
  ^ #0 $
  do_not/does_not/will_not do/like/trust/want ..1 bots/robots/machines/ai/recordings/automated/robot/bot
  ^ no/nope/nah/just/only ..1 human/person/people/humans ?please $
  ^ ..1 transfer ..1 me/please $
  ^ transfer $
  get/have/put ..3 somebody/someone/anybody/person/human ..4 on ..2 phone/line
  next available person/agent/representative/operator/human/receptionist
  hold/wait ..2 for ..2 person/human/next_person/somebody/someone/operator ..1 $
  anybody/anyone/somebody/someone ..2 actually/really/even there
  who can ..1 take my call
  do it/that/this with ..2 person/human
  rather/prefer/like ..4 with ..2 person/human
  told ..2 to ask for
  get me back to
  talking to ..2 lady/her/him/girl/guy/somebody/someone/woman/man ..4 cut_off/disconnected/dropped/hung
  ^ is ..1 there i was
  is ..1 there & talking/cut_off/disconnected & ! is it/that/this there
  somebody/someone/anybody/anyone who/that works there/here/in_the_office
  speak/talk ..1 with/to whoever/whomever/whoever_is
  get/have ..1 someone/somebody/anyone in ..1 office/billing/records/back
  not ..1 computer/robot/machine/bot/recording/ai ?please $
  talk/speak to ..1 someone/somebody/person ..3 about my account/bill
  somebody/someone/anybody in ..1 medical_records/billing/scheduling/referrals/records ..2 on
  put ..4 on please $
  put ..3 at front_desk on
  put him/her on
  hold/wait for ..1 receptionist/operator/front_desk
  live body/one
  somebody/someone ..2 come to ..1 phone
  too complicated for ..1 robot/machine/computer/bot
[feel.anger_plainly] angry always
  effing/freaking/frickin/friggin/freakin & you/people/kidding/date/time/phone/recording/office/bill/doctor
  jerk/jerks & you/people/doctor/incompetent/that/nurse
  jerked/jerking/jerk ..2 me/us/around & ! leg/arm/knee/shak*/awake/seizure
  been jerked around
  ruined my/our/everything & you/people/whole
  ticked off
  an_ass/such_an_ass/dumb_ass/asses & doctor/nurse/you/he/she/is
  you ..3 are garbage/trash/crooks/thieves/joke
  office/people/clinic/place is/are ..1 garbage/trash/joke/zoo/circus
  shame on you/all/them/that
  blow ..1 gasket/lid/top
  bull crap/crud/hockey
  going to ..1 scream & person/phone/hold/tell*/you/call/swear & ! he is, she is, baby
  i swear to god & if/you/one_more
  damn incompetent
  left me/us/him/her sitting/waiting/hanging ..4 hours/hour/garbage/dog
  you people & lost/lose/never/always/sick/twice/cancel*/canceled/owe/ruined
  sick of this/you/it ..2 you/people
  want an apology
[feel.crying_plainly] strong always
  i ..2 emotional & sorry/passing/died/day
  anniversary ..4 passing/death & sorry/cry*/hard/emotional/cancel
  lost my/our baby/son/daughter/husband/wife/mother/mom/dad ..2 last/#1-12/week/weeks/month/yesterday & sorry/can_not/hard/cry*
  petrified/panicky
  total/complete/full meltdown
  so worked up
  not mean to cry
  sorry ..4 can not stop & ! bleed*/cough*/vomit*/breath*
  give me ..1 second/minute ..4 sorry ..4 can_not/hard/cry*
[lost.plainly] confused
  not know what it is for & wrote/written/card/says
  what day is ?it today & ! open/available/holiday
  what day is today
  is it my appointment
  is my appointment today or
  too fast & going/talk*/you/follow/slow & ! heart/breath*/driving/pulse/growing/beat*/rate/running
  i ..1 do_not/can_not follow/keep_up
  is this/that my daughter/son/wife/husband/sister/brother/mother/girl
  is that you $
  now where was i
  had it ..1 minute ago
  can not make it out
  what is it you want
  i do not know what i am doing & ! form/portal/website
  button or talk
  you tell me & do_not_know/dear/not_sure
  ^ what appointment & do_not/do_i/i_have/have_i
  ^ what visit
  i ..1 not have ..1 appointment do i
  turned around & i/all & ! car/walk/phone/results/hurt/fell
  is it me ..2 that/or
  not sure which ..1 it was/one
  written/wrote it down somewhere
  for what dear/honey/sweetheart
  who's birthday/whose_birthday
  ^ who is birthday
  i am at home & what/who/why & ! test/alone/scared
  thought we were talking
  keeps track & can_not_tell/do_not_know
  which one do you want & name/number
  is it on ..1 phone somewhere
  now i do not know & call/number/said/wrote
  come see you or you come
