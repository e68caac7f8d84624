/** What the writer of a text without an answer wants. */
export type Chatter =
  | 'help'
  | 'correct'
  | 'stop'
  | 'later'
  | 'show'
  | 'thanks'
  | 'greeting'
  /** Nothing that the bot can act on: *ok, no sé, n/a*, an emoji. */
  | 'unclear'
  /** The words of the mayor and of the other offices. */
  | 'summary'
  | 'missing'
  | 'files'
  | 'remind';

/** Kinds that only the holder of an office means; from a responsible they are unclear. */
export const officeKinds: readonly Chatter[] = ['summary', 'missing', 'files', 'remind'];

/**
 * The one list of what people write without answering (specification: Chatter): first whole texts, then single words. A
 * text of these words alone is chatter. When its words are of several kinds, the first kind in this order counts.
 * Accents, case, punctuation, emoji, repeated letters and common misspellings do not matter.
 */
export const wholeTexts: Readonly<Partial<Record<Chatter, string>>> = {
  help: `
    cómo es, cómo así, cómo, cómo hago, cómo se hace, cómo funciona, qué hago, qué pongo, qué escribo, qué debo escribir, qué es esto, qué toca hacer, para qué es esto, y esto para qué es, quién es, es un robot
    no entiendo, no entendí, no le entiendo, no comprendo, no sé cómo se hace, no sé cómo se hace esto, no sé qué poner, no sé qué hacer, no sé cómo, me ayuda, menú, opciones, instrucciones, comandos, info, información, guía, manual
    ya quedó guardado, sí le llegó, está bien así, cuánto puse la vez pasada, qué puedo hacer, me puede ayudar, me puede explicar, explíqueme
  `,
  correct: `
    qué pena, ay no, uy no, no era eso, eso no era, ese no era, esa no era, no es eso, así no, no así no, quedó mal, está mal, lo anterior está mal, la anterior está mal, puse mal, puse mal el número, lo puse mal, escribí mal, la embarré
    quiero cambiar lo anterior, cambiar lo anterior, cambiar, cambie eso, borrar lo anterior, devolverme, volver, atrás, anterior, la anterior, el anterior, modificar, editar, reversar, devolver
  `,
  stop: `
    no más, ya no más, hasta aquí, hasta aquí llego, dejémoslo así, dejemos ahí, dejemos así, déjelo así, no quiero seguir, ya no quiero reportar, no me escriba más, no moleste, quiero salir de esto, salirme, salir, terminar, fin, chao, adiós, basta, pare, alto ahí
  `,
  later: `
    la otra, siguiente, la siguiente, próxima, la próxima, pasar, paso, saltar, ahorita no, ahora no, hoy no, en la tarde, en la noche, por la tarde, en un rato, al rato, en un momento, un momento, ya casi le digo, ya le digo, ya le cuento, ya le confirmo, voy manejando, voy en el bus, estoy manejando, estoy en reunión, en reunión
    ahora no puedo, ahorita no puedo, no puedo ahora, hoy no puedo, la otra semana, igual mañana, la próxima semana, el lunes, el martes, el miércoles, el jueves, el viernes, otro día
  `,
  show: `
    ver, la lista, lista de actividades, las actividades, actividades, mis actividades, mis reportes, mis pendientes, mis datos, misdatos, misactividades, pendientes, qué me falta, cuánto me falta, cuáles me faltan, qué tengo pendiente, qué he reportado, qué sigue, muéstreme
  `,
  thanks: `
    gracias por recordarme, gracias por recordar, gracias por avisar, gracias por el aviso, gracias por el recordatorio
  `,
  greeting: `
    buenos días, buen día, buenas, buenas tardes, buenas noches, hola, quihubo, qué más, qué hubo, cómo está, cómo le va, feliz día, feliz tarde, feliz noche, hasta luego, bendiciones, saludos, cordial saludo, comenzar, iniciar, empezar, start, inicio
  `,
  unclear: `
    na, n/a, n a, no aplica, ninguna observación, sin observaciones, sin comentarios, sin novedad, ninguna novedad, sin novedades, todo bien, todo normal, normal, nada nuevo, pendiente, pendiente por reportar, por confirmar, por definir
    quién sabe, ni idea, no tengo idea, no tengo el dato, no tengo ese dato, no tengo información, no tengo la información, no me acuerdo, no recuerdo, igual, lo mismo, lo mismo de antes, lo mismo de siempre, la misma de antes, la misma de siempre, el mismo de antes, igual que la vez pasada, lo mismo que en diciembre, igual que antes
    eso no me toca, yo no manejo eso, no me corresponde, esa actividad no me corresponde a mí, ya no trabajo allá, número equivocado, eso lo sabe, pregúntele, otra vez, ya reporté, ya reporté esto, ya le dije, ya lo mandé, ya lo envié
    auditoría, importar, presentar, cortes, reabrir, verificar, personas, invitar, asignar, encargo
    de una, bien pueda, ay dios, prueba, probando, test, uno dos tres, asdf, xxx
  `,
  summary: `
    resumen, el resumen, cómo vamos, cómo va, cómo va eso, cómo va el plan, cómo está el plan, en qué vamos, qué tal vamos, en cuánto vamos, cuánto llevamos, avances, consolidado, el consolidado, informe, el informe, deme el resumen, mándeme el resumen, cómo íbamos, estado del plan, cómo vamos en el plan
  `,
  missing: `
    quién falta, quiénes faltan, quién me falta, quién no ha reportado, quiénes no han reportado, quién falta por reportar, y quién falta por reportar, los que faltan, faltantes, quién está atrasado, quiénes están atrasados, cuántos faltan
  `,
  files: `
    pdf, el pdf, en pdf, mándeme el pdf, excel, el excel, en excel, xlsx, csv, zip, archivo, el archivo, mándeme el archivo, mándeme el excel, descargar, exportar, exporte, documento en pdf
  `,
  remind: `
    recuérdeles, recordar a los que faltan, recuerde a los que faltan, recuérdele a los que faltan, mándeles recordatorio, avíseles, avise a los que faltan, recordarles, recordatorio, enviar recordatorio
  `,
};

