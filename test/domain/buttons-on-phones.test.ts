import { describe, expect, it } from 'vitest';
import { type ButtonData, readButton, writeButton } from '../../src/domain/buttons.ts';
import { screenNames, writeScreen } from '../../src/domain/screens.ts';

/**
 * Every form of data on the buttons of people's phones, as it was sent, and its meaning. A new button adds a
 * line. A line's data never changes and no line is removed: a button stays on its phone for years.
 */
const onPhones: readonly (readonly [data: string, meaning: ButtonData])[] = [
  ['q:83:p250', { to: 'question', id: 83, answer: 'p250' }],
  ['m:report', { to: 'report' }],
  ['m:list:0', { to: 'myActivities', page: 0 }],
  ['m:list:2', { to: 'myActivities', page: 2 }],
  ['m:snooze', { to: 'snooze' }],
  ['a:7:3', { to: 'activity', activityId: 7, cutId: 3 }],
  ['c:7:3', { to: 'correct', activityId: 7, cutId: 3 }],
  [
    'e:12:yes:Ab3_-fGhIjKlMnOpQrStUv',
    { to: 'enrol', invitationId: 12, answer: 'yes', proof: 'Ab3_-fGhIjKlMnOpQrStUv' },
  ],
  [
    'e:12:no:Ab3_-fGhIjKlMnOpQrStUv',
    { to: 'enrol', invitationId: 12, answer: 'no', proof: 'Ab3_-fGhIjKlMnOpQrStUv' },
  ],
  ['n:5:1647356400000', { to: 'notThatPerson', personId: 5, enrolledAt: 1_647_356_400_000 }],
  ['s:3', { to: 'summary', cutId: 3 }],
  ['d:3', { to: 'detail', cutId: 3, page: null }],
  ['d:3:p:2', { to: 'detail', cutId: 3, page: 2 }],
  ['d:3:7', { to: 'activityDetail', cutId: 3, activityId: 7 }],
  ['v:3:7:2', { to: 'evidencePage', cutId: 3, activityId: 7, page: 2 }],
  ['v:41', { to: 'evidence', id: 41 }],
  ['f:3', { to: 'missing', cutId: 3 }],
  ['g:3:pdf', { to: 'file', cutId: 3, format: 'pdf' }],
  ['g:3:xlsx', { to: 'file', cutId: 3, format: 'xlsx' }],
  ['g:3:csv', { to: 'file', cutId: 3, format: 'csv' }],
  ['g:3:zip', { to: 'file', cutId: 3, format: 'zip' }],
  ['o:1', { to: 'otherCuts', planId: 1 }],
  ['r:3', { to: 'remind', cutId: 3, confirmed: false }],
  ['r:3:yes', { to: 'remind', cutId: 3, confirmed: true }],
  ['r:all', { to: 'remind', cutId: null, confirmed: false }],
  ['r:all:yes', { to: 'remind', cutId: null, confirmed: true }],

  ['x:approve:4', { to: 'screen', screen: 'approve', args: { presentationId: 4 } }],
  [
    'x:audit:2:50000007:300000000',
    { to: 'screen', screen: 'audit', args: { page: 2, who: 50_000_007, when: 300_000_000 } },
  ],
  ['x:audit:1:0:19066000', { to: 'screen', screen: 'audit', args: { page: 1, who: 0, when: 19_066_000 } }],
  ['x:auditacts:1:0:0', { to: 'screen', screen: 'auditacts', args: { page: 1, who: 0, when: 0 } }],
  ['x:auditcuts:1:0:0', { to: 'screen', screen: 'auditcuts', args: { page: 1, who: 0, when: 0 } }],
  ['x:auditdays:1:0:0', { to: 'screen', screen: 'auditdays', args: { page: 1, who: 0, when: 0 } }],
  ['x:auditfilter:1:0:0', { to: 'screen', screen: 'auditfilter', args: { page: 1, who: 0, when: 0 } }],
  ['x:auditpeople:1:0:0', { to: 'screen', screen: 'auditpeople', args: { page: 1, who: 0, when: 0 } }],
  ['x:auditverify', { to: 'screen', screen: 'auditverify', args: {} }],
  ['x:changes:3', { to: 'screen', screen: 'changes', args: { cutId: 3 } }],
  ['x:closecut:3', { to: 'screen', screen: 'closecut', args: { cutId: 3 } }],
  ['x:contract:9', { to: 'screen', screen: 'contract', args: { assignmentId: 9 } }],
  ['x:correct:3:7', { to: 'screen', screen: 'correct', args: { cutId: 3, activityId: 7 } }],
  ['x:cut:3', { to: 'screen', screen: 'cut', args: { cutId: 3 } }],
  ['x:cutdates:1:2', { to: 'screen', screen: 'cutdates', args: { planId: 1, page: 2 } }],
  ['x:calendar', { to: 'screen', screen: 'calendar', args: {} }],
  ['x:cuts:1', { to: 'screen', screen: 'cuts', args: { page: 1 } }],
  ['x:dayoffadd', { to: 'screen', screen: 'dayoffadd', args: {} }],
  ['x:dayoffdel:20220621', { to: 'screen', screen: 'dayoffdel', args: { date: '2022-06-21' } }],
  ['x:daysoff', { to: 'screen', screen: 'daysoff', args: { year: null, page: null } }],
  ['x:daysoff:2022:1', { to: 'screen', screen: 'daysoff', args: { year: 2022, page: 1 } }],
  ['x:end:9', { to: 'screen', screen: 'end', args: { assignmentId: 9 } }],
  ['x:exclude:3:7', { to: 'screen', screen: 'exclude', args: { cutId: 3, activityId: 7 } }],
  ['x:excluded:3:1', { to: 'screen', screen: 'excluded', args: { cutId: 3, page: 1 } }],
  ['x:export:3', { to: 'screen', screen: 'export', args: { cutId: 3 } }],
  ['x:give:0:0:0', { to: 'screen', screen: 'give', args: { kind: 'invite', about: 'nothing', id: 0 } }],
  ['x:give:1:1:6', { to: 'screen', screen: 'give', args: { kind: 'assign', about: 'position', id: 6 } }],
  ['x:give:0:2:1', { to: 'screen', screen: 'give', args: { kind: 'invite', about: 'office', id: 1 } }],
  ['x:give:2:3:9', { to: 'screen', screen: 'give', args: { kind: 'acting', about: 'assignment', id: 9 } }],
  ['x:give:1:4:5', { to: 'screen', screen: 'give', args: { kind: 'assign', about: 'person', id: 5 } }],
  ['x:held:9', { to: 'screen', screen: 'held', args: { assignmentId: 9 } }],
  ['x:impostor:5', { to: 'screen', screen: 'impostor', args: { personId: 5 } }],
  ['x:link:5', { to: 'screen', screen: 'link', args: { personId: 5 } }],
  ['x:office:1', { to: 'screen', screen: 'office', args: { place: 1, page: null } }],
  ['x:office:3:2', { to: 'screen', screen: 'office', args: { place: 3, page: 2 } }],
  ['x:officeask:7', { to: 'screen', screen: 'officeask', args: { changeId: 7 } }],
  ['x:officesay:7:yes', { to: 'screen', screen: 'officesay', args: { changeId: 7, answer: 'yes' } }],
  ['x:officesay:7:no', { to: 'screen', screen: 'officesay', args: { changeId: 7, answer: 'no' } }],
  [
    'x:officesay:7:withdraw',
    { to: 'screen', screen: 'officesay', args: { changeId: 7, answer: 'withdraw' } },
  ],
  ['x:officeok:12', { to: 'screen', screen: 'officeok', args: { invitationId: 12 } }],
  ['x:sendform', { to: 'screen', screen: 'sendform', args: {} }],
  ['x:rehearsal', { to: 'screen', screen: 'rehearsal', args: {} }],
  ['x:rehearsed', { to: 'screen', screen: 'rehearsed', args: {} }],
  ['x:keep:7:3:12', { to: 'screen', screen: 'keep', args: { activityId: 7, cutId: 3, reportId: 12 } }],
  ['x:confirmname:4', { to: 'screen', screen: 'confirmname', args: { invitationId: 4 } }],
  ['x:pictures:3', { to: 'screen', screen: 'pictures', args: { cutId: 3 } }],
  ['x:people:2', { to: 'screen', screen: 'people', args: { page: 2 } }],
  ['x:person:5', { to: 'screen', screen: 'person', args: { personId: 5, page: null } }],
  ['x:person:5:2', { to: 'screen', screen: 'person', args: { personId: 5, page: 2 } }],
  ['x:position:6', { to: 'screen', screen: 'position', args: { positionId: 6, page: null } }],
  ['x:position:6:2', { to: 'screen', screen: 'position', args: { positionId: 6, page: 2 } }],
  ['x:present:3', { to: 'screen', screen: 'present', args: { cutId: 3 } }],
  ['x:remindone:5', { to: 'screen', screen: 'remindone', args: { personId: 5 } }],
  ['x:remindwho:1', { to: 'screen', screen: 'remindwho', args: { page: 1 } }],
  ['x:remindyes:5', { to: 'screen', screen: 'remindyes', args: { personId: 5 } }],
  ['x:rename:5', { to: 'screen', screen: 'rename', args: { personId: 5 } }],
  ['x:reopen:3', { to: 'screen', screen: 'reopen', args: { cutId: 3 } }],
  ['x:reopenable:2', { to: 'screen', screen: 'reopenable', args: { page: 2 } }],
  ['x:everyrow:3', { to: 'screen', screen: 'everyrow', args: { cutId: 3 } }],
  ['x:publish:2', { to: 'screen', screen: 'publish', args: { page: 2 } }],
  [
    'x:publishyes:281474976710655',
    { to: 'screen', screen: 'publishyes', args: { seen: 281_474_976_710_655 } },
  ],
  ['x:program:7', { to: 'screen', screen: 'program', args: { activityId: 7 } }],
  ['x:reformwhich:1:2', { to: 'screen', screen: 'reformwhich', args: { planId: 1, page: 2 } }],
  ['x:reform:7', { to: 'screen', screen: 'reform', args: { activityId: 7 } }],
  ['x:reformall:4', { to: 'screen', screen: 'reformall', args: { changeId: 4 } }],
  ['x:reformask:4', { to: 'screen', screen: 'reformask', args: { changeId: 4 } }],
  ['x:reformsay:4:yes', { to: 'screen', screen: 'reformsay', args: { changeId: 4, answer: 'yes' } }],
  ['x:versions:1:2', { to: 'screen', screen: 'versions', args: { planId: 1, page: 2 } }],
  ['x:programs:1:2', { to: 'screen', screen: 'programs', args: { planId: 1, page: 2 } }],
  ['x:resend:88', { to: 'screen', screen: 'resend', args: { rowId: 88 } }],
  ['x:resendall', { to: 'screen', screen: 'resendall', args: {} }],
  ['x:return:4', { to: 'screen', screen: 'return', args: { presentationId: 4 } }],
  ['x:setapproval:1:0', { to: 'screen', screen: 'setapproval', args: { planId: 1, yes: false } }],
  ['x:setchanges:1:1', { to: 'screen', screen: 'setchanges', args: { planId: 1, yes: true } }],
  ['x:setapproval:1:1', { to: 'screen', screen: 'setapproval', args: { planId: 1, yes: true } }],
  ['x:setdate:3', { to: 'screen', screen: 'setdate', args: { cutId: 3 } }],
  ['x:setgrace:1', { to: 'screen', screen: 'setgrace', args: { planId: 1 } }],
  ['x:setopening:1', { to: 'screen', screen: 'setopening', args: { planId: 1 } }],
  ['x:settings:1', { to: 'screen', screen: 'settings', args: { planId: 1 } }],
  ['x:unlink:5', { to: 'screen', screen: 'unlink', args: { personId: 5, confirmed: false } }],
  [
    'x:unlinkall:1648083600000',
    { to: 'screen', screen: 'unlinkall', args: { at: 1648083600000, confirmed: false } },
  ],
  [
    'x:unlinkall:1648083600000:1',
    { to: 'screen', screen: 'unlinkall', args: { at: 1648083600000, confirmed: true } },
  ],
  ['x:unlink:5:1', { to: 'screen', screen: 'unlink', args: { personId: 5, confirmed: true } }],
  ['x:unsent', { to: 'screen', screen: 'unsent', args: { page: null } }],
  ['x:unsent:2', { to: 'screen', screen: 'unsent', args: { page: 2 } }],
  ['x:vacant', { to: 'screen', screen: 'vacant', args: { page: null } }],
  ['x:vacant:2', { to: 'screen', screen: 'vacant', args: { page: 2 } }],
  [
    'x:impostorof:5:1647529200000',
    { to: 'screen', screen: 'impostorof', args: { personId: 5, since: 1_647_529_200_000 } },
  ],
  ['x:evown:3:7:2', { to: 'screen', screen: 'evown', args: { cutId: 3, activityId: 7, page: 2 } }],
  ['x:handover:4', { to: 'screen', screen: 'handover', args: { assignmentId: 4 } }],
  ['x:evpack:3:0', { to: 'screen', screen: 'evpack', args: { cutId: 3, yes: false } }],
  ['x:evpack:3:1', { to: 'screen', screen: 'evpack', args: { cutId: 3, yes: true } }],
  ['x:nextyear:1', { to: 'screen', screen: 'nextyear', args: { planId: 1 } }],
  ['x:myreport', { to: 'screen', screen: 'myreport', args: {} }],
  ['x:evsee:7', { to: 'screen', screen: 'evsee', args: { evidenceId: 7 } }],
  ['x:evundo:7:0', { to: 'screen', screen: 'evundo', args: { evidenceId: 7, step: 'ask' } }],
  ['x:evundo:7:1', { to: 'screen', screen: 'evundo', args: { evidenceId: 7, step: 'all' } }],
  ['x:evremove:7', { to: 'screen', screen: 'evremove', args: { evidenceId: 7 } }],
  ['x:vacantof:6', { to: 'screen', screen: 'vacantof', args: { positionId: 6 } }],
  ['x:vacantround:6', { to: 'screen', screen: 'vacantround', args: { positionId: 6 } }],
  ['x:verify:3', { to: 'screen', screen: 'verify', args: { cutId: 3, activityId: null } }],
  ['x:verify:3:7', { to: 'screen', screen: 'verify', args: { cutId: 3, activityId: 7 } }],
  ['x:verifycuts:2', { to: 'screen', screen: 'verifycuts', args: { page: 2 } }],
  ['x:void:3:7', { to: 'screen', screen: 'void', args: { cutId: 3, activityId: 7 } }],
  ['x:why', { to: 'screen', screen: 'why', args: { page: null } }],
  ['x:why:2', { to: 'screen', screen: 'why', args: { page: 2 } }],
  ['x:whyof:5:1', { to: 'screen', screen: 'whyof', args: { personId: 5, page: 1 } }],
];

