import type { Actor, Story } from '../world/story.ts';

/** A position of the form by its number, or an office, and a person by id: the cast are 1 to 5 in its order. */
type Assigned = ({ readonly position: number } | { readonly role: string }) & { readonly person: number };

type Terms = {
  /** Days as they may be typed: `2022-04-01`, `20 de marzo`. */
  readonly from?: string;
  readonly until?: string;
  readonly contractEnd?: string;
  /** Beside those who hold it. Default: in their place. */
  readonly add?: boolean;
};

/** The operator gives a position or an office, beside the running bot. */
export function assign(story: Story, of: Assigned & Terms): Promise<string> {
  return story.types('assignment', 'set', ...held(of), ...terms(of));
}

/** The operator ends it today. */
export function endAssignment(story: Story, of: Assigned): Promise<string> {
  return story.types('assignment', 'end', ...held(of));
}

function held(of: Assigned): readonly string[] {
  const what = 'role' in of ? ['--role', of.role] : ['--position', String(of.position)];
  return [...what, '--person', String(of.person)];
}

function terms({ from, until, contractEnd, add }: Terms): readonly string[] {
  return [
    ...(from === undefined ? [] : ['--from', from]),
    ...(until === undefined ? [] : ['--until', until]),
    ...(contractEnd === undefined ? [] : ['--contract-end', contractEnd]),
    ...(add ? ['--add'] : []),
  ];
}

/** Somebody who is asked about a change of an office agrees to it. */
export async function agrees(story: Story, who: Actor): Promise<void> {
  await story.tick();
  await who.tap('Sí, de acuerdo');
  await story.tick();
}
