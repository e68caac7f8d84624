import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/forms/read-form.ts';
import { groupedProblems } from '../../src/texts/importing/grouped.ts';

/** What is said of a sheet of rows whose cells are parted by ` | `. */
function said(...rows: readonly string[]): readonly string[] {
  const cells = rows.map((row) => row.split(' | ').map((text) => ({ text: text === '-' ? '' : text })));
  const reading = readForm({ sheet: 'Hoja1', rows: cells });
  return reading.ok ? ['it was read'] : groupedProblems(reading.problems);
}

const times = (row: (index: number) => string) => Array.from({ length: 5 }, (_, index) => row(index + 1));
const PLAN =
  'Envíe el archivo del plan: una fila por actividad, con las columnas ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.';

describe('a sheet that is no plan says in two lines what it looks like and what to do', () => {
  it('a budget', () => {
    expect(
      said(
        'PRESUPUESTO DE GASTOS 2023',
        'CÓDIGO | RUBRO | APROPIACIÓN INICIAL | ADICIONES | REDUCCIONES | COMPROMISOS | PAGOS',
        ...times((n) => `2.1.${n} | Gastos de personal | 1000 | 0 | 0 | 500 | 400`),
      ),
    ).toEqual([
      'Hoja «Hoja1»: parece un presupuesto (trae «RUBRO», «APROPIACIÓN INICIAL», «ADICIONES»), no un plan.',
      PLAN,
    ]);
  });

  it('a list of people', () => {
    expect(
      said(
        'No | NOMBRE | CARGO | DEPENDENCIA | CORREO | TELÉFONO',
        ...times((n) => `${n} | Ana Arboleda | Profesional | Planeación | a${n}@x.gov.co | 3001234567`),
      ),
    ).toEqual([
      'Hoja «Hoja1»: parece un directorio de personas (trae «CORREO», «TELÉFONO», «NOMBRE»), no un plan.',
      PLAN,
    ]);
  });

  it('a list of contracts, also with a responsible and dates', () => {
    expect(
      said(
        'No | CONTRATISTA | OBJETO DEL CONTRATO | VALOR | RESPONSABLE | FECHA INICIO | FECHA FIN',
        ...times(
          (n) =>
            `${n} | Contratista ${n} | Prestar servicios | 12000000 | Gobierno | 15/01/2023 | 15/12/2023`,
        ),
      ),
    ).toEqual([
      'Hoja «Hoja1»: parece una relación de contratos (trae «CONTRATISTA», «OBJETO DEL CONTRATO», «VALOR»), no un plan.',
      PLAN,
    ]);
  });

  it('an inventory, an attendance list and a plan of purchases', () => {
    expect(
      said(
        'No | DESCRIPCIÓN | MARCA | SERIAL | ESTADO',
        ...times((n) => `${n} | Portátil | HP | S${n} | Bueno`),
      )[0],
    ).toContain('parece un inventario');
    expect(
      said('No | NOMBRES | CÉDULA | CARGO | FIRMA', ...times((n) => `${n} | Ana | 123 | Líder | -`))[0],
    ).toContain('parece una lista de asistencia');
    expect(
      said(
        'Códigos UNSPSC | Descripción | Modalidad de selección | Valor total estimado',
        ...times(() => '80111600 | Contratar servicios | Directa | 33000000'),
      )[0],
    ).toContain('parece un plan de adquisiciones');
  });

  it('a Gantt of marks, whatever letter marks a month', () => {
    const months = 'ENE | FEB | MAR | ABR | MAY | JUN | JUL | AGO | SEP | OCT | NOV | DIC';
    for (const mark of ['X', 'P'])
      expect(
        said(
          'PLAN DE TRABAJO 2023',
          `No | ACTIVIDAD | META | RESPONSABLE | ${months}`,
          ...times((n) => `${n} | Realizar talleres ${n} | Uno | Gobierno | ${`${mark} | - | `.repeat(6)}-`),
        ),
      ).toEqual([
        'Hoja «Hoja1»: parece un cronograma: los meses de cada actividad están marcados, sin fechas.',
        'Envíe el plan con dos columnas más, FECHA DE INICIO y FECHA DE TERMINACION: el primer día y el último que hoy están marcados.',
      ]);
  });

  it('a matrix with the activities in columns', () => {
    expect(
      said(
        'ACTIVIDAD | Realizar talleres | Publicar el informe',
        'META | 4 | 1',
        'RESPONSABLE | Gobierno | Prensa',
        'FECHA DE INICIO | 01/01/2023 | 01/02/2023',
      ),
    ).toEqual([
      'Hoja «Hoja1»: parece una matriz con las actividades en columnas.',
      'Envíe el plan con una actividad por fila: en Excel copie la tabla y péguela en otra hoja con Pegado especial, Transponer.',
    ]);
  });

  it('while a plan with such columns beside its own is a plan', () => {
    expect(
      said(
        'CÓDIGO: | PA-1',
        'PLAN DE ACCIÓN 2023',
        'No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | RUBRO | APROPIACIÓN | COMPROMISOS | CORREO',
        ...times(
          (n) =>
            `${n} | Realizar talleres ${n} | Uno | Gobierno | 01/01/2023 | 31/12/2023 | 2.1 | 1000 | 500 | a@x.gov.co`,
        ),
      ),
    ).toEqual(['it was read']);
  });

  it('and one without a heading for its activities is asked about, not taken for a list of people', () => {
    const rows = times(
      (n) =>
        `Realizar los talleres de la vereda ${n} | Gobierno | g@x.gov.co | 3001234567 | 01/01/2023 | 31/12/2023`,
    );
    const lines = said(
      'QUÉ VAMOS A HACER | RESPONSABLE | CORREO | TELÉFONO | FECHA INICIO | FECHA FIN',
      ...rows,
    );
    expect(lines.join()).not.toContain('directorio');
  });

  it('and neither is a plan whose rows say what such headings say', () => {
    const rows = times(
      (n) =>
        `${n} | Divulgar la oferta ${n} | Cuatro | Gobierno | 01/01/2023 | 31/12/2023 | Correo | Teléfono | Dirección | Firma`,
    );
    expect(
      said(
        'CÓDIGO: | PA-1',
        'PLAN DE ACCIÓN 2023',
        'No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | CANAL 1 | CANAL 2 | CANAL 3 | EVIDENCIA',
        ...rows,
      ),
    ).toEqual(['it was read']);
  });
});
