import type { Html } from '../../domain/events.ts';
import { lines, plain } from '../html.ts';
import { count } from '../words/amounts.ts';
import { monitoring } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

export const evidencePackButtons = { open: 'Soportes (zip)', yes: 'Recibir los soportes' } as const;

type Pack = {
  readonly cutNumber: number;
  readonly files: number;
  readonly links: number;
  readonly bytes: number;
  readonly parts: number;
};

/** `84 MB`; less than one is `menos de 1 MB`. */
function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? 'menos de 1 MB' : `${Math.round(bytes / 1_000_000)} MB`;
}

export function noEvidence({ cutNumber }: Pack): Html {
  return plain(`El ${monitoring(cutNumber)} no tiene soportes.`);
}

export function takeThem({ cutNumber, files, links, bytes, parts }: Pack): Html {
  const amount = enumerate([
    ...(files === 0 ? [] : [`${count(files, 'archivo', 'archivos')} (${megabytes(bytes)})`]),
    ...(links === 0 ? [] : [count(links, 'enlace', 'enlaces')]),
  ]);
  return lines(
    plain(
      `Soportes del ${monitoring(cutNumber)}: ${amount}, con un índice de quién los envió y cuándo${parts > 1 ? `, en ${parts} partes` : ''}.`,
    ),
    plain(
      'Pueden tener datos personales de otras personas: úselos solo para verificar y no los publique. Queda en la auditoría que usted los recibió.',
    ),
  );
}

export function tooManyParts({ cutNumber, bytes, parts }: Pack): Html {
  return plain(
    `Los soportes del ${monitoring(cutNumber)} ocupan ${megabytes(bytes)}, ${parts} partes: no caben en el chat. Quien administra el bot los saca con: evidence --cut ${cutNumber} --out CARPETA`,
  );
}

export function noRoomForPack(): Html {
  return plain('El servidor no tiene espacio para preparar los soportes. Avise a quien administra el bot.');
}

/** Shown on the phone for a moment; at most 200 characters (Bot API, answerCallbackQuery). */
export const packComes = 'Los soportes le llegan en un momento.';

/** In the place of a file that the index names. */
export const missingFromPack =
  'Este archivo no está en la carpeta de soportes. Avise a quien administra el bot.\r\n';
