/** What a message says, of our bot or of a peer. */
export type Said = {
  readonly asks?: 'percentage' | 'observation';
  /** The number of the activity that it asks about, if it says so. */
  readonly activity?: number;
  readonly isSaved: boolean;
  readonly nothingLeft: boolean;
};

const percentage = /¿Qué porcentaje (?:de avance lleva la <b>n\.º|lleva la actividad) (\d+)/;
const observation = /¿Qué se hizo\?|Describa en una o dos frases lo realizado en la <b>n\.º (\d+)/;

export function readShown(text: string): Said {
  const asked = percentage.exec(text) ?? observation.exec(text);
  return {
    ...(asked && { asks: percentage.test(text) ? 'percentage' : 'observation' }),
    ...(asked?.[1] !== undefined && { activity: Number(asked[1]) }),
    isSaved: /^(?:✅|Guardado)/.test(text),
    nothingLeft: /no tiene actividades pendientes/i.test(text),
  };
}
