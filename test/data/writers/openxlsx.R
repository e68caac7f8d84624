# Writes plan.tsv with R's openxlsx: Rscript openxlsx.R (apt-get install r-base-core r-cran-openxlsx)
library(openxlsx)
lines <- strsplit(readLines("plan.tsv", encoding = "UTF-8"), "\t", fixed = TRUE)
book <- createWorkbook()
name <- enc2utf8("Plan de Acci\u00f3n")
addWorksheet(book, name)
for (part in lines) {
  if (part[3] == "m") { 
    ends <- strsplit(part[4], ":")[[1]]
    row <- as.integer(gsub("[A-Z]", "", ends))
    mergeCells(book, name, cols = convertFromExcelRef(ends), rows = row[1]:row[2])
    next
  }
  content <- switch(part[3],
    s = gsub("\\n", "\n", part[4], fixed = TRUE), d = as.Date(part[4]), as.numeric(part[4]))
  at <- list(row = as.integer(part[1]) + 1, col = as.integer(part[2]) + 1)
  writeData(book, name, content, startCol = at$col, startRow = at$row, colNames = FALSE)
  format <- switch(part[3], d = "dd/mm/yyyy", p = "0.0%", NULL)
  if (!is.null(format)) addStyle(book, name, createStyle(numFmt = format), rows = at$row, cols = at$col)
}
saveWorkbook(book, "openxlsx.xlsx", overwrite = TRUE)
