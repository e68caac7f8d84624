import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, actions, buttonNeeds, may } from '../../src/actions/access.ts';
import { commandNames, commands } from '../../src/actions/commands.ts';
import { dialogs } from '../../src/conversations/all-dialogs.ts';
import { screens } from '../../src/conversations/all-screens.ts';
import { formRead } from '../../src/conversations/importing/offer.ts';
import { markShown, openNewQuestion } from '../../src/db/questions.ts';
import { type ButtonData, readButton, writeButton } from '../../src/domain/buttons.ts';
import { giveAbout, screenNames } from '../../src/domain/screens.ts';
import { refused } from '../../src/forms/reading/plan-reading.ts';
import { stranger as refusal } from '../../src/texts/enrolment/enrolment.ts';
import { notForYou } from '../../src/texts/help.ts';
import { reading } from '../../src/texts/importing/importing.ts';
import { forwardedIsNoAnswer } from '../../src/texts/reporting/reporting.ts';
import { everybody, type Somebody } from './everybody.ts';
import type { Done } from './tried.ts';
import { createWorld, type World } from './world.ts';

/**
 * The whole of the matrix: everybody × every command, screen, dialog and button, in private chats and groups, with made-up
 * data and with other people's. It is driven by the registries, so a new one without a row, or whose right is not
 * checked when it acts, turns this red.
 */
let world: World;
beforeAll(() => {
  world = createWorld();
});
afterAll(() => world.end());

const enrolled = everybody.filter((who) => who !== 'stranger' && who !== 'left');
const nobodies = ['stranger', 'left'] as const;
const madeUp = 987_654;
/** Questions come and go in a conversation; nothing anybody said hangs on them. */
const conversation = new Set(['question', 'round']);

function mayDo(who: Somebody, action: Action): boolean {
  const roles = world.rolesOf(who);
  return roles !== null && may(roles, action);
}

function expectNothing(done: Done, why: string, besides: ReadonlySet<string> = new Set()): void {
  expect(
    done.changed.filter((table) => !besides.has(table)),
    `${why} changed something`,
  ).toEqual([]);
}

/** No observation of an activity that is not theirs, and nobody's name. */
function expectNoSecret(who: Somebody, done: Done, why: string): void {
  const own =
    who === 'responsible' ? ['1', '2', '3', '5', '6', '7'] : ['colleague', 'two'].includes(who) ? ['4'] : [];
  const said = done.said.join('\n');
  expect(said, `${why} sent a file`).not.toContain('"file"');
  const secrets = [...said.matchAll(/SECRETO-(\d)/g)].map(([, number]) => number ?? '');
  expect(
    secrets.filter((number) => !own.includes(number)),
    `${why} told what is not theirs`,
  ).toEqual([]);
}

function expectRefused(done: Done, tried: object, why: string): void {
  expect(done.refused, `${why} is not on record as refused`).toContainEqual(expect.objectContaining(tried));
}

it('takes what it says here, whatever the registries say', () => {
  const product: Readonly<Record<string, Action>> = {
    start: 'help',
    ayuda: 'help',
    misactividades: 'ownActivities',
    reportar: 'startReporting',
    cancelar: 'cancel',
    misdatos: 'ownData',
    salir: 'leave',
    resumen: 'summary',
    pendientes: 'pending',
    inicio: 'begin',
    importar: 'importPlan',
    personas: 'managePeople',
    invitar: 'enrol',
    asignar: 'assign',
    encargo: 'assign',
    cortes: 'manageCuts',
    recordar: 'remind',
    reabrir: 'reopen',
    presentar: 'present',
    exportar: 'export',
    auditoria: 'audit',
    verificar: 'verify',
  };
  expect(commands).toEqual(product);
  const own = ['question', 'report', 'myActivities', 'snooze', 'activity', 'correct', 'screen'];
  expect(Object.entries(buttonNeeds).filter(([, needs]) => needs === null)).toEqual(
    own.map((kind) => [kind, null]),
  );
  expect(Object.entries(buttonNeeds).filter(([, needs]) => needs !== null)).toEqual([
    ['notThatPerson', 'enrol'],
    ...['summary', 'detail', 'activityDetail', 'evidencePage', 'evidence', 'missing', 'otherCuts'].map(
      (kind) => [kind, 'summary'],
    ),
    ['file', 'export'],
    ['remind', 'remind'],
  ]);
});

