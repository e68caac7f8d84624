/** The command line's words for a difference between what is stored and what the audit has on record. */
export function differenceLine(of: StoredDifference): string {
  if (of.of === 'trigger') return `Falta la protección «${of.name}» de la auditoría.`;
  const by = of.row === null ? '' : ` (registro ${of.row})`;
  return `${things[of.of]} ${of.id}: ${faults[of.what]}${by}.`;
}

type StoredDifference =
  | { readonly of: 'trigger'; readonly name: string }
  | {
      readonly of: keyof typeof things;
      readonly id: number;
      readonly what: keyof typeof faults;
      readonly row: number | null;
    };

const things = {
  report: 'Reporte',
  evidence: 'Soporte',
  presentation: 'Presentación para aprobar',
  verdict: 'Veredicto del reporte',
  cause: 'Causa',
  exclusion: '«No programada» de la actividad',
  publication: 'Publicación',
} as const;

const faults = {
  changed: 'no dice lo que se registró',
  missing: 'se registró y ya no está',
  unrecorded: 'está guardado y nadie lo registró',
  uncounted: 'está anulado y nadie lo registró',
  counted: 'se registró anulado y cuenta de nuevo',
  anchor: 'su ancla no es la de su registro',
} as const;
