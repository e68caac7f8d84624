import { headingKey } from '../headings.ts';

/** What stands in a column of a monitoring block. `other`: the entity's own, kept as it is. */
export type BlockRole = 'progress' | 'observation' | 'planned' | 'executed' | 'other';

/** What the words of a sub-heading say. A lower rank is the surer wording of its role. */
export type BlockWords = {
  readonly role: BlockRole;
  readonly rank: number;
  /** *acumulado*: what was reached since the year began. */
  readonly cumulative?: boolean;
  /** *del trimestre*: what was reached in this period alone. */
  readonly ofPeriod?: boolean;
  /** *% de cumplimiento*: may be a share of what was planned. */
  readonly share?: boolean;
  /** It says percent in so many words. */
  readonly percent?: boolean;
};

const OTHER =
  /evidencia|soporte|^registro|enlace|financier|link|url|^ruta|numerador|denominador|brecha|^estado|semaforo|^rango|alerta|verific|controlinterno|auditor|responsable|^fecha|presupuest|^recurso|^valor|^costo|apropiacion|inversion|pagos|unidaddemedida|firma|porcumplir|acumulador|^dificultad|^causas?|^riesgo/;

const REACHED_OF_PLANNED =
  /^(%|porcentaje|nivel|grado)?(de)?(avance|cumplimiento|ejecucion)((de|del|dela|vs|frente|respecto|\/|en|a)*(lo|la|el)?meta|(de|del|dela|vs|frente|respecto|\/|en|a)+(lo|la|el)?(programad|planead|programacion))/;

const PLANNED =
  /^(%|porcentaje|cantidad|valor|avance|unidades|total|numero|no|magnitud)?(de)?(l|la|lo|los|las)?(avance|metas?|actividades|cantidad|unidades|magnitud|avances)?(de|del)?(la)?(program|prog|progr|planead|planific|planeacion|esperad|proyectad|previst|metas?|cronograma|peso|ponderac|ponderad)|^(p|pg|pr)$/;

const OBSERVATION: readonly RegExp[] = [
  /observac|^obs(erv?)?$/,
  /descripcion|analisis|comentario|explicac|cualitativ|diligenciarseguimiento|loreali|narrativ|descriptiv|justificac|detalle/,
  /(accion|actividad|gestion|avance|tarea|labor)(es)?(realizad|adelantad|cumplid|ejecutad|desarrollad)|^gestion|^logros?|^resultadosobtenidos|^resultados$|^avances$|principaleslogros/,
];

const PROGRESS = /%|porcentaje|porcentual|avance|^cuantitativ|cumplimiento|indicadordelperiodo|nivelde/;
const EXECUTED = /ejecut|^ejec|^(e|ej|eje)$|realizad|lograd|alcanzad|^logro|^ejecucion|^resultado$/;
const PERCENT = /%|porcent|porciento/;
const OF_PERIOD = /trimestr|bimestr|cuatrimestr|semestr|(en|del?|por)(el)?(periodo|mes|trim)|periodo|mensual/;

/**
 * What the words of a heading say about a column of a block. `key` is the `headingKey` of the heading without the
 * cut. Undefined when the words say nothing (*SEGUIMIENTO*, *II TRIMESTRE*).
 */
export function blockWords(key: string): BlockWords | undefined {
  if (key === '') return undefined;
  if (OTHER.test(key) && !/^estado.*%/.test(key)) return { role: 'other', rank: 0 };
  if (/^estado.*%/.test(key)) return progress(key, 3);
  if (REACHED_OF_PLANNED.test(key)) return progress(key, 3);
  if (PLANNED.test(key) && !/ejecut/.test(key)) {
    return { role: 'planned', rank: 0, ...(PERCENT.test(key) ? { percent: true } : {}) };
  }
  const observation = OBSERVATION.findIndex((words) => words.test(key));
  if (observation >= 0 && !PERCENT.test(key)) return { role: 'observation', rank: observation };
  if (EXECUTED.test(key) && !/avance|cumplimiento/.test(key)) {
    return PERCENT.test(key) ? { role: 'progress', rank: 2.5, percent: true } : { role: 'executed', rank: 0 };
  }
  return PROGRESS.test(key) ? progress(key, 0) : undefined;
}

function progress(key: string, from: number): BlockWords {
  const cumulative = /acumulad|alafecha|^avancetotal/.test(key);
  const ofPeriod = !cumulative && OF_PERIOD.test(key);
  const share = /cumplimiento|eficacia/.test(key) && !/avance/.test(key);
  const percent = PERCENT.test(key);
  return {
    role: 'progress',
    rank: from + (cumulative ? 0 : ofPeriod ? 4 : share ? 3 : percent ? 1 : 2),
    ...(cumulative ? { cumulative } : {}),
    ...(ofPeriod ? { ofPeriod } : {}),
    ...(share ? { share } : {}),
    ...(percent ? { percent } : {}),
  };
}

/** Words over several blocks that say they hold what is planned: METAS DE PERIODO, PROGRAMACIÓN, PESO POR TRIMESTRE. */
export function saysPlanned(text: string): boolean {
  const key = headingKey(text.replace(/\([^()]*\)/g, ' '));
  return (
    /^(metas?|programaci|programad|cronograma|peso|ponderaci|planeaci|distribuci|proyecci)/.test(key) &&
    !/ejecu|avance|seguimiento/.test(key)
  );
}

/** Whether a text is one that stands over several columns and is the heading of none: PROGRAMACIÓN, EJECUCIÓN. */
export function namesGroupOfColumns(text: string): boolean {
  const key = headingKey(text.replace(/\([^()]*\)/g, ' '));
  return /^(programaci|programad|cronograma|metas?de|metas?por|seguimiento|monitoreo|ejecuci|evaluaci|autoevaluaci|formulaci|planeaci|planificaci|avance|periodo|fechas?$|fechade(ejecucion|programacion)|duracion|indicador|reporte|medicion|controlinterno|distribuci|peso|ponderac|descripciondelas?actividad|descripciondeactividades|evidencias?|observaciones?|plazo|informacion|identificaci|tiempo)/.test(
    key,
  );
}

/** Whether a heading says what stands in a column of a block. */
export function isBlockHeading(text: string): boolean {
  return text.length <= 60 && blockWords(headingKey(text)) !== undefined;
}
