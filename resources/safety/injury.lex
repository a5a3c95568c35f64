; Allergy, bleeding, wounds, falls, burns, bites, heat and water.
@SWOLLEN = swell, swelling, swollen, puff*, swole, swelled, balloon*, blown up, blowing up, huge, double size, closing, clos*, tight*, size of a
@HARMED = fell, fall, fallen, falling, slipped, tripped, hit, struck, bang*, bump*, smack*, crack*, slam*, knock*, kick*, tumbl*, landed, dropped, bonk*
@INJURYSIGN = @SICK, @SLEEPY, @MUDDLED, knocked out, passed out, bleeding, blood, unconscious, headache, vision, slur*, dizzy, seizure, clear fluid,
  dent, soft spot, pupils, pupil, blacked out, went out, ears, swollen, crying, staring, cross eyed, lump, goose egg
@THINNERS = blood thinner, eliquis, xarelto, warfarin, coumadin, plavix, pradaxa, lovenox, clopidogrel, apixaban, rivaroxaban, aspirin, heparin
@HEIGHT = roof, ladder, balcony, window, tree, horse, stairs, scaffold*, cliff, bike, motorcycle, deck, bunk, bed, counter, steps, changing table, escalator,
  trampoline, monkey bars, second floor, third floor, high chair, atv, four wheeler, couch, sofa
[allergy.throat_or_tongue] medical
  tongue/airway/windpipe ~4 @SWOLLEN
  throat ~4 @SWOLLEN & ! white spots, strep, tonsil*, white patches, sore
  throat ~4 @SWOLLEN & @BREATHLESS/breath*/drool*/shut/clos*/ate/stung/allerg*/tongue/lip/swallow*/hives
  lip/face/mouth/eyes ~4 @SWOLLEN & ! dentist/wisdom/tooth/cavity/pink/stye/sunburn/filler*/botox/sinus/poison_ivy/poison_oak/shingles/softball/baseball/basketball/soccer/elbowed/swelling_is_down/pollen
  @SWOLLEN ..3 lip/face/tongue/throat/mouth & ! dentist/wisdom/tooth/pink/stye/filler*
  throat ..3 itch* & @BREATHLESS/wheez*/hives/ate/allerg*/sting/stung/swell*/lip/tongue
  can not ..2 swallow & allerg*/stung/sting/bee/hives/swell*/ate/tongue
  trouble/hard swallowing & allerg*/stung/sting/bee/hives/swell*/ate/tongue/drool*
[allergy.reaction] medical event
  allergic reaction
  reaction ..5 peanut/nut/shrimp/shellfish/bee/sting/egg & @NOW/having/@BREATHLESS/@SWOLLEN
[allergy.reaction_signs] medical happening
  having/has/have/is/another/bad/severe/think/major/serious ..3 allergic reaction & ! history/note/form/last
  allergic reaction & @NOW/@BREATHLESS/@SWOLLEN/hives/throat/wheez*/face/tongue/lip/epipen
  allerg* & @SWOLLEN/@BREATHLESS/tingl*/throat/hives & ate/eat/stung/just/bit/nut/peanut/shellfish/sting/now/took/food/shrimp/accident*/all_over/everywhere
  hives & @BREATHLESS/@SWOLLEN/throat/faint*/dizzy/@SICK/tongue/lip
  hives ..4 everywhere/all_over/spreading & ate/stung/took/ate/after/nut/peanut/allerg*/throat/shrimp
  anaphyl*
  ate/bite/eaten/had ..6 peanut/nut/cashew/almond/shellfish/shrimp/lobster/crab/walnut/sesame/egg & allerg*/hives/swell*/throat/tongue/lip/breath/wheez*/itch*/tingl*/rash
  epi pen & used/using/gave/give/stuck/jabbed/working/worked/breath/swell*/hives/face/throat & ! how_to/fly/plane/airline/refill/expired/expires
  need/needs/where/get ..3 epi pen & ! form, school, refill, expire*, new, another, letter, airline, plane, travel, copay, prescription, renew*, pharmacy, backup, spare, replace*, one for, daycare, camp
  epipen & used/using/gave/give/stuck/jabbed/working/worked/breath/swell*/hives/face/throat & ! how_to/fly/plane/airline/refill/expired/expires
  need/needs/where/get ..3 epipen & ! form, school, refill, expire*, new, another, letter, airline, plane, travel, copay, prescription, renew*, pharmacy, backup, spare, replace*, one for, daycare, camp
  stung/sting/bitten/bit ..8 @SWOLLEN & ! cat/dog/kitten/puppy/hamster/mosquito*/human/went_away/went_down
  stung/sting/bitten/bit ..8 @BREATHLESS/faint*/dizzy/throat/hives/pass*
  red/itchy/welts/hives ..2 bumps/spots/welts/rash ..4 everywhere/all_over & cough*/wheez*/throat/vomit*/throw*_up/dizzy & ate/tried/eaten/food/nut/peanut/egg/milk/shrimp/strawberr*/first_time/stung
  bee/wasp/hornet/yellow_jacket & @BREATHLESS/throat/tongue/faint*/dizzy/hives/face/lip/swallow*
