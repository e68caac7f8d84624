/** Why the file of the database cannot be used, and what to do. One line each. */
export const fileRefusals = {
  /** `holder`: pid, host and start, as the other process wrote them. */
  inUse: (path: string, holder: string) =>
    `DATABASE_PATH: ${path} lo está usando otro bot (${holder}). Deténgalo primero o use otro archivo.`,
  damaged: (path: string, found: string) =>
    `la base de datos ${path} está dañada (${found}). No se ha cambiado nada. Restaure la última copia con «restore ARCHIVO»: lo dañado se guarda al lado, por si alguien puede rescatar algo.`,
  newer: (path: string) =>
    `la base de datos ${path} es de una versión más nueva de este programa; actualice el programa, o restaure con «restore» la copia que se hizo antes de actualizar.`,
  halfRestored: (path: string) =>
    `una restauración de ${path} quedó a medias. Repítala con «restore ARCHIVO».`,
} as const;
