/** Telegram's text with its entities, as the phone draws it. It is built of nodes: text stays text. */
import type { ApiEntity } from '../api-types.ts';
import { h } from './dom.ts';

export type TextActs = {
  /** Called when a command in a text was touched. */
  readonly command: (text: string) => void;
  /** Called when a link to the bot itself was touched. */
  readonly botLink: (url: string) => void;
  readonly isBotLink: (url: string) => boolean;
};

/** @param entities offsets and lengths in UTF-16 units, outer before inner, as the Bot API lists them */
export function richText(text: string, entities: readonly ApiEntity[], acts: TextActs): DocumentFragment {
  const fragment = document.createDocumentFragment();
  draw(fragment, text, 0, text.length, [...entities].sort(outerFirst), acts);
  return fragment;
}

function outerFirst(a: ApiEntity, b: ApiEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

function draw(
  into: Node,
  text: string,
  from: number,
  to: number,
  entities: readonly ApiEntity[],
  acts: TextActs,
): void {
  let at = from;
  for (let place = 0; place < entities.length; ) {
    const entity = entities[place];
    if (!entity) break;
    const end = Math.min(to, entity.offset + entity.length);
    if (entity.offset > at) into.appendChild(document.createTextNode(text.slice(at, entity.offset)));
    let after = place + 1;
    while ((entities[after]?.offset ?? Number.POSITIVE_INFINITY) < end) after += 1;
    const element = elementOf(entity, text.slice(entity.offset, end), acts);
    draw(element, text, Math.max(at, entity.offset), end, entities.slice(place + 1, after), acts);
    into.appendChild(element);
    at = end;
    place = after;
  }
  if (at < to) into.appendChild(document.createTextNode(text.slice(at, to)));
}

function elementOf(entity: ApiEntity, inside: string, acts: TextActs): HTMLElement {
  switch (entity.type) {
    case 'bold':
      return h('strong');
    case 'italic':
      return h('em');
    case 'underline':
      return h('u');
    case 'strikethrough':
      return h('s');
    case 'code':
      return h('code');
    case 'pre':
      return h('pre');
    case 'blockquote':
    case 'expandable_blockquote':
      return h('blockquote');
    case 'bot_command':
      return h('button', { type: 'button', class: 'command', onclick: () => acts.command(inside) });
    case 'url':
      return link(/^[a-z]+:/i.test(inside) ? inside : `https://${inside}`, acts);
    case 'text_link':
      return link(entity.url ?? '', acts);
    case 'email':
      return h('span', { class: 'address' });
    default:
      return h('span');
  }
}

/** Only web addresses. A link to the bot itself acts in this phone, as in Telegram. */
function link(url: string, acts: TextActs): HTMLElement {
  if (acts.isBotLink(url)) {
    return h('button', { type: 'button', class: 'command', onclick: () => acts.botLink(url) });
  }
  if (!/^https?:\/\//i.test(url)) return h('span');
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' });
}
