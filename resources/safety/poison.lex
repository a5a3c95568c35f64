; Poisons, overdoses, choking and sugar.
@SWALLOW = swallow, drank, drink, drunk, ate, eat, eaten, got into, gotten into, getting into, ingest*, licked, chewed, sip, sipped, gulp*, put in mouth, put it in his mouth,
  put it in her mouth, had some, got hold of, got ahold of, chugged, bit into, sucked on, downed, chewing on, munch*, bit open, consumed, sampled, tasted
@POISON = bleach, cleaner, detergent, tide pod, laundry pod, dishwasher pod, pods, antifreeze, battery, batteries, magnet, poison, berries, mushroom, gasoline, drain, kerosene,
  lighter fluid, paint thinner, turpentine, nail polish remover, acetone, rubbing alcohol, hand sanitizer, windex, pine sol, lysol, ammonia, lamp oil,
  weed killer, roundup, pesticide, rat poison, ant trap, mouse bait, moth ball, mothball*, vape juice, nicotine, edible, gummies, weed, marijuana, cannabis, pot brownie, fentanyl,
  meth, heroin, cocaine, oxy*, percocet, perc, xanax, ambien, methadone, suboxone, pills, pill, tablets, medicine, medication, meds, vitamin*, iron, tylenol, ibuprofen, advil, aspirin,
  benadryl, blood pressure pill, cigarette, mouthwash, perfume, fertilizer, bug spray, essential oil, hydrogen peroxide, super glue, toilet bowl, ajax, clorox,
  oven cleaner, plant, leaves, foxglove, oleander, chlorine, pool chemicals, coolant, brake fluid, motor oil, acid, lye, furniture polish, pesticides, thc, mercury, raid, eye drops
@DRUG_STREET = fentanyl, heroin, meth, cocaine, crack, oxy*, percocet, perc, xanax, xans, pills, methadone, ecstasy, molly, acid, lsd, shrooms, bath salts, k2, spice, narcan, ghb, tranq
[poison.swallowed] medical happening
  @CHILD/he/she ..5 @SWALLOW ..6 @POISON & ! with_food/supposed/before/can_he/can_she/should/won't/will_not/forgot/refus*/daily/every_day/prescri*/needs/hard_time/trouble
  i @SWALLOW ..4 bleach/cleaner/antifreeze/gasoline/poison/battery/detergent/rubbing_alcohol/drain/berries/ammonia/windex/paint_thinner/acid/lye
  @SWALLOW ..5 bleach/antifreeze/gasoline/battery/magnet/detergent/tide_pod/cleaner/rat_poison/drain/nail_polish_remover/rubbing_alcohol/ammonia/paint_thinner/weed_killer/pesticide/lighter_fluid/vape_juice & ! never
  @SWALLOW ..6 mushroom/berries/plant ..8 yard/woods/wild/@SICK/sick/outside/garden/park/@MUDDLED
  @CHILD ..6 into ..5 @POISON/medicine_cabinet/purse/drugs/my_pills
  got/gotten/getting into ..4 pills/medicine/meds/cabinet/purse/cleaner/chemicals/edibles/gummies/drugs
  poison* & @PERSON/i/he/she/ate/drank/swallow*/got/into/someone/control & ! ivy/oak/sumac/food_poisoning/control_number/control_class/play/music/spider/frog/apple/tree
  food poisoning & @BLOOD/can_not/@FAINT/@MUDDLED/@WEAK
  mixed ..4 bleach/ammonia/cleaners/chemicals
  carbon monoxide
  c_o/co alarm/detector
  gas leak
  smell gas & @HEADACHE/@SICK/@FAINT/house
  fumes & @HEADACHE/@SICK/@FAINT/@BREATHLESS
  pesticide/chemical ..5 skin/sprayed/exposed/inhaled & @SICK/@BREATHLESS/@FAINT/burn*/twitch*
  botul*
[poison.double] medical
  double/triple dosed
  doubled/tripled ..3 warfarin/insulin/eliquis/coumadin/xarelto/metoprolol/digoxin/lithium/methadone
  wrong ..8 taken/took & can_hardly/hardly/barely/can_not ..3 stay awake
  hardly/barely/can_not stay awake & taken/took/gave/dose/pill/pills/patch
