/** One phone: its head, the chat with the bot, and its owner's input. */
import type { PhoneView, ToastView } from '../show/view.ts';
import { createChat } from './chat.ts';
import { createComposer } from './composer.ts';
import { h } from './dom.ts';
import { createOptions } from './options.ts';
import { ask } from './server.ts';
import { texts } from './texts.ts';
import { createToast, showNotice } from './toast.ts';
import { createUnread } from './unread.ts';

export type Phone = {
  readonly element: HTMLElement;
  readonly update: (view: PhoneView) => void;
  readonly toast: (view: ToastView) => void;
  /** Brings it into view and gives it the focus. */
  readonly show: () => void;
  readonly unread: () => number;
};

/**
 * Draws nothing before its first `update`, which comes once it is on the page.
 * @param unreadChanged called whenever the number of unread messages changes
 */
export function createPhone(first: PhoneView, unreadChanged: () => void): Phone {
  const { key } = first;
  let view = first;
  const toast = createToast();
  const complain = (why: string | undefined): void => {
    if (why !== undefined) toast.flash(why);
  };
  const unread = createUnread(key, unreadChanged);
  const composer = createComposer(first, complain);
  const options = createOptions(first, complain);
  const chat = createChat(first.firstName, {
    tap: (messageId, data) => void ask({ kind: 'tap', phone: key, messageId, data }).then(complain),
    edit: composer.beginEdit,
    command: (text) => void ask({ kind: 'say', phone: key, text }).then(complain),
    isBotLink: (url) =>
      url.toLowerCase().startsWith(`https://t.me/${first.botUsername.toLowerCase()}?start=`),
    botLink: (url) => void ask({ kind: 'start', phone: key, link: url }).then(complain),
  });
  const subtitle = h('span', { class: 'subtitle' });
  const badge = h('span', { class: 'badge', hidden: true });
  const bottom = h('div', { class: 'bottom' });
  const title = h('h2', { id: `phone-${key}`, tabindex: -1 }, first.name);
  const element = h(
    'section',
    { class: 'phone', 'data-phone': key, 'aria-labelledby': `phone-${key}` },
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
      chat.element,
      toast.element,
      bottom,
    ),
  );

  for (const event of ['pointerdown', 'focusin', 'wheel'] as const) {
    element.addEventListener(event, () => read(), { passive: true });
  }
  // A screen reader reads only the phone with the focus aloud.
  element.addEventListener('focusin', () => chat.element.setAttribute('aria-live', 'polite'));
  element.addEventListener('focusout', () => chat.element.setAttribute('aria-live', 'off'));

  function read(): void {
    if (view.offline) return;
    unread.read(view.messages);
    showBadge();
  }

  function showBadge(): void {
    const count = unread.count();
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.title = texts.unread(count);
  }

  function drawBottom(): void {
    const wanted = view.blocked ? 'blocked' : view.opened ? 'open' : 'new';
    if (bottom.dataset.state === wanted) return;
    bottom.dataset.state = wanted;
    const focused = bottom.contains(document.activeElement);
    bottom.replaceChildren(
      wanted === 'open'
        ? composer.element
        : wanted === 'new'
          ? bigButton(texts.start, () => ask({ kind: 'start', phone: key, link: view.link }).then(complain))
          : bigButton(texts.restart, () => ask({ kind: 'block', phone: key, on: false }).then(complain)),
    );
    const next = bottom.querySelector<HTMLElement>('textarea, .start');
    if (focused) next?.focus({ preventScroll: true });
  }

  function update(next: PhoneView): void {
    view = next;
    unread.update(view.messages, element.contains(document.activeElement) && document.hasFocus());
    element.classList.toggle('is-offline', view.offline);
    subtitle.textContent = view.offline ? texts.offline : view.typing ? texts.typing : texts.bot;
    subtitle.classList.toggle('typing', view.typing);
    options.update(view);
    composer.update(view);
    drawBottom();
    chat.draw(view, unread.divider());
    showBadge();
  }

  return {
    element,
    update,
    unread: unread.count,
    toast: ({ text, alert }) => (alert ? showNotice(text) : toast.flash(text)),
    show: () => {
      element.scrollIntoView({ block: 'nearest', inline: 'center' });
      title.focus({ preventScroll: true });
    },
  };
}

function bigButton(text: string, act: () => Promise<void>): HTMLElement {
  return h('button', { type: 'button', class: 'start', onclick: () => void act() }, text);
}
