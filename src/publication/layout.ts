import { pageWords, source } from '../texts/publication/pages.ts';
import { type Markup, markup, nothing } from './markup.ts';

/** The address of a page or file of the site, from the site's root. */
export type Place = string;

/** A link from a page to another place of the site; relative, so the site may stand anywhere, also in a folder. */
export function linkTo(from: Place, to: Place): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

/**
 * A whole page. No script, and one style sheet of the site: it reads the same without either.
 * @param at where it stands, `planes/PL-PC-01/2022/1/index.html`
 */
export function page(of: {
  readonly at: Place;
  readonly title: string;
  readonly description: string;
  readonly entity: string;
  /** The name of this page under the list of all plans; null: it is the list. */
  readonly here: string | null;
  readonly content: Markup;
}): string {
  const { at, title, description, entity, here, content } = of;
  const home = linkTo(at, 'index.html');
  return markup`<!doctype html>
<html lang="es-CO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="${linkTo(at, 'estilo.css')}">
</head>
<body>
<a class="skip" href="#contenido">${pageWords.skip}</a>
<header class="top"><div class="wide">
<p class="entity">${entity}</p>
${
  here === null
    ? nothing
    : markup`<nav aria-label="${pageWords.path}"><ol><li><a href="${home}">${pageWords.allPlans}</a></li><li aria-current="page">${here}</li></ol></nav>
`
}</div></header>
<main id="contenido" class="wide">
${content}
</main>
<footer class="bottom"><div class="wide">
<p>${source(entity)}</p>
<p>${pageWords.neverPeople}</p>
<p><a href="${linkTo(at, 'columnas/index.html')}">${pageWords.columns}</a></p>
</div></footer>
</body>
</html>
`.text;
}

/** A bar as long as the percentage beside it, with a mark at what was expected; the words beside it say the same. */
export function bar(tenths: number, expected: number | null, kind: string): Markup {
  const mark =
    expected === null
      ? nothing
      : markup`<line class="edge" x1="${expected}" x2="${expected}" y1="0" y2="40"/><line class="mark" x1="${expected}" x2="${expected}" y1="0" y2="40"/>`;
  return markup`<svg class="bar ${kind}" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="1000" height="40"/><rect class="done" width="${tenths}" height="40"/>${mark}</svg>`;
}
