; Medicines, refills, results, advice: what the assistant may not carry.
[medicine.refill] refill always
  refill*
  re_up ..3 @DRUG/@MEDS
  renew/renewed/renewal/renewing ..5 @DRUG/@MEDS/prescription
  @DRUG/@MEDS ..4 renew/renewed/renewal/refilled
  run/ran/running/almost/nearly/about/completely ..2 out ..4 @DRUG/@MEDS & ! appointment
  @DRUG/@MEDS ..2 run/ran/running/runs ..1 out/low
  running low ..4 @DRUG/@MEDS
  am/is/are/be out of ..3 @DRUG/@MEDS
  ran out of ..4 @DRUG/@MEDS
  need/get/want/order/send ..3 more ..3 @DRUG/@MEDS
  need/want/get/send/write/call ..4 new/another ..2 script/prescription/rx ..4 for
  only ..3 #1-9 ..2 pill/pills/left/tablets/days ..4 @DRUG/@MEDS/left
  #1-9 ..2 pills/pill/tablets/doses left
  last pill/dose/inhaler/pen/bottle ..4 need/more
  more of ..3 @DRUG/@MEDS
  @DRUG/@MEDS ..5 ninety/thirty/#30-90 day supply
  another ..2 month/bottle/supply ..3 of ..2 @DRUG/@MEDS
  no more ..2 @DRUG/@MEDS
[medicine.named] medication always
  @DRUG
[medicine.mentioned] medication always
  @MEDS & ! medicine department/clinic, medicine doctor/physician, internal medicine, family medicine, sports medicine, drug store appointment
  internal/family/sports/emergency medicine ..4 @DRUG/pill/pills/meds/medication/prescription
  @PHARMACY
  insulin pump
  side effect*
  on something for & ! hold
  call/called/calling/phone/send ..2 in ..3 something/it/that & cvs/walgreens/pharmacy/doctor/supposed/cough/infection
  prior auth* & ! mri/ct/scan/surgery/procedure/imaging
  what i take for
  stop/start/keep/quit taking ..3 it/them/that/my
  taking ..3 for my ..2 pressure/cholesterol/diabetes/anxiety/depression/thyroid/pain
  how much/many ..3 should ..2 take/give
  vaccine ..4 reaction & @MEDS
  lost/spilled/dropped ..3 bottle & pills
  prescribed/prescribe/prescribing
  over_the_counter
  over the counter
  allergic to ..3 penicillin/sulfa/codeine/amoxicillin/medication/antibiotic*
[results.asked] test_results always
  @TEST ..3 result*/report/reports/findings/numbers & ! allergist_only
  result* ..5 @TEST/from/back/in/ready/yet/posted/portal/mean & ! search
  my/the/any/his/her/get/those result*
  test result*
  @TEST ..3 back/in/ready/posted/normal/abnormal/positive/negative/okay/good/bad/high/low ?yet & ! can i/get back_in/come_in/back on/open/blood_pressure/schedule/book/appointment
  @TEST ..2 came/come/comes/gotten/went ..2 back/in & ! i can come
  hear/heard/hearing ..3 back ..4 @TEST/about my
  waiting ..5 @TEST & ! room/schedule/appointment/approval/referral
  what/how was/were/is/did ..3 @TEST & ! cost/much/long/number/hours/address/fee/for/schedule
  how ..2 did ..3 @TEST ..2 look/turn/go/come/do
  what ..3 @TEST ..2 show/say/showed/said/mean/find/found
  did/have/has/are/is/if/see/whether ..3 @TEST ..3 back/come/came/in/ready/normal/okay/good/bad/positive/negative/show/clear/fine
  call/called/calling/talk/know/ask/question* ..5 about ..4 @TEST & ! schedule*/book*/set/up/order/appointment/referral/where/cost/price/prep/make/need
  @TEST ..3 abnormal/positive/negative
  go over/discuss/explain/interpret/understand ..4 @TEST/results
  positive/negative for ..4
  get/have/fax/send/email/copy/mail/see ..4 results
  supposed/was to call ..3 @TEST
  @TEST from ..4 last/yesterday/monday/tuesday/wednesday/thursday/friday/week ..6 back/show/normal/okay/hear*
  what ..2 my ..2 a1c/cholesterol/thyroid/psa/blood_sugar/levels/inr/iron
  find ..3 out ..4 @TEST/if_i_have/what_they_found
  tested ..4 find out
  anything ..3 show ..3 @TEST
  did the doctor look at ..3 @TEST
