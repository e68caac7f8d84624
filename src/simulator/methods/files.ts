/** sendPhoto, sendDocument, getFile (specification: Telegram files). */
import { apiDocument, apiPhoto, storeFile, storePhoto } from '../files.ts';
import { type Formatted, readFormatted } from '../formatted.ts';
import { imageDimensions } from '../images.ts';
import type { Params, Upload } from '../params.ts';
import { badRequest } from '../refusal.ts';
import type { StoredFile, World } from '../world.ts';
import type { Method, MethodContext, Methods } from './method.ts';
import { SENDING, send } from './send-message.ts';

const LARGEST_PHOTO = 10_485_760;
const LARGEST_DOWNLOAD = 20_971_520;
const LONGEST_CAPTION = 1024;
const CAPTION = ['caption', 'parse_mode', 'caption_entities', 'show_caption_above_media'];
const WRONG_ID = 'wrong remote file identifier specified: Wrong padding in the string';

const sendDocument: Method = {
  parameters: [...SENDING, ...CAPTION, 'document', 'thumbnail', 'disable_content_type_detection'],
  run: (context) => {
    const { world, params } = context;
    const input = readInput(world, params, 'document');
    const caption = readFormatted(params, 'caption', 'caption_entities');
    return send(context, {
      ...captioned(caption, params),
      check: () => checkCaption(caption),
      content: () => ({
        document: apiDocument(input.kind === 'known' ? input.file : storeUpload(world, input.upload)),
        ...captionContent(caption),
      }),
    });
  },
};

const sendPhoto: Method = {
  parameters: [...SENDING, ...CAPTION, 'photo', 'has_spoiler'],
  run: (context) => {
    const { world, params } = context;
    const input = readInput(world, params, 'photo');
    const caption = readFormatted(params, 'caption', 'caption_entities');
    return send(context, {
      ...captioned(caption, params),
      check: () => {
        checkCaption(caption);
        if (input.kind === 'upload') checkPhoto(input.upload);
      },
      content: () => ({
        photo: apiPhoto(input.kind === 'known' ? [input.file] : newPhoto(world, input.upload)),
        ...captionContent(caption),
      }),
    });
  },
};

const getFile: Method = {
  parameters: ['file_id'],
  run: ({ world, params }: MethodContext) => {
    const id = params.text('file_id') ?? '';
    if (id === '') throw badRequest('file_id not specified');
    const file = world.files.get(id);
    if (file === undefined) throw badRequest('invalid file_id');
    if (file.size > LARGEST_DOWNLOAD) throw badRequest('file is too big');
    return {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: file.path,
    };
  },
};

type Input = { kind: 'upload'; upload: Upload } | { kind: 'known'; file: StoredFile };

/** A file uploaded under the name, an `attach://` to another part, or the id of a file of the same kind. */
function readInput(world: World, params: Params, name: 'photo' | 'document'): Input {
  const direct = params.upload(name);
  const value = params.text(name) ?? '';
  const upload = direct ?? (value.startsWith('attach://') ? params.upload(value.slice(9)) : undefined);
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    return { kind: 'upload', upload };
  }
  if (value === '' || value.startsWith('attach://')) throw badRequest(`there is no ${name} in the request`);
  if (value.includes('.')) throw badRequest('failed to get HTTP URL content');
  const file = world.files.get(value);
  if (file === undefined) throw badRequest(WRONG_ID);
  if (file.kind !== name) {
    const [given, wanted] = [file.kind, name].map((kind) => kind.charAt(0).toUpperCase() + kind.slice(1));
    throw badRequest(`can't use file of type ${given} as ${wanted}`);
  }
  return { kind: 'known', file };
}

function checkPhoto(upload: Upload): void {
  const size = upload.bytes.length;
  if (size > LARGEST_PHOTO) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO} bytes`,
    );
  }
  if (!/\.(jpg|jpeg|gif|png|tif|bmp)$/i.test(upload.fileName)) {
    throw badRequest('photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp');
  }
  const found = imageDimensions(upload.bytes);
  if (found === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const ratio = Math.max(found.width, found.height) / Math.max(1, Math.min(found.width, found.height));
  if (found.width + found.height > 10_000 || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS');
}

function newPhoto(world: World, { bytes, mime }: Upload): StoredFile[] {
  const { width, height } = imageDimensions(bytes) ?? { width: 0, height: 0 };
  return storePhoto(world, { bytes, mime, width, height });
}

function storeUpload(world: World, { bytes, fileName, mime }: Upload): StoredFile {
  return storeFile(world, { kind: 'document', bytes, name: fileName, mime: mimeOf(fileName) ?? mime });
}

const MIMES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Telegram uses the extension; the type of the part counts only for an unknown extension. */
function mimeOf(fileName: string): string | undefined {
  return MIMES[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
}

function captioned(caption: Formatted, params: Params): { raw: string; ignored: readonly string[] } {
  return { raw: params.text('caption') ?? '', ignored: caption.ignored };
}

function captionContent(caption: Formatted) {
  return {
    ...(caption.text === '' ? {} : { caption: caption.text }),
    ...(caption.entities.length === 0 ? {} : { caption_entities: caption.entities }),
  };
}

function checkCaption(caption: Formatted): void {
  if (caption.text.length > LONGEST_CAPTION) throw badRequest('message caption is too long');
}

export const fileMethods: Methods = { sendDocument, sendPhoto, getFile };
