/** The clock: the demo's date and time, which flow, and the buttons that move them on. */
import type { Jump, StageView } from '../show/view.ts';
import { h } from './dom.ts';
import { ask } from './server.ts';
import { clockOf, dateOf, stampOf, texts } from './texts.ts';

const order: readonly Jump[] = ['opening', 'day', 'reminder', 'closing'];

export type ClockView = { readonly update: (stage: StageView) => void };

export function createClock(place: HTMLElement): ClockView {
  let shift = 0;
  const time = h('span', { class: 'hour' });
  const date = h('span', { class: 'date' });
  const whole = h('time', {}, time, date);
  const status = h('p', { class: 'complaint', role: 'status' });
  const buttons = new Map(order.map((jump) => [jump, jumpButton(jump)]));
  place.replaceChildren(
    h('h2', { id: 'clock-title', class: 'heard' }, texts.clockTitle),
    whole,
    h('div', { class: 'jumps' }, ...[...buttons.values()].map(({ button }) => button)),
    status,
  );

  function jumpButton(jump: Jump) {
    const where = h('small', { class: 'where' });
    const button = h(
      'button',
      {
        type: 'button',
        class: 'button jump',
        'data-jump': jump,
        onclick: () => {
          if (button.getAttribute('aria-disabled') === 'true') return;
          void ask({ kind: 'clock', to: jump }).then((why) => {
            status.textContent = why ?? '';
          });
        },
      },
      texts.jumps[jump],
      where,
    );
    return { button, where };
  }

  const tick = (): void => {
    const now = Date.now() + shift;
    const shown = clockOf(now);
    if (time.textContent === shown && date.textContent === dateOf(now)) return;
    time.textContent = shown;
    date.textContent = dateOf(now);
    whole.setAttribute('datetime', new Date(now).toISOString());
  };
  window.setInterval(tick, 500);

  return {
    update: (stage) => {
      shift = stage.shift;
      tick();
      place.classList.toggle('moving', stage.moving);
      status.textContent = stage.moving
        ? texts.moving
        : status.textContent === texts.moving
          ? ''
          : status.textContent;
      for (const [jump, { button, where }] of buttons) {
        const to = stage.jumps[jump];
        // It keeps the focus: if the pressed button disappeared, a keyboard user would lose their place.
        button.setAttribute('aria-disabled', String(to === null || stage.moving));
        where.textContent = to === null ? (jump === 'opening' ? texts.past : texts.none) : stampOf(to);
      }
    },
  };
}
