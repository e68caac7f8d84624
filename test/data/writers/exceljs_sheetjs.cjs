// Writes plan.json with exceljs and with SheetJS: node exceljs_sheetjs.cjs (npm install exceljs xlsx)
const { createWriteStream, readFileSync } = require('node:fs');
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');

const plan = JSON.parse(readFileSync('plan.json', 'utf8'));
const each = (take) => {
  for (const [r, row] of plan.rows.entries())
    for (const [c, cell] of row.entries()) if (cell !== null) take(cell, r, c);
};

function fill(sheet) {
  each((cell, r, c) => {
    const at = sheet.getCell(r + 1, c + 1);
    at.value =
      typeof cell === 'string' ? cell : cell.d ? new Date(`${cell.d}T00:00:00Z`) : (cell.p ?? cell.n);
    if (cell.d) at.numFmt = 'dd/mm/yyyy';
    if (cell.p !== undefined) at.numFmt = '0.0%';
  });
  for (const merge of plan.merges) sheet.mergeCells(merge);
}

async function main() {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet(plan.sheet));
  await book.xlsx.writeFile('exceljs.xlsx');
  const stream = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream('exceljs-stream.xlsx'),
    useStyles: true,
  });
  const sheet = stream.addWorksheet(plan.sheet);
  fill(sheet);
  sheet.commit();
  await stream.commit();

  const cells = {};
  let [bottom, right] = [0, 0];
  each((cell, r, c) => {
    bottom = Math.max(bottom, r);
    right = Math.max(right, c);
    const at = XLSX.utils.encode_cell({ r, c });
    if (typeof cell === 'string') cells[at] = { t: 's', v: cell };
    else if (cell.d) cells[at] = { t: 'd', v: new Date(`${cell.d}T00:00:00Z`), z: 'dd/mm/yyyy' };
    else cells[at] = { t: 'n', v: cell.p ?? cell.n, ...(cell.p === undefined ? {} : { z: '0.0%' }) };
  });
  cells['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: bottom, c: right } });
  cells['!merges'] = plan.merges.map((merge) => XLSX.utils.decode_range(merge));
  const sheetjs = { SheetNames: [plan.sheet], Sheets: { [plan.sheet]: cells } };
  XLSX.writeFile(sheetjs, 'sheetjs.xlsx', { UTC: true });
  XLSX.writeFile(sheetjs, 'sheetjs-shared-packed.xlsx', { UTC: true, bookSST: true, compression: true });
  XLSX.writeFile(sheetjs, 'sheetjs-iso-dates.xlsx', { UTC: true, cellDates: true });
  XLSX.writeFile(sheetjs, 'sheetjs.xls', { UTC: true });
  XLSX.writeFile(sheetjs, 'sheetjs.xlsb', { UTC: true });
  XLSX.writeFile(sheetjs, 'sheetjs.ods', { UTC: true });
}
main();
