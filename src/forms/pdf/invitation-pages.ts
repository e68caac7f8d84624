import { encode } from 'uqr';
import { cleanOutsideText } from '../../domain/outside-text.ts';
import { drawable } from '../../texts/print/drawable-text.ts';
import type { Coverage } from '../../texts/print/font-coverage.ts';
import {
  invitationPagesTitle,
  invitationPageWords,
  qrAlternative,
} from '../../texts/print/invitation-pages.ts';

/** Pages to print, one a person: what is known of each. */
export type InvitationPages = {
  readonly pages: readonly {
    readonly name: string;
    readonly positions: readonly string[];
    readonly link: string;
  }[];
  readonly entity: string | null;
  readonly plan: { readonly title: string; readonly fiscalYear: number } | null;
  readonly expiresAt: number;
  readonly madeAt: number;
};

/** What the template prints, as JSON in `sys.inputs`. */
export function invitationsDocument(model: InvitationPages, coverage: Coverage) {
  const fit = (text: string) => drawable(cleanOutsideText(text), coverage);
  return {
    title: invitationPagesTitle,
    entity: fit(model.entity ?? ''),
    alternative: qrAlternative,
    pages: model.pages.map(({ name, positions, link }) => {
      const words = invitationPageWords({
        positions: positions.map(fit),
        plan: model.plan,
        expiresAt: model.expiresAt,
      });
      return { ...words, invites: fit(words.invites), name: fit(name), link, qr: qrDrawing(link) };
    }),
  };
}

/** A text as a QR code: SVG, each dark module a square, with the four white modules that ISO/IEC 18004 asks for. */
export function qrDrawing(text: string): string {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((module, x) => (module ? `M${x} ${y}h1v1h-1z` : [])));
  const size = data.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
