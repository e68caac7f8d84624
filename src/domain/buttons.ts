/** What a cut can be asked for as a file. */
export const fileFormats = ['pdf', 'xlsx', 'csv', 'zip'] as const;
export type FileFormat = (typeof fileFormats)[number];

/**
 * What a button carries, as typed values. A client may send anything back (Bot API, CallbackQuery.data), so
 * what does not parse is `null` and does nothing; whose button it is, is checked by whoever acts on it.
 */
export type ButtonData =
  | { readonly to: 'question'; readonly id: number; readonly answer: string }
  | { readonly to: 'report' }
  /** Page 0 opens the list beside the message; from 1 on it turns the list that is shown. */
  | { readonly to: 'myActivities'; readonly page: number }
  | { readonly to: 'snooze' }
  | { readonly to: 'activity'; readonly activityId: number; readonly cutId: number }
  | { readonly to: 'correct'; readonly activityId: number; readonly cutId: number }
  | {
      readonly to: 'enrol';
      readonly invitationId: number;
      readonly answer: 'yes' | 'no';
      readonly proof: string;
    }
  | { readonly to: 'notThatPerson'; readonly personId: number; readonly enrolledAt: number }
  | { readonly to: 'summary'; readonly cutId: number }
  /** Without a page it opens the list anew; with one it turns the list that is shown. */
  | { readonly to: 'detail'; readonly cutId: number; readonly activityId: null; readonly page: number | null }
  | { readonly to: 'detail'; readonly cutId: number; readonly activityId: number }
  /** Another page of the files and links under the detail of an activity. */
  | {
      readonly to: 'evidencePage';
      readonly cutId: number;
      readonly activityId: number;
      readonly page: number;
    }
  | { readonly to: 'evidence'; readonly id: number }
  | { readonly to: 'missing'; readonly cutId: number }
  | { readonly to: 'file'; readonly cutId: number; readonly format: FileFormat }
  | { readonly to: 'otherCuts'; readonly planId: number }
  /** A screen of an administrative conversation with the numbers it is about (`conversations/dialogs/screens.ts`). */
  | { readonly to: 'screen'; readonly screen: string; readonly args: readonly number[] }
  /** Null: whoever has something pending in any cut. */
  | { readonly to: 'remind'; readonly cutId: number | null; readonly confirmed: boolean };

const whole = '([1-9]\\d{0,15})';
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => ButtonData])[] = [
  [
    /^q:([1-9]\d{0,15}):([A-Za-z0-9]{1,20})$/,
    ([, id, answer]) => ({ to: 'question', id: Number(id), answer: answer ?? '' }),
  ],
  [
    /^x:([a-z]{1,12})((?::\d{1,15}){0,3})$/i,
    ([, screen, args]) => ({
      to: 'screen',
      screen: screen ?? '',
      args: (args ?? '').split(':').filter(Boolean).map(Number),
    }),
  ],
  [/^m:report$/, () => ({ to: 'report' })],
  [new RegExp(`^m:list:(0|${whole})$`), ([, page]) => ({ to: 'myActivities', page: Number(page) })],
  [/^m:snooze$/, () => ({ to: 'snooze' })],
  [
    new RegExp(`^a:${whole}:${whole}$`),
    ([, a, c]) => ({ to: 'activity', activityId: Number(a), cutId: Number(c) }),
  ],
  [
    new RegExp(`^c:${whole}:${whole}$`),
    ([, a, c]) => ({ to: 'correct', activityId: Number(a), cutId: Number(c) }),
  ],
  [
    new RegExp(`^e:${whole}:(yes|no):([A-Za-z0-9_-]{22})$`),
    ([, id, answer, proof]) => ({
      to: 'enrol',
      invitationId: Number(id),
      answer: answer === 'yes' ? 'yes' : 'no',
      proof: proof ?? '',
    }),
  ],
  [
    new RegExp(`^n:${whole}:${whole}$`),
    ([, id, at]) => ({ to: 'notThatPerson', personId: Number(id), enrolledAt: Number(at) }),
  ],
  [new RegExp(`^s:${whole}$`), ([, cut]) => ({ to: 'summary', cutId: Number(cut) })],
  [
    new RegExp(`^d:${whole}$`),
    ([, cut]) => ({ to: 'detail', cutId: Number(cut), activityId: null, page: null }),
  ],
  [
    new RegExp(`^d:${whole}:${whole}$`),
    ([, cut, a]) => ({ to: 'detail', cutId: Number(cut), activityId: Number(a) }),
  ],
  [
    new RegExp(`^d:${whole}:p:${whole}$`),
    ([, cut, page]) => ({ to: 'detail', cutId: Number(cut), activityId: null, page: Number(page) }),
  ],
  [
    new RegExp(`^v:${whole}:${whole}:${whole}$`),
    ([, cut, a, page]) => ({
      to: 'evidencePage',
      cutId: Number(cut),
      activityId: Number(a),
      page: Number(page),
    }),
  ],
  [new RegExp(`^v:${whole}$`), ([, id]) => ({ to: 'evidence', id: Number(id) })],
  [
    new RegExp(`^g:${whole}:(pdf|xlsx|csv|zip)$`),
    ([, cut, format]) => ({
      to: 'file',
      cutId: Number(cut),
      format: fileFormats.find((each) => each === format) ?? 'pdf',
    }),
  ],
  [new RegExp(`^f:${whole}$`), ([, cut]) => ({ to: 'missing', cutId: Number(cut) })],
  [new RegExp(`^o:${whole}$`), ([, plan]) => ({ to: 'otherCuts', planId: Number(plan) })],
  [
    new RegExp(`^r:(?:${whole}|all)(:yes)?$`),
    ([, cut, yes]) => ({
      to: 'remind',
      cutId: cut === undefined ? null : Number(cut),
      confirmed: yes !== undefined,
    }),
  ],
];

/** @returns null for anything we never put on a button. */
export function readButton(data: string): ButtonData | null {
  for (const [form, make] of forms) {
    const parts = form.exec(data);
    if (parts) return make(parts);
  }
  return null;
}

/** At most 64 bytes (Bot API, InlineKeyboardButton.callback_data). */
export function writeButton(button: ButtonData): string {
  switch (button.to) {
    case 'question':
      return `q:${button.id}:${button.answer}`;
    case 'report':
      return 'm:report';
    case 'myActivities':
      return `m:list:${button.page}`;
    case 'snooze':
      return 'm:snooze';
    case 'activity':
      return `a:${button.activityId}:${button.cutId}`;
    case 'correct':
      return `c:${button.activityId}:${button.cutId}`;
    case 'enrol':
      return `e:${button.invitationId}:${button.answer}:${button.proof}`;
    case 'notThatPerson':
      return `n:${button.personId}:${button.enrolledAt}`;
    case 'summary':
      return `s:${button.cutId}`;
    case 'detail':
      if (button.activityId !== null) return `d:${button.cutId}:${button.activityId}`;
      return button.page === null ? `d:${button.cutId}` : `d:${button.cutId}:p:${button.page}`;
    case 'evidencePage':
      return `v:${button.cutId}:${button.activityId}:${button.page}`;
    case 'evidence':
      return `v:${button.id}`;
    case 'file':
      return `g:${button.cutId}:${button.format}`;
    case 'missing':
      return `f:${button.cutId}`;
    case 'otherCuts':
      return `o:${button.planId}`;
    case 'screen':
      return ['x', button.screen, ...button.args].join(':');
    case 'remind':
      return `r:${button.cutId ?? 'all'}${button.confirmed ? ':yes' : ''}`;
  }
}
