import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { cutsRead, read } from './table.ts';

/** Workbooks that the first reader refused or read wrongly, with what is asked and what is right. */
type Case = {
  readonly asked: readonly string[];
  readonly cuts: readonly string[];
  readonly right: readonly string[];
};

const folder = new URL('../../data/cases/', import.meta.url);

const cases: Record<string, Case> = {
  'number-corrected.xlsx': {
    asked: [],
    cuts: ['03-31'],
    right: [
      '1.1 Actividad de prueba 1 con participación ciudadana · Profesional de prueba · 2022-01-01..2022-12-31 · 1:50/Avance de la prueba 1',
      '1.2 Actividad de prueba 2 con participación ciudadana · Profesional de prueba · 2022-01-01..2022-12-31 · 1:100/Avance de la prueba 2',
    ],
  },
  'number-input.xlsx': {
    asked: [],
    cuts: ['03-31'],
    right: ['✗ A11 dice «01/02/2022»: la hoja de cálculo convirtió el número en fecha'],
  },
  'r01-actividad-0.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r01-fecha-de-inicio-0.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r01-fecha-de-terminacion-1.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r01-meta-0.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r01-no-0.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r01-responsable-2.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r02-c02-two-digit-year.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-03..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-01-03..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-01-03..2023-12-31 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r02-c04-month-words.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['✗ F10 dice «Trimestral»', '✗ G10 dice «Permanente»'],
  },
  'r02-c21-fechas-na.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['✗ F8 dice «N/A»', '✗ G8 dice «NA»', '✗ F9 dice «2/2/0205»'],
  },
  'r02-c27-solo-fecha-programada.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-01..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-01-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-01-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r02-c27b-rango-en-una-celda.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-02-01..2023-11-30 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-11-30 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-02-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'r03-b09-cgr-riesgos.xlsx': {
    asked: [],
    cuts: ['12-31'],
    right: [
      '1 Verificación de la normatividad · Director Oficina Jurídica + Coordinador o Abogado que Revisa · 2021-02-01..2021-12-31 · 4:33.3/La Oficina Jurídica emitió 36 resoluciones. No se encontraron soportes',
      '2 Reparto a comité · Director Oficina Jurídica + Grupo de defensa · 2021-02-01..2021-12-31 · 4:100/Se hicieron 3 comités',
    ],
  },
  'r03-c05-over-100.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:100/Se superó la meta · 2:100/Se superó la meta',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/x jornada · 2:50/Dos',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco',
    ],
  },
  'r03-c06-text-percent.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: ['✗ H10 dice «SI»', '✗ J10 dice «NO»'],
  },
  'r03-c15-observacion-larga.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se realizó la jornada en la vereda. Se realizó la jornada en la vereda. Se realizó la jornada en la vereda. Se realizó la jornada en la ve',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Una · 2:50/Dos',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:0/Sin · 2:40/Cinco',
    ],
  },
  'r05-08.xlsx': {
    asked: [],
    cuts: ['03-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Se publicó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Se publicó',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Se publicó',
    ],
  },
  'r05-b07m-buga-mended.xlsx': {
    asked: ['column:G → progress:1'],
    cuts: ['03-31'],
    right: [
      '1 Realizar mantenimiento de sedes · Líder de Cobertura · 2025-02-01..2025-11-30 · 1:50',
      '2 Ejecutar plan de formación docente · Líder de Calidad · 2025-01-15..2025-06-30 · 1:100',
    ],
  },
  'r05-b10-seguimiento-texto.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Actualizar el mapa · Líder de proceso · 2023-01-15..2023-12-15 · 1:–/Se actualizó el mapa y se publicó. Avance del 50% · 2:–/Sin novedad',
      '2 Socializar · Líder de proceso · 2023-01-15..2023-12-15 · 1:–/No se ha iniciado',
    ],
  },
  'r05-b13m-cali-mended.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      'BP260052661010103 Fortalecer la capacidad institucional · Secretaría de Gobierno · 2025-01-17..2025-12-31 · 1:16/En el mes de febrero se revisó el estado actual de la herramienta · E1:0',
      'BP260052661010101 Posicionar la ciudad a nivel internacional · Secretaría de Gobierno · 2025-01-17..2025-12-31 · 1:24/Se realizó la planeación estratégica · E1:0',
    ],
  },
  'r05-b2.xlsx': {
    asked: [],
    cuts: ['04-30', '08-31', '12-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Uno · 2:50/Dos · 3:75/Tres',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Uno · 2:50/Dos · 3:75/Tres',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Uno · 2:50/Dos · 3:75/Tres',
    ],
  },
  'w01-c30m.xlsx': {
    asked: ['block:AVANCE', 'cuts'],
    cuts: [
      '01-31',
      '02-28',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
      '07-31',
      '08-31',
      '09-30',
      '10-31',
      '11-30',
      '12-31',
    ],
    right: ['✗ F7 dice «N/A»', '✗ G7 dice «N/A»'],
  },
  'w01-c30o.xlsx': {
    asked: ['block:AVANCE', 'cuts'],
    cuts: [
      '01-31',
      '02-28',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
      '07-31',
      '08-31',
      '09-30',
      '10-31',
      '11-30',
      '12-31',
    ],
    right: ['✗ F7 dice «Permanente»', '✗ G7 dice «Permanente»'],
  },
  'w03-a17.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Uno · 2:50/Dos',
    ],
  },
  'w03-b1.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Uno · 2:50/Dos · 3:75/Tres · 4:100/Cuatro',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Uno · 2:50/Dos · 3:75/Tres · 4:100/Cuatro',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Uno · 2:50/Dos · 3:75/Tres · 4:100/Cuatro',
    ],
  },
  'w03-b3.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Uno · 2:50/Dos',
    ],
  },
  'w03-b8.xlsx': {
    asked: [],
    cuts: ['04-30', '08-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Uno · 2:50/Dos',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Uno · 2:50/Dos',
    ],
  },
  'w05-b04m-contraloria-bogota-mended.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '3.1 Mantener la certificación al Sistema de Gestión de la Calidad · Dirección de Planeación · 2017-01-02..2017-05-30 · P1:50% · P2:100%',
      '3.2 Actualizar el Sistema de Gestión de Calidad · Dirección de Planeación · 2017-01-02..2017-12-15 · P2:20% · P3:50% · P4:100%',
    ],
  },
  'w05-b05-hospital-poa-2021.xlsx': {
    asked: ['block:TRIM → planned'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar el diagnóstico de habilitación · Líder de calidad · 2021-01-15..2021-12-15 · P1:40%',
      '2 Diseñar planes de mejoramiento continuo · Líder de calidad · 2021-01-15..2021-12-15 · P1:20%',
      '3 Ejecutar y realizar seguimiento a los planes · Gerente · 2021-01-15..2021-12-15 · P1:10% · P2:10% · P3:10% · P4:10%',
    ],
  },
  'w05-g0.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'w05-g1.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'w05-g4.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · P1:25% · P2:50% · P3:75% · P4:100%',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · P1:25% · P2:50% · P3:75% · P4:100%',
    ],
  },
  'w07-c08b-pct-prog-ejec-cumpl.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Subdirección Técnica · 2023-01-02..2023-12-31 · 1:20/Dos talleres · 2:45/Tres talleres · P1:25% · P2:50%',
    ],
  },
  'w07-c08c-pct-prog-ejec-obs.xlsx': {
    asked: ['accumulation → perPeriod'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Subdirección Técnica · 2023-01-02..2023-12-31 · 1:20/Dos talleres · 2:45/Tres talleres · P1:25% · P2:50%',
    ],
  },
  'w07-c08e-prog-ejec-pct.xlsx': {
    asked: ['block:% AVANCE → progress'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Subdirección Técnica · 2023-01-02..2023-12-31 · 1:67 · 2:100 · P1:3 · P2:3 · E1:2 · E2:3',
    ],
  },
  'w07-c08f-meta-ejec-pct-obs.xlsx': {
    asked: ['block:% DE AVANCE → progress'],
    cuts: ['03-31', '06-30', '09-30', '12-31'],
    right: [
      '1 Realizar talleres · Subdirección Técnica · 2023-01-02..2023-12-31 · 1:67/Dos talleres en el centro · 2:100/Tres talleres · P1:3 · P2:3 · E1:2 · E2:3',
    ],
  },
  'w08-acum.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Oficina de Planeación · 2023-01-10..2023-12-31 · 1:25/Publicado · 2:50/Actualizado',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Gobierno · 2023-02-01..2023-12-31 · 1:25/Publicado · 2:50/Actualizado',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Desarrollo Social · 2023-03-01..2023-11-30 · 1:25/Publicado · 2:50/Actualizado',
    ],
  },
  'w10-b02-paac-seis-hojas.xlsx': {
    asked: ['sheets → all'],
    cuts: ['04-30', '08-31', '12-31'],
    right: [
      '1.1 Actividad 1 del componente 1 · Oficina de Planeación · 2023-01-15..2023-12-15 · 1:30/Se avanzó',
      '1.2 Actividad 2 del componente 1 · Oficina de Planeación · 2023-01-15..2023-12-15 · 1:30/Se avanzó',
      '1.3 Actividad 3 del componente 1 · Oficina de Planeación · 2023-01-15..2023-12-15 · 1:30/Se avanzó',
    ],
  },
  'w11-b01-paac-floridablanca.xlsx': {
    asked: ['code → PAAC'],
    cuts: ['04-30', '08-31'],
    right: [
      '1.1 Formular, actualizar la Política de Administración de Riesgos de corrupción · Oficina Asesora de Planeación · 2017-01-01..2017-01-31 · 1:100/La oficina Asesora de Planeación realizó el proceso de construcción · 2:100/Publicada',
      '2.1 Construcción del Mapa de Riesgos de corrupción · Oficina Asesora de Planeación · 2017-01-01..2017-01-31 · 1:100/Se construyó · 2:100/Actualizado',
      '2.2 Socializar el mapa de riesgos · Todas las dependencias · 2017-01-01..2017-03-31 · 1:50/Falta la mitad · 2:100/Socializado',
    ],
  },
  'w11-c10-actividades-dos-columnas.xlsx': {
    asked: [],
    cuts: ['04-30'],
    right: [
      '1 Actualizar la política · Oficina de Planeación · 2023-01-15..2023-12-15 · 1:30/Se avanzó',
      '2 Divulgar la política · Oficina de Planeación · 2023-01-15..2023-12-15 · 1:30/Se avanzó',
    ],
  },
  'w13-c09-responsables.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Secretaría de Educación, Cultura y Turismo · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Oficina Asesora de Planeación · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Director Oficina Jurídica + Coordinador o Abogado que Revisa · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
  'w13-c09b-responsables.xlsx': {
    asked: [],
    cuts: ['03-31', '06-30'],
    right: [
      '1 Publicar el plan en la página web · Supervisores / Interventores · 2023-01-10..2023-12-31 · 1:25/Se publicó · 2:50/Se actualizó',
      '2 Realizar cuatro jornadas de rendición de cuentas · Secretaría de Desarrollo Económico y Medio Ambiente o quien haga sus veces · 2023-02-01..2023-12-31 · 1:25/Una jornada · 2:50/Dos jornadas',
      '3 Capacitar a las juntas de acción comunal · Secretaría de Planeación - Secretaría de Hacienda · 2023-03-01..2023-11-30 · 1:0/Sin iniciar · 2:40/Cinco juntas',
    ],
  },
};

describe('what was read wrongly once', () => {
  it('has a line for every file', () => {
    expect(Object.keys(cases).sort()).toEqual(readdirSync(folder).sort());
  });
  for (const [file, { asked, cuts, right }] of Object.entries(cases)) {
    it(file, () => {
      const bytes = readFileSync(new URL(file, folder));
      let reading = readFormFile(bytes);
      let answers: Record<string, string> = {};
      const seen: string[] = [];
      for (let round = 0; round < 5; round += 1) {
        const required = reading.questions.filter((question) => question.required);
        if (required.length === 0) break;
        const refused = !reading.ok && reading.problems.length > 0;
        seen.push(...required.map(({ id, suggested }) => (refused ? id : `${id} → ${suggested}`)));
        if (refused) break;
        answers = {
          ...answers,
          ...Object.fromEntries(required.map(({ id, suggested }) => [id, suggested ?? ''])),
        };
        reading = readFormFile(bytes, { answers });
      }
      expect(seen).toEqual(asked);
      expect(cutsRead(reading)).toEqual(cuts);
      expect(
        read(reading)
          .slice(0, 3)
          .map((line) => line.slice(0, 230)),
      ).toEqual(right);
    });
  }
});
