import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const nullable = z.number().nullable().optional();
const phrase = z.object({
  asked: z.enum(['percentage', 'observation', 'nothing']),
  tapped: z.number().optional(),
  text: z.string(),
  // biome-ignore lint/suspicious/noThenProperty: the key of the corpus; no phrase is awaited
  then: z.enum(['stored', 'draft', 'asked', 'notAFigure', 'chatter', 'added']),
  as: z.string().optional(),
  progress: nullable,
  observation: z.string().nullable().optional(),
  lines: z
    .array(z.object({ number: z.string(), progress: nullable, observation: z.string().nullable() }))
    .optional(),
  correct: z.object({ number: z.string(), to: nullable }).loose().optional(),
  reported: z.array(z.unknown()).optional(),
  early: z.unknown().optional(),
  role: z.string().optional(),
  loose: z.boolean().optional(),
});
export type Phrase = z.infer<typeof phrase>;

/** Every phrase of the folder, by its file. */
export function allPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const files = globSync('*.jsonl', { cwd: import.meta.dirname }).toSorted();
  return new Map(
    files.map((file) => {
      const written = readFileSync(join(import.meta.dirname, file), 'utf8')
        .trim()
        .split('\n');
      return [file.replace('.jsonl', ''), written.map((line) => phrase.parse(JSON.parse(line)))];
    }),
  );
}

/** One in five was not looked at while the reading was written. */
export function isKeptAside({ text }: Phrase): boolean {
  return BigInt(`0x${createHash('sha1').update(text).digest('hex')}`) % 5n === 0n;
}