/** Every kind of button with made-up ids, then with ids that are real and, but for reading, somebody else's. */
const buttons: Readonly<Record<ButtonData['to'], (of: World) => readonly ButtonData[]>> = {
  question: ({ questions }) =>
    [...questions.map(({ id }) => id), madeUp].flatMap((id) =>
      ['yes', 'no', 'p50', 'skip', 'a0'].map((answer) => ({ to: 'question', id, answer }) as const),
    ),
  report: () => [{ to: 'report' }],
  myActivities: () => [0, 1, madeUp].map((page) => ({ to: 'myActivities', page })),
  snooze: () => [{ to: 'snooze' }],
  activity: (of) => pairs(of).map((pair) => ({ to: 'activity', ...pair })),
  correct: (of) => pairs(of).map((pair) => ({ to: 'correct', ...pair })),
  enrol: () =>
    [1, madeUp].flatMap((invitationId) =>
      (['yes', 'no'] as const).map(
        (answer) => ({ to: 'enrol', invitationId, answer, proof: 'A'.repeat(22) }) as const,
      ),
    ),
  notThatPerson: ({ idOf, now }) =>
    [idOf('responsible'), idOf('mayor'), madeUp].flatMap((personId) =>
      [now, madeUp].map((enrolledAt) => ({ to: 'notThatPerson', personId, enrolledAt }) as const),
    ),
  summary: (of) => cutIds(of).map((cutId) => ({ to: 'summary', cutId })),
  detail: (of) => [
    ...cutIds(of).map((cutId) => ({ to: 'detail', cutId, page: null }) as const),
    { to: 'detail', cutId: of.cut.id, page: madeUp },
  ],
  activityDetail: (of) => pairs(of).map((pair) => ({ to: 'activityDetail', ...pair })),
  evidencePage: (of) => pairs(of).map((pair) => ({ to: 'evidencePage', ...pair, page: 1 })),
  evidence: () => [1, 4, madeUp].map((id) => ({ to: 'evidence', id })),
  missing: (of) => cutIds(of).map((cutId) => ({ to: 'missing', cutId })),
  otherCuts: ({ plan }) => [plan.id, madeUp].map((planId) => ({ to: 'otherCuts', planId })),
  file: (of) =>
    cutIds(of).flatMap((cutId) =>
      (['csv', 'zip'] as const).map((format) => ({ to: 'file', cutId, format }) as const),
    ),
  remind: (of) =>
    [...cutIds(of), null].flatMap((cutId) =>
      [false, true].map((confirmed) => ({ to: 'remind', cutId, confirmed }) as const),
    ),
  screen: (of) =>
    screenNames.flatMap((screen) =>
      argsOf(of).flatMap((args) => readButton(['x', screen, ...args].join(':')) ?? []),
    ),
};

const cutIds = ({ cut, cuts }: World) => [cut.id, cuts[1]?.id ?? 0, madeUp];
const pairs = (of: World) => [
  ...of.activities.map(({ id }) => ({ activityId: id, cutId: of.cut.id })),
  { activityId: of.activities[0]?.id ?? 0, cutId: madeUp },
  { activityId: madeUp, cutId: of.cut.id },
];
const argsOf = (of: World): readonly (readonly (number | string)[])[] => [
  [],
  [madeUp],
  [madeUp, madeUp, madeUp],
  [of.cut.id],
  [of.cut.id, of.activities[0]?.id ?? 0],
  [madeUp, madeUp],
  [of.cut.id, of.activities[0]?.id ?? 0, 1],
  [of.plan.id, 1],
  [of.idOf('mayor')],
  [of.idOf('mayor'), 1],
  ...giveAbout.map((_, about) => [1, about, of.idOf('mayor')]),
  [20_220_621],
  [madeUp, 'yes'],
  [of.officeChange.id, 'withdraw'],
];

