<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>AccountCard</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Your password is changed. You stay signed in here.</source>
        <translation>Su contraseña ha cambiado. Aquí sigue con la sesión abierta.</translation>
    </message>
    <message>
        <source>Two-step sign-in is off.</source>
        <translation>El acceso en dos pasos está desactivado.</translation>
    </message>
    <message>
        <source>That computer is signed out.</source>
        <translation>La sesión en ese equipo está cerrada.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Cambiar contraseña</translation>
    </message>
    <message>
        <source>At least 12 characters. Three or four words that have nothing to do with each other are good.</source>
        <translation>Al menos 12 caracteres. Tres o cuatro palabras sin relación entre sí son una buena elección.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>Guarde estos códigos de recuperación</translation>
    </message>
    <message>
        <source>Turn two-step sign-in off</source>
        <translation>Desactivar el acceso en dos pasos</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>Acceso en dos pasos</translation>
    </message>
    <message>
        <source>Each works once, should you lose your phone. Write them down or print them; they are not shown again.</source>
        <translation>Cada uno sirve una vez, por si pierde el teléfono. Anótelos o imprímalos; no se mostrarán de nuevo.</translation>
    </message>
    <message>
        <source>Your password is asked for, because this makes your account less safe.</source>
        <translation>Se pide su contraseña porque esto hace su cuenta menos segura.</translation>
    </message>
    <message>
        <source>Scan this with an authenticator app on your phone, then enter the code it shows.</source>
        <translation>Escanéelo con una aplicación de autenticación en su teléfono y escriba el código que muestra.</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>Código para escanear</translation>
    </message>
    <message>
        <source>Or type this into the app</source>
        <translation>O escriba esto en la aplicación</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>Código de la aplicación</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Los he guardado</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 en %2, %3</translation>
    </message>
    <message>
        <source>Two-step sign-in is on</source>
        <translation>El acceso en dos pasos está activado</translation>
    </message>
    <message>
        <source>Turn two-step sign-in on</source>
        <translation>Activar el acceso en dos pasos</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Dónde tiene la sesión abierta</translation>
    </message>
    <message>
        <source>A computer</source>
        <translation>Un equipo</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>último uso: %1</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Este</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Cerrar sesión en %1</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>espera %1</translation>
    </message>
    <message>
        <source>From the call</source>
        <translation>De la llamada</translation>
    </message>
    <message>
        <source>Staff&apos;s note</source>
        <translation>Nota del personal</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message numerus="yes">
        <source>%n approved.</source>
        <translation>
            <numerusform>%n aprobada.</numerusform>
            <numerusform>%n aprobadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Aprobada.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Rechazada.</translation>
    </message>
    <message>
        <source>Back with staff.</source>
        <translation>Devuelta al personal.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Deshecho.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Staff will tell the patient.</source>
        <translation>El personal se lo dirá al paciente.</translation>
    </message>
    <message>
        <source>Needs a visit first</source>
        <translation>Necesita una consulta primero</translation>
    </message>
    <message>
        <source>Not our patient</source>
        <translation>No es paciente nuestro</translation>
    </message>
    <message>
        <source>Already done</source>
        <translation>Ya está hecho</translation>
    </message>
    <message>
        <source>Must go through the pharmacy</source>
        <translation>Debe ir por la farmacia</translation>
    </message>
    <message>
        <source>Back to staff</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>What do you need to know?</source>
        <translation>¿Qué necesita saber?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Please ask for the dose</source>
        <translation>Pregunte la dosis, por favor</translation>
    </message>
    <message>
        <source>Please ask since when</source>
        <translation>Pregunte desde cuándo, por favor</translation>
    </message>
    <message>
        <source>Please find the last visit</source>
        <translation>Busque la última consulta, por favor</translation>
    </message>
    <message>
        <source>Please book a visit</source>
        <translation>Dé una cita, por favor</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n espera su decisión</numerusform>
            <numerusform>%n esperan su decisión</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Esperan su decisión</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Approve all %1 of this kind</source>
        <translation>Aprobar las %1 de este tipo</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada espera su decisión</translation>
    </message>
    <message>
        <source>Refills, referrals and medical questions appear here once staff have looked at them. Anything urgent reaches you by phone, never by this list.</source>
        <translation>Aquí aparecen recetas, derivaciones y preguntas médicas cuando el personal las ha revisado. Lo urgente le llega por teléfono, nunca por esta lista.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>No se pudo leer la lista</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>%1 rows, unbroken</source>
        <translation>%1 filas, íntegro</translation>
    </message>
    <message>
        <source>Broken at row %1</source>
        <translation>Roto en la fila %1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>Every view of patient data, playback, export, sign-in and change of a setting is written here.</source>
        <translation>Aquí consta cada consulta de datos, reproducción, exportación, inicio de sesión y cambio de ajustes.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>desactivada</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Key %1</source>
        <translation>Tecla %1</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>The caller is being connected to the clinic&apos;s line.</source>
        <translation>Se está conectando la llamada con la línea de la clínica.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nombre o número</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Atendidas</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Transferidas</translation>
    </message>
    <message>
        <source>Live calls</source>
        <translation>Llamadas en curso</translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation>Llamadas anteriores</translation>
    </message>
    <message>
        <source>No calls found</source>
        <translation>No se encontraron llamadas</translation>
    </message>
    <message>
        <source>Nobody is on the line</source>
        <translation>Nadie está en línea</translation>
    </message>
    <message>
        <source>Try another name or number.</source>
        <translation>Pruebe con otro nombre o número.</translation>
    </message>
    <message>
        <source>A call appears here the moment the assistant answers it, with every word as it is said.</source>
        <translation>Una llamada aparece aquí en cuanto el asistente contesta, con cada palabra según se dice.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar la llamada</translation>
    </message>
    <message>
        <source>No call is open</source>
        <translation>Ninguna llamada abierta</translation>
    </message>
    <message>
        <source>Choose one to read along. %1 takes a live call over.</source>
        <translation>Elija una para seguirla. %1 toma una llamada en curso.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>The server answers under another name than %1. Check the address; if it is right, tell your IT that its certificate is for another name.</source>
        <translation>El servidor responde con otro nombre que %1. Compruebe la dirección; si es correcta, avise a su departamento de TI de que el certificado es de otro nombre.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was valid until %1. Either your IT has to renew it, or this computer&apos;s clock is wrong.</source>
        <translation>El certificado del servidor era válido hasta el %1. O su departamento de TI tiene que renovarlo, o el reloj de este equipo está mal.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is valid from %1 on. This computer&apos;s clock is probably wrong.</source>
        <translation>El certificado del servidor es válido a partir del %1. Probablemente el reloj de este equipo está mal.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked. Do not sign in; tell your IT.</source>
        <translation>El certificado del servidor fue revocado. No inicie sesión; avise a su departamento de TI.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the server %1. Ask your IT to install the clinic&apos;s root certificate, and do not sign in before.</source>
        <translation>Nadie en quien este equipo confíe responde por el servidor %1. Pida a su departamento de TI que instale el certificado raíz de la clínica y no inicie sesión antes.</translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message>
        <source>Saved. The next call uses it.</source>
        <translation>Guardado. Se usa desde la próxima llamada.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clínica</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As the assistant says it.</source>
        <translation>Como lo dice el asistente.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Number patients call</source>
        <translation>Número al que llaman los pacientes</translation>
    </message>
    <message>
        <source>Your own line</source>
        <translation>Su propia línea</translation>
    </message>
    <message>
        <source>Rung whenever a caller needs a person.</source>
        <translation>Suena cuando alguien necesita a una persona.</translation>
    </message>
    <message>
        <source>On call after hours</source>
        <translation>Guardia fuera de horario</translation>
    </message>
    <message>
        <source>Empty: your own line.</source>
        <translation>Vacío: su propia línea.</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Completes “will call you back …”.</source>
        <translation>Completa «le llamaremos …».</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>What callers hear</source>
        <translation>Lo que oyen los llamantes</translation>
    </message>
    <message>
        <source>Empty: the standard words.</source>
        <translation>Vacío: las palabras estándar.</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Thank you for calling {clinic}.</source>
        <translation>Gracias por llamar a {clinic}.</translation>
    </message>
    <message>
        <source>How long records are kept</source>
        <translation>Cuánto tiempo se guardan los datos</translation>
    </message>
    <message>
        <source>Days; afterwards they are deleted for good.</source>
        <translation>Días; después se borran definitivamente.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripciones</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>Legal hold: delete nothing</source>
        <translation>Retención legal: no borrar nada</translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message>
        <source>Changed who listens, understands and speaks</source>
        <translation>Cambió quién escucha, entiende y habla</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Inició sesión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Cerró sesión</translation>
    </message>
    <message>
        <source>Signed somebody out everywhere</source>
        <translation>Cerró todas las sesiones de alguien</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Inicio de sesión fallido</translation>
    </message>
    <message>
        <source>Session was over</source>
        <translation>La sesión había terminado</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>Cambió la contraseña</translation>
    </message>
    <message>
        <source>Turned two-step sign-in on</source>
        <translation>Activó el acceso en dos pasos</translation>
    </message>
    <message>
        <source>Turned two-step sign-in off</source>
        <translation>Desactivó el acceso en dos pasos</translation>
    </message>
    <message>
        <source>Reset somebody&apos;s two-step sign-in</source>
        <translation>Restableció el acceso en dos pasos de alguien</translation>
    </message>
    <message>
        <source>Changed the own account</source>
        <translation>Cambió su propia cuenta</translation>
    </message>
    <message>
        <source>Invited somebody</source>
        <translation>Invitó a alguien</translation>
    </message>
    <message>
        <source>Changed a person&apos;s role or access</source>
        <translation>Cambió el rol o el acceso de una persona</translation>
    </message>
    <message>
        <source>Began to watch</source>
        <translation>Empezó a observar</translation>
    </message>
    <message>
        <source>Looked at the tasks</source>
        <translation>Miró las tareas</translation>
    </message>
    <message>
        <source>Opened a task</source>
        <translation>Abrió una tarea</translation>
    </message>
    <message>
        <source>Took a step back</source>
        <translation>Deshizo un paso</translation>
    </message>
    <message>
        <source>Took a task</source>
        <translation>Tomó una tarea</translation>
    </message>
    <message>
        <source>Gave a task back</source>
        <translation>Devolvió una tarea</translation>
    </message>
    <message>
        <source>Completed a task</source>
        <translation>Completó una tarea</translation>
    </message>
    <message>
        <source>Opened a task again</source>
        <translation>Reabrió una tarea</translation>
    </message>
    <message>
        <source>Sent a task to a doctor</source>
        <translation>Envió una tarea a un médico</translation>
    </message>
    <message>
        <source>Called a patient back</source>
        <translation>Devolvió la llamada a un paciente</translation>
    </message>
    <message>
        <source>Wrote a note</source>
        <translation>Escribió una nota</translation>
    </message>
    <message>
        <source>Flagged a task</source>
        <translation>Marcó una tarea</translation>
    </message>
    <message>
        <source>Took a flag away</source>
        <translation>Quitó una marca</translation>
    </message>
    <message>
        <source>Looked at the approvals</source>
        <translation>Miró las aprobaciones</translation>
    </message>
    <message>
        <source>Decided as a doctor</source>
        <translation>Decidió como médico</translation>
    </message>
    <message>
        <source>Named who stands in</source>
        <translation>Nombró a un sustituto</translation>
    </message>
    <message>
        <source>Decides alone again</source>
        <translation>Vuelve a decidir por sí mismo</translation>
    </message>
    <message>
        <source>Looked at the calls</source>
        <translation>Miró las llamadas</translation>
    </message>
    <message>
        <source>Opened a call</source>
        <translation>Abrió una llamada</translation>
    </message>
    <message>
        <source>Read a transcript</source>
        <translation>Leyó una transcripción</translation>
    </message>
    <message>
        <source>Played a recording</source>
        <translation>Escuchó una grabación</translation>
    </message>
    <message>
        <source>Took a call over</source>
        <translation>Tomó una llamada</translation>
    </message>
    <message>
        <source>Looked at the hand-overs</source>
        <translation>Miró las transferencias</translation>
    </message>
    <message>
        <source>Took a waiting caller</source>
        <translation>Atendió a alguien en espera</translation>
    </message>
    <message>
        <source>Changed the clinic&apos;s profile</source>
        <translation>Cambió el perfil de la clínica</translation>
    </message>
    <message>
        <source>Changed the hand-over limits</source>
        <translation>Cambió los límites de transferencia</translation>
    </message>
    <message>
        <source>Changed how long records are kept</source>
        <translation>Cambió el tiempo de conservación</translation>
    </message>
    <message>
        <source>Changed a vendor&apos;s agreement</source>
        <translation>Cambió el acuerdo con un proveedor</translation>
    </message>
    <message>
        <source>Looked at the figures</source>
        <translation>Miró las cifras</translation>
    </message>
    <message>
        <source>Read the audit trail</source>
        <translation>Leyó el registro de auditoría</translation>
    </message>
    <message>
        <source>Verified the audit trail</source>
        <translation>Verificó el registro de auditoría</translation>
    </message>
    <message>
        <source>An operator looked in, with a reason</source>
        <translation>Un operador entró, con un motivo</translation>
    </message>
    <message>
        <source>Set the own key for a vendor</source>
        <translation>Puso la clave propia para un proveedor</translation>
    </message>
    <message>
        <source>Removed the own key for a vendor</source>
        <translation>Quitó la clave propia para un proveedor</translation>
    </message>
    <message>
        <source>Changed who is told what</source>
        <translation>Cambió a quién se avisa</translation>
    </message>
    <message>
        <source>Made a test call</source>
        <translation>Hizo una llamada de prueba</translation>
    </message>
    <message>
        <source>Opened a hand-over</source>
        <translation>Abrió una transferencia</translation>
    </message>
    <message>
        <source>Looked for missed emergencies</source>
        <translation>Buscó emergencias no detectadas</translation>
    </message>
    <message>
        <source>Downloaded a recording</source>
        <translation>Descargó una grabación</translation>
    </message>
    <message>
        <source>Saved a patient&apos;s records</source>
        <translation>Guardó los datos de un paciente</translation>
    </message>
    <message>
        <source>Deleted a patient&apos;s records</source>
        <translation>Eliminó los datos de un paciente</translation>
    </message>
    <message>
        <source>Saved everything the clinic has</source>
        <translation>Guardó todos los datos de la clínica</translation>
    </message>
    <message>
        <source>Placed a legal hold</source>
        <translation>Puso una retención legal</translation>
    </message>
    <message>
        <source>Released a legal hold</source>
        <translation>Levantó una retención legal</translation>
    </message>
    <message>
        <source>Looked at the legal holds</source>
        <translation>Miró las retenciones legales</translation>
    </message>
    <message>
        <source>Changed which requests two doctors sign</source>
        <translation>Cambió qué solicitudes firman dos médicos</translation>
    </message>
    <message>
        <source>Added a webhook</source>
        <translation>Añadió un webhook</translation>
    </message>
    <message>
        <source>Changed a webhook</source>
        <translation>Cambió un webhook</translation>
    </message>
    <message>
        <source>Deleted a webhook</source>
        <translation>Eliminó un webhook</translation>
    </message>
    <message>
        <source>Gave a webhook a new secret</source>
        <translation>Dio un secreto nuevo a un webhook</translation>
    </message>
    <message>
        <source>Sent a webhook a test</source>
        <translation>Envió una prueba a un webhook</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>unbroken</source>
        <translation>intacto</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>roto</translation>
    </message>
    <message>
        <source>Tried out other hand-over limits</source>
        <translation>Probó otros límites de transferencia</translation>
    </message>
