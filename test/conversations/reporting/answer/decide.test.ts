import { describe, expect, it } from 'vitest';
import { decide as decideMeant } from '../../../../src/conversations/reporting/answer/decide.ts';
import type { Decision, Facts } from '../../../../src/conversations/reporting/answer/decision.ts';
import { type Given, readAnswer } from '../../../../src/conversations/reporting/answer/read-answer.ts';
import type {
  DirectQuestion,
  ReportQuestion,
} from '../../../../src/conversations/reporting/questions/question.ts';

const common = { correcting: false, saved: null };
const progress: DirectQuestion = { kind: 'progress', ...common, held: null };
const observation = (tenths: number): DirectQuestion => ({
  kind: 'observation',
  ...common,
  progress: tenths,
  proposal: null,
});
const nothingYet: Facts = {
  earlier: null,
  current: null,
  standing: false,
  kept: { progress: null, amount: null, observation: null },
  measure: null,
  takenByOther: false,
  numbers: new Set(['1', '2', '3']),
};
const march80: Facts = {
  ...nothingYet,
  earlier: { progress: 800, amount: null, observation: 'dos talleres' },
};
const typed = (text: string): Given => ({ by: 'typed', text });
const tap = (button: string): Given => ({ by: 'tap', button });

/** An answer as it is given: read, then decided. */
function decide(question: ReportQuestion, given: Given, facts: Facts): Decision {
  return decideMeant(question, readAnswer(question, given, facts.numbers), facts);
}

function asked(decision: Decision): ReportQuestion {
  if (decision.do !== 'ask') throw new Error(`expected a question, got ${decision.do}`);
  return decision.question;
}

