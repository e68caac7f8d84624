/** The page: follows the demo and passes each event to the part that shows it. */
import type { RoleKey } from '../cast.ts';
import type { PhoneView } from '../show/view.ts';
import { createClock } from './clock.ts';
import { createCurtain } from './curtain.ts';
import { byId, h } from './dom.ts';
import { createJournal } from './journal.ts';
import { createPhone, type Phone } from './phone.ts';
import { follow } from './server.ts';
import { texts } from './texts.ts';
import { createTour, phoneOfStep } from './tour.ts';

const phones = new Map<RoleKey, Phone>();
const chips = new Map<RoleKey, { readonly button: HTMLElement; readonly badge: HTMLElement }>();
const clock = createClock(byId('clock'));
const journal = createJournal(byId('journal'));
const curtain = createCurtain(byId('curtain') as HTMLDetailsElement);
const tour = createTour(byId('tour'), (step) => {
  const target = step === null ? null : phoneOfStep(step);
  for (const [key, phone] of phones) phone.element.classList.toggle('pointed', key === target);
  byId('clock').classList.toggle('pointed', step === 'remind');
});

function showPhone(view: PhoneView): void {
  const known = phones.get(view.key);
  if (known) return known.update(view);
  const phone = createPhone(view, () => showUnread(view.key));
  phones.set(view.key, phone);
  byId('phones').append(phone.element);
  const badge = h('span', { class: 'badge', hidden: true });
  const button = h(
    'button',
    { type: 'button', class: 'chip', onclick: () => phone.show() },
    view.firstName,
    badge,
  );
  chips.set(view.key, { button, badge });
  byId('chips').append(button);
  phone.update(view);
}

function showUnread(key: RoleKey): void {
  const count = phones.get(key)?.unread() ?? 0;
  const chip = chips.get(key);
  if (!chip) return;
  chip.badge.hidden = count === 0;
  chip.badge.textContent = String(count);
  chip.badge.setAttribute('title', texts.unread(count));
}

follow(
  {
    phone: showPhone,
    stage: (stage) => {
      clock.update(stage);
      journal.update(stage.journal);
      curtain.stage(stage);
      tour.update(stage.tour);
    },
    curtain: curtain.update,
    toast: (toast) => phones.get(toast.key)?.toast(toast),
  },
  (connected) => {
    byId('connection').textContent = connected ? texts.connected : texts.lost;
    document.body.classList.toggle('disconnected', !connected);
  },
);
