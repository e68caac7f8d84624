/** Articles before names of entities and plans. A name whose first word is not in a list gets none: it would be a guess. */
type Article = 'el' | 'la' | 'los' | 'las' | '';

const feminine =
  'administración|agencia|alcaldía|agenda|área|asamblea|asociación|biblioteca|caja|cámara|casa|comisaría|comisión|contraloría|cooperativa|corporación|defensoría|dirección|empresa|entidad|e\\.?s\\.?e|e\\.?s\\.?p|escuela|estrategia|fundación|gerencia|gobernación|hoja|inspección|institución|ips|junta|lotería|matriz|oficina|personería|política|procuraduría|provincia|región|registraduría|ruta|secretaría|sociedad|subdirección|subsecretaría|superintendencia|terminal|unidad|universidad|veeduría';
const masculine =
  'acueducto|acuerdo|aeropuerto|archivo|cabildo|centro|colegio|comité|concejo|consejo|corregimiento|cronograma|cuerpo|departamento|despacho|distrito|ente|establecimiento|fondo|formato|hospital|informe|instituto|jardín|mapa|ministerio|modelo|municipio|museo|observatorio|pacto|parque|plan|planetario|programa|proyecto|puesto|resguardo|sistema|teatro|territorio';
const severalFeminine = 'acciones|aguas|centrales|comunas|empresas|metas|políticas|unidades';
const severalMasculine = 'acueductos|planes|programas|proyectos|servicios';

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const headed = (nouns: string): RegExp => new RegExp(`^(?:${unaccented(nouns)})\\.?(?![\\p{L}\\d])`, 'iu');
const heads = [
  /** Feminine with a stressed *a*: `el Área Metropolitana`. */
  ['el', headed('area')],
  ['la', headed(feminine)],
  ['el', headed(masculine)],
  ['las', headed(severalFeminine)],
  ['los', headed(severalMasculine)],
] as const;

function articleOf(name: string): Article {
  const plain = unaccented(name.trim());
  return heads.find(([, pattern]) => pattern.test(plain))?.[0] ?? '';
}

/** A name without an article that was written with it: `La Alcaldía de Tumaco` is `Alcaldía de Tumaco`; `El Peñol` stays. */
export function bareName(name: string): string {
  const [, rest] = /^(?:el|la|los|las)\s+(.+)$/iu.exec(name.trim()) ?? [];
  return rest !== undefined && articleOf(rest) !== '' ? rest : name.trim();
}

/** What stands before a bare name, with its space: `la `, `el `, or nothing. */
export function the(name: string): string {
  const article = articleOf(name);
  return article === '' ? '' : `${article} `;
}

/** `de la `, `del `, `de `: with its space, before a bare name. */
export function ofThe(name: string): string {
  const article = articleOf(name);
  return article === 'el' ? 'del ' : `de ${the(name)}`;
}

/** Whether a verb of this name is plural: `las Empresas Públicas le envían…`. */
export function isSeveral(name: string): boolean {
  const article = articleOf(name);
  return article === 'las' || article === 'los';
}
