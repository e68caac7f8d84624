/** The input of a person: text, commands, files, and the edit of an own message. */
import type { BotCommand } from '../api-types.ts';
import type { MessageView, PhoneView } from '../show/view.ts';
import { createAttachments } from './attachments.ts';
import { h, icon } from './dom.ts';
import { forget, recall, remember } from './memory.ts';
import { createPopup } from './popup.ts';
import { ask, sendFile } from './server.ts';
import { texts } from './texts.ts';

export type Composer = {
  readonly element: HTMLElement;
  readonly update: (view: PhoneView) => void;
  readonly beginEdit: (message: MessageView) => void;
};

const tallestPx = 110;

/** @param complain shows on this phone why something was not done */
export function createComposer(first: PhoneView, complain: (why: string | undefined) => void): Composer {
  const { key } = first;
  const draftKey = `draft ${key}`;
  let commands: readonly BotCommand[] = first.commands;
  let editing: MessageView | null = null;

  const field = h('textarea', {
    rows: 1,
    placeholder: texts.write,
    'aria-label': texts.writeTo(first.firstName),
    maxlength: 20_000,
    oninput: () => written(),
    onkeydown: (event: KeyboardEvent) => typed(event),
  });
  field.value = recall(draftKey) ?? '';
  const menu = createPopup({ label: texts.menu, icon: 'menu', class: 'commands', fill: commandButtons });
  const attachments = createAttachments((as, file) => {
    const caption = field.value;
    clear();
    void sendFile({ phone: key, as, file, caption }).then(complain);
  });
  const editBar = h('p', { class: 'edit-bar', hidden: true });
  const send = h('button', { class: 'tool send', 'aria-label': texts.send, title: texts.send }, icon('send'));
  const line = h('div', { class: 'composer-line' }, menu.button, attachments.button, field, send);
  const element = h(
    'form',
    { class: 'composer', onsubmit: submit, onkeydown: putAway },
    menu.element,
    attachments.element,
    ...attachments.inputs,
    editBar,
    line,
  );

  /** The commands that begin with the typed text; all of them when none does. */
  function commandButtons(): readonly Node[] {
    if (commands.length === 0) return [h('p', {}, texts.noCommands)];
    const begun = /^\/([a-z]*)$/.exec(field.value)?.[1] ?? '';
    const fitting = commands.filter(({ command }) => command.startsWith(begun));
    return (fitting.length > 0 ? fitting : commands).map(({ command, description }) =>
      h(
        'button',
        { type: 'button', onclick: () => choose(`/${command}`) },
        h('strong', {}, `/${command}`),
        h('small', { class: 'what' }, description),
      ),
    );
  }

  function choose(command: string): void {
    menu.close();
    if (field.value.startsWith('/')) clear();
    field.focus();
    void ask({ kind: 'say', phone: key, text: command }).then(complain);
  }

  function putAway(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    if (menu.isOpen()) menu.close();
    else if (attachments.isOpen()) attachments.close();
    else if (editing) endEdit();
  }

  function written(): void {
    grow();
    if (editing === null) remember(draftKey, field.value);
    if (/^\/[a-z]*$/.test(field.value) && commands.length > 0) menu.open(false);
    else menu.close();
  }

  function typed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    element.requestSubmit();
  }

  function submit(event: Event): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    const message = editing;
    menu.close();
    if (message) endEdit();
    else clear();
    const act = message
      ? ask({ kind: 'edit', phone: key, messageId: message.id, text })
      : ask({ kind: 'say', phone: key, text });
    void act.then((why) => {
      // A text that could not be sent stays in the field.
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
    const cancel = h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-label': texts.cancelEdit,
        title: texts.cancelEdit,
        onclick: endEdit,
      },
      icon('close'),
    );
    editBar.replaceChildren(texts.editing, cancel);
    editBar.hidden = false;
    element.classList.add('is-editing');
    field.value = message.text;
    grow();
    field.focus();
  }

  function endEdit(): void {
    editing = null;
    editBar.hidden = true;
    element.classList.remove('is-editing');
    field.value = recall(draftKey) ?? '';
    grow();
    field.focus();
  }

  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, tallestPx)}px`;
  }

  return {
    element,
    beginEdit,
    update: (view) => {
      commands = view.commands;
    },
  };
}
