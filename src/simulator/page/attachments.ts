/** Sends files of this machine from a phone: as a photo, or unchanged. */
import { h } from './dom.ts';
import { createPopup, type Popup } from './popup.ts';
import { texts } from './texts.ts';

export type Attach = (as: 'photo' | 'document', file: File) => void;

export function createAttachments(attach: Attach): Popup & { readonly inputs: readonly HTMLElement[] } {
  const chooser = (as: 'photo' | 'document', label: string, accept: string): HTMLInputElement => {
    const input = h('input', { type: 'file', accept, hidden: true, 'aria-label': label, 'data-attach': as });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      input.value = '';
      popup.close();
      if (file) attach(as, file);
    });
    return input;
  };
  const photo = chooser('photo', texts.attachPhoto, 'image/png,image/jpeg');
  const document = chooser('document', texts.attachFile, '');
  const popup = createPopup({
    label: texts.attach,
    icon: 'clip',
    class: 'attachments',
    fill: () => [
      h('button', { type: 'button', onclick: () => photo.click() }, texts.attachPhoto),
      h('button', { type: 'button', onclick: () => document.click() }, texts.attachFile),
    ],
  });
  return { ...popup, inputs: [photo, document] };
}
