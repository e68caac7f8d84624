import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { freeBytes } from '../db/free-space.ts';
import { openWork } from '../db/load.ts';
import { readMoment } from '../db/meta.ts';
import type { Store } from '../db/open.ts';
import type { Counters, Family } from './metrics.ts';
import type { Pulse } from './pulse.ts';

/** Counters by name, each increased where the thing happens. */
const counted = {
  monitoreo_updates_total: 'Updates handled durably, by outcome.',
  monitoreo_telegram_calls_total: 'Calls to the Bot API, by method and outcome.',
  monitoreo_webhook_requests_total: 'Requests of the webhook, by HTTP status.',
} as const;

/**
 * The bot's measures, read anew each time. They hold no names, texts or ids. Names and units follow
 * https://prometheus.io/docs/practices/naming/
 */
export function createMeasures(of: {
  readonly store: Store;
  readonly databasePath: string;
  readonly filesPath: string;
  /** Whether the disk has room, so that evidence is taken. */
  readonly hasRoom: () => boolean;
  readonly counters: Counters;
  readonly pulse: Pulse;
  readonly now: () => number;
}): { readonly read: () => readonly Family[]; readonly stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = of.now() / 1000 - process.uptime();
  return {
    stop: () => void delay.disable(),
    read: () => {
      const lag = delay.percentile(99) / 1e9;
      delay.reset();
      return [
        ...Object.entries(counted).map(
          ([name, help]): Family => ({ name, help, type: 'counter', samples: of.counters.samples(name) }),
        ),
        ...work(of.store, of.now()),
        loops(of.pulse),
        ...storage(of.databasePath),
        ...evidence(of.filesPath, of.hasRoom()),
        gauge('process_start_time_seconds', 'When this process began.', startedAt),
        gauge('process_resident_memory_bytes', 'Memory held.', process.memoryUsage.rss()),
        gauge('nodejs_heap_size_used_bytes', 'Heap in use.', process.memoryUsage().heapUsed),
        gauge('nodejs_eventloop_lag_p99_seconds', 'How late timers were since the last reading.', lag),
        {
          name: 'process_cpu_seconds_total',
          help: 'Processor time used.',
          type: 'counter',
          samples: [{ value: (process.cpuUsage().user + process.cpuUsage().system) / 1e6 }],
        },
      ];
    },
  };
}

function work({ db }: Store, now: number): readonly Family[] {
  const { waiting, released, releasedSince, jobs } = openWork(db);
  const contact = readMoment(db, 'aliveAt');
  const rival = readMoment(db, 'rivalSeenAt');
  return [
    {
      name: 'monitoreo_outbox_messages',
      help: 'Messages not gone yet: waiting for their hour, or released.',
      type: 'gauge',
      samples: [
        { labels: { state: 'waiting' }, value: waiting },
        { labels: { state: 'released' }, value: released },
      ],
    },
    gauge(
      'monitoreo_outbox_oldest_released_seconds',
      'How long the oldest released message has been waiting.',
      releasedSince === null ? 0 : Math.max(0, (now - releasedSince) / 1000),
    ),
    gauge('monitoreo_jobs_waiting', 'Files still to be fetched, read or made.', jobs),
    ...(contact === null
      ? []
      : [gauge('monitoreo_last_contact_timestamp_seconds', 'Last contact with Telegram.', contact / 1000)]),
    ...(rival === null
      ? []
      : [gauge('monitoreo_rival_timestamp_seconds', 'Another process used our token.', rival / 1000)]),
  ];
}

function loops(pulse: Pulse): Family {
  return {
    name: 'monitoreo_loop_age_seconds',
    help: 'Seconds since a loop last ran; /healthz fails at 120.',
    type: 'gauge',
    samples: [...pulse.ages()].map(([loop, value]) => ({ labels: { loop }, value })),
  };
}

function storage(path: string): readonly Family[] {
  return [
    gauge('monitoreo_database_bytes', 'Size of the database.', sizeOf(path)),
    gauge('monitoreo_write_ahead_log_bytes', 'Size of its write-ahead log.', sizeOf(`${path}-wal`)),
    gauge('monitoreo_disk_free_bytes', 'Room left where the database lies.', freeBytes(dirname(path))),
  ];
}

function evidence(folder: string, taken: boolean): readonly Family[] {
  return [
    gauge('monitoreo_evidence_disk_free_bytes', 'Room left where the evidence lies.', freeBytes(folder)),
    gauge('monitoreo_evidence_declined', '1 while evidence is declined for want of room.', taken ? 0 : 1),
  ];
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