[bleeding.heavy] medical happening
  @BLOOD ~5 @LOTS & ! test/draw/work/pressure/sugar/drive/money/type/count/donat*/gums
  @BLOOD ~6 @WONTSTOP & ! gums, stopped now, has stopped
  @BLOOD ..4 through ..4 pad/towel/bandage/gauze/tampon/shirt/sheet/everything
  #2-20 ..2 towel/towels/rags/washcloths/bandages ..8 still/keeps ..3 com*/bleed*/through/running/pour*
  soak* ..5 pad/towel/bandage/gauze/tampon/sheet/shirt/tissue
  pad ..4 every ..3 hour/half/#5-60
  los* ..3 blood & ! test/vial*/draw
  hemorrhag* & ! with my first/hemorrhagic
  gush* ..3 blood
  arter* ..5 cut/spurt*/hit/bleed*
  tourniquet
  belt/shirt/towel/rag ..4 tied/around & bleed*/cut/leg/arm/blood
  @BLOOD ..4 dizzy/faint*/lightheaded/weak/pale
  @BLOOD & @FAINT & ! draw/test/drawn/pressure/work/sugar/donat*
  pass/passing/passed ..3 clots
  stitches/incision/wound/surgery_site/staples ..5 opened/burst/split/ripped/tore/came_apart/popped & ! remov*
  nosebleed & @WONTSTOP/hour/#20-300/long/pour*/clot*/gush*
  nose ..3 bleed* & @WONTSTOP/hour/#20-300/pour*/gush*
[bleeding.minor] mask
  little/bit/slight*/tiny/spot/few_drops/light/minor ..3 =blood/bleeding ..6 wipe/gums/floss*/brush*/period/nose/hangnail/shaving/papercut/tooth/teeth/scab
  gums ..4 bleed*
  bleed* ..3 gums
  bleeding ..2 =stopped
  =stopped ..1 bleeding
  =spotting
  bright red blood ..4 wipe & ! weeks, pregnan*, along, trimester
  blood ..4 when i wipe
  between periods
[bleeding.now] medical
  am/is/are/keep/keeps/started/start/still/been/s/having/have/has/woke/actively bleeding
  bleeding ..4 from/out ..4 head/ear/mouth/eye/neck/rect*/bottom/butt/privates/vagin*/chest/stomach/penis/port/fistula
  i am bleeding
  blood ..4 coming/came/running/dripping/leaking/flowing ..4 out/down/from/everywhere
  there is blood & @SICK/everywhere/lot/head/coming/mouth/ear/toilet
