import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { botDescription, botShortDescription } from '../../src/texts/commands.ts';
import { theNamed } from '../../src/texts/cuts/cut-named.ts';
import { daysOfPlan } from '../../src/texts/cuts/cut-screens.ts';
import { activityNumbers, cutOfPlan } from '../../src/texts/cuts/cuts.ts';
import { draftComes, lastCutClosed } from '../../src/texts/cuts/next-year.ts';
import { mayorSwitchedOff } from '../../src/texts/cuts/plan-settings.ts';
import { invitationNotice, personLeft, welcome } from '../../src/texts/enrolment/enrolment.ts';
import { nothing } from '../../src/texts/html.ts';
import { vacantPositions } from '../../src/texts/notices/reminders.ts';
import { returnedButtons, returnedToResponsible } from '../../src/texts/notices/returned.ts';
import { appointedBy, given, received } from '../../src/texts/people/assign.ts';
import { insteadQuestion } from '../../src/texts/people/giving.ts';
import { nameToBeConfirmed } from '../../src/texts/people/office-changes.ts';
import { peopleList, type ShownPerson } from '../../src/texts/people/people.ts';
import { publicationButtons } from '../../src/texts/publication/chat.ts';
import { takeThem } from '../../src/texts/publication/evidence-pack.ts';
import { stillMissing } from '../../src/texts/reporting/closing.ts';
import { opensLater } from '../../src/texts/reporting/not-now.ts';
import { several } from '../../src/texts/reporting/several.ts';
import { returned } from '../../src/texts/review/returning.ts';

const today = '2026-06-01';
const plan = (title: string) => ({ title, fiscalYear: 2026 });

function invitation(entity: string, title = 'Plan de Participación Ciudadana'): string {
  return invitationNotice({
    now: momentAt(today, 9),
    name: 'Ana',
    entity,
    plan: plan(title),
    role: { positions: ['Profesional'], offices: [] },
    contact: 'datos@example.org',
  }).replace(/<[^>]+>/g, '');
}

describe('An entity has its article', () => {
  it.each([
    ['Alcaldía Local Isla del Cascajal', 'La Alcaldía Local', 'de la Alcaldía Local', 'la Alcaldía Local'],
    ['Alcaldia Municipal de Tumaco', 'La Alcaldia Municipal', 'de la Alcaldia', 'la Alcaldia'],
    ['La Alcaldía de Pasto', 'La Alcaldía de Pasto', 'de la Alcaldía de Pasto', 'la Alcaldía de Pasto'],
    ['Municipio de Guapi', 'El Municipio de Guapi', 'del Municipio de Guapi', 'el Municipio de Guapi'],
    ['Distrito de Buenaventura', 'El Distrito', 'del Distrito', 'el Distrito'],
    ['Gobernación del Valle del Cauca', 'La Gobernación', 'de la Gobernación', 'la Gobernación'],
    ['Departamento del Chocó', 'El Departamento', 'del Departamento', 'el Departamento'],
    ['Área Metropolitana de Cúcuta', 'El Área', 'del Área', 'el Área'],
    ['Secretaría de Salud', 'La Secretaría', 'de la Secretaría', 'la Secretaría'],
    ['Concejo Municipal', 'El Concejo', 'del Concejo', 'el Concejo'],
    ['E.S.E. Hospital San José', 'La E.S.E.', 'de la E.S.E.', 'la E.S.E.'],
    ['Buenaventura', 'Buenaventura', 'de Buenaventura', 'Buenaventura'],
    ['El Peñol', 'El Peñol', 'de El Peñol', 'El Peñol'],
  ])('%s', (entity, begins, of, responsible) => {
    const text = invitation(entity);
    expect(text).toContain(`Ana. ${begins}`);
    expect(text).toContain(' le envía esta invitación');
    expect(text).toContain(`El responsable es ${responsible}`);
    expect(botDescription(entity)).toContain(`los planes oficiales ${of}`);
    expect(botShortDescription(entity)).toContain(`Seguimiento de los planes ${of}`);
  });

  it('Empresas Públicas de Cali, in the plural with its verb', () => {
    expect(invitation('Empresas Públicas de Cali')).toContain(
      'Las Empresas Públicas de Cali le envían esta invitación',
    );
  });
});

