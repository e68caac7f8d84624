/** What `npm start` says in a terminal while nobody is in the bot. Plain text. */
export const firstStartTexts = {
  hello:
    'Es el primer inicio. Unas preguntas y el bot queda en marcha; lo escrito queda en el archivo .env. Ctrl-C: salir.',
  aboutToken:
    'El token lo da @BotFather en Telegram: escríbale /newbot. Péguelo aquí; no se verá al escribir.',
  token: 'Token: ',
  notAToken: 'Eso no es un token: tiene la forma 123456789:ABC… Cópielo entero.',
  tokenRefused: 'Telegram no acepta ese token. Cópielo de nuevo de @BotFather.',
  telegramAway: (why: string) =>
    `No se pudo preguntar a Telegram (${why}). Revise la conexión a internet y pegue el token otra vez.`,
  tokenTaken: (username: string) => `Telegram lo acepta: es @${username}.`,
  entity: 'Nombre de la entidad: ',
  contact: 'Correo o teléfono para consultas de datos personales: ',
  coordinator: 'Nombre y apellido de quien va a coordinar (Planeación): ',
  needed: 'Hace falta: sale en el aviso de datos personales (Ley 1581 de 2012).',
  tooLong: (most: number) => `Escríbalo en ${most} caracteres o menos.`,
  nameNeeded: 'Escriba nombre y apellido.',
  envNotWritten: (path: string, why: string) =>
    `No se pudo escribir ${path} (${why}): lo escrito vale hasta que el bot se detenga. Póngalo en su entorno.`,
  invitation: (name: string, link: string, expires: string) =>
    `\nEl bot está en marcha. ${name}: abra este enlace en su teléfono, o escanee el código con la cámara.\nSirve una vez y vence en una hora (${expires}). Si vence, inicie de nuevo: sale otro.\n\n${link}\n`,
  stop: 'Deje esta ventana abierta: el bot trabaja mientras ella lo esté. Ctrl-C lo detiene.',
} as const;

/** What an operator without a terminal types to let the first coordinator in. `id`: who is stored already. */
export function withoutTerminal(id: number | null): string {
  const add = 'npm run cli -- person add --name "Nombre Apellido" --role coordinator && ';
  return `${id === null ? add : ''}npm run cli -- person invite ${id ?? 1}`;
}
