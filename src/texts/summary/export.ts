import { planningWords } from './who-said.ts';

const coverageNames = { onTime: 'a tiempo', late: 'extemporáneo', imported: 'importado' } as const;

/**
 * How a report counts, in the words of the open data: `a tiempo`, `extemporáneo`, `importado`, `registrado
 * por Planeación` (and `…, extemporáneo`), `a tiempo, corregido por Planeación`.
 */
export function stateName(
  coverage: keyof typeof coverageNames,
  origin: 'chat' | 'import' | 'planning' | 'correction',
): string {
  if (origin === 'correction') return `${coverageNames[coverage]}, ${planningWords.correction}`;
  if (origin !== 'planning') return coverageNames[coverage];
  return coverage === 'late' ? `${planningWords.planning}, ${coverageNames.late}` : planningWords.planning;
}
