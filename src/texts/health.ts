/** The lines that `GET /healthz` adds under `ok` or `fail`. */
export const healthTexts = {
  rival: 'Otro proceso usa el mismo BOT_TOKEN y puede estar quedándose con respuestas.',
} as const;
