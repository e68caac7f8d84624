import { type LocalDate, localTime, type Moment } from '../domain/dates.ts';
import { comparable } from '../domain/outside-text.ts';

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

const ordinals = [
  'primer',
  'segundo',
  'tercer',
  'cuarto',
  'quinto',
  'sexto',
  'séptimo',
  'octavo',
  'noveno',
  'décimo',
  'undécimo',
  'duodécimo',
] as const;

/** `33,3 %`, `100 %`: tenths of a percent as people write them. */
export function percent(tenths: number): string {
  return `${decimal(tenths)} %`;
}

/** `33,3`, `100`. */
export function decimal(tenths: number): string {
  const rest = tenths % 10;
  return rest === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)},${rest}`;
}

/** A number of percent already rounded to one decimal: `28,6 %`. */
export function percentOf(value: number): string {
  return percent(Math.round(value * 10));
}

/** `31 de marzo`. */
export function day(date: LocalDate): string {
  return `${Number(date.slice(8))} de ${monthOf(date)}`;
}

/** `31 de marzo de 2022`. */
export function longDay(date: LocalDate): string {
  return `${day(date)} de ${date.slice(0, 4)}`;
}

export function monthOf(date: LocalDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}

/** 1..12 for a month's name in Spanish, or undefined. */
export function monthNumber(name: string): number | undefined {
  const place = months.findIndex(
    (month) => month === name.toLowerCase() || (name.toLowerCase() === 'setiembre' && month === 'septiembre'),
  );
  return place < 0 ? undefined : place + 1;
}

/** `16 de marzo, 9:40 a. m.` */
export function clockTime(moment: Moment): string {
  const { date, hour, minute } = localTime(moment);
  const half = hour < 12 ? 'a. m.' : 'p. m.';
  return `${day(date)}, ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`;
}

/** Greeting by the hour of sending. */
export function greeting(moment: Moment): string {
  const { hour } = localTime(moment);
  return hour < 12 ? 'Buenos días' : hour < 18 ? 'Buenas tardes' : 'Buenas noches';
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** `primer monitoreo`. */
export function monitoring(cutNumber: number): string {
  return `${ordinals[cutNumber - 1] ?? `monitoreo ${cutNumber}`} monitoreo`;
}

/** 1..12 for `primer`, `primero`, `segundo`, with or without accents; undefined for anything else. */
export function ordinalNumber(word: string): number | undefined {
  const said = comparable(word);
  const place = ordinals.findIndex((ordinal) => [ordinal, `${ordinal}o`].map(comparable).includes(said));
  return place < 0 ? undefined : place + 1;
}

/** `1, 5, 6 y 7`; *e* before the sound of *i* (`Ana e Inés`), not before that of *hielo* (Ortografía de la RAE). */
export function enumerate(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  const last = parts.at(-1) ?? '';
  const and = /^h?[ií](?!e)/iu.test(last) ? 'e' : 'y';
  return `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** `1 actividad`, `6 actividades`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

type Place = { readonly page: number; readonly pages: number };

/** `Página 2 de 3. ` before a sentence; nothing when there is one page. */
export function pageBefore({ page, pages }: Place): string {
  return pages > 1 ? `Página ${page} de ${pages}. ` : '';
}

/** ` · página 2 de 3` behind a title; nothing when there is one page. */
export function pageInTitle({ page, pages }: Place): string {
  return pages > 1 ? ` · página ${page} de ${pages}` : '';
}

/** With its full stop, which a text that ends in an hour (`9:00 a. m.`) has already. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

const masculine =
  /^(municipio|departamento|distrito|instituto|concejo|consejo|hospital|fondo|ministerio|centro|establecimiento)\b/i;

/** `la` Alcaldía, `el` Municipio: before the name of an entity. */
export function articleOf(entity: string): 'la' | 'el' {
  return masculine.test(entity) ? 'el' : 'la';
}

/** First letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('es') + text.slice(1);
}

const small = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'e', 'en', 'para', 'a', 'con']);
/** Words that forms print in capitals without their accent. */
const accented: Readonly<Record<string, string>> = {
  alcaldia: 'alcaldía',
  participacion: 'participación',
  accion: 'acción',
  gestion: 'gestión',
  planeacion: 'planeación',
  atencion: 'atención',
  corrupcion: 'corrupción',
  anticorrupcion: 'anticorrupción',
  rendicion: 'rendición',
  transparencia: 'transparencia',
  etica: 'ética',
  publica: 'pública',
  publico: 'público',
  informacion: 'información',
  secretaria: 'secretaría',
  gobernacion: 'gobernación',
  institucion: 'institución',
};

/** Names that forms print in capitals, as a sentence shows them: `Plan de Participación Ciudadana`. Anything else stays as printed. */
export function properName(printed: string): string {
  if (printed !== printed.toLocaleUpperCase('es')) return printed;
  return printed
    .toLocaleLowerCase('es')
    .split(' ')
    .map((word, place) => {
      const right = accented[word] ?? word;
      return place > 0 && small.has(word) ? right : capital(right);
    })
    .join(' ');
}

/** `Plan de Participación Ciudadana 2022`. */
export function planName(plan: { readonly title: string; readonly fiscalYear: number }): string {
  return `${properName(plan.title)} ${plan.fiscalYear}`;
}
