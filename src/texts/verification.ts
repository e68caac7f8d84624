/** What Control Interno says of a report, as tables print it. */
export const verdictWords = {
  endorsed: 'Avalado',
  observed: 'Con observación',
  /** It was said of an earlier revision of the report. */
  outdated: 'Por verificar de nuevo: el reporte cambió',
} as const;
