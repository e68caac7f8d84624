/**
 * Every number of the product that is not a setting of a plan. The rules they belong to are in the
 * section of product.md that stands above each of them.
 */

/** A cut 1-3, 7: what a plan starts with when its calendar says nothing else. */
export const CUT_DEFAULTS = {
  /** Calendar days before the cut date. */
  openingDays: 15,
  /** Working days after the closing date in which a first report is *extemporáneo*. */
  graceWorkingDays: 5,
  /** Working days that a reopening lasts unless its last day is named. */
  reopeningWorkingDays: 5,
  /** The most cuts that a plan may have in a year. */
  cutsPerYear: 12,
} as const;

/** A cut 3: when what is pending is reminded. */
export const REMINDERS = {
  /** Calendar days before the closing date. */
  daysBeforeClosing: [7, 3, 1],
  /** Which working days of the grace, counted from 1. */
  overdueGraceDays: [1, 3],
  /** A reminder waits until the person has written nothing for this long. */
  silentMinutes: 30,
} as const;

/** A cut 1, 4: local hours. By itself the bot writes from `from` (included) to `until` (excluded). */
export const HOURS = { from: 7, until: 19, reminder: 8, opening: 8 } as const;

/** The summary: compliance in percent from which an activity is yellow, and green. */
export const TRAFFIC_LIGHTS = { yellowFrom: 60, greenFrom: 80 } as const;

/** The summary: with more activities than this, the red ones come first. */
export const RED_FIRST_ABOVE = 10;

/** The conversation of a responsible. */
export const ANSWERS = {
  /** A text without percentage and with fewer words is not kept as an observation. */
  observationWords: 4,
  observationCharacters: 1_000,
  percentageButtons: [0, 25, 50, 75, 100],
  /** After this silence a typed answer is kept but not filed. */
  staleHours: 12,
} as const;

/** The conversation of a responsible, evidence. */
export const EVIDENCE = { bytes: 20 * 1024 * 1024 } as const;

/** The bot was down: what is lost after how long, and whom to ask again. */
export const OUTAGES = {
  askAgainAfterMinutes: 2,
  activeBeforeMinutes: 30,
  /** Telegram drops texts after 24 hours. */
  messagesLostAfterHours: 23,
} as const;

/** Who may do what: invitations, strangers, contracts. */
export const PEOPLE = {
  invitationDays: 7,
  invitationAnswersPerHour: 10,
  strangerHours: 24,
  contractWarningDays: 15,
} as const;

/** Personal data: how long texts of messages sent are kept. */
export const KEPT = { messageTextDays: 30 } as const;

/** The conversation: a second tap within this time is the same finger. */
export const DOUBLE_TAP_MS = 2_000;
