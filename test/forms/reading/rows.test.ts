import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/forms/reading/read-plan.ts';
import { testLayouts, titled } from './layouts.ts';
import { drawSheet } from './table.ts';

testLayouts('a row is an activity, the name of a section, or neither', {
  'a number whose parts follow names their section': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Meta | Responsable | Fecha inicio | Fecha fin
1 | FORTALECIMIENTO INSTITUCIONAL | | | |
1.1 | Actualizar el manual | 1 | Talento Humano | 01/02/2023 | 30/06/2023
2 | MODERNIZACIÓN | | | |
2.1 | Renovar equipos | 20 | Sistemas | 01/02/2023 | 30/11/2023`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1.1 Actualizar el manual · Talento Humano · 2023-02-01..2023-06-30',
      '2.1 Renovar equipos · Sistemas · 2023-02-01..2023-11-30',
    ],
  },
  'an activity without who and when is told, not skipped': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Meta | Responsable | Fecha inicio | Fecha fin
1 | Actualizar el manual | 1 | Talento Humano | 01/02/2023 | 30/06/2023
2 | Renovar equipos | 20 | | |
3 | Renovar licencias | 20 | Sistemas | 01/02/2023 | 30/11/2023`,
    ),
    asked: [],
    cuts: [],
    right: ['✗ D7 la celda está vacía', '✗ E7 la celda está vacía', '✗ F7 la celda está vacía'],
  },
  'a merged name with a weight is a section': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Peso | Responsable | Fecha inicio | Fecha fin
PROGRAMA SALUD PÚBLICA | < | 60% | | |
1 | Vacunar a niños | 50% | Secretaría de Salud | 01/02/2023 | 30/06/2023`,
    ),
    asked: [],
    cuts: [],
    right: ['1 Vacunar a niños · Secretaría de Salud · 2023-02-01..2023-06-30'],
  },
  'the columns counted below the headings are no activity': {
    drawn: titled(
      'PLAN DE MEJORAMIENTO',
      `
No. | Acción de mejora | Meta | Responsable | Fecha inicio | Fecha fin
(1) | (2) | (3) | (4) | (5) | (6)
1 | Instalar el programa | 1 | Almacén | 01/02/2023 | 30/11/2023
No. | Acción de mejora | Meta | Responsable | Fecha inicio | Fecha fin
1 | 2 | 3 | 4 | 5 | 6
2 | Adoptar el plan | 1 | Servicios Generales | 01/02/2023 | 30/06/2023`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 Instalar el programa · Almacén · 2023-02-01..2023-11-30',
      '2 Adoptar el plan · Servicios Generales · 2023-02-01..2023-06-30',
    ],
  },
  'what the colours mean is after the table': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Meta | Responsable | Fecha inicio | Fecha fin
1 | Mantener parques | 10 | Servicios Públicos | 01/02/2023 | 30/11/2023

CONVENCIONES:
Verde | Cumplido entre 90 y 100
Amarillo | Entre 60 y 89`,
    ),
    asked: [],
    cuts: [],
    right: ['1 Mantener parques · Servicios Públicos · 2023-02-01..2023-11-30'],
  },
  'planned and done in rows of their own cannot be read': {
    drawn: titled(
      'PLAN ANUAL SG-SST',
      `
No. | ACTIVIDAD | RESPONSABLE | FECHA INICIO | FECHA FIN | P/E | ENE | FEB | MAR
1 | Evaluación inicial | Responsable SST | 10/01/2023 | 31/03/2023 | P | 1 | | 1
^ | ^ | ^ | ^ | ^ | E | 1 | |`,
    ),
    asked: ['block:MES'],
    cuts: ['01-31', '02-28', '03-31'],
    right: ['✗ F6 la actividad ocupa 2 filas con datos distintos en la columna F'],
  },
  'an activity named once for its tasks, in a text file, is asked about': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
