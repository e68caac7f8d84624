/**
 * The conversation as one phone shows it: days, messages, new messages, and messages that wait for a
 * connection.
 */
import type { MessageView, PhoneView } from '../show/view.ts';
import { h } from './dom.ts';
import { bubble, type MessageActs, unsentBubble } from './message.ts';
import { dayOf, texts } from './texts.ts';

export type Chat = {
  readonly element: HTMLElement;
  /** @param newFrom the message below the line *Mensajes nuevos*, if there is one */
  readonly draw: (view: PhoneView, newFrom: number | undefined) => void;
};

/** Within this distance the chat counts as scrolled to its end, so the next message is shown at once. */
const nearPx = 60;

export function createChat(firstName: string, acts: MessageActs): Chat {
  const drawn = new Map<number, { readonly json: string; readonly element: HTMLElement }>();
  const element = h('div', {
    class: 'chat',
    role: 'log',
    tabindex: 0,
    'aria-live': 'off',
    'aria-label': texts.chatOf(firstName),
  });

  const drawMessage = (message: MessageView): HTMLElement => {
    const json = JSON.stringify(message);
    const known = drawn.get(message.id);
    if (known?.json === json) return known.element;
    const made = bubble(message, firstName, acts);
    drawn.set(message.id, { json, element: made });
    return made;
  };

  const nodesOf = (view: PhoneView, newFrom: number | undefined): readonly Node[] => {
    if (view.messages.length === 0 && view.unsent.length === 0) return welcome(view);
    const nodes: Node[] = [];
    let date = '';
    for (const message of view.messages) {
      const day = dayOf(message.at);
      if (day !== date) nodes.push(h('p', { class: 'day' }, h('span', { class: 'day-label' }, day)));
      date = day;
      if (message.id === newFrom) nodes.push(h('p', { class: 'new' }, texts.newMessages));
      nodes.push(drawMessage(message));
    }
    return [...nodes, ...view.unsent.map(unsentBubble)];
  };

  const forget = (view: PhoneView): void => {
    const shown = new Set(view.messages.map((message) => message.id));
    for (const id of drawn.keys()) if (!shown.has(id)) drawn.delete(id);
  };

  return {
    element,
    draw: (view, newFrom) => {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      const newest = Math.max(0, ...drawn.keys());
      const held = heldIn(element);
      replaceWith(element, nodesOf(view, newFrom));
      forget(view);
      const last = view.messages.at(-1);
      const own = last !== undefined && last.id > newest && last.from === 'me';
      if (atEnd || own || view.unsent.length > 0) element.scrollTop = element.scrollHeight;
      if (held && !held.element.isConnected) {
        const changed = drawn.get(held.messageId)?.element.querySelector<HTMLElement>('.key');
        (changed ?? element).focus({ preventScroll: true });
      }
    },
  };
}

/** The element with the focus and its message: when the message is drawn anew, the focus stays there. */
function heldIn(chat: HTMLElement): { readonly element: HTMLElement; readonly messageId: number } | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === chat || !chat.contains(focused)) return null;
  return { element: focused, messageId: Number(focused.closest<HTMLElement>('[data-id]')?.dataset.id) };
}

function welcome(view: PhoneView): readonly Node[] {
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

/** Puts these nodes into the parent, in order; touches only nodes that are not in place already. */
function replaceWith(parent: HTMLElement, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const current = parent.childNodes[index];
    if (current !== node) parent.insertBefore(node, current ?? null);
  });
}
