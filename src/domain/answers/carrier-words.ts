import { phraseBook } from './phrase-book.ts';

/**
 * What the words around a figure do to it.
 * - `carrier`: only carries the figure: *es, vamos en, avance, más o menos, buenos días, gracias*.
 * - `courtesy`: the same, and left out of the observation when it stands alone.
 * - `now`: carries the figure and says that it is the progress: *avance, va, llevamos*.
 * - `signed`: carries a figure with its sign; before a bare number it may count things: *van 80*.
 * - `done`: the same, and also before 100: *cumplida al 100*.
 * - `almost`: carries any figure but 100.
 * - `whole`, `none`: a state that agrees only with 100, or only with 0.
 * - `missing`: the figure is what is still to be done.
 * - `not`, `instead`: denies the figure before or after it; takes back the one before.
 * - `once`: the figure was true or will be, and is not true now: *íbamos en, meta, programado*.
 * - `joint`: leads to another figure or to something unclear: *80 y pico*.
 * - `doubt`: bounds the figure or leaves it open: *más de, mínimo, unos*.
 * - `of`: *de, del*; after a figure it makes it a share of something.
 */
export type Carrying =
  | 'carrier'
  | 'courtesy'
  | 'now'
  | 'signed'
  | 'done'
  | 'almost'
  | 'whole'
  | 'none'
  | 'missing'
  | 'not'
  | 'instead'
  | 'once'
  | 'of'
  | 'joint'
  | 'doubt';

