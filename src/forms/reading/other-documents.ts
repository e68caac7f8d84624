import type { OtherDocument } from '../../texts/importing/form-problems.ts';
import { looksLikeData } from '../find-header.ts';
import { cellAt, filledColumns, type Grid, textAt } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { namesPeriod, rolesNamed } from './column-words.ts';

/** What offices send in the place of a plan. `telling` is what nothing else has; patterns are over `headingKey`. */
type Kind = { readonly document: OtherDocument; readonly telling: RegExp; readonly usual: RegExp };

const KINDS: readonly Kind[] = [
  {
    document: 'purchases',
    telling: /unspsc|modalidaddeseleccion|vigenciasfuturas/,
    usual:
      /^descripcion|^valor(total)?estimado|^duracionestimada|^fuentede|^datosdecontacto|^fechaestimadadeinicio/,
  },
  {
    document: 'budget',
    telling:
      /^rubro|^apropiacion|^cuentapresupuestal|^(no)?cdp$|^(no)?rp$|^contracreditos?$|^presupuesto(inicial|definitivo)/,
    usual:
      /^adicion(es)?$|^reduccion(es)?$|^creditos?$|^compromisos?$|^obligaciones?$|^pagos?$|^giros?$|^saldo|^apropiacion|^presupuesto|^fuente/,
  },
  {
    document: 'contracts',
    telling:
      /^(nombredel)?contratista|^objetodelcontrato|^objetocontractual|^(no|n|numero)?(de|del)?contrato(no)?$|^secop|^enlacesecop/,
    usual: /^objeto|^valor|^supervisor|^interventor|^modalidad|^plazo|^nit$|^cedula|^fecha(de)?suscripcion/,
  },
  {
    document: 'attendance',
    telling: /^firma$/,
    usual: /^(nombre|apellido|cedula|documento|identificacion|cc$|cargo|entidad|correo|telefono|celular)/,
  },
  {
    document: 'contacts',
    telling: /^(correo|email|telefono|celular|movil|extension|ext$|whatsapp)/,
    usual:
      /^(nombre|apellido|funcionario|cargo|dependencia|direccion|ciudad|municipio|correo|email|telefono|celular|extension|ext$)/,
  },
  {
    document: 'inventory',
    telling: /^(marca|serial|noserie|numerodeserie|placa|modelo)/,
    usual: /^(descripcion|elemento|ubicacion|estado|cantidad|valor|marca|serial|placa|modelo|responsable)/,
  },
];

/** Whether a row names what only a plan has beside such columns: a plan may give the telephone of who is responsible. */
function mayBePlan(document: OtherDocument, rest: readonly string[], all: readonly string[]): boolean {
  const names = (texts: readonly string[], roles: readonly string[]) =>
    texts.some((text) => rolesNamed(text).some(({ role }) => roles.includes(role)));
  if (names(rest, ['activity']) || names(all, ['target', 'indicator', 'weight'])) return true;
  const dated = names(all, ['start', 'end']) || all.some(namesPeriod);
  return document !== 'contracts' && document !== 'purchases' && dated && names(all, ['responsible']);
}

/** Whether a row names the activity and two more columns of a plan: below it the same words are data. */
function isPlanHeading(grid: Grid, row: number): boolean {
  const roles = filledColumns(grid, row).flatMap((column) => {
    const text = textAt(grid, row, column);
    return text.length > LONGEST_HEADING ? [] : (rolesNamed(text)[0]?.role ?? []);
  });
  return roles.includes('activity') && new Set(roles).size >= 3;
}

const LONGEST_HEADING = 60;
/** Headings stand near the top; further down the same words are data. */
const MOST_ROWS = 40;

/** Another document that a sheet looks like: two headings of one in a row that names no activity. Zero-based row. */
export function otherDocument(
  grid: Grid,
):
  | { readonly document: OtherDocument; readonly row: number; readonly headings: readonly string[] }
  | undefined {
  const rows = Array.from({ length: Math.min(grid.rows.length, MOST_ROWS) }, (_, row) => row);
  if (rows.some((row) => isPlanHeading(grid, row))) return undefined;
  for (const row of rows) {
    const filled = filledColumns(grid, row);
    if (filled.some((column) => looksLikeData(cellAt(grid, row, column)))) continue;
    const texts = filled
      .map((column) => textAt(grid, row, column).replace(/\s+/g, ' '))
      .filter((text) => text.length <= LONGEST_HEADING);
    if (texts.length < 3) continue;
    for (const { document, telling, usual } of KINDS) {
      const own = texts.filter((text) => telling.test(headingKey(text)));
      const others = texts.filter((text) => !own.includes(text) && usual.test(headingKey(text)));
      const rest = texts.filter((text) => !own.includes(text) && !others.includes(text));
      if (own.length >= 1 && own.length + others.length >= 3 && !mayBePlan(document, rest, texts))
        return { document, row, headings: [...own, ...others].slice(0, 3) };
    }
  }
  return undefined;
}
