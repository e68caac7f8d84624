import { readComingDay } from './coming-day.ts';
import type { LocalDate } from './dates.ts';
import { comparable } from './outside-text.ts';
import { cleanReason } from './reason.ts';

/** What *reabrir 3 y 5 hasta el viernes: falta evidencia* says; what it leaves out is asked. */
export type ReopeningAsked = {
  /** As written: `3 y 5`; `todas`. */
  readonly numbers: string;
  /** Words that name the cut; null: the current one. */
  readonly cut: string | null;
  /** The last day; null: the usual one. */
  readonly until: LocalDate | 'unclear' | null;
  readonly reason: string | null;
};

const VERB =
  /^\s*(?:por favor,?\s+)?(?:(?:quiero|quisiera|hay que|puede|me)\s+)*(?:reabrir|reabra|reabre|reabramos|volver a abrir|abrir (?:otra vez|de nuevo))(?=\s)\s+/iu;
const NUMBERS =
  /^(?:todas(?: las actividades)?|(?:las?|los?|el|n\.?\s*[º°o]\.?|#|n[uú]meros?|actividad(?:es)?|y|e|[\s,;]|\p{L}{0,3}\d[\p{L}\p{N}.-]{0,10})+)$/iu;
const REASON =
  /^(.+?)(?:\s*:\s*|\s+[-–—]\s+|,?\s+(?:porque|por(?!\s+la\s+(?:ma[ñn]ana|tarde|noche)\b|\s+(?:\d+|una?|dos|tres|cuatro|cinco|ocho|diez|quince)\s+(?:d[ií]as?|semanas?|meses|mes)\b)|pues|ya que|debido a(?: que)?|dado que)\s+)(\S[\s\S]*)$/iu;

/** What stands before the last day; `por 3 días` is one that is asked, because it may or may not count days off. */
const DAY = /,?\s+(?:hasta|por)\s+/iu;

/** Whether a text asks to reopen something, in words. */
export function asksToReopen(text: string): boolean {
  return VERB.test(text);
}

export function withoutVerb(text: string): string {
  return text.replace(VERB, '').trim();
}

/** Whether it names every activity of the cut. */
export function isOfAll({ numbers }: ReopeningAsked): boolean {
  return /^todas/iu.test(numbers);
}

/** Reads the words after *reabrir*. @returns null when they do not begin with the numbers of activities */
export function readReopening(text: string, today: LocalDate): ReopeningAsked | null {
  const words = withoutVerb(text)
    .replace(/,?\s*por favor\b[,.]?/giu, '')
    .trim();
  const [, before = words, why = ''] = REASON.exec(words) ?? [];
  const [what = '', written] = before.split(DAY);
  const divided = /^(.+?)\s+(?:del|de|en)\s+(?:el\s+|la\s+)?(.+)$/iu.exec(what);
  const [, numbers = what, cut = null] = divided ?? [];
  if (!NUMBERS.test(numbers) || !/\d|todas/iu.test(numbers)) return null;
  const after = written === undefined ? dayAtEnd(why, today) : null;
  const day = after?.day ?? (written === undefined ? null : readComingDay(written, today));
  return {
    numbers: numbers.trim(),
    cut: cut === null ? null : cutWords(cut),
    until: day === undefined ? 'unclear' : day,
    reason: why === '' ? null : cleanReason(after?.reason ?? why),
  };
}

/** `falta el acta hasta el viernes`: words after *hasta* that are no day belong to the reason. */
function dayAtEnd(
  why: string,
  today: LocalDate,
): { readonly day: LocalDate; readonly reason: string } | null {
  const [, reason, written] = /^([\s\S]+?),?\s+hasta\s+(.+?)[.\s]*$/iu.exec(why) ?? [];
  const day = written === undefined ? undefined : readComingDay(written, today);
  return reason === undefined || day === undefined ? null : { day, reason };
}

/** `corte de junio`, `segundo monitoreo`: the word that names the cut. */
function cutWords(words: string): string {
  return comparable(words)
    .replace(/^(?:corte|monitoreo|trimestre|mes)(?: de(?:l)?)? /, '')
    .replace(/ (?:corte|monitoreo|trimestre)$/, '');
}
