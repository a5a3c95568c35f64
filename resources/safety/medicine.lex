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
  drug/drugs & ! drug test/tests/screen/screens/screening/testing/rep/store_appointment, drug free
  my/his/her/the/more/new/of patches & ! dry/bald/skin/rough
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
  @TEST ..3 back/in/ready/posted/normal/abnormal/positive/negative/okay/good/bad/high/low ?yet & ! can_i_get/get_back_in/come_in/back_on/open/blood_pressure/schedule/book/appointment, in morning/afternoon/evening, to see, like to see
  @TEST ..2 came/come/comes/gotten/went ..2 back/in & ! i can come
  hear/heard/hearing ..3 back ..4 @TEST/about my
  waiting ..5 @TEST & ! room/schedule/appointment/approval/referral
  what/how was/were/is/did ..3 @TEST & ! cost/much/long/number/hours/address/fee/for/schedule
  how ..2 did ..3 @TEST ..2 look/turn/go/come/do
  what ..3 @TEST ..2 show/say/showed/said/mean/find/found
  did/have/has/are/is/if/see/whether ..3 @TEST ..3 back/come/came/in/ready/normal/okay/good/bad/positive/negative/show/clear/fine & ! to see, in morning/afternoon/evening
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
  portal/chart/letter/email/message/app ..6 says/said/abnormal/shows/positive/negative/high/low/flagged & ! appointment/bill/balance/pay/password, back to work, collections, owe, which one, reminder, email is
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
  @TEST ..6 come/came ..1 back/in & ! to come in, come in at/for/on/to
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
; Asked simply, without the words of medicine.
@AILMENT = headache*, migraine*, cold, colds, flu, cough*, allerg*, asthma, arthritis, croup, rash*, hives, eczema, acne, splinter, wart*, mole, corn, bunion, blister*, bruise*, burn, sunburn, cut, scrape, scab, wound, incision, stitches, sprain*, fracture, broken bone, concussion, strep, sore throat, tonsil*, sinus, ear infection, earache, earwax, pink eye, stye, cold sore*, canker sore*, toothache, fever*, chicken pox, shingles, measles, covid, virus, viral, pneumonia, bronchitis,
  diarrhea, constipat*, heartburn, reflux, gas, bloating, nausea, stomach bug, food poisoning, hemorrhoid*, hernia, gallstone*, kidney stone*, uti, yeast infection, period, periods, cramps, menopause, hot flash*, pregnan*, nursing, breastfeeding, bed wetting, wetting the bed, bedwetting, potty, teething, colic, diaper rash, cradle cap, sleepwalk*, sleep apnea, snor*, insomnia, depression, anxiety, panic attack*, stress, dementia, alzheimer*, sciatica, pinched nerve, charley horse, back pain, knee pain, shin splints, ganglion, cyst, lump, bump, swelling, swollen,
  gout, diabetes, blood sugar, blood pressure, cholesterol, a fib, afib, heart murmur, heart disease, aneurysm, anemia, thyroid, cancer, tick bite, spider bite, bug bite, bee sting, mosquito bite*, poison ivy, lice, ringworm, athlete s foot, toenail, fungus, dandruff, dry skin, itch*, dizz*, ringing, vertigo, numbness, tingling, febrile, seizure*, circumcision, belly button, soft spot, tubes tied, vasectomy, c section, staples, cast, boot, weeks pregnant, #4-42 weeks, joints, knees, ankles, scar
