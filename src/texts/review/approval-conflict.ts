import type { Html } from '../../domain/events.ts';
import { type CutNamed, theCut } from '../cuts/cut-named.ts';
import { plain } from '../html.ts';
import { capital } from '../words/sentences.ts';

/** Why somebody may not judge a cut; `sameAccount`: another person acted from the same account. */
export type ConflictWords = {
  readonly why: 'presented' | 'reported' | 'imported' | 'approved';
  readonly sameAccount: boolean;
};

/** A clause that follows *porque*. */
export function becauseOf({ why, sameAccount }: ConflictWords, who: 'third' | 'you'): string {
  const acts = {
    presented: 'presentó este corte',
    reported: 'reportó o corrigió en este corte',
    imported: 'importó cifras de este corte',
    approved: 'aprobó este corte',
  } as const;
  if (!sameAccount) return who === 'you' ? `usted ${acts[why]}` : acts[why];
  const act = why === 'imported' ? 'importaron cifras de este corte' : acts[why];
  return `desde ${who === 'you' ? 'su' : 'esa'} misma cuenta de Telegram se ${act}`;
}

export function mayNotApprove(of: CutNamed & { readonly conflict: ConflictWords }): Html {
  return plain(
    `${capital(theCut(of))} debe aprobarlo otra persona, porque ${becauseOf(of.conflict, 'you')}. Puede devolverlo, o Planeación puede encargar la alcaldía a alguien más con /encargo.`,
  );
}

export function mayNotVerify(of: CutNamed & { readonly conflict: ConflictWords }): Html {
  return plain(
    `${capital(theCut(of))} debe verificarlo otra persona, porque ${becauseOf(of.conflict, 'you')}.`,
  );
}
