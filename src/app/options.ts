import type { Clock } from '../clock.ts';
import type { Render } from '../jobs/render.ts';
import type { Log } from '../log.ts';
import type { EveryMinute } from '../schedule/cron.ts';
import type { watchOtherWriters } from '../schedule/watch-writers.ts';
import type { Rate } from '../telegram/pace.ts';
import type { Webhook } from '../telegram/webhook.ts';

/** The options with which a bot is started. */
export type BotOptions = {
  readonly token: string;
  readonly apiRoot: string;
  readonly databasePath: string;
  /** Folder of the evidence. */
  readonly filesPath: string;
  /**
   * Bytes that a person may send per cut, and bytes of the disk that stay free. Default: the settings'
   * values.
   */
  readonly evidence?: { readonly limit: number; readonly reserve: number };
  /** Null: the name in the plan. */
  readonly entityName: string | null;
  readonly dataContact: string;
  readonly clock: Clock;
  /** The clock on which pacing sleeps; a demo lets it advance while the sender sleeps. Default: `clock`. */
  readonly pacingClock?: Clock;
  readonly rate: Rate;
  readonly log: Log;
  /** Address of health, metrics and the webhook. Default: not served. */
  readonly http?: { readonly host: string; readonly port: number } | null;
  /** Default: long polling. */
  readonly webhook?: Webhook | null;
  /** Default: node-cron on the machine's clock, else the given clock's own minutes. */
  readonly everyMinute?: EveryMinute;
  /** Default: acts on what the command line writes within 2 s of real time. */
  readonly watchWriters?: typeof watchOtherWriters;
  /** Default: a process of its own, which ends with the bot. */
  readonly render?: Render;
};
