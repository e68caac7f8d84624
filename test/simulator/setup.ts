/** A started simulator on a manual clock, and a bare caller of its Bot API. */
import { afterEach } from 'vitest';
import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/index.ts';

export const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
/** 16 March 2022, 08:00 in Bogota. */
export const START = Date.UTC(2022, 2, 16, 13);

export type Answer = {
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  result?: any;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};
export type Stage = {
  simulator: Simulator;
  clock: ManualClock;
  apiRoot: string;
  /** POSTs JSON. */
  call(method: string, params?: Record<string, unknown>): Promise<Answer>;
  /** The raw response of any request. */
  request(path: string, init?: RequestInit): Promise<Response>;
};

const running: Simulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

export async function stage(
  options: Partial<SimulatorOptions> & { clock?: ManualClock } = {},
): Promise<Stage> {
  const clock = options.clock ?? createManualClock(START);
  const simulator = createSimulator({
    token: TOKEN,
    username: 'monitoreo_bot',
    botName: 'Monitoreo',
    antiSpin: false,
    ...options,
    clock,
  });
  running.push(simulator);
  const { apiRoot } = await simulator.start();
  const call = async (method: string, params: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(`${apiRoot}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return (await response.json()) as Answer;
  };
  return { simulator, clock, apiRoot, call, request: (path, init) => fetch(`${apiRoot}${path}`, init) };
}

/** The refusal of a call, as `code description`. */
export async function refusal(answer: Promise<Answer>): Promise<string> {
  const { ok, error_code, description } = await answer;
  return ok ? 'not refused' : `${error_code} ${description}`;
}