@REMEDY = neti pot, heating pad, ice, ice pack, humidifier, vaporizer, steam, peroxide, vaseline, petroleum jelly, aloe, honey, salt water, saline, epsom, compress, bandage, bandaid, band aid, brace, sling, splint, crutches, compression, stockings, massage, stretches, stretching, exercises, probiotic*, supplement*, herbal, turmeric, fish oil, magnesium, zinc, cbd, apple cider vinegar, lotion, calamine, sunscreen, deodorant, tap water, bottled water, dressing, keto, vegan, gluten, salt, sugar, caffeine, coffee, wine, beer, alcohol, red meat, dairy, fiber, solid food, solids, formula, cow s milk, peanut butter, pool, hot tub, sauna, hair dye, tampon*, contacts, boot, wheelchair, walker, chiropractor, acupuncture, yoga
[advice.simply] medical_advice always
  could/can/might/would ..6 @AILMENT ..4 be ..2 from/because/due/related/caused/sign/coming
  can/could/do/does/will/would @AILMENT ..3 give/cause/make/trigger/lead/affect/mean/go/come/last/leave/spread/hurt & ! appointment
  can/could/do/does/will ..3 stress/weather/glasses/coffee/food/allergies/depression/spider/spider_bite/bite/tick ..3 give/cause/make/trigger/always/leave
  can/could/should/do/does people/kids/babies/adults/women/men/somebody/toddlers/teenagers ..3 get/have/catch/outgrow/die/use/take/need/start/drink ..6 @AILMENT
  can/could you/she/he ..1 get/have/catch/die @AILMENT & ! you get me/him/her
  is/was that/this/it @AILMENT & ! appointment/schedule/reschedule/form/for_my/cold_in
  is ..2 that/it/this ..1 okay/ok/alright/problem/healing/infected/bad/safe/true & @AILMENT/@REMEDY & ! reschedule, cancel, move, late, instead, come in
  is ..2 that true
  is it true & ! take, accept, closing, moving, leaving, retir*, charge, open, insurance, doctor
  does/do/is/are/will/would/should/can ..4 @REMEDY ..6 good/help/helps/okay/ok/work/works/better/safe/hurt/bad/matter/alright & ! appointment
  @REMEDY ..3 any good
  is ..5 @REMEDY ..4 okay/ok/safe/good/bad & ! appointment, insurance, parking
  can/could/may i/he/she/we/you ..1 use/dye/color/wear/put/take/pop/drain/dig/squeeze/soak/shave/pierce/drink/eat/have/get ..8 while/during/still/pregnant/nursing/breastfeeding/with @AILMENT/@REMEDY/weeks
  can/could i/he/she/we ..1 use/dye/put/pop/drain/dig/squeeze/soak/shave/drink/eat/rub ..6 @REMEDY/@AILMENT/it/hair/wine/beer & ! portal/card/insurance/appointment/online/coupon/off
  should my/he/she/i/a/an/we/they/the ..7 still/be/keep/see/wear/sleep/drink/eat/get ..2 wetting/drinking/eating/wearing/doing/sleeping/taking/walking/screened/crawling/talking/using/putting/checking/a_bone_doctor/you_or/something & ! appointment/form/early/card/mask
  should ..4 see ..3 or ..3 doctor/specialist/urgent
  whether i should ..5 sleep/wear/take/use/eat/drink/keep/put/ice/exercise/drive
  am/is i/he/she/it ..3 supposed to ..3 wear/sleep/ice/soak/elevate/stretch/drink/eat/avoid & ! what/form/mask_in/appointment
  how much/many ..5 too much/many
  how much ..1 salt/sugar/water/caffeine/coffee/alcohol/wine/sleep/protein/fiber/exercise ..3 should/can/is/does/do
  how ..4 get/take/pull ..4 splinter/tick/stinger/earwax/wax/thorn/glass/fishhook ..4 out
  splinter/tick/stinger/earwax/wax/thorn/glass ..3 out & how/way/can/should/myself/best
  can i ..5 myself & dig/pull/pop/remove/take/treat/drain/cut
  do i ..2 leave/pop/drain/wrap/cover/soak/ice/squeeze/bandage/clean ..1 it/them/that
  leave it alone
  what ..1 do/should i/we ..1 do with/about/for ..2 it/that/@AILMENT & @AILMENT/toenail/tooth/nail/stump/cord & ! bill/form/letter/appointment
  anything/something/what i/we can ..1 do/use/take/try ..3 for/at_home/about @AILMENT/at_night/the_pain/it & ! bill/appointment
  anything i can ..1 do/use/try ..1 at home
  anything ..2 do/use for ..4 @AILMENT
  how long/soon ..2 after ..8 can/should/before/until/do & ! call/hear/results/appointment/schedule/bill/records
  when can/could/should i/he/she/we ..3 fly/flying/run/running/drive/driving/swim/swimming/lift/lifting/exercise/shower/bathe/play/playing/wear/drink/travel/work_out/have_sex & ! doctor/appointment
  how many/long/much ..4 till/until/before ..6 contagious/safe/fly/drive/swim/run
  when do/can/should you/babies/kids/we/i ..2 start/stop/switch/give babies/solid/solids/food/milk/cereal/bottle/peanut/kids/him/her
  will it/they/toenail/nail/tooth/scab/bruise/mole/lump ..1 fall_off/grow_back/come_back/scar/go_down/go_away/turn
  needs/need surgery or
  go_down/go_away/heal by itself/on_its_own
  what ..2 sprain/break/rash/mole/shingles/ringworm/hernia/tick/infection/strep/chicken_pox/measles/concussion ..1 look/looks like
  difference between ..4 @AILMENT/stroke/heart_attack/seizure/sprain/break/virus
  what are ..2 signs/symptoms of/for
  watch for & signs/symptoms/stroke/what/concussion
  is #60-400 ..2 high/low/good/bad/normal/fever/too/okay ..3 sugar/pressure/pulse/reading/heart_rate/temperature/for
  count ..2 as ..2 fever
  is #97-104 ..2 fever
  good/bad/healthy/safe ..1 for ..1 heart/your_heart/you/liver/kidneys/knees/baby/skin/blood_pressure/diabetics/pregnant & is/does/are/can/said/should
  urgent care or & ! hours/open/bill
  doctor or urgent care
  needs ..1 doctor or
  how to/do_i/do_you/should_i ..2 change/wrap/clean/dress/pull/treat/flush/irrigate ..4 dressing/bandage/wound/incision/catheter/ear/ears/nose/cut/burn/scab/drain/tube/bag
  what ..1 exercises/stretches
  what should i put
  lotion/cream/soap/shampoo ..3 better/best
  question for ..1 nurse/doctor & ! bill/appointment/about_your_hours
  ask/see ..2 doctor/nurse/her/him what she/he/they ..2 think/thinks/recommend*/suggest*/say/says
  ask ..1 doctor/nurse/her ..2 if/whether that_is/it_is/i_can/i_should/he_should/she_should/i_need_to/he_can/she_can & ! appointment/fit/squeeze/see_me/form/letter/come
  contagious & how/is/am/are/can/still/when/days/long & ! form/note
  still get it again
  can i still get
  what ..2 thing with ..1 steam
  be screened/tested for ..3 one/it/that/aneurysm/cancer/diabetes & should
  could that/this/it/these be ..4 allerg*/reaction/infection/from/hormones/menopause/stress/nerve
  is that ..1 normal/sleep_apnea/arthritis/healing/allergy/infection & ! appointment/wait
  does anything happen
  look/looks right & nurse/circumcision/incision/stitches/scar/healing
  how do you ..2 treat/get_rid/stop/cure/lower ..4 @AILMENT
  is ..6 bad/good for ..2 @AILMENT
  what can you/i ..1 do for ..2 @AILMENT/legs/feet/back
  is that something $
  are they anything $
  ought/oughta ..3 come in for ..3 @AILMENT
  do/does i/he/she ..1 need ..3 booster/tetanus ..2 if
  can i/he/she ..1 get ..4 shot/vaccine if & @AILMENT/sniffle/sick
  what does/is it mean when ..1 your/my/you/his/her
  how come my ..4 tingle/tingles/hurt/hurts/itch/itches/swell/swells/crack/cracks/burn/burns/click/clicks
  just leave it & @AILMENT
  can my/the ..2 son/daughter/kid/boy/girl ..2 play/swim/go/eat/drink & @AILMENT/tubes/weeks_ago
