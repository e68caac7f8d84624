/** One message as a bubble, with its file, buttons and menu. */
import type { FileView, MessageView } from '../show/view.ts';
import { byId, h, icon } from './dom.ts';
import { richText, type TextActs } from './rich-text.ts';
import { clockOf, sizeOf, texts } from './texts.ts';

export type MessageActs = TextActs & {
  readonly tap: (messageId: number, data: string) => void;
  readonly edit: (message: MessageView) => void;
};

/** @param who the first name of the phone's owner, for screen readers */
export function bubble(message: MessageView, who: string, acts: MessageActs): HTMLElement {
  const mine = message.from === 'me';
  const text = h('div', { class: 'text' });
  text.append(richText(message.text, message.entities, acts));
  return h(
    'article',
    { class: `message ${mine ? 'mine' : 'theirs'}`, 'data-id': message.id },
    h(
      'div',
      { class: message.photo ? 'bubble with-photo' : 'bubble' },
      h('span', { class: 'heard' }, mine ? texts.me(who) : texts.theBot),
      message.photo && photo(message.photo, message.text),
      message.document && file(message.document),
      message.text !== '' && text,
      foot(message, acts),
    ),
    message.rows.length > 0 && keyboard(message, acts),
  );
}

function foot(message: MessageView, acts: MessageActs): HTMLElement {
  const mine = message.from === 'me';
  const state = message.fetched ? texts.fetched : texts.sent;
  return h(
    'p',
    { class: 'foot' },
    mine &&
      h(
        'button',
        {
          type: 'button',
          class: 'edit',
          title: texts.edit,
          'aria-label': texts.edit,
          onclick: () => acts.edit(message),
        },
        icon('pencil'),
      ),
    message.edited && h('span', {}, `${texts.edited} `),
    h('time', { datetime: new Date(message.at).toISOString() }, clockOf(message.at)),
    mine &&
      h(
        'span',
        { class: 'ticks', title: state },
        icon(message.fetched ? 'ticks' : 'tick'),
        h('span', { class: 'heard' }, state),
      ),
  );
}

function keyboard(message: MessageView, acts: MessageActs): HTMLElement {
  const rows = message.rows.map((row) =>
    h(
      'div',
      { class: 'row' },
      ...row.map((button) => {
        const { data, url, copied } = button;
        if (copied !== undefined)
          return h(
            'button',
            { type: 'button', class: 'key', onclick: () => void navigator.clipboard.writeText(copied) },
            button.text,
          );
        if (data === undefined) {
          if (url !== undefined && acts.isBotLink(url))
            return h(
              'button',
              { type: 'button', class: 'key', onclick: () => acts.botLink(url) },
              button.text,
            );
          return h(
            'a',
            { class: 'key', href: url ?? '#', target: '_blank', rel: 'noopener noreferrer' },
            button.text,
          );
        }
        const waiting = message.waiting.includes(data);
        return h(
          'button',
          {
            type: 'button',
            class: 'key',
            'data-key': data,
            'aria-busy': String(waiting),
            onclick: () => acts.tap(message.id, data),
          },
          h('span', {}, button.text),
          waiting && h('span', { class: 'spinner', role: 'img', 'aria-label': texts.waiting }),
        );
      }),
    ),
  );
  return h('div', { class: 'keyboard' }, ...rows);
}

function photo(view: FileView, caption: string): HTMLElement {
  const alt = caption.split('\n')[0] ?? '';
  return h(
    'button',
    { type: 'button', class: 'photo', 'aria-label': texts.enlarge(alt), onclick: () => enlarge(view, alt) },
    h('img', { src: view.url, alt: '', width: view.width, height: view.height, loading: 'lazy' }),
  );
}

function enlarge(view: FileView, alt: string): void {
  const viewer = byId('viewer') as HTMLDialogElement;
  viewer.replaceChildren(
    h('img', { src: view.url, alt: alt === '' ? texts.photo : alt }),
    h(
      'p',
      {},
      h('a', { class: 'button', href: `${view.url}?save`, download: view.name }, texts.save),
      h(
        'button',
        { type: 'button', class: 'button', autofocus: true, onclick: () => viewer.close() },
        texts.close,
      ),
    ),
  );
  viewer.showModal();
}

const opened = /\.(pdf|png|jpe?g)$/i;

function file(view: FileView): HTMLElement {
  return h(
    'div',
    { class: 'file' },
    h('span', { class: 'file-icon' }, icon('file')),
    h('span', { class: 'file-name' }, view.name, h('small', {}, ` ${sizeOf(view.size)}`)),
    h(
      'span',
      { class: 'file-acts' },
      opened.test(view.name) &&
        h(
          'a',
          { href: view.url, target: '_blank', rel: 'noopener', 'aria-label': `${texts.open} ${view.name}` },
          texts.open,
        ),
      h(
        'a',
        { href: `${view.url}?save`, download: view.name, 'aria-label': `${texts.save} ${view.name}` },
        texts.save,
      ),
    ),
  );
}

/** A message that was written without a connection. */
export function unsentBubble(text: string): HTMLElement {
  return h(
    'article',
    { class: 'message mine unsent' },
    h(
      'div',
      { class: 'bubble' },
      h('div', { class: 'text' }, text),
      h('p', { class: 'foot' }, icon('clock'), h('span', {}, texts.waitingForConnection)),
    ),
  );
}