</context>
<context>
    <name>DelegationCard</name>
    <message>
        <source>When you are away</source>
        <translation>Cuando está ausente</translation>
    </message>
    <message>
        <source>What is assigned to you then goes to a colleague.</source>
        <translation>Lo que se le asigne irá entonces a un colega.</translation>
    </message>
    <message>
        <source>%1 decides for you.</source>
        <translation>%1 decide por usted.</translation>
    </message>
    <message>
        <source>You decide yourself again.</source>
        <translation>Vuelve a decidir usted.</translation>
    </message>
    <message>
        <source>%1 decides for you from %2 to %3.</source>
        <translation>%1 decide por usted desde %2 hasta %3.</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Ya estoy de vuelta</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Colega</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>Estoy ausente</translation>
    </message>
    <message>
        <source>There is no other doctor at this clinic.</source>
        <translation>No hay otro médico en esta clínica.</translation>
    </message>
</context>
<context>
    <name>DoctorMenu</name>
    <message>
        <source>Any doctor</source>
        <translation>Cualquier médico</translation>
    </message>
</context>
<context>
    <name>EscalationBanner</name>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Caller waiting</source>
        <translation>Llamada en espera</translation>
    </message>
    <message>
        <source>EMERGENCY</source>
        <translation>EMERGENCIA</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>La tomo</translation>
    </message>
