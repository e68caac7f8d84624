import { testLayouts, titled } from './layouts.ts';

testLayouts('headings stand in the rows where entities print them', {
  'groups over a map of risks, one of which begins like a title': {
    drawn: titled(
      'MAPA DE RIESGOS',
      `
IDENTIFICACIÓN DEL RIESGO | < | VALORACIÓN DEL RIESGO | PLAN DE TRATAMIENTO | < | < | < | I CUATRIMESTRE | < | II CUATRIMESTRE | <
No. | RIESGO | ZONA | ACCIONES | RESPONSABLE | FECHA INICIO | FECHA FIN | % AVANCE | SEGUIMIENTO | % AVANCE | SEGUIMIENTO
1 | Direccionar pliegos | Alta | Revisar los pliegos | Secretaría Jurídica | 01/01/2023 | 31/12/2023 | 33% | Se revisaron 12 pliegos | 66% | Se revisaron 25 pliegos
2 | Alterar liquidaciones | Alta | Revisar los accesos | Secretaría de Hacienda | 01/01/2023 | 31/12/2023 | 30% | Se revisaron en marzo | 61% | Se depuraron doce usuarios`,
    ),
    asked: [],
    answers: { accumulation: 'cumulative' },
    cuts: ['04-30', '08-31'],
    right: [
      '1 Revisar los pliegos · Secretaría Jurídica · 2023-01-01..2023-12-31 · 1:33/Se revisaron 12 pliegos · 2:66/Se revisaron 25 pliegos',
      '2 Revisar los accesos · Secretaría de Hacienda · 2023-01-01..2023-12-31 · 1:30/Se revisaron en marzo · 2:61/Se depuraron doce usuarios',
    ],
  },
  'the upper row names half of the columns': {
    drawn: titled(
      'PLAN OPERATIVO ANUAL',
      `
Dependencia | Actividad | < | Meta Plan Operativo Anual | Responsable | Duración | < | Ejecución | < | Descripción de actividades
^ | No. | Actividad | ^ | ^ | Fecha inicial | Fecha final | Enero | Febrero | Trimestre I
Cultura | 1 | Realizar conciertos | 10 | Subdirector | enero | diciembre | 1 | 2 | Tres conciertos en localidades`,
    ),
    asked: ['block:Ejecución'],
    cuts: ['01-31', '02-28', '03-31'],
    right: [
      '1 Realizar conciertos · Subdirector · 2023-01-01..2023-12-31 · 3:–/Tres conciertos en localidades · E1:1 · E2:2',
    ],
  },
  'SÍ, NO, PARCIAL under one heading': {
    drawn: titled(
      'PLAN DE MEJORAMIENTO',
      `
No. | ACCIÓN CORRECTIVA | RESPONSABLE | FECHA INICIO | FECHA FINALIZACIÓN | CUMPLIMIENTO | < | < | % AVANCE A 30/06/2023 | OBSERVACIONES
^ | ^ | ^ | ^ | ^ | SI | NO | PARCIAL | ^ | ^
1 | Actualizar el inventario | Almacenista General | 01/02/2023 | 31/05/2023 | X | | | 100% | Inventario firmado`,
    ),
    asked: [],
    cuts: ['06-30'],
    right: [
      '1 Actualizar el inventario · Almacenista General · 2023-02-01..2023-05-31 · 2:100/Inventario firmado',
    ],
  },
  'the last part of a heading after a slash is what the column says': {
    drawn: titled(
      'PLAN DE MEJORAMIENTO',
      `
N° FILA | ACCIÓN DE MEJORA | ACTIVIDADES / UNIDAD DE MEDIDA | ACTIVIDADES / FECHA DE INICIO | ACTIVIDADES / FECHA DE TERMINACIÓN | ACTIVIDADES / PLAZO EN SEMANAS | ÁREA RESPONSABLE
1 | Elaborar lista de chequeo para liquidar contratos | Lista de chequeo | 2023/01/16 | 2023/06/30 | 24 | Oficina de Contratación`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 Elaborar lista de chequeo para liquidar contratos · Oficina de Contratación · 2023-01-16..2023-06-30',
    ],
  },
  'a plan of goals asks whether the goal is the activity': {
    drawn: titled(
      'PLAN INDICATIVO 2020-2023',
      `
LÍNEA | PROGRAMA | CÓDIGO META | META DE PRODUCTO | LÍNEA BASE | META CUATRIENIO | RESPONSABLE | PROGRAMADO 2023 | EJECUTADO 2023 | % CUMPLIMIENTO 2023 | % CUMPLIMIENTO 2022
Equidad | Educación | MP001 | Mejorar 20 sedes educativas | 0 | 20 | Secretaría de Educación | 5 | 4 | 80% | 60%
Equidad | Salud | MP002 | Dotar 10 puestos de salud | 2 | 10 | Secretaría de Salud | 3 | 3 | 100% | 50%`,
    ),
    asked: ['column:D', 'column:J'],
    cuts: ['12-31'],
    right: [
      'MP001 Mejorar 20 sedes educativas · Secretaría de Educación · 2023-01-01..2023-12-31 · 4:80',
      'MP002 Dotar 10 puestos de salud · Secretaría de Salud · 2023-01-01..2023-12-31 · 4:100',
    ],
  },
});

testLayouts('an activity over several rows', {
  'is one, with its texts line by line': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Producto | Responsable | Fecha inicio | Fecha fin
1 | Fortalecer el archivo histórico | Inventario | Archivo Central | 01/02/2023 | 30/06/2023
^ | ^ | Digitalización | Oficina de Sistemas | ^ | ^
2 | Abrir la ventanilla única | Ventanilla | Oficina de Sistemas | 01/02/2023 | 30/09/2023`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 Fortalecer el archivo histórico · Archivo Central + Oficina de Sistemas · 2023-02-01..2023-06-30',
      '2 Abrir la ventanilla única · Oficina de Sistemas · 2023-02-01..2023-09-30',
    ],
  },
  'with different dates is refused with what to do': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Producto | Responsable | Fecha inicio | Fecha fin
1 | Fortalecer el archivo histórico | Inventario | Archivo Central | 01/02/2023 | 30/06/2023
^ | ^ | Digitalización | Oficina de Sistemas | 01/07/2023 | 30/11/2023`,
    ),
    asked: [],
    cuts: [],
    right: ['✗ E6 la actividad ocupa 2 filas con datos distintos en la columna E'],
  },
});

testLayouts('the year is the one that the title means', {
  'of a map, with no word for plan': {
    drawn: `
MAPA DE RIESGOS DE CORRUPCIÓN 2023
Aprobado por Resolución 12 de 2020
CÓDIGO: | MR-1
No | ACTIVIDAD | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION
1 | Revisar pliegos | Oficina Jurídica | 01/02/2023 | 30/11/2023`,
    asked: [],
    cuts: [],
    right: ['1 Revisar pliegos · Oficina Jurídica · 2023-02-01..2023-11-30'],
  },
  'of the vigencia, beside the years of the term': {
    drawn: `
PLAN INDICATIVO 2020-2023 - SEGUIMIENTO VIGENCIA 2021
CÓDIGO: | PI-1
No | ACTIVIDAD | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION
1 | Revisar pliegos | Oficina Jurídica | 01/02/2021 | 30/11/2021`,
    asked: [],
    cuts: [],
    right: ['1 Revisar pliegos · Oficina Jurídica · 2021-02-01..2021-11-30'],
  },
});
