/** Title and signatures of the official form: which words name what. `layout.ts` has the columns. */

export type TitleField =
  | 'code'
  | 'version'
  | 'versionDate'
  | 'entity'
  | 'drawnUpOn'
  | 'fiscalYear'
  | 'scope'
  | 'objectives';

export type TitleLayout = {
  readonly field: TitleField;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** What it is called when it is asked for. */
  readonly meaning: string;
  /** The label is the beginning of the value: ALCALDIA LOCAL + ISLA DEL CASCAJAL. */
  readonly labelIsValue?: readonly string[];
};

export const TITLE_FIELDS: readonly TitleLayout[] = [
  {
    field: 'code',
    label: 'CÓDIGO',
    synonyms: ['Código del formato', 'Cód'],
    meaning: 'el código del formato',
  },
  { field: 'version', label: 'VERSIÓN', synonyms: ['Versión No', 'Ver'], meaning: 'la versión' },
  {
    field: 'versionDate',
    label: 'FECHA',
    synonyms: [
      'Fecha de versión',
      'Fecha versión',
      'Fecha de aprobación',
      'Fecha de vigencia',
      'Vigente desde',
    ],
    meaning: 'la fecha de la versión',
  },
  {
    field: 'entity',
    label: 'ENTIDAD',
    synonyms: ['Nombre de la entidad'],
    labelIsValue: [
      'ALCALDIA LOCAL',
      'ALCALDÍA MUNICIPAL',
      'ALCALDÍA DISTRITAL',
      'ALCALDÍA',
      'ALCALDIA LOCAL DE',
      'ALCALDÍA MUNICIPAL DE',
      'ALCALDÍA DE',
      'MUNICIPIO DE',
      'MUNICIPIO',
      'GOBERNACIÓN DE',
      'GOBERNACIÓN',
      'DISTRITO',
      'CONTRALORÍA',
      'PERSONERÍA',
      'ESE',
      'E.S.E.',
      'HOSPITAL',
      'UNIVERSIDAD',
      'INSTITUTO',
    ],
    meaning: 'la entidad',
  },
  {
    field: 'drawnUpOn',
    label: 'FECHA DE ELABORACION',
    synonyms: ['Fecha elaboración', 'Elaborado el', 'Fecha de publicación'],
    meaning: 'la fecha de elaboración',
  },
  {
    field: 'fiscalYear',
    label: 'VIGENCIA',
    synonyms: ['Año', 'Vigencia fiscal', 'Año de vigencia'],
    meaning: 'la vigencia',
  },
  { field: 'scope', label: 'ALCANCE', synonyms: [], meaning: 'el alcance' },
  {
    field: 'objectives',
    label: 'OBJETIVOS',
    synonyms: ['Objetivo', 'Objetivo general', 'Objetivos del plan'],
    meaning: 'los objetivos',
  },
];

export type SignatureRole = 'drawnUpBy' | 'approvedBy';

export const SIGNATURES: readonly { role: SignatureRole; title: string; synonyms: readonly string[] }[] = [
  {
    role: 'drawnUpBy',
    title: 'ELABORÓ',
    synonyms: ['Elaborado por', 'Elaboró y proyectó', 'Proyectó', 'Proyectado por'],
  },
  {
    role: 'approvedBy',
    title: 'REVISÓ Y APROBÓ',
    synonyms: [
      'Revisó',
      'Aprobó',
      'Revisado por',
      'Aprobado por',
      'Revisado y aprobado por',
      'Revisó/Aprobó',
      'Vo Bo',
    ],
  },
];

export const SIGNATURE_LINES = {
  name: ['Nombres', 'Nombre', 'Nombres y apellidos', 'Nombre y apellidos', 'Nombre completo'],
  position: ['Cargo', 'Cargos'],
  other: ['Firma', 'Fecha'],
} as const;