describe('A plan has its article', () => {
  it.each([
    ['PLAN DE PARTICIPACION CIUDADANA', 'del Plan de Participación'],
    ['Programa de Transparencia', 'del Programa'],
    ['Estrategia de Rendición de Cuentas', 'de la Estrategia'],
    ['Política de Gestión', 'de la Política'],
    ['Mapa de Riesgos', 'del Mapa'],
    ['Bitácora de Gobierno', 'de Bitácora'],
  ])('%s', (title, of) => {
    expect(cutOfPlan({ plan: plan(title), cutNumber: 1 })).toContain(`primer monitoreo ${of}`);
    expect(theNamed({ plan: plan(title), cut: { number: 1, date: '2026-03-31' } })).toContain(
      of.replace(/^(de la|del|de) /, '$1 <i>'),
    );
    expect(invitation('Municipio de Guapi', title)).toContain(`el avance ${of}`);
    expect(lastCutClosed(plan(title))).toContain(`el último corte ${of}`);
    expect(mayorSwitchedOff.mayorAcceptsChanges(plan(title), null)).toContain(`los cambios ${of}`);
    expect(vacantPositions({ plan: plan(title), cutNumber: 1, positions: [] })).toContain(
      of.replace(/^(de la|del|de) /, '$1 <i>'),
    );
  });
});

describe('One activity and several', () => {
  it('have their article in a sentence', () => {
    expect(activityNumbers(['5'])).toBe('la n.º 5');
    expect(activityNumbers(['5', '6'])).toBe('las n.º 5 y 6');
    expect(stillMissing([{ plan: null, number: '5' }])).toBe('Le falta la n.º 5.');
    expect(
      stillMissing([
        { plan: 'Plan A', number: '5' },
        { plan: 'Plan A', number: '6' },
        { plan: 'Plan B', number: '1' },
      ]),
    ).toBe('Le faltan 3: las n.º 5 y 6 (Plan A) y la n.º 1 (Plan B).');
    const two = ['5', '6'].map((number) => ({
      number,
      progress: 500,
      observation: 'hecho',
      lowerThan: null,
    }));
    expect(several(two, { corrections: [], unread: [] }, []).at(-1)).toBe('¿Guardo las n.º 5 y 6?');
    const cut = {
      plan: plan('Plan'),
      cut: { number: 1, date: '2026-03-31' },
      lastDay: '2026-04-20',
    } as const;
    expect(returned({ ...cut, numbers: ['7'] })).toContain('Se reabrió la n.º 7 hasta el 20 de abril');
    expect(returned({ ...cut, numbers: ['5', '6'] })).toContain('Se reabrieron las n.º 5 y 6 hasta');
  });
});

describe('A post has its article', () => {
  it.each([
    [{ office: 'mayor' }, '<b>La Alcaldía</b> la tiene Luz'],
    [{ office: 'coordinator' }, '<b>La Coordinación (Planeación)</b> la tiene Luz'],
    [{ office: 'control' }, '<b>Control Interno</b> lo tiene Luz'],
    [{ position: 'Profesional de Planeación' }, '<b>Profesional de Planeación</b> lo tiene Luz'],
  ] as const)('%j', (held, words) => {
    expect(insteadQuestion('Ana', held, ['Luz'])).toContain(words);
  });
});

describe('Days from one to another', () => {
  const span = { name: 'Ana Ruiz', held: { position: 'Líder' }, today } as const;

  it.each([
    ['2026-06-10', '2026-06-20', 'del 10 al 20 de junio'],
    ['2026-06-28', '2026-07-03', 'del 28 de junio al 3 de julio'],
    ['2026-12-28', '2027-01-03', 'del 28 de diciembre de 2026 al 3 de enero de 2027'],
    ['2026-06-01', '2026-06-20', 'desde hoy hasta el 20 de junio'],
    ['2026-06-02', '2026-06-20', 'desde mañana hasta el 20 de junio'],
    ['2026-06-10', '2026-06-10', 'solo el 10 de junio'],
  ])('%s, %s', (from, until, words) => {
    const days = { from, until };
    const came = { instead: [], acting: true, returns: false, pending: nothing, inAll: null };
    const went = { to: ['Luz'], wasActing: false, returns: true, asked: null };
    expect(received({ ...span, ...days, ...came })).toContain(`Ana, ${words} queda a su cargo`);
    expect(given({ ...span, ...days, ...went })).toContain(`Ana, ${words} <b>Líder</b> queda a cargo de Luz`);
    expect(appointedBy({ name: 'Luz', office: 'mayor', today, ...days })).toContain(`por encargo, ${words}`);
  });
});

it("Days of an activity have their years only outside the plan's year", () => {
  expect(daysOfPlan(plan('Plan'), '2026-03-01', '2026-03-20')).toBe('del 1 al 20 de marzo');
  expect(daysOfPlan(plan('Plan'), '2026-12-01', '2027-01-31')).toBe(
    'del 1 de diciembre de 2026 al 31 de enero de 2027',
  );
  expect(daysOfPlan(plan('Plan'), '2027-01-15', '2027-01-31')).toBe('del 15 al 31 de enero de 2027');
  expect(daysOfPlan(plan('Plan'), '2026-03-01', '2026-03-01')).toBe('el 1 de marzo');
});

