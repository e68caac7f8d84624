import { longDay } from '../words/days.ts';
import { capital } from '../words/sentences.ts';

/** What people are told about a form that cannot be taken, or that was taken with a doubt. Plain text, one line each. */

type Place = { readonly sheet: string; readonly row: number; readonly column: string };

const SHOWN = 80;

/** `hoja «Plan», fila 12, columna D`; without the sheet when the file has none. */
function placeName(place: Place): string {
  const sheet = place.sheet === '' ? '' : `hoja «${oneLine(place.sheet)}», `;
  return `${sheet}fila ${place.row}, columna ${place.column}`;
}

export function problemSentence(problem: Place & { found: string; expected: string }): string {
  return capital(`${placeName(problem)}: ${problem.found}; se esperaba ${problem.expected}.`);
}

export function warningSentence(note: Place & { text: string }): string {
  return capital(`${placeName(note)}: ${note.text}.`);
}

/** A text of the form between quotes, on one line and cut short. */
function quoted(text: string): string {
  const line = oneLine(text);
  return `«${line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line}»`;
}

export const found = {
  blank: 'la celda está vacía',
  nothing: 'no aparece en el formato',
  text: (text: string) => `dice ${quoted(text)}`,
  cellError: (error: string) => `la celda tiene el error ${quoted(error)}`,
  tooLong: (length: number) => `el texto tiene ${length} caracteres`,
  noHeading: (heading: string, unknown: readonly string[]) =>
    unknown.length === 0
      ? `falta la columna «${heading}»`
      : `falta la columna «${heading}» (sin reconocer: ${unknown.map(quoted).join(', ')})`,
  nearestHeadings: (known: readonly string[], missing: readonly string[]) =>
    `lo más parecido a los encabezados trae ${known.join(', ')}; faltan ${missing.join(', ')}`,
  noTable: 'no se encontró la fila de encabezados',
  headingTwice: (heading: string, column: string) =>
    `el encabezado ${quoted(heading)} ya está en la columna ${column}`,
  noBlocks: 'no hay ningún bloque de monitoreo',
  noActivities: 'no hay actividades debajo de los encabezados',
  numberTwice: (number: string, row: number) => `el número ${quoted(number)} ya está en la fila ${row}`,
  datesCrossed: (start: string, end: string) => `inicia el ${longDay(start)} y termina el ${longDay(end)}`,
  cutTwice: (date: string, column: string) => `el corte ${longDay(date)} ya está en la columna ${column}`,
  noProgressColumn: (label: string) => `el bloque ${quoted(label)} no tiene columna de porcentaje`,
  ambiguous: (cells: readonly string[]) =>
    `los números de este bloque no llevan % y ninguno pasa de 1: ${listed(cells)}`,
  secondTable: 'aquí empieza otra tabla, después de las firmas',
  numberIsDate: (text: string) => `dice ${quoted(text)}: la hoja de cálculo convirtió el número en fecha`,
  nameIsNumber: (text: string) => `la actividad solo dice ${quoted(text)}`,
  tooManyQuestions: (count: number) => `habría que preguntar ${count} cosas`,
  overRows: (rows: number, column: string) =>
    `la actividad ocupa ${rows} filas con datos distintos en la columna ${column}`,
  brokenLetters: (word: string) => `las letras de ${quoted(word)} están dañadas`,
  turned: 'parece una matriz con las actividades en columnas',
  gantt: 'parece un cronograma: los meses de cada actividad están marcados, sin fechas',
  looksLike: (document: OtherDocument, headings: readonly string[]) =>
    `parece ${OTHER_DOCUMENTS[document]} (trae ${headings.map(quoted).join(', ')}), no un plan`,
  tooManyCuts: (count: number) => `hay ${count} bloques de monitoreo`,
};

/** What offices send in the place of a plan. */
export type OtherDocument = 'budget' | 'contacts' | 'contracts' | 'purchases' | 'inventory' | 'attendance';

const OTHER_DOCUMENTS: Readonly<Record<OtherDocument, string>> = {
  budget: 'un presupuesto',
  contacts: 'un directorio de personas',
  contracts: 'una relación de contratos',
  purchases: 'un plan de adquisiciones',
  inventory: 'un inventario',
  attendance: 'una lista de asistencia',
};

