import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/forms/reading/asking.ts';
import { cutsRead, read, readWithLikely } from './table.ts';

/** A plan as some entity prints it, with what is asked about it and what is right once the likely answers are given. */
type Layout = {
  readonly drawn: string | Readonly<Record<string, string>>;
  readonly answers?: Answers;
  readonly asked: readonly string[];
  /** Month and day of each cut. */
  readonly cuts: readonly string[];
  readonly right: readonly string[];
};

const layouts: Record<string, Layout> = {
  'POA monthly prog/ejec': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN OPERATIVO ANUAL
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | ENERO | | FEBRERO | | MARZO | | ABRIL | | MAYO | | JUNIO |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | P | E | P | E | P | E | P | E | P | E | P | E
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | 1 | 0 | 0 | 2 | 1 | 1 | 1 | 0 | 0 | 1 | 1
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1|1|1|1|1|1|1|1|1|1|1|1`,
    asked: ['block:E', 'cuts'],
    cuts: ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:0 · P3:2 · P4:1 · P5:0 · P6:1 · E1:1 · E2:0 · E3:1 · E4:1 · E5:0 · E6:1',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:1 · P3:1 · P4:1 · P5:1 · P6:1 · E1:1 · E2:1 · E3:1 · E4:1 · E5:1 · E6:1',
    ],
  },
  'quarters PROG EJEC % OBS': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | | | II TRIMESTRE | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | PROG. | EJEC. | % | OBSERVACIONES | PROG. | EJEC. | % | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | 3 | 25% | Tres talleres | 3 | 2 | 42% | Dos más
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 2|2|50%|Dos|2|2|100%|Todos`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/Tres talleres · 2:42/Dos más · P1:3 · P2:3 · E1:3 · E2:2',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/Dos · 2:100/Todos · P1:2 · P2:2 · E1:2 · E2:2',
    ],
  },
  'percent prog ejec obs 25s': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIM | | | II TRIM | | | III TRIM | | | IV TRIM | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | 20% | Va | 25% | 30% | Sigue | 25% | 25% | Casi | 25% | 25% | Fin
2 | Otra cosa | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25%|25%|a|25%|25%|b|25%|25%|c|25%|25%|d`,
    asked: ['accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Va · 2:50/Sigue · 3:75/Casi · 4:100/Fin · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Otra cosa · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a · 2:50/b · 3:75/c · 4:100/d · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'avance del trimestre sums 100': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | II TRIMESTRE | | III TRIMESTRE | | IV TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | a | 25% | b | 25% | c | 25% | d
2 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 10%|a|40%|b|20%|c|30%|d`,
    asked: ['accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a · 2:50/b · 3:75/c · 4:100/d',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:10/a · 2:50/b · 3:70/c · 4:100/d',
    ],
  },
  'avance trim + acumulado': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | PRIMER TRIMESTRE | | | SEGUNDO TRIMESTRE | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE DEL TRIMESTRE | AVANCE ACUMULADO | ANÁLISIS | AVANCE DEL TRIMESTRE | AVANCE ACUMULADO | ANÁLISIS
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 20% | va | 30% | 50% | sigue`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
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
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | CORTE 31/03/2023 | | CORTE 30/06/2023 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % | Observación | % | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
  'two digit year headings': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | mar-23 | | jun-23 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
  'ambiguous marzo 23': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | CORTE MARZO 23 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: ['cut:CORTE MARZO 23'],
    cuts: ['03-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'range headings': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | Del 1 de enero al 30 de junio de 2023 | | Del 1 de julio al 31 de diciembre de 2023 |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Descripción del avance | % Avance | Descripción del avance
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va | 50% | sigue`,
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va · 4:50/sigue'],
  },
  'ordinal and date disagree': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | II TRIMESTRE (CORTE 31 DE MARZO) |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % Avance | Observación
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: ['cut:II TRIMESTRE (CORTE 31 DE MARZO)'],
    cuts: ['06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va'],
  },
  'undated avance': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % DE AVANCE | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: ['column:G', 'column:H'],
    cuts: ['03-31'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'undated avance with title date': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
SEGUIMIENTO AL PLAN DE ACCIÓN A 30 DE JUNIO DE 2023
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % DE AVANCE | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: ['column:G', 'column:H'],
    cuts: ['06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/va'],
  },
  'no blocks': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023`,
    asked: [],
    cuts: [],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31'],
  },
  'no number': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | % | OBSERVACIONES
A uno | Meta | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va
B dos | Meta | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
    ],
  },
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
  'months as dates': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A uno | m | Oficina de Planeación | Enero 2023 | jun-23 | 20% | va
2 | B dos | m | Oficina de Planeación | Febrero | Diciembre | 20% | va`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-06-30 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-02-01..2023-12-31 · 1:20/va',
    ],
  },
  'period in one cell': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | PLAZO | I TRIMESTRE |
 | | | | | % | OBSERVACIONES
