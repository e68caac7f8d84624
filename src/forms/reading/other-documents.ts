import type { OtherDocument } from '../../texts/importing/form-problems.ts';
import { filledColumns, type Grid, textAt } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { rolesNamed } from './column-words.ts';

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

const LONGEST_HEADING = 60;
/** Headings stand near the top; further down the same words are data. */
const MOST_ROWS = 40;

/** Another document that a sheet looks like: two headings of one in a row that names no activity. Zero-based row. */
export function otherDocument(
  grid: Grid,
):
  | { readonly document: OtherDocument; readonly row: number; readonly headings: readonly string[] }
  | undefined {
  for (let row = 0; row < Math.min(grid.rows.length, MOST_ROWS); row += 1) {
    const texts = filledColumns(grid, row)
      .map((column) => textAt(grid, row, column).replace(/\s+/g, ' '))
      .filter((text) => text.length <= LONGEST_HEADING);
    if (texts.length < 3) continue;
    for (const { document, telling, usual } of KINDS) {
      const own = texts.filter((text) => telling.test(headingKey(text)));
      const others = texts.filter((text) => !own.includes(text) && usual.test(headingKey(text)));
      const rest = texts.filter((text) => !own.includes(text) && !others.includes(text));
      const activity = rest.some((text) => rolesNamed(text).some(({ role }) => role === 'activity'));
      if (!activity && own.length >= 1 && own.length + others.length >= 3)
        return { document, row, headings: [...own, ...others].slice(0, 3) };
    }
  }
  return undefined;
}