[results.not] mask
  need/get/schedule/book/make/do/have/order/set ..5 appointment/up ..4 for ..3 @TEST
[advice.asked] medical_advice always
  should i/he/she/we/they ..4 worried/worry/concerned/go/take/come/see/ice/heat/stop/eat/drink/rest/wait/call/get/be/do/put/use/give/try/start/keep/isolate/quarantine/bring ..6 er/emergency/hospital/doctor/urgent/in/worried/concerned/pain/fever/it/rash/this/about/him/her/heat/ice/cold/swelling & ! bring ..3 card/form/insurance/records, arrive, what time, park, insurance, appointment ..3 cancel, fill out, wear
  should i be_worried/concerned/scared
  should i/he/she worry
  should i/we go ..3 to ..2 er/e_r/emergency/hospital/urgent
  should i ..4 ice/heat/elevate/wrap/bandage
  should i/he/she/we ..2 be ..2 seen/worried/concerned/checked/tested/fasting/eating/contagious
  is it/this/that ..2 normal/safe/okay/ok/bad/serious/dangerous/contagious/infected/broken/healthy ..4 to/if/for/that/when/after/while & ! park/reschedule/cancel/come_late/bring/late/call
  is it/this/that ..2 normal/serious/dangerous/contagious/infected
  is ..4 normal ..4 after/for/when/with/to
  is it safe ..2 to
  is it ok/okay/bad/alright ..3 eat/drink/exercise/fly/take/swim/work/drive/sleep/run/lift/travel/shower/bathe
  is #97-106 ..5 fever/high
  is a/an #97-106 
  is ..6 too high/low & ! price/cost/bill
  what should/do/can/could i/we ..2 do/take/give/use/put/try/eat ..5 for/about/if/to/on & ! appointment/bring/reschedule/cancel/change/insurance/bill/portal/payment
  what ..2 should i do ..3 about/for & ! bill/appointment/insurance/portal/form
  what can i give/take/put/use/do for
  what ..4 good for ..4 cough/fever/pain/cold/rash/headache/throat/stomach
  what does ..2 mean ..2 if/when & ! insurance/bill/portal
  what ..2 mean ..3 if my
  what is wrong with me/him/her/my
  what could/would/might ..3 cause/causing/be wrong
  why is/are/do/does my ..6 hurt*/swollen/itch*/red/numb/bleed*/ache*/pain/burn*/hot/always/keep & ! bill
  do you think ..4 is/have/has/need/should/broken/serious/infected/covid/flu/strep/x & ! doctor/can_fit/time/could/can/could_see
  do you think i/he/she ..2 need/have/should/could_have
  do i/he/she/we ..2 need ..4 antibiotic*/stitches/x/tetanus/tested/er/emergency/hospital/mri/worry/shot ..2 for & ! referral/appointment/insurance
  do i need to go to ..3 er/hospital/emergency
  how do i/you ..2 know ..3 if ..5 infected/broken/serious/covid/flu/sprain*/fracture*/contagious/strep/pregnant/normal/allergic/concussion/cancer & ! you/dog/real/person/bot
  how do i ..2 treat/get_rid/stop/cure/clean/take_care/lower/bring_down/make ..4 & ! appointment/portal/account/payment
  how long ..3 last/contagious/heal/before_i/until_i & cold/flu/covid/fever/pain/rash/surgery/infection/cough/contagious/swelling/bruise/heal/virus/strep
  how long ..4 does/should ..4 cold/flu/fever/cough/swelling/rash/infection/strep/covid/virus ..3 last/take
  how long ..6 contagious
  how long ..4 should i/he/she ..3 wait/stay/rest/keep/wear/ice & ! hold/arrive
  can i/he/she/we/you/my ..3 eat/drink/exercise/fly/swim/drive/lift/work/run/shower/go_back/breastfeed/travel/get_pregnant/smoke ..6 before/after/while/with/if/when/still/during/pregnant & ! chart/appointment at
  can i go back to ..2 work/school
  can ..3 catch ..2 it
  could ..3 be ..4 cancer/infection/infected/covid/flu/pregnant/serious/broken/diabetes/strep/allergic/pneumonia/stroke/heart/tumor
  could ..2 it be ..3
  is it possible i/he/she ..2 have
  am i having
  i want/need/like ..3 medical advice
  medical question/advice
  question for ..2 nurse/doctor ..4 about ..4 pain/rash/symptom*/fever/surgery/swelling/cough & ! schedule
  ask ..3 nurse/doctor ..6 symptom*/pain/rash/fever/about_my/if_i/swelling/whether
  ask ..3 about ..3 symptom*
  need advice
  any/some advice
  what would you recommend/suggest/advise ..3 for
  home remed*
  when should i ..3 worry/worried/concerned/see/go/be
  at what point ..4 worry/er/hospital/concern*
  how high ..4 fever/temp*/pressure
  how bad ..2 is ..4 & fever/cut/burn/rash/swelling
  what are ..2 symptoms ..2 of
  symptoms of
  sign of ..2 infection
  does ..6 sound ..2 like/serious/normal/infected/broken
  does it/this ..3 look/sound/seem ..3 normal/infected/serious/bad/like
  diagnos* ..3 me
  what ..2 diagnosis
  wondering if ..5 normal/serious/infected/broken/concerned/worried/okay_to/safe
  be worried about
  need to be ..1 worried/concerned
