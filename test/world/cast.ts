import type { Part } from './world.ts';

export type Cast = 'ana' | 'berta' | 'carlos' | 'mayor' | 'coordinator';

/** The people of a story: the holders of the real form's positions, the mayor and Planeación. */
export const cast: Readonly<Record<Cast, Part>> = {
  ana: { firstName: 'Ana', lastName: 'Arboleda', holds: { positions: [1] } },
  berta: { firstName: 'Berta', lastName: 'Ruiz', holds: { positions: [2] } },
  carlos: { firstName: 'Carlos', lastName: 'Peña', holds: { positions: [3] } },
  mayor: { firstName: 'Julio', lastName: 'Biojó', holds: { offices: ['mayor'] } },
  coordinator: { firstName: 'Diana', lastName: 'Mina', holds: { offices: ['coordinator'] } },
};
