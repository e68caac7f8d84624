/** One phone: its head, the chat with the bot, and where its owner writes. */
import type { MessageView, PhoneView, ToastView } from '../show/view.ts';
import { createComposer } from './composer.ts';
import { byId, h, icon } from './dom.ts';
import { bubble, type MessageActs, unsentBubble } from './message.ts';
import { ask } from './server.ts';
import { dayOf, texts } from './texts.ts';
import { createUnread } from './unread.ts';

export type Phone = {
  readonly element: HTMLElement;
  readonly update: (view: PhoneView) => void;
  readonly toast: (view: ToastView) => void;
  /** Brings it into view and gives it the focus. */
  readonly show: () => void;
  readonly unread: () => number;
};

/** @param unreadChanged told whenever the number of unread messages is another */
export function createPhone(first: PhoneView, unreadChanged: () => void): Phone {
  let view = first;
  const drawn = new Map<number, { readonly json: string; readonly element: HTMLElement }>();
  const unread = createUnread(first.key, unreadChanged);

  const subtitle = h('span', { class: 'subtitle' });
  const badge = h('span', { class: 'badge', hidden: true });
  const chat = h('div', {
    class: 'chat',
    role: 'log',
    tabindex: 0,
    'aria-live': 'off',
    'aria-label': texts.chatOf(first.firstName),
  });
  const toasts = h('p', { class: 'toast', role: 'status' });
  const composer = createComposer(first, complain);
  const bottom = h('div', { class: 'bottom' });
  const options = createOptions();
  const title = h('h2', { id: `phone-${first.key}`, tabindex: -1 }, first.name);
  const element = h(
    'section',
    { class: 'phone', 'data-phone': first.key, 'aria-labelledby': `phone-${first.key}` },
    h('div', { class: 'owner' }, title, h('p', {}, first.holds)),
    h(
      'div',
      { class: 'screen' },
      h(
        'div',
        { class: 'head' },
        h('span', { class: 'avatar', 'aria-hidden': 'true' }, 'SP'),
        h('div', { class: 'names' }, h('strong', {}, first.botName), subtitle),
        badge,
        options.element,
      ),
      chat,
      toasts,
      bottom,
    ),
  );

  for (const event of ['pointerdown', 'focusin', 'wheel'] as const) {
    element.addEventListener(event, () => read(), { passive: true });
  }
  element.addEventListener('focusin', () => chat.setAttribute('aria-live', 'polite'));
  element.addEventListener('focusout', () => chat.setAttribute('aria-live', 'off'));

  const acts: MessageActs = {
    tap: (messageId, data) => void ask({ kind: 'tap', phone: view.key, messageId, data }).then(complain),
    edit: (message) => composer.beginEdit(message),
    command: (text) => void ask({ kind: 'say', phone: view.key, text }).then(complain),
    isBotLink: (url) => url.toLowerCase().startsWith(`https://t.me/${view.botUsername.toLowerCase()}?start=`),
    botLink: (url) => void ask({ kind: 'start', phone: view.key, link: url }).then(complain),
  };

  function createOptions(): { readonly element: HTMLElement; readonly update: () => void } {
    const offline = h('input', {
      type: 'checkbox',
      onchange: () => void ask({ kind: 'offline', phone: view.key, on: offline.checked }).then(complain),
    });
    const block = h('button', {
      type: 'button',
      class: 'button small',
      onclick: () => void ask({ kind: 'block', phone: view.key, on: !view.blocked }).then(complain),
    });
    const details = h(
      'details',
      { class: 'options' },
      h('summary', { 'aria-label': texts.settings, title: texts.settings }, icon('more')),
      h(
        'div',
        { class: 'popup' },
        h('label', {}, offline, h('span', {}, texts.goOffline, h('small', {}, texts.goOfflineHint))),
        block,
        h('small', {}, texts.blockHint),
      ),
    );
    details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      details.open = false;
      details.querySelector('summary')?.focus();
    });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    });
    return {
      element: details,
      update: () => {
        offline.checked = view.offline;
        block.textContent = view.blocked ? texts.unblock : texts.block;
        block.disabled = !view.opened || view.offline;
      },
    };
  }

  function complain(why: string | undefined): void {
    if (why !== undefined) flash(why);
  }

  let fade: number | undefined;
  function flash(text: string): void {
    toasts.textContent = text;
    clearTimeout(fade);
    fade = window.setTimeout(() => {
      toasts.textContent = '';
    }, 5_000);
  }

  function read(): void {
    if (view.offline) return;
    unread.read(view.messages);
    showBadge();
  }

  function showBadge(): void {
    const count = unread.count();
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute('aria-label', texts.unread(count));
  }

  function drawChat(): void {
    const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 60;
    const focused = document.activeElement;
    const held =
      focused instanceof HTMLElement && chat.contains(focused) && focused !== chat ? focused : null;
    const heldId = Number(held?.closest<HTMLElement>('[data-id]')?.dataset.id);
    const lastBefore = [...drawn.keys()].at(-1) ?? 0;
    const nodes: Node[] = [];
    let date = '';
    const mark = unread.divider();
    for (const message of view.messages) {
      const day = dayOf(message.at);
      if (day !== date) nodes.push(h('p', { class: 'day' }, h('span', { class: 'day-label' }, day)));
      date = day;
      if (message.id === mark) nodes.push(h('p', { class: 'new' }, texts.newMessages));
      nodes.push(drawMessage(message));
    }
    const shown = new Set(view.messages.map((message) => message.id));
    for (const id of drawn.keys()) if (!shown.has(id)) drawn.delete(id);
    nodes.push(...view.unsent.map(unsentBubble));
    if (view.messages.length === 0) nodes.push(...welcome());
    replaceWith(chat, nodes);
    const last = view.messages.at(-1);
    const own = last !== undefined && last.id > lastBefore && last.from === 'me';
    if (atEnd || own || view.unsent.length > 0) chat.scrollTop = chat.scrollHeight;
    if (held && !held.isConnected) refocus(heldId);
  }

  function drawMessage(message: MessageView): HTMLElement {
    const json = JSON.stringify(message);
    const known = drawn.get(message.id);
    if (known?.json === json) return known.element;
    const made = bubble(message, view.firstName, acts);
    drawn.set(message.id, { json, element: made });
    return made;
  }

  /** The message under the finger was changed: the keyboard stays where it was. */
  function refocus(messageId: number): void {
    const changed = drawn.get(messageId)?.element;
    (changed?.querySelector<HTMLElement>('.key') ?? chat).focus({ preventScroll: true });
  }

  function welcome(): readonly Node[] {
    return [
      h(
        'div',
        { class: 'welcome' },
        h('strong', {}, texts.aboutBot),
        h('p', {}, view.about === '' ? texts.aboutDefault : view.about),
      ),
      h('div', { class: 'welcome link' }, h('strong', {}, texts.invited), h('code', {}, view.link)),
    ];
  }

  function drawBottom(): void {
    const wanted = view.blocked ? 'blocked' : view.opened ? 'open' : 'new';
    if (bottom.dataset.state === wanted) return;
    bottom.dataset.state = wanted;
    const focused = bottom.contains(document.activeElement);
    if (wanted === 'open') bottom.replaceChildren(composer.element);
    else if (wanted === 'new')
      bottom.replaceChildren(
        bigButton(
          texts.start,
          () => void ask({ kind: 'start', phone: view.key, link: view.link }).then(complain),
        ),
      );
    else
      bottom.replaceChildren(
        bigButton(
          texts.restart,
          () => void ask({ kind: 'block', phone: view.key, on: false }).then(complain),
        ),
      );
    if (focused)
      (bottom.querySelector<HTMLElement>('textarea, button') ?? chat).focus({ preventScroll: true });
  }

  function update(next: PhoneView): void {
    view = next;
    unread.update(view.messages, element.contains(document.activeElement) && document.hasFocus());
    element.classList.toggle('is-offline', view.offline);
    subtitle.textContent = view.offline ? texts.offline : view.typing ? texts.typing : texts.bot;
    subtitle.classList.toggle('typing', view.typing);
    options.update();
    composer.update(view);
    drawBottom();
    drawChat();
    showBadge();
  }

  update(first);
  return {
    element,
    update,
    unread: unread.count,
    toast: ({ text, alert }) => (alert ? showNotice(text) : flash(text)),
    show: () => {
      element.scrollIntoView({ block: 'nearest', inline: 'center' });
      title.focus({ preventScroll: true });
    },
  };
}

function bigButton(text: string, act: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'start', onclick: act }, text);
}

function showNotice(text: string): void {
  const notice = byId('notice') as HTMLDialogElement;
  notice.replaceChildren(
    h('p', {}, text),
    h(
      'button',
      { type: 'button', class: 'button', autofocus: true, onclick: () => notice.close() },
      texts.close,
    ),
  );
  notice.showModal();
}

/** Puts these nodes in, in order, and touches only what is not already in its place. */
function replaceWith(parent: HTMLElement, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, place) => {
    const current = parent.childNodes[place];
    if (current !== node) parent.insertBefore(node, current ?? null);
  });
}
