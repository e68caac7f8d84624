import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ButtonData, readButton, writeButton } from '../../src/domain/buttons.ts';

const id = fc.integer({ min: 1, max: 999_999_999_999_999 });
const summaryButton: fc.Arbitrary<ButtonData> = fc.oneof(
  fc.record({ to: fc.constant('summary' as const), cutId: id }),
  fc.record({
    to: fc.constant('detail' as const),
    cutId: id,
    page: fc.option(id, { nil: null }),
  }),
  fc.record({ to: fc.constant('activityDetail' as const), cutId: id, activityId: id }),
  fc.record({ to: fc.constant('evidencePage' as const), cutId: id, activityId: id, page: id }),
  fc.record({ to: fc.constant('evidence' as const), id }),
  fc.record({ to: fc.constant('missing' as const), cutId: id }),
  fc.record({ to: fc.constant('otherCuts' as const), planId: id }),
  fc.record({
    to: fc.constant('remind' as const),
    cutId: fc.option(id, { nil: null }),
    confirmed: fc.boolean(),
  }),
);

describe('the buttons of the summary', () => {
  it('are read as they were written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(summaryButton, (button) => {
        const data = writeButton(button);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(readButton(data)).toEqual(button);
      }),
    );
  });

  it('mean nothing when forged', () => {
    for (const data of [
      '',
      's:',
      's:0',
      's:-1',
      'd:1:p:',
      'd:1:p:0',
      'v:',
      'v:0',
      'v:1:2',
      'v:1:2:0',
      'r:',
      'r:all:no',
      'r:1:yes:yes',
      'f:1e9',
      's:1\n',
    ])
      expect(readButton(data)).toBeNull();
  });
});
