import { testLayouts, titled } from './layouts.ts';

testLayouts('each column of the plan is found by its heading and its cells', {
  'no number': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | % | OBSERVACIONES
A uno | Meta | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va
B dos | Meta | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
    ],
  },
  'months as dates': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A uno | m | Oficina de Planeación | Enero 2023 | jun-23 | 20% | va
2 | B dos | m | Oficina de Planeación | Febrero | Diciembre | 20% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-06-30 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-02-01..2023-12-31 · 1:20/va',
    ],
  },
  'period in one cell': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | PLAZO | I TRIMESTRE |
 | | | | | % | OBSERVACIONES
1 | A uno | m | Oficina de Planeación | Febrero a noviembre de 2023 | 20% | va
2 | B dos | m | Oficina de Planeación | 01/03/2023 - 30/06/2023 | 20% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-02-01..2023-11-30 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-03-01..2023-06-30 · 1:20/va',
    ],
  },
  'dates with time': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | m | Alcalde | 01/01/2023 0:00 | 31/12/2023 23:59:59 | 20% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Alcalde · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'responsible once': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | m | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 10% | a
2 | B | m | | 01/01/2023 | 31/12/2023 | 10% | a
3 | C | m | | 01/01/2023 | 31/12/2023 | 10% | a
4 | D | m | Tesorería | 01/01/2023 | 31/12/2023 | 10% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '2 B · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '3 C · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '4 D · Tesorería · 2023-01-01..2023-12-31 · 1:10/a',
    ],
  },
  'number became date': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1.1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a
1-feb | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['✗ A8 dice «1-feb»: la hoja de cálculo convirtió el número en fecha'],
  },
  'plan de mejoramiento': {
    drawn: `
CÓDIGO: | PM-1 | VERSIÓN: | 1
PLAN DE MEJORAMIENTO
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No. Hallazgo | Descripción del hallazgo | Causa | Acción de mejora | Actividades / Descripción | Unidad de medida | Cantidad | Fecha de inicio | Fecha de terminación | Plazo en semanas | Responsable | Avance físico de ejecución | Observaciones
1 | Falta control | Desorden | Mejorar archivo | Organizar el archivo central | Informes | 1 | 01/02/2023 | 30/06/2023 | 20 | Secretaría General | 50% | Va bien
2 | Falta plan | Olvido | Hacer plan | Formular el plan | Plan | 1 | 01/02/2023 | 30/06/2023 | 20 | Secretaría General | 100% | Hecho`,
    asked: ['column:L', 'column:M'],
    cuts: ['03-31'],
    right: [
      '1 Organizar el archivo central · Secretaría General · 2023-02-01..2023-06-30 · 1:50/Va bien',
      '2 Formular el plan · Secretaría General · 2023-02-01..2023-06-30 · 1:100/Hecho',
    ],
  },
  MIPG: {
    drawn: titled(
      'PLAN DE ACCIÓN MIPG',
      `
DIMENSIÓN | POLÍTICA | No. | ACTIVIDADES DE GESTIÓN | PRODUCTO / EVIDENCIA | LÍDER DE POLÍTICA | FECHA INICIO | FECHA FIN | AVANCE 30 JUNIO | EVIDENCIAS | AVANCE 31 DICIEMBRE | EVIDENCIAS
Talento humano | Integridad | 1 | Divulgar el código | Acta | Talento Humano | 01/02/2023 | 30/06/2023 | 50% | acta.pdf | 100% | lista.pdf`,
    ),
    asked: ['block:AVANCE'],
    cuts: ['06-30', '12-31'],
    right: ['1 Divulgar el código · Talento Humano · 2023-02-01..2023-06-30 · 2:50 · 4:100'],
  },
  'text headings OCR': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
N o | A C T I V I D A D | M E T A | RESPON SABLE | FECHA DE INI CIO | FECHA DE TERMI NACION | PRI MER TRIMES TRE |
 | | | | | | % DE AVAN CE | OBSER VACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  bimester: {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | BIM 1 | BIM 2 | BIM 3 | BIM 4 | BIM 5 | BIM 6 | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 10% | 20% | 30% | 40% | 50% | 60% | sigue`,
    ),
    asked: ['block:BIM'],
    cuts: ['02-28', '04-30', '06-30', '08-31', '10-31', '12-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:10% · P2:20% · P3:30% · P4:40% · P5:50% · P6:60%',
    ],
  },
  semester: {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | PRIMER SEMESTRE | | SEGUNDO SEMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | Porcentaje de avance | Logros | Porcentaje de avance | Logros
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 70% | b`,
    ),
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/a · 4:70/b'],
  },
  'gantt X': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | ENE | FEB | MAR | ABR | MAY | JUN | JUL | AGO | SEP | OCT | NOV | DIC
1 | A uno | m | Oficina de Planeación | X | X | | | | | | | | | |
2 | B dos | m | Oficina de Planeación | | | X | X | X | | | | | | |`,
    ),
    asked: [],
    cuts: [],
    right: ['✗ E5 parece un cronograma: los meses de cada actividad están marcados, sin fechas'],
  },
  'gantt X with dates': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | ENE | FEB | MAR | ABR | MAY | JUN | JUL | AGO | SEP | OCT | NOV | DIC
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | X | X | | | | | | | | | |
2 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 |  | | X | X | | | | | | | |`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31',
    ],
  },
  'error in own column': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | COSTO | I TRIMESTRE |
 | | | | | | | % | OBSERVACIONES