[poison.overdose] medical event
  overdos*
  narcan
  naloxone
[poison.too_much] medical
  took/taken/take/gave/given/has/had/swallowed/eating ..3 too many/much ..4 @POISON/insulin/pressure/heart/pain/sleeping/dose/of/it/@DRUG_STREET/them & ! time/paperwork
  took/taken/take/gave/given/swallowed ..3 whole/entire/full ..2 bottle
  took/taken/swallowed ..2 bunch/handful/fistful/ton/lot/bottle/all ..6 pills/pill/tablets/tylenol/meds/medicine/medication/box/capsules/bottle/them/it/pack
  took/taken/swallowed ..5 #5-300 ..3 pills/tablets/tylenol/of/ibuprofen/capsules/advil/aspirin/benadryl/xanax
  took/taken/gave/given ..3 double/twice/triple/extra ..6 dose/insulin/pill/medicine/medication/amount/meds/pressure/heart
  took/taken/gave/given/got/had ..6 twice/double/wrong/three_times/four_times/#3-9 times ..4 mistake/accident*/dose/amount/today & @POISON/insulin/dose/medicine/meds & ! bill/appointment
  took/taken/gave/given/injected ..4 wrong ..3 dose/pill/medicine/medication/insulin/meds/shot/pills/bottle/amount
  took/taken/gave ..4 someone ..1 else* ..3 pill/medicine/medication/meds
  took/taken ..3 husband*/wife*/mom*/dad*/dog*/mother*/father* ..3 pill/pills/medicine/medication/meds/insulin & accident*/mistake/wrong/instead
  extra ..3 insulin/dose ..3 accident*/mistake & @PERSON/i
  insulin & twice/double/too_much/wrong & took/gave/shot/injected & ! cover*/cost/price/refill
  do_not_know/not_sure/no_idea how many ..5 took/swallowed/ate/had/taken
  used/shot/snorted/smoked/did/taking/on ..3 @DRUG_STREET & breath/wake/respond*/blue/passed/not/chest/heart/seizure/eyes/unconscious/scared/hot/collaps* & ! heart/pressure/water/thyroid/cholesterol/diabetes/eye pill/pills
  used something/drugs & breath/wake/lips/blue/respond*/slow
  needle ..3 arm & not/blue/breath/wake/floor
  alcohol poisoning
  drank ..6 whole/entire/fifth/too_much/handle/bottle/#8-40 & not/wake/passed/respond*/breath/vomit*/unconscious/cold/pale & ! water
  drunk ..8 not ..2 wak*/respond*/breath
  stopped/quit/detox*/withdraw* ..4 drinking/drink/alcohol/xanax/benzos & shak*/seeing/hallucinat*/seizure/sweat*/confus*/heart
  withdraw* & seizure/shak*_bad/hallucinat*/seeing_things/seeing/bugs
  drinking & stopped/quit & shak*/hallucinat*/seeing/seizure/tremor*
[choking.airway] medical happening
  chok* & ! laugh*/price/bill/deductible/cost/up/cherry/hazard/much/copay/total
  chok* ..6 on ..5 food/grape/hot_dog/candy/toy/coin/meat/steak/pill/something/bone/ice/popcorn/carrot/penny/nut/marble & ! price
  chok* & @HIM/not_breathing/can_not/blue/help/baby/air & ! price/cost/much
  heimlich
  something/food/meat/steak/chicken/bone/pill/piece/fishbone/coin/toy/bread/candy/it/vitamin ..5 stuck/caught/lodged ..3 throat/windpipe/esophagus/airway/pipe
  stuck ..4 throat & can_not/breath/swallow*/drool*/spit/water/gag*/talk
  swallow ..4 coin/battery/magnet/marble/toy/quarter/penny/nickel/lego/pin/screw/needle/bone/ring/glass/nail/button/bead/key/staple/bolt/razor/earring/dime
  battery ..5 mouth/nose/swallow*/throat/ear & ! smoke/car/phone/remote/died
  can not ..3 swallow ..4 spit/saliva/water/anything/own
  drool* & can_not/throat/swallow*/fever/breath & @PERSON/i
  up ..2 nose ..4 battery/magnet
