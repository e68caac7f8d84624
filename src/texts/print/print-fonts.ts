import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Coverage, coverageOf } from './font-coverage.ts';

/** The only font of pictures and PDF. It comes from a package, so every machine draws the same. */
export const FONT_FAMILY = 'Noto Sans';

export type PrintFonts = {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** The characters that both weights can draw. */
  readonly coverage: Coverage;
};

const locate = createRequire(import.meta.url);
let loaded: PrintFonts | undefined;

/** The font files, read once. It reads 1.3 MB synchronously, so only the rendering process may call it. */
export function printFonts(): PrintFonts {
  loaded ??= readFonts();
  return loaded;
}

function readFonts(): PrintFonts {
  const file = (face: string) =>
    readFileSync(locate.resolve(`@expo-google-fonts/noto-sans/${face}/NotoSans_${face}.ttf`));
  const regular = file('400Regular');
  return { regular, bold: file('700Bold'), coverage: coverageOf(regular) };
}