</context>
<context>
    <name>EscalationStack</name>
    <message numerus="yes">
        <source>%n more caller(s) waiting for a person</source>
        <translation>
            <numerusform>%n llamada más espera a una persona</numerusform>
            <numerusform>%n llamadas más esperan a una persona</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frontdesk::Calls::MachineSound</name>
    <message>
        <source>No microphone was found. Connect a headset and try again.</source>
        <translation>No se encontró ningún micrófono. Conecte unos auriculares con micrófono e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No speakers or headphones were found. Connect a headset and try again.</source>
        <translation>No se encontraron altavoces ni auriculares. Conecte unos auriculares e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The microphone or the speakers cannot be opened. Does another program use them, or is Frontdesk not allowed to?</source>
        <translation>No se pueden abrir el micrófono o los altavoces. ¿Los usa otro programa, o Frontdesk no tiene permiso?</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Calls::MachineSpeaker</name>
    <message>
        <source>This computer has no speakers or headphones to play on.</source>
        <translation>Este equipo no tiene altavoces ni auriculares.</translation>
    </message>
    <message>
        <source>The speakers cannot be opened. Does another program use them, or is Frontdesk not allowed to?</source>
        <translation>No se pueden abrir los altavoces. ¿Los usa otro programa, o no tiene Frontdesk permiso?</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Calls::RecordedSound</name>
    <message>
        <source>This recording cannot be played here.</source>
        <translation>Esta grabación no se puede reproducir aquí.</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Calls::TestCall</name>
    <message>
        <source>The line cannot be opened.</source>
        <translation>No se puede abrir la línea.</translation>
    </message>
    <message>
        <source>The line was cut.</source>
        <translation>La línea se cortó.</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Calls::VoiceSample</name>
    <message>
        <source>This computer has no speakers or headphones to play on.</source>
        <translation>Este equipo no tiene altavoces ni auriculares.</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Client::Session</name>
    <message>
        <source>This is not a server address. It looks like desk.example.com.</source>
        <translation>Esto no es una dirección de servidor. Debe parecerse a desk.example.com.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>Su sesión ha terminado. Vuelva a iniciar sesión.</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Platform::Paper</name>
    <message>
        <source>This computer has no printer. Set one up in the system&apos;s settings.</source>
        <translation>Este equipo no tiene impresora. Configure una en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>La impresora no aceptó la página.</translation>
    </message>
</context>
<context>
    <name>Frontdesk::Records::ClinicExport</name>
    <message>
        <source>The file could not be written to your downloads.</source>
        <translation>No se pudo guardar el archivo en sus descargas.</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Todo funciona</translation>
    </message>
    <message>
        <source>Calls go to your own line</source>
        <translation>Las llamadas van a su propia línea</translation>
    </message>
    <message>
        <source>Working, with a part away</source>
        <translation>Funciona, con una parte ausente</translation>
    </message>
    <message>
        <source>The assistant answers calls.</source>
        <translation>El asistente contesta las llamadas.</translation>
    </message>
    <message>
        <source>The assistant cannot answer. Every caller is connected to the clinic.</source>
        <translation>El asistente no puede contestar. Cada llamada se conecta con la clínica.</translation>
    </message>
    <message>
        <source>The assistant answers calls; a second choice stands in for what is away.</source>
        <translation>El asistente contesta; una segunda opción suple lo que falta.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lento</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Telephone network</source>
        <translation>Red telefónica</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Reconocimiento de voz</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de lenguaje</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>The clinic&apos;s own time. Outside them callers hear when you are back, and urgent wishes go to who is on call.</source>
        <translation>En la hora local de la clínica. Fuera del horario, quien llama oye cuándo vuelven, y lo urgente va a quien está de guardia.</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <translation>Abierto el %1</translation>
    </message>
    <message>
        <source>Hours on %1</source>
        <translation>Horario del %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Several stretches of a day: 08:00-12:00, 13:00-17:00</source>
        <translation>Varios tramos en un día: 08:00-12:00, 13:00-17:00</translation>
    </message>
    <message>
        <source>Holidays and other days</source>
        <translation>Festivos y otros días</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Añadir un día</translation>
    </message>
    <message>
        <source>None yet. A day without hours is closed.</source>
        <translation>Todavía ninguno. Un día sin horario está cerrado.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the day</source>
        <translation>Nombre del día</translation>
    </message>
    <message>
        <source>Closed all day</source>
        <translation>Cerrado todo el día</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>Horario del día</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>Calls you did not have to take</source>
        <translation>Llamadas que no tuvo que atender</translation>
    </message>
    <message>
        <source>of %1 calls</source>
        <translation>de %1 llamadas</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>Transferidas a una persona</translation>
    </message>
    <message>
        <source>within the goal of %1</source>
        <translation>dentro del objetivo de %1</translation>
    </message>
    <message>
        <source>goal: under %1</source>
        <translation>objetivo: menos de %1</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Tiempo ahorrado</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>average call %1 min</source>
        <translation>llamada media %1 min</translation>
    </message>
    <message>
        <source>Tasks completed</source>
        <translation>Tareas completadas</translation>
    </message>
    <message>
        <source>half of them within %1 min</source>
        <translation>la mitad en %1 min</translation>
    </message>
    <message>
        <source>Calls each day</source>
        <translation>Llamadas por día</translation>
    </message>
    <message>
        <source>by the assistant</source>
        <translation>por el asistente</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>transferidas</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>llamadas</translation>
    </message>
    <message>
        <source>Why calls were handed over</source>
        <translation>Por qué se transfirieron</translation>
    </message>
    <message>
        <source>When people are needed at the phones</source>
        <translation>Cuándo hacen falta personas al teléfono</translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation>Emergencias</translation>
    </message>
    <message>
        <source>None in this time.</source>
        <translation>Ninguna en este período.</translation>
    </message>
    <message>
        <source>The file could not be written to your downloads.</source>
        <translation>No se pudo guardar el archivo en sus descargas.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Of what has a price; something here has none.</source>
        <translation>De lo que tiene precio; algo aquí no lo tiene.</translation>
    </message>
    <message>
        <source>At the prices your operator has noted.</source>
        <translation>A los precios anotados por su operador.</translation>
    </message>
    <message>
        <source>In this time</source>
        <translation>En este tiempo</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Por llamada</translation>
    </message>
    <message>
        <source>vendors and line together</source>
        <translation>proveedores y línea juntos</translation>
    </message>
    <message>
        <source>Told to call 911 at once, then connected to you.</source>
        <translation>Se les dice que llamen al 911 de inmediato y se les conecta con ustedes.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) handed over as an emergency</source>
        <translation>
            <numerusform>%n llamada transferida como emergencia</numerusform>
            <numerusform>%n llamadas transferidas como emergencia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of the last 30 days that today&apos;s rules would have handed over as an emergency. Please review.</source>
        <translation>
            <numerusform>%n llamada de los últimos 30 días que las reglas de hoy habrían transferido como emergencia. Revísela, por favor.</numerusform>
            <numerusform>%n llamadas de los últimos 30 días que las reglas de hoy habrían transferido como emergencia. Revíselas, por favor.</numerusform>
        </translation>
    </message>
    <message>
        <source>over %1 min</source>
        <translation>más de %1 min</translation>
    </message>
    <message>
        <source>under %1 s</source>
        <translation>menos de %1 s</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>de %1 a %2 s</translation>
    </message>
    <message>
        <source>%1 to %2 min</source>
        <translation>de %1 a %2 min</translation>
    </message>
    <message>
        <source>How long calls take</source>
        <translation>Cuánto duran las llamadas</translation>
    </message>
    <message>
        <source>Of the calls that are still kept.</source>
        <translation>De las llamadas que aún se conservan.</translation>
    </message>
