/** What each column of the published data holds, in their order. */
export const columnMeanings = {
  plan: 'Código del plan.',
  titulo: 'Nombre del plan, como lo imprime el formato.',
  vigencia: 'Año del plan.',
  entidad: 'Entidad del plan.',
  actividad: 'Número de la actividad en el plan.',
  nombre: 'Actividad.',
  meta: 'Meta de la actividad.',
  indicador: 'Indicador de la actividad.',
  responsable: 'Cargo o dependencia responsable.',
  inicio: 'Día en que comienza la actividad.',
  terminacion: 'Día en que termina la actividad.',
  ponderacion: 'Peso de la actividad en el avance del plan, en porcentaje. Vacío: todas pesan lo mismo.',
  corte: 'Número del corte (monitoreo) en el año.',
  fecha_corte: 'Fecha del corte.',
  avance: 'Avance acumulado de la actividad en el corte, de 0 a 100. Vacío: no hubo reporte.',
  observacion:
    'Lo realizado, con las palabras de quien reportó. «[dirección omitida]» y «[nombre omitido]» ocupan el lugar de lo que no se publica.',
  esperado_segun:
    'De dónde sale lo esperado: «formato» o «programado» (lo programado por corte), «permanente» (cada corte espera 100 %) o «fechas».',
  medida: 'En qué se mide la actividad, si se programó por cantidades: talleres, informes…',
  cantidad_anual: 'Cantidad de esa medida en el año.',
  programado: 'Avance programado hasta el corte, en porcentaje, si lo hay.',
  cantidad_programada: 'Cantidad programada hasta el corte, si la hay.',
  cantidad_reportada: 'Cantidad acumulada que se reportó, si se reportó por cantidades.',
  estado:
    'Cómo llegó el reporte: «a tiempo», «extemporáneo» (en los días de gracia) o «importado»; y si lo registró o corrigió Planeación.',
  esperado:
    'Avance que se esperaba de la actividad en este corte, según lo programado o, sin programación, sus fechas. Vacío: no cuenta en este corte, o la fila es de un corte anterior.',
  semaforo:
    '«verde»: al menos el 80 % de lo esperado; «amarillo»: entre el 60 % y el 80 %; «rojo»: menos del 60 %; «sin reporte»: cuenta como 0. Vacío: como en «esperado».',
  cuenta:
    '«sí» si la actividad cuenta en el avance del plan en este corte; si no, por qué: «todavía no comienza», «se retiró del plan», «no programada en este corte» o «empieza después». Vacío en las filas de cortes anteriores.',
  estado_documento:
    'Estado del corte publicado: «aprobado» o «cerrado» (de un plan que no se aprueba), con su fecha.',
} as const;

export type Column = keyof typeof columnMeanings;
export const columns = Object.keys(columnMeanings) as readonly Column[];
