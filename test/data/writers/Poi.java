// Writes plan.json (turned into tabs by plan_tsv.py) with Apache POI: java -cp 'lib/*' Poi.java (org.apache.poi:poi-ooxml:5.5.1)
import java.io.FileOutputStream;
import java.nio.file.*;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.*;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

public class Poi {
  public static void main(String[] args) throws Exception {
    write(new XSSFWorkbook(), "poi.xlsx");
    write(new SXSSFWorkbook(), "poi-streaming.xlsx");
  }

  /** A line is: row, column, kind (s, n, p, d), content; merges have the kind m. */
  static void write(Workbook book, String file) throws Exception {
    Sheet sheet = book.createSheet("Plan de Acción");
    DataFormat formats = book.createDataFormat();
    CellStyle dates = book.createCellStyle();
    dates.setDataFormat(formats.getFormat("dd/mm/yyyy"));
    CellStyle percents = book.createCellStyle();
    percents.setDataFormat(formats.getFormat("0.0%"));
    for (String line : Files.readAllLines(Path.of("plan.tsv"))) {
      String[] part = line.split("\t", -1);
      if (part[2].equals("m")) { sheet.addMergedRegion(CellRangeAddress.valueOf(part[3])); continue; }
      int number = Integer.parseInt(part[0]);
      Row row = sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
      Cell cell = row.createCell(Integer.parseInt(part[1]));
      switch (part[2]) {
        case "s" -> cell.setCellValue(part[3].replace("\\n", "\n"));
        case "n" -> cell.setCellValue(Double.parseDouble(part[3]));
        case "p" -> { cell.setCellValue(Double.parseDouble(part[3])); cell.setCellStyle(percents); }
        case "d" -> { cell.setCellValue(LocalDate.parse(part[3])); cell.setCellStyle(dates); }
        default -> throw new IllegalArgumentException(part[2]);
      }
    }
    try (FileOutputStream out = new FileOutputStream(file)) { book.write(out); }
    book.close();
  }
}
