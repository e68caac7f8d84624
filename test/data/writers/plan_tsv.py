"""Turns plan.json into plan.tsv, a cell a line, for the writers in Java and R."""
import json

plan = json.load(open("plan.json", encoding="utf-8"))
with open("plan.tsv", "w", encoding="utf-8") as out:
    for r, row in enumerate(plan["rows"]):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            kind, content = ("s", cell.replace("\n", "\\n")) if isinstance(cell, str) else next(iter(cell.items()))
            out.write(f"{r}\t{c}\t{kind}\t{content}\n")
    for merge in plan["merges"]:
        out.write(f"0\t0\tm\t{merge}\n")