[medicine.unnamed] medication always
  cream/spray/shampoo/lotion/gel/drops/foam you/doctor/he/she/they/guys ..3 gave/prescribed/ordered/put
  nasal spray
  lice shampoo
  compounding
  call/send/phone/prescribe/write/phoned/called ..2 something ..1 in/over/for & ! insurance/form/letter/referral/company/fax
  call in ..1 something
  doctor/she/he/you ..3 call something in
  need/get/want/give/have/take ..2 something ..1 for ..3 this/my/the/his/her ..2 cough/pain/rash/cold/sleep/itch*/infection/nausea/nerves/anxiety/allergies/sinus/yeast/heartburn/congestion/fever/vomiting/constipation/stomach/back
  send/sent/call/called/fill/filled/transfer/transferred/switch ..5 costco/walmart/kroger/publix/safeway/heb/meijer/wegmans/sam_s_club/target/cvs/walgreens/good_rx/albertsons/giant_eagle
  good r x
  my/more/new/the/of/his/her needles/syringes/lancets/strips/test_strips/sensors & plane/airline/need/fill/pharmacy/order/out/size/insulin/sugar/note/carry/fly/diabet*/supply & ! scared/afraid/faint*/hate/acupuncture
  dexcom/freestyle/omnipod/lancets/test_strips/pen_needles/cgm/glucometer
  marijuana/cannabis ..3 card/write/doctor/prescribe/medical
  medical marijuana/cannabis
  probiotic*/supplement*/herbal/melatonin/turmeric & do/does/can/should/matter/take/taking/use & ! medicare, insurance, plan, mutual, policy
  nexplanon/depo_shot/nuva_ring
  implant ..4 arm
  call when ..2 i/he/she/it ..1 got/get/was/am/getting low/close/out
  i am ..1 low/almost_out/out ..1 & call/said/told/doctor/again ..2 when
  pick/picked/picking it/them/that up ..4 nothing/not_ready/not_there/did_not_have/never/not_have
  sent/send/call/called/phoned/filled/fill in/over again
  hydrochloro/thiazide/statin_drug/thyro_xine
  medicated/unmedicated
