import { testLayouts, titled } from './layouts.ts';

testLayouts('what stands in a block is told from its words and its cells', {
  'POA monthly prog/ejec': {
    drawn: titled(
      'PLAN OPERATIVO ANUAL',
      `
 | | | | | | ENERO | | FEBRERO | | MARZO | | ABRIL | | MAYO | | JUNIO |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | P | E | P | E | P | E | P | E | P | E | P | E
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | 1 | 0 | 0 | 2 | 1 | 1 | 1 | 0 | 0 | 1 | 1
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1|1|1|1|1|1|1|1|1|1|1|1`,
    ),
    asked: ['block:E', 'cuts'],
    cuts: ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:0 · P3:2 · P4:1 · P5:0 · P6:1 · E1:1 · E2:0 · E3:1 · E4:1 · E5:0 · E6:1',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:1 · P3:1 · P4:1 · P5:1 · P6:1 · E1:1 · E2:1 · E3:1 · E4:1 · E5:1 · E6:1',
    ],
  },
  'quarters PROG EJEC % OBS': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | | | II TRIMESTRE | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | PROG. | EJEC. | % | OBSERVACIONES | PROG. | EJEC. | % | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | 3 | 25% | Tres talleres | 3 | 2 | 42% | Dos más
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 2|2|50%|Dos|2|2|100%|Todos`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/Tres talleres · 2:42/Dos más · P1:3 · P2:3 · E1:3 · E2:2',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/Dos · 2:100/Todos · P1:2 · P2:2 · E1:2 · E2:2',
    ],
  },
  'percent prog ejec obs 25s': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIM | | | II TRIM | | | III TRIM | | | IV TRIM | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS | % PROG | % EJEC | OBS
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | 20% | Va | 25% | 30% | Sigue | 25% | 25% | Casi | 25% | 25% | Fin
2 | Otra cosa | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25%|25%|a|25%|25%|b|25%|25%|c|25%|25%|d`,
    ),
    asked: ['accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Va · 2:50/Sigue · 3:75/Casi · 4:100/Fin · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Otra cosa · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a · 2:50/b · 3:75/c · 4:100/d · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'avance del trimestre sums 100': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | II TRIMESTRE | | III TRIMESTRE | | IV TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES | AVANCE % | OBSERVACIONES
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | a | 25% | b | 25% | c | 25% | d
2 | B dos | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 10%|a|40%|b|20%|c|30%|d`,
    ),
    asked: ['accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a · 2:50/b · 3:75/c · 4:100/d',
      '2 B dos · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:10/a · 2:50/b · 3:70/c · 4:100/d',
    ],
  },
  'avance trim + acumulado': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | PRIMER TRIMESTRE | | | SEGUNDO TRIMESTRE | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE DEL TRIMESTRE | AVANCE ACUMULADO | ANÁLISIS | AVANCE DEL TRIMESTRE | AVANCE ACUMULADO | ANÁLISIS
1 | A uno | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 20% | va | 30% | 50% | sigue`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A uno · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va · 2:50/sigue'],
  },
  'over 100 etc': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | % | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 120% | a
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 50 %. | a
3 | C | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 100% Cumplida | a
4 | D | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Avance = 1/3 = 33,3 % | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/a',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
      '3 C · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/a',
      '4 D · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:33.3/a',
    ],
  },
  'explicacion before percent': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | II TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | EXPLICACIÓN | % DE AVANCE | EXPLICACIÓN | % DE AVANCE
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Se hizo | 20% | Se siguió | 40%`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'avance cualitativo': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | II TRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE CUANTITATIVO | AVANCE CUALITATIVO | AVANCE CUANTITATIVO | AVANCE CUALITATIVO
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | Se hizo | 40% | Se siguió`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'gestion realizada': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % I TRIM | GESTIÓN I TRIM | % II TRIM | GESTIÓN II TRIM
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | Se hizo | 40% | Se siguió`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Se hizo · 2:40/Se siguió'],
  },
  'fisico financiero': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | | II TRIMESTRE | |
 | | | | | | FÍSICO | FINANCIERO | | FÍSICO | FINANCIERO |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | EJECUTADO | OBSERVACIONES | % AVANCE | EJECUTADO | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 1000000 | a | 40% | 2000000 | b`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:40/b'],
  },
  'avance words': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | AVANCE A ABR 30 | AVANCE A AGO 31
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | |
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Cumplido | En proceso
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | En proceso | Cumplido`,
    ),
    asked: ['block:AVANCE'],
    cuts: ['04-30', '08-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/Cumplido · 2:–/En proceso',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/En proceso · 2:–/Cumplido',
    ],
  },
  'counts in avance': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE I TRIMESTRE | OBSERVACIONES I TRIMESTRE | AVANCE II TRIMESTRE | OBSERVACIONES II TRIMESTRE
1 | Doce talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | tres | 6 | seis
2 | Cuatro visitas | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | una | 2 | dos`,
    ),
    asked: ['block:AVANCE'],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Doce talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/tres · 2:–/seis · E1:3 · E2:6',
      '2 Cuatro visitas · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/una · 2:–/dos · E1:1 · E2:2',
    ],
  },
  fractions: {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE |
 | | | | | | AVANCE | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 0,5 | a
2 | B | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | b`,
    ),
    asked: ['percent'],
    cuts: ['03-31'],
    right: [
      '1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
      '2 B · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:100/b',
    ],
  },
  decreasing: {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | AVANCE I TRIMESTRE % | OBS I TRIM | AVANCE II TRIMESTRE % | OBS II TRIM
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 60% | a | 30% | b`,
    ),
    asked: ['accumulation'],
    cuts: ['03-31', '06-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:60/a · 2:30/b'],
  },
  'estado column': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | I TRIMESTRE | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | OBSERVACIONES | ESTADO | EVIDENCIA
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | En proceso | acta.pdf`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  'control interno blocks': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | SEGUIMIENTO I CUATRIMESTRE | | EVALUACIÓN CONTROL INTERNO I CUATRIMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | % AVANCE | OBSERVACIONES | % AVANCE | OBSERVACIONES
1 | A | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 15% | revisado`,
    ),
    asked: [],
    cuts: ['04-30'],
    right: ['1 A · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
  },
  weights: {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | PONDERACIÓN | META | RESPONSABLE | FECHA INICIO | FECHA FIN | 1T | 2T | 3T | 4T | OBSERVACIONES
1 | A | 50% | m | Alcalde | 01/01/2023 | 31/12/2023 | 10% | 20% | 30% | 40% | va
2 | B | 50% | m | Alcalde | 01/01/2023 | 31/12/2023 | 25% | 25% | 25% | 25% | va`,
    ),
    asked: ['block:MES', 'accumulation'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 A · Alcalde · 2023-01-01..2023-12-31 · P1:10% · P2:30% · P3:60% · P4:100%',
      '2 B · Alcalde · 2023-01-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'transposed prog/ejec groups': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | PROGRAMACIÓN | | | | EJECUCIÓN | | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM | II TRIM | III TRIM | IV TRIM | I TRIM | II TRIM | III TRIM | IV TRIM | OBSERVACIONES
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25% | 50% | 75% | 100% | 20% | 45% | | | va
2 | Publicar boletines | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25%|50%|75%|100%|25%|50%| | | va`,
    ),
    asked: ['block:EJECUCIÓN'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20 · 2:45 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Publicar boletines · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25 · 2:50 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'transposed counts': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | | | PROGRAMADO | | | | EJECUTADO | | |
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I | II | III | IV | I | II | III | IV
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 1 | 1 | 1 | 1 | 1 | 1 | |`,
    ),
    asked: ['block:EJECUTADO', 'cut:I', 'cut:II', 'cut:III', 'cut:IV'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · P1:1 · P2:1 · P3:1 · P4:1 · E1:1 · E2:1',
    ],
  },
  'meta logro': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | META I TRIM | LOGRO I TRIM | % I TRIM | META II TRIM | LOGRO II TRIM | % II TRIM | ANÁLISIS
1 | Realizar talleres | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | 3 | 30% | 3 | 2 | 50% | va`,
    ),
    asked: ['block:LOGRO'],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:30 · 2:50 · P1:3 · P2:3 · E1:3 · E2:2',
    ],
  },
  'percent bare 0-100': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | AVANCE | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 25 | a
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 50 | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/a',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:50/a',
    ],
  },
  'avance bare small': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % AVANCE | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 3 | a
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 7 | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:3/a',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:7/a',
    ],
  },
  'obs single row second header 4 rows': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
 | | | | PROGRAMACIÓN | | SEGUIMIENTO | | | |
 | | | | | | PRIMER SEMESTRE | | SEGUNDO SEMESTRE |
