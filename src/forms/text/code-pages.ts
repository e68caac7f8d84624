/** Ways in which a text without a mark may write its letters. */
export type CodePage = 'utf-8' | 'windows-1252' | 'macintosh' | 'cp850';

/** The letters of MS-DOS in Western Europe (Excel's *Texto MS-DOS*) from byte 0x80 on; no decoder of the platform has them. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The bytes read as this page; what a byte cannot be there is U+FFFD. */
export function decodeAs(page: CodePage, bytes: Uint8Array): string {
  if (page !== 'cp850') return new TextDecoder(page).decode(bytes);
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u00ff]/g, (letter) => CP850[letter.charCodeAt(0) - 0x80] ?? '\ufffd');
}
