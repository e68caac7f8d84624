import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, theCut, theNamed } from '../cuts/cut-named.ts';
import { html, nothing, paragraphs, plain, shorten } from '../html.ts';
import { numbers, theNumbers } from '../summary/summary.ts';
import { day } from '../words/days.ts';
import { pageBefore } from '../words/sentences.ts';

export function whichToReturn(
  of: CutNamed & {
    readonly chosen: number;
    readonly remark: string | null;
    readonly page: number;
    readonly pages: number;
  },
): Html {
  const some =
    of.chosen === 0
      ? ''
      : of.chosen === 1
        ? 'Se reabre 1 actividad. '
        : `Se reabren ${of.chosen} actividades. `;
  return paragraphs(
    html`Devolver ${theNamed(of)}`,
    of.remark === null ? nothing : html`Observación: «${plain(shorten(of.remark, 300))}»`,
    plain(
      `${pageBefore(of)}${some}Toque las que deben corregirse, o escriba sus números y el motivo, por ejemplo «3 y 5: falta el acta». ¿Cuáles son?`,
    ),
  );
}

export const usualRemarks = {
  evidence: 'Falta el soporte',
  words: 'No dice qué se hizo',
  figure: 'El porcentaje no corresponde',
} as const;

export function askRemark(of: CutNamed & { readonly numbers: readonly string[] }): Html {
  return paragraphs(
    html`Devolver ${theNamed(of)}: ${plain(numbers(of.numbers))}`,
    plain('Escriba en un mensaje qué debe corregirse. ¿Cuál es su observación?'),
  );
}

export function remarkPlease(): Html {
  return plain('Escriba su observación en palabras, en hasta 1000 caracteres.');
}

export function confirmReturn(
  of: CutNamed & {
    readonly numbers: readonly string[];
    readonly lastDay: LocalDate;
    readonly remark: string;
  },
): Html {
  const one = of.numbers.length === 1;
  return paragraphs(
    html`Devolver ${theNamed(of)}`,
    html`Observación: «${plain(shorten(of.remark, 1_000))}»`,
    plain(
      `Se ${one ? 'reabre' : 'reabren'} ${theNumbers(of.numbers)} hasta el ${day(of.lastDay)}, y se avisa a ${one ? 'su responsable' : 'sus responsables'}. ¿Devolver?`,
    ),
  );
}

export function returned(
  of: CutNamed & { readonly numbers: readonly string[]; readonly lastDay: LocalDate },
): Html {
  return plain(
    `Devuelto: ${theCut(of)}. ${of.numbers.length === 1 ? 'Se reabrió' : 'Se reabrieron'} ${theNumbers(of.numbers)} hasta el ${day(of.lastDay)}, y Planeación ya lo sabe.`,
  );
}

export function cannotReopen(): Html {
  return plain('Ninguna de esas actividades se puede reabrir en este corte. No se devolvió nada.');
}

export function returnedNotice(
  of: CutNamed & {
    readonly by: string;
    readonly remark: string;
    readonly numbers: readonly string[];
    readonly lastDay: LocalDate;
  },
): Html {
  return paragraphs(
    html`${plain(shorten(of.by, 60))} devolvió ${theNamed(of)}.`,
    html`Observación: «${plain(shorten(of.remark, 1_000))}»`,
    plain(
      `Se ${of.numbers.length === 1 ? 'reabrió' : 'reabrieron'} ${theNumbers(of.numbers)} hasta el ${day(of.lastDay)}. Después hay que presentarlo de nuevo.`,
    ),
  );
}
