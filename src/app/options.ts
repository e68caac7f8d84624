import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { EveryMinute } from '../schedule/cron.ts';
import type { watchOtherWriters } from '../schedule/watch-writers.ts';
import type { Rate } from '../telegram/pace.ts';
import type { Webhook } from '../telegram/webhook.ts';

/** What a bot is started with. */
export type BotOptions = {
  readonly token: string;
  readonly apiRoot: string;
  readonly databasePath: string;
  /** Folder of the evidence. */
  readonly filesPath: string;
  /** Bytes a person may leave of a cut, and bytes to be left free. Default: that of the settings. */
  readonly evidence?: { readonly limit: number; readonly reserve: number };
  /** Null: the plan's entity. */
  readonly entityName: string | null;
  readonly dataContact: string;
  readonly clock: Clock;
  /** What pacing sleeps on; a demo lets it advance while the sender sleeps. Default: `clock`. */
  readonly pacingClock?: Clock;
  readonly rate: Rate;
  readonly log: Log;
  /** Where health, metrics and the webhook are served. Default: nowhere. */
  readonly http?: { readonly host: string; readonly port: number } | null;
  /** Default: long polling. */
  readonly webhook?: Webhook | null;
  /** Default: node-cron on the machine's clock, else the given clock's own minutes. */
  readonly everyMinute?: EveryMinute;
  /** Default: what the command line writes is acted on within 2 s of real time. */
  readonly watchWriters?: typeof watchOtherWriters;
};