1 | A uno | m | Oficina de Planeación | Febrero a noviembre de 2023 | 20% | va
2 | B dos | m | Oficina de Planeación | 01/03/2023 - 30/06/2023 | 20% | va`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-02-01..2023-11-30 · 1:20/va',
      '2 B dos · Oficina de Planeación · 2023-03-01..2023-06-30 · 1:20/va',
    ],
  },
  'dates with time': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | m | Alcalde | 01/01/2023 0:00 | 31/12/2023 23:59:59 | 20% | va`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Alcalde · 2023-01-01..2023-12-31 · 1:20/va'],
  },
  'sections and 1.1 twice': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
COMPONENTE 1: RIESGOS
1.1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va
COMPONENTE 2: TRÁMITES
1.1 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va
1.2 | C tres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | va`,
    asked: [],
    cuts: ['03-31'],
    right: [
      'C1-1.1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
      'C2-1.1 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
      '1.2 C tres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30/va',
    ],
  },
  'responsible once': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | m | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 10% | a
2 | B | m | | 01/01/2023 | 31/12/2023 | 10% | a
3 | C | m | | 01/01/2023 | 31/12/2023 | 10% | a
4 | D | m | Tesorería | 01/01/2023 | 31/12/2023 | 10% | a`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '2 B · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '3 C · Secretaría de Salud · 2023-01-01..2023-12-31 · 1:10/a',
      '4 D · Tesorería · 2023-01-01..2023-12-31 · 1:10/a',
    ],
  },
  'over 100 etc': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 120% | a
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 50 %. | a
3 | C | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 100% Cumplida | a
4 | D | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Avance = 1/3 = 33,3 % | a`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/a',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
      '3 C · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/a',
      '4 D · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:33.3/a',
    ],
  },
  'number became date': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1.1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a
1-feb | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['✗ A8 dice «1-feb»: la hoja de cálculo convirtió el número en fecha'],
  },
  'explicacion before percent': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | II TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | EXPLICACIÓN | % DE AVANCE | EXPLICACIÓN | % DE AVANCE
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Se hizo | 20% | Se siguió | 40%`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'avance cualitativo': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | II TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE CUANTITATIVO | AVANCE CUALITATIVO | AVANCE CUANTITATIVO | AVANCE CUALITATIVO
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | Se hizo | 40% | Se siguió`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'gestion realizada': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % I TRIM | GESTIÓN I TRIM | % II TRIM | GESTIÓN II TRIM
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | Se hizo | 40% | Se siguió`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'fisico financiero': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | | II TRIMESTRE | |
 | | | | | | FÍSICO | FINANCIERO | | FÍSICO | FINANCIERO |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | EJECUTADO | OBSERVACIONES | % AVANCE | EJECUTADO | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 1000000 | a | 40% | 2000000 | b`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:40/b'],
  },
  'avance words': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | AVANCE A ABR 30 | AVANCE A AGO 31
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | |
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Cumplido | En proceso
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | En proceso | Cumplido`,
    asked: ['block:AVANCE'],
    cuts: ['04-30', '08-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/Cumplido · 2:–/En proceso',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/En proceso · 2:–/Cumplido',
    ],
  },
  'counts in avance': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE I TRIMESTRE | OBSERVACIONES I TRIMESTRE | AVANCE II TRIMESTRE | OBSERVACIONES II TRIMESTRE
