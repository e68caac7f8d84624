/** The phones of the page: what each shows, and the acts of its owner, with or without a connection. */

import type { Member, RoleKey, Town } from '../cast.ts';
import { botName, username } from '../cast.ts';
import { demoRefusals } from '../demo-texts.ts';
import type { Person, SentFile, Simulator } from '../index.ts';
import { phoneMessages } from './phone-messages.ts';
import type { MessageView, PhoneView } from './view.ts';

/** Undefined when it was done; otherwise why not, in Spanish. */
export type Outcome = string | undefined;

export type DemoPhone = {
  readonly member: Member;
  readonly person: Person;
  readonly view: () => PhoneView;
  readonly say: (text: string) => Outcome;
  readonly tap: (messageId: number, data: string) => Outcome;
  readonly edit: (messageId: number, text: string) => Outcome;
  readonly send: (file: SentFile) => Outcome;
  /** *Iniciar*: with the invitation's link, or another one to this bot. */
  readonly start: (link: string | null) => Outcome;
  readonly block: (on: boolean) => Outcome;
  readonly offline: (on: boolean) => Outcome;
  readonly isOffline: () => boolean;
};

export function createPhones(
  simulator: Simulator,
  town: Town,
  typing: (chatId: number) => boolean,
  changed: (key: RoleKey) => void,
): readonly DemoPhone[] {
  return town.members.map((member) => {
    const { firstName, lastName } = member;
    const person = simulator.person({ firstName, lastName, languageCode: 'es' });
    return createPhone({ simulator, member, person, typing, changed: () => changed(member.key) });
  });
}

function createPhone(of: {
  readonly simulator: Simulator;
  readonly member: Member;
  readonly person: Person;
  readonly typing: (chatId: number) => boolean;
  readonly changed: () => void;
}): DemoPhone {
  const { simulator, member, person, changed } = of;
  const { world } = simulator;
  /** What the screen showed when the connection was lost; null while there is one. */
  let frozen: readonly MessageView[] | null = null;
  let unsent: { readonly text: string; readonly act: () => void }[] = [];

  const state = () => world.people.get(person.id);

  /** Does it now, or when the connection is back. */
  const write = (text: string, act: () => void): Outcome => {
    if (state()?.blocked) return demoRefusals.blocked;
    if (frozen === null) return attempt(act);
    unsent.push({ text, act });
    changed();
    return undefined;
  };

  const offline = (on: boolean): Outcome => {
    if (on === (frozen !== null)) return undefined;
    frozen = on ? phoneMessages(world, person.id) : null;
    if (!on) {
      const waiting = unsent;
      unsent = [];
      for (const { act } of waiting) attempt(act);
    }
    changed();
    return undefined;
  };

  return {
    member,
    person,
    isOffline: () => frozen !== null,
    view: () => ({
      key: member.key,
      name: `${member.firstName} ${member.lastName}`,
      firstName: member.firstName,
      holds: member.holds,
      botName,
      botUsername: username,
      about: String(world.profile.get('description|es') ?? world.profile.get('description|') ?? ''),
      link: member.link,
      opened: state()?.opened ?? false,
      blocked: state()?.blocked ?? false,
      offline: frozen !== null,
      typing: frozen === null && of.typing(person.id),
      commands: person.menu,
      messages: frozen ?? phoneMessages(world, person.id),
      unsent: unsent.map((each) => each.text),
    }),
    say: (text) => write(text, () => person.say(text)),
    edit: (messageId, text) =>
      frozen === null ? attempt(() => person.edit(messageId, text)) : demoRefusals.offline,
    send: (file) => write(file.name ?? demoRefusals.photo, () => person.sendFile(file)),
    tap: (messageId, data) =>
      frozen === null ? attempt(() => person.tap(messageId, { data })) : demoRefusals.offline,
    start: (link) => {
      if (frozen !== null) return demoRefusals.offline;
      return attempt(() => (link === null ? person.start() : person.open(link)));
    },
    block: (on) => {
      if (frozen !== null) return demoRefusals.offline;
      return attempt(() => (on ? person.block() : person.unblock()));
    },
    offline,
  };
}

/**
 * The simulator throws where a phone would not allow an act. We show our own reason, since its message is
 * English.
 */
function attempt(act: () => unknown): Outcome {
  try {
    act();
    return undefined;
  } catch {
    return demoRefusals.impossible;
  }
}
