import { testLayouts, titled } from './layouts.ts';

testLayouts('each block has its cut', {
  'paac three cuatrimestres': {
    drawn: `
CÓDIGO: | PAAC | VERSIÓN: | 1
PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

Subcomponente | No | Actividades | Meta o producto | Responsable | Fecha programada | Seguimiento 1 | | Seguimiento 2 | | Seguimiento 3 |
 | | | | | | Actividades cumplidas | % de avance | Actividades cumplidas | % de avance | Actividades cumplidas | % de avance
Política | 1.1 | Actualizar la política | Política | Oficina de Planeación | 30/06/2023 | Se hizo el borrador | 50% | Se adoptó la política | 100% | |
 | 1.2 | Divulgar la política | Acta | Oficina de Planeación | 31/12/2023 | Nada aún | 0% | Se divulgó en la web | 60% | |`,
    asked: ['cut:Seguimiento 1', 'cut:Seguimiento 2', 'cut:Seguimiento 3'],
    cuts: ['04-30', '08-31', '12-31'],
    right: [
      '1.1 Actualizar la política · Oficina de Planeación · 2023-01-01..2023-06-30 · 1:50/Se hizo el borrador · 2:100/Se adoptó la política',
      '1.2 Divulgar la política · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:0/Nada aún · 2:60/Se divulgó en la web',
    ],
  },
  'fecha corte dates in headings': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | CORTE 31/03/2023 | | CORTE 30/06/2023 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % | Observación | % | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
  'two digit year headings': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | mar-23 | | jun-23 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
  'ambiguous marzo 23': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | CORTE MARZO 23 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    ),
    asked: ['cut:CORTE MARZO 23'],
    cuts: ['03-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'range headings': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | Del 1 de enero al 30 de junio de 2023 | | Del 1 de julio al 31 de diciembre de 2023 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Descripción del avance | % Avance | Descripción del avance
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    ),
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va · 4:50/sigue'],
  },
  'ordinal and date disagree': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | II TRIMESTRE (CORTE 31 DE MARZO) |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    ),
    asked: ['cut:II TRIMESTRE (CORTE 31 DE MARZO)'],
    cuts: ['06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va'],
  },
  'undated avance': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % DE AVANCE | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    ),
    asked: ['column:G', 'column:H'],
    cuts: ['03-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'undated avance with title date': {
    drawn: titled(
      'SEGUIMIENTO AL PLAN DE ACCIÓN A 30 DE JUNIO DE 2023',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % DE AVANCE | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    ),
    asked: ['column:G', 'column:H'],
    cuts: ['06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va'],
  },
  'no blocks': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023`,
    ),
    asked: [],
    cuts: [],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31'],
  },
  'indicativo years': {
    drawn: titled(
      'PLAN INDICATIVO',
      `
COD | PROGRAMA | INDICADOR DE PRODUCTO | META CUATRIENIO | META 2023 | ACTIVIDAD | DEPENDENCIA RESPONSABLE | FECHA INICIAL | FECHA FINAL | EJECUTADO I TRIM | EJECUTADO II TRIM | % CUMPLIMIENTO
101 | Salud | Jornadas | 16 | 4 | Hacer jornadas de salud | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 1 | 2 | 50%
102 | Salud | Visitas | 40 | 10 | Visitar hogares | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 3 | 5 | 50%`,
    ),
    asked: ['block:EJECUTADO', 'column:L'],
    cuts: ['03-31', '06-30'],
    right: [
      '101 Hacer jornadas de salud · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:50 · E1:1 · E2:2',
      '102 Visitar hogares · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:50 · E1:3 · E2:5',
    ],
  },
  cgr: {
    drawn: `
CÓDIGO: |  | VERSIÓN: | 1
PLAN DE ACCIÓN 2023
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

OBJETIVO | ESTRATEGIA | ACTIVIDAD | RESPONSABLE | FECHA INICIO | FECHA FINAL | ENERO - MARZO | ABRIL - JUNIO | JULIO - SEPTIEMBRE | OCTUBRE - DICIEMBRE
A | B | Hacer auditorías | Dirección de Vigilancia | 01/01/2023 | 31/12/2023 | 25% | 50% | 75% | 100%
A | B | Publicar informes | Dirección de Vigilancia | 01/01/2023 | 31/12/2023 | 25% | 50% | 75% | 100%`,
    asked: ['code', 'block:MES'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Hacer auditorías · Dirección de Vigilancia · 2023-01-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Publicar informes · Dirección de Vigilancia · 2023-01-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'monthly as quarterly': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | ENERO | FEBRERO | MARZO | ABRIL | MAYO | JUNIO | JULIO | AGOSTO | SEPTIEMBRE | OCTUBRE | NOVIEMBRE | DICIEMBRE | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 8%|16%|25%|33%|41%|50%|58%|66%|75%|83%|91%|100%| va`,
    ),
    answers: { 'block:MES': 'progress', cuts: 'quarterly' },
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25 · 2:50 · 3:75 · 4:100',
    ],
  },
  'blank months not filled': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | II TRIMESTRE |
 | | | | | | % | OBS | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 |  | | |`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31'],
  },
  'short quarters with their year': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
Id | Actividad | Responsable | Fecha inicio | Fecha fin | T1 2023 - Cuantitativo | T1 2023 - Cualitativo | T2 2023 - Cuantitativo | T2 2023 - Cualitativo
1 | Actualizar el censo | Gobierno | 01/02/2023 | 30/11/2023 | 20% | Formato aprobado | 55% | Censados 340`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Actualizar el censo · Gobierno · 2023-02-01..2023-11-30 · 1:20/Formato aprobado · 2:55/Censados 340',
    ],
  },
  'short quarters that could be numbers': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