</context>
<context>
    <name>KeyHint</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Anywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Take the waiting caller</source>
        <translation>Tomar la llamada en espera</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Mostrar estas teclas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Bloquear la pantalla</translation>
    </message>
    <message>
        <source>First page; Ctrl+2 the second, and so on</source>
        <translation>Primera página; Ctrl+2 la segunda, etc.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Claim, or give back</source>
        <translation>Tomar o devolver</translation>
    </message>
    <message>
        <source>Mark complete, or open again</source>
        <translation>Completar o reabrir</translation>
    </message>
    <message>
        <source>Assign to doctor</source>
        <translation>Asignar al médico</translation>
    </message>
    <message>
        <source>Call patient back</source>
        <translation>Llamar al paciente</translation>
    </message>
    <message>
        <source>Flag for review</source>
        <translation>Marcar para revisión</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>Reproducir la grabación</translation>
    </message>
    <message>
        <source>Show what is new</source>
        <translation>Mostrar lo nuevo</translation>
    </message>
    <message>
        <source>Copy the task</source>
        <translation>Copiar la tarea</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Aprobaciones</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Reject, with a reason</source>
        <translation>Rechazar con un motivo</translation>
    </message>
    <message>
        <source>Back to staff, with a question</source>
        <translation>Devolver con una pregunta</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>Approve all of this kind</source>
        <translation>Aprobar todas de este tipo</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Take the call over</source>
        <translation>Tomar la llamada</translation>
    </message>
    <message>
        <source>Print the task</source>
        <translation>Imprimir la tarea</translation>
    </message>
    <message>
        <source>Begin or end a test call</source>
        <translation>Empezar o terminar una llamada de prueba</translation>
    </message>
    <message>
        <source>Mute yourself in a test call</source>
        <translation>Silenciarse en una llamada de prueba</translation>
    </message>
</context>
<context>
    <name>LiveCallDelegate</name>
    <message>
        <source>Live call</source>
        <translation>Llamada en curso</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>Listening …</source>
        <translation>Escuchando …</translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <translation>Asistente: %1</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>%n caller(s) waiting for a person</source>
        <translation>
            <numerusform>%n llamada espera a una persona</numerusform>
            <numerusform>%n llamadas esperan a una persona</numerusform>
        </translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Entrar como otra persona</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Iniciar sesión como %1</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Conectando …</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Bloquear la pantalla</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Everybody at the clinic sees it beside this task.</source>
        <translation>Todos en la clínica la ven junto a esta tarea.</translation>
    </message>
    <message>
        <source>What should the next person know?</source>
        <translation>¿Qué debe saber la próxima persona?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>A caller is handed over</source>
        <translation>Llamada transferida</translation>
    </message>
    <message>
        <source>A task was left</source>
        <translation>Queda una tarea</translation>
    </message>
    <message>
        <source>A vendor is away</source>
        <translation>Falla un proveedor</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Urgent and up</source>
        <translation>Urgente o más</translation>
    </message>
    <message>
        <source>At any hour</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>While open</source>
        <translation>Estando abierta</translation>
    </message>
    <message>
        <source>While closed</source>
        <translation>Estando cerrada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Saved. It holds from now on.</source>
        <translation>Guardado. Vale desde ahora.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>For people who are not at a desk. Messages name no patient: they say that something waits, and lead to the task.</source>
        <translation>Para quienes no están en un puesto. Los mensajes no nombran a ningún paciente: dicen que algo espera y llevan a la tarea.</translation>
    </message>
    <message>
        <source>Who is told what</source>
        <translation>A quién se avisa de qué</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Añadir una regla</translation>
    </message>
    <message>
        <source>Nobody is told by mail or message yet. Add a rule: for example a text message to who is on call when an emergency comes in while you are closed.</source>
        <translation>Aún no se avisa a nadie por correo ni mensaje. Añada una regla: por ejemplo, un mensaje a quien está de guardia cuando entra una emergencia con la clínica cerrada.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation>Qué urgencia</translation>
    </message>
    <message>
        <source>At which hours</source>
        <translation>A qué horas</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>Por qué medio</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Quitar esta regla</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Lo enviado</translation>
    </message>
    <message>
        <source>The newest hundred.</source>
        <translation>Los cien más recientes.</translation>
    </message>
    <message>
        <source>Nothing yet. Each message stands here with whether it arrived.</source>
        <translation>Nada todavía. Aquí consta cada mensaje y si llegó.</translation>
    </message>
    <message>
        <source>Each rule needs an e-mail address, or a number such as +15550100000.</source>
        <translation>Cada regla necesita un correo, o un número como +15550100000.</translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation>Emergencias</translation>
    </message>