export const expected = {
  value: (what: string, label: string) => `${what}, junto a «${label}»`,
  date: 'una fecha como 31/12/2022',
  dateNotOften: (year: number) =>
    `una fecha; si es todo el año, 01/01/${year} al inicio y 31/12/${year} al final`,
  year: 'un año como 2022',
  percentage: 'un porcentaje de 0 a 100, por ejemplo 75 %',
  weight: 'un número de 0 en adelante, por ejemplo 20 %',
  noError: 'un valor',
  shorter: (limit: number) => `un texto de ${limit} caracteres como máximo`,
  heading: (heading: string) => `un encabezado «${heading}» con sus datos debajo`,
  table:
    'el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION',
  once: 'una sola vez',
  block: 'un encabezado como «PRIMER MONITOREO» con «CORTE MARZO 31»',
  cut: 'un corte con su fecha, como «CORTE MARZO 31»',
  cutYear: (year: number) => `un corte de la vigencia ${year}`,
  upToTwelve: 'entre 1 y 12',
  progressColumn: 'una columna de porcentaje y otra de observación',
  activities: 'una fila por actividad, con su número',
  otherNumber: 'un número distinto para cada actividad',
  startFirst: 'que la fecha de inicio no pase de la de terminación',
  numberAsText: "el número escrito como texto, por ejemplo '1.2",
  nameInWords: 'el nombre de la actividad',
  fewerQuestions:
    'encabezados como No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION en una sola fila',
  rowOfItsOwn:
    'una fila por actividad: en Excel separe las celdas combinadas y escriba número y actividad en cada fila',
  datesInColumns:
    'el plan con dos columnas más, FECHA DE INICIO y FECHA DE TERMINACION: el primer día y el último que hoy están marcados',
  oneRowEach:
    'el plan con una actividad por fila: en Excel copie la tabla y péguela en otra hoja con Pegado especial, Transponer',
  plan: 'el archivo del plan: una fila por actividad, con las columnas ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION',
  reading: (value: string, asPercent: string, asFraction: string) =>
    `saber si ${value} es ${asPercent} o ${asFraction}`,
  oneTable: 'una sola tabla de actividades',
  wholeLetters:
    'la palabra con sus tildes: abra el archivo original en Excel y elija Archivo, Guardar como, Libro de Excel (.xlsx)',
};

export const warned = {
  missing: (label: string) => `no se encontró «${label}»; queda vacío`,
  unknownColumn: (heading: string) => `la columna ${quoted(heading)} no es del formato; se guarda como está`,
  columnWithoutHeading: 'hay datos en una columna sin encabezado; se guardan como están',
  notApplicable: (text: string) => `dice ${quoted(text)}; queda sin reporte`,
  observationOnly: 'hay observación sin porcentaje; queda sin reporte',
  percentageOnly: 'hay porcentaje sin observación; se toma con la observación vacía',
  rounded: (text: string, kept: string) => `dice ${quoted(text)}; se guarda ${kept}`,
  wholePosition: (name: string) =>
    `no se sabe si ${quoted(name)} es un cargo o varios; se deja como uno solo`,
  serialDate: (text: string, date: string) =>
    `el número ${text} se tomó como la fecha de Excel ${longDay(date)}`,
  skippedRow: (text: string) => `esta fila solo dice ${quoted(text)}; no se tomó como actividad`,
  cutOrder: (label: string, date: string, number: number) =>
    `dice ${quoted(label)}, pero el ${longDay(date)} es el corte ${number}`,
  otherYear: (year: number) =>
    `la vigencia es ${year} y ninguna actividad tiene fechas de ese año; revise cuál de las dos está mal`,
  otherCalendar: (dates: readonly string[]) =>
    `los cortes del plan serán los impresos: ${listed(dates.map(longDay))}`,
  noObservations: (label: string) => `el bloque ${quoted(label)} no tiene columna de observación`,
  hiddenRow: 'la fila está oculta; se lee como las demás',
  mergedRows: (rows: number) => `la celda está combinada sobre ${rows} actividades; vale para todas`,
  overRows: (rows: number) => `la actividad ocupa ${rows} filas; se leyeron como una`,
  severalSheets: (others: readonly string[]) =>
    `se leyó esta hoja; también parecen formatos: ${listed(others.map(quoted))}`,
  hiddenSheet: 'la hoja está oculta; se leyó porque ninguna otra es el formato',
  macros: 'el libro tiene macros; no se ejecutan',
  links: 'el libro tiene vínculos a otros archivos; no se siguen',
  over100: (text: string) => `dice ${quoted(text)}; se guarda 100 %`,
  amongWords: (text: string, kept: string) => `dice ${quoted(text)}; se toma ${kept}`,
  unreadableDate: (text: string) => `dice ${quoted(text)}, que no es una fecha; queda vacía`,
  errorKept: (error: string) => `la celda tiene el error ${quoted(error)}; no es de las columnas del plan`,
  numbered: 'no hay columna con el número de las actividades; se numeran en su orden',
  withComponent: (number: string, kept: string) =>
    `el número ${quoted(number)} está en dos componentes; queda ${kept}`,
  sameResponsible: (row: number) => `la celda está vacía; vale el responsable de la fila ${row}`,
  noStart: (date: string) => `no hay fecha de inicio; se toma el ${longDay(date)}`,
  noEnd: (date: string) => `no hay fecha de terminación; se toma el ${longDay(date)}`,
  noBlocks: 'no hay columnas de monitoreo; el plan tendrá los cuatro cortes trimestrales',
  summed: 'los avances son de cada periodo; se suman',
  yearFromTitle: (year: number) => `la vigencia ${year} se tomó del título`,
  severalInOne: (count: number, sheet: string) =>
    `el plan se leyó de ${count} hojas; esta es ${quoted(sheet)}`,
  noProgress: (label: string) =>
    `el bloque ${quoted(label)} no trae porcentaje; lo que dice queda sin reporte`,
  answered: (id: string, option: string) =>
    `se tomó su respuesta ${quoted(option)} a ${quoted(id)}, aunque el archivo lo deja claro`,
  asBefore: (each: readonly string[]) => `se leyó como la vez pasada: ${listed(each)}`,
  /** Words for the questions `percent`, `accumulation` and `cuts`, which have no heading. */
  remembered: (heading: string, label: string) => {
    const words = label.charAt(0).toLocaleLowerCase('es') + label.slice(1);
    return ['percent', 'accumulation', 'cuts'].includes(heading) ? words : `${quoted(heading)} es ${words}`;
  },
  mended: (before: string, after: string) => `${quoted(before)} se lee ${quoted(after)}`,
};

