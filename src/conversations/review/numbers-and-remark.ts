const FORM =
  /^\s*((?:las?|n\.?\s*º|actividad(?:es)?|y|[\s,]|\d[\w.-]{0,10})+?)\s*(?::|-|–|,?\s+(?:porque|por|pues|ya que))\s*(\S[\s\S]*)$/iu;

/** *7: falta el enlace*, *la 3 y la 5 porque faltan actas*: the numbers as they are written, and why. */
export function numbersAndRemark(text: string): { readonly numbers: string; readonly remark: string } | null {
  const [, numbers, remark] = FORM.exec(text) ?? [];
  return numbers === undefined || remark === undefined ? null : { numbers, remark };
}
