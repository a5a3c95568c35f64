; Spanish, accents taken away. Emergencies, wishes for a person, and what matters to the clinic.
[es.breathing] medical always
  no puede/puedo/pueda ..2 respirar
  no ..1 respira/respirando
  dificultad ..2 respirar
  falta ..2 aire/respiracion
  me/se ahogo/ahoga/ahogando
  se ..2 esta/estoy ahogando/asfixiando/atragantando
  me estoy ahogando
  atragant*
  cuesta ..2 respirar
  labios morados/azules
  se ..2 puso/pone morado/azul/morada
  no ..1 le_entra/entra ..2 aire
  asfixi*
[es.heart] medical always
  dolor ..3 pecho/corazon
  duele ..3 pecho/corazon
  presion ..2 en ..1 pecho
  opresion ..3 pecho
  ataque ..2 corazon/cardiaco
  infarto
  aprieta ..3 pecho
  brazo izquierdo ..4 dormido/duele/dolor
[es.brain] medical always
  derrame & ! antes
  embolia
  convuls*
  ataque ..1 epileptico
  no ..1 despierta/despierto/reacciona/responde/contesta & ! telefono
  no ..3 despertar
  se desmayo/desmaya/desvanecio
  me ..1 desmaye/desmayo
  desmay*
  inconsciente
  perdio ..2 conocimiento
  cara ..3 caida/torcida/chueca/dormida
  boca ..2 torcida/chueca
  no ..3 mover ..3 brazo/pierna/lado
  no puede hablar
  habla raro
  no siente/siento ..3 brazo/pierna/lado
  golpe* ..4 cabeza ..6 vomit*/sangre/desmay*/dormid*
  peor dolor ..2 cabeza
[es.blood] medical always
  sangr* ..4 mucho/mucha/para/bastante
  esta/estoy sangrando
  sangrado
  hemorragia
  vomit* ..2 sangre
  mucha sangre
  tosiendo sangre
  se corto ..6 sangre/dedo
[es.other] medical always
  ambulancia
  emergencia & ! contacto/numero/cuarto
  llam* ..3 911
  auxilio
  ^ ayuda
  ayudeme ..3 favor
  se ..1 esta muriendo/moriendo
  me estoy muriendo
  sobredosis
  se tomo ..6 pastillas/cloro/veneno/medicina/frasco
  tomo ..3 cloro/veneno
  envenen*
  reaccion alergica
  garganta ..3 cerrando/hinchada
  hinch* ..4 lengua/garganta/cara
  se ..2 quemo/quemando
  quemadura*
  embarazada ..6 sangr*/dolor/mueve/agua
  rompio ..3 fuente/agua
  bebe ..4 no ..3 respira/mueve/despierta/come
  recien nacido ..4 fiebre
  bebe ..6 fiebre
  dolor ..3 muy/insoportable/terrible ..2 fuerte/estomago
  azucar ..4 muy baja/alta
  se cayo ..6 cabeza/levantar/mueve
  accidente & sangre/herido/carro/ahora/dolor
  mordio ..3 serpiente/vibora
[es.harm] self_harm always
  quiero/quiere/quisiera ..1 morir/morirme/matarme/matarse
  me quiero morir/matar
  se quiere morir/matar
  matarme/matarse
  no ..1 quiero/quiere ..2 vivir
  hacerme/hacerse dano
  quitarme/quitarse ..2 vida
  terminar ..2 mi vida
  cortandome/cortarme
[es.violence] violence always
  me ..2 pega/pego/golpea/golpeo/amenaza/amenazo/violo/viola/lastima
  me esta ..1 pegando/golpeando/amenazando
  mi esposo/marido/novio/pareja ..2 me ..2 pega/golpea/pego/golpeo/amenaza
  le ..1 pega/golpea/pego
  tiene ..2 pistola/cuchillo/arma
  me ..2 quiere matar
  te/los voy ..2 matar
  abus* ..4 nina/nino/hija/hijo/mi
  me violaron
  apunal*
[es.refill] refill always
  surt* ..4 medicina/receta/medicamento/pastillas
  resurt*
  se ..2 acab* ..4 medicina/pastillas/medicamento/insulina
  renovar ..2 receta
  refil ..3 medicina
[es.medication] medication always
  medicina/medicinas/medicamento/medicamentos/receta/recetas/pastilla/pastillas/farmacia/insulina/antibiotico/jarabe
[es.results] test_results always
  resultado/resultados
  analisis & listos/salieron/saber
[es.human] human always
  hablar con ..4 persona/alguien/recepcionista/enfermera/doctor/doctora/humano
  alguien que hable
  hay ..1 alguien ..4 espanol
  quiero ..1 operador/operadora
  una persona real
  pasame/paseme/comunique* ..1 con
  me ..2 puede ..1 comunicar/pasar
