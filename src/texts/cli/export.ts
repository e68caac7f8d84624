export const exportTexts = {
  unknownFormat: (given: string, known: readonly string[]) =>
    `--format contiene «${given}»; debe ser ${known.join(', ')}`,
  tooMany: (activities: number, most: number) =>
    `el plan tiene ${activities} actividades y Excel y PDF llegan hasta ${most}; use --format csv`,
  noEvidence: (cutNumber: number) => `el corte ${cutNumber} no tiene soportes`,
  written: (file: string) => `Escrito: ${file}`,
} as const;