Actividad | Tareas | Responsable | Fecha inicio | Fecha fin
Gestión de cobro | Enviar facturas | Tesorería | 01/02/2023 | 31/03/2023
 | Notificar mandamientos | Tesorería | 01/04/2023 | 31/10/2023`,
    ),
    asked: ['column:B'],
    cuts: [],
    right: [
      '1 Enviar facturas · Tesorería · 2023-02-01..2023-03-31',
      '2 Notificar mandamientos · Tesorería · 2023-04-01..2023-10-31',
    ],
  },
  'the tasks of a merged activity are the activities': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
Objetivo | Actividad | Tareas | Responsable | Fecha inicio | Fecha fin
Recaudo | Gestión de cobro | Enviar facturas a domicilio | Tesorería | 01/02/2023 | 31/03/2023
^ | ^ | Notificar mandamientos | Tesorería | 01/04/2023 | 31/10/2023
Gasto | Austeridad | Reducir consumo de papel | Servicios Generales | 01/02/2023 | 30/11/2023`,
    ),
    asked: ['column:C'],
    cuts: [],
    right: [
      '1 Enviar facturas a domicilio · Tesorería · 2023-02-01..2023-03-31',
      '2 Notificar mandamientos · Tesorería · 2023-04-01..2023-10-31',
      '3 Reducir consumo de papel · Servicios Generales · 2023-02-01..2023-11-30',
    ],
  },
});

testLayouts('when an activity runs is read however it is said', {
  'how often is not when': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Responsable | Fecha inicio | Fecha fin
1 | Atender peticiones | Atención al Ciudadano | Permanente | 30/11/2023
2 | Rendir cuentas | Planeación | 01/02/2023 | Trimestral`,
    ),
    asked: [],
    cuts: [],
    right: ['✗ D6 dice «Permanente»', '✗ E7 dice «Trimestral»'],
  },
  'a day of the week, spaces around the slashes': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No. | Actividad | Responsable | Fecha inicio | Fecha fin
1 | Atender peticiones | Planeación | lunes, 2 de enero de 2023 | 31 / 12 / 2023`,
    ),
    asked: [],
    cuts: [],
    right: ['1 Atender peticiones · Planeación · 2023-01-02..2023-12-31'],
  },
  'asked in questions': {
    drawn: titled(
      'PLAN DE PARTICIPACIÓN',
      `
¿Qué vamos a hacer? | ¿Para qué? | ¿Quién es el responsable? | ¿Cuándo inicia? | ¿Cuándo termina?
Cabildo abierto sobre presupuesto | Deliberar | Secretaría de Planeación | 01/03/2023 | 30/04/2023`,
    ),
    asked: [],
    cuts: [],
    right: ['1 Cabildo abierto sobre presupuesto · Secretaría de Planeación · 2023-03-01..2023-04-30'],
  },
  'quarters at the start and at the end': {
    drawn: titled(
      'PETI',
      `
Iniciativa | Actividades | Responsable | Trimestre inicio | Trimestre fin
I1 | Abrir la ventanilla | Secretaría General | I trimestre 2023 | IV trimestre 2023
I2 | Capacitar a los comités | Secretaría General | II trimestre 2023 | III trimestre 2023`,
    ),
    asked: [],
    cuts: [],
    right: [
      '1 Abrir la ventanilla · Secretaría General · 2023-01-01..2023-12-31',
      '2 Capacitar a los comités · Secretaría General · 2023-04-01..2023-09-30',
    ],
  },
});

describe('a heading that is a stored date', () => {
  it('stands for the last day of its month when it shows the month alone', () => {
    const { grid } = drawSheet(
      'No | Actividad | Responsable | Fecha inicio | Fecha fin | x | Observaciones',
      '',
    );
    const rows = [
      ...grid.rows,
      ...drawSheet('1 | Abrir | Planeación | 01/02/2023 | 30/11/2023 | 20% | Va', '').grid.rows,
    ];
    const cells = rows[0]?.map((cell) =>
      cell.text === 'x' ? { text: '01/06/2023', date: '2023-06-01', month: true } : cell,
    );
    const sheet = {
      grid: { sheet: '', rows: [cells ?? [], ...rows.slice(1)] },
      merges: [],
      hiddenRows: new Set<number>(),
      visible: true,
    };
    const { draft } = readPlan([sheet], { answers: { fiscalYear: '2023' } }).reading;
    expect(draft?.cuts.map(({ date }) => date)).toEqual(['2023-06-30']);
  });
});
