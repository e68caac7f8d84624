/** The files that the simulated Telegram keeps: sent by people, uploaded by the bot. */
import type { ApiDocument, ApiFile, ApiPhotoSize } from './api-types.ts';
import type { FileKind, StoredFile, World } from './world.ts';

const FOLDERS: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  sticker: 'stickers',
};

type NewFile = {
  kind: FileKind;
  bytes: Buffer;
  name?: string | undefined;
  mime?: string | undefined;
  size?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
};

export function storeFile(world: World, file: NewFile): StoredFile {
  const number = world.counters.file++;
  const uniqueId = `AQAD${number.toString(36).padStart(6, '0')}`;
  const name = file.name === undefined ? undefined : cleanFileName(file.name);
  const extension = /\.[A-Za-z0-9]{1,16}$/.exec(name ?? '')?.[0] ?? (file.kind === 'photo' ? '.jpg' : '');
  const fileId = Buffer.from(`${file.kind}:${world.bot.user.id}:${number}:${uniqueId}`).toString('base64url');
  const stored: StoredFile = {
    fileId,
    uniqueId,
    kind: file.kind,
    bytes: file.bytes,
    size: file.size ?? file.bytes.length,
    path: `${FOLDERS[file.kind]}/file_${number}${extension}`,
    ...(name === undefined ? {} : { name }),
    ...(file.mime === undefined ? {} : { mime: file.mime }),
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
  };
  world.files.set(stored.fileId, stored);
  return stored;
}

export function apiFile(file: StoredFile): ApiFile {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size };
}

export function apiDocument(file: StoredFile): ApiDocument {
  return {
    ...(file.name === undefined ? {} : { file_name: file.name }),
    ...(file.mime === undefined ? {} : { mime_type: file.mime }),
    ...apiFile(file),
  };
}

/** The sizes of one photo, small to large; the last one has the bytes that were sent. */
export function storePhoto(world: World, photo: Omit<NewFile, 'kind'> & { width: number; height: number }) {
  const sizes = [90, 320, 800].filter((side) => side < Math.max(photo.width, photo.height));
  const scaled = sizes.map((side) => {
    const scale = side / Math.max(photo.width, photo.height);
    return storeFile(world, {
      ...photo,
      kind: 'photo',
      name: undefined,
      width: Math.max(1, Math.round(photo.width * scale)),
      height: Math.max(1, Math.round(photo.height * scale)),
    });
  });
  return [...scaled, storeFile(world, { ...photo, kind: 'photo', name: undefined })];
}

export function apiPhoto(sizes: readonly StoredFile[]): ApiPhotoSize[] {
  return sizes.map((file) => ({ ...apiFile(file), width: file.width ?? 0, height: file.height ?? 0 }));
}

/**
 * A name as Telegram stores it: percent-decoded, without path, a stem of 64 and an extension of 16
 * characters.
 */
function cleanFileName(name: string): string {
  const base = decode(name).split(/[\\/]/).at(-1) ?? '';
  const cleaned = base
    .replace(/[<>:"|?*&`'\u0000-\u001f]/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N} ._()[\]{}@#!$%^+=,;~-]/gu, '')
    .trim();
  const dot = cleaned.lastIndexOf('.');
  const stem = dot > 0 ? cleaned.slice(0, dot) : cleaned;
  const extension = dot > 0 ? cleaned.slice(dot + 1) : '';
  const short = [...stem].slice(0, 64).join('').trim();
  return extension === '' ? short : `${short}.${[...extension].slice(0, 16).join('')}`;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
