import type { Html } from '../../domain/events.ts';
import { type CutNamed, theCut } from '../cuts/cut-named.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count, percent } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';

/** A report in the list of what one tap would verify. `said`: it is observed, with these words. */
export type ListedToVerify = {
  readonly number: string;
  readonly reported: ShownFigure;
  readonly observation: string;
  readonly evidence: number;
  readonly said: { readonly own: number | null; readonly remark: string } | null;
};

const MOST_LISTED_WITH_WORDS = 20;
const MOST_LISTED = 60;

/** What one tap would store of every report that waits; of very many endorsed ones only the figures. */
export function allQuestion(of: CutNamed & { readonly all: readonly ListedToVerify[] }): Html {
  const { all } = of;
  const observed = all.filter(({ said }) => said !== null);
  const endorsed = all.filter(({ said }) => said === null);
  const example = shorten((endorsed[0] ?? all[0])?.number ?? '1', 20);
  return paragraphs(
    html`Por verificar en ${plain(theCut(of))}: ${plain(count(all.length, 'actividad', 'actividades'))}.`,
    observed.length === 0
      ? nothing
      : lines(italic('Con observación:'), ...observed.slice(0, 20).map(withRemark)),
    endorsed.length === 0
      ? nothing
      : lines(italic('Se avalan como se reportaron:'), ...endorsedLines(endorsed)),
    plain(
      `${endorsed.length === 0 ? '' : `Para observar ${observed.length === 0 ? 'una' : 'otra'}, escriba «${example}: qué falta». `}${observed.length === 0 ? `¿Avala ${all.length === 1 ? 'la que queda' : `las ${all.length}`}?` : '¿Lo guardo así?'}`,
    ),
  );
}

function withRemark({ number, reported, said }: ListedToVerify): Html {
  const own = said?.own === null || said === null ? '' : `, según usted ${percent(said.own)}`;
  return html`${bold(`n.º ${shorten(number, 20)}`)}: ${plain(`${figure(reported)}${own} · «${shorten(said?.remark ?? '', 90)}»`)}`;
}

function endorsedLines(all: readonly ListedToVerify[]): readonly Html[] {
  if (all.length > MOST_LISTED_WITH_WORDS) {
    const figures = all
      .slice(0, MOST_LISTED)
      .map(({ number, reported }) => `n.º ${shorten(number, 20)}: ${figure(reported)}`);
    const more = all.length - figures.length;
    return [plain(`${figures.join(' · ')}${more === 0 ? '' : ` y ${more} más`}`)];
  }
  return all.map(({ number, reported, observation, evidence }) => {
    const words = observation === '' ? 'sin observación' : shorten(observation, 60);
    const pieces = evidence === 0 ? 'sin soportes' : count(evidence, 'soporte', 'soportes');
    return html`${bold(`n.º ${shorten(number, 20)}`)}: ${plain(`${figure(reported)} · ${words} · ${pieces}`)}`;
  });
}

/** What one tap stored. `changed`: reports that changed since the list was shown. */
export function keptAll(of: {
  readonly endorsed: number;
  readonly observed: number;
  readonly changed: number;
}): Html {
  const stored = [
    ...(of.endorsed === 0 ? [] : [count(of.endorsed, 'avalada', 'avaladas')]),
    ...(of.observed === 0 ? [] : [`${of.observed} con observación`]),
  ];
  return lines(
    stored.length === 0 ? nothing : plain(`✅ Guardado: ${enumerate(stored)}`),
    of.changed === 0
      ? nothing
      : plain(
          of.changed === 1
            ? 'Un reporte cambió mientras tanto y no se verificó.'
            : `${of.changed} reportes cambiaron mientras tanto y no se verificaron.`,
        ),
  );
}
