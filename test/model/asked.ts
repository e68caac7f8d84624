import { type Name, type Phones, people, type Shown } from './phones.ts';

export type Asked = {
  readonly row: number;
  readonly kind: 'progress' | 'observation' | 'overwrite' | 'late' | 'several' | 'other';
  readonly activity: string;
  readonly tenths: number;
  readonly correcting: boolean;
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
};

/** The question that a phone shows, if its newest message with answers is one. */
export function asked(phones: Phones, who: Name): Asked | null {
  const chat = phones.chat(who);
  const isAnswer = ({ data }: { readonly data: string }) => data.startsWith('q:');
  const message = chat.findLast((each) => each.keyboard.flat().some(isAnswer));
  const buttons = message?.keyboard.flat().filter(isAnswer) ?? [];
  if (!message || isOver(chat, message)) return null;
  // Closed, and something was said since: why it is over stands there, in one of many ways.
  const isLast = chat.at(-1)?.row === message.row;
  if (!isLast && stateOf(phones, who, buttons[0]?.data ?? '') === 'closed') return null;
  const activity = [...message.text.matchAll(/n\.º (\d+)/g)].at(-1)?.[1] ?? '';
  const shown = /(\d+)(?:,(\d))? %\. Describa/.exec(message.text);
  const tenths = Number(shown?.[1] ?? 0) * 10 + Number(shown?.[2] ?? 0);
  const correcting = buttons.some(({ text }) => text === 'No corregir');
  return { row: message.row, kind: kindOf(message.text), activity, tenths, correcting, buttons };
}

function kindOf(text: string): Asked['kind'] {
  if (/Hace unas horas/.test(text)) return 'late';
  if (/Describa en una o dos frases/.test(text)) return 'observation';
  if (/¿Qué porcentaje|¿Qué corrige/.test(text)) return 'progress';
  if (/¿Guardo/.test(text)) return 'several';
  return /¿Deja así/.test(text) ? 'overwrite' : 'other';
}

/** After it the conversation was left, or it came to its end. */
function isOver(chat: readonly Shown[], question: Shown): boolean {
  return chat.some(
    ({ row, text }) =>
      row > question.row && /lo dejamos aquí|^Listo, |, lleva \d+ de |no tiene actividades/m.test(text),
  );
}

/** The state of the question of this person that a button names, if there is one. */
export function stateOf(phones: Phones, who: Name, data: string): string | null {
  const id = /^q:(\d+):/.exec(data)?.[1] ?? '0';
  const [found] = phones.db.all<{ state: string }>(
    `select state from question where id = ${id} and personId = ${people.indexOf(who) + 1}`,
  );
  return found?.state ?? null;
}