[bleeding.inside] medical
  @SICK ..3 blood
  cough/coughed/coughing/spit/spitting/hack*/hacking ..3 blood
  blood ..4 vomit*/throw*/sputum/phlegm & ! test
  coffee ground*
  stool/poop/bowel_movement/bm ~5 black/tarry/tar/maroon & ! iron/pepto
  black ..3 tar ?stool
  tarry
  bleed* ..2 internally
  internal bleeding
  rectal bleeding
  @BLOOD ..5 toilet ..6 lot/full/red/faint*/dizzy/bowl/everywhere
[bleeding.some] urgent
  nosebleed
  blood ..4 stool/poop/pee/urine/semen/spit
  pee*/urin* ..3 blood
  =spotting
  bleeding & ! disorder
  blood ..4 wipe
  bloody ..2 stool/diarrhea/urine/nose/pee
[wound.deep] medical happening
  cut/sliced/slashed/gashed ..4 off/open/artery/wrist/throat/neck/bone/deep/bad/badly/wide
  cut/slice/chop* ..3 finger/hand/thumb/toe/leg/arm/foot/wrist ..8 off/bone/deep/chainsaw/saw/knife/glass/pour*/pump*/spurt*/fat/tendon/@WONTSTOP/@BLOOD
  deep ..1 cut/gash/wound & ! small
  gash & head/leg/arm/face/deep/open/bone/huge/bleed*
  finger/toe/hand/thumb/arm/leg/ear/tip/foot ..5 cut/came/ripped/torn/chopped/bitten/sliced/sheared/taken/hanging ?off & ! wart, mole, skin tag, cyst, ring stuck, splint, liked taken
  amputat* & finger/toe/hand/arm/leg/thumb/just/saw/accident/mower
  sever* & finger/toe/hand/thumb/artery/tendon/limb
  can see ..4 bone/muscle/fat/tendon
  spray*/spurt*/squirt*/pulsing ..10 towel/pressure/stitches/bandage/time & ! nasal/nose/bug/hose/perfume
  bone ..5 stick*/pok*/through/out/showing/expos*/skin
  nail/screw/stick/rod/knife/fork/pencil/glass/stake/arrow/hook/needle/spike/rebar/branch ..5 through/stuck/went/sticking/embedded/lodged ..4 foot/hand/leg/arm/eye/chest/neck/stomach/head/finger/him/her/throat/belly/face
  impal*
  nail gun & hand/foot/leg/shot/knee/finger/through/chest
  chainsaw/table_saw/lawnmower/lawn_mower/wood_chipper/meat_grinder/machete/axe/circular_saw & cut/leg/hand/finger/arm/caught/foot/toe/bleed*/sliced/accident/got
  guts/intestine/organ ..4 out/hanging/coming
  crushed & hand/foot/leg/arm/finger/chest/car/machine/under/tractor
  pinned/trapped ..4 under/by/between/in & car/tractor/machine/truck/tree/wall/rubble
[injury.head] medical happening
  @HARMED ..5 head/skull/forehead/noggin & @INJURYSIGN
  head ..3 @HARMED & @INJURYSIGN
  @HARMED ..5 head/face/skull & @THINNERS
  @HARMED & @THINNERS & head/bruise/lump/fell/hip
  head injury/trauma & @NOW/@INJURYSIGN
  @HARMED & knocked_out/unconscious/passed_out/blacked_out
  knocked ..3 out/unconscious/cold & ! teeth/tooth/park
  concuss* & @INJURYSIGN & @JUSTNOW/now/keeps
  skull ..3 fracture*/crack*/open
  @INJURYSIGN ..6 after ..3 fall/fell
  dropped ..2 baby
  @INFANT ..5 fell/rolled ..3 off/from/down/out
  @HARMED ..3 @INFANT ..3 head
[injury.head_hit] urgent
  @HARMED ..3 head & ! wall/nail/didn't
  concussion & ! form/protocol/clearance/cleared/test/baseline
