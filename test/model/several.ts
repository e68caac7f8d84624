import { expect } from 'vitest';
import { type Asked, stateOf } from './asked.ts';
import { isPending, type Model, newWords, ownOf, store, takes, typedPercent } from './model.ts';
import type { Name, Phones, Shown } from './phones.ts';

const keptMs = 24 * 3_600_000;

/** The lines that a message shows as understood. */
function linesShown(messages: readonly Shown[]) {
  return messages.flatMap(({ text }) =>
    [...text.matchAll(/^n\.º (\d+): (\d+)(?:,(\d))? % · (.+)$/gm)].map(
      ([, activity = '', whole, part, observation = '']) => {
        return { activity, tenths: Number(whole) * 10 + Number(part ?? 0), observation };
      },
    ),
  );
}

/**
 * A line an activity: shown as understood are those that wait for a report, in the order in which they were written;
 * nothing is stored.
 */
export function sayLines(
  act: { readonly who: Name; readonly places: readonly number[]; readonly tenths: number },
  model: Model,
  phones: Phones,
): { readonly loose: boolean } {
  const { who } = act;
  const own = ownOf(who).filter((number) => takes(model, number));
  const chosen = [...new Set(act.places.map((place) => own[place % Math.max(1, own.length)]))];
  const lines = chosen.flatMap((activity, place) => {
    if (activity === undefined) return [];
    return [{ activity, tenths: (act.tenths + 37 * place) % 1_001, observation: newWords(model) }];
  });
  if (lines.length === 0) return { loose: false };
  const revisions = (activity: string) => model.reports.get(activity)?.revisions ?? 0;
  const isOffered = own.some((activity) => isPending(model, activity));
  const understood = lines.filter(({ activity }) => isPending(model, activity));
  // One line alone is saved at once or asked as a correction: another story. With a dash it is shown like several.
  const [first, ...more] = lines;
  if (more.length === 0 && first && !isPending(model, first.activity)) return { loose: false };
  const mark = more.length === 0 ? '-' : ':';
  const text = lines.map(
    (each) => `${each.activity}${mark} ${typedPercent(each.tenths)} % ${each.observation}`,
  );
  const last = phones.chat(who).at(-1)?.row ?? 0;
  phones.say(who, text.join('\n'), model.now);
  // With nothing pending it is a text like any other.
  if (!isOffered) return { loose: true };
  expect(linesShown(phones.chat(who).filter(({ row }) => row > last))).toEqual(understood);
  for (const { observation, ...each } of understood)
    model.lines.set(observation, { ...each, sentAt: model.now, revisions: revisions(each.activity) });
  return { loose: false };
}

/**
 * The tap on what was understood. *No* stores nothing; *Guardar estas 3* stores every line shown whose activity nobody
 * reported meanwhile, if it is in the form and its cut takes reports, or took them when it was written, a day ago at most.
 */
export function confirmLines(
  act: { readonly who: Name; readonly yes: boolean },
  question: Asked | null,
  model: Model,
  phones: Phones,
): { readonly loose: boolean } {
  const button = question?.buttons.find(({ text }) => text.startsWith('Guardar est') === act.yes);
  if (question?.kind !== 'several' || !button) return { loose: false };
  const shown = linesShown(phones.chat(act.who).filter(({ row }) => row === question.row));
  if (act.yes && stateOf(phones, act.who, button.data) !== 'closed') {
    for (const { activity, tenths, observation } of shown) {
      const line = model.lines.get(observation);
      expect(line, observation).toMatchObject({ activity, tenths });
      const isLast = line?.revisions === (model.reports.get(activity)?.revisions ?? 0);
      const counts = takes(model, activity) || model.now - (line?.sentAt ?? 0) <= keptMs;
      if (isLast && counts && !model.retired.has(activity)) store(model, activity, tenths, observation);
    }
  }
  model.taps++;
  phones.tap(act.who, button.data, question.row, model.now);
  return { loose: false };
}
