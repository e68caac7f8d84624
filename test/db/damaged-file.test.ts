import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '../../src/db/meta.ts';
import { inTransaction, openStore, openToRead } from '../../src/db/open.ts';
import { DamagedError } from '../../src/db/refusals.ts';

const frame = 24 + 4096;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'));
  path = join(folder, 'crashed', 'bot.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The three files as a process leaves them when it is killed after ten commits, of which five may be
 * checkpointed.
 */
function crash(life: (write: (key: string) => void, checkpoint: (mode: string) => void) => void): void {
  const living = join(folder, 'living.db');
  const store = openStore(living, { migrate: true });
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  life(
    (key) => inTransaction(store, (db) => writeMeta(db, key, key.repeat(50))),
    (mode) => store.sqlite.pragma(`wal_checkpoint(${mode})`),
  );
  openStore(path, { migrate: false }).close();
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(living + end)) copyFileSync(living + end, path + end);
  }
  store.close();
}

const tenCommits = () =>
  crash((write) => {
    for (let place = 0; place < 10; place++) write(`key${place}`);
  });

/** Hashes of the file and its log; the index beside them has no data of its own. */
function fingerprints(): readonly string[] {
  return readdirSync(join(path, '..'))
    .filter((name) => !name.endsWith('-shm'))
    .toSorted()
    .map((name) => `${name} ${sha256(join(path, '..', name))}`);
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

function expectRefusedUntouched(): void {
  const before = fingerprints();
  expect(() => openStore(path, { migrate: true })).toThrow(DamagedError);
  expect(() => openStore(path, { migrate: false })).toThrow(DamagedError);
  expect(() => openToRead(path)).toThrow(DamagedError);
  expect(fingerprints()).toEqual(before);
}

function keysRead(): number {
  const { db, close } = openStore(path, { migrate: true });
  const found = Array.from({ length: 10 }, (_, place) => readMeta(db, `key${place}`)).filter(Boolean).length;
  close();
  return found;
}

describe('after a crash', () => {
  it('keeps what was committed', () => {
    tenCommits();
    expect(keysRead()).toBe(10);
  });

  it('ignores a transaction that reached the disk only in part', () => {
    tenCommits();
    const torn = readFileSync(`${path}-wal`).subarray(32, 32 + frame);
    torn[600] = (torn[600] ?? 0) ^ 0xff;
    appendFileSync(`${path}-wal`, torn);
    appendFileSync(`${path}-wal`, torn.subarray(0, 1_000));
    expect(keysRead()).toBe(10);
  });

  it('accepts a log that was restarted over an older, longer one', () => {
    crash((write, checkpoint) => {
      for (let place = 0; place < 8; place++) write(`key${place}`);
      checkpoint('RESTART');
      write('key8');
      write('key9');
    });
    expect(keysRead()).toBe(10);
  });
});

describe('a damaged write-ahead log is refused and left as it is', () => {
  it.each([
    ['in its first commit', (length: number) => length - 10 * frame + 100],
    ['in the middle', (length: number) => length - 5 * frame + 2_000],
    ['in the last commit', (length: number) => length - 1_000],
    ['in the header of a frame', (length: number) => length - 5 * frame + 10],
    ['in its own header', () => 17],
    ['in its magic number', () => 1],
  ])('%s', (_, where) => {
    tenCommits();
    flip(`${path}-wal`, where(readFileSync(`${path}-wal`).length));
    expectRefusedUntouched();
  });

  it('cut off, or gone', () => {
    tenCommits();
    truncateSync(`${path}-wal`, readFileSync(`${path}-wal`).length - 2 * frame);
    expectRefusedUntouched();
    rmSync(`${path}-wal`);
    expectRefusedUntouched();
  });

  it('in the middle, also where the index was lost, as after a copy to another machine', () => {
    tenCommits();
    rmSync(`${path}-shm`);
    flip(`${path}-wal`, readFileSync(`${path}-wal`).length - 5 * frame + 2_000);
    expectRefusedUntouched();
  });
});

it('refuses a damaged database at the start, and leaves its log beside it', () => {
  tenCommits();
  const bytes = readFileSync(path);
  for (let page = 2; page < bytes.length / 4096; page++) bytes.fill(0xab, page * 4096, page * 4096 + 64);
  writeFileSync(path, bytes);
  const before = fingerprints();
  expect(() => openStore(path, { migrate: true })).toThrow(DamagedError);
  expect(fingerprints()).toEqual(before);
});

it.runIf(process.platform === 'linux')('refuses at once a place where no folder can be made', () => {
  expect(() => openStore('/proc/no/bot.db', { migrate: true })).toThrow('ENOENT');
});

it('needs no folder for temporary files: the root may be read-only', () => {
  for (const open of [() => openStore(path, { migrate: true }), () => openToRead(path)]) {
    const store = open();
    expect(store.sqlite.pragma('temp_store', { simple: true })).toBe(2);
    store.close();
  }
});
