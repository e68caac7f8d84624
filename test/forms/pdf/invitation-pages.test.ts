import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { momentAt } from '../../../src/domain/dates.ts';
import { invitationsDocument, qrDrawing } from '../../../src/forms/pdf/invitation-pages.ts';
import { renderInvitations } from '../../../src/forms/pdf/render-invitations.ts';
import { printFonts } from '../../../src/texts/print/print-fonts.ts';
import { hasPoppler, pagesOf } from './setup.ts';

const link = 'https://t.me/cascajal_bot?start=Ab3dEfGhIjKlMnOpQrStUv';
const model = {
  pages: [
    { name: 'Luz Torres', positions: ['Gestor Social'], link },
    { name: 'Rosa Mosquera ✨', positions: ['Prensa', 'Archivo'], link: `${link}2` },
  ],
  entity: 'Alcaldía Local Isla del Cascajal',
  plan: { title: 'PLAN DE PARTICIPACION CIUDADANA', fiscalYear: 2022 },
  expiresAt: momentAt('2022-03-24', 10),
  madeAt: momentAt('2022-03-17', 10),
};

describe('pages to print with invitations', () => {
  it('say who is invited to what, how, and until when', () => {
    const [luz, rosa] = invitationsDocument(model, printFonts().coverage).pages;
    expect(luz?.invites).toBe(
      'Usted reporta el avance de sus actividades en el Plan de Participación Ciudadana 2022, como Gestor Social. Es por Telegram, desde su teléfono.',
    );
    expect(rosa?.invites).toContain('como Prensa y Archivo.');
    expect(rosa?.name).not.toContain('✨');
    expect(luz?.expires).toContain('vence el 24 de marzo de 2022');
  });

  it('draw each dark module of the code once, within four white ones', () => {
    const { data } = encode(link, { ecc: 'M', border: 4 });
    const dark = [...qrDrawing(link).matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
    const expected = data.flatMap((row, y) => row.flatMap((module, x) => (module ? [`${x} ${y}`] : [])));
    expect(dark).toEqual(expected);
    expect(dark).not.toContain('3 3');
  });

  it.runIf(hasPoppler)('are one a person, with the link written out', () => {
    const pages = pagesOf(renderInvitations(model));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain(link);
  });
});