/** Single words, by the kind that they give to a text. */
export const singleWords: Readonly<Partial<Record<Chatter, string>>> = {
  help: 'repite, repita, repítame, ayudar, funciona, sirve, carga, abre, botón, botones, entender, ayuda, ayude, ayúdeme, ayúdenme, ayúdame, help, auxilio, socorro, explique, explíqueme, duda, pregunta, entiendo, entendí, comprendo',
  correct:
    'corregir, corrijo, corrija, corrígelo, corríjalo, corrección, equivoqué, equivocado, equivocada, equivocación, error, deshacer, borrar, borre, bórrelo, rectificar, perdón, perdone, disculpe, disculpa',
  stop: 'parar, paremos, pararlo, cancelar, cancela, cancele, stop, detener, pausa, suspender',
  later: `
    después, luego, más tarde, tarde, tardecito, ahorita, rato, mañana, recordar, recordarme, recuérdeme, recuérdamelo, recuerde, recuérdame, espere, espéreme, espera, momentico, momentito, segundo, minuto, minutos, ocupada, ocupado, manejando, omitir, omita, omítala, sáltela, saltar, saltarla, posponer, aplazar, próxima, siguiente
    pasemos, pasar, paso, pase, sigamos, déjela, dejarla, dejela, final, espero, esperar, regreso, vuelvo, llegue, llego, salgo, entro, almuerzo, almorzando, vacaciones, incapacitada, incapacitado, enferma, enfermo, viaje, viajando, permiso, cita, médica, médico, oficina, señal, internet, batería, carro, clase, junta, reunión, audiencia
    averiguo, pregunto, preguntar, confirmo, reviso, miro, consulto, cuento, digo, mando, envío, escribo, reporto, sigo, hago, aviso, respondo, contesto, llamo
  `,
  show: 'reportado, reportada, reportadas, reportados, reportes, faltan, pendientes, actividades, muéstreme, mostrar, muestre, listado, ver',
  thanks:
    'pague, bendiga, gracias, grax, agradezco, agradecido, agradecida, amable, amabilidad, excelente, perfecto, perfecta, genial, bacano, chévere, súper',
  greeting:
    'hola, buenas, buenos, días, tardes, noches, saludo, saludos, cordial, quihubo, quiubo, feliz, bendiciones, bendecido, bendecida, doctora, doctor, chao, adiós, aló',
  unclear: `
    ok, oki, okey, okay, okok, vale, listo, listico, ya, sí, sip, no, nop, nones, claro, dale, hágale, bueno, bien, va, entendido, enterado, enterada, recibido, recibida, copiado, copio, acuerdo, correcto, exacto, ajá, ah, ay, uy, oh, eh, je, ja, jaja, jajaja, jeje, jejeje, ji, jijiji, hmm, mmm, umm, xd, lol, sé, nose, nosé, mandé, envié, reporté, mandaron, correo, whatsapp, wasap, Planeación, idea, dato, sabría, decirle, na, nada, aplica, observación, observaciones, comentario, comentarios, novedad, igual, mismo, misma, tampoco, también, quizás, quizá, tal vez, acaso, obvio, fijo, seguro, dios, mío, ups, epa, wow
    avance, avances, ídem, mía, mío, mías, tuya, suya, suyo, conmigo, toca, tocaba, corresponde, sirvió, reportar, reporte, guardar, guarde, guardado, dejar, deje, dejo, quitar, foto, fotos, autorizo, registrar, texto, recortado, robot, bot, sistema, aplicación, app, chat, mensaje, mensajes, celular, teléfono, datos, responder, respondí, contestar, contesté, escribir, escribí, mandar, enviar, subir, subo, subí, adjunto, adjuntar, abrir, llamar, llame, llámeme, hablar, hable, hablamos, continuar, continúe, seguir, siga, acabar, decir, diga, dice, mirar, mira, quisiera, gustaría, podría, pueda
    cierto, verdad, mentira, mentiras, broma, pendiente, número
  `,
};

