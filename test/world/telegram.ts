import { dataContact, token, username } from '../../src/simulator/cast.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/index.ts';

export { dataContact, token, username };

/** A simulated Telegram that knows the tests' bot. By default it answers repeated polls at once. */
export function simulatedTelegram(
  clock: SimulatorOptions['clock'],
  more: Partial<SimulatorOptions> = {},
): Simulator {
  return createSimulator({
    clock,
    token,
    username,
    botName: 'Seguimiento',
    antiSpin: false,
    seed: 7,
    ...more,
  });
}