1 | Doce talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | tres | 6 | seis
2 | Cuatro visitas | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | una | 2 | dos`,
    asked: ['block:AVANCE'],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Doce talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/tres · 2:–/seis · E1:3 · E2:6',
      '2 Cuatro visitas · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/una · 2:–/dos · E1:1 · E2:2',
    ],
  },
  fractions: {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | AVANCE | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 0,5 | a
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | b`,
    asked: ['percent'],
    cuts: ['03-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/b',
    ],
  },
  decreasing: {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE I TRIMESTRE % | OBS I TRIM | AVANCE II TRIMESTRE % | OBS II TRIM
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 60% | a | 30% | b`,
    asked: ['accumulation'],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:60/a · 2:30/b'],
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
      Plan: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
      Copia: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    },
    asked: [],
    cuts: ['03-31'],
    right: ['1 A larga actividad · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'two different plans': {
    drawn: {
      PA: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A larga actividad | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
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
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN MIPG
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

DIMENSIÓN | POLÍTICA | No. | ACTIVIDADES DE GESTIÓN | PRODUCTO / EVIDENCIA | LÍDER DE POLÍTICA | FECHA INICIO | FECHA FIN | AVANCE 30 JUNIO | EVIDENCIAS | AVANCE 31 DICIEMBRE | EVIDENCIAS
Talento humano | Integridad | 1 | Divulgar el código | Acta | Talento Humano | 01/02/2023 | 30/06/2023 | 50% | acta.pdf | 100% | lista.pdf`,
    asked: ['block:AVANCE'],
    cuts: ['06-30', '12-31'],
    right: ['1 Divulgar el código · Talento Humano · 2023-02-01..2023-06-30 · 2:50 · 4:100'],
  },
  'indicativo years': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN INDICATIVO
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

COD | PROGRAMA | INDICADOR DE PRODUCTO | META CUATRIENIO | META 2023 | ACTIVIDAD | DEPENDENCIA RESPONSABLE | FECHA INICIAL | FECHA FINAL | EJECUTADO I TRIM | EJECUTADO II TRIM | % CUMPLIMIENTO
101 | Salud | Jornadas | 16 | 4 | Hacer jornadas de salud | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 1 | 2 | 50%
102 | Salud | Visitas | 40 | 10 | Visitar hogares | Secretaría de Salud | 01/01/2023 | 31/12/2023 | 3 | 5 | 50%`,
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
  'text headings OCR': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

N o | A C T I V I D A D | M E T A | RESPON SABLE | FECHA DE INI CIO | FECHA DE TERMI NACION | PRI MER TRIMES TRE |
 | | | | | | % DE AVAN CE | OBSER VACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  bimester: {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | BIM 1 | BIM 2 | BIM 3 | BIM 4 | BIM 5 | BIM 6 | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 10% | 20% | 30% | 40% | 50% | 60% | sigue`,
    asked: ['block:BIM'],
    cuts: ['02-28', '04-30', '06-30', '08-31', '10-31', '12-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:10% · P2:20% · P3:30% · P4:40% · P5:50% · P6:60%',
    ],
  },
  semester: {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | PRIMER SEMESTRE | | SEGUNDO SEMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | Porcentaje de avance | Logros | Porcentaje de avance | Logros
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 70% | b`,
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 2:20/a · 4:70/b'],
  },
  'estado column': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | I TRIMESTRE | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | OBSERVACIONES | ESTADO | EVIDENCIA
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | En proceso | acta.pdf`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'gantt X': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | ENE | FEB | MAR | ABR | MAY | JUN | JUL | AGO | SEP | OCT | NOV | DIC
1 | A uno | m | Oficina de Planeación | X | X | | | | | | | | | |
2 | B dos | m | Oficina de Planeación | | | X | X | X | | | | | | |`,
    asked: [],
    cuts: [],
    right: ['✗ E5 las fechas están marcadas con X en columnas de meses'],
  },
  'gantt X with dates': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | ENE | FEB | MAR | ABR | MAY | JUN | JUL | AGO | SEP | OCT | NOV | DIC
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | X | X | | | | | | | | | |
2 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 |  | | X | X | | | | | | | |`,
    asked: [],
    cuts: [],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31',
    ],
  },
  'error in own column': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | COSTO | I TRIMESTRE |
 | | | | | | | % | OBSERVACIONES
