import { testLayouts, titled } from './layouts.ts';

testLayouts('title, sheets and rows belong to the plan that is meant', {
  'no code no year': {
    drawn: `
PLAN DE ACCIÓN INSTITUCIONAL 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: ['code'],
    cuts: ['03-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'sections and 1.1 twice': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
COMPONENTE 1: RIESGOS
1.1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va
COMPONENTE 2: TRÁMITES
1.1 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va
1.2 | C tres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      'C1-1.1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
      'C2-1.1 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
      '1.2 C tres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
    ],
  },
  'six components': {
    drawn: {
      C1: `
CÓDIGO: | PAAC | VERSIÓN: | 1
PAAC
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I CUATRIMESTRE |
 | | | | | | % | OBSERVACIONES
1.1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      C2: `
CÓDIGO: | PAAC | VERSIÓN: | 1
PAAC
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I CUATRIMESTRE |
 | | | | | | % | OBSERVACIONES
1.1 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    },
    asked: ['sheets'],
    cuts: ['04-30'],
    right: [
      'C1-1.1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a',
      'C2-1.1 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a',
    ],
  },
  'same plan twice': {
    drawn: {
      Plan: titled(
        'PLAN DE ACCIÓN',
        `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      ),
      Copia: titled(
        'PLAN DE ACCIÓN',
        `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      ),
    },
    asked: [],
    cuts: ['03-31'],
    right: ['1 A larga actividad · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'two different plans': {
    drawn: {
      PA: titled(
        'PLAN DE ACCIÓN',
        `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      ),
      PM: `
CÓDIGO: | PM-02 | VERSIÓN: | 1
PLAN DE MEJORAMIENTO
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | Otra actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    },
    asked: ['sheets'],
    cuts: ['03-31'],
    right: ['1 A larga actividad · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'two layouts sheets': {
    drawn: {
      Uno: `
CÓDIGO: | PAAC | VERSIÓN: | 1
PAAC
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I CUATRIMESTRE |
 | | | | | | % | OBSERVACIONES
1.1 | Actividad una | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      Dos: `
CÓDIGO: | PAAC | VERSIÓN: | 1
PAAC
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | RESPONSABLE | FECHA INICIO | FECHA FIN | I CUATRIMESTRE |
 | | | | | % AVANCE | OBS
2.1 | Actividad dos | Alcalde | 01/01/2023 | 31/12/2023 | 30% | b`,
    },
    asked: ['sheets'],
    cuts: ['04-30'],
    right: [
      '1.1 Actividad una · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a',
      '2.1 Actividad dos · Alcalde · 2023-01-01..2023-12-31 · 1:30/b',
    ],
  },
  'year range vigencia': {
    drawn: `
CÓDIGO: | PA-1
PLAN DE ACCIÓN
VIGENCIA: | Del 01 de enero al 31 de diciembre de 2023
FECHA: | por definir

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'total row etc': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a
TOTAL | | | | | | 20% |
 | Elaboró: Ana | | | | | |`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'comp codes letters': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
CÓDIGO ACTIVIDAD | NOMBRE ACTIVIDAD | ENTREGABLE | ÁREA RESPONSABLE | FECHA INICIAL | FECHA FINAL | % AVANCE T1 | % AVANCE T2 | OBSERVACIONES T1 | OBSERVACIONES T2
A-01 | Publicar informe | Informe | Oficina TIC | 01/01/2023 | 31/12/2023 | 10% | 20% | a | b`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['A-01 Publicar informe · Oficina TIC · 2023-01-01..2023-12-31 · 1:10/a · 2:20/b'],
  },
  'two sheets with headings of their own, each with a column to ask about': {
    drawn: {
      Obras: titled(
        'PLAN DE ACCIÓN',
        `
No | Actividad | Responsable | Fecha inicio | Fecha fin | % de avance | Observaciones
1 | Adecuar el centro | Infraestructura | 01/02/2023 | 30/11/2023 | 50% | Obra iniciada`,
      ),
      Cultura: titled(
        'PLAN DE ACCIÓN',
        `
No | Acción | Dependencia responsable | Desde | Hasta | Avance (%) | Comentarios
1 | Dictar talleres | Casa de la Cultura | 01/02/2023 | 30/11/2023 | 30% | Tres talleres`,
      ),
    },
    asked: ['sheets', 'column:Obras!F', 'column:Obras!G', 'column:Cultura!F', 'column:Cultura!G'],
    cuts: ['03-31'],
    right: [
      'C1-1 Adecuar el centro · Infraestructura · 2023-02-01..2023-11-30 · 1:50/Obra iniciada',
      'C2-1 Dictar talleres · Casa de la Cultura · 2023-02-01..2023-11-30 · 1:30/Tres talleres',
    ],
  },
});
