import { count } from '../words/amounts.ts';

export const planSet = {
  dryRun: 'Prueba: no se guardó nada. Así quedaría:',
  now: (plan: string, opening: number, grace: number, approval: boolean, mayorAcceptsChanges: boolean) =>
    `${plan}: abre ${count(opening, 'día', 'días')} antes, ${count(grace, 'día hábil', 'días hábiles')} de gracia, ${approval ? 'con' : 'sin'} aprobación. Los cambios del plan los acepta ${mayorAcceptsChanges ? 'la alcaldía' : 'otra persona de Planeación o, si no hay, la alcaldía'}.`,
} as const;

export const planSetRefusals = {
  openingDays: (least: number, most: number) => `--opening-days debe ser un número de ${least} a ${most}`,
  graceWorkingDays: (least: number, most: number) => `--grace-days debe ser un número de ${least} a ${most}`,
  nothing: 'no hay nada que cambiar: el plan ya está así',
  cut: (text: string) => `--cut contiene «${text}»; debe ser como 1=2026-04-15`,
  unknownCut: (number: number) => `el plan no tiene un corte ${number}`,
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
  outsideYear: (year: number) => `la fecha debe ser del ${year} o de la primera mitad del ${year + 1}`,
  order: (number: number) => `el corte ${number} quedaría antes que el anterior, o el mismo día`,
  cutClosed: (number: number) => `el corte ${number} ya cerró y conserva su fecha`,
  cutReported: (number: number) => `el corte ${number} ya tiene reportes y conserva su fecha`,
  alreadyOver: (number: number) =>
    `con esas fechas el corte ${number} ya estaría cerrado; para eso está «cut close»`,
} as const;
