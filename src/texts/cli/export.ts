export const exportTexts = {
  unknownFormat: (given: string, known: readonly string[]) =>
    `--format contiene «${given}»; debe ser ${known.join(', ')}`,
  tooMany: (activities: number, format: string, most: number) =>
    `el plan tiene ${activities} actividades y --format ${format} llega hasta ${most}: use --format ${format === 'xlsx' ? '' : 'xlsx o '}csv`,
  noEvidence: (cutNumber: number) => `el corte ${cutNumber} no tiene soportes`,
  written: (file: string) => `Escrito: ${file}`,
} as const;
