import { phraseBook } from './phrase-book.ts';

/**
 * What words do to an amount of a measure, beside `carryingWords`.
 * - `silent`: adds nothing: *en total, hechos, programados, de la meta*.
 * - `did`: says what was done in some time, so the amount may be of this cut alone: *hicimos, se realizaron*.
 * - `more`: the amount is added to another: *2 más, otros 2, este trimestre*.
 * - `every`, `none`: all of the year, none.
 * - `meant`: the amount is the year's: *meta, programados*.
 * - `missing`: the amount is what is still to be done.
 * - `doubt`: may name one of them instead: *el 3, la 3, a las 3*.
 */
export type UnitWord = 'silent' | 'did' | 'more' | 'every' | 'none' | 'meant' | 'missing' | 'doubt';

export const unitWords = phraseBook<UnitWord>({
  silent: `
    los, las, en total, total, totales, en el año, del año, en lo corrido del año, acumulados, acumuladas, acumulado, unidades, unidad, cantidad, número, numero de
    hechos, hechas, hecho, hecha, realizados, realizadas, realizado, realizada, ejecutados, ejecutadas, ejecutado, ejecutada
    cumplidos, cumplidas, cumplido, cumplida, terminados, terminadas, terminado, terminada, finalizados, finalizadas, culminados, culminadas
    entregados, entregadas, entregado, entregada, dictados, dictadas, desarrollados, desarrolladas, elaborados, elaboradas, elaborado, presentados, presentadas
    publicados, publicadas, publicado, radicados, radicadas, enviados, enviadas, atendidos, atendidas, beneficiados, beneficiadas, capacitados, capacitadas, formadas, formados
    construidos, construidas, pavimentados, pavimentadas, intervenidos, intervenidas, mejorados, mejoradas, mantenidos, completos, completas, completados, completadas, listos, listas, logrados, logradas, alcanzados, alcanzadas
    van hechos, van hechas, ya hechos, ya hechas, llevamos hechos, vamos por, acumulamos, completamos, llegamos a, ajustamos, suman, sumamos, se llevan, nos van, con corte
    de la meta, del plan, de meta, anuales, exactos, exactas, únicamente
  `,
  did: `
    hice, hicimos, se hizo, se hicieron, se han hecho, se ha hecho, hemos hecho, he hecho, hicieron, hizo
    realicé, realizamos, realizó, se realizó, se realizaron, realizaron, se han realizado, se ha realizado, hemos realizado, he realizado
    ejecuté, ejecutamos, se ejecutó, se ejecutaron, se han ejecutado, hemos ejecutado, dictamos, se dictaron, se dictó, se han dictado, hemos dictado, dicté
    entregamos, entregué, se entregó, se entregaron, hemos entregado, se han entregado, elaboramos, se elaboró, se elaboraron, presentamos, se presentaron, se presentó
    publicamos, se publicaron, se publicó, atendimos, se atendieron, capacitamos, se capacitaron, se capacitó, se han capacitado, hemos capacitado
    pavimentamos, se pavimentaron, construimos, se construyeron, intervenimos, se intervinieron, cumplimos, cumplí, desarrollamos, se desarrollaron, se cumplieron
  `,
  more: `
    más, mas, otro, otra, otros, otras, adicional, adicionales, nuevo, nueva, nuevos, nuevas
    este trimestre, en este trimestre, este mes, en este mes, este corte, en este corte, este periodo, en este periodo, en el trimestre, en el mes, en el periodo, del trimestre, este semestre, en este semestre
    en el primer trimestre, en el segundo trimestre, en el tercer trimestre, en el cuarto trimestre
  `,
  every: 'todos, todas, el total, la totalidad, todos ya, todas ya, todos completos, todas completas',
  missing: `
    pendientes, quedan pendientes, quedaron pendientes, quedó pendiente, por realizar, por hacer, por dictar, por entregar, sin hacer, sin realizar, faltantes, restantes
  `,
  doubt: 'a las, a la, el, la',
  none: 'ninguno, ninguna, ningún, ni uno, ni una, nada',
  meant: `
    meta, la meta, la meta es, meta es, programado, programada, eran
    programados, programadas, planeados, planeadas, previstos, previstas, proyectados, proyectadas
  `,
});