</context>
<context>
    <name>PastCallDelegate</name>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>Handled by the assistant</source>
        <translation>Atendida por el asistente</translation>
    </message>
    <message>
        <source>Handed over, nobody answered</source>
        <translation>Transferida, nadie contestó</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Nothing is kept about this person.</source>
        <translation>No se conserva nada sobre esta persona.</translation>
    </message>
    <message>
        <source>The file could not be written to your downloads.</source>
        <translation>No se pudo guardar el archivo en sus descargas.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), saved as %1</source>
        <translation>
            <numerusform>%n llamada, guardada como %1</numerusform>
            <numerusform>%n llamadas, guardadas como %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 deleted; %2 stay because of a legal hold.</source>
        <translation>%1 eliminadas; %2 se conservan por una retención legal.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) deleted with everything that belongs to them.</source>
        <translation>
            <numerusform>%n llamada eliminada con todo lo que le pertenece.</numerusform>
            <numerusform>%n llamadas eliminadas con todo lo que les pertenece.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete everything about this person?</source>
        <translation>¿Eliminar todo sobre esta persona?</translation>
    </message>
    <message>
        <source>Calls, transcripts, recordings and tasks of everybody these words fit. It cannot be undone. Type the name or number once more.</source>
        <translation>Llamadas, transcripciones, grabaciones y tareas de todas las personas a las que correspondan estas palabras. No se puede deshacer. Escriba el nombre o el número una vez más.</translation>
    </message>
    <message>
        <source>Name or number once more</source>
        <translation>Nombre o número una vez más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Patients&apos; records</source>
        <translation>Datos de pacientes</translation>
    </message>
    <message>
        <source>Patients may ask for a copy of what is kept about them. Both steps are written to the audit trail.</source>
        <translation>Los pacientes pueden pedir una copia de lo que se conserva sobre ellos. Ambos pasos quedan en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>The beginnings of the name, the number, or both.</source>
        <translation>El comienzo del nombre, el número o ambos.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Eliminar …</translation>
    </message>
    <message>
        <source>The copy lies among your downloads and holds patient data. Hand it over and delete it, or keep it where your clinic keeps such files.</source>
        <translation>La copia queda en sus descargas y contiene datos de pacientes. Entréguela y elimínela, o guárdela donde su clínica guarda esos archivos.</translation>
    </message>
    <message>
        <source>Everything the clinic has</source>
        <translation>Todo lo que tiene la clínica</translation>
    </message>
    <message>
        <source>All calls with transcripts, tasks and decisions: one line of JSON for each call.</source>
        <translation>Todas las llamadas con transcripciones, tareas y decisiones: una línea de JSON por llamada.</translation>
    </message>
    <message>
        <source>Save everything</source>
        <translation>Guardar todo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) so far …</source>
        <translation>
            <numerusform>%n llamada hasta ahora …</numerusform>
            <numerusform>%n llamadas hasta ahora …</numerusform>
        </translation>
    </message>
    <message>
        <source>For moving to another system, or for your own archive. The file holds patient data of everybody; the step is written to the audit trail.</source>
        <translation>Para pasar a otro sistema o para su propio archivo. El archivo contiene datos de todos los pacientes; el paso consta en el registro de auditoría.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Invitation for %1</source>
        <translation>Invitación para %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Invitar a alguien</translation>
    </message>
    <message>
        <source>They choose their own password with the invitation.</source>
        <translation>Elige su propia contraseña con la invitación.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitar</translation>
    </message>
    <message>
        <source>Give this to them in person or through a channel you trust. It works once.</source>
        <translation>Désela en persona o por un medio de confianza. Vale una sola vez.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invitada</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Two-step</source>
        <translation>Dos pasos</translation>
    </message>
    <message>
        <source>last here %1</source>
        <translation>última vez %1</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Función de %1</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Más sobre %1</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Cerrar todas las sesiones</translation>
    </message>
    <message>
        <source>Reset two-step sign-in</source>
        <translation>Restablecer los dos pasos</translation>
    </message>
    <message>
        <source>Activate again</source>
        <translation>Activar de nuevo</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Desactivar</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Oír</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Velocidad %1</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This e-mail address and password do not belong together.</source>
        <translation>Este correo y esta contraseña no corresponden.</translation>
    </message>
    <message>
        <source>Enter the code from your authenticator app.</source>
        <translation>Escriba el código de su aplicación de autenticación.</translation>
    </message>
    <message>
        <source>This code is not right, or it is no longer valid. Wait for the next one.</source>
        <translation>El código no es correcto o ya no vale. Espere al siguiente.</translation>
    </message>
    <message>
        <source>Too many attempts. Try again in %1 minutes.</source>
        <translation>Demasiados intentos. Inténtelo de nuevo en %1 minutos.</translation>
    </message>
    <message>
        <source>This account was deactivated. Ask your administrator.</source>
        <translation>Esta cuenta fue desactivada. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>Su sesión ha terminado. Vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. You see it as it is now.</source>
        <translation>Alguien lo cambió entretanto. Lo ve como está ahora.</translation>
    </message>
    <message>
        <source>Somebody else has this already.</source>
        <translation>Otra persona ya lo tiene.</translation>
    </message>
    <message>
        <source>%1 has this already.</source>
        <translation>%1 ya lo tiene.</translation>
    </message>
    <message>
        <source>This can no longer be undone, because something happened since.</source>
        <translation>Ya no se puede deshacer, porque algo ocurrió después.</translation>
    </message>
    <message>
        <source>Choose a longer password, with at least 12 characters that are not easy to guess.</source>
        <translation>Elija una contraseña más larga, de al menos 12 caracteres difíciles de adivinar.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network; nothing you did is lost.</source>
        <translation>No se puede contactar con el servidor. Revise la red; nada de lo que hizo se ha perdido.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Su función no permite esto.</translation>
    </message>
    <message>
        <source>This no longer exists.</source>
        <translation>Esto ya no existe.</translation>
    </message>
    <message>
        <source>Too many requests at once. Try again in a moment.</source>
        <translation>Demasiadas solicitudes a la vez. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server could not do this (%1). Try again in a moment.</source>
        <translation>El servidor no pudo hacerlo (%1). Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The current password is not right.</source>
        <translation>La contraseña actual no es correcta.</translation>
    </message>
    <message>
        <source>This invitation was used or is over. Ask your administrator for another one.</source>
        <translation>Esta invitación ya se usó o ha vencido. Pida otra a su administrador.</translation>
    </message>
    <message>
        <source>Somebody was faster: this task is past that step.</source>
        <translation>Alguien fue más rápido: esta tarea ya pasó ese paso.</translation>
    </message>
    <message>
        <source>The caller left no number to call back.</source>
        <translation>Quien llamó no dejó un número para devolver la llamada.</translation>
    </message>
    <message>
        <source>The clinic needs at least one administrator.</source>
        <translation>La clínica necesita al menos un administrador.</translation>
    </message>
    <message>
        <source>This call is over already.</source>
        <translation>Esta llamada ya terminó.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment; nothing you did is lost.</source>
        <translation>El servidor está ocupado. Inténtelo de nuevo en un momento; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Two signatures need two doctors. Invite another one first.</source>
        <translation>Dos firmas necesitan dos médicos. Invite antes a otro.</translation>
    </message>
    <message>
        <source>There are as many as there may be. Delete one first.</source>
        <translation>Ya hay tantos como puede haber. Elimine antes uno.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hechas</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nueva</numerusform>
            <numerusform>%n nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Todo hecho</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>Nothing completed yet</source>
        <translation>Nada completado todavía</translation>
    </message>
    <message>
        <source>New requests appear here as soon as a call has ended.</source>
        <translation>Las nuevas solicitudes aparecen aquí en cuanto termina una llamada.</translation>
    </message>
    <message>
        <source>What you claim appears here until it is completed.</source>
        <translation>Lo que usted toma aparece aquí hasta completarlo.</translation>
    </message>
    <message>
        <source>Completed tasks stay here, the newest first.</source>
        <translation>Las tareas completadas quedan aquí, primero las más recientes.</translation>
    </message>
    <message>
        <source>No task is open</source>
        <translation>Ninguna tarea abierta</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys and Enter. Press %1 for all keys.</source>
        <translation>Elija una con las flechas e Intro. Pulse %1 para ver todas las teclas.</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Solo las mías</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>Name, number, day or kind</source>
        <translation>Nombre, número, día o tipo</translation>
    </message>
    <message>
        <source>Only what is here was looked through.</source>
        <translation>Solo se ha buscado en lo que hay aquí.</translation>
    </message>
    <message>
        <source>Looking through all tasks</source>
        <translation>Buscando en todas las tareas</translation>
    </message>
    <message numerus="yes">
        <source>%n found among all tasks</source>
        <translation>
            <numerusform>%n encontrada entre todas las tareas</numerusform>
            <numerusform>%n encontradas entre todas las tareas</numerusform>
        </translation>
    </message>
    <message>
        <source>Try the beginning of a name, some digits of a number, a day such as %1, or a kind of request.</source>
        <translation>Pruebe el comienzo de un nombre, algunas cifras de un número, un día como %1 o un tipo de solicitud.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Or in your own words</source>
        <translation>O con sus propias palabras</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>RecordingCard</name>
    <message>
        <source>Recorded by</source>
        <translation>Graba</translation>
    </message>
    <message>
        <source>Fetched after the call, sealed, and deleted there. Needs an agreement with the telephone network; without one the assistant records.</source>
        <translation>Se recoge tras la llamada, se sella y se borra allí. Necesita un acuerdo con la red telefónica; sin él graba el asistente.</translation>
    </message>
    <message>
        <source>Sealed from the first word, and to be heard while the call runs.</source>
        <translation>Sellada desde la primera palabra, y se puede oír durante la llamada.</translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation>El asistente</translation>
    </message>
    <message>
        <source>The telephone network</source>
        <translation>La red telefónica</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Calls are recorded</source>
        <translation>Se graban las llamadas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>As the law allows</source>
        <translation>Según la ley</translation>
    </message>
    <message>
        <source>With consent</source>
        <translation>Con permiso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Not said: the strictest rule</source>
        <translation>Sin indicar: la regla más estricta</translation>
    </message>
    <message>
        <source>Nothing is recorded, and nobody is told of a recording.</source>
        <translation>No se graba nada, y a nadie se le habla de una grabación.</translation>
    </message>
    <message>
        <source>Callers hear that the call is recorded before it is. Who says no is not recorded.</source>
        <translation>Quien llama oye que se graba antes de que se grabe. A quien dice que no, no se le graba.</translation>
    </message>
    <message>
        <source>Calls are recorded from the start; the clinic&apos;s own consent is enough here.</source>
        <translation>Se graba desde el principio; aquí basta el permiso de la clínica.</translation>
    </message>
    <message>
        <source>%1 wants everybody&apos;s consent (%2).</source>
        <translation>%1 exige el permiso de todos (%2).</translation>
    </message>
    <message>
        <source>%1 wants one party&apos;s consent (%2).</source>
        <translation>%1 exige el permiso de una parte (%2).</translation>
    </message>
    <message>
        <source>A starting point for your counsel, not advice.</source>
        <translation>Un punto de partida para su abogado, no un consejo.</translation>
    </message>
    <message>
        <source>Without a state the strictest rule holds: everybody&apos;s consent.</source>
        <translation>Sin estado vale la regla más estricta: el permiso de todos.</translation>
    </message>
    <message>
        <source>Words about the recording</source>
        <translation>Palabras sobre la grabación</translation>
    </message>
    <message>
        <source>Said after the greeting. Empty: the standard words.</source>
        <translation>Se dicen tras el saludo. Vacío: las palabras estándar.</translation>
    </message>
    <message>
        <source>This call may be recorded.</source>
        <translation>Esta llamada puede ser grabada.</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Prometido para las %1</translation>
    </message>
    <message>
        <source>Call back by %1</source>
        <translation>Llamar antes de %1</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Transferida: %1</translation>
    </message>
    <message>
        <source>Unsure, %1</source>
        <translation>Dudoso, %1</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Oírlo</translation>
    </message>
    <message>
        <source>The assistant&apos;s note</source>
        <translation>Nota del asistente</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Hay cambios sin guardar.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Tamaño: %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>En el puesto</translation>
    </message>
    <message>
        <source>Lock when nobody is there</source>
        <translation>Bloquear cuando no hay nadie</translation>
    </message>
    <message>
        <source>Sound when a caller waits for a person</source>
        <translation>Sonido cuando alguien espera a una persona</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Click a key and press another.</source>
        <translation>Haga clic en una tecla y pulse otra.</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Pulse una tecla</translation>
    </message>
    <message>
        <source>Back to the standard keys</source>
        <translation>Volver a las teclas estándar</translation>
    </message>
    <message>
        <source>Start when I sign in to this computer</source>
        <translation>Abrir al iniciar sesión en este equipo</translation>
    </message>
    <message>
        <source>Keep watching for callers when the window is closed</source>
        <translation>Seguir atento a las llamadas con la ventana cerrada</translation>
    </message>
    <message>
        <source>%1 is taken: %2.</source>
        <translation>%1 ya se usa: %2.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Lock when nobody is there (set by your clinic&apos;s IT)</source>
        <translation>Bloquear cuando no hay nadie (fijado por informática)</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>Tras %n minuto</numerusform>
            <numerusform>Tras %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Approvals</source>
        <translation>Aprobaciones</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clínica</translation>
    </message>
    <message>
        <source>Hand-over limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>This is yours now.</source>
        <translation>Ahora es suya.</translation>
    </message>
    <message>
        <source>Given back to everybody.</source>
        <translation>Devuelta a todos.</translation>
    </message>
    <message>
        <source>Completed.</source>
        <translation>Completada.</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Abierta de nuevo.</translation>
    </message>
    <message>
        <source>Sent to the doctor.</source>
        <translation>Enviada al médico.</translation>
    </message>
    <message>
        <source>Flagged for review.</source>
        <translation>Marcada para revisión.</translation>
    </message>
    <message>
        <source>Flag taken away.</source>
        <translation>Marca quitada.</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Nota guardada.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Deshecho.</translation>
    </message>
    <message>
        <source>Calling the patient …</source>
        <translation>Llamando al paciente …</translation>
    </message>
    <message>
        <source>You have this caller. Everybody else can see it.</source>
        <translation>Usted atiende a esta persona. Los demás lo ven.</translation>
    </message>
    <message>
        <source>Offline since %1. What you see may be out of date; we keep trying.</source>
        <translation>Sin conexión desde %1. Lo que ve puede no estar al día; seguimos intentando.</translation>
    </message>
    <message>
        <source>Patients&apos; records</source>
        <translation>Datos de pacientes</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Other keys can be chosen in the settings.</source>
        <translation>En los ajustes se pueden elegir otras teclas.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>One more step</source>
        <translation>Un paso más</translation>
    </message>
    <message>
        <source>Sign in to your clinic</source>
        <translation>Entre en su clínica</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>you@clinic.com</source>
        <translation>usted@clinica.com</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión en este equipo</translation>
    </message>
    <message>
        <source>Code from your authenticator app</source>
        <translation>Código de su aplicación de autenticación</translation>
    </message>
    <message>
        <source>Or one of your recovery codes.</source>
        <translation>O uno de sus códigos de recuperación.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Welcome to your clinic</source>
        <translation>Bienvenido a su clínica</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Iniciar sesión como %1</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>From your administrator</source>
        <translation>De su administrador</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Elija una contraseña</translation>
    </message>
    <message>
        <source>At least 12 characters. Three or four words that have nothing to do with each other are good.</source>
        <translation>Al menos 12 caracteres. Tres o cuatro palabras sin relación entre sí son una buena elección.</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Tengo una invitación</translation>
    </message>
