import { KEPT } from '../../domain/constants.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { bareName, isSeveral, ofThe, the } from '../words/articles.ts';
import { greeting } from '../words/days.ts';
import { firstName, planName } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';

/** The version of the notice's text, stored with each consent. Change it with every change of the text. */
export const noticeVersion = '2026-11';

export const officeNames = {
  mayor: 'Alcalde o alcaldesa',
  coordinator: 'Coordinación (Planeación)',
  control: 'Control Interno',
} as const;

export const enrolButtons = {
  yes: 'Autorizo',
  no: 'No autorizo',
  thatPerson: 'Sí, es esa persona',
  notThatPerson: 'No es esa persona',
} as const;

export type Role = {
  readonly positions: readonly string[];
  readonly offices: readonly (keyof typeof officeNames)[];
};

export function roleNames(role: Role): string {
  return enumerate([...role.positions, ...role.offices.map((office) => officeNames[office])]);
}

/**
 * The invitation (by whom, to what), and the personal-data notice of Ley 1581 of 2012 (art. 12) and Decreto
 * 1377 of 2013.
 */
export function invitationNotice(of: {
  readonly now: Moment;
  readonly name: string;
  readonly entity: string;
  readonly plan: { readonly title: string; readonly fiscalYear: number } | null;
  readonly role: Role;
  readonly contact: string;
}): Html {
  const plan = of.plan
    ? html`el avance ${plain(ofThe(planName(of.plan)))}${italic(planName(of.plan))}`
    : plain('el avance de sus planes');
  const entity = bareName(of.entity);
  const reports = of.role.positions.length > 0;
  const role = roleNames(of.role);
  return paragraphs(
    html`${plain(greeting(of.now))}, ${plain(of.name)}. ${plain(capital(the(entity)))}${bold(entity)} le ${plain(isSeveral(entity) ? 'envían' : 'envía')} esta invitación para ${plain(reports ? 'reportar' : 'seguir')} ${plan}${
      role === '' ? nothing : html` como ${bold(role)}`
    }.`,
    html`Para hacerlo guardamos su nombre, su número de usuario de Telegram y sus reportes, solo para el seguimiento del plan (Ley 1581 de 2012). El responsable es ${plain(the(entity))}${plain(entity)}. Telegram lleva los mensajes fuera de Colombia. Los reportes, con su nombre y cargo, quedan como registro público. Usted puede conocer, actualizar y corregir sus datos con /misdatos, y retirarse con /salir. Contacto: ${plain(of.contact)}`,
    plain('¿Autoriza el tratamiento de estos datos?'),
  );
}

export function stranger(): Html {
  return plain(
    'Este chat es solo para personas invitadas por la entidad. Si recibió una invitación, ábrala de nuevo o péguela aquí.',
  );
}

export function tapToAuthorise(): Html {
  return plain('Para continuar abra de nuevo su invitación y toque el botón Autorizo o No autorizo.');
}

export const invitationRefused = {
  wrong: plain(
    'Esta invitación no existe. Revise que esté completa y péguela de nuevo, o pida otra a Planeación.',
  ),
  expired: plain('Esta invitación ya venció. Pida una nueva a Planeación.'),
  used: plain('Esta invitación ya se usó. Si cambió de cuenta, pida una nueva a Planeación.'),
  withdrawn: plain('Esta invitación fue anulada. Pida una nueva a Planeación.'),
  otherPerson: plain(
    'Con esta cuenta de Telegram ya ingresó otra persona de la entidad. Hable con Planeación.',
  ),
} as const;

/** After the enrolment: what the person holds, and at once what is pending. */
export function welcome(of: {
  readonly name: string;
  readonly role: Role;
  /** What is missing until an office begins; empty when none waits. */
  readonly awaited: Html;
  /** `pendingLines`; empty when nothing is pending. */
  readonly pending: Html;
}): Html {
  const role = roleNames(of.role);
  const next =
    of.pending !== nothing
      ? lines(of.pending, plain('Puede reportar ahora o cuando tenga unos minutos.'))
      : of.role.positions.length > 0
        ? plain('Por ahora no tiene nada pendiente. Le escribiremos cuando abra el próximo corte.')
        : plain('Escriba /ayuda para ver lo que puede hacer aquí.');
  return paragraphs(
    html`Gracias, ${plain(firstName(of.name))}. Su ingreso quedó listo${role === '' ? nothing : html`: ${bold(role)}`}.`,
    of.awaited,
    next,
  );
}

export function alreadyEnrolled(name: string): Html {
  return html`${plain(firstName(name))}, usted ya ingresó. Escriba /ayuda para ver lo que puede hacer.`;
}

/** @param reports whether they were invited to report: it is still to be done, in another way */
export function declined(reports: boolean): Html {
  return lines(
    plain('De acuerdo, no guardamos ningún dato suyo.'),
    reports
      ? plain('Puede entregar su avance por escrito a Planeación, que lo registra por usted.')
      : nothing,
    plain('Si cambia de idea, abra de nuevo la invitación.'),
  );
}

