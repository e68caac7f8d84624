/** Problems of the settings, for the operator. Plain text, one line each. */

/** `value` is null when it is missing; for a secret it is only the length. */
export function settingProblem(name: string, value: string | number | null, shouldBe: string): string {
  const holds =
    value === null
      ? 'falta'
      : typeof value === 'number'
        ? `contiene un texto de ${value} caracteres que no sirve (no se muestra)`
        : `contiene «${value.length > 120 ? `${value.slice(0, 119)}…` : value}»`;
  return `${name}: ${holds}; debe ser ${shouldBe}.`;
}

export const settingShouldBe = {
  BOT_TOKEN: 'el token que da @BotFather, con la forma 123456789:ABC…, en el archivo .env o en el entorno',
  TELEGRAM_API_ROOT: 'una dirección http:// o https://',
  DATABASE_PATH: 'la ruta de un archivo',
  FILES_PATH: 'la ruta de una carpeta',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal o silent',
  ENTITY_NAME: 'un nombre de hasta 200 caracteres',
  DATA_CONTACT: 'un texto de hasta 300 caracteres',
  PORT: 'un número de 1 a 65535',
  HTTP_HOST: 'un nombre o una dirección IP, como 127.0.0.1',
  EVIDENCE_LIMIT_MB: 'un número entero de MB, como 200',
  EVIDENCE_RESERVE_MB: 'un número entero de MB, como 500',
  WEBHOOK_URL: 'una dirección https://',
  WEBHOOK_SECRET: 'de 16 a 256 letras sin tilde, números, _ o -',
  webhookPath: 'una dirección cuya ruta no sea /healthz ni /metrics',
  webhookPort: 'una dirección en el puerto 443, 80, 88 u 8443, porque Telegram no llama a otro',
  https: 'una dirección https://, porque Telegram no llama a otra',
  withWebhook: (name: 'WEBHOOK_SECRET' | 'PORT') =>
    name === 'PORT'
      ? 'un número de 1 a 65535, porque WEBHOOK_URL lo necesita'
      : 'de 16 a 256 letras sin tilde, números, _ o -, porque WEBHOOK_URL lo necesita',
} as const;

export function tokenRefused(): string {
  return 'BOT_TOKEN: Telegram no lo acepta. Cópielo de nuevo de @BotFather al archivo .env o al entorno.';
}

export function webhookRefused(description: string): string {
  return `WEBHOOK_URL: Telegram no lo acepta (${description}). Debe ser una dirección https pública, en el puerto 443, 80, 88 u 8443.`;
}

/** `code`: the system's error code, such as EADDRINUSE. */
export function cannotListen(host: string, port: number, code: string): string {
  const why = code === 'EADDRINUSE' ? 'otro proceso ya lo usa' : code;
  return `PORT: no se pudo abrir el puerto ${port} en ${host} (${why}). Use otro PORT o revise HTTP_HOST.`;
}
