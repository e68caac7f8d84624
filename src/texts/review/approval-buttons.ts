import { shorten } from '../html.ts';

export const approvalButtons = {
  present: 'Presentar',
  presentToMayor: 'Presentar para aprobación',
  presentAgain: 'Presentar de nuevo',
  closeAndPresent: 'Cerrar ya y presentar',
  yesClose: 'Sí, cerrar ya',
  yesCloseAndPresent: 'Sí, cerrar y presentar',
  wait: 'Esperar',
  notNow: 'Ahora no',
  seeSummary: 'Ver el resumen',
  approve: 'Aprobar',
  yesApprove: 'Sí, aprobar',
  notYet: 'Todavía no',
  return: 'Devolver',
  yesReturn: 'Sí, devolver',
  cancel: 'Cancelar',
  back: 'Volver',
  changes: 'Ver los cambios',
  activity: (of: { readonly number: string; readonly name: string; readonly chosen: boolean }) =>
    `${of.chosen ? '☑' : '☐'} ${shorten(of.number, 20)}. ${shorten(of.name, 40)}`,
} as const;
