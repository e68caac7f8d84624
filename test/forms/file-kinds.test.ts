import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../src/forms/read-file.ts';
import { groupedProblems } from '../../src/texts/importing/grouped.ts';
import { zipFiles } from '../data/workbook-spec.ts';

const text = (content: string) => new TextEncoder().encode(content);
const bytes = (...list: number[]) => Uint8Array.from([...list, ...Array(600).fill(1)]);
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);
const utf16 = (content: string) => Uint8Array.from(Buffer.from(`\uFEFF${content}`, 'utf16le'));
const PAGE =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>No\t</td></tr></table></html>';

describe('a file of another kind is refused in two lines: what it looks like, and what to send', () => {
  const kinds: Record<string, [Uint8Array, RegExp, RegExp]> = {
    'no bytes': [new Uint8Array(), /está vacío/, /revise/],
    'blanks only': [text(' \r\n\t\r\n'), /está vacío/, /revise/],
    '.xls': [compound('Workbook'), /antiguo \(\.xls\)/, /Guardar como, Libro de Excel \(\.xlsx\)/],
    '.xls of Excel 4': [bytes(9, 4, 6, 0, 0, 0), /antiguo \(\.xls\)/, /Guardar como/],
    'a workbook with a password': [compound('EncryptedPackage'), /contraseña/, /Cifrar con contraseña/],
    '.doc': [compound('WordDocument'), /Office antiguo/, /copie la tabla/],
    '.xlsb': [zipFiles({ 'xl/workbook.bin': 'x' }), /\.xlsb/, /Guardar como/],
    '.ods': [
      zipFiles({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      /\.ods/,
      /Guardar como/,
    ],
    '.numbers': [zipFiles({ 'Index/Document.iwa': 'x' }), /Numbers/, /Exportar a, Excel/],
    '.numbers of before': [
      zipFiles({ 'Index.zip': 'x', 'preview.jpg': 'x' }),
      /Numbers/,
      /Exportar a, Excel/,
    ],
    '.docx': [zipFiles({ 'word/document.xml': '<x/>' }), /Word/, /copie la tabla/],
    '.pptx': [zipFiles({ 'ppt/presentation.xml': '<x/>' }), /presentación/, /copie la tabla/],
    '.zip': [zipFiles({ 'plan.xlsx': 'x' }), /comprimido \(\.zip\)/, /descomprima/],
    '.rar': [text('Rar!\u001a\u0007'), /comprimido/, /descomprima/],
    PDF: [text('%PDF-1.7\n1 0 obj'), /PDF/, /original/],
    PNG: [bytes(0x89, 0x50, 0x4e, 0x47), /imagen/, /original/],
    JPEG: [bytes(0xff, 0xd8, 0xff, 0xe0), /imagen/, /original/],
    HEIC: [bytes(0, 0, 0, 24, ...text('ftypheic')), /imagen/, /original/],
    WEBP: [bytes(...text('RIFF'), 0, 0, 0, 0, ...text('WEBP')), /imagen/, /original/],
    'a page saved as .xls': [text(`\n${PAGE}`), /página web/, /Guardar como/],
    'a page in UTF-16': [utf16(PAGE), /página web/, /Guardar como/],
    'a table alone saved as .xls': [text('<table border=1><tr><td>No\t'), /página web/, /Guardar como/],
    MHTML: [
      text(
        'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n',
      ),
      /un solo archivo \(\.mht\)/,
      /Guardar como/,
    ],
    'XML 2003': [
      text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">\t',
      ),
      /XML 2003/,
      /Guardar como/,
    ],
    RTF: [text('{\\rtf1\\ansi\t'), /\.rtf/, /copie la tabla/],
    SYLK: [text('ID;PWXL;N;E\nP;PGeneral\n'), /\.slk/, /Guardar como/],
    '.gsheet': [
      text('{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}'),
      /acceso directo/,
      /Descargar/,
    ],
    'bytes of no kind': [bytes(0, 1, 2, 3, 4, 0, 5), /ni un texto/, /archivo correcto/],
  };
  for (const [name, [content, looks, send]] of Object.entries(kinds)) {
    it(name, () => {
      const read = readFormFile(content);
      expect(read.ok).toBe(false);
      const [line = '', ...more] = groupedProblems(read.ok ? [] : read.problems);
      expect(more).toEqual([expect.stringMatching(send)]);
      expect(line).toMatch(looks);
    });
  }

  it('a CSV with semicolons is read', () => {
    const read = readFormFile(text('No;ACTIVIDAD;META;RESPONSABLE\n1;Reunión;Una;Alcalde'));
    expect(read.draft?.activities.map(({ name }) => name)).toEqual(['Reunión']);
  });
});
