/** The files in the chats, for the page to show, open and save. */
import type { Simulator } from '../index.ts';

export type ServedFile = { readonly type: string; readonly inline: boolean; readonly body: Buffer };

/** The kinds that a browser may show; any other file, whatever it claims to be, is only saved. */
const shown: readonly (readonly [string, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['image/jpeg', Buffer.from('\xff\xd8\xff', 'latin1')],
];

export function sentFile(simulator: Simulator, fileId: string): ServedFile | null {
  const file = simulator.world.files.get(fileId);
  if (!file) return null;
  const type = shown.find(([, magic]) => file.bytes.subarray(0, magic.length).equals(magic))?.[0];
  return { type: type ?? 'application/octet-stream', inline: type !== undefined, body: file.bytes };
}
