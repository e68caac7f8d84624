/** Where a cut is published: `planes/PL-PC-01/2022/1`. Once given it never changes. */
export type Given = { readonly cutId: number; readonly planId: number; readonly address: string };

/**
 * The address of a cut: the one that it has, or a new one made of code, year and number that no other cut has. Addresses
 * that differ only in capitals are one on many servers.
 */
export function addressOf(
  of: {
    readonly cutId: number;
    readonly planId: number;
    readonly code: string;
    readonly fiscalYear: number;
    readonly number: number;
  },
  given: readonly Given[],
): string {
  const own = given.find((each) => each.cutId === of.cutId);
  if (own) return own.address;
  const folder = folderOf(of, given);
  const taken = new Set(given.map((each) => each.address.toLowerCase()));
  return firstFree(`${folder}/${of.number}`, (address) => taken.has(address.toLowerCase()));
}

/** The cuts of a plan stand in one folder, in which no other plan has any. */
function folderOf(
  of: { readonly planId: number; readonly code: string; readonly fiscalYear: number },
  given: readonly Given[],
): string {
  const own = given.find((each) => each.planId === of.planId);
  if (own) return folderIn(own.address);
  const taken = new Set(given.map((each) => folderIn(each.address).toLowerCase()));
  const code = firstFree(slugOf(of.code), (slug) =>
    taken.has(`planes/${slug}/${of.fiscalYear}`.toLowerCase()),
  );
  return `planes/${code}/${of.fiscalYear}`;
}

function folderIn(address: string): string {
  return address.slice(0, address.lastIndexOf('/'));
}

/** `PL-PC-01`, of any code: only `A-Za-z0-9-`, so it leaves no folder and means the same in every address. */
export function slugOf(code: string): string {
  const plain = code.normalize('NFD').replace(/\p{M}/gu, '');
  const slug = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'plan' : slug;
}

function firstFree(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let next = 2; isTaken(free); next += 1) free = `${name}-${next}`;
  return free;
}
