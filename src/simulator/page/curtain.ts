/** Behind the curtain: the bot's process, the faults, the calls of the Bot API, the outbox. */
import type { CallView, CurtainView, FaultName, OutboxView, StageView } from '../show/view.ts';
import { h } from './dom.ts';
import { recall, remember } from './memory.ts';
import { ask } from './server.ts';
import { clockOf, texts } from './texts.ts';

export type Curtain = {
  readonly stage: (stage: StageView) => void;
  readonly update: (view: CurtainView) => void;
};

const openKey = 'curtain open';

export function createCurtain(place: HTMLDetailsElement): Curtain {
  let last: CurtainView | null = null;
  const complaint = h('p', { class: 'complaint', role: 'status' });
  const complain = (why: string | undefined): void => {
    complaint.textContent = why ?? '';
  };
  const bot = createBotBox(complain);
  const faults = createFaultBox(complain);
  const calls = h('div', { class: 'calls' });
  const outbox = h('div', { class: 'outbox' });
  place.replaceChildren(
    h(
      'summary',
      {},
      h('strong', {}, texts.curtainTitle),
      h('span', { class: 'summary-hint' }, ` ${texts.curtainHint}`),
    ),
    h(
      'div',
      { class: 'backstage' },
      h('div', { class: 'controls' }, bot.element, faults.element, complaint),
      h(
        'section',
        { 'aria-labelledby': 'calls-title' },
        h('h3', { id: 'calls-title' }, texts.callsTitle),
        calls,
      ),
      h(
        'section',
        { 'aria-labelledby': 'outbox-title' },
        h('h3', { id: 'outbox-title' }, texts.outboxTitle),
        outbox,
      ),
    ),
  );
  place.open = recall(openKey) === 'yes';
  place.addEventListener('toggle', () => {
    remember(openKey, place.open ? 'yes' : 'no');
    draw();
  });

  const drawn = new Map<number, { readonly json: string; readonly element: HTMLElement }>();

  /** A folded curtain is not drawn. */
  function draw(): void {
    if (!place.open || last === null) return;
    calls.replaceChildren(
      ...(last.calls.length === 0 ? [h('p', {}, texts.noCalls)] : last.calls.map(drawCall)),
    );
    outbox.replaceChildren(outboxTable(last.outbox));
  }

  /** An opened call stays open. */
  function drawCall(call: CallView): HTMLElement {
    const json = JSON.stringify(call);
    const known = drawn.get(call.id);
    if (known?.json === json) return known.element;
    const element = callRow(call);
    if (known?.element instanceof HTMLDetailsElement && element instanceof HTMLDetailsElement)
      element.open = known.element.open;
    drawn.set(call.id, { json, element });
    return element;
  }

  return {
    stage: (stage) => {
      bot.update(stage);
      faults.update(stage);
    },
    update: (view) => {
      last = view;
      draw();
    },
  };
}

type Complain = (why: string | undefined) => void;

function createBotBox(complain: Complain) {
  const state = h('span', { class: 'bot-state' });
  const pid = h('span', { class: 'pid' });
  const log = h('pre', { tabindex: 0, 'aria-label': texts.log });
  const button = (text: string, what: 'kill' | 'start' | 'restart') =>
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-bot': what,
        onclick: () => void ask({ kind: 'bot', do: what }).then(complain),
      },
      text,
    );
  const restart = button(texts.restartBot, 'restart');
  const kill = button(texts.killBot, 'kill');
  const start = button(texts.startBot, 'start');
  const element = h(
    'section',
    { 'aria-labelledby': 'bot-title' },
    h('h3', { id: 'bot-title' }, texts.botTitle),
    h('p', { role: 'status' }, state, ' ', pid),
    h('p', { class: 'buttons' }, restart, kill, start),
    h('p', { class: 'hint' }, texts.botHint),
    h('details', {}, h('summary', {}, texts.log), log),
  );
  return {
    element,
    update: ({ bot }: StageView) => {
      state.textContent = texts.botStates[bot.state];
      state.dataset.state = bot.state;
      pid.textContent = texts.pid(bot.pid, bot.starts);
      kill.hidden = bot.state === 'stopped';
      start.hidden = bot.state !== 'stopped';
      const lines = bot.log.join('\n');
      if (log.textContent !== lines) log.textContent = lines;
    },
  };
}

function createFaultBox(complain: Complain) {
  const names = Object.keys(texts.faults) as FaultName[];
  const boxes = new Map(
    names.map((name) => {
      const [label, hint] = texts.faults[name];
      const box = h('input', {
        type: 'checkbox',
        'data-fault': name,
        onchange: () => void ask({ kind: 'fault', fault: name, on: box.checked }).then(complain),
      });
      return [name, { box, line: h('label', {}, box, h('span', {}, label, h('small', {}, hint))) }];
    }),
  );
  return {
    element: h(
      'section',
      { 'aria-labelledby': 'faults-title' },
      h('h3', { id: 'faults-title' }, texts.faultsTitle),
      h('p', { class: 'hint' }, texts.faultsHint),
      ...[...boxes.values()].map(({ line }) => line),
    ),
    update: ({ faults }: StageView) => {
      for (const [name, { box }] of boxes) {
        box.checked = faults[name];
        box.dataset.on = String(faults[name]);
      }
    },
  };
}

function callRow(call: CallView): HTMLElement {
  return h(
    'details',
    { class: `call ${call.outcome}` },
    h(
      'summary',
      {},
      h('time', {}, clockOf(call.at)),
      h('code', {}, call.method),
      h('span', { class: 'call-to' }, call.to ?? ''),
      h('span', { class: 'outcome' }, texts.outcomes[call.outcome]),
    ),
    h(
      'pre',
      { tabindex: 0, 'aria-label': texts.details },
      `${call.params}${call.answer === '' ? '' : `\n→ ${call.answer}`}`,
    ),
  );
}

function outboxTable(rows: readonly OutboxView[]): HTMLElement {
  const { columns } = texts;
  const head = ['n.º', columns.to, columns.kind, columns.state, columns.tries, columns.time];
  return h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': texts.outboxTitle },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            { class: row.state },
            h('td', {}, String(row.id)),
            h('td', {}, row.to),
            h('td', {}, texts.kinds[row.kind] ?? row.kind),
            h('td', {}, texts.states[row.state] ?? row.state),
            h('td', {}, String(row.attempts)),
            h('td', {}, clockOf(row.at)),
          ),
        ),
      ),
    ),
  );
}
