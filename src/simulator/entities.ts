/** Order and nesting of message entities. */
import type { ApiEntity } from './api-types.ts';

/** Outer before inner, earlier before later: Telegram's order of entities. */
export function sortEntities(entities: readonly ApiEntity[]): ApiEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

/** Code shows its text literally, so entities inside it are dropped; so are repeats of the same kind. */
export function withoutNested(entities: readonly ApiEntity[]): ApiEntity[] {
  const kept: ApiEntity[] = [];
  for (const inner of sortEntities(entities).sort(codeFirst)) {
    const outer = kept.find((other) => encloses(other, inner) && hides(other, inner));
    if (outer === undefined) kept.push({ ...inner });
    else if (outer.type === 'pre' && inner.language !== undefined) outer.language = inner.language;
  }
  return sortEntities(kept);
}

function codeFirst(a: ApiEntity, b: ApiEntity): number {
  return rank(a) - rank(b);
}

function rank(entity: ApiEntity): number {
  return entity.type === 'pre' ? 0 : entity.type === 'code' ? 1 : 2;
}

function hides(outer: ApiEntity, inner: ApiEntity): boolean {
  return outer.type === inner.type || outer.type === 'pre' || outer.type === 'code';
}

function encloses(outer: ApiEntity, inner: ApiEntity): boolean {
  return outer.offset <= inner.offset && outer.offset + outer.length >= inner.offset + inner.length;
}