export const carryingWords = phraseBook<Carrying>({
  of: 'de, del',
  joint: 'y, o, u, entre, desde, hasta',
  doubt: `
    más, menos, un poco más, un poco menos, poquito más, poquito menos, mínimo, máximo, por lo menos, al menos, como mínimo, como máximo
    unos, unas, tal vez, quizá, quizás, de pronto, ni idea, yo qué sé, será, igual, todas, todos, las demás, los demás
  `,
  carrier: `
    es, el, la, lo, un, una, a, al, en, que, se, ha, han, hemos, he, con, por, sobre, según yo, según mis cuentas
    este, esta, esto, ese, esa, eso, ahí, allí, por ahí, aquí, nuestro, nuestra, mi, yo, nosotros, le, les, me
    está, están, estoy, estamos, nos encontramos, se encuentra, encuentra, tenemos, tengo, tiene, quedó, queda en, quedó en, quedamos en
    porcentaje, por ciento, signo, físico, acumulado, total ejecutado, actividad, la actividad, de la actividad, esta actividad
    la meta va, la meta está, la meta lleva, la de ahora
    fecha, a la fecha, hasta la fecha, hoy, a hoy, hasta hoy, día, día de hoy, al día de hoy, ahora, hasta ahora, por ahora
    momento, el momento, por el momento, hasta el momento, en el momento, actualmente, ya, aún, todavía, apenas, solo, solamente, tan solo, sigue, seguimos
    corte, con corte, corte a, cierre, a corte de, trimestre, primer trimestre, segundo trimestre, tercer trimestre, cuarto trimestre, semestre, primer semestre, periodo, vigencia
    más o menos, más omenos, maso menos, masomenos, como, creo que, creo, yo creo que, diría que, diría, yo diría que, yo digo que, digo que, calculo que, calculo, pienso que, considero que, estimo que, estimo
    me parece que, aprox, aproximadamente, aproximado, aproximados, alrededor, alrededor de, alrededor del, cerca de, cerca del, digamos que, digamos
    póngale, pónga, ponga, ponle, pon, pongo, anote, anótele, anota, coloque, colóquele, registre, regístrela, regístrelo, registro, reporto, reportamos, reporte, apunte, escriba, marque
    sería, serían, bien, así, así es, o sea, osea, es decir, y ya, nada más, no más
    informo que, informo, le informo que, les informo que, me permito informar que, me permito informarle que, me permito informar, permito informar, permito informarle, cuento que, le cuento que, comento que, le comento que, te cuento que, manifiesto que, quiero informar que, quiero reportar, para informarle que, para informar que, para contarle que, para decirle que, es para informar que
  `,
  courtesy: `
    observación, observaciones, descripción, obs
    pues, bueno, eh, em, m, a ver, vea, mire, ok, oki, okey, listo, listo pues, vale, sí, claro, correcto, exacto, entonces
    hola, ola, buenas, buenos días, buen día, buenas tardes, buenas noches, buena tarde, buena noche, feliz día, feliz tarde, feliz noche, feliz fin de semana, bendecido día, bendecida tarde, bonito día, linda tarde, excelente día, que tenga buen día, que tengan buen día, que esté bien, que estén bien
    quihubo, quiubo, qué más, cómo está, cómo están, cómo le va, espero que esté bien, cordial saludo, un cordial saludo, reciba un cordial saludo, saludos, saludos cordiales, un saludo, saludo, muy buenas, muy buenos días, muy buenas tardes, muy buenas noches
    doctor, doctora, dr, dra, doc, profe, ingeniero, ingeniera, inge, ing, arquitecta, arquitecto, licenciada, licenciado, señor, señora, señores, señorita, sr, sra, don, doña, jefe, jefa, estimados, estimada, estimado, respetada, respetado, respetados, a todos, a todas, apreciados, apreciada, apreciado, señores Planeación, señores de Planeación, equipo
    gracias, muchas gracias, mil gracias, muchísimas gracias, muy amable, agradezco, le agradezco, quedo atento, quedo atenta, quedamos atentos, quedo atento a sus comentarios, quedo atenta a sus comentarios, quedamos atentos a sus comentarios, quedo pendiente, quedo pendiente de sus comentarios, vecino, vecina, veci, su merced, sumercé, atento a cualquier inquietud, atenta a cualquier inquietud, quedo atento a cualquier inquietud, quedo atenta a cualquier inquietud, por favor, porfa, porfavor, porfis, bendiciones, Dios le bendiga, Dios la bendiga, abrazo, un abrazo
    gracias por la paciencia, muchas gracias por la paciencia, gracias por su paciencia, gracias por la atención, gracias por su atención
  `,
  now: `
    va, vamos, voy, llevo, llevamos, lleva, llevan, se lleva, avance, avances, avanzo, avanzamos, avanzado, avanzó, ejecución, cumplimiento, progreso
  `,
  signed: `
    van, son, llegamos, llegó, alcanzó, alcanzamos, alcanzado, alcanza, logramos, logró, hicimos, adelantado, adelantada, desarrollado, desarrollada
  `,
  done: 'ejecutado, ejecutada, ejecutamos, cumplido, cumplida, cumplimos, realizado, realizada, hecho, hecha',
  almost: 'casi, casi casi, ya casi',
  whole: `
    todo, completo, completa, terminado, terminada, finalizado, finalizada, culminado, culminada, concluido, concluida, lista, ya está listo, todo listo
  `,
  none: 'nada, sin avance, sin iniciar, sin empezar, no ha empezado, no ha iniciado, no se ha iniciado, no hemos empezado, todavía no, aún no',
  missing: `
    falta, faltan, faltaría, faltarían, faltando, hace falta, hacen falta, haría falta, me falta, nos falta, faltante, restante, resta, restan, restaría, pendiente, queda, quedan, queda pendiente, quedaría, quedaría pendiente
    por ejecutar, por hacer, por realizar, por terminar, por cumplir, sin ejecutar, por avanzar, por desarrollar
  `,
  not: 'no, ni, nunca, tampoco, jamás',
  instead: `
    no, digo, perdón, perdone, mejor, o mejor, mejor dicho, mentira, mentiras, no mentira, no mentiras, corrijo, corrección, sino, espere, me equivoqué, ay no, uy no, no era, no es, rectifico, cámbielo, cámbiela, cambie, cambiar, cambio, corrija, corríjalo, corríjala, corregir, disculpe, disculpa, era, eran
  `,
  once: `
    iba, íbamos, estaba, estábamos, antes, anteriormente, ayer, el mes pasado, mes pasado, en el mes anterior, el trimestre pasado, trimestre anterior, meta, la meta es, meta es, programado, programada, debe ser, debería ser, debería ir en, vamos a llegar al, vamos a llegar a, quedará, quedará en, mañana, para, proyectado, proyectada, planeado, esperado, esperada, esperamos, se espera, pasamos, subió, subimos, venía, veníamos
  `,
});
