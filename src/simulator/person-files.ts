/** Files as phones send them: an album is several messages with one `media_group_id` and no end mark. */
import type { ApiEntity, ApiMessage } from './api-types.ts';
import { apiDocument, apiFile, apiPhoto, storeFile, storePhoto } from './files.ts';
import { imageDimensions } from './images.ts';
import { typedCaption } from './incoming.ts';
import type { FileKind, World } from './world.ts';

export type SentFile = {
  kind: FileKind;
  bytes: Buffer | Uint8Array;
  /** The name of a document; a phone's photo has none. */
  name?: string;
  /** As the phone declares it; it may be false. */
  mime?: string;
  caption?: string;
  /** Entities of the caption. Default: those that Telegram itself finds. */
  captionEntities?: ApiEntity[];
  /** The same text on every item of one album. */
  mediaGroup?: string;
  /** The announced size in bytes, when it is larger than the bytes given. */
  size?: number;
};

export function mediaOf(world: World, file: SentFile): Partial<ApiMessage> {
  return {
    ...(file.mediaGroup === undefined ? {} : { media_group_id: file.mediaGroup }),
    ...content(world, file),
    ...(file.kind === 'sticker' ? {} : typedCaption(file.caption)),
    ...(file.captionEntities === undefined ? {} : { caption_entities: file.captionEntities }),
  };
}

function content(world: World, file: SentFile): Partial<ApiMessage> {
  const bytes = Buffer.from(file.bytes);
  const { kind, name, mime, size } = file;
  switch (kind) {
    case 'photo': {
      const { width, height } = imageDimensions(bytes) ?? { width: 960, height: 1280 };
      return { photo: apiPhoto(storePhoto(world, { bytes, size, width, height })) };
    }
    case 'document':
      return { document: apiDocument(storeFile(world, { kind, bytes, name, mime, size })) };
    case 'voice':
      return {
        voice: { duration: 3, mime_type: 'audio/ogg', ...apiFile(storeFile(world, { kind, bytes, size })) },
      };
    case 'video':
      return {
        video: {
          duration: 5,
          width: 720,
          height: 1280,
          mime_type: mime ?? 'video/mp4',
          ...apiFile(storeFile(world, { kind, bytes, size })),
        },
      };
    case 'sticker':
      return {
        sticker: {
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
          ...apiFile(storeFile(world, { kind, bytes, size })),
        },
      };
  }
}