1 | A | m | Alcalde | 01/01/2023 | 31/12/2023 | #DIV/0! | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Alcalde · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'control interno blocks': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | SEGUIMIENTO I CUATRIMESTRE | | EVALUACIÓN CONTROL INTERNO I CUATRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | OBSERVACIONES | % AVANCE | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 15% | revisado`,
    asked: [],
    cuts: ['04-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  weights: {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | PONDERACIÓN | META | RESPONSABLE | FECHA INICIO | FECHA FIN | 1T | 2T | 3T | 4T | OBSERVACIONES
1 | A | 50% | m | Alcalde | 01/01/2023 | 31/12/2023 | 10% | 20% | 30% | 40% | va
2 | B | 50% | m | Alcalde | 01/01/2023 | 31/12/2023 | 25% | 25% | 25% | 25% | va`,
    asked: ['block:MES', 'accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 A · Alcalde · 2023-01-01..2023-12-31 · P1:10% · P2:30% · P3:60% · P4:100%',
      '2 B · Alcalde · 2023-01-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'tasks with activity': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | TAREA | RESPONSABLE | FECHA INICIO | FECHA FIN | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | Salud | Vacunar niños del campo | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a
2 | Salud | Visitar las veredas | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a
3 | Salud | Formar a los líderes | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a`,
    asked: ['column:C'],
    cuts: ['03-31'],
    right: [
      '1 Vacunar niños del campo · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
      '2 Visitar las veredas · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
      '3 Formar a los líderes · Alcalde · 2023-01-01..2023-12-31 · 1:10/a',
    ],
  },
  'transposed prog/ejec groups': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | PROGRAMACIÓN | | | | EJECUCIÓN | | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM | II TRIM | III TRIM | IV TRIM | I TRIM | II TRIM | III TRIM | IV TRIM | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | 50% | 75% | 100% | 20% | 45% | | | va
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25%|50%|75%|100%|25%|50%| | | va`,
    asked: ['block:EJECUCIÓN'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20 · 2:45 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25 · 2:50 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'transposed counts': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | PROGRAMADO | | | | EJECUTADO | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I | II | III | IV | I | II | III | IV
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | 1 | 1 | 1 | 1 | 1 | |`,
    asked: ['block:EJECUTADO', 'cut:I', 'cut:II', 'cut:III', 'cut:IV'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:1 · P3:1 · P4:1 · E1:1 · E2:1',
    ],
  },
  'monthly as quarterly': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | ENERO | FEBRERO | MARZO | ABRIL | MAYO | JUNIO | JULIO | AGOSTO | SEPTIEMBRE | OCTUBRE | NOVIEMBRE | DICIEMBRE | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 8%|16%|25%|33%|41%|50%|58%|66%|75%|83%|91%|100%| va`,
    answers: { 'block:MES': 'progress', cuts: 'quarterly' },
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25 · 2:50 · 3:75 · 4:100',
    ],
  },
  'meta logro': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | META I TRIM | LOGRO I TRIM | % I TRIM | META II TRIM | LOGRO II TRIM | % II TRIM | ANÁLISIS
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | 3 | 30% | 3 | 2 | 50% | va`,
    asked: ['block:LOGRO'],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30 · 2:50 · P1:3 · P2:3 · E1:3 · E2:2',
    ],
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
  'qualifier headings': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

