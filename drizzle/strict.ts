import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What drizzle-kit cannot say is added to the generated migrations here (`npm run migrations`): every `CREATE TABLE` is
 * STRICT, so that SQLite refuses a text where a number belongs, and rows of the audit are only ever added, each with
 * the next number (an `INSERT OR REPLACE` fires no delete trigger, so a number that exists is refused by itself).
 */
const breakpoint = '--> statement-breakpoint';

const onlyAdded = `${breakpoint}
CREATE TRIGGER \`audit_never_changed\` BEFORE UPDATE ON \`audit\` BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;${breakpoint}
CREATE TRIGGER \`audit_never_deleted\` BEFORE DELETE ON \`audit\` BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;${breakpoint}
CREATE TRIGGER \`audit_next_number\` BEFORE INSERT ON \`audit\` WHEN NEW.\`id\` IS NOT (SELECT coalesce(max(\`id\`), 0) + 1 FROM \`audit\`) BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
`;

for (const name of readdirSync(import.meta.dirname)) {
  if (!name.endsWith('.sql')) continue;
  const file = `${import.meta.dirname}/${name}`;
  const migration = readFileSync(file, 'utf8');
  const strict = migration
    .split(breakpoint)
    .map((statement) =>
      /^\s*CREATE TABLE/.test(statement) ? statement.replace(/\)\s*;\s*$/, ') STRICT;\n') : statement,
    )
    .join(breakpoint);
  const whole =
    strict.includes('CREATE TABLE `audit`') && !strict.includes('audit_never_changed')
      ? `${strict.trimEnd()}${onlyAdded}`
      : strict;
  if (whole !== migration) writeFileSync(file, whole);
}
