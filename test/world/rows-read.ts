import Database from 'better-sqlite3';

const ways = ['run', 'get', 'all'] as const;

/** What an act asks of the database: the cause of its time, the same on every machine. */
export type Read = {
  statements: number;
  rows: number;
  readonly sources: Set<string>;
  /** How often each ran. */
  readonly runs: Map<string, number>;
};

/** The statements that run in this process during an act, and the rows that they return. */
export function rowsRead(act: () => void): Read {
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, unknown>;
  probe.close();
  const before = ways.map((way) => statement[way] as (...args: unknown[]) => unknown);
  const read: Read = { statements: 0, rows: 0, sources: new Set(), runs: new Map() };
  ways.forEach((way, place) => {
    statement[way] = function (this: Database.Statement, ...args: unknown[]) {
      const found = before[place]?.apply(this, args);
      read.statements++;
      read.sources.add(this.source);
      read.runs.set(this.source, (read.runs.get(this.source) ?? 0) + 1);
      if (way !== 'run') read.rows += Array.isArray(found) && way === 'all' ? found.length : 1;
      return found;
    };
  });
  try {
    act();
    return read;
  } finally {
    ways.forEach((way, place) => {
      statement[way] = before[place];
    });
  }
}