ITEM | ACTIVIDADES A DESARROLLAR | META ANUAL 2023 | RESPONSABLE (CARGO) | FECHA INICIO (DD/MM/AAAA) | FECHA LÍMITE | Q1 | 
 | | | | | | % | OBSERVACIONES
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'numbered headings': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

1. No. | 2. ACTIVIDAD | 3. META | 4. RESPONSABLE | 5. FECHA INICIO | 6. FECHA FIN | 7. AVANCE I TRIMESTRE (%) | 8. OBSERVACIONES I TRIMESTRE
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
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
  'only one date range': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA PROGRAMADA | I TRIM |
 | | | | | % | OBS
1 | Publicar informe | m | Alcalde | 01/02/2023 a 30/11/2023 | 20% | a
2 | Publicar otro | m | Alcalde | 30/11/2023 | 20% | a`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Alcalde · 2023-02-01..2023-11-30 · 1:20/a',
      '2 Publicar otro · Alcalde · 2023-01-01..2023-11-30 · 1:20/a',
    ],
  },
  'total row etc': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a
TOTAL | | | | | | 20% |
 | Elaboró: Ana | | | | | |`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'blank months not filled': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | II TRIMESTRE |
 | | | | | | % | OBS | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 |  | | |`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31'],
  },
  'ISO heads & dependency both': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | DEPENDENCIA | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE 2023-03-31 | OBSERVACIONES 2023-03-31
1 | Publicar informe | m | Hacienda | Tesorero | 01/01/2023 | 31/12/2023 | 10% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Tesorero · 2023-01-01..2023-12-31 · 1:10/a'],
  },
  'planned dates & real dates': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | PROGRAMADO | | EJECUTADO | | I TRIM |
No | ACTIVIDAD | META | RESPONSABLE | FECHA INICIO | FECHA FIN | FECHA INICIO | FECHA FIN | % | OBS
1 | Publicar informe | m | Alcalde | 01/01/2023 | 31/12/2023 | 05/02/2023 | 20/12/2023 | 10% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 1:10/a'],
  },
  'objective columns first': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

OBJETIVO ESTRATÉGICO | LÍNEA | PROGRAMA | PROYECTO | No | ACTIVIDAD | INDICADOR | FÓRMULA | META | UNIDAD | RESPONSABLE | FECHA INICIO | FECHA FIN | I TRIMESTRE | | |
 | | | | | | | | | | | | | PROGRAMADO | EJECUTADO | OBSERVACIONES
O1 | L1 | P1 | Y1 | 1 | Publicar informe | Informes | a/b | 4 | Número | Oficina Jurídica | 01/01/2023 | 31/12/2023 | 1 | 1 | hecho`,
    asked: ['block:EJECUTADO'],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina Jurídica · 2023-01-01..2023-12-31 · 1:–/hecho · P1:1 · E1:1'],
  },
  'percent bare 0-100': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | AVANCE | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25 | a
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 50 | a`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
    ],
  },
  'avance bare small': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % AVANCE | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | a
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 7 | a`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:3/a',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:7/a',
    ],
  },
  'obs single row second header 4 rows': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | PROGRAMACIÓN | | SEGUIMIENTO | | | |
 | | | | | | PRIMER SEMESTRE | | SEGUNDO SEMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | % | OBS | % | OBS
