/**
 * Every number of the product that is not a setting of a plan. Above each is the section of
 * docs/specification.md with its rule.
 */

/**
 * The settings of a plan whose calendar sets nothing else (specification: Cut dates, Reopening, Cuts of a
 * plan).
 */
export const CUT_DEFAULTS = {
  /** Calendar days before the cut date. */
  openingDays: 15,
  /** Working days after the closing date in which a first report is *extemporáneo*. */
  graceWorkingDays: 5,
  /** Working days that a reopening lasts when its last day is not given. */
  reopeningWorkingDays: 5,
  /** The most cuts that a plan may have in a year. */
  cutsPerYear: 12,
} as const;

/** When people are reminded of what is pending (specification: Reminders). */
export const REMINDERS = {
  /** Calendar days before the closing date. */
  daysBeforeClosing: [7, 3, 1],
  /** Working days of the grace, counted from 1. */
  overdueGraceDays: [1, 3],
  /** A reminder waits until the person has written nothing for this long. */
  silentMinutes: 30,
} as const;

/**
 * Local hours (specification: Hours, Cut dates). The bot starts messages by itself from `from` (included) to
 * `until` (excluded).
 */
export const HOURS = { from: 7, until: 19, reminder: 8, opening: 8 } as const;

/** Compliance in percent from which an activity is yellow, and green (specification: Figures). */
export const TRAFFIC_LIGHTS = { yellowFrom: 60, greenFrom: 80 } as const;

/** Lists of a plan of a city: beyond `most` only the first ones are shown and the rest counted (specification: Summary). */
export const LISTED = {
  activities: { most: 300, first: 40 },
  positions: { most: 60, first: 30 },
  numbers: { most: 40, first: 10 },
} as const;

/** With more activities than this, the red ones come first (specification: Summary). */
export const RED_FIRST_ABOVE = 10;
/** The summary of a longer plan shows what is behind and what is missing, and counts the rest. */
export const WHOLE_SUMMARY_UP_TO = 15;

/** Answers (specification: Questions of a report, What counts as a percentage, Other messages). */
export const ANSWERS = {
  /** A text without a percentage and with fewer words is not kept as an observation. */
  observationWords: 4,
  observationCharacters: 1_000,
  percentageButtons: [0, 25, 50, 75, 100],
  /** After this many hours without a message a typed answer is kept but not filed. */
  staleHours: 12,
} as const;

/** Evidence (specification: Evidence). */
export const EVIDENCE = {
  bytes: 20 * 1024 * 1024,
  /** The most files and links that a person may leave for a cut; the limit in bytes is a setting. */
  piecesOfACut: 300,
  /** The most files that wait for the answer to whose they are. */
  filesAsked: 20,
} as const;

/** After how long messages are lost, and who is asked again (specification: Outage). */
export const OUTAGES = {
  askAgainAfterMinutes: 2,
  activeBeforeMinutes: 30,
  /** Telegram drops texts after 24 hours. */
  messagesLostAfterHours: 23,
} as const;

/** Invitations, strangers, contracts (specification: Enrolment, Strangers, Replacement). */
export const PEOPLE = {
  invitationDays: 7,
  /** The invitation that a first start shows (specification: First start). */
  firstInvitationMinutes: 60,
  /** Lines of one list. Each becomes a message, and about one a second goes to a chat. */
  invitationsAtOnce: 40,
  invitationAnswersPerHour: 10,
  strangerHours: 24,
  contractWarningDays: 15,
  /** Later, *No es esa persona* takes a reason (specification: Enrolment). */
  undoDays: 10,
  /** A change of an office that nobody answers does not happen (specification: Guarded offices). */
  officeChangeDays: 7,
  /** Working days on which a confirmation or a yes that is missing is asked for again. */
  confirmationRepeats: 5,
  /** What was refused is not asked again before. */
  officeChangeAgainHours: 24,
} as const;

/**
 * How long texts of messages sent are kept, and copies where `deploy/` makes them: daily ones and Litestream's replica
 * (specification: Personal data).
 */
export const KEPT = { messageTextDays: 30, copyDays: 30, replicaDays: 7 } as const;

/** A second tap within this time counts as the same one (specification: Buttons). */
export const DOUBLE_TAP_MS = 2_000;
