import type { PhoneMessage, World } from '../index.ts';
import { visibleMessages } from '../phone.ts';
import type { FileView, MessageView } from './view.ts';

/** After this long Telegram has given the tap up (150 s): the button's spinner ends. */
const tapMs = 150_000;

/** The messages of a chat as its phone shows them, oldest first. */
export function phoneMessages(world: World, personId: number): readonly MessageView[] {
  const unfetched = unfetchedMessages(world, personId);
  const waiting = waitingTaps(world, personId);
  return visibleMessages(world, personId, personId).map((message): MessageView => {
    const photo = message.photo ? fileView(world, message.photo, 'foto.jpg') : undefined;
    const document = message.document ? fileView(world, message.document, 'archivo') : undefined;
    return {
      id: message.messageId,
      from: message.from === 'me' ? 'me' : 'bot',
      text: message.text,
      entities: message.entities,
      rows: message.buttons,
      at: message.date * 1000,
      edited: message.edited && message.from === 'me',
      revision: message.revision,
      ...(photo ? { photo } : {}),
      ...(document ? { document } : {}),
      waiting: waiting.get(message.messageId) ?? [],
      fetched: !unfetched.has(message.messageId),
    };
  });
}

function fileView(world: World, file: NonNullable<PhoneMessage['photo']>, name: string): FileView {
  const stored = world.files.get(file.fileId);
  return {
    url: `/files/${file.fileId}/${encodeURIComponent(file.name ?? name)}`,
    name: file.name ?? name,
    size: file.size,
    mime: file.mime ?? '',
    ...(stored?.width === undefined ? {} : { width: stored.width }),
    ...(stored?.height === undefined ? {} : { height: stored.height }),
  };
}

/** Own messages that wait at Telegram: the bot has not confirmed them. */
function unfetchedMessages(world: World, personId: number): ReadonlySet<number> {
  const messages = world.updates.pending().flatMap(({ update }) => {
    const message =
      'message' in update ? update.message : 'edited_message' in update ? update.edited_message : null;
    return message?.chat.id === personId ? [message.message_id] : [];
  });
  return new Set(messages);
}

function waitingTaps(world: World, personId: number): ReadonlyMap<number, readonly string[]> {
  const now = world.clock.now();
  const open = [...world.taps.values()].filter(
    (tap) => tap.personId === personId && tap.answer === undefined && now - tap.at < tapMs,
  );
  const grouped = Map.groupBy(open, (tap) => tap.messageId);
  return new Map([...grouped].map(([id, taps]) => [id, taps.map((tap) => tap.data)]));
}