[diabetes.emergency] medical
  sugar/glucose/bg/meter/reading/cgm/dexcom/libre/number ..7 #10-54 & sugar/glucose/diabet*/meter/insulin/dexcom/libre/bg & ! appointment/years
  sugar/glucose/bg ..7 #400-1200
  sugar/glucose ..7 #250-399 & @SICK/@MUDDLED/@SLEEPY/@BREATHLESS/fruity/ketone*/confus*/thirst*
  sugar/glucose ..7 #55-69 & @MUDDLED/@SLEEPY/shak*/sweat*/@FAINT/seizure/confus*/not_com*
  meter/monitor/sensor ..6 says/reads/said/reading/just/shows ..3 high/hi/low/lo/error & sugar/diabet*/glucose/insulin/breath/meter & ! pressure/battery
  sugar/glucose ..4 high & @SICK/@MUDDLED/@SLEEPY/@BREATHLESS/meter/ketone*/insulin_pump
  sugar/glucose ..4 low/dropping/crashing/crashed/bottomed & @MUDDLED/@SLEEPY/shak*/sweat*/@FAINT/not/can_not/will_not/pass*/seizure/unconscious
  diabet* & @MUDDLED/@SLEEPY/passed_out/unconscious/drunk/shaking/sweating/fruity/can_not_keep/ketone*/seizure/will_not_wake/collaps*/slur*/clammy
  type 1 & @SICK/@MUDDLED/@SLEEPY/ketone*/high/unconscious
  d k a
  ketoacidosis
  ketones ..3 large/high/positive/moderate
  fruity ..3 breath
  breath ..5 fruity
  insulin shock
  diabetic coma/shock
[diabetes.urgent] urgent
  sugar/glucose ..7 #280-399
  sugar/glucose ..7 #55-69
  sugar/glucose ..4 high/low & today/now/keeps/still/running
[poison.lay_words] medical
  took/taken/swallowed/takes ..6 whole lot/all of them/everything/them all/it all/the lot/the rest & @MEDS/pills/bottle/tablets/cabinet
  took/taken ..8 again/twice/second/another & forgot/mistake/accident*/whole_lot/already & @MEDS/pills/insulin/dose/them
  took/taken/gave ..6 again/twice & @FAINT/@SLEEPY/@SICK/heart/spinning & @MEDS/pills/insulin/dose/medicine
  took/taken/drank/swallowed ..4 something & @SLEEPY/@MUDDLED/not/blue/wake/breath*/shak*
  open/empty ..2 bottle/container/packet/pack ..6 floor/hand/mouth/beside/next/pills/missing
  pills/tablets/capsules/gummies ..3 missing/gone/everywhere/all_over & @CHILD/he/she/floor/grandson/toddler
  found ..4 @CHILD ..4 with ..4 @POISON/bottle/pills
  chew*/suck*/lick*/mouth* ..4 @POISON/patch/cord/pod & @CHILD/he/she
  blue/green/purple/foam ..3 all over/around/on ..3 mouth/face & @CHILD/he/she/pod/soap/cleaner/drank
  used too much
  shot up/snorted/smoked & not/blue/breath*/wake/limp/passed/lips/heart/chest
  purple/blue/gray & used/needle/pills/drugs/nodding/dealer/high & ! blue/purple/gray ..1 one/ones/pill/pills/tablet/tablets/inhaler/capsule*/cross/shield/cap/bottle/box
  alarm ..4 going off/beeping/went_off & carbon/monoxide/gas/co & dizzy/headache*/sick/sleepy/house
  everybody/everyone/all of us/whole family/we all ..6 headache*/sick/dizzy/throwing & furnace/heater/generator/gas/house/stove/fumes/fireplace
  stuck ..6 swallow/spit/gag*/saliva/cough*/breath* & food/steak/meat/chicken/throat/bone/pill/piece/down
  can not ..5 spit/saliva ..1 down
  can not ..3 get ..4 spit/saliva/water/anything ..2 down & stuck/throat/gag*/drool*/choke*
  gagging & stuck/swallow*/throat/blue/breath*/drool*
  went down ..2 wrong ..2 pipe/way & can not/blue/cough*/breath*/still