describe('Nothing says whether a person is a man or a woman', () => {
  const everything = (name: string): string => {
    const person: ShownPerson = {
      name,
      enrolledAt: momentAt(today, 9),
      telegramName: name,
      unreachable: null,
      lastHeardAt: null,
      invitation: null,
      spans: [],
    };
    const invitationOf = { valid: true, declinedAt: null, withdrawn: false, office: null };
    const invited = { expiresAt: momentAt('2026-06-08', 9), ...invitationOf };
    const states: readonly ShownPerson[] = [
      person,
      { ...person, unreachable: { since: momentAt(today, 9), why: null } },
      { ...person, enrolledAt: null },
      { ...person, enrolledAt: null, invitation: invited },
      { ...person, enrolledAt: null, invitation: { ...invited, withdrawn: true } },
      {
        ...person,
        enrolledAt: null,
        invitation: { ...invited, valid: false, declinedAt: momentAt(today, 9) },
      },
    ];
    const role = { positions: [], offices: ['control'] } as const;
    return [
      ...states.map((each) => peopleList([{ kind: 'person', person: each }], { page: 1, pages: 1, today })),
      welcome({ name, role, awaited: nameToBeConfirmed('mayor', ['Luz Mina']), pending: nothing }),
      personLeft(name, role),
    ].join('\n');
  };

  it.each(['Ana', 'Pedro'])('%s', (name) => {
    const text = everything(name).replaceAll(name, '…');
    expect(text).toContain('…</b>: sin cargo · ya ingresó');
    expect(text).toContain('no ha ingresado, enlace retirado');
    expect(text).not.toMatch(/\b(?:vinculad|inscrit|invitad|registrad|nombrad|aceptad)[oa]\b/u);
    expect(text).not.toMatch(/invitarl[eao]|le invitó/);
  });
});

describe('What there is none of is not counted', () => {
  const pack = { cutNumber: 1, files: 0, links: 0, bytes: 0, parts: 1 };

  it.each([
    [{ ...pack, files: 2, bytes: 84e6 }, 'monitoreo: 2 archivos (84 MB), con'],
    [{ ...pack, links: 1 }, 'monitoreo: 1 enlace, con'],
    [{ ...pack, files: 1, links: 3 }, 'monitoreo: 1 archivo (menos de 1 MB) y 3 enlaces, con'],
  ])('evidence of a cut: %o', (of, words) => {
    expect(takeThem(of)).toContain(words);
  });

  it('a site without observations', () => {
    expect(publicationButtons.yes(0)).toBe('Sí, publicar');
    expect(publicationButtons.yes(1)).toBe('Publicar 1 observación');
  });
});

it('the texts of a draft that name a year have their article', () => {
  const draft = (namesYear: readonly string[]) =>
    draftComes({ plan: plan('Plan'), namesYear, positions: [] });
  expect(draft(['3'])).toContain('Revise los textos que dicen 2026: la n.º 3.');
  expect(draft(['3', '5'])).toContain('Revise los textos que dicen 2026: las n.º 3 y 5.');
  expect(draft(Array.from({ length: 21 }, (_, at) => String(at)))).toContain(
    'dicen 2026: son de 21 actividades.',
  );
});

it('what the mayor returns is shown in its units', () => {
  const report = {
    progress: 750,
    amount: 3,
    measure: { measure: 'talleres', yearAmount: 4 },
    observation: '',
  };
  const told = returnedToResponsible({
    plan: plan('Plan'),
    cut: { number: 1, date: '2026-03-31' },
    name: 'Ana Ruiz',
    by: 'Julio',
    remark: 'falta el acta',
    activities: [{ number: '2', report }],
    lastDay: '2026-04-19',
    others: [],
    today,
  });
  expect(told).toContain('n.º 2: <b>3 de 4 talleres (75 %)</b>');
  expect(told).toContain('¿La deja en 3 de 4 talleres (75 %) o la corrige?');
  expect(returnedButtons.keep(null, report)).toBe('Dejar 3 talleres');
});

it('a plan that opens later has its article', () => {
  const later = { activities: 1, cutNumber: 1, opens: '2026-06-15', today };
  expect(opensLater({ ...later, plan: 'Estrategia 2026' })).toContain(' en la <i>Estrategia 2026</i>');
  expect(opensLater({ ...later, plan: 'Plan 2026' })).toContain(' en el <i>Plan 2026</i>');
});
