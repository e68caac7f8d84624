import type { ButtonChoice, Person, PhoneMessage, SayOptions } from '../../src/simulator/index.ts';

/** A person of the story: acts, then waits until the bot has nothing left to do about it. */
export type Actor = {
  readonly id: number;
  readonly phone: Person;
  say(text: string, options?: SayOptions): Promise<PhoneMessage>;
  /**
   * Taps the button on the newest message that has it, or on a given message.
   * @returns the answer to the tap
   */
  tap(button: string | RegExp, on?: PhoneMessage): Promise<string | undefined>;
  /** Several acts before the bot sees any of them. */
  atOnce(acts: (phone: Person) => void): Promise<void>;
  /** The text of the bot's newest message; without pictures and files, which follow when they are made. */
  readonly last: string;
  readonly lastMessage: PhoneMessage;
  /** Labels of the newest message's buttons. */
  readonly buttons: readonly string[];
};

/** Every text that the bot sent somebody, as it is now; without pictures and files. */
export const textsOf = (who: Actor): readonly string[] =>
  who.phone.chat
    .filter((message) => message.from === 'bot' && message.kind === 'text')
    .map((message) => message.text);

/** The texts that contain these words. */
export const told = (who: Actor, words: string): readonly string[] =>
  textsOf(who).filter((text) => text.includes(words));

/** @param step does the acts, and waits until the bot has finished what follows */
export function actorOn(phone: Person, step: (act: () => void) => Promise<void>): Actor {
  const lastMessage = () => {
    const message = phone.chat.findLast((each) => each.from === 'bot' && each.kind === 'text');
    if (!message) throw new Error(`${phone.user.first_name} has no message of the bot`);
    return message;
  };
  return {
    id: phone.id,
    phone,
    say: async (text, said) => {
      let message: PhoneMessage | undefined;
      await step(() => {
        message = phone.say(text, said);
      });
      if (!message) throw new Error('nothing was said');
      return message;
    },
    tap: async (button, on) => {
      let id = '';
      await step(() => {
        id = (on ? phone.tap(on, button as ButtonChoice) : phone.tap(button)).id;
      });
      return phone.taps.find((tap) => tap.id === id)?.answer?.text;
    },
    atOnce: (acts) => step(() => acts(phone)),
    get last() {
      return lastMessage().text;
    },
    get lastMessage() {
      return lastMessage();
    },
    get buttons() {
      return lastMessage()
        .buttons.flat()
        .map((button) => button.text);
    },
  };
}