[injury.fall] medical happening
  fell/fallen/falling/jumped/thrown ..3 off/from/out/through/down ..4 roof/ladder/balcony/window/tree/horse/scaffold*/cliff/stairs/motorcycle/second/third/story/stories/steps/deck/#8-60 & ! may/june/july/january/february/march/april/august/september/october/november/december/weeks/month*
  fell & can not ..3 get_up/move/walk/stand/weight/feel
  fell & hip/back/neck & can_not/turned/shorter/pain*/hurt*/broke*/numb*/legs & ! last/ago/month*/weeks
  fallen and ..3 can not get up
  can not ..3 get up ..4 floor/ground
  been ..2 on ..2 floor ..4 hours/since/all
  @HARMED ..6 neck & can_not/numb*/tingl*/move/weak*
  neck/spine/back ..2 broke*
  broke/broken/snapped/fractured ..3 neck/back/hip/pelvis/femur/skull/spine/thigh
  hip ~4 broke*/fractur*/out_of/dislocat* & fell/think/can_not/now
  leg/arm/ankle/foot/wrist/knee/kneecap ..4 bent/facing/pointing/turned/twisted ..4 wrong/backwards/way/sideways/out
  leg/arm/ankle/wrist/foot ..4 deform*/mangled/crushed/shattered/dangling
  dislocat* & can_not/out/now/just/numb*/pop* & ! history/years
  cold/blue/numb/pale ..4 foot/hand/leg/fingers/toes & broke*/cast/injur*/fell
[injury.crash] medical happening
  car/truck/motorcycle/bike/auto/atv/bus ..2 accident/wreck/crash/collision & @NOW/@JUSTNOW/hurt*/pain*/bleed*/neck/head/trapped/chest/stuck/dizzy/unconscious/tingl*/vomit*/airbag & ! lawyer/claim/last_year/adjuster/records
  hit/run/struck ..3 by/over ..3 car/truck/bus/train/motorcycle/van/suv & ! parked
  got/was/been hit by a car
  rolled/flipped ..3 car/truck/atv/tractor/over & @PERSON/i & hurt*/trapped/head/bleed*/chest/neck/back/stuck
  wreck & neck/chest/head/legs/trapped/bleed*/unconscious/pinned/hurt*/back & ! train/nervous/lawyer/last
  thrown/ejected from ..3 car/bike/horse/motorcycle/truck/atv
  airbag & chest/neck/head/hurt*/pain*/breath
[injury.trunk] medical happening
  kicked/hit/punched/struck/stomped/gored/butted ..4 stomach/belly/chest/ribs/abdomen/groin & pale/@SICK/@PAIN/@BREATHLESS/horse/bat/cow/bull/pee/swollen/faint*/blood
  ribs ..3 broke*/crack* & @BREATHLESS/breath/fell/cough*
  kicked ..3 by ..2 horse/cow/bull/mule
[injury.eye] medical
  eye ~5 chemical/bleach/acid/lye/ammonia/cleaner/splash*/glue/metal/glass/nail/fishhook/hook/punctur*/stab*/battery/paint/pepper_spray/drain/oven/lime/cement/detergent/alcohol & ! drops/exam/appointment/glasses/polish
  splash* ..6 eye
  hit/poked/punched/scratched/shot/stabbed ..4 eye & can_not_see/blood/bleed*/vision/blurry/black/swollen/pain*
  eye ..4 popped/hanging/out_of_socket/bleeding/ruptur*/sliced/cut/punctur*
  eye ~4 pain*/hurt* & @SICK/halo*/vision/blurry/blind
[injury.urgent] urgent
  think ..4 broke/broken/fractur*/sprain*
  ankle/wrist/foot/knee/arm/finger/toe ..4 broke*/fractur*
  ankle/foot/knee/leg/wrist ..4 huge/swollen/purple/swelled ..8 walk/weight/move/today/can
  can not ..3 walk/put_weight/bear_weight/bend ..3 on/it/foot/leg & twist*/roll*/sprain*/ankle/knee/foot/fell
  dog/cat/raccoon/bat/animal/squirrel/human ..4 bit/bite/bitten/scratch*
  bit/bitten ..3 by ..4 dog/cat/raccoon/bat/rat/animal/squirrel/spider/tick/stray
  stepped on ..4 nail/glass/needle
  rusty ..2 nail/metal/fence/can
  cut ..5 needs/need stitches
  might/may/probably/think ..3 need stitches
  tick ..4 bite/bit/on/ring/attached/stuck
  fishhook/splinter ..4 stuck/deep
  stitches ..4 came/coming/popped ..2 out/open
  burn/burned ..4 hand/arm/finger/leg/foot ..6 blister*/stove/iron/grease/oven/pan/coffee/kettle/water/curling
