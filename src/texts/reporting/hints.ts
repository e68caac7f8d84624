import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import type { AskedActivity } from './questions.ts';

export function noPercentage(asked: AskedActivity, text: string): Html {
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
  return html`¿Qué porcentaje lleva la ${bold(`n.º ${asked.number}`)}, de 0 a 100?`;
}

/** @param repliedTo as `misplacedQuestion` */
export function notFiled(repliedTo: string | null): Html {
  const not = plain('De acuerdo, no guardé ese mensaje.');
  if (repliedTo === null) return not;
  return html`${not} La ${bold(`n.º ${repliedTo}`)} puede reportarla o corregirla en /misactividades.`;
}

export function describeInWords(asked: AskedActivity): Html {
  return html`Describa con palabras lo realizado en la ${bold(`n.º ${asked.number}`)}, en una o dos frases.`;
}

export function alreadyThat(asked: AskedActivity, progress: number): Html {
  return html`${bold(percent(progress))} ya está anotado. Ahora describa en una o dos frases lo realizado en la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerYesOrNo(asked: AskedActivity): Html {
  return html`Responda Sí o No, o escriba el porcentaje de la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerKeepOrChange(asked: AskedActivity): Html {
  return html`Responda Dejar o Cambiar para la ${bold(`n.º ${asked.number}`)}.`;
}