</context>
<context>
    <name>SignaturesCard</name>
    <message>
        <source>Second signature</source>
        <translation>Segunda firma</translation>
    </message>
    <message>
        <source>Requests of these kinds are approved only when two doctors have signed.</source>
        <translation>Las solicitudes de estas clases solo quedan aprobadas cuando han firmado dos médicos.</translation>
    </message>
</context>
<context>
    <name>SlotWords</name>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Quien llama</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relación</translation>
    </message>
    <message>
        <source>Call back at</source>
        <translation>Llamar al</translation>
    </message>
    <message>
        <source>Preferred day</source>
        <translation>Día preferido</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Días de la semana</translation>
    </message>
    <message>
        <source>Preferred time</source>
        <translation>Hora preferida</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Pays without insurance</source>
        <translation>Paga sin seguro</translation>
    </message>
    <message>
        <source>%1, extension %2</source>
        <translation>%1, extensión %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>no %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>antes de las %1</translation>
    </message>
    <message>
        <source>Early morning</source>
        <translation>Temprano por la mañana</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Por la mañana</translation>
    </message>
    <message>
        <source>Late morning</source>
        <translation>A última hora de la mañana</translation>
    </message>
    <message>
        <source>Around noon</source>
        <translation>Hacia el mediodía</translation>
    </message>
    <message>
        <source>Early afternoon</source>
        <translation>A primera hora de la tarde</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Por la tarde</translation>
    </message>
    <message>
        <source>Late afternoon</source>
        <translation>A última hora de la tarde</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Al anochecer</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Any doctor</source>
        <translation>Cualquier médico</translation>
    </message>
    <message>
        <source>A female doctor</source>
        <translation>Una doctora</translation>
    </message>
    <message>
        <source>Not Dr. %1</source>
        <translation>No con Dr. %1</translation>
    </message>
    <message>
        <source>Dr. %1</source>
        <translation>Dr. %1</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>Parent of the patient</source>
        <translation>Padre o madre del paciente</translation>
    </message>
    <message>
        <source>Child of the patient</source>
        <translation>Hijo o hija del paciente</translation>
    </message>
    <message>
        <source>Husband or wife</source>
        <translation>Esposo o esposa</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Pareja</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>Hermano o hermana</translation>
    </message>
    <message>
        <source>Grandparent</source>
        <translation>Abuelo o abuela</translation>
    </message>
    <message>
        <source>Grandchild</source>
        <translation>Nieto o nieta</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Amistad</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Caregiver</source>
        <translation>Cuidador</translation>
    </message>
    <message>
        <source>Calls for their work</source>
        <translation>Llama por su trabajo</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
</context>
<context>
    <name>SpeechCard</name>
    <message>
        <source>Listens</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Understands</source>
        <translation>Entiende</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Quién hace qué</translation>
    </message>
    <message>
        <source>When the first one fails in the middle of a call, the next goes on. Whoever is not ticked is not asked.</source>
        <translation>Cuando el primero falla en medio de una llamada, sigue el siguiente. A quien no está marcado no se le pregunta.</translation>
    </message>
    <message>
        <source>OpenAI, second server</source>
        <translation>OpenAI, segundo servidor</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Integrado</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 antes</translation>
    </message>
    <message>
        <source>As the operator has it</source>
        <translation>Como lo tiene el operador</translation>
    </message>
    <message>
        <source>Deepgram&apos;s model</source>
        <translation>Modelo de Deepgram</translation>
    </message>
    <message>
        <source>Empty: the operator&apos;s. Another model may know your field&apos;s words better.</source>
        <translation>Vacío: el del operador. Otro modelo puede conocer mejor las palabras de su especialidad.</translation>
    </message>
</context>
<context>
    <name>TaskDelegate</name>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>vence ahora</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 tarde</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completada</translation>
    </message>
</context>
<context>
    <name>TaskHistory</name>
    <message>
        <source>The assistant</source>
        <translation>El asistente</translation>
    </message>
    <message>
        <source>Notes and history</source>
        <translation>Notas e historial</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Llamante desconocido</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marcada</translation>
    </message>
    <message>
        <source>You have this</source>
        <translation>La tiene usted</translation>
    </message>
    <message>
        <source>%1 has this</source>
        <translation>La tiene %1</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Tomar</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completar</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>To doctor</source>
        <translation>Al médico</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Unflag</source>
        <translation>Desmarcar</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>This call was not recorded.</source>
        <translation>Esta llamada no se grabó.</translation>
    </message>
    <message>
        <source>Copy the task</source>
        <translation>Copiar la tarea</translation>
    </message>
    <message>
        <source>Print the task</source>
        <translation>Imprimir la tarea</translation>
    </message>
