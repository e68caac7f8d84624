import type { Imports } from './imports.ts';

/** Who may import whom: each room with the rooms it may import besides itself. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** A folder of `src`, or a single file beside the folders. */
export function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** Every import that the table does not allow, and every room that the table does not have. */
export function faultsIn(imports: Imports, rooms: Rooms): readonly string[] {
  const missing = [...new Set([...imports.keys()].map(roomOf))].filter((room) => !Object.hasOwn(rooms, room));
  return [
    ...missing.map((room) => `${room} is not in the table`),
    ...[...imports].flatMap(([file, targets]) => forbidden(file, targets, rooms)),
  ];
}

function forbidden(file: string, targets: readonly string[], rooms: Rooms): readonly string[] {
  const room = roomOf(file);
  const allowed = Object.hasOwn(rooms, room) ? rooms[room] : undefined;
  if (!allowed) return [];
  return targets
    .filter((target) => ![room, ...allowed].includes(roomOf(target)))
    .map((target) => `${file} imports ${target}`);
}