[es.speaks] language always
  no ..1 hablo ?mucho ingles
  no speak english
  no english
  do_not/no speak ..3 english
  habla ..1 espanol
  spanish please
  en espanol
  need/want/have/get ..5 interpreter/translator & ! sign language, a s l, deaf
  english ..1 no/not ..1 good/bad/well
  english is bad/poor/little
  someone/somebody/anyone spanish
  have someone ..2 spanish
  speak ..2 spanish ..2 please
  little english
  only speak* ..2 spanish/french/chinese/vietnamese/russian/arabic/portuguese/korean/mandarin/cantonese/creole/tagalog/somali/haitian
; More of what Spanish-speaking families say, northern Mexican and Central American wording included.
[es.breathing] medical always
  no puedo/puede ..2 respirar
  no ..2 agarra/agarro/jala/jalo aire
  le/me falta ..2 =aire
  cierra ..3 pecho/garganta
  se ..2 cierra ..2 pecho/garganta
  pecho ..3 cierra/cerrado/hunde/silba
  se le hunde ..3 costillas/pecho
  respira ..2 raro/rapido/rapidito/feo
  esta morado/morada/moradito/moradita/azul
  no ..2 puede ..2 toser
[es.heart] medical always
  pecho ..4 piedra/aplasta*/pesa/pesaba/quema/elefante/fuerte
  agarra/agarro/agarrando ..2 pecho
  piedra ..4 pecho
  dolor ..4 brazo ..3 izquierdo
  corazon ..4 sale/brinca/para/parando & mareado/mareada/desmay*/aire/negro/ahorita
  sudando frio
[es.brain] medical always
  se ..3 fueron ..3 ojos
  ojos ..4 blanco/atras & tieso/tiesa/temblando/responde/convuls*
  tieso/tiesa/tiesito & responde/ojos/temblando/babea
  contesta ..3 incoherencias/disparates
  no ..3 siento/siente ..3 piernas/pies/cara
  no ..2 mueve/muevo ..3 piernas/brazo/manos
  no ..2 respond* & @es.person
  no ..2 puede ..2 hablar/despertarlo/despertarla
  habla/hablando ..2 enredado/trabado/como_borracho/raro
  se ..2 le ..2 chueco/chueca/torcio ..3 cara/boca
[es.blood] medical always
  no ..3 para ..3 sangr*
  sangr* ..4 coagulos/chorros/embarazada
  sali* ..4 mucha/bastante sangre
  tos* ..2 sangre
[es.other] medical always
  no ..2 se ..2 mueve ..3 bebe
  bebe ..3 ya viene
  se ..2 trago ..6 pastillas/pila/moneda/cloro/frasco/botella/veneno
  se ..2 tomo ..3 todas ..3 pastillas
  se ..2 hinch* ..4 cara/boca/lengua/garganta/brazo
  agua/aceite/olla/sopa hirviendo
  vibora/cascabel/alacran ..4 mordio/pico
  mordio/pico ..4 vibora/cascabel/alacran/culebra
  se cayo ..6 escalera/techo/caballo & mueve/siente/responde/sangre
  aventado/tirado ..3 suelo/piso & responde/mueve
  llamen ..3 ambulancia
[es.harm] self_harm always
  ya ..1 no ..2 aguanto ..2 vivir/mas & vida/morir/pastillas/sola/solo
  ya no quiero ..2 vivir/seguir/despertar/estar_aqui
  dormir ..3 no despertar
  se ..1 corta/cortaba/corto ..3 brazos/munecas/venas
  me ..1 corto/corte/cortaba ..3 brazos/munecas/venas/piernas
  me hice dano
  hacerme/hacerse ..2 dano
  mejor ..3 muerto/muerta
  aventarme/aventarse/tirarme ..4 puente/tren/carro
  parada/parado ..3 puente
  dejo ..3 carta & escopeta/pistola/contesta/despedida
  desaparecer & encuentre/nadie/mundo
[es.violence] violence always
  me ..3 violo/violaron/violaba
  me dio ..3 patadas/golpes/cachetadas/punetazos
  me ..2 tiene ..3 encerrada/encerrado/amenazada
  me ..2 agarro ..2 golpes
  me ..2 ahorco/ahorca/ahorcando
  estoy escondida/escondido
  me ..2 siguieron/siguen/persigue
  me va a matar
  pistola/cuchillo ..4 cabeza/cuello/mano/casa & @es.person
@es.person = mi, el, ella, esposo, esposa, hijo, hija, mama, papa, abuela, abuelo, hermano, hermana, bebe, nino, nina, marido, novio, senor, senora
[es.refill] refill always
  se ..3 acabaron/acabo/acabaron/terminaron ..4 pastillas/medicinas/pildoras/gotas/insulina
  necesito ..4 mas/otra/otro ..3 pastillas/medicina/frasco/receta
  rellen* ..3 receta/medicina/medicamento
[es.results] test_results always
  salieron/salio/listos/llegaron ..4 analisis/examenes/prueba/laboratorio/biopsia
  analisis/examenes/biopsia/laboratorio ..4 salieron/salio/listos/llegaron
[es.human] human always
  quiero/quisiera/necesito/puedo ..2 hablar ..4 recepcion/gerente/encargado/encargada/senorita/humano