describe('the percentage question', () => {
  it('keeps a tapped percentage and asks what was done', () => {
    const decision = decide(progress, tap('p750'), nothingYet);
    expect(decision).toMatchObject({
      do: 'ask',
      keep: { progress: 750 },
      question: { kind: 'observation', progress: 750 },
    });
  });

  it('saves both halves of one message at once', () => {
    expect(decide(progress, typed('80% se realizó la campaña'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 800,
      observation: 'se realizó la campaña',
    });
  });

  it('joins a percentage to the observation that was kept', () => {
    const facts = { ...nothingYet, kept: { progress: null, amount: null, observation: 'se hizo el taller' } };
    expect(decide(progress, typed('50'), facts)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'se hizo el taller',
    });
  });

  it('keeps four words without a percentage as the observation and asks only for the percentage', () => {
    const decision = decide(progress, typed('150 personas asistieron a la campaña'), nothingYet);
    expect(decision).toMatchObject({
      do: 'ask',
      keep: { observation: '150 personas asistieron a la campaña' },
      question: { kind: 'progress' },
      note: { kind: 'keptAsObservation' },
    });
  });

  it('asks about a percentage in the middle of a text before it counts', () => {
    const decision = decide(progress, typed('50 % de los asistentes firmaron'), nothingYet);
    expect(decision).toMatchObject({
      keep: { observation: '50 % de los asistentes firmaron' },
      question: { kind: 'doubtful', progress: 500 },
    });
    expect(decide(asked(decision), tap('yes'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: '50 % de los asistentes firmaron',
    });
    expect(decide(asked(decision), typed('no'), nothingYet)).toMatchObject({
      do: 'ask',
      question: { kind: 'progress' },
    });
  });

  it('says what is expected when a text is no percentage, and changes nothing', () => {
    expect(decide(progress, typed('ya casi'), nothingYet)).toEqual({
      do: 'hint',
      hint: { kind: 'noPercentage', text: 'ya casi' },
    });
    expect(decide(progress, typed('150'), nothingYet)).toMatchObject({
      do: 'hint',
      hint: { kind: 'outOfRange' },
    });
  });

  it('takes percentage and observation over from before in one tap', () => {
    expect(decide(progress, tap('same'), march80)).toEqual({
      do: 'save',
      amount: null,
      progress: 800,
      observation: 'dos talleres',
    });
    expect(decide(progress, typed('Igual que antes'), march80)).toMatchObject({ do: 'save' });
    expect(decide(progress, tap('same'), nothingYet)).toEqual({ do: 'nothing' });
  });

  it('asks about a percentage lower than before, before anything of it is kept', () => {
    const decision = decide(progress, tap('p500'), march80);
    expect(decision).toMatchObject({ do: 'ask', keep: null, question: { kind: 'lower', progress: 500 } });
    expect(decide(asked(decision), tap('yes'), march80)).toMatchObject({
      keep: { progress: 500 },
      question: { kind: 'observation' },
    });
    expect(decide(asked(decision), typed('90'), march80)).toMatchObject({
      question: { kind: 'observation', progress: 900 },
    });
    expect(decide(asked(decision), typed('no'), march80)).toMatchObject({ question: { kind: 'progress' } });
  });

  it('keeps the words of a lower one-message answer while it asks', () => {
    const decision = decide(progress, typed('60%, se perdió un mes'), march80);
    expect(decision).toMatchObject({
      keep: { observation: 'se perdió un mes' },
      question: { kind: 'lower', progress: 600 },
    });
    expect(decide(asked(decision), typed('sí'), march80)).toEqual({
      do: 'save',
      amount: null,
      progress: 600,
      observation: 'se perdió un mes',
    });
  });

  it('ignores a button that is not among its own', () => {
    for (const forged of ['p999', 'p-1', 'yes', 'keep', '', 'leave', 'stay']) {
      expect(decide(progress, tap(forged), march80)).toEqual({ do: 'nothing' });
    }
  });
});

describe('the observation question', () => {
  it('takes any text with letters', () => {
    expect(decide(observation(500), typed('se hizo el 80 % de lo previsto'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'se hizo el 80 % de lo previsto',
    });
  });

  it('asks about what reads as only a percentage', () => {
    const decision = decide(observation(500), typed('75 %'), nothingYet);
    expect(decision).toMatchObject({
      do: 'ask',
      keep: null,
      question: { kind: 'observation', progress: 500, proposal: 750 },
    });
    expect(decide(asked(decision), tap('yes'), nothingYet)).toMatchObject({
      keep: { progress: 750 },
      question: { progress: 750, proposal: null },
    });
    expect(decide(asked(decision), typed('no'), nothingYet)).toMatchObject({
      question: { progress: 500, proposal: null },
    });
    expect(decide(asked(decision), typed('plan publicado'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'plan publicado',
    });
  });

  it('wants words', () => {
    const once = decide(observation(500), typed('👍👍'), nothingYet);
    expect(once).toMatchObject({ do: 'ask', question: { unclear: { text: '👍👍', insisted: false } } });
    expect(decide(asked(once), tap('asIs'), nothingYet)).toEqual({ do: 'nothing' });
    const twice = decide(asked(once), typed('ok'), nothingYet);
    expect(twice).toMatchObject({ do: 'ask', question: { unclear: { text: 'ok', insisted: true } } });
    expect(decide(asked(twice), tap('asIs'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'ok',
    });
  });

  it('keeps too long a text until a shorter one comes, or cuts it at a word', () => {
    const long = `${'palabra '.repeat(140)}final`;
    const decision = decide(observation(500), typed(long), nothingYet);
    expect(decision).toMatchObject({ do: 'ask', question: { kind: 'shorten', progress: 500, text: long } });
    const cut = decide(asked(decision), tap('cut'), nothingYet);
    if (cut.do !== 'save') throw new Error(cut.do);
    expect(cut.observation.length).toBeLessThanOrEqual(1000);
    expect(cut.observation.endsWith('palabra')).toBe(true);
    expect(decide(asked(decision), typed('más corto'), nothingYet)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'más corto',
    });
  });

  it('keeps too long a text given before the percentage, also when the percentage comes next', () => {
    const long = 'palabra '.repeat(140).trim();
    const decision = decide(progress, typed(long), nothingYet);
    expect(asked(decision)).toMatchObject({ kind: 'shorten', progress: null });
    const next = decide(asked(decision), typed('40'), nothingYet);
    expect(asked(next)).toMatchObject({ kind: 'shorten', progress: 400, text: long });
  });
});

describe('somebody else reported meanwhile', () => {
  const taken: Facts = {
    ...nothingYet,
    current: { progress: 300, amount: null, observation: 'otro' },
    takenByOther: true,
  };

  it('asks whether to leave or change it before anything is stored', () => {
    const decision = decide(progress, tap('p1000'), taken);
    expect(decision).toMatchObject({
      do: 'ask',
      keep: null,
      question: { kind: 'overwrite', progress: 1000 },
    });
    expect(decide(asked(decision), tap('keep'), taken)).toEqual({ do: 'leave' });
    expect(decide(asked(decision), tap('change'), taken)).toMatchObject({ question: { kind: 'overwrite' } });
    const shown = { ...taken, takenByOther: false };
    expect(decide(asked(decision), typed('la cambio'), shown)).toMatchObject({
      keep: { progress: 1000 },
      question: { kind: 'observation' },
    });
  });

  it('asks too when both halves are there', () => {
    expect(asked(decide(observation(500), typed('listo el plan'), taken))).toMatchObject({
      kind: 'overwrite',
      progress: 500,
      observation: 'listo el plan',
    });
  });
});

describe('a correction', () => {
  const correcting: DirectQuestion = { kind: 'progress', correcting: true, saved: null, held: null };
  const stored: Facts = { ...nothingYet, current: { progress: 500, amount: null, observation: 'borrador' } };

  it('may keep the percentage and change only the words', () => {
    const decision = decide(correcting, tap('stay'), stored);
    expect(asked(decision)).toMatchObject({ kind: 'observation', progress: 500, correcting: true });
    expect(decide(asked(decision), typed('versión final'), stored)).toEqual({
      do: 'save',
      amount: null,
      progress: 500,
      observation: 'versión final',
    });
  });

  it('may change the percentage and keep the words', () => {
    const decision = decide(correcting, typed('60'), stored);
    expect(decide(asked(decision), tap('stay'), stored)).toEqual({
      do: 'save',
      amount: null,
      progress: 600,
      observation: 'borrador',
    });
  });

  it('holds words given first without storing them', () => {
    const decision = decide(correcting, typed('se hicieron dos talleres más'), stored);
    expect(asked(decision)).toMatchObject({ kind: 'progress', held: 'se hicieron dos talleres más' });
    expect(decide(asked(decision), typed('70'), stored)).toEqual({
      do: 'save',
      amount: null,
      progress: 700,
      observation: 'se hicieron dos talleres más',
    });
  });

  it('of one’s own report changes what is said and leaves the rest', () => {
    const own: Facts = { ...stored, standing: true };
    const save = (figure: number, words: string) => ({
      do: 'save',
      amount: null,
      progress: figure,
      observation: words,
    });
    expect(decide(correcting, typed('60'), own)).toEqual(save(600, 'borrador'));
    expect(decide(correcting, tap('p250'), own)).toEqual(save(250, 'borrador'));
    expect(decide(correcting, typed('versión final'), own)).toEqual(save(500, 'versión final'));
    expect(decide(correcting, typed('50'), own)).toEqual({ do: 'leave' });
    expect(asked(decide(correcting, typed('falta el 30 %'), own))).toMatchObject({
      kind: 'doubtful',
      progress: 700,
      from: 500,
      observation: 'borrador',
    });
    expect(
      asked(decide(correcting, typed('60'), { ...own, ...march80, standing: true, current: own.current })),
    ).toMatchObject({
      kind: 'lower',
      progress: 600,
    });
    expect(decide(correcting, typed('gracias'), own)).toMatchObject({ do: 'hint' });
  });

  it('can be left', () => {
    expect(decide(correcting, tap('leave'), stored)).toEqual({ do: 'leave' });
    expect(decide(correcting, tap('skip'), stored)).toEqual({ do: 'nothing' });
  });
});

describe('typed after a long silence', () => {
  const kept: ReportQuestion = {
    kind: 'misplaced',
    ...common,
    sent: '75',
    sentAt: 1,
    repliedTo: null,
    asked: progress,
  };

  it('counts only when they say that it is for this question', () => {
    expect(decide(kept, tap('yes'), nothingYet)).toMatchObject({
      keep: { progress: 750 },
      question: { kind: 'observation' },
    });
    expect(decide(kept, tap('no'), nothingYet)).toMatchObject({
      do: 'ask',
      keep: null,
      question: { kind: 'progress' },
    });
    expect(decide(kept, typed('40'), nothingYet)).toMatchObject({
      question: { kind: 'misplaced', sent: '75\n40' },
    });
  });
});

describe('a correction', () => {
  const correction: DirectQuestion = { ...observation(500), correcting: true };
  const own: Facts = {
    ...nothingYet,
    current: { progress: 500, amount: null, observation: 'un taller' },
    standing: true,
  };

  it('of one’s own report to the same values changes nothing', () => {
    expect(decide(correction, tap('stay'), own)).toEqual({ do: 'leave' });
    expect(decide(correction, typed('un taller'), own)).toEqual({ do: 'leave' });
  });

  it('is stored when it says something else, or says again what another wrote or a reopening asks for', () => {
    expect(decide(correction, typed('dos talleres'), own)).toMatchObject({
      do: 'save',
      amount: null,
      progress: 500,
    });
    expect(decide(correction, tap('stay'), { ...own, standing: false })).toMatchObject({ do: 'save' });
  });
});
