export const reportColumns = [
  'Plan',
  'Actividad',
  'Corte',
  'Avance',
  'Observación',
  'Reportó',
  'Cuándo',
] as const;

export const reportWords = {
  imported: '(importado)',
  late: ' (extemporáneo)',
  planning: ' (registrado por Planeación)',
  correction: ' (corregido por Planeación)',
  voided: ' (anulado)',
  operator: 'Planeación',
} as const;