export function inviteeDeclined(name: string, reports: boolean): Html {
  const instead = reports ? ' Mientras tanto, Planeación puede registrar su avance.' : '';
  return html`${plain(name)} no autorizó el tratamiento de sus datos. La invitación sigue vigente.${plain(instead)}`;
}

export function inviteeEnrolled(
  name: string,
  telegramName: string,
  role: Role,
  awaited: keyof typeof officeNames | null,
): Html {
  return lines(
    html`${bold(name)} aceptó la invitación. En Telegram aparece como «${plain(shorten(telegramName, 60))}».`,
    plain(roleNames(role)),
    awaited === null
      ? nothing
      : html`¿Es esa persona? Empieza como ${bold(officeNames[awaited])} cuando usted lo confirme.`,
  );
}

export function appointmentUndone(name: string, office: keyof typeof officeNames): Html {
  return html`${bold(name)} ya no figura como ${plain(officeNames[office])}: la cuenta que ingresó no era de esa persona.`;
}

export function appointed(name: string, offices: Role['offices']): Html {
  return html`${bold(name)} ingresó como ${plain(roleNames({ positions: [], offices }))}.`;
}

export function movedToOtherAccount(): Html {
  return plain(
    'Su ingreso pasó a otra cuenta de Telegram, así que este chat queda sin acceso. Si no fue usted, avise a Planeación.',
  );
}

export function unlinkedToAccount(): Html {
  return plain(
    'Quien administra el bot retiró su ingreso: su cuenta y esta conversación quedaron borradas de aquí. Si no lo esperaba, avise a Planeación.',
  );
}

export function undone(name: string, office: keyof typeof officeNames | null): Html {
  const ended = office === null ? '' : ` Tampoco figura ya como ${officeNames[office]}.`;
  return html`Listo: esa cuenta ya no es de ${plain(name)} y lo que dejó (reportes, soportes, causas) quedó anulado.${plain(ended)} Puede invitar de nuevo a ${plain(firstName(name))}.`;
}

/** Somebody else undid it before, or the person has enrolled anew since. */
export function nothingToUndo(): Html {
  return plain('Ese ingreso ya no está vigente, así que no hay nada que deshacer.');
}

export function undoneToAccount(): Html {
  return plain(
    'Planeación indicó que esta cuenta no corresponde a la persona invitada, así que quedó sin acceso.',
  );
}

export function invitationPosted(inChannel: boolean): Html {
  return plain(
    `Esa invitación quedó anulada por haberse publicado en un ${inChannel ? 'canal' : 'grupo'}. Pida otra a Planeación y ábrala en privado.`,
  );
}

export function writeInPrivate(username: string | null): Html {
  return html`Por favor escríbame en privado${username === null ? nothing : html`: @${plain(username)}`}.`;
}

/** What goes, what stays, and what lives on for a while in copies. `onlyCoordinator`: nobody else in the bot coordinates. */
export function confirmLeaving(of: {
  readonly evidence: boolean;
  readonly pseudonym: boolean;
  readonly onlyCoordinator: boolean;
}): Html {
  const stays = `Sus reportes${of.evidence ? ' y soportes' : ''}, con su nombre y cargo, quedan como registro público.`;
  const pseudonym =
    ' También queda un seudónimo de su cuenta: un código que no muestra cuál era, para que nadie juzgue sus propias cifras.';
  return paragraphs(
    plain('Al retirarse borramos su cuenta de Telegram, esta conversación y los textos de los mensajes.'),
    plain(`${stays}${of.pseudonym ? pseudonym : ''}`),
    plain(
      `Lo borrado sigue un tiempo en las copias de seguridad: por lo general ${KEPT.copyDays} días, y ${KEPT.replicaDays} en la copia continua.`,
    ),
    of.onlyCoordinator
      ? plain(
          'Usted es la única persona que coordina: si se retira, nadie podrá invitar, asignar ni presentar desde aquí. Antes puede dar la coordinación con /asignar.',
        )
      : nothing,
    plain('¿Desea retirarse?'),
  );
}

export const leaveButtons = { yes: 'Sí, retirarme', no: 'No', person: 'Ver qué hacer' } as const;

export function left(): Html {
  return plain(
    'Listo, su cuenta y esta conversación quedaron borradas de aquí. Gracias por su trabajo. Para volver necesita una invitación nueva.',
  );
}

export function stays(): Html {
  return plain('De acuerdo, todo sigue igual.');
}

/** To the remaining offices, when nobody coordinates any more. */
export function lastCoordinatorLeft(name: string): Html {
  return html`${bold(name)} se retiró y ya nadie coordina (Planeación) desde este bot. Para que alguien pueda invitar, asignar y presentar, quien instaló el bot debe invitar a otra persona.`;
}

export function personLeft(name: string, role: Role): Html {
  const held = roleNames(role);
  return html`${bold(name)} se retiró y ya no recibe mensajes de este bot${plain(held === '' ? '' : ` (${held})`)}. Sus reportes se conservan. Puede enviarle otra invitación, o dar el cargo a otra persona.`;
}