Id | Actividad | Responsable | Fecha inicio | Fecha fin | Programación trimestral | < | Avance acumulado a 30 de junio | Descripción a 30 de junio
^ | ^ | ^ | ^ | ^ | 1T | 2T | ^ | ^
1 | Instalar tubería | EPM | 01/02/2023 | 30/11/2023 | 10% | 60% | 48% | Se instalaron 800 m`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 Instalar tubería · EPM · 2023-02-01..2023-11-30 · 2:48/Se instalaron 800 m · P1:10% · P2:60%'],
  },
  'the date of the cut stands over number and activity': {
    drawn: `
SEGUIMIENTO PLAN DE ACCIÓN VIGENCIA 2023
Código: | PA-1
Fecha de corte: | 30/09/2023
No. | Actividad | Responsable | Fecha inicio | Fecha fin | Avance (%) | Observaciones
1 | Recuperar el espacio público | Gobierno | 01/02/2023 | 30/11/2023 | 75% | Nueve operativos`,
    asked: ['column:F', 'column:G'],
    cuts: ['09-30'],
    right: ['1 Recuperar el espacio público · Gobierno · 2023-02-01..2023-11-30 · 3:75/Nueve operativos'],
  },
  'months in parentheses after an ordinal': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | 1er Seguimiento (Enero - Abril) | < | 2do Seguimiento (Mayo - Agosto) | <
^ | ^ | ^ | ^ | ^ | % de cumplimiento | Actividades cumplidas | % de cumplimiento | Actividades cumplidas
1 | Construir el parque | Infraestructura | 01/02/2023 | 30/11/2023 | 20% | Inicio de obra | 55% | Mitad de obra`,
    ),
    asked: [],
    cuts: ['04-30', '08-31'],
    right: [
      '1 Construir el parque · Infraestructura · 2023-02-01..2023-11-30 · 1:20/Inicio de obra · 2:55/Mitad de obra',
    ],
  },
  'blocks of the year before are kept, and are no cuts of this one': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | 2022 | < | 2023 | <
^ | ^ | ^ | ^ | ^ | IV TRIMESTRE | < | I TRIMESTRE | <
^ | ^ | ^ | ^ | ^ | % | Obs | % | Obs
1 | Construir el parque | Infraestructura | 01/02/2023 | 30/11/2023 | 15% | Estudios | 20% | Inicio de obra`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Construir el parque · Infraestructura · 2023-02-01..2023-11-30 · 1:20/Inicio de obra'],
  },
  'bare ordinals under SEGUIMIENTO TRIMESTRAL are quarters': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
N° | Actividad | Responsable | F. Inicio | F. Fin | SEGUIMIENTO TRIMESTRAL | < | < | <
^ | ^ | ^ | ^ | ^ | I | < | II | <
^ | ^ | ^ | ^ | ^ | % Av. | Observ. | % Av. | Observ.
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 10% | Diseños listos | 30% | Obra iniciada`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:10/Diseños listos · 2:30/Obra iniciada',
    ],
  },
  'the cut and what the column says in one heading, whichever comes first': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | SEGUIMIENTO TRIMESTRE I - Avance (%) | SEGUIMIENTO TRIMESTRE I - Reporte cualitativo | % Cumplimiento Q2 | Acciones adelantadas Q2
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 10% | Diseños listos | 30% | Obra iniciada`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:10/Diseños listos · 2:30/Obra iniciada',
    ],
  },
  'where the plan began is kept, and is no cut': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | Avance a 31/12/2022 | Avance a 30/06/2023 | Observaciones a 30/06/2023
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 10% | 50% | Obra iniciada`,
    ),
    asked: [],
    cuts: ['06-30'],
    right: ['1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 2:50/Obra iniciada'],
  },
  'quarters that are bare numbers under TRIMESTRE': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | PROGRAMACIÓN TRIMESTRE | < | EJECUCIÓN TRIMESTRE | < | Observaciones
^ | ^ | ^ | ^ | ^ | 1 | 2 | 1 | 2 | ^
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 10% | 60% | 10% | 45% | Obra iniciada`,
    ),
    answers: { 'block:EJECUCIÓN TRIMESTRE': 'progress' },
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:10 · 2:45 · P1:10% · P2:60%',
    ],
  },
  'the line of defence is no ordinal of a cut': {
    drawn: titled(
      'MAPA DE RIESGOS',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | MONITOREO PRIMERA LÍNEA - ABRIL | < | SEGUIMIENTO TERCERA LÍNEA - ABRIL | <
^ | ^ | ^ | ^ | ^ | % Avance | Descripción | % Avance | Observación
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 30% | Control aplicado | 25% | Falta evidencia`,
    ),
    asked: [],
    cuts: ['04-30'],
    right: ['1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:30/Control aplicado'],
  },
  'the text before an undated percentage is asked about with it, and again after one answer': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | Acciones realizadas | % de avance
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | Se instaló el módulo | 50%`,
    ),
    answers: { 'column:G': 'progress:2' },
    asked: ['column:F'],
    cuts: ['06-30'],
    right: ['1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 2:50/Se instaló el módulo'],
  },
});