No | ACTIVIDAD | META | RESPONSABLE | INICIO | FIN | % | OBS | % | OBS
1 | Publicar informe | m | Alcalde | 01/01/2023 | 31/12/2023 | 10% | a | 20% | b`,
    ),
    asked: [],
    cuts: ['06-30', '12-31'],
    right: ['1 Publicar informe · Alcalde · 2023-01-01..2023-12-31 · 2:10/a · 4:20/b'],
  },
  'seguimiento prose only': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | SEGUIMIENTO I TRIMESTRE | SEGUIMIENTO II TRIMESTRE
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | Se publicó el informe en la página web de la entidad | Se actualizó el informe en la página`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/Se publicó el informe en la página web de la entidad · 2:–/Se actualizó el informe en la página',
    ],
  },
  'fecha seguimiento': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | FECHA SEGUIMIENTO I TRIM | AVANCE I TRIM | OBS I TRIM | FECHA SEGUIMIENTO II TRIM | AVANCE II TRIM | OBS II TRIM
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 05/04/2023 | 20% | a | 05/07/2023 | 50% | b`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:50/b'],
  },
  'porcentaje with N/A': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIM |
 | | | | | | % | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | N/A | no aplica
2 | Publicar otro | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | va`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:–/no aplica',
      '2 Publicar otro · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/va',
    ],
  },
  'executed percent only': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | II TRIMESTRE |
 | | | | | | EJECUTADO | OBS | EJECUTADO | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | a | 60% | b`,
    ),
    asked: ['block:EJECUTADO'],
    cuts: ['03-31', '06-30'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a · 2:60/b'],
  },
  'cumplimiento and avance': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | META | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | I TRIMESTRE | | |
 | | | | | | % AVANCE | % CUMPLIMIENTO | OBS
1 | Publicar informe | Un informe | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | 80% | a`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Publicar informe · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/a'],
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
  'another percentage after the block is the entity’s own': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | PRIMER MONITOREO | < | INDICADOR DE CUMPLIMIENTO
