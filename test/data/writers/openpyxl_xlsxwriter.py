"""Writes plan.json with openpyxl and with XlsxWriter: python3 openpyxl_xlsxwriter.py (pip install openpyxl XlsxWriter)."""
import datetime, json, openpyxl, xlsxwriter

plan = json.load(open("plan.json", encoding="utf-8"))

def value(cell):
    if not isinstance(cell, dict):
        return cell, None
    if "d" in cell:
        return datetime.datetime.fromisoformat(cell["d"]), "dd/mm/yyyy"
    return (cell["p"], "0.0%") if "p" in cell else (cell["n"], None)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = plan["sheet"]
for r, row in enumerate(plan["rows"], 1):
    for c, cell in enumerate(row, 1):
        content, number_format = value(cell)
        if content is None:
            continue
        at = sheet.cell(r, c)
        at.value = content
        if isinstance(content, str):
            at.data_type = "s"
        if number_format:
            at.number_format = number_format
for merge in plan["merges"]:
    sheet.merge_cells(merge)
book.save("openpyxl.xlsx")

def written(name, options):
    book = xlsxwriter.Workbook(name, {"strings_to_formulas": False, **options})
    if name.endswith("zip64.xlsx"):
        book.use_zip64()
    formats = {key: book.add_format({"num_format": key}) for key in ("dd/mm/yyyy", "0.0%")}
    sheet = book.add_worksheet(plan["sheet"])
    streamed = "constant_memory" in options  # rows are written in their order and not again
    for merge in [] if streamed else plan["merges"]:
        sheet.merge_range(merge, "")
    for r, row in enumerate(plan["rows"]):
        for c, cell in enumerate(row):
            content, number_format = value(cell)
            if content is not None:
                sheet.write(r, c, content, formats.get(number_format))
    for merge in plan["merges"] if streamed else []:
        sheet.merge_range(merge, "")
    book.close()

written("xlsxwriter.xlsx", {})
written("xlsxwriter-zip64.xlsx", {})
written("xlsxwriter-1904.xlsx", {"date_1904": True})
written("xlsxwriter-constant-memory.xlsx", {"constant_memory": True})
