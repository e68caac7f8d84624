import {
  after,
  amount,
  flag,
  id,
  idOr,
  moment,
  oneOf,
  optional,
  page,
  text,
  type ValuesOf,
  type Writing,
  writingOf,
} from './button-form.ts';
import { readScreen, type ScreenData, writeScreen } from './screens.ts';

/** The formats in which a cut can be asked for. */
export const fileFormats = ['pdf', 'xlsx', 'csv', 'zip'] as const;
export type FileFormat = (typeof fileFormats)[number];

/**
 * Every kind of button by its name: the beginning of its data, and its parts in order. Writing, reading and
 * the type of its values follow from this alone. The data is on people's phones and never changes
 * (`buttons-on-phones.test.ts`).
 */
const forms = {
  question: { beginning: 'q', parts: { id, answer: text('A-Za-z0-9', '1,20') } },
  report: { beginning: 'm:report', parts: {} },
  /** Page 0 opens the list in a new message; from 1 on it changes the page of the shown list. */
  myActivities: { beginning: 'm:list', parts: { page: amount } },
  snooze: { beginning: 'm:snooze', parts: {} },
  activity: { beginning: 'a', parts: { activityId: id, cutId: id } },
  correct: { beginning: 'c', parts: { activityId: id, cutId: id } },
  enrol: {
    beginning: 'e',
    parts: { invitationId: id, answer: oneOf(['yes', 'no']), proof: text('A-Za-z0-9_-', '22') },
  },
  notThatPerson: { beginning: 'n', parts: { personId: id, enrolledAt: moment } },
  summary: { beginning: 's', parts: { cutId: id } },
  /** Without a page it opens the list in a new message; with one it changes the page of the shown list. */
  detail: { beginning: 'd', parts: { cutId: id, page: optional(after('p', page)) } },
  activityDetail: { beginning: 'd', parts: { cutId: id, activityId: id } },
  /** Another page of the files and links under the detail of an activity. */
  evidencePage: { beginning: 'v', parts: { cutId: id, activityId: id, page } },
  evidence: { beginning: 'v', parts: { id } },
  missing: { beginning: 'f', parts: { cutId: id } },
  file: { beginning: 'g', parts: { cutId: id, format: oneOf(fileFormats) } },
  otherCuts: { beginning: 'o', parts: { planId: id } },
  /** Null: everybody with something pending, in any cut. */
  remind: { beginning: 'r', parts: { cutId: idOr('all'), confirmed: flag('yes') } },
};

type Forms = typeof forms;
type Plain = {
  [Name in keyof Forms]: { readonly to: Name } & ValuesOf<Forms[Name]['parts']>;
}[keyof Forms];

/**
 * A button's data as typed values. A client may send anything back (Bot API, CallbackQuery.data), so data
 * that does not parse is `null` and does nothing. The code that acts checks whose button it is.
 */
export type ButtonData = Plain | ({ readonly to: 'screen' } & ScreenData);

const writings = Object.fromEntries(
  Object.entries(forms).map(([to, form]) => [to, writingOf(form)]),
) as Readonly<Record<keyof Forms, Writing>>;

/** @returns null for data that we never put on a button. */
export function readButton(data: string): ButtonData | null {
  const screen = readScreen(data);
  if (screen) return { to: 'screen', ...screen };
  for (const [to, { read }] of Object.entries(writings)) {
    const values = read(data);
    if (values) return { to, ...values } as ButtonData;
  }
  return null;
}

/** At most 64 bytes (Bot API, InlineKeyboardButton.callback_data). */
export function writeButton(button: ButtonData): string {
  return button.to === 'screen' ? writeScreen(button.screen, button.args) : writings[button.to].write(button);
}
