import { bareName, ofThe } from './words/articles.ts';

/** What each command does, for the menu and for `/ayuda` (Bot API, BotCommand: 1 to 256 characters). */
export const commandTexts = {
  start: 'comenzar',
  inicio: 'los primeros pasos: el plan, las personas, un ensayo',
  reportar: 'reportar lo pendiente, una actividad a la vez',
  misactividades: 'ver y corregir sus reportes',
  resumen: 'el consolidado del corte actual; /resumen marzo o /resumen 1 para otro',
  pendientes: 'quiénes faltan, y qué pasó con los recordatorios',
  exportar: 'el formato en PDF o Excel, y sus datos',
  auditoria: 'quién hizo qué y cuándo; /auditoria marzo o un nombre para buscar',
  verificar: 'avalar u observar los reportes de un corte cerrado',
  importar: 'cargar o corregir el formato de un plan',
  presentar: 'presentar el consolidado de un corte para aprobación',
  recordar: 'recordar ahora a quienes faltan',
  cortes: 'los cortes del año, sus fechas y sus ajustes',
  reabrir: 'recibir otra vez reportes de un corte cerrado',
  personas: 'quién ocupa cada cargo y si ya ingresó',
  invitar: 'invitar a una o varias personas',
  asignar: 'dar un cargo a otra persona',
  encargo: 'encargar un cargo por unos días',
  cancelar: 'dejar la pregunta para después',
  misdatos: 'lo que guardamos de usted',
  salir: 'retirarse y borrar su cuenta de aquí',
  ayuda: 'lo que puede hacer aquí',
} as const;

function ofEntity(entity: string | null): string {
  if (entity === null) return 'de la entidad';
  const name = bareName(entity);
  return `${ofThe(name)}${name}`;
}

/**
 * Shown to people who find the bot, before they press *Start* (Bot API, setMyDescription: at most 512
 * characters).
 */
export function botDescription(entity: string | null): string {
  return `Seguimiento de los planes oficiales ${ofEntity(entity)}. Aquí cada responsable reporta el avance de sus actividades y la administración ve el consolidado de cada corte.\n\nEs solo para personas invitadas. Si recibió una invitación, ábrala o péguela aquí.`.slice(
    0,
    512,
  );
}

/**
 * Shown in the bot's profile, and where its link is shared (Bot API, setMyShortDescription: at most 120
 * characters).
 */
export function botShortDescription(entity: string | null): string {
  const whole = `Seguimiento de los planes ${ofEntity(entity)}. Solo para personas invitadas.`;
  return whole.length <= 120 ? whole : botShortDescription(null);
}
