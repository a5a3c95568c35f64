; Heart: pressure or pain in the chest, its company, failing pumps and devices.
@HEARTALONE = heart, ticker
@SPEEDING = rac*, pound*, flutter*, flipping, skip*, jump*, out of my chest, beating fast, beating really fast, going crazy, irregular, a mile a minute,
  palpitat*, going like, thumping, stop and start, beating weird, beating funny, out of rhythm, wild, galloping, hammering, flip flop*
[heart.pain_or_pressure_in_chest] medical
  @CHEST ~4 @PAIN/@PRESSURE
  @HEARTALONE ~2 hurt*/pain*/tight*/squeez*/crush*/stabbing & ! attack
  pain/pressure/tightness/ache/burning ..3 behind/under ..2 @CHEST/ribs
  angina & @NOW/@PAIN/@WORSE
  @CHEST ..3 bother/acting/feels ..2 weird/funny/wrong/strange/up/off
  @CHEST ..1 is/been ..1 bothering/acting
  feel ..4 @CHEST ..3 explode/burst/ripped/caving
  something ..2 wrong ..3 heart/@CHEST
  bad/terrible/awful indigestion ..8 @ARM/@JAW/@SWEATY
[heart.holding_chest] medical
  clutch/grab/hold/rubbing/pressing/gripping ..2 @CHEST
  hand ..2 @CHEST & @SWEATY/@WORSE/@BREATHLESS/@PAIN
[heart.arm_or_jaw_with_company] medical
  @ARM/@JAW ~4 @PAIN/@NUMB/@WEAK/@PRESSURE & @SWEATY/@SICK/@BREATHLESS/@FAINT/@CHEST
  left arm ~4 @NUMB/@WEAK/@PRESSURE
  pain/ache/aching ..3 down/shooting ..3 left arm
  @PAIN/@PRESSURE ..6 into/to/up/through ..3 jaw
  jaw ~3 @PAIN & left arm
  between ..2 shoulder blades & @SWEATY/@BREATHLESS/@SICK/@FAINT/tearing/crushing
[heart.racing_with_company] medical
  @HEARTALONE ..3 @SPEEDING & @FAINT/@BREATHLESS/@SWEATY/@CHEST/@WONTSTOP/shocked
  palpitations & @FAINT/@BREATHLESS/@SWEATY/@CHEST/@WONTSTOP
  @HEARTALONE ..2 @SPEEDING ..6 #130-300
  heart_rate/pulse/heartbeat ..6 #140-300
  heart_rate/pulse/heartbeat ..6 #15-39
  afib/fibrillation/svt/tachycardia & @FAINT/@BREATHLESS/@CHEST/@NOW
[heart.racing] urgent
  @HEARTALONE ..3 @SPEEDING
  palpitations
[heart.attack] medical event
  heart attack
  cardiac arrest
  widow maker
  heart gave out
[heart.attack_now] medical
  same ..2 feeling/thing/way/pain ..3 again/back & stent/stents/heart_attack/bypass/angina/widowmaker & ! appointment/checkup/follow_up
  having/have/think/might/maybe/could/am/is/signs/symptoms ..4 heart attack & ! worried/scare/family/risk/prevent
  feel ..3 heart attack
[heart.stopped] medical happening
  heart ..2 stopped & ! when/almost/about
  no/not ..4 pulse/heartbeat
  can not find/feel/get ..3 pulse/heartbeat
  doing/started/giving/need/performing c_p_r
  doing/started/giving/need/performing cpr/compressions
  defibrillator/aed
  need ..2 aed
[heart.device_fires] medical
  pacemaker/defibrillator/icd/device ..5 shock*/fir*/going/gone/zapp*/beeping/went
  shocked ..3 by ..2 pacemaker/defibrillator/icd
[heart.sweating_and_gray] medical
  @PERSON/i ..6 @SWEATY & gray/grey/ashen/clammy/cold_sweat & @WORSE/@SICK/@PAIN/@FAINT/@BREATHLESS/@NOW
  @SICK & sweating & arm/jaw/back/chest
[heart.blood_pressure_number] medical
  #185-320 over #50-220
  #100-320 over #120-220
  #40-79 over #20-59
  pressure ..5 #200-320 & ! bill/tire/owe/dollars
  pressure ..3 #40-75 & @FAINT/@WEAK/@SICK
  pressure ..6 through the roof & @HEADACHE/@CHEST/@VISION/@FAINT/blurry
  pressure ..3 bottomed/crashing/tanking/dropping
[heart.blood_pressure_high] urgent
  #160-184 over #60-119
  pressure ..4 high & @HEADACHE/@FAINT/today
  pressure ..6 #170-199
[heart.lay_words] medical
  crush*/squeez*/vise/tightening ..2 feeling/sensation/pain/pressure/weight
  feeling/sensation ..3 crush*/squeez*/pressure ..2 in/on/chest
  it/pain/ache/pressure ..3 run/runs/running/radiat*/shoot*/travel*/moving/moves/spread*/spreading/going/goes/creep* ..4 arm/arms/jaw/teeth & @SWEATY/@SICK/@BREATHLESS/@FAINT/heartburn/indigestion/chest/heart/squeez*/both
  heartburn/indigestion/gas/reflux/gerd & @SWEATY/jaw/arms/arm/@BREATHLESS/@FAINT/gray
  both arms/shoulders & @SWEATY/@PRESSURE/@BREATHLESS/chest/heartburn
  @SWEATY & @PRESSURE/@SICK/@BREATHLESS/@FAINT/@MUDDLED & ! gym/workout/night_sweats/night_sweat/menopause/hot_flash*/exercis*
  cold sweat
  heart ..3 explode/burst/give out/quit/quitting/giving
  heart ..2 going to ..2 stop/explode/burst/quit
  heart ..3 stops/stopping/pausing & again/keeps/dizzy/faint*/for
  @PRESSURE ..4 ribs & @SWEATY/@BREATHLESS/@SICK/@FAINT/clammy/gray
  feeling ..3 of ..1 doom
  impending doom