export const aboutFile = {
  empty: 'el archivo está vacío',
  tooBig: 'el archivo pasa de 20 MB',
  oldWorkbook: 'el archivo es un libro de Excel antiguo (.xls)',
  oldOrLocked: 'el archivo es un libro de Excel antiguo (.xls) o tiene contraseña',
  locked: 'el archivo está protegido con contraseña',
  damaged: 'el archivo está dañado o incompleto',
  tooLargeInside: 'el archivo es demasiado grande por dentro',
  tooMuchText: 'el libro tiene demasiado texto',
  tooManyCells: 'el libro tiene demasiadas celdas con datos',
  tooManyMerges: 'el libro tiene demasiadas celdas combinadas',
  strangeNames: 'el archivo tiene partes con nombres que Excel no usa',
  documentType: 'el archivo tiene definiciones (DTD) que Excel no usa',
  wordDocument: 'el archivo es un documento de Word',
  slides: 'el archivo es una presentación',
  binaryWorkbook: 'el archivo es un libro binario de Excel (.xlsb)',
  openDocument: 'el archivo es un documento de OpenDocument (.ods, .odt)',
  numbers: 'el archivo es una hoja de Numbers, de Apple (.numbers)',
  oldDocument: 'el archivo es un documento de Office antiguo (.doc, .ppt)',
  picture: 'el archivo es una imagen',
  webArchive: 'el archivo es una página web de un solo archivo (.mht)',
  xmlSheet: 'el archivo es una hoja de cálculo XML 2003',
  richText: 'el archivo es un documento de texto enriquecido (.rtf)',
  otherSheet: 'el archivo es una hoja de cálculo de otro programa (.slk, .dif)',
  compressed: 'el archivo es un comprimido (.rar, .7z, .gz), no un libro de Excel',
  shortcut: 'el archivo es un acceso directo a una hoja de Google, sin sus datos',
  unclearLetters: 'las tildes y la ñ del archivo se pueden leer de dos maneras',
  otherZip: 'el archivo es un comprimido (.zip), no un libro de Excel',
  noSheets: 'el libro no tiene hojas',
  pdf: 'el archivo es un PDF',
  page: 'el archivo es una página web guardada con otro nombre',
  binary: 'el archivo no es un libro de Excel ni un texto',
  noColumns: 'el archivo es un texto sin columnas: nada separa sus celdas',
  tooManyRows: (limit: number) => `hay datos después de la fila ${thousands(limit)}`,
  tooManyColumns: (limit: number) => `hay datos después de la columna ${limit}`,
  expectedForm: 'el formato como libro de Excel (.xlsx), CSV o texto separado por tabulaciones',
  expectedSmaller: 'un archivo más pequeño: quite hojas e imágenes, o divida el plan por dependencia',
  expectedBounds: (rows: number, columns: number) =>
    `un plan de hasta ${thousands(rows)} filas y ${columns} columnas: divídalo por dependencia, un archivo para cada una`,
};

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 12).join(', ');
  return items.length > 12 ? `${shown} y ${items.length - 12} más` : shown;
}

