#!/bin/sh
# Stores openpyxl.xlsx again with LibreOffice 7.4, as a workbook and as text in every code page it has. Charsets of its
# filter: 1 windows-1252, 2 Macintosh, 4 CP850, 76 UTF-8, 65535 UTF-16. Separators: 9 tab, 44 comma, 59 semicolon.
set -e
out=$(mktemp -d)
store() { soffice --headless --convert-to "$1" --outdir "$out" openpyxl.xlsx >/dev/null && mv "$out/openpyxl.$2" "$3"; }
store 'xlsx:Calc MS Excel 2007 XML' xlsx libreoffice.xlsx
store 'xls:MS Excel 97' xls libreoffice.xls
store 'ods:calc8' ods libreoffice.ods
text='csv:Text - txt - csv (StarCalc)'
store "$text:59,34,1,1" csv libreoffice-windows-1252.csv
store "$text:9,34,2,1" csv libreoffice-macintosh.txt
store "$text:9,34,4,1" csv libreoffice-cp850.txt
store "$text:44,34,76,1" csv libreoffice-utf-8.csv
store "$text:9,34,65535,1" csv libreoffice-utf-16.txt
rm -r "$out"
