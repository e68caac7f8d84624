import type { Written } from './telegram-api.ts';

/** Whose plan it is: each person a plan of their own, or one for all. */
export type Shape = {
  readonly people: number;
  /** Of each person. */
  readonly activities: number;
  readonly onePlan: boolean;
};

export type Report = {
  readonly personId: number;
  readonly percentage: number;
  readonly observation: string;
};

/** A message, and the report that it completes. */
export type Step = Written & { readonly completes?: Report };

export type Load = {
  readonly shape: Shape;
  /** Written and answered before anything is measured: the same for all. */
  readonly before: readonly Step[];
  /** In each round everybody writes once. */
  readonly rounds: readonly (readonly Step[])[];
};

const words = 'se realizaron las jornadas de la semana con la comunidad';

/** Everybody has been asked, and answers question after question in one message each. */
export function oneMessage(people: number, activities: number): Load {
  return {
    shape: { people, activities, onePlan: false },
    before: everybody(people, (personId) => ({ personId, text: '/reportar' })),
    rounds: Array.from({ length: activities }, (_, round) =>
      everybody(people, (personId) => {
        const report = reportOf(personId, round);
        return { personId, text: `${report.percentage} % ${report.observation}`, completes: report };
      }),
    ),
  };
}

/** Everybody reports activity after activity: `/reportar`, the percentage, the observation. */
export function threeMessages(people: number, activities: number): Load {
  const rounds = Array.from({ length: activities }, (_, round) => [
    everybody(people, (personId) => ({ personId, text: '/reportar' })),
    everybody(people, (personId) => ({ personId, text: `${reportOf(personId, round).percentage} %` })),
    everybody(people, (personId) => {
      const report = reportOf(personId, round);
      return { personId, text: report.observation, completes: report };
    }),
  ]);
  return { shape: { people, activities, onePlan: true }, before: [], rounds: rounds.flat() };
}

function everybody(people: number, step: (personId: number) => Step): readonly Step[] {
  return Array.from({ length: people }, (_, place) => step(1_000_001 + place));
}

function reportOf(personId: number, round: number): Report {
  const percentage = (personId * 7 + round * 13) % 101;
  return { personId, percentage, observation: `${words}, visita ${round + 1}` };
}
