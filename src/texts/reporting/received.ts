import type { Html } from '../../domain/events.ts';
import { bold, html, plain } from '../html.ts';

/** What a piece of evidence is called. `file`: one of a former version, which did not say what it was sent as. */
export type PieceKind = 'photo' | 'document' | 'file' | 'link';

const names: Readonly<
  Record<PieceKind, { readonly the: string; readonly a: string; readonly many: string }>
> = {
  photo: { the: 'la foto', a: 'una foto', many: 'fotos' },
  document: { the: 'el documento', a: 'un documento', many: 'documentos' },
  file: { the: 'el archivo', a: 'un archivo', many: 'archivos' },
  link: { the: 'el enlace', a: 'un enlace', many: 'enlaces' },
};
const order: readonly PieceKind[] = ['photo', 'document', 'file', 'link'];

/** `la foto`, `3 fotos`, `2 fotos y un documento`. @param exact with an article before one kind (`las 3 fotos`) */
export function pieces(kinds: readonly PieceKind[], exact = false): string {
  const [first, ...others] = kinds;
  if (first !== undefined && others.length === 0) return names[first].the;
  const parts = order.flatMap((kind) => {
    const amount = kinds.filter((each) => each === kind).length;
    if (amount === 0) return [];
    return amount === 1 ? names[kind].a : `${amount} ${names[kind].many}`;
  });
  const last = parts.at(-1) ?? '';
  if (parts.length > 1) return `${parts.slice(0, -1).join(', ')} y ${last}`;
  return exact ? `${first === 'photo' ? 'las' : 'los'} ${last}` : last;
}

export function received(number: string, kinds: readonly PieceKind[]): Html {
  const verb = kinds.every((kind) => kind === 'link') ? 'Guardé' : 'Recibí';
  return html`${plain(`${verb} ${pieces(kinds)}`)} de la ${bold(`n.º ${number}`)}.`;
}

/** Of several pieces that one message confirms. */
export function removeAll(number: string, kinds: readonly PieceKind[]): Html {
  return html`¿Quito ${plain(pieces(kinds, true))} de la ${bold(`n.º ${number}`)}?`;
}

export function removedPieces(number: string, kinds: readonly PieceKind[]): Html {
  return html`Quité ${plain(pieces(kinds))} de la ${bold(`n.º ${number}`)}.`;
}

/** A link that the report has already. */
export function linkKnown(number: string): Html {
  return html`Ese enlace ya estaba entre los soportes de la ${bold(`n.º ${number}`)}.`;
}

/** Why is said in a message of its own. */
export function noneKept(number: string): Html {
  return html`De la ${bold(`n.º ${number}`)} no se guardó lo que envió aquí.`;
}

export function alreadyRemoved(number: string): Html {
  return html`Lo que envió aquí de la ${bold(`n.º ${number}`)} ya no está entre sus soportes.`;
}

/** After the lock. */
export function staysAfterLock(number: string): Html {
  return html`La ${bold(`n.º ${number}`)} ya no recibe cambios en ese corte, así que sus soportes quedan como están.`;
}

/** Below why it is not theirs any more. */
export function staysOnRecord(): Html {
  return plain('Lo que usted envió queda con su reporte.');
}

export const receivedButtons = {
  remove: 'Quitar',
  removeAll: 'Sí, quitar todo',
  chooseOne: 'Elegir cuál',
  keep: 'No quitar',
} as const;
