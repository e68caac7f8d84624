import { expect, it } from 'vitest';
import { COLUMN_ROLES } from '../../../src/forms/reading/questions.ts';
import { columnOption } from '../../../src/texts/importing/questions.ts';
import { columns } from '../../../src/texts/importing/understood.ts';

it.each([...COLUMN_ROLES, 'keep'])(
  'calls the column %s by a Spanish name in question and preview',
  (role) => {
    expect(columnOption(role)).not.toBe(role);
    expect(columns([{ role, columns: ['A'] }])[0]).not.toContain(role);
  },
);
