/**
 * The guided tour of the first minute: it watches what happened and shows the next step. *Hágalo por mí* does
 * any step.
 */
import type { RoleKey } from '../cast.ts';
import type { TourFacts } from '../show/view.ts';
import { h } from './dom.ts';
import { recall, remember } from './memory.ts';
import { ask } from './server.ts';
import { texts } from './texts.ts';

const steps = ['enrol', 'remind', 'answer', 'summary'] as const;
type Step = (typeof steps)[number] | 'done';

const hiddenKey = 'tour hidden';
const needed: readonly RoleKey[] = ['ana', 'luz', 'pedro', 'mayor', 'coordinator'];

function stepOf(facts: TourFacts): Step {
  if (facts.opened ? facts.enrolled.length === 0 : !needed.every((key) => facts.enrolled.includes(key)))
    return 'enrol';
  if (!facts.opened) return 'remind';
  if (facts.reported < facts.activities) return 'answer';
  return facts.summaryAsked ? 'done' : 'summary';
}

/** The phone on which the step happens. */
export function phoneOfStep(step: Step): RoleKey | null {
  if (step === 'enrol' || step === 'answer') return 'ana';
  return step === 'summary' ? 'mayor' : null;
}

export type Tour = { readonly update: (facts: TourFacts) => void };

/** @param point marks where the visitor should look */
export function createTour(place: HTMLElement, point: (step: Step | null) => void): Tour {
  let facts: TourFacts | null = null;
  let shown = '';
  let hidden = recall(hiddenKey) === 'yes';

  const hide = (yes: boolean): void => {
    hidden = yes;
    remember(hiddenKey, yes ? 'yes' : 'no');
    draw();
    place.querySelector<HTMLElement>('button')?.focus();
  };

  const help = (step: Step): void => {
    if (step === 'enrol') void ask({ kind: 'assist', what: 'enrol' });
    if (step === 'remind') void ask({ kind: 'clock', to: 'opening' });
    if (step === 'answer') void ask({ kind: 'assist', what: 'answer' });
    if (step === 'summary') void ask({ kind: 'say', phone: 'mayor', text: '/resumen' });
  };

  function draw(): void {
    if (!facts) return;
    const step = stepOf(facts);
    const state = `${step} ${facts.assisting} ${hidden}`;
    if (state === shown) return;
    shown = state;
    const focused = place.contains(document.activeElement);
    place.hidden = false;
    place.classList.toggle('folded', hidden);
    point(hidden ? null : step);
    place.replaceChildren(...(hidden ? folded() : step === 'done' ? done() : whole(step, facts.assisting)));
    if (focused) place.querySelector<HTMLElement>('button')?.focus();
  }

  const folded = (): readonly Node[] => [
    h('h2', { id: 'tour-title', class: 'heard' }, texts.tour.title),
    h('button', { type: 'button', class: 'button small', onclick: () => hide(false) }, texts.tour.show),
  ];

  const whole = (step: (typeof steps)[number], assisting: boolean): readonly Node[] => {
    const words = texts.tour[step];
    return [
      h('h2', { id: 'tour-title', class: 'heard' }, texts.tour.title),
      h(
        'ol',
        { class: 'steps', 'aria-label': texts.tour.step(steps.indexOf(step) + 1, steps.length) },
        ...steps.map((each, index) =>
          h(
            'li',
            {
              class: index < steps.indexOf(step) ? 'past' : '',
              'aria-current': each === step ? 'step' : null,
            },
            texts.tour[each].title,
          ),
        ),
      ),
      h('p', { role: 'status' }, words.text),
      h(
        'p',
        { class: 'buttons' },
        h(
          'button',
          {
            type: 'button',
            class: 'button primary',
            disabled: assisting,
            'data-tour': step,
            onclick: () => help(step),
          },
          assisting ? texts.tour.working : words.help,
        ),
        h(
          'button',
          { type: 'button', class: 'button plain', 'data-tour': 'skip', onclick: () => hide(true) },
          texts.tour.skip,
        ),
      ),
    ];
  };

  const done = (): readonly Node[] => [
    h('h2', { id: 'tour-title' }, texts.tour.done.title),
    h('p', { role: 'status' }, texts.tour.done.text),
    h(
      'p',
      { class: 'buttons' },
      h(
        'button',
        { type: 'button', class: 'button primary', onclick: () => hide(true) },
        texts.tour.done.close,
      ),
    ),
  ];

  return {
    update: (next) => {
      facts = next;
      draw();
    },
  };
}