[burn.serious] medical happening
  burn/burned/burnt/scald* ~6 face/hands/eyes/boiling/acid/chemical/fire/badly/bad/severe*/chest/genital*/mouth/third/gasoline/explosion/over/skin/body/electrical/grease/oil & ! sun/heart/sunburn/urine/pee/bridges/out/midnight/calories
  boiling/scalding/hot ..2 water/oil/grease/soup/tea/coffee/noodles/wax ..6 on/over/him/her/me/myself/himself/herself/spilled/poured/pulled/face/legs/lap/chest
  spilled/poured/pulled/splashed/knocked ..4 boiling/scalding/hot ..2 water/oil/grease/soup/tea/coffee/noodles ..4 on/over/him/her/herself/himself/me/myself
  skin ..4 peeling/coming/falling/melt*/charred/sloughing ..2 off & burn*/oil/fire/chemical/hot/blister*
  @CHILD & burn/burned/scald* & ! sun/sunburn/rash/diaper
  fell/fallen/fall/rolled/stepped ..6 in/into/on/onto ..3 campfire/coals/embers/fire_pit/bonfire/fireplace/burner/fire
  caught ..2 fire & @HIM/shirt/clothes/hair/sleeve
  house/apartment/kitchen/building ..3 fire/burning & ! fight*/last/alarm/drill/insurance/years
  explosion/exploded & @HIM/face/burn*/hands/grill/propane & ! inbox/phone
[shock.electric] medical happening
  electrocut*
  shocked/zapped/shock ..4 outlet/wire/dryer/lightning/plug/socket/electric*/fence/cord/appliance/breaker/cable/current/volts
  lightning & struck/hit
  stuck/put ..4 fork/key/finger/knife/paperclip ..3 outlet/socket
  live_wire/power_line & touched/grabbed/hit
[water.drowning] medical happening
  drown* & @HIM/@PERSON/pool/tub/water/lake/almost/nearly & ! paperwork/work/bills/debt/email*/laundry/homework/sorrows
  went/slipped/go/going/was under ..4 water/pool/tub/lake/bath & ! surgery/knife/anesthesia
  pulled ..3 out ..3 pool/water/tub/lake/pond/ocean
  underwater ..3 minute*/long
  swallowed/inhaled/breathed ..3 water/pool & pool/cough*/breath/bath/swim*/lake/sleepy/chlorine
[heat.and_cold] medical happening
  heat stroke/exhaustion
  heatstroke
  sun/heat/hot/outside/car/attic/sauna & not_sweating/stopped_sweating
  overheated & @MUDDLED/@SICK/@FAINT/@SLEEPY/@PERSON & ! car/engine/laptop/phone
  out/working/playing/left/been ..5 sun/heat/hot & @MUDDLED/@FAINT/@SLEEPY/@SICK/staggering/cramp*
  left/locked/stuck ..4 in ..2 hot car
  locked ..4 in ..2 car & baby/hot/kid/dog/heat/child/toddler
  hypotherm*
  frostbit*
  froze/freezing/cold/snow/ice_water & shiver*/blue/can_not_feel/stopped_shivering/@MUDDLED/@SLEEPY/numb* & outside/fell/lake/snow/hours/night/river
