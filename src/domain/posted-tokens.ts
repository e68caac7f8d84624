/** The length of an invitation's token: 16 random bytes in base64url. */
const tokenLength = 22;
const longEnough = new RegExp(`[\\w-]{${tokenLength},}`, 'g');

/**
 * What may be an invitation's token in a public text: alone, in a link of any form (also one inside another link),
 * broken over lines or stuck to a word. Its hash decides whether it is one.
 */
export function tokensPosted(text: string): readonly string[] {
  const forms = [text, unpacked(text), text.replace(/\s+/g, '')];
  const runs = new Set(forms.flatMap((form) => form.match(longEnough) ?? []));
  return [...new Set([...runs].flatMap((run) => [run.slice(0, tokenLength), run.slice(-tokenLength)]))];
}

/** A link inside a link is written with `%3D` for its `=`. */
function unpacked(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
