/** Short texts over a chat: the answer to a tap, the reason why something was not done. */
import { byId, h } from './dom.ts';
import { texts } from './texts.ts';

const shownMs = 6_000;

export type Toast = { readonly element: HTMLElement; readonly flash: (text: string) => void };

export function createToast(): Toast {
  const element = h('p', { class: 'toast', role: 'status' });
  let fade: number | undefined;
  return {
    element,
    flash: (text) => {
      element.textContent = text;
      clearTimeout(fade);
      fade = window.setTimeout(() => {
        element.textContent = '';
      }, shownMs);
    },
  };
}

/** An answer that the person closes by hand (Bot API, `show_alert`). */
export function showNotice(text: string): void {
  const notice = byId('notice') as HTMLDialogElement;
  const close = h(
    'button',
    { type: 'button', class: 'button', autofocus: true, onclick: () => notice.close() },
    texts.close,
  );
  notice.replaceChildren(h('p', {}, text), close);
  notice.showModal();
}