describe('A button that is on a phone already', () => {
  it.each(onPhones)('%s keeps its meaning', (data, meaning) => {
    expect(readButton(data)).toEqual(meaning);
  });

  it.each(onPhones)('%s is still written the same', (data, meaning) => {
    expect(writeButton(meaning)).toBe(data);
  });

  it.each(onPhones)('%s fits Telegram’s limit with the largest numbers', (data) => {
    const largest = data.replace(/(?<=:)\d+/g, '9'.repeat(15));
    // Some numbers are places in a list, or a date: they are never larger.
    for (const each of readButton(largest) ? [data, largest] : [data])
      expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
  });

  it('is listed here for every screen', () => {
    const here = onPhones.flatMap(([, meaning]) => (meaning.to === 'screen' ? [meaning.screen] : []));
    expect(new Set(here)).toEqual(new Set(screenNames));
  });
});

describe('A screen with wrong arguments', () => {
  it('does not compile, and reads as null', () => {
    // @ts-expect-error a misspelt name
    expect(() => writeScreen('reopne', { cutId: 3 })).toThrow(TypeError);
    // @ts-expect-error an argument that is missing
    expect(readButton(writeScreen('excluded', { cutId: 3 }))).toBeNull();
    // @ts-expect-error an argument by another name
    expect(readButton(writeScreen('reopen', { activityId: 3 }))).toBeNull();
    // @ts-expect-error an argument too many
    expect(writeScreen('reopen', { cutId: 3, page: 1 })).toBe('x:reopen:3');
    // @ts-expect-error an argument where there is none
    expect(writeScreen('dayoffadd', { page: 1 })).toBe('x:dayoffadd');
    // @ts-expect-error a word that is not of the list
    expect(readButton(writeScreen('give', { kind: 'lend', about: 'person', id: 5 }))).toBeNull();
  });
});

