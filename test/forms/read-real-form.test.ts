import { describe, expect, it } from 'vitest';
import { cutsOfPlan } from '../../src/forms/cuts.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { realFormBytes } from '../world/form.ts';
import { formOf, REAL_TEXT } from './real-form.ts';

const reading = readFormFile(realFormBytes);

const ONE_POSITION = ['Profesional Gestion Participacion Ciudadana'];
const PLANNING = 'Formulación/ Planeación de políticas, planes, programas o proyectos';
const DOING = 'Implementacion y ejecucion';
const FOUR_CHANNELS = 'Sitio web Redes sociales Correo electrónico Ferias de servicios';
const THREE_CHANNELS = 'Sitio web Redes sociales Correo electrónico';
const YEAR = { start: '2022-01-01', end: '2022-12-31', weight: null, extra: [] };
const CLIENTS = 'Cliente interno (servidores y contratistas)';
const CITIZENS = 'Ciudadanía en general';

const ACTIVITIES = [
  {
    ...YEAR,
    number: '1',
    name: 'Realizar una caracterización de usuarios, identificando solicitudes o preferencias de información en el marco de la gestión institucional, así como los canales de publicación y difusión consultadas por los mismos',
    target: 'Un (1) Informe de caracterización de ciudadanos y usuarios vigencia 2022',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Caracterización realizada',
    phase: PLANNING,
    participationLevel: 'Formulación participativa',
    channels: THREE_CHANNELS,
    stakeholderGroup: CLIENTS,
    means: 'Presencial/ virtual',
    resources: 'Humanos, fisicos,tecnologicos',
    monitoring: [{ cut: 1, progressTenths: 0, observation: 'No se ha realizado la caracterizacion' }],
  },
  {
    ...YEAR,
    number: '2',
    name: 'Formular de forma colaborativa y publicar el Plan de Participación Ciudadana para la Vigencia 2022',
    target: 'Un (1) Plan de Participación Ciudadana construido con un componente de participación ciudadana',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Plan publicado',
    phase: PLANNING,
    participationLevel: 'Formulación participativa',
    channels: THREE_CHANNELS,
    stakeholderGroup: CITIZENS,
    means: 'Presencial/ virtual',
    resources: 'Humanos, fisicos,tecnologicos',
    monitoring: [
      {
        cut: 1,
        progressTenths: 1000,
        observation:
          'Plan de participacion ciudadana publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
      },
    ],
  },
  {
    ...YEAR,
    number: '3',
    name: 'Realizar y publicar Informe de Gestión de la vigencia anterior',
    target: 'Un (1) Informe de Gestión de la vigencia 2021 publicado',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Informe de Gestion publicado',
    phase: PLANNING,
    participationLevel: 'Evaluación y control ciudadano',
    channels: THREE_CHANNELS,
    stakeholderGroup: CITIZENS,
    means: 'Presencial/ virtual',
    resources: 'Humanos, fisicos,tecnologicos',
    monitoring: [
      {
        cut: 1,
        progressTenths: 1000,
        observation:
          'Informe de gestion publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
      },
    ],
  },
  {
    ...YEAR,
    number: '4',
    name: 'Realizar campañas informativas sobre Rendición de Cuentas y Participación ciudadana',
    target: 'Una (1) campaña informativa sobre Rendición de Cuentas y Participación ciudadana realizada',
    responsible: 'Lider de rendicion de cuentas, lider de participacion ciudadana',
    positions: ['Lider de rendicion de cuentas', 'lider de participacion ciudadana'],
    indicator: 'Campañas informativas sobre Rendición de Cuentas y Participación ciudadana realizadas',
    phase: DOING,
    participationLevel: 'Ejecución e implementación participativa',
    channels: FOUR_CHANNELS,
    stakeholderGroup: CITIZENS,
    means: 'Presencial Virtual',
    resources: 'Humanos, físicos, tecnológicos',
    monitoring: [
      {
        cut: 1,
        progressTenths: 0,
        observation: 'No se ha realizado las campañas informativas de participacion ciudadana',
      },
    ],
  },
  {
    ...YEAR,
    number: '5',
    name: 'Desarrollar un ejercicio con los grupos de interés para identificar la información de las áreas misionales de la Institución que debe ser publicada de interés de los ciudadanos',
    target:
      'Un (1) ejercicio de participación para identificar la información de interés público del proceso realizado',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Ejercicio con los grupos de interés desarrollado',
    phase: DOING,
    participationLevel: 'Ejecución e implementación participativa',
    channels: FOUR_CHANNELS,
    stakeholderGroup: CITIZENS,
    means: 'Presencial Virtual',
    resources: 'Humanos, físicos, tecnológicos',
    monitoring: [
      { cut: 1, progressTenths: 0, observation: 'No se ha realizado el ejercicio de participacion' },
    ],
  },
  {
    ...YEAR,
    number: '6',
    name: 'Convocar a las veedurías ciudadanas, a participar dentro del desarrollo de procesos contractuales de acuerdo a la normatividad vigente.',
    target: '100% de los procesos contractuales en los cuales lo establece la normatividad vigente',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Reporte SECOP',
    phase: DOING,
    participationLevel: 'Control social',
    channels: 'Sitio web - SECOP',
    stakeholderGroup: CITIZENS,
    means: 'Virtual',
    resources: 'Humanos, físicos, tecnológicos',
    monitoring: [{ cut: 1, progressTenths: 0, observation: 'No se ha convocado a las veedurias ciudadanas' }],
  },
  {
    ...YEAR,
    number: '7',
    name: 'Identificar buenas prácticas a partir de la información recopilada a través formato de seguimiento a los ejercicios de participación ciudadana realizados',
    target: 'Un (1) documento de identificación',
    responsible: 'Profesional Gestion Participacion Ciudadana',
    positions: ONE_POSITION,
    indicator: 'Documento de identificación de buenas prácticas en participación construido',
    phase: PLANNING,
    participationLevel: 'Formulación participativa',
    channels: THREE_CHANNELS,
    stakeholderGroup: CLIENTS,
    means: 'Presencial/ virtual',
    resources: 'Humanos, físicos, tecnológicos',
    monitoring: [{ cut: 1, progressTenths: 0, observation: 'En construcción' }],
  },
];

