import { comparable } from './outside-text.ts';

/** Whom *recordar a Luz* names. */
export type RemindingAsked =
  | { readonly whom: 'everybody' }
  | { readonly whom: 'called'; readonly name: string };

const ASKED =
  /^(?:por favor,? )?(?:(?:quiero|quisiera|hay que|puede|puedes) )*(?:recordar(?:le|les)?|recuerde(?:le|les|n)?|recuerda(?:le|les)?|enviar(?:le)? (?:un )?recordatorio|recordatorio) (?:a|para) (.+?)(?:,? por favor)?[.!]*$/;
const EVERYBODY =
  /^(?:tod[oa]s(?: (?:los|las|l@s))?|(?:los|las|quienes|quien)|tod[oa]s (?:los|las) que)(?: que)?(?: (?:faltan?|no han reportado|estan? pendientes?|deben))?$/;

/** Reads *recordar a Luz*, *recuérdele a los que faltan*. @returns null for anything else */
export function readReminding(text: string): RemindingAsked | null {
  if (text.length > 100) return null;
  const [, whom = ''] = ASKED.exec(comparable(text.replace(/[¿?¡]/g, ''))) ?? [];
  if (whom === '') return null;
  if (EVERYBODY.test(whom)) return { whom: 'everybody' };
  const name = whom.replace(
    /^(?:la |el )?(?:doctora|doctor|dra|dr|ingeniera|ingeniero|ing|senora|senor|sra|sr|don|dona)\.? /,
    '',
  );
  return /^[\p{L}' ]{2,60}$/u.test(name) && name.split(' ').length <= 5 ? { whom: 'called', name } : null;
}
