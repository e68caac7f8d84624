import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Action, actions, may, type Role } from '../../src/actions/access.ts';

const manual = readFileSync(join(import.meta.dirname, '../../docs/manual.md'), 'utf8');

/** How the manual names each action: a new one without words does not compile. */
const words: Readonly<Record<Action, string>> = {
  help: '`/start`, `/ayuda`',
  ownData: '`/misdatos`',
  leave: '`/salir`',
  cancel: '`/cancelar`',
  answerOfficeChange: 'responder el cambio de un despacho que le toca confirmar',
  answerPlanChange: 'aceptar un cambio del plan que le toca aceptar, o retirar el que pidió',
  ownActivities: '`/misactividades`',
  report: 'reportar y corregir lo de sus cargos, enviar soportes',
  startReporting: '`/reportar`',
  askPlanChange: 'pedir un cambio del plan',
  summary: '`/resumen`, con su detalle y sus soportes',
  pending: '`/pendientes`',
  export: '`/exportar`',
  audit: '`/auditoria`',
  remind: '`/recordar`',
  approve: 'aprobar o devolver lo presentado',
  begin: '`/inicio`',
  importPlan: '`/importar`',
  managePeople: '`/personas`',
  enrol: '`/invitar`, *No es esa persona*',
  assign: '`/asignar`, `/encargo`',
  manageCuts: '`/cortes`: ajustes, días no hábiles, no programadas, cerrar ya',
  reopen: '`/reabrir`',
  present: '`/presentar`',
  publish: '`/cortes`: publicar lo aprobado',
  reportForVacantPosition: 'reportar por un cargo sin responsable',
  correctForOthers: '*Corregir por la entidad*, *Anular*',
  verify: '`/verificar`',
  takeEvidence: 'los soportes de un corte en un zip',
};

const roles: readonly Role[] = ['responsible', 'mayor', 'coordinator', 'control'];

it('has the matrix of role × action in the manual as it is in the code', () => {
  const rows = actions.map((action) => {
    const marks = roles.map((role) => (may(new Set([role]), action) ? 'sí' : '–'));
    return `| ${words[action]} | ${marks.join(' | ')} |`;
  });
  const table = [
    '| | responsable | alcaldía | Planeación | Control Interno |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  expect(manual).toContain(table.join('\n'));
});
