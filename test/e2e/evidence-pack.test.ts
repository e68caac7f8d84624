import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { type Actor, sentence, textsOf } from '../world/story.ts';
import { another, jpeg, send } from './evidence-sent.ts';

const received = (who: Actor) => who.phone.chat.filter(({ kind }) => kind === 'document');

describe('The evidence of a cut', () => {
  sentence('A coordinator receives it as a zip with an index, and the audit says so', async (story) => {
    const { ana, coordinator } = story;
    await ana.say('/reportar');
    await send(
      story,
      ana,
      { kind: 'photo', bytes: jpeg, name: '' },
      { kind: 'photo', bytes: another(jpeg, 2), name: '' },
    );
    await ana.say('25 % primera mesa, ver https://drive.google.com/acta');
    await coordinator.say('/cortes');
    await coordinator.tap(/^Corte 1/);
    await coordinator.tap('Soportes (zip)');
    expect(coordinator.last).toContain(
      'Soportes del primer monitoreo: 2 archivos (menos de 1 MB) y 1 enlace',
    );
    expect(coordinator.last).toContain('Pueden tener datos personales de otras personas');
    expect(received(coordinator)).toEqual([]);
    await coordinator.tap('Recibir los soportes');
    await story.work();
    const [file] = received(coordinator);
    expect(file?.text).toContain('Soportes del corte.');
    await coordinator.say('/auditoria');
    expect(textsOf(coordinator).at(-1)).toContain('descargó');
  });

  sentence('Without evidence it is said, and others have no such button', async (story) => {
    const { ana, coordinator } = story;
    await coordinator.say('/cortes');
    await coordinator.tap(/^Corte 1/);
    await coordinator.tap('Soportes (zip)');
    expect(coordinator.last).toBe('El primer monitoreo no tiene soportes.');
    await ana.atOnce((phone) => void phone.forgeTap('x:evpack:1:1', phone.last()?.messageId ?? 1));
    await story.work();
    expect(received(ana)).toEqual([]);
  });

  sentence('The command line writes the same, with every digest', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg, name: '' });
    await ana.say('25 % primera mesa');
    const folder = join(story.filesPath, 'pack');
    await story.types('evidence', '--cut', '1', '--out', folder);
    const zip = unzipSync(readFileSync(join(folder, 'PL-PC-01_2022_1er-monitoreo_soportes.zip')));
    const [index, file] = Object.keys(zip);
    expect(index).toBe('indice.csv');
    expect(file).toMatch(/^actividad-1\/[0-9a-f]{64}\.jpg$/);
    expect(Buffer.from(zip[file ?? ''] ?? []).equals(jpeg)).toBe(true);
    rmSync(join(story.filesPath, basename(file ?? '')));
    await story.types('evidence', '--cut', '1', '--out', folder);
    const without = unzipSync(readFileSync(join(folder, 'PL-PC-01_2022_1er-monitoreo_soportes.zip')));
    expect(Object.keys(without)).toEqual(['indice.csv', `${file}.falta.txt`]);
    const [, row] = strFromU8(zip['indice.csv'] ?? new Uint8Array()).split('\r\n');
    expect(row).toMatch(/^1,actividad-1\/[0-9a-f]{64}\.jpg,1,25,2022-03-16T.*,chat,Ana Arboleda,2022-03-16T/);
  });
});
