import { listed, type Named } from './known.ts';

export const roleNames = {
  responsible: 'responsable',
  mayor: 'alcalde o alcaldesa',
  coordinator: 'coordinación',
  control: 'Control Interno',
} as const;

export const personRefusals = {
  name: 'el nombre debe tener de 1 a 200 caracteres',
  nothingToHold: 'diga qué va a hacer la persona: un cargo con --position, un rol con --role, o ambos',
  positionMissing: 'quien es responsable necesita un cargo: diga cuál con --position',
  unknownPositions: (asked: readonly string[], known: readonly Named[]) =>
    known.length === 0
      ? `no hay cargos todavía; importe primero un plan con «plan import ARCHIVO»`
      : `no hay ${asked.length === 1 ? 'un cargo' : 'cargos'} ${asked.map((text) => `«${text}»`).join(', ')}; hay: ${listed(known)}`,
  samePosition: (name: string) => `el cargo «${name}» está dos veces`,
  mayorHeld: (holder: Named) =>
    `${holder.name} (n.º ${holder.id}) ya es alcalde o alcaldesa; solo puede haber una persona a la vez`,
} as const;

export const people = {
  nobody: '(nadie)',
  namesake: (other: Named) => `Aviso: ya hay una persona con ese nombre, la n.º ${other.id} (${other.name}).`,
  added: (person: Named) =>
    `Quedó ${person.name} con el n.º ${person.id}. Para su enlace: person invite ${person.id}`,
  enrolment: (person: { readonly enrolled: boolean; readonly unreachable: boolean }) =>
    !person.enrolled
      ? 'no ha ingresado'
      : person.unreachable
        ? 'ya ingresó, no recibe mensajes'
        : 'ya ingresó',
  unlinked: (name: string) =>
    `${name} quedó sin cuenta, como con /salir: sus reportes quedan, y para volver necesita una invitación.`,
  notEnrolled: (name: string) => `${name} no ha ingresado`,
  invited: (name: string, until: string) =>
    `Envíe este enlace solo a ${name}. Sirve una vez, hasta el ${until}; los anteriores ya no sirven.`,
} as const;