/** Words that chatter may also contain. */
export const glueWords = `
  actividad, cómo, ocho, quince, dos, tres, cuánto, cuánta, cuántas, cuántos, cuál, cuáles, quién, quiénes, dónde, porque, hasta, sin, estas, estos, casa, fuera, algo, nadie, día, ver, mes, a, al, de, del, en, el, la, los, las, lo, un, una, y, o, u, e, que, me, te, se, le, les, nos, mi, mis, su, sus, yo, usted, ustedes, él, ella, eso, esto, ese, esa, este, esta, así, ahí, allá, aquí, muy, mucha, muchas, mucho, muchos, muchísimas, mil, pues, por, para, con, si, es, era, fue, voy, va, estoy, está, están, tengo, puedo, puede, quiero, necesito, favor, porfa, porfavor, porfis, toda, todo, todos, más, ahora, hoy, otra, otro, vez, momento, lunes, martes, miércoles, jueves, viernes, semana, señor, señora, señorita, doña, don, doc, dra, dr, inge, profe, jefe, ingeniero, ingeniera, entonces, bastante, tan, qué, pena, pasada, mal, bien, siento, poder, hacer, dejeme, déjeme, deme, dame, cuando, tenga, primero, noche, todavía, aún, gusto, orden, igualmente
`;

/** How a question to the bot begins, when it has no question mark. */
export const questionStarts = `
  qué, cuál, cuáles, cuándo, cuánto, cuánta, quién, cómo hago, cómo se, cómo es, cómo corrijo, cómo mando, cómo envío, cómo reporto, cómo subo, cómo puedo, para qué, por dónde, puedo, lo puedo, la puedo, se puede, toca, hay que, hasta cuándo, de cuál, y si no, y las fotos, y esto, dónde, en dónde, a quién
`;