const SAVE_AS = 'ábralo en Excel y elija Archivo, Guardar como, Libro de Excel (.xlsx)';

const COPY = 'el plan en Excel (.xlsx): copie la tabla y péguela en un libro nuevo, una actividad por fila';

/** What to send in the place of a file that cannot be read, by what is wrong with it. */
const ADVICE: Readonly<Record<string, string>> = {
  [aboutFile.oldWorkbook]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.oldOrLocked]: `un libro .xlsx sin contraseña: ${SAVE_AS}`,
  [aboutFile.binaryWorkbook]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.openDocument]:
    'un libro .xlsx: ábralo en LibreOffice y elija Archivo, Guardar como, Excel 2007-365 (.xlsx)',
  [aboutFile.locked]:
    'el libro sin contraseña: en Excel elija Archivo, Información, Proteger libro, Cifrar con contraseña, y deje la casilla vacía',
  [aboutFile.pdf]: 'el plan en Excel (.xlsx): pida el archivo original a quien lo elaboró',
  [aboutFile.wordDocument]:
    'el plan en Excel (.xlsx): copie la tabla del documento y péguela en un libro nuevo',
  [aboutFile.numbers]: 'un libro .xlsx: ábralo en Numbers y elija Archivo, Exportar a, Excel',
  [aboutFile.oldDocument]: COPY,
  [aboutFile.richText]: COPY,
  [aboutFile.noColumns]: COPY,
  [aboutFile.picture]: 'el plan en Excel (.xlsx): pida el archivo original a quien lo elaboró',
  [aboutFile.webArchive]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.xmlSheet]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.otherSheet]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.compressed]: 'el libro de Excel (.xlsx) que está dentro: descomprima el archivo primero',
  [aboutFile.shortcut]:
    'la hoja en Excel (.xlsx): ábrala en Google y elija Archivo, Descargar, Microsoft Excel',
  [aboutFile.unclearLetters]: `un libro .xlsx: ${SAVE_AS}, después de revisar las tildes`,
  [aboutFile.binary]: 'el plan en Excel (.xlsx): revise que sea el archivo correcto',
  [aboutFile.slides]:
    'el plan en Excel (.xlsx): copie la tabla de la presentación y péguela en un libro nuevo',
  [aboutFile.otherZip]: 'el libro de Excel (.xlsx) que está dentro: descomprima el archivo primero',
  [aboutFile.page]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.damaged]: `el libro entero: ${SAVE_AS}; si Excel no lo abre, pida otra copia`,
  [aboutFile.strangeNames]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.documentType]: `un libro .xlsx: ${SAVE_AS}`,
  [aboutFile.empty]: 'el archivo del plan: revise que sea el correcto y que esté guardado',
  [aboutFile.noSheets]: 'el archivo del plan: revise que sea el correcto y que esté guardado',
  [aboutFile.tooLargeInside]: aboutFile.expectedSmaller,
  [aboutFile.tooBig]: aboutFile.expectedSmaller,
  [aboutFile.tooManyCells]: aboutFile.expectedSmaller,
  [aboutFile.tooMuchText]: aboutFile.expectedSmaller,
};

/** What to send in the place of a file with this fault. */
export function adviceFor(fault: string): string {
  return ADVICE[fault] ?? aboutFile.expectedForm;
}

/** A fault of the whole file in two lines: what it looks like, and what to send. */
export function wholeFileLines(of: { sheet: string; found: string; expected: string }): readonly string[] {
  const sheet = of.sheet === '' ? '' : `hoja «${oneLine(of.sheet)}»: `;
  return [capital(`${sheet}${of.found}.`), `Envíe ${of.expected}.`];
}

function thousands(amount: number): string {
  return amount.toLocaleString('es-CO');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
