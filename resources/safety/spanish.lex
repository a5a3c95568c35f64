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
  need/want/have/get ..5 interpreter/translator
  speak ..2 spanish ..2 please
  little english
  only speak* ..2 spanish/french/chinese/vietnamese/russian/arabic/portuguese/korean/mandarin/cantonese/creole/tagalog/somali/haitian