[results.unnamed] test_results always
  @TEST/monitor ..16 never heard/got/called/texted/showed & ! appointment/order
  @TEST/monitor ..16 heard nothing/anything
  monitor ..4 show/showed/shows/say/said
  monitor ..10 get anything back
  @TEST ..8 findings/score/story/read_yet/pictures
  peed in ..1 cup ..10 heard/nothing/know/say/said
  ^ ..2 biopsy/pathology/my_labs/lab_work_results $
  blood ..2 taken/drawn ..12 call/called/hear/heard/nothing/told/back & ! appointment/order/again_in/come_back_in
  had/took/drew/gave ..3 blood ..12 said ..3 call
  liver/kidney/thyroid/cholesterol/white/iron/sugar/platelet*/red/vitamin/blood/psa/hormone ..2 numbers/count/counts/levels/level/enzymes/function ..3 up/high/low/off/elevated/down/back/bad/good/weird
  iron/hemoglobin/platelets/potassium/sodium/b12/calcium/ferritin/a1c/cholesterol/psa/tsh is/was/are/were ..1 low/high/up/off/elevated/down
  radiologist/pathologist & saw/found/said/see/report/recommend*/read/look*/reading
  cyst/nodule/spot/mass/shadow/polyp/fibroid ..5 saw/found/showed/recommend*/scan/x_ray/ultrasound
  saw/found ..3 cyst/nodule/spot/mass/shadow/polyp/fibroid & ! dermatolog*/skin/i_found
  stool/cologuard/sample/specimen/kit/cards ..8 mailed/dropped/turned/sent/returned ..10 anything/seen/get/got/back/received/heard
  send/sent/fax/faxed/forward/forwarded ..3 @TEST ..4 to & ! order/referral/disability_form
  @TEST ..2 sent/faxed/forwarded/emailed ..1 to & ! order/referral
  @TEST ..8 supposed ..3 take #1-30 ..1 days/weeks/hours
  @TEST ..12 letter/seen_anything/not_seen/they_are_in/if_they_are/nothing_yet/heard_nothing/no_word
  see/talk/come ..3 about my ..1 labs/lab/results/test/tests/biopsy/scan/mri/bloodwork/blood_work