1 | Publicar informe | m | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a | 20% | b`,
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 2:10/a · 4:20/b'],
  },
  'no responsible': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | % | OBS
1 | Publicar informe | m | 01/01/2023 | 31/12/2023 | 10% | a`,
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
  'seguimiento prose only': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | SEGUIMIENTO I TRIMESTRE | SEGUIMIENTO II TRIMESTRE
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Se publicó el informe en la página web de la entidad | Se actualizó el informe en la página`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/Se publicó el informe en la página web de la entidad · 2:–/Se actualizó el informe en la página',
    ],
  },
  'fecha seguimiento': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | FECHA SEGUIMIENTO I TRIM | AVANCE I TRIM | OBS I TRIM | FECHA SEGUIMIENTO II TRIM | AVANCE II TRIM | OBS II TRIM
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 05/04/2023 | 20% | a | 05/07/2023 | 50% | b`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:50/b'],
  },
  'comp codes letters': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

CÓDIGO ACTIVIDAD | NOMBRE ACTIVIDAD | ENTREGABLE | ÁREA RESPONSABLE | FECHA INICIAL | FECHA FINAL | % AVANCE T1 | % AVANCE T2 | OBSERVACIONES T1 | OBSERVACIONES T2
A-01 | Publicar informe | Informe | Oficina TIC | 01/01/2023 | 31/12/2023 | 10% | 20% | a | b`,
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['A-01 Publicar informe · Oficina TIC · 2023-01-01..2023-12-31 · 1:10/a · 2:20/b'],
  },
  'porcentaje with N/A': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | N/A | no aplica
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/no aplica',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
    ],
  },
  'executed percent only': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | II TRIMESTRE |
 | | | | | | EJECUTADO | OBS | EJECUTADO | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 60% | b`,
    asked: ['block:EJECUTADO'],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:60/b'],
  },
  'cumplimiento and avance': {
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN DE ACCIÓN
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | |
 | | | | | | % AVANCE | % CUMPLIMIENTO | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 80% | a`,
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
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
    drawn: `
CÓDIGO: | PA-01 | VERSIÓN: | 1
PLAN OPERATIVO ANUAL
ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023

 | | | | | | Duración | | Ejecución | | | | Descripción de actividades | | | 
No. | Actividad | Meta Plan Operativo Anual | Responsable | Ponderación | Indicador | Fecha inicial | Fecha Final | Trimestre I | Trimestre II | Trimestre III | Trimestre IV | Trimestre I | Trimestre II | Trimestre III | Trimestre IV
1 | Publicar informe | m | Alcalde | 20% | i | Enero | Diciembre | 20% | 40% | | | Se hizo | Se siguió | |`,
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'percentages planned, done, and done over planned': {
    drawn: `
CÓDIGO: | PA-1
PLAN DE ACCIÓN 2023
 | | | | | | I TRIMESTRE | | | | II TRIMESTRE | | |
No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | Prog. | Ejec. | % | Observaciones | Prog. | Ejec. | % | Observaciones
1 | Hacer mapa | Mapa | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 30% | 24% | 80% | Va | 60% | 54% | 90% | Sigue`,
    asked: ['block:Ejec.', 'block:%'],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Hacer mapa · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:24/Va · 2:54/Sigue · P1:30% · P2:60%',
    ],
  },
  'counts planned and reached under groups': {
    drawn: `
CÓDIGO: | PA-1
PLAN DE ACCIÓN 2023
 | | | | | | PROGRAMACIÓN DE METAS | | AVANCE DE METAS | | OBSERVACIONES
No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | I TRIM | II TRIM | I TRIM | II TRIM |
1 | Hacer mapas | 2 | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | 1 | 1 | 1 | bien`,
    asked: ['block:AVANCE DE METAS'],
    cuts: ['03-31', '06-30'],
    right: ['1 Hacer mapas · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:1 · E1:1 · E2:1'],
  },
};

describe('a plan as entities print it is read right, with at most five answers', () => {
  for (const [name, { drawn, answers, asked, cuts, right }] of Object.entries(layouts)) {
    it(name, () => {
      const result = readWithLikely(drawn, answers);
      expect(result.asked.length).toBeLessThanOrEqual(5);
      expect(result.asked).toEqual(asked);
      expect(cutsRead(result.reading)).toEqual(cuts);
      expect(read(result.reading)).toEqual(right);
    });
  }
});