1 | A | m | Alcalde | 01/01/2023 | 31/12/2023 | #DIV/0! | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Alcalde · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'tasks with activity': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | TAREA | RESPONSABLE | FECHA INICIO | FECHA FIN | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | Salud | Vacunar niños del campo | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a
2 | Salud | Visitar las veredas | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a
3 | Salud | Formar a los líderes | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a`,
    ),
    asked: ['column:C'],
    cuts: ['03-31'],
    right: [
      '1 Vacunar niños del campo · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
      '2 Visitar las veredas · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
      '3 Formar a los líderes · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
    ],
  },
  'qualifier headings': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
ITEM | ACTIVIDADES A DESARROLLAR | META ANUAL 2023 | RESPONSABLE (CARGO) | FECHA INICIO (DD/MM/AAAA) | FECHA LÍMITE | Q1 | 
 | | | | | | % | OBSERVACIONES
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'numbered headings': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
1. No. | 2. ACTIVIDAD | 3. META | 4. RESPONSABLE | 5. FECHA INICIO | 6. FECHA FIN | 7. AVANCE I TRIMESTRE (%) | 8. OBSERVACIONES I TRIMESTRE
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'only one date range': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA PROGRAMADA | I TRIM |
 | | | | | % | OBS
1 | Publicar informe | m | Alcalde | 01/02/2023 a 30/11/2023 | 20% | a
2 | Publicar otro | m | Alcalde | 30/11/2023 | 20% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Alcalde · 2023-02-01..2023-11-30 · 1:20/a',
      '2 Publicar otro · Alcalde · 2023-01-01..2023-11-30 · 1:20/a',
    ],
  },
  'ISO heads & dependency both': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | DEPENDENCIA | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE 2023-03-31 | OBSERVACIONES 2023-03-31
1 | Publicar informe | m | Hacienda | Tesorero | 01/01/2023 | 31/12/2023 | 10% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Tesorero · 2023-01-01..2023-12-31 · 1:10/a'],
  },
  'planned dates & real dates': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | PROGRAMADO | | EJECUTADO | | I TRIM |
No | ACTIVIDAD | META | RESPONSABLE | FECHA INICIO | FECHA FIN | FECHA INICIO | FECHA FIN | % | OBS
1 | Publicar informe | m | Alcalde | 01/01/2023 | 31/12/2023 | 05/02/2023 | 20/12/2023 | 10% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 1:10/a'],
  },
  'objective columns first': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
OBJETIVO ESTRATÉGICO | LÍNEA | PROGRAMA | PROYECTO | No | ACTIVIDAD | INDICADOR | FÓRMULA | META | UNIDAD | RESPONSABLE | FECHA INICIO | FECHA FIN | I TRIMESTRE | | |
 | | | | | | | | | | | | | PROGRAMADO | EJECUTADO | OBSERVACIONES
O1 | L1 | P1 | Y1 | 1 | Publicar informe | Informes | a/b | 4 | Número | Oficina Jurídica | 01/01/2023 | 31/12/2023 | 1 | 1 | hecho`,
    ),
    asked: ['block:EJECUTADO'],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina Jurídica · 2023-01-01..2023-12-31 · 1:–/hecho · P1:1 · E1:1'],
  },
  'no responsible': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | % | OBS
1 | Publicar informe | m | 01/01/2023 | 31/12/2023 | 10% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['✗ D5 falta la columna «RESPONSABLE»'],
  },
  'matrix transposed': {
    drawn: `
PLAN

CONCEPTO | ACTIVIDAD 1 | ACTIVIDAD 2 | ACTIVIDAD 3
Responsable | A | B | C
Fecha inicio | 01/01/2023 | 01/01/2023 | 01/01/2023`,
    asked: [],
    cuts: [],
    right: ['✗ A1 parece una matriz con las actividades en columnas'],
  },
  'gestion del riesgo heading': {
    drawn: `
CÓDIGO: | MR-1 | VERSIÓN: | 1
MATRIZ DE RIESGOS
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | RIESGO | CAUSA | ACCIÓN | RESPONSABLE | FECHA INICIO | FECHA TERMINACIÓN | MONITOREO I CUATRIMESTRE | | MONITOREO II CUATRIMESTRE |
 | | | | | | | Acciones realizadas | % de avance | Acciones realizadas | % de avance
1 | Fuga de información | Falta control | Revisar claves | Oficina TIC | 01/01/2023 | 31/12/2023 | Se revisó | 30% | Se cambió | 60%`,
    asked: [],
    cuts: ['04-30', '08-31'],
    right: ['1 Revisar claves · Oficina TIC · 2023-01-01..2023-12-31 · 1:30/Se revisó · 2:60/Se cambió'],
  },
  'bogota poa': {
    drawn: titled(
      'PLAN OPERATIVO ANUAL',
      `
 | | | | | | Duración | | Ejecución | | | | Descripción de actividades | | | 
No. | Actividad | Meta Plan Operativo Anual | Responsable | Ponderación | Indicador | Fecha inicial | Fecha Final | Trimestre I | Trimestre II | Trimestre III | Trimestre IV | Trimestre I | Trimestre II | Trimestre III | Trimestre IV
1 | Publicar informe | m | Alcalde | 20% | i | Enero | Diciembre | 20% | 40% | | | Se hizo | Se siguió | |`,
    ),
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'PONDERACIÓN in words is the entity’s own': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | PONDERACIÓN | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION
1 | Realizar talleres | Alta | Oficina de Planeación | 01/01/2023 | 31/12/2023
2 | Publicar boletines | #DIV/0! | Oficina de Planeación | 01/01/2023 | 31/12/2023`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31',
    ],
  },
});
