/** A list that opens over the chat from a button, and closes on a choice, on leaving it or with Escape. */
import { h, type IconName, icon } from './dom.ts';

export type Popup = {
  readonly button: HTMLElement;
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  /** @param focus whether the list gets the focus */
  readonly open: (focus: boolean) => void;
  readonly close: () => void;
};

/** @param fill its content, made anew at each opening */
export function createPopup(of: {
  readonly label: string;
  readonly icon: IconName;
  readonly class: string;
  readonly fill: () => readonly Node[];
}): Popup {
  const element = h('div', { class: `popup ${of.class}`, hidden: true });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': of.label,
      title: of.label,
      'aria-expanded': 'false',
      onclick: () => (element.hidden ? open(true) : close()),
    },
    icon(of.icon),
  );

  function open(focus: boolean): void {
    element.replaceChildren(...of.fill());
    element.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    if (focus) element.querySelector('button')?.focus();
  }

  function close(): void {
    if (element.hidden) return;
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (inside) button.focus();
  }

  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget) && relatedTarget !== button)
      close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !element.contains(target) && !button.contains(target)) close();
  });

  return { button, element, open, close, isOpen: () => !element.hidden };
}
