import {
  amount,
  day,
  flag,
  id,
  moment,
  oneOf,
  optional,
  page,
  placeIn,
  type ValuesOf,
  type Writing,
  writingOf,
} from './button-form.ts';

/**
 * The conversations that give somebody a position or office. Phones hold an index, so the order never
 * changes.
 */
export const giveKinds = ['invite', 'assign', 'acting'] as const;
export type GiveKind = (typeof giveKinds)[number];

/** What such a conversation learns from its button. Phones hold an index, so the order never changes. */
export const giveAbout = ['nothing', 'position', 'office', 'assignment', 'person'] as const;
export type GiveAbout = (typeof giveAbout)[number];

/** A page of the audit, and a filter: two numbers that `conversations/audit/look.ts` makes and reads. */
const look = { page, who: amount, when: amount };

/**
 * The screens that a button opens, each with its arguments in the order in which the button
 * carries them. A name is on people's phones and never changes: letters only, at most 12.
 * `conversations/all-screens.ts` names who shows each.
 */
export const screenArguments = {
  audit: look,
  auditverify: {},
  auditfilter: look,
  auditpeople: look,
  auditacts: look,
  auditcuts: look,
  auditdays: look,

  cuts: { page },
  cut: { cutId: id },
  closecut: { cutId: id },
  excluded: { cutId: id, page },
  exclude: { cutId: id, activityId: id },
  settings: { planId: id },
  cutdates: { planId: id, page },
  setdate: { cutId: id },
  setopening: { planId: id },
  setgrace: { planId: id },
  setapproval: { planId: id, yes: placeIn([false, true]) },
  setchanges: { planId: id, yes: placeIn([false, true]) },
  programs: { planId: id, page },
  program: { activityId: id },
  versions: { planId: id, page },
  /** *Publicar*: a page of what would be published, and the yes to what `seen` stands for. */
  publish: { page },
  publishyes: { seen: amount },
  /** The calendar of all cuts as a file. */
  calendar: {},
  reformwhich: { planId: id, page },
  reform: { activityId: id },
  reformask: { changeId: id },
  /** Every change of it whole, when the question had no room for all. */
  reformall: { changeId: id },
  reformsay: { changeId: id, answer: oneOf(['yes', 'no', 'withdraw']) },
  /** *Preparar 2023*: the draft of the year after this plan's. */
  nextyear: { planId: id },
  /** Without a year, the present one. A page comes with its year. */
  daysoff: { year: optional(id), page: optional(page) },
  dayoffadd: {},
  dayoffdel: { date: day },
  reopenable: { page },
  reopen: { cutId: id },
  remindwho: { page },
  remindone: { personId: id },
  remindyes: { personId: id },

  everyrow: { cutId: id },
  pictures: { cutId: id },
  export: { cutId: id },
  present: { cutId: id },
  approve: { presentationId: id },
  return: { presentationId: id },
  changes: { cutId: id },
  correct: { cutId: id, activityId: id },
  void: { cutId: id, activityId: id },
  verify: { cutId: id, activityId: optional(id) },
  verifycuts: { page },
  /** The evidence of a cut as a zip: asked first, then made. */
  evpack: { cutId: id, yes: placeIn([false, true]) },

  /**
   * Here and below: without a page it opens a new message; with one it changes the page of the shown list.
   */
  unsent: { page: optional(page) },
  resend: { rowId: id },
  resendall: {},
  why: { page: optional(page) },
  whyof: { personId: id, page },
  vacant: { page: optional(page) },
  vacantround: { positionId: id },
  /** The same from another message, which stays as it is. */
  vacantof: { positionId: id },
  /** *Dejar 25 %*: what the mayor returned stays as that report says. */
  keep: { activityId: id, cutId: id, reportId: id },
  /** *Quitar*: a file or link of one's own. */
  evremove: { evidenceId: id },
  /** *Quitar* under what was received: everything that the message confirms; asked first when it is several pieces. */
  evundo: { evidenceId: id, step: placeIn(['ask', 'all', 'one', 'none']) },
  /** A page of one's own files and links of an activity. */
  evown: { cutId: id, activityId: id, page },
  /** *Mi informe*: one's own reports between two days, as a paper. */
  myreport: {},
  /** *Relación de entrega* of the position of an assignment. */
  handover: { assignmentId: id },
  /** *Ver*: sends one's own file back. */
  evsee: { evidenceId: id },

  /** *Primeros pasos*: the form, a rehearsal of a reminder, and a button of that rehearsal. */
  sendform: {},
  rehearsal: {},
  rehearsed: {},

  people: { page },
  person: { personId: id, page: optional(page) },
  held: { assignmentId: id },
  position: { positionId: id, page: optional(page) },
  /** The office by its position in the list of offices, from 1. */
  office: { place: id, page: optional(page) },
  /** `id` is that of the thing in `about`: for an office its position in the list, from 1; for nothing 0. */
  give: { kind: placeIn(giveKinds), about: placeIn(giveAbout), id: amount },
  link: { personId: id },
  unlink: { personId: id, confirmed: flag('1') },
  /** *Anular todas*: what one message invited at a moment. */
  unlinkall: { at: moment, confirmed: flag('1') },
  officeok: { invitationId: id },
  confirmname: { invitationId: id },
  officeask: { changeId: id },
  officesay: { changeId: id, answer: oneOf(['yes', 'no', 'withdraw']) },
  contract: { assignmentId: id },
  end: { assignmentId: id },
  rename: { personId: id },
  impostor: { personId: id },
  /** One of several accounts that a person has had. */
  impostorof: { personId: id, since: moment },
};

export type ScreenName = keyof typeof screenArguments;
type Described = typeof screenArguments;
type Arguments = {
  [Name in ScreenName]: keyof Described[Name] extends never
    ? Readonly<Record<string, never>>
    : ValuesOf<Described[Name]>;
};
/** The arguments of a screen; an empty object when it has none. */
export type ScreenArgs<Name extends ScreenName> = Arguments[Name];

/** A screen with its arguments, for each name. */
export type ScreenData<Name extends ScreenName = ScreenName> = {
  [Each in Name]: { readonly screen: Each; readonly args: ScreenArgs<Each> };
}[Name];

export const screenNames = Object.keys(screenArguments) as readonly ScreenName[];

const writings = Object.fromEntries(
  Object.entries(screenArguments).map(([name, parts]) => [
    name,
    writingOf({ beginning: `x:${name}`, parts }),
  ]),
) as Readonly<Record<ScreenName, Writing>>;

function isScreenName(name: string): name is ScreenName {
  return Object.hasOwn(screenArguments, name);
}

/** @returns null when the data is not a screen with its arguments */
export function readScreen(data: string): ScreenData | null {
  const [, screen = ''] = data.split(':', 2);
  const args = isScreenName(screen) ? writings[screen].read(data) : null;
  return args && ({ screen, args } as ScreenData);
}

export function writeScreen<Name extends ScreenName>(screen: Name, args: ScreenArgs<Name>): string {
  return writings[screen].write(args);
}
