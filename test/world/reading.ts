/** How long somebody reads before they act: what is sent sooner was not written for the question (specification: Early messages). */
export const READING_MS = 2_000;
