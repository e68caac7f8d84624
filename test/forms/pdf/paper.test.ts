import { describe, expect, it } from 'vitest';
import type { Paper, PaperSection } from '../../../src/forms/pdf/paper.ts';
import { typesetPaper } from '../../../src/forms/pdf/render-paper.ts';

const section: PaperSection = {
  heading: 'N.º 3. Realizar tres mesas de trabajo con las organizaciones',
  facts: [
    { label: 'Corte', value: 'Primer monitoreo, corte 31 de marzo de 2022' },
    { label: 'Avance', value: '25 %, reportado el 16 de marzo' },
    { label: 'Control Interno', value: '' },
  ],
  text: 'Se hicieron dos mesas: https://drive.google.com/drive/folders/1AbCdEfGhIjKlMnOpQrStUvWxYz012345',
  items: ['Foto, 16 de marzo (SHA-256 4f2a91c07be3)', '#panic("x") *a* $x$ @preview 🎉'],
};
const paper: Paper = {
  title: 'Informe de actividades',
  subject: 'Ana Arboleda · Del 1 al 31 de marzo de 2022',
  facts: [{ label: 'Nombre', value: 'Ana Arboleda' }],
  intro: '1 actividad y 2 soportes.',
  sections: [section],
  signatures: [{ name: 'Ana Arboleda', position: 'Profesional' }],
  note: 'Tomado el 1 de abril.',
  madeAt: 1_648_789_200_000,
};

describe('a paper', () => {
  it('is typeset without a grumble, whatever people wrote, and is the same each time', () => {
    const made = typesetPaper(paper);
    expect(made.warnings).toEqual([]);
    expect(made.pages).toBe(1);
    expect(Buffer.from(typesetPaper(paper).bytes).equals(Buffer.from(made.bytes))).toBe(true);
  });

  it('goes on over as many pages as it needs, also without sections, facts or a signature', () => {
    const long = { ...section, text: 'Se realizó la jornada con la comunidad. '.repeat(40) };
    expect(
      typesetPaper({ ...paper, sections: Array.from({ length: 30 }, () => long) }).pages,
    ).toBeGreaterThan(9);
    expect(
      typesetPaper({ ...paper, facts: [], intro: '', sections: [], signatures: [], note: '' }).pages,
    ).toBe(1);
  });
});