^ | ^ | ^ | ^ | ^ | CORTE MARZO 31 | < | ^
1 | Realizar talleres | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20％ | Dos talleres | 0,2`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Dos talleres'],
  },
  'what was planned and what was done, month by month, under words that both begin with AVANCE': {
    drawn: titled(
      'CRONOGRAMA',
      `
N° | Actividad | Responsable | Fecha inicio | Fecha fin | AVANCE PROGRAMADO | < | AVANCE EJECUTADO | <
^ | ^ | ^ | ^ | ^ | Enero | Febrero | Enero | Febrero
1 | Adecuar el centro | Desarrollo Social | 01/01/2023 | 31/03/2023 | 30% | 60% | 20% | 50%`,
    ),
    asked: ['block:AVANCE EJECUTADO'],
    cuts: ['01-31', '02-28'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-01-01..2023-03-31 · 1:20 · 2:50 · P1:30% · P2:60%',
    ],
  },
  'prose under AVANCE, and the percentage under a word that nobody knows': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
N° | Actividad | Responsable | Fecha inicio | Fecha fin | Corte 30 de junio | < | <
^ | ^ | ^ | ^ | ^ | Avance | Calificación | Estado
1 | Adecuar el centro | Desarrollo Social | 01/01/2023 | 31/03/2023 | Se terminaron los diseños y se inició la obra | 40% | En ejecución`,
    ),
    asked: ['block:Avance', 'block:Calificación'],
    cuts: ['06-30'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-01-01..2023-03-31 · 2:40/Se terminaron los diseños y se inició la obra',
    ],
  },
  'the observation is the one beside the percentage, not somebody else’s': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | Actividad | Responsable | Fecha inicio | Fecha fin | AUTOSEGUIMIENTO | < | SEGUIMIENTO OFICINA DE PLANEACIÓN | <
^ | ^ | ^ | ^ | ^ | MARZO | < | MARZO | <
^ | ^ | ^ | ^ | ^ | % | Descripción | % | Observación
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | 20% | Estudios | 15% | Falta soporte`,
    ),
    asked: ['block:%'],
    cuts: ['03-31'],
    right: ['1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:20/Estudios'],
  },
  'a result in words is the observation, and a state in percent the progress': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
N° | Actividad | Responsable | Fecha inicio | Fecha fin | I TRIMESTRE | < | II TRIMESTRE | <
^ | ^ | ^ | ^ | ^ | RESULTADO | ESTADO (%) | RESULTADO | ESTADO (%)
1 | Adecuar el centro | Desarrollo Social | 01/02/2023 | 30/11/2023 | Se compraron cien sillas | 20% | Se pintaron tres salones | 50%`,
    ),
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Adecuar el centro · Desarrollo Social · 2023-02-01..2023-11-30 · 1:20/Se compraron cien sillas · 2:50/Se pintaron tres salones',
    ],
  },
  'general observations after the block are the entity’s own': {
    drawn: titled(
      'PLAN DE ACCIÓN',
      `
No | ACTIVIDAD | RESPONSABLE | FECHA DE INICIO | FECHA DE TERMINACION | PRIMER MONITOREO | < | OBSERVACIONES GENERALES
^ | ^ | ^ | ^ | ^ | CORTE MARZO 31 | < | ^
1 | Realizar talleres | Oficina de Planeación | 01/01/2023 | 31/12/2023 | 20% | Dos talleres | Ver acta de comité`,
    ),
    asked: [],
    cuts: ['03-31'],
    right: ['1 Realizar talleres · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:20/Dos talleres'],
  },
});