</context>
<context>
    <name>TestCallPage</name>
    <message>
        <source>Now your own line would ring. In a test it does not.</source>
        <translation>Ahora sonaría su propia línea. En una prueba no suena.</translation>
    </message>
    <message>
        <source>The assistant took care of it. A patient would hang up content.</source>
        <translation>El asistente se ocupó. Un paciente colgaría contento.</translation>
    </message>
    <message>
        <source>You hung up.</source>
        <translation>Usted colgó.</translation>
    </message>
    <message>
        <source>The call is over.</source>
        <translation>La llamada terminó.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>Talk to your own assistant as a patient would. It hears, decides and speaks as on the telephone; no task is left, nobody is alarmed, nothing is recorded.</source>
        <translation>Hable con su propio asistente como lo haría un paciente. Oye, decide y habla como por teléfono; no queda ninguna tarea, no se alarma a nadie y no se graba nada.</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Calling …</source>
        <translation>Llamando …</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Llamada terminada</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>A headset is best: from speakers the assistant hears itself.</source>
        <translation>Mejor con auriculares: con altavoces el asistente se oye a sí mismo.</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Call the assistant</source>
        <translation>Llamar al asistente</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar micrófono</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>The keys 0 to 9, * and # are the telephone&apos;s keys.</source>
        <translation>Las teclas 0 a 9, * y # son las del teléfono.</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Transferida</translation>
    </message>
    <message>
        <source>What staff would find</source>
        <translation>Lo que vería el personal</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>The conversation appears here</source>
        <translation>Aquí aparece la conversación</translation>
    </message>
    <message>
        <source>Each sentence as it is understood, with the words the assistant was not sure of underlined.</source>
        <translation>Cada frase según se entiende, con las palabras dudosas subrayadas.</translation>
    </message>
</context>
<context>
    <name>ThresholdsPage</name>
    <message>
        <source>Understanding</source>
        <translation>Comprensión</translation>
    </message>
    <message>
        <source>Below this the words are doubtful.</source>
        <translation>Por debajo, las palabras son dudosas.</translation>
    </message>
    <message>
        <source>Sound quality</source>
        <translation>Calidad del sonido</translation>
    </message>
    <message>
        <source>Below this the caller is asked to move, then handed over.</source>
        <translation>Por debajo se pide moverse y luego se transfiere.</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Below this the caller counts as upset: one weak sign.</source>
        <translation>Por debajo cuenta como alterado: una señal débil.</translation>
    </message>
    <message>
        <source>Asking again</source>
        <translation>Volver a preguntar</translation>
    </message>
    <message>
        <source>How often the assistant may ask the same thing again.</source>
        <translation>Cuántas veces puede el asistente preguntar lo mismo.</translation>
    </message>
    <message>
        <source>Length of a call</source>
        <translation>Duración de la llamada</translation>
    </message>
    <message>
        <source>A longer call has something wrong with it.</source>
        <translation>En una llamada más larga algo va mal.</translation>
    </message>
    <message>
        <source>Patience with confusion</source>
        <translation>Paciencia con la confusión</translation>
    </message>
    <message>
        <source>How long a confused caller gets simpler questions.</source>
        <translation>Cuánto tiempo recibe preguntas más simples quien está confundido.</translation>
    </message>
    <message>
        <source>Saved. The next call uses it.</source>
        <translation>Guardado. Se usa desde la próxima llamada.</translation>
    </message>
    <message>
        <source>Hand-over limits</source>
        <translation>Límites de transferencia</translation>
    </message>
    <message>
        <source>Emergencies, medication, test results and medical questions always go to a person; no limit changes that.</source>
        <translation>Emergencias, medicación, resultados y preguntas médicas siempre van a una persona; ningún límite cambia eso.</translation>
    </message>
    <message>
        <source>What this would have changed</source>
        <translation>Qué habría cambiado</translation>
    </message>
    <message>
        <source>Move a limit to see what it would have done to your own calls.</source>
        <translation>Mueva un límite para ver qué habría hecho con sus propias llamadas.</translation>
    </message>
    <message>
        <source>Handed over now</source>
        <translation>Transferidas ahora</translation>
    </message>
    <message>
        <source>With these limits</source>
        <translation>Con estos límites</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>would go to a person</source>
        <translation>irían a una persona</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>would stay with the assistant</source>
        <translation>quedarían con el asistente</translation>
    </message>
    <message numerus="yes">
        <source>%n emergency call(s) would have been missed</source>
        <translation>
            <numerusform>Se habría perdido %n emergencia</numerusform>
            <numerusform>Se habrían perdido %n emergencias</numerusform>
        </translation>
    </message>
    <message>
        <source>No emergency would have been missed</source>
        <translation>No se habría perdido ninguna emergencia</translation>
    </message>
    <message>
        <source>These limits would have missed an emergency; they cannot be saved.</source>
        <translation>Con estos límites se habría pasado por alto una emergencia; no se pueden guardar.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of the last 30 days</source>
        <translation>
            <numerusform>%n llamada de los últimos 30 días</numerusform>
            <numerusform>%n llamadas de los últimos 30 días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToastArea</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Caller</source>
        <translation>Llamante</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <translation>No se dijo nada.</translation>
    </message>
</context>
<context>
    <name>TrayIconNative</name>
    <message numerus="yes">
        <source>Frontdesk: %n caller(s) waiting for a person</source>
        <translation>
            <numerusform>Frontdesk: %n llamada espera a una persona</numerusform>
            <numerusform>Frontdesk: %n llamadas esperan a una persona</numerusform>
        </translation>
    </message>
    <message>
        <source>Frontdesk: offline</source>
        <translation>Frontdesk: sin conexión</translation>
    </message>
    <message>
        <source>Open Frontdesk</source>
        <translation>Abrir Frontdesk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>VendorsPage</name>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Agreement with %1</source>
        <translation>Acuerdo con %1</translation>
    </message>
    <message>
        <source>The day both sides signed the business associate agreement.</source>
        <translation>El día en que ambas partes firmaron el acuerdo de socio comercial (BAA).</translation>
    </message>
    <message>
        <source>Day of signature</source>
        <translation>Día de la firma</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Without a signed agreement a vendor gets no patient data. The service refuses to send it.</source>
        <translation>Sin acuerdo firmado un proveedor no recibe datos de pacientes. El servicio se niega a enviarlos.</translation>
    </message>
    <message>
        <source>Signed %1</source>
        <translation>Firmado el %1</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Sin acuerdo</translation>
    </message>
    <message>
        <source>Gets patient data</source>
        <translation>Recibe datos</translation>
    </message>
    <message>
        <source>Gets none</source>
        <translation>No recibe</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Signed …</source>
        <translation>Firmado …</translation>
    </message>
    <message>
        <source>Telephone network</source>
        <translation>Red telefónica</translation>
    </message>
    <message>
        <source>Hears what callers say</source>
        <translation>Oye lo que dicen los llamantes</translation>
    </message>
    <message>
        <source>Understands what callers mean</source>
        <translation>Entiende lo que quieren decir</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Your own key for %1</source>
        <translation>Su propia clave para %1</translation>
    </message>
    <message>
        <source>For clinics that have an account of their own. It is kept sealed and never shown again; calls that begin from now on use it in place of your operator&apos;s.</source>
        <translation>Para clínicas con cuenta propia. Se guarda sellada y no se vuelve a mostrar; las llamadas que empiecen desde ahora la usan en lugar de la de su operador.</translation>
    </message>
    <message>
        <source>A new key replaces the one of %1</source>
        <translation>Una clave nueva sustituye a la de %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Quitar la clave</translation>
    </message>
    <message>
        <source>own key, set %1</source>
        <translation>clave propia, puesta %1</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Clave propia</translation>
    </message>
    <message>
        <source>Key …</source>
        <translation>Clave …</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Puesta %1</translation>
    </message>
    <message>
        <source>Not set: your operator&apos;s account is used</source>
        <translation>Sin poner: se usa la cuenta de su operador</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>As callers hear it now, over the telephone&apos;s narrow line.</source>
        <translation>Como se oye ahora, por la línea estrecha del teléfono.</translation>
    </message>
    <message>
        <source>Words to hear</source>
        <translation>Palabras para oír</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>At most 300 letters.</source>
        <translation>Como máximo 300 letras.</translation>
    </message>
    <message>
        <source>The voice is speaking …</source>
        <translation>La voz está hablando …</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>WebhookCard</name>
    <message>
        <source>Why it is off</source>
        <translation>Por qué está apagado</translation>
    </message>
    <message>
        <source>What happens meanwhile waits; switched on again, it goes on where it stopped.</source>
        <translation>Lo que ocurra mientras tanto espera; al encenderlo, sigue donde se quedó.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguna todavía</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message numerus="yes">
        <source>%1, after %n try(s) since %2</source>
        <translation>
            <numerusform>%1, tras %n intento desde %2</numerusform>
            <numerusform>%1, tras %n intentos desde %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Última prueba</translation>
    </message>
    <message>
        <source>on its way …</source>
        <translation>en camino …</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>Secreto anterior</translation>
    </message>
    <message>
        <source>signs beside the new one until %1</source>
        <translation>firma junto al nuevo hasta %1</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Enviar una prueba</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Encender</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Cambiar …</translation>
    </message>
    <message>
        <source>New secret …</source>
        <translation>Secreto nuevo …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Eliminar …</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>Mostrar las últimas %1</translation>
    </message>
