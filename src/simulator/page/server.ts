/** The page's connection to the demo: acts go out, events come in. */
import type { Act } from '../show/acts.ts';
import type { Events } from '../show/view.ts';
import { texts } from './texts.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** @returns why it was not done, in Spanish; undefined when it was */
export async function ask(act: Act): Promise<string | undefined> {
  return post('/act', JSON.stringify(act), 'application/json');
}

/** Sends a file from a phone, as a photo or unchanged. */
export async function sendFile(of: {
  readonly phone: string;
  readonly as: 'photo' | 'document';
  readonly file: File;
  readonly caption: string;
}): Promise<string | undefined> {
  const { phone, as, file, caption } = of;
  const query = new URLSearchParams({ phone, as, name: file.name, mime: file.type, caption });
  return post(`/send?${query}`, file, 'application/octet-stream');
}

async function post(path: string, body: BodyInit, type: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, { method: 'POST', body, headers: { 'content-type': type } });
    const answer = (await response.json()) as Answer;
    return answer.ok ? undefined : answer.why;
  } catch {
    return texts.failed;
  }
}

type Handlers = { readonly [Name in keyof Events]: (view: Events[Name]) => void };

/** Follows the demo. The browser reconnects by itself, and gets everything anew. */
export function follow(handlers: Handlers, connected: (yes: boolean) => void): void {
  const source = new EventSource('/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  for (const name of Object.keys(handlers) as (keyof Events)[]) {
    source.addEventListener(name, (event) => {
      (handlers[name] as (view: unknown) => void)(JSON.parse(event.data));
    });
  }
}
