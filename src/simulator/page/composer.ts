/** Where a person writes: text, commands, files, and the correction of an own message. */
import type { BotCommand } from '../api-types.ts';
import type { MessageView, PhoneView } from '../show/view.ts';
import { h, icon } from './dom.ts';
import { forget, recall, remember } from './memory.ts';
import { ask, sendFile } from './server.ts';
import { texts } from './texts.ts';

export type Composer = {
  readonly element: HTMLElement;
  readonly update: (view: PhoneView) => void;
  readonly beginEdit: (message: MessageView) => void;
};

/** @param complain shows on this phone why something was not done */
export function createComposer(view: PhoneView, complain: (why: string | undefined) => void): Composer {
  const { key } = view;
  const draftKey = `draft ${key}`;
  let commands: readonly BotCommand[] = view.commands;
  let editing: MessageView | null = null;

  const field = h('textarea', {
    rows: 1,
    placeholder: texts.write,
    'aria-label': texts.writeTo(view.firstName),
    maxlength: 20_000,
    oninput: () => written(),
    onkeydown: (event: KeyboardEvent) => typed(event),
  });
  field.value = recall(draftKey) ?? '';
  const list = h('div', { class: 'popup commands', hidden: true });
  const menuButton = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': texts.menu,
      title: texts.menu,
      'aria-expanded': 'false',
      onclick: () => toggle(list, menuButton, showCommands),
    },
    icon('menu'),
  );
  const attachments = h('div', { class: 'popup attachments', hidden: true }, ...attachButtons());
  const attachButton = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': texts.attach,
      title: texts.attach,
      'aria-expanded': 'false',
      onclick: () => toggle(attachments, attachButton),
    },
    icon('clip'),
  );
  const editBar = h('p', { class: 'edit-bar', hidden: true });
  const form = h(
    'form',
    { class: 'composer', onsubmit: (event: Event) => submit(event) },
    list,
    attachments,
    editBar,
    h(
      'div',
      { class: 'composer-line' },
      menuButton,
      attachButton,
      field,
      h('button', { class: 'tool send', 'aria-label': texts.send, title: texts.send }, icon('send')),
    ),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (!list.hidden) close(list, menuButton);
    else if (!attachments.hidden) close(attachments, attachButton);
    else if (editing) endEdit();
    else return;
    event.preventDefault();
  });
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && form.contains(event.relatedTarget)) return;
    if (event.relatedTarget === null) return;
    close(list, menuButton);
    close(attachments, attachButton);
  });
  grow();

  function attachButtons(): readonly HTMLElement[] {
    const choose = (as: 'photo' | 'document', label: string, accept: string): HTMLElement => {
      const input = h('input', { type: 'file', accept, class: 'heard', tabindex: -1, 'aria-label': label });
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        input.value = '';
        close(attachments, attachButton);
        if (!file) return;
        const caption = field.value;
        clear();
        void sendFile({ phone: key, as, file, caption }).then(complain);
      });
      return h('div', {}, h('button', { type: 'button', onclick: () => input.click() }, label), input);
    };
    return [
      choose('photo', texts.attachPhoto, 'image/png,image/jpeg'),
      choose('document', texts.attachFile, ''),
    ];
  }

  function showCommands(): void {
    const begun = field.value.startsWith('/') ? field.value.slice(1).trim() : '';
    const fitting = commands.filter(({ command }) => command.startsWith(begun));
    const offered = fitting.length > 0 ? fitting : commands;
    list.replaceChildren(
      ...offered.map(({ command, description }) =>
        h(
          'button',
          { type: 'button', onclick: () => say(`/${command}`) },
          h('strong', {}, `/${command}`),
          h('small', { class: 'what' }, description),
        ),
      ),
      ...(offered.length === 0 ? [h('p', {}, texts.noCommands)] : []),
    );
  }

  function toggle(popup: HTMLElement, button: HTMLElement, fill?: () => void): void {
    if (!popup.hidden) return close(popup, button);
    fill?.();
    popup.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    popup.querySelector('button')?.focus();
  }

  function close(popup: HTMLElement, button: HTMLElement): void {
    if (popup.hidden) return;
    const inside = popup.contains(document.activeElement);
    popup.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (inside) button.focus();
  }

  function say(text: string): void {
    close(list, menuButton);
    if (field.value.startsWith('/')) clear();
    field.focus();
    void ask({ kind: 'say', phone: key, text }).then(complain);
  }

  function written(): void {
    grow();
    if (editing === null) remember(draftKey, field.value);
    const wanted = /^\/[a-z]*$/.test(field.value) && commands.length > 0;
    if (wanted) {
      showCommands();
      list.hidden = false;
      menuButton.setAttribute('aria-expanded', 'true');
    } else if (!list.hidden) close(list, menuButton);
  }

  function typed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  function submit(event: Event): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    const message = editing;
    if (message) endEdit();
    else clear();
    close(list, menuButton);
    const act = message
      ? ask({ kind: 'edit', phone: key, messageId: message.id, text })
      : ask({ kind: 'say', phone: key, text });
    void act.then((why) => {
      // What could not be sent is still there to be sent.
      if (why !== undefined && field.value === '') field.value = text;
      complain(why);
    });
  }

  function clear(): void {
    field.value = '';
    forget(draftKey);
    grow();
  }

  function beginEdit(message: MessageView): void {
    editing = message;
    editBar.hidden = false;
    editBar.replaceChildren(
      texts.editing,
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'aria-label': texts.cancelEdit,
          title: texts.cancelEdit,
          onclick: endEdit,
        },
        icon('close'),
      ),
    );
    field.value = message.text;
    grow();
    field.focus();
  }

  function endEdit(): void {
    editing = null;
    editBar.hidden = true;
    field.value = recall(draftKey) ?? '';
    grow();
    field.focus();
  }

  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 110)}px`;
  }

  return {
    element: form,
    beginEdit,
    update: (next) => {
      commands = next.commands;
      menuButton.hidden = false;
    },
  };
}
