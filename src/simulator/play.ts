import { momentAt } from '../domain/dates.ts';
import type { FormActivity } from '../forms/form.ts';
import { percent } from '../texts/words/amounts.ts';
import { clockTime } from '../texts/words/days.ts';
import { firstName } from '../texts/words/names.ts';
import type { PhoneMessage, Wanted } from './index.ts';
import { type Character, openStage, type Stage } from './stage.ts';

/**
 * Plays the first cut of the real plan in the terminal, as a transcript: invitations, the reminder of 16
 * March 2022 at 08:00, the answers that give the form's seven percentages and observations, the mayor's
 * automatic summary and a `/resumen`.
 * @param write gets the transcript line by line
 */
export async function play(write: (line: string) => void): Promise<void> {
  const stage = await openStage();
  const screen = showOn(stage, write);
  try {
    write('Primer corte del Plan de Participación Ciudadana 2022 (PL-PC-01), contado por los teléfonos.');
    await enrolEverybody(stage, screen);
    screen.heading('Miércoles 16 de marzo de 2022, 8:00 a. m.: abre el primer monitoreo');
    stage.clock.set(momentAt('2022-03-16', 8));
    for (const each of [stage.cast.ana, stage.cast.luz, stage.cast.pedro])
      await screen.see(each, { button: 'Reportar ahora' });
    await reportSix(stage, screen);
    await reportShared(stage, screen);
    screen.heading('Todo quedó reportado: el resumen le llega solo a la Alcaldía');
    stage.clock.advance(60_000);
    await screen.see(stage.cast.mayor, { text: 'para esta fecha se esperaba' });
    screen.heading('Y cuando lo pide');
    stage.cast.mayor.phone.say('/resumen');
    await screen.see(stage.cast.mayor, { text: 'para esta fecha se esperaba' });
    const sees = (kind: 'photo' | 'document') =>
      screen.see(stage.cast.mayor, (message) => message.from === 'bot' && message.kind === kind);
    await sees('photo');
    stage.cast.mayor.phone.tap('PDF');
    await sees('document');
    const mistakes = stage.simulator.mistakes();
    if (mistakes.length > 0) throw new Error(`Telegram refused: ${mistakes.join('; ')}`);
  } finally {
    screen.close();
    await stage.end();
  }
}

async function enrolEverybody(stage: Stage, screen: Screen): Promise<void> {
  screen.heading('Martes 15 de marzo de 2022: cada quien abre su invitación');
  for (const each of Object.values(stage.cast)) {
    each.phone.open(each.link);
    await screen.see(each, { button: 'Autorizo' });
    each.phone.tap('Autorizo');
    await screen.see(each, { text: 'Gracias' });
  }
}

/** One person reports six activities: by buttons and by words, in several ways. */
async function reportSix(stage: Stage, screen: Screen): Promise<void> {
  const { ana } = stage.cast;
  const own = stage.form.activities.filter((each) => each.number !== '4');
  screen.heading(`${ana.name} reporta sus ${own.length} actividades`);
  ana.phone.tap('Reportar ahora');
  for (const [place, activity] of own.entries()) {
    await screen.see(ana, { text: `n.º ${activity.number} al 31 de marzo` });
    const { tenths, observation } = firstReport(activity);
    if (place === 1) {
      ana.phone.say(`${percent(tenths)} - ${observation}`);
      continue;
    }
    if (place === 2) ana.phone.say('cien por ciento');
    else ana.phone.tap(String(tenths / 10));
    await screen.see(ana, { text: 'Describa' });
    ana.phone.say(observation);
  }
  await screen.see(ana, { text: 'reportadas' });
  ana.phone.tap('Contratación');
  await screen.see(ana, { text: 'Anotado' });
}

/** An activity with two positions: one reports, the other is notified. */
async function reportShared(stage: Stage, screen: Screen): Promise<void> {
  const { luz, pedro } = stage.cast;
  const shared = stage.form.activities.find((each) => each.number === '4');
  if (!shared) throw new Error('the form has no activity 4');
  const { tenths, observation } = firstReport(shared);
  screen.heading(`${luz.name} reporta la n.º 4, que comparte con ${pedro.name}`);
  luz.phone.tap('Reportar ahora');
  await screen.see(luz, { button: '0' });
  luz.phone.tap(String(tenths / 10));
  await screen.see(luz, { text: 'Describa' });
  luz.phone.say(observation);
  await screen.see(luz, { text: 'Listo' });
  luz.phone.tap('Ahora no');
  await screen.see(luz, { text: 'lo dejamos para después' });
}

function firstReport(activity: FormActivity): { readonly tenths: number; readonly observation: string } {
  const first = activity.monitoring.find((each) => each.cut === 1);
  if (!first || first.progressTenths === null)
    throw new Error(`activity ${activity.number} has no first report`);
  return { tenths: first.progressTenths, observation: first.observation };
}

/** The time that a person takes to read a message and answer. */
const readingMs = 15_000;

type Screen = {
  readonly heading: (text: string) => void;
  /** Waits until a phone shows a message of the bot and the bot is done; everything before it is on the transcript then. */
  readonly see: (who: Character, wanted: Wanted) => Promise<PhoneMessage>;
  readonly close: () => void;
};

/** Writes what happens on every phone when it happens. */
function showOn(stage: Stage, write: (line: string) => void): Screen {
  const shown = new Map<string, number>();
  const flush = () => {
    for (const who of Object.values(stage.cast)) {
      for (const message of who.phone.chat) {
        const key = `${who.name}:${message.messageId}`;
        if (shown.get(key) === message.revision) continue;
        const again = shown.has(key);
        shown.set(key, message.revision);
        for (const line of linesOf(stage, who, message, again)) write(line);
      }
    }
  };
  const end = stage.simulator.onChange((change) => {
    if (change.kind === 'message' || change.kind === 'edited') flush();
    if (change.kind === 'tap') showTap(stage, change.tapId, write);
  });
  return {
    heading: (text) => {
      flush();
      write('');
      write(`=== ${text}`);
    },
    see: async (who, wanted) => {
      const seen = await who.phone.waitFor(wanted);
      await stage.settle();
      stage.clock.advance(readingMs);
      return seen;
    },
    close: end,
  };
}

/** Only a tap leaves no message of its own. */
function showTap(stage: Stage, tapId: string, write: (line: string) => void): void {
  for (const who of Object.values(stage.cast)) {
    const tap = who.phone.taps.find((each) => each.id === tapId);
    const on = who.phone.chat.find((message) => message.messageId === tap?.messageId);
    const label = on?.buttons.flat().find((button) => button.data === tap?.data)?.text;
    if (!tap || label === undefined) continue;
    write('');
    write(`${clockTime(stage.clock.now())} · ${firstName(who.name)} toca [ ${label} ]`);
  }
}

function linesOf(stage: Stage, who: Character, message: PhoneMessage, again: boolean): readonly string[] {
  const first = firstName(who.name);
  const direction =
    message.from === 'bot' ? `bot → ${first}${again ? ' (cambia el mensaje)' : ''}` : `${first} → bot`;
  const buttons = message.buttons.map((row) => `  ${row.map((button) => `[ ${button.text} ]`).join(' ')}`);
  const head = `${clockTime(stage.clock.now())} · ${direction}`;
  const file = message.photo ?? message.document;
  const name = file ? [`  <${file.name ?? 'imagen'}, ${Math.ceil(file.size / 1024)} KB>`] : [];
  return ['', head, ...name, ...message.text.split('\n').map((line) => `  ${line}`), ...buttons];
}