describe('commands', () => {
  it.each(commandNames)('/%s acts for everybody who may, and does nothing for anybody else', (name) => {
    for (const who of enrolled) {
      // What follows /start is an invitation.
      const words = name === 'start' ? [] : [`/${name} 1`, `/${name} marzo`];
      for (const text of [`/${name}`, `/${name.toUpperCase()}@cascajal_bot`, ...words]) {
        const done = world.says(who, text);
        const why = `${text} of ${who}`;
        if (mayDo(who, commands[name])) {
          expect(done.refused, why).toEqual([]);
          expect(done.said.join(), why).not.toContain(notForYou());
          expect(done.said, `${why} is not answered`).not.toEqual([]);
        } else {
          // Who lost a position hears who reports now.
          const own = who === 'former' && (name === 'reportar' || name === 'misactividades');
          if (own) expect(done.said.join(), why).toMatch(/Desde el .* reporta /);
          else expect(done.said, why).toEqual([JSON.stringify({ html: notForYou() })]);
          expectRefused(done, { command: name }, why);
          expectNothing(done, why);
        }
        if (!mayDo(who, 'summary')) expectNoSecret(who, done, why);
      }
    }
  });

  it('tell a stranger, and who has left, the same one refusal', () => {
    for (const who of nobodies)
      for (const text of ['hola', '50', 'sí', ...commandNames.map((name) => `/${name}`)]) {
        const done = world.says(who, text);
        expect(done.said, `${text} of ${who}`).toEqual([JSON.stringify({ html: refusal() })]);
        expectNothing(done, `${text} of ${who}`);
      }
  });
});

describe('buttons', () => {
  const kinds = Object.keys(buttons) as readonly ButtonData['to'][];

  it('are tried of every screen', () => {
    const tried = buttons.screen(world).map((button) => (button.to === 'screen' ? button.screen : null));
    expect(new Set(tried)).toEqual(new Set(screenNames));
  });

  it.each(kinds)('%s does for nobody more than they may', (kind) => {
    const forged = buttons[kind](world);
    for (const who of everybody)
      for (const button of forged) {
        const done = world.taps(who, writeButton(button));
        const why = `${JSON.stringify(button)} of ${who}`;
        const needs = needsOf(button);
        if (world.rolesOf(who) === null) {
          expect(done.said, why).toEqual([]);
          expectNothing(done, why);
        } else if (needs !== null && !mayDo(who, needs)) {
          expect(done.said, why).toEqual([]);
          expectRefused(done, {}, why);
          expectNothing(done, why);
        } else if (needs !== null) {
          expect(done.refused, why).toEqual([]);
        }
        if (!mayDo(who, 'summary')) expectNoSecret(who, done, why);
      }
  });

  it('of a question do nothing for anybody but the person who was asked', () => {
    for (const who of enrolled)
      for (const { id, personId } of world.questions.filter((each) => each.personId !== world.idOf(who)))
        for (const answer of ['yes', 'no', 'p50', 'p100', 'skip', 'same', 'none', 'a0', 'resources']) {
          const done = world.taps(who, writeButton({ to: 'question', id, answer }));
          const why = `question ${id} of ${personId}, ${answer}, tapped by ${who}`;
          expect(done.said, why).toEqual([]);
          expectRefused(done, { button: 'question' }, why);
          expectNothing(done, why);
        }
  });

  it('of a change of an office do nothing for people who are not asked, nor for the person who asked', () => {
    const asked = ['mayor', 'control', 'two'];
    for (const who of enrolled)
      for (const answer of ['yes', 'no', 'withdraw'] as const) {
        const args = { changeId: world.officeChange.id, answer };
        const done = world.taps(who, writeButton({ to: 'screen', screen: 'officesay', args }));
        const may = answer === 'withdraw' ? who === 'coordinator' : asked.includes(who);
        expect(done.changed.includes('office_change'), `${answer} of ${who}`).toBe(may);
        if (!may) expectNothing(done, `${answer} of ${who}`, new Set(['held_account']));
        if (!may && !mayDo(who, 'managePeople'))
          expect(done.said.join(), `${answer} of ${who}`).not.toContain('Nombre de');
      }
  });

  it('of an activity change only one’s own', () => {
    for (const who of enrolled.filter((each) => !['responsible', 'colleague', 'two'].includes(each)))
      for (const kind of ['activity', 'correct'] as const)
        for (const button of buttons[kind](world)) {
          const done = world.taps(who, writeButton(button));
          expectNothing(done, `${JSON.stringify(button)} of ${who}`, conversation);
          if (who !== 'former') expectRefused(done, { button: kind }, `${JSON.stringify(button)} of ${who}`);
        }
  });

  it('that we never made do nothing', () => {
    const long = 'x'.repeat(64);
    for (const who of everybody)
      for (const data of [
        '',
        'q',
        'q:1',
        'x:',
        'x:toString',
        'x:__proto__:1',
        'q:-1:yes',
        'x:reopen',
        'x:reopen:0',
        'x:reopen:1:1',
        'x:reopne:1',
        'X:reopen:1',
        's:1e3',
        "s:1' or 1=1",
        long,
      ]) {
        const done = world.taps(who, data);
        expect(done.said, `${data} of ${who}`).toEqual([]);
        expectNothing(done, `${data} of ${who}`);
      }
  });
});

