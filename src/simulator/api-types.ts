/** The Bot API objects that the simulator returns, as JSON. A key without a value is absent, never null. */

export type ApiUser = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type ApiChat = {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
};

/** Offsets and lengths in UTF-16 units. */
export type ApiEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
};

export type InlineButton = {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  style?: string;
  [other: string]: unknown;
};

export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

export type ApiFile = { file_id: string; file_unique_id: string; file_size?: number };
export type ApiPhotoSize = ApiFile & { width: number; height: number };
export type ApiDocument = ApiFile & { file_name?: string; mime_type?: string };
type ApiVoice = ApiFile & { duration: number; mime_type?: string };
type ApiVideo = ApiFile & { width: number; height: number; duration: number; mime_type?: string };
type ApiSticker = ApiFile & {
  type: 'regular';
  width: number;
  height: number;
  is_animated: boolean;
  is_video: boolean;
  emoji?: string;
};

export type ForwardOrigin = { type: 'user'; date: number; sender_user: ApiUser } | HiddenOrigin;
type HiddenOrigin = { type: 'hidden_user'; date: number; sender_user_name: string };

export type ApiMessage = {
  message_id: number;
  from?: ApiUser;
  /** A group or channel that wrote in its own name. */
  sender_chat?: ApiChat;
  chat: ApiChat;
  date: number;
  edit_date?: number;
  forward_origin?: ForwardOrigin;
  forward_from?: ApiUser;
  forward_sender_name?: string;
  forward_date?: number;
  reply_to_message?: ApiMessage;
  media_group_id?: string;
  text?: string;
  entities?: ApiEntity[];
  photo?: ApiPhotoSize[];
  document?: ApiDocument;
  voice?: ApiVoice;
  video?: ApiVideo;
  sticker?: ApiSticker;
  location?: { latitude: number; longitude: number };
  contact?: { phone_number: string; first_name: string; user_id?: number };
  caption?: string;
  caption_entities?: ApiEntity[];
  new_chat_members?: ApiUser[];
  left_chat_member?: ApiUser;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  reply_markup?: InlineKeyboard;
};

type InaccessibleMessage = { message_id: number; chat: ApiChat; date: 0 };

export type ApiCallbackQuery = {
  id: string;
  from: ApiUser;
  message?: ApiMessage | InaccessibleMessage;
  chat_instance: string;
  data?: string;
};

type ApiMember = { user: ApiUser; status: 'member' | 'left' | 'kicked'; until_date?: number };

type ApiChatMemberUpdated = {
  chat: ApiChat;
  from: ApiUser;
  date: number;
  old_chat_member: ApiMember;
  new_chat_member: ApiMember;
};

/** Exactly one payload key each. */
export type UpdatePayload =
  | { message: ApiMessage }
  | { edited_message: ApiMessage }
  | { channel_post: ApiMessage }
  | { edited_channel_post: ApiMessage }
  | { callback_query: ApiCallbackQuery }
  | { my_chat_member: ApiChatMemberUpdated };

export type ApiUpdate = { update_id: number } & UpdatePayload;

export type BotCommand = { command: string; description: string };