describe('Data that we never put on a button', () => {
  it.each([
    ...[
      '',
      'q',
      'q:1',
      'q:0:yes',
      'q:1:sí',
      'q:1:yes:yes',
      'm',
      'm:list',
      'm:list:',
      'm:list:01',
      'm:report:1',
    ],
    ...[
      'a:7',
      'a:7:3:1',
      'c:7:0',
      'e:12:maybe:Ab3_-fGhIjKlMnOpQrStUv',
      'e:12:yes:short',
      'g:3:exe',
      'r:all:no',
    ],
    ...['s:1e3', 's: 3', 's:3\n', 's:٣', 's:-3', 's:3.0', 's:9999999999999999', 'd:3:p', 'd:3:p:0', 'v:3:7'],
    ...['x', 'x:', 'x:yes', 'x:toString', 'x:__proto__:1', 'x:constructor', 'X:cuts:1', 'x:Cuts:1', 'x:cuts'],
    ...[
      'x:cuts:0',
      'x:cuts:01',
      'x:cuts:1:1',
      'x:auditverify:1',
      'x:give:3:0:0',
      'x:give:0:5:0',
      'x:give:0:0',
    ],
    ...[
      'x:setapproval:1:2',
      'x:unlink:5:2',
      'x:dayoffdel:2022',
      'x:reopen',
      'x:reopen:3:1',
      `x:${'a'.repeat(62)}`,
    ],
  ])('%j is nothing', (data) => {
    expect(readButton(data)).toBeNull();
  });
});
