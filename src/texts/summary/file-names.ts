const ordinals = [
  '1er',
  '2do',
  '3er',
  '4to',
  '5to',
  '6to',
  '7mo',
  '8vo',
  '9no',
  '10mo',
  '11vo',
  '12vo',
] as const;

/**
 * `PL-PC-01_2022_1er-monitoreo.xlsx`: stable, readable, and only `A-Za-z0-9._-`. `part`: the number among
 * several pictures.
 */
export function fileName(
  plan: { readonly code: string; readonly fiscalYear: number },
  cutNumber: number,
  extension: string,
  part: number | null = null,
): string {
  const code = plan.code.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 60);
  const suffix = part === null ? '' : `_${part}`;
  return `${code}_${plan.fiscalYear}_${ordinals[cutNumber - 1] ?? cutNumber}-monitoreo${suffix}.${extension}`;
}

/** `PL-PC-01_2022_1er-monitoreo_soportes_2.zip` */
export function evidencePackName(
  plan: { readonly code: string; readonly fiscalYear: number },
  cutNumber: number,
  part: number | null,
): string {
  const name = fileName(plan, cutNumber, 'zip');
  return name.replace(/\.zip$/, `_soportes${part === null ? '' : `_${part}`}.zip`);
}

/** `PL-PC-01_2023_borrador.xlsx` */
export function draftName(plan: { readonly code: string; readonly fiscalYear: number }): string {
  return fileName(plan, 1, 'xlsx').replace(/_1er-monitoreo\.xlsx$/, '_borrador.xlsx');
}