describe('the form PL-PC-01 of 2022 as it was received', () => {
  const form = formOf(reading);

  it('gives its title block', () => {
    const { activities, cuts, drawnUpBy, approvedBy, ...title } = form;
    expect(title).toEqual({
      code: 'PL-PC-01',
      title: 'PLAN DE PARTICIPACION CIUDADANA',
      system:
        'SISTEMA INTEGRADO DE GESTION DE LA CALIDAD - SIG Y MODELO INTEGRADO DE PLANEACION Y GESTION MIPG',
      version: '1.0',
      versionDate: '2020-07-13',
      entity: 'ALCALDIA LOCAL ISLA DEL CASCAJAL',
      drawnUpOn: '2022-01-31',
      fiscalYear: 2022,
      scope:
        'La ejecución del presente plan, aplica a los servidores públicos y contratistas de las areas o procesos de la Alcaldia Local',
      objectives:
        'Fortalecer la participación ciudadana e, promoviendo el control social, publicando activamente información sobre la gestión Local, y generando espacios de colaboración, interlocución, e interacción con los ciudadanos y grupos de interés de la Alcaldia Local, fundados en principios de inclusión, transparencia e integridad.',
    });
  });

  for (const activity of ACTIVITIES) {
    it(`gives activity ${activity.number} with all its columns and its first monitoring`, () => {
      expect(form.activities.find(({ number }) => number === activity.number)).toEqual(activity);
    });
  }

  it('has seven activities and three positions', () => {
    expect(form.activities.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(new Set(form.activities.flatMap(({ positions }) => positions)).size).toBe(3);
  });

  it('prints one cut, and the plan has the four quarterly ones', () => {
    expect(form.cuts).toEqual([
      { number: 1, date: '2022-03-31', label: 'PRIMER MONITOREO', headingDate: 'CORTE MARZO 31' },
    ]);
    expect(cutsOfPlan(form)).toEqual([
      { number: 1, date: '2022-03-31' },
      { number: 2, date: '2022-06-30' },
      { number: 3, date: '2022-09-30' },
      { number: 4, date: '2022-12-31' },
    ]);
  });

  it('is signed by who drew it up and who approved it', () => {
    expect(form.drawnUpBy).toEqual([
      { name: 'Aracelly Arboleda Urbano', position: 'Profesional Universitario' },
    ]);
    expect(form.approvedBy).toEqual([{ name: 'Julio Cesar Biojó Estacio', position: 'Alcalde Local' }]);
  });

  it('has three words mended, each told with its cell, and nothing else to say', () => {
    expect(reading).toMatchObject({
      warnings: [],
      unknownColumns: [],
      mendings: [12, 13, 14].map((row) => ({
        sheet: '',
        row,
        column: 'M',
        before: 'tecnologi cos',
        after: 'tecnologicos',
      })),
    });
  });

  it('is the same form in every encoding a spreadsheet saves', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REAL_TEXT, 'utf16le')]);
    const marked = Buffer.from(`\uFEFF${REAL_TEXT}`);
    const windows = Buffer.from(REAL_TEXT, 'latin1');
    const decomposed = Buffer.from(REAL_TEXT.normalize('NFD'));
    const carriage = Buffer.from(REAL_TEXT.replaceAll('\n', '\r\n'));
    for (const bytes of [utf16, marked, windows, decomposed, carriage]) {
      expect(readFormFile(bytes)).toEqual(reading);
    }
  });
});
