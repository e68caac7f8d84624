import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * drizzle-kit cannot say STRICT: every `CREATE TABLE` of the generated migrations is given it here
 * (`npm run migrations`), so that SQLite refuses a text where a number belongs.
 */
for (const name of readdirSync(import.meta.dirname)) {
  if (!name.endsWith('.sql')) continue;
  const file = `${import.meta.dirname}/${name}`;
  const migration = readFileSync(file, 'utf8');
  const strict = migration
    .split('--> statement-breakpoint')
    .map((statement) =>
      /^\s*CREATE TABLE/.test(statement) ? statement.replace(/\)\s*;\s*$/, ') STRICT;\n') : statement,
    )
    .join('--> statement-breakpoint');
  if (strict !== migration) writeFileSync(file, strict);
}
