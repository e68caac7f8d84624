/** The acts that the page may ask for: parsed at the border, done at once. */
import { z } from 'zod';
import { roleKeys } from '../cast.ts';

import type { Show } from './show.ts';
import { faultKinds, jumps } from './view.ts';

const phone = z.enum(roleKeys);
const id = z.number().int();
const on = z.boolean();

export const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), phone, text: z.string().trim().min(1).max(20_000) }),
  z.object({ kind: z.literal('tap'), phone, messageId: id, data: z.string().max(64) }),
  z.object({ kind: z.literal('edit'), phone, messageId: id, text: z.string().trim().min(1).max(4_096) }),
  z.object({ kind: z.literal('start'), phone, link: z.string().max(200).nullable() }),
  z.object({ kind: z.literal('block'), phone, on }),
  z.object({ kind: z.literal('offline'), phone, on }),
  z.object({ kind: z.literal('clock'), to: z.enum(jumps) }),
  z.object({ kind: z.literal('fault'), fault: z.enum(faultKinds), on }),
  z.object({ kind: z.literal('bot'), do: z.enum(['kill', 'start', 'restart']) }),
  z.object({ kind: z.literal('assist'), what: z.enum(['enrol', 'answer']) }),
]);
export type Act = z.infer<typeof act>;

/** @returns why it could not be done, in Spanish; undefined when it was */
export async function perform(show: Show, asked: Act): Promise<string | undefined> {
  switch (asked.kind) {
    case 'say':
      return show.phone(asked.phone).say(asked.text);
    case 'tap':
      return show.phone(asked.phone).tap(asked.messageId, asked.data);
    case 'edit':
      return show.phone(asked.phone).edit(asked.messageId, asked.text);
    case 'start':
      return show.phone(asked.phone).start(asked.link);
    case 'block':
      return show.phone(asked.phone).block(asked.on);
    case 'offline':
      return show.phone(asked.phone).offline(asked.on);
    case 'clock':
      return show.jump(asked.to);
    case 'fault':
      show.switches.set(asked.fault, asked.on);
      return undefined;
    case 'bot':
      return show.bot(asked.do);
    case 'assist':
      return show.assist(asked.what);
  }
}

/** @returns null when the page asked for something that does not exist */
export function readAct(body: string): Act | null {
  try {
    return act.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
