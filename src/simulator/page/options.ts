/** The settings of a phone: no connection, the bot blocked. */
import type { PhoneView } from '../show/view.ts';
import { h, icon } from './dom.ts';
import { ask } from './server.ts';
import { texts } from './texts.ts';

export type Options = { readonly element: HTMLElement; readonly update: (view: PhoneView) => void };

export function createOptions(first: PhoneView, complain: (why: string | undefined) => void): Options {
  let view = first;
  const offline = h('input', {
    type: 'checkbox',
    onchange: () => void ask({ kind: 'offline', phone: view.key, on: offline.checked }).then(complain),
  });
  const block = h('button', {
    type: 'button',
    class: 'button small',
    onclick: () => void ask({ kind: 'block', phone: view.key, on: !view.blocked }).then(complain),
  });
  const element = h(
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
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element.open = false;
    element.querySelector('summary')?.focus();
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) element.open = false;
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
  });
  return {
    element,
    update: (next) => {
      view = next;
      offline.checked = view.offline;
      block.textContent = view.blocked ? texts.unblock : texts.block;
      block.disabled = !view.opened || view.offline;
    },
  };
}
