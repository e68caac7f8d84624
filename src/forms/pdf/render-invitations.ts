import { printFonts } from '../../texts/print/print-fonts.ts';
import { template, theCompiler } from './compiler.ts';
import { type InvitationPages, invitationsDocument } from './invitation-pages.ts';

/**
 * The pages as a PDF of letter size: tagged, PDF/UA-1. The compiler forgets it at once, since the links are secrets.
 * @throws {Error} when the compiler refuses the document; the message holds nothing of it
 */
export function renderInvitations(model: InvitationPages): Uint8Array {
  const compiler = theCompiler();
  try {
    const document = invitationsDocument(model, printFonts().coverage);
    const { result } = compiler.compile({
      mainFilePath: template('invitation-pages.typ'),
      inputs: { document: JSON.stringify(document) },
    });
    if (!result) throw new Error('the pages of invitations were not typeset');
    return new Uint8Array(
      compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(model.madeAt / 1000) }),
    );
  } finally {
    compiler.evictCache(0);
  }
}