[bite.venom] medical happening
  snake ..3 bit/bite
  bit/bitten ..5 snake/rattlesnake/copperhead/viper/cobra/black_widow/brown_recluse/scorpion/water_moccasin/cottonmouth/shark/alligator/bear/rattler
  rattlesnake/copperhead/black_widow/brown_recluse/scorpion/cottonmouth & bit/bite/stung/sting/got
  stung ..3 by ..3 jellyfish/stingray/scorpion & @WORSE/@BREATHLESS/@PAIN/chest/@SICK
  stung ..4 #6-500 times
  swarm ..2 bees & stung
  dog/dogs/pit_bull/coyote ..3 attacked/mauled/mauling/bit ..8 face/neck/throat/bleed*/stitches/baby/head/deep/off/arm
@HEADPART = head, skull, noggin, forehead, temple, back of the head, melon, cranium
@HARMED = came off, flew off, landed on, thrown, went over, whacked, walloped, clocked, conked, cracked, beaned, fell off, fell on, wiped out, crashed, went flying, toppled, toppl*, rolled off, pitched
@INJURYSIGN = thrown up, talking goofy, wants to sleep, keeps sleeping, double, walking funny, wobbly, ringing, memory, keeps asking, blank, swelling, egg, numb*, tingl*, can not remember
[injury.head_lay] medical
  @HARMED/on/to ..5 @HEADPART & @INJURYSIGN
  @HEADPART ..4 @HARMED/hit/into & @INJURYSIGN/@THINNERS
  @HARMED ..6 @HEADPART & @THINNERS
  @HARMED/slip*/trip* & @HEADPART & @MUDDLED/@SLEEPY/@SICK/@THINNERS
  was hit ..4 @HEADPART & @INJURYSIGN
  blow to ..2 head & @INJURYSIGN
[bleeding.lay_words] medical
  toilet/bowl/sink/sheets/bed/towel/floor/shirt ..4 red/bloody/soaked ..6 lot/full/faint*/woozy/dizzy/weak/everywhere
  bright red ..6 lot/full/everywhere/pour*/gush*/woozy/dizzy/coming/faint*
  toilet ..3 full ..4 red/blood
  red ..3 everywhere/all_over & cut/knife/saw/towel/pour*
  it/blood/leg/arm/hand/cut ..3 pumping/squirting/pouring/gushing/spurting/pulsing ?out & cut/knife/glass/saw/leg/arm/hand/neck/wrist/red/blood
  towel* ..4 soaked/soaking/full/through/red & cut/blood/bleed*/period/pad/wound
  through ..2 #2-20 pads/towels/bandages/tampons
  went/gone/going ..1 through ..4 pads/towels/tampons/bandages
  clots ..5 size/golf/plum/fist/lemon/egg/big/huge/baseball
  cut/gash/wound ..5 gaping/wide open/down_to/hanging/to_the_bone/deep/not ..1 clos*
  fat/bone/tendon ..2 showing/visible
  hanging by ..2 thread/skin
  hanging ..2 off/by & finger/toe/skin/ear/thumb
  through ..2 =hand/=foot/thumb/palm/finger/leg/arm & nail/drill/knife/saw/spike/fence/glass/screw/went/stuck/hook/staple/bullet/needle
  stuck ..3 fence/spike/rebar/pole & through/leg/arm/him/her
[injury.lay_fall] medical
  fell/fall/fallen/slipped & leg/foot/hip ..4 shorter/turned/rotated/funny/wrong/out
  can not ..2 put ..2 weight ..5 hip/leg & fell/mom/dad/grand*/slipped/#65-110
  @KIN ..6 fell/fallen/slipped ..8 can not/not ..2 get/stand/move/walk & ! last/month*/weeks
  pop*/crack*/snap* ..5 neck/back/spine & can not/numb*/tingl*/legs/arms/move
  fell/dropped/jumped ..2 #8-80 feet
  fell ..4 #2-20 stories/floors/flights
  flight of stairs & fell/tumbl*/down/threw/push*
[injury.down_the_stairs] medical
  @HARMED ..4 stairs/steps/staircase & @INJURYSIGN