</context>
<context>
    <name>WebhookDialog</name>
    <message>
        <source>A new webhook</source>
        <translation>Un webhook nuevo</translation>
    </message>
    <message>
        <source>Change the webhook</source>
        <translation>Cambiar el webhook</translation>
    </message>
    <message>
        <source>The receiver is told what happened and under which number, never about whom.</source>
        <translation>Al receptor se le dice qué ocurrió y con qué número, nunca a quién.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Begins with https:// and is on the public internet.</source>
        <translation>Empieza por https:// y está en la internet pública.</translation>
    </message>
    <message>
        <source>What it is told</source>
        <translation>Qué se le dice</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Elija al menos una.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>WebhookWords</name>
    <message>
        <source>A task was left</source>
        <translation>Queda una tarea</translation>
    </message>
    <message>
        <source>A task has changed</source>
        <translation>Cambia una tarea</translation>
    </message>
    <message>
        <source>A doctor has decided</source>
        <translation>Decide un médico</translation>
    </message>
    <message>
        <source>A caller is handed over</source>
        <translation>Llamada transferida</translation>
    </message>
    <message>
        <source>A waiting caller was taken</source>
        <translation>Se atiende a quien espera</translation>
    </message>
    <message>
        <source>A call has ended</source>
        <translation>Termina una llamada</translation>
    </message>
    <message>
        <source>A handed-over call was not answered</source>
        <translation>Nadie atiende una transferencia</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Nothing to tell yet</source>
        <translation>Nada que contar aún</translation>
    </message>
    <message>
        <source>it wants us elsewhere (%1); redirects are not followed</source>
        <translation>remite a otra dirección (%1); no se sigue</translation>
    </message>
    <message>
        <source>refused (%1)</source>
        <translation>rechazado (%1)</translation>
    </message>
    <message>
        <source>nobody knows this name</source>
        <translation>nadie conoce este nombre</translation>
    </message>
    <message>
        <source>leads into a network that is not public</source>
        <translation>lleva a una red que no es pública</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>The receiver says that it is gone for good.</source>
        <translation>El receptor dice que ya no existe.</translation>
    </message>
    <message>
        <source>The receiver has taken nothing for a day.</source>
        <translation>El receptor no ha aceptado nada en un día.</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>accepted (%1)</source>
        <translation>aceptado (%1)</translation>
    </message>
</context>
<context>
    <name>WebhooksPage</name>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Its secret</source>
        <translation>Su secreto</translation>
    </message>
    <message>
        <source>Shown this once. Give it to the receiving program: it proves that a message comes from you.</source>
        <translation>Se muestra solo esta vez. Déselo al programa que recibe: demuestra que un mensaje viene de usted.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Lo he guardado</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>¿Crear un secreto nuevo?</translation>
    </message>
    <message>
        <source>For 24 hours the old one signs beside it, so that nothing fails while you bring the new one to the receiver.</source>
        <translation>Durante 24 horas el anterior firma a su lado, para que nada falle mientras lleva el nuevo al receptor.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Crearlo</translation>
    </message>
    <message>
        <source>Delete this webhook?</source>
        <translation>¿Eliminar este webhook?</translation>
    </message>
    <message>
        <source>%1 is told nothing any more, and its secret is gone. To stop for a while, pause it.</source>
        <translation>A %1 ya no se le dice nada, y su secreto se pierde. Para detenerlo un tiempo, póngalo en pausa.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Other programs of yours are told at once what happens here, in order and signed. They hear numbers of tasks and calls, never anything about a patient.</source>
        <translation>Otros programas suyos se enteran al momento de lo que ocurre aquí, en orden y firmado. Oyen números de tareas y llamadas, nunca nada sobre un paciente.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>No program is told anything yet</source>
        <translation>Aún no se avisa a ningún programa</translation>
    </message>
    <message>
        <source>Add the address of one: your records system, say, that opens a ticket for each task.</source>
        <translation>Añada la dirección de uno: su sistema de historias, por ejemplo, que abre un expediente por cada tarea.</translation>
    </message>
    <message>
        <source>Add a webhook</source>
        <translation>Añadir un webhook</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New appointment</source>
        <translation>Cita nueva</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>Cambiar cita</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Cancelación</translation>
    </message>
    <message>
        <source>Confirm appointment</source>
        <translation>Confirmar cita</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Facturación</translation>
    </message>
    <message>
        <source>Medical records</source>
        <translation>Historia clínica</translation>
    </message>
    <message>
        <source>Prescription refill</source>
        <translation>Renovar receta</translation>
    </message>
    <message>
        <source>Medical question</source>
        <translation>Pregunta médica</translation>
    </message>
    <message>
        <source>Test results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Handed-over call</source>
        <translation>Llamada transferida</translation>
    </message>
    <message>
        <source>Other request</source>
        <translation>Otra solicitud</translation>
    </message>
    <message>
        <source>Possible medical emergency</source>
        <translation>Posible emergencia médica</translation>
    </message>
    <message>
        <source>Caller may hurt themselves</source>
        <translation>Puede hacerse daño</translation>
    </message>
    <message>
        <source>Violence or danger</source>
        <translation>Violencia o peligro</translation>
    </message>
    <message>
        <source>Asks about medication</source>
        <translation>Pregunta por medicación</translation>
    </message>
    <message>
        <source>Asks about test results</source>
        <translation>Pregunta por resultados</translation>
    </message>
    <message>
        <source>Asks for medical advice</source>
        <translation>Pide consejo médico</translation>
    </message>
    <message>
        <source>Wants to talk to a person</source>
        <translation>Quiere hablar con una persona</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>Difícil de entender</translation>
    </message>
    <message>
        <source>Bad line</source>
        <translation>Mala línea</translation>
    </message>
    <message>
        <source>Caller is distressed</source>
        <translation>Está angustiado</translation>
    </message>
    <message>
        <source>Caller is angry</source>
        <translation>Está enojado</translation>
    </message>
    <message>
        <source>Caller is abusive</source>
        <translation>Es ofensivo</translation>
    </message>
    <message>
        <source>Caller seems confused</source>
        <translation>Parece confundido</translation>
    </message>
    <message>
        <source>Needs another language</source>
        <translation>Necesita otro idioma</translation>
    </message>
    <message>
        <source>Request stayed unclear</source>
        <translation>No quedó claro qué pide</translation>
    </message>
    <message>
        <source>Call takes too long</source>
        <translation>La llamada se alarga</translation>
    </message>
    <message>
        <source>Too many things at once</source>
        <translation>Demasiadas cosas a la vez</translation>
    </message>
    <message>
        <source>Technical failure</source>
        <translation>Fallo técnico</translation>
    </message>
    <message>
        <source>Taken over by staff</source>
        <translation>La tomó el personal</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hechas</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>With doctor</source>
        <translation>Con el médico</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Doctor asks</source>
        <translation>El médico pregunta</translation>
    </message>
    <message>
        <source>One of two signed</source>
        <translation>Firmó uno de dos</translation>
    </message>
    <message>
        <source>created this from the call</source>
        <translation>la creó a partir de la llamada</translation>
    </message>
    <message>
        <source>took this</source>
        <translation>la tomó</translation>
    </message>
    <message>
        <source>gave this back</source>
        <translation>la devolvió</translation>
    </message>
    <message>
        <source>completed this</source>
        <translation>la completó</translation>
    </message>
    <message>
        <source>opened this again</source>
        <translation>la reabrió</translation>
    </message>
    <message>
        <source>sent this to the doctor</source>
        <translation>la envió al médico</translation>
    </message>
    <message>
        <source>called the patient back</source>
        <translation>llamó al paciente</translation>
    </message>
    <message>
        <source>flagged this for review</source>
        <translation>la marcó para revisión</translation>
    </message>
    <message>
        <source>took the flag away</source>
        <translation>quitó la marca</translation>
    </message>
    <message>
        <source>wrote a note</source>
        <translation>escribió una nota</translation>
    </message>
    <message>
        <source>took the last step back</source>
        <translation>deshizo el último paso</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprobó</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazó</translation>
    </message>
    <message>
        <source>sent this back to staff</source>
        <translation>la devolvió al personal</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
</TS>