[medicine.lay_words] medication always
  wrong strength/dose/dosage/pill/pills/tablets
  strength ..6 bottle/label/used_to
  bottle/label ..4 says/said ..6 #1-500 & strength/used_to/take/taking/dose/different
  milligram*
  take/taking ..3 twice/once/three_times ..2 day/daily
  what i am taking
  on/off/stopped my meds
[results.lay_words] test_results always
  portal/chart/letter/email/message/app ..6 says/said/abnormal/shows/positive/negative/high/low/flagged & ! appointment/bill/balance/pay/password
  abnormal
  @TEST ..4 i/he/she/we ..1 had ..4 & nobody/no_one/heard/told/know/called/showed/said/waiting/back
  @TEST ..8 nobody/no_one/not ..3 told/called/said/heard
  @TEST ..8 what/anything ..2 it/they ..2 show*/said/say/found/find
  looked/looking/reviewed/seen/read ..2 at ..3 @TEST
  doctor/he/she/anyone ..3 look*/review*/read/see/seen ..3 at/my ..2 @TEST
  drew/took/drawn ..3 blood ..10 know/say/said/show*/results/heard/called/back
  know what ..3 @TEST ..2 said/showed/say/found
  get what it showed
  what it showed
  see if ..4 anything ..2 wrong ..4 @TEST
  @TEST ..6 come/came ..1 back/in
  hear/heard/hearing ..4 about ..3 @TEST
  is it ..3 cancer/benign/malignant
  benign/malignant
  positive or negative
  if it was ..2 positive/negative/normal/cancer/broken
  am i positive
[advice.lay_words] medical_advice always
  what should my ..5 be
  what is ..3 normal/good/healthy/safe ..4 pressure/sugar/temp*/weight/rate/oxygen/cholesterol
  keep ..4 home ..3 from ..1 school/daycare/work
  do i ..3 keep/send/let/give/take/bring/make/put/use/need ..3 him/her/them/it/ice/heat
  can he/she/they ..2 go ..2 to/back ..2 school/daycare/practice
  #99-105 ..8 do i/should i/is that/what do
  is ..3 too ..2 high/low/much/long & pressure/sugar/fever/temp*/rate/weight
  safe to/for
  okay to ..3 take/eat/drink/exercise/swim/fly/work/shower/breastfeed/mix/give
  alright to ..3 take/eat/drink/exercise/swim/fly/work/shower/mix/give
  will it ..3 go away/heal/spread/scar/get_better
  supposed to ..2 hurt/itch/bleed/swell/burn/look
  bad sign
  good for ..2 cough/fever/pain/burn/rash
  best way to ..3 treat/get_rid/lower/stop
  better to ..2 ice/heat/rest/wait/walk
  what would cause
  what causes
  reason ..2 my ..4 hurts/swollen/itch*/keeps
  worth getting ..2 checked
  see a doctor for/about ..3 this
  need to be seen
  need to see somebody/someone for ..3 this/that/a
  wait it out
  serious or