/** What a button takes, a screen by its own name. */
function needsOf(button: ButtonData): Action | null {
  if (button.to === 'enrol') return null;
  if (button.to === 'screen') return screens[button.screen].needs;
  return buttonNeeds[button.to];
}

describe('administrative conversations', () => {
  it.each(Object.entries(dialogs))('%s goes on for nobody who has lost the right', (name, { needs }) => {
    expect(actions).toContain(needs);
    for (const who of enrolled.filter((each) => !mayDo(each, needs)))
      for (const answer of ['yes', 'no', 'typed']) {
        const done = world.trying((db) => {
          const personId = world.idOf(who);
          const payload = { dialog: name, data: {}, shown: { html: 'x' } };
          const kind = 'administration' as const;
          const of = { personId, kind, activityId: null, cutId: null, basedOnReport: 0 };
          const { id } = openNewQuestion(db, { ...of, payload, askedAt: world.now });
          markShown(db, id, { shownAt: 0, shownMessageId: null });
          const { now } = world;
          const from = { userId: world.accountOf(who), name: who };
          const by = { chatId: from.userId, from, moment: now };
          if (answer === 'typed')
            world.does(db, {
              kind: 'text',
              ...by,
              messageId: 9_999,
              text: 'sí',
              forwarded: false,
              repliesTo: null,
            });
          else
            world.does(db, { kind: 'tap', ...by, queryId: 'q', messageId: null, data: `q:${id}:${answer}` });
        });
        const why = `${name} of ${who}, ${answer}`;
        expect(done.said[0], why).toContain(notForYou());
        expectRefused(done, { dialog: name }, why);
        expectNothing(done, why, conversation);
      }
  });
});

describe('other ways in', () => {
  it('a group gets only the request to write in private, whoever writes there', () => {
    for (const who of everybody)
      for (const text of [
        'hola',
        '50 % listo',
        'sí',
        ...commandNames.map((name) => `/${name}@cascajal_bot 1`),
      ]) {
        const done = world.writesInGroup(who, text);
        const why = `${text} of ${who} in a group`;
        expectNothing(done, why);
        for (const said of done.said) expect(said, why).toMatch(/escríbame en privado: @cascajal_bot/);
        expect(done.said.length, why).toBe(text.startsWith('/') ? 1 : 0);
      }
  });

  it('a forwarded message is no answer and no command', () => {
    for (const who of enrolled)
      for (const text of ['50', '50 % listo y publicado', 'sí', ...commandNames.map((name) => `/${name}`)]) {
        const done = world.says(who, text, true);
        const why = `${text} forwarded by ${who}`;
        expect(done.said, why).toEqual([JSON.stringify({ html: forwardedIsNoAnswer() })]);
        expectNothing(done, why);
      }
  });

  it('an edited message changes nothing', () => {
    for (const who of everybody)
      for (const text of ['50', '/salir', 'sí', '/importar'])
        expectNothing(world.edits(who, text), `${text} edited by ${who}`, conversation);
  });

  it('a person without a position reports nothing any more, whatever was being asked', () => {
    for (const text of ['50 % se hizo la campaña', '1: 50 % se hizo', 'sí']) {
      const done = world.says('former', text);
      expectNothing(done, `${text} of former`, conversation);
      expectNoSecret('former', done, text);
    }
  });

  it('a form is read for coordinators only, also when it comes back from reading', () => {
    for (const who of everybody) {
      const sent = world.sends(who, 'plan.xlsx', '/importar');
      const reads = sent.changed.includes('job') && sent.said.join().includes(reading());
      expect(reads, `a form of ${who}`).toBe(mayDo(who, 'importPlan'));
      const request = {
        personId: world.idOf(who),
        chatId: world.accountOf(who),
        fileId: 'f',
        sentAs: 'document',
        fractions: null,
        answers: {},
      };
      const done = world.trying((db) =>
        formRead(db, request, { reading: refused([]), workbook: null }, world.now),
      );
      if (!mayDo(who, 'importPlan')) {
        expectNothing(done, `a form read of ${who}`);
        if (world.rolesOf(who)) expect(done.said).toEqual([JSON.stringify({ html: notForYou() })]);
      } else expect(done.said.join()).not.toContain(notForYou());
    }
  });
});
