import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { printFonts } from '../../texts/print/print-fonts.ts';

let made: NodeCompiler | undefined;

/**
 * The one compiler of this process. Templates read no file outside this folder. It loads a native library of 50 MB, so only
 * the process that renders may call it (src/jobs/render.ts).
 */
export function theCompiler(): NodeCompiler {
  const { regular, bold } = printFonts();
  made ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [regular, bold] }],
  });
  return made;
}

/** The path of a template beside this file. */
export function template(name: string): string {
  return `${import.meta.dirname}/${name}`;
}
