; What recognizers write for what callers say: heard > said.
[misheard]
  chess pain, chest pane, chess pane, chest pen, chest paying, jest pain, chest paint, just pain in my chest, chess pains, chest pines, chest panes, chest pays, test pain, chest paying is > chest pain
  chest tight, chess tight > chest tight
  my chess, his chess, her chess > my chest
  chess is, chess hurts, chess feels > chest hurts
  heart a tack, heart a tax, hard attack, heart attacks, heart a attack, harder tack, heart at tack, hart attack, art attack, heart tack, heard attack, heart a tech, heart attach, hard a tack, hardtack > heart attack
  sees yours, sees your, see sure, seizure s, caesar, seize your, seas your, season sure, cease your, see sures, see jur, sea sure, ceasure, seizer, seasure, siezure, see zure, caesars, seizes yours, seizers, cedar sure > seizure
  un conscience, unconscience, un conscious, and conscious, on conscious, uncautious, unconscience is, unconchus, an unconscious, on conscience, uncon just > unconscious
  un responsive, on responsive, and responsive, unresponsible > unresponsive
  turning blew, turned blew, going blew, lips are blew, lips blew, is blew, looks blew, turning blow, turned blow > turning blue
  can not brief, can not breed, can not breeze, can not breath, can not bree, can not breave, can not brave, can not bruise, can not breathing, can not bread, can not breech, can not brie, can not brethe, can not braid > can not breathe
  not brief in, not breeding, not briefing, not breezing, not bree thing, not reading anymore, not bree then > not breathing
  trouble briefing, trouble brieving, trouble breeding, trouble breezing, trouble brief in, trouble bree thing > trouble breathing
  short of breadth, short a breath, shorter breath, short of bread, short of breast, shorten of breath, short in breath, short of bruh > short of breath
  shortness of breadth, shortness of bread, sharpness of breath, shortness a breath > shortness of breath
  bleating, bleeding out, blooding, bleeting > bleeding
  believing a lot, bleeding allot, bleating a lot > bleeding a lot
  over dose, over dosed, overdoes, over does, over dosing, overdozed, overdoze, over those pills > overdose
  ambulants, ambulates, am bew lance, amble ants, amber lance right, am bulance, an ambulant, ambience now, hambulance, ambalance, amblance, ambulences > ambulance
  a stoke, a stroak, having a strobe, having a stroll, having a stork, having a strike, having astroke > having a stroke
  anna phylactic, anaphylaxis shock, anna felactic, ana phylactic, anaflactic, anna phylaxis, anaphlactic, an affiliate tic, ana filactic > anaphylaxis
  suey side, sue a side, sewer side, sue aside, sooicide, suicidle, sue a cidal, suey sidle, so a side > suicide
  kill my self, kill me self, kilo myself, kill mice elf, kill my cell, keel myself, till myself > kill myself
  hurt my self > hurt myself
  my self > myself
  him self > himself
  her self > herself
  a merge and see, emergent see, a emergency, e mergency, immersion see, emerge and see, emergencies now, in emergency, immergency, emergen see > emergency
  nine one won, nine won one, nine eleven, nine one one > 911
  call nine hundred eleven > call 911
  face is droopy, face is troping, face is drooling down, face is trooping, face is dripping, face is groping, faces drooping, face is drupping > face is drooping
  slur in, slower speech, slurred peach, sir speech, slurred beach, slurred preach > slurred speech
  choke in, chalking, joking on food, she is joking on, he is joking on, chocking, choaking, is chalk in > choking
  knot breathing, nut breathing, not breething > not breathing
  passed doubt, past out, passed it out, pass doubt, pasta out, passed ow > passed out
  knocked doubt > knocked out
  epi pan, eppy pen, epic pen, happy pen, epee pen, apy pen > epi pen
  die a beatic, die a betic > diabetic
  die abetes, dia betes > diabetes
  by a gun, has a gum, got a gum, has again > has a gun
  dizzy and fate, i feel fate, going to feint, going to paint out > going to faint
  head ache > headache
  worst head egg, worst head egg ever > worst headache
  numb on one sighed, left sighed, right sighed > left side
  my harm, left harm, down my harm, to my harm, my left harm, goes to my harm > left arm
  contact shins, contract shuns, con tractions, contractions s > contractions
  water brook, water broke n, water just brook > water broke
  hemorrhage ing, hemorrhoiding, hammer aging, hammering blood > hemorrhaging
  vomit ting, vomiting blood, vomiting bud > vomiting blood
  coffin up blood, coffee up blood, coughing a blood, coughing up bud, coffin of blood > coughing up blood
  carbon monoxide, carbon mono oxide, carbon manoxide > carbon monoxide
  fever of one oh for, one oh for > 104
  wheezy, weezing, weasing, wheeling and can not > wheezing
  asma, asthmas, as ma attack, asthma tack, has ma attack, asthmatic attack > asthma attack
  pre scription, per scription, prescript shun, perscription, proscription, prescription s, subscription refill > prescription
  re fill, reef ill, refilled, refile my, read fill, we fill my, refuel my > refill
  met foreman, met for men, metformen, met for min, met form in > metformin
  lice in april, licen a pril, lies in a pril, lice and april, listen a pril, lisinipril, listen april, lysin april > lisinopril
  a moxa cillin, a moxie cillin, amoxicilin, a moxicillin, amox a cillin, a moxa sillin, a mocks a sillin > amoxicillin
  lip a tour, lip it or, lipid tore, lip a tor, lip it tour > lipitor
  oh zempic, o zempic, ozembic, olympic shot, ozempik, owes empic > ozempic
  zo loft, so loft, zoe loft > zoloft
  add a roll, at a wall, adder all, add her all, adder all, at her all > adderall
  gab a pentin, gaba penton, gabba pentin, gabapenten, gabba penton > gabapentin
  lever thyroxine, leave a thyroxine, level thyroxine, levo thyroxine > levothyroxine
  al buterol, abuterol, all beauty roll, albuteral, al beauty roll > albuterol
  pred nisone, predni zone, pregnant zone, prednazone > prednisone
  a torva statin, atorva statin, a tour of a statin > atorvastatin
  war frin, war for in, wharf rin, warfrin, wore for in > warfarin
  in sulin, insuline, in shoe lin > insulin
  am low dip een, amlodapine, am load a peen > amlodipine
  sur traline, certraline, sir tra lean, sertra lean > sertraline
  i be profen, eye b profen, ibuprofin, i view profen > ibuprofen
  tile enol, tile in all, tylenal, tie len all > tylenol
  ben a drill, bena drill, been a drill > benadryl
  hydro codone, high dro codone > hydrocodone
  ox e codone, oxy cotton, oxy contin > oxycodone
  birth control pill > birth control
  farmacy, far macy, pharma see > pharmacy
  lab result s, lav results, lab resorts, lab insults, love results > lab results
  blood work results > blood work results
  bio see, by opsy, biopsie, bye opsy > biopsy
  representatives, rep resentative, representive, represent a tive, repersentative, reppresentative > representative
  opperator, opera tor, op a raider > operator
  carnt, cont breathe, kant, kaint, caint > can not
  won side, wan side, one sighed > one side
  troop ing, trooping, droop ing, drupping, droping down, troping > drooping
  two many, to many, too money > too many
  hole bottle, whole bottles, hole thing > whole bottle
  on porpoise, on purpose is, in purpose > on purpose
  peels, pills is, pils > pills
  brefing, brething, breeving, breething, breathin, brething, breefing, breathen, bree thing > breathing
  breve, breef, breave, breth > breathe
  can not bray the > can not breathe
  stroak, strok, a stroke is > stroke
  seezure, seizhure, seisure, ceizure > seizure
  blud, bludding > blood
  bleedin, bleading, blading a lot, bledding > bleeding
  uncontious, unconshus, unconcious, unconchous > unconscious
  sewer cider, sue ee side, suicid, sueside, suisidal, sewicide > suicide
  kill miself, kil myself > kill myself
  numm, num, none on one side, numb bness, nom on > numb
  swallered, swallowd, swalled > swallowed
  coff up, coffing, coughin > coughing
  stabd, stab bed > stabbed
  rapped me, wrapped me against > raped
  sugar is tree hundred > sugar is 300
  die abetic, diabetik > diabetic
  fainted it, fain ted > fainted
  face is drew ping, face drew ping, face droo ping > face drooping
[guarded]
  breathing unconscious seizure seizures overdose overdosed ambulance anaphylaxis emergency suicide suicidal bleeding hemorrhage hemorrhaging choking paralyzed convulsing
  unresponsive collapsed fainted strangled stabbed poisoned electrocuted prescription medication medications representative diarrhea pharmacy allergic swallowed contractions
[ordinary]
  breeding reading leading feeding heading beading needing bleaching breaching briefing branding bringing brothering bothering blending building boarding breading bidding bedding banding
  checking cheking shocking joking chunking chicken children chatting stopped stamped stepped stayed stuffed stuff strangled strangle struggled stranger strength straightened stocked
  calling called collected classed cleaned clapsed painted pointed planted printed fined found fasted feinted posing passing poisons pausing pasting persons
  medicaid medicare medical medicine mediation meditation meditations education dedication indication organic elastic electric selected elected collected
  permission provision precision direction description subscription inscription preparation presentation reservation reservations preventive preventative
  emerging emerged convincing convening connecting parallel paralegal projected predicted attention contraction contracts connections contents contact contacts
  follow followed swollen swallow spotted started shipped shopped should showed stopped strapped stroke streak strict studied
  pharmacist firmness furnace farming forms formed forever former farm
