import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { decimals, figure, howMany } from '../words/units.ts';
import { type AskedActivity, type Pending, pendingFigure } from './questions.ts';

export function noPercentage(asked: AskedActivity, text: string): Html {
  if (asked.units !== null)
    return html`No encontré una cantidad en «${plain(shorten(text, 60))}». ${askOnlyProgress(asked)} Por ejemplo ${bold(decimals(Math.ceil(asked.units.yearAmount / 2)))}.`;
  return html`No encontré un porcentaje en «${plain(shorten(text, 60))}». Escriba para la ${bold(`n.º ${asked.number}`)} un número de 0 a 100, por ejemplo ${bold('75')}.`;
}

/** `written` may carry its sign; what is out of range says so itself. */
export function outOfRange(asked: AskedActivity, written: string): Html {
  const negative = /^\s*[-−–]/.test(written);
  return html`${bold(shorten(written, 20))} ${plain(negative ? 'es menos de 0' : 'pasa de 100')}. ¿Qué porcentaje lleva la ${bold(`n.º ${asked.number}`)}, de 0 a 100? Por ejemplo ${bold('75')}.`;
}

export function keptAsObservation(text: string): Html {
  return html`Guardé su texto como observación: «${plain(shorten(text, 300))}».`;
}

export function askOnlyProgress(asked: AskedActivity): Html {
  if (asked.units !== null)
    return html`${plain(howMany(asked.units))}, en la ${bold(`n.º ${asked.number}`)}?`;
  return html`¿Qué porcentaje lleva la ${bold(`n.º ${asked.number}`)}, de 0 a 100?`;
}

/** @param repliedTo as `misplacedQuestion` */
export function notFiled(repliedTo: string | null): Html {
  const not = plain('De acuerdo, no guardé ese mensaje.');
  if (repliedTo === null) return not;
  return html`${not} La ${bold(`n.º ${repliedTo}`)} puede reportarla o corregirla en /misactividades.`;
}

/** Planeación changed what is counted between the question and its answer. */
export function countedAnew(asked: AskedActivity): Html {
  return html`Planeación cambió cómo se mide la ${bold(`n.º ${asked.number}`)} y no guardé esa cifra. Le pregunto de nuevo.`;
}

export function describeInWords(asked: AskedActivity): Html {
  return html`Describa con palabras lo realizado en la ${bold(`n.º ${asked.number}`)}, en una o dos frases.`;
}

export function alreadyThat(asked: AskedActivity, of: Pending): Html {
  return html`${bold(figure(pendingFigure(asked, of)))} ya está anotado. Ahora describa en una o dos frases lo realizado en la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerYesOrNo(asked: AskedActivity): Html {
  return html`Responda Sí o No, o escriba ${plain(asked.units === null ? 'el porcentaje' : 'la cantidad')} de la ${bold(`n.º ${asked.number}`)}.`;
}

/** A yes does not say which of two figures. */
export function answerWhichFigure(asked: AskedActivity): Html {
  return html`Toque uno de los dos botones, o escriba la cantidad o el porcentaje con su signo para la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerKeepOrChange(asked: AskedActivity): Html {
  return html`Responda Dejar o Cambiar para la ${bold(`n.º ${asked.number}`)}.`;
}
