/**
 * The columns of the official form `PL-PC-01` and of its family: which words name what. Readers recognise a
 * form by it, writers print the first word of each list. Headings are compared by `headingKey` (headings.ts), so accents,
 * case, punctuation and all spaces are ignored (`Nombre s:` is `Nombres`). The synonyms come from published
 * forms of other entities.
 */

export type ColumnName =
  | 'number'
  | 'activity'
  | 'target'
  | 'responsible'
  | 'indicator'
  | 'phase'
  | 'start'
  | 'end'
  | 'participationLevel'
  | 'channels'
  | 'stakeholderGroup'
  | 'means'
  | 'resources'
  | 'weight';

export type ColumnLayout = {
  readonly name: ColumnName;
  /** As `PL-PC-01` prints it; first in rank. */
  readonly heading: string;
  readonly synonyms: readonly string[];
  /** `must`: without it the form is refused. `usual`: told when missing. `may`: nothing is said. */
  readonly presence: 'must' | 'usual' | 'may';
  /** Heading printed above this one and its neighbours. */
  readonly group?: string;
};

export const COLUMNS: readonly ColumnLayout[] = [
  {
    name: 'number',
    heading: 'No',
    synonyms: [
      'N',
      'Nro',
      'Num',
      'Número',
      'Ítem',
      '#',
      'No de actividad',
      'Número de actividad',
      'Consecutivo',
    ],
    presence: 'must',
  },
  {
    name: 'activity',
    heading: 'ACTIVIDAD',
    synonyms: [
      'Actividades',
      'Nombre de la actividad',
      'Descripción de la actividad',
      'Actividad general',
      'Actividades programadas',
      'Actividad programada',
      'Acción',
      'Acciones',
      'Acción de mejora',
    ],
    presence: 'must',
  },
  {
    name: 'target',
    heading: 'META',
    synonyms: [
      'Metas',
      'Meta o producto',
      'Meta/producto',
      'Meta producto',
      'Producto',
      'Productos',
      'Producto esperado',
    ],
    presence: 'must',
  },
  {
    name: 'responsible',
    heading: 'RESPONSABLE',
    synonyms: [
      'Responsables',
      'Responsable(s)',
      'Cargo responsable',
      'Dependencia responsable',
      'Área responsable',
      'Área',
      'Ejecutor',
      'Líder',
      'Persona de contacto',
    ],
    presence: 'must',
  },
  {
    name: 'indicator',
    heading: 'INDICADOR',
    synonyms: ['Indicadores', 'Nombre del indicador', 'Indicador asociado'],
    presence: 'usual',
  },
  {
    name: 'phase',
    heading: 'FASE DEL CICLO DE LA GESTION',
    synonyms: ['Fase del ciclo de gestión', 'Fase', 'Ciclo de la gestión', 'Fase del ciclo'],
    presence: 'usual',
  },
  {
    name: 'start',
    heading: 'FECHA DE INICIO',
    synonyms: [
      'Fecha inicio',
      'Fecha inicial',
      'Inicio',
      'Inicial',
      'Fecha de inicio de la actividad',
      'Desde',
    ],
    presence: 'must',
    group: 'PROGRAMACION',
  },
  {
    name: 'end',
    heading: 'FECHA DE TERMINACION',
    synonyms: [
      'Fecha terminación',
      'Fecha de finalización',
      'Fecha finalización',
      'Fecha fin',
      'Fecha de fin',
      'Fecha final',
      'Terminación',
      'Finalización',
      'Fin',
      'Final',
      'Fecha máxima',
      'Fecha programada',
      'Fecha de cumplimiento',
      'Hasta',
    ],
    presence: 'must',
    group: 'PROGRAMACION',
  },
  {
    name: 'participationLevel',
    heading: 'NIVEL DE PARTICIPACION',
    synonyms: ['Niveles de participación', 'Nivel participación'],
    presence: 'usual',
  },
  {
    name: 'channels',
    heading: 'CANAL DE COMUNICACIÓN',
    synonyms: ['Canales de comunicación', 'Canal', 'Canales'],
    presence: 'usual',
  },
  {
    name: 'stakeholderGroup',
    heading: 'GRUPO DE VALOR INVOLUCRADO',
    synonyms: [
      'Grupos de valor involucrados',
      'Grupo de valor',
      'Grupos de valor',
      'Grupos de interés',
      'Grupo de interés',
    ],
    presence: 'usual',
  },
  { name: 'means', heading: 'MEDIOS', synonyms: ['Medio'], presence: 'usual' },
  { name: 'resources', heading: 'RECURSOS', synonyms: ['Recurso'], presence: 'usual' },
  {
    name: 'weight',
    heading: 'PONDERACIÓN',
    synonyms: [
      'Ponderación %',
      'Pond',
      'Peso',
      'Peso %',
      'Peso porcentual',
      'Ponderación de la actividad',
      'Importancia relativa de la acción %',
    ],
    presence: 'may',
  },
];

/** Headings that stand above others and say nothing by themselves. */
export const GROUP_HEADINGS: readonly string[] = [
  'PROGRAMACION',
  'PROGRAMACIÓN DE LA ACTIVIDAD',
  'PERIODO DE EJECUCIÓN',
  'DURACIÓN',
  'CRONOGRAMA',
  'FECHAS',
  'MONITOREO',
  'SEGUIMIENTO',
  'EJECUCIÓN',
];
