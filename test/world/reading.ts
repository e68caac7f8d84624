/**
 * How long people read before they act: a message sent sooner was not written for the question
 * (specification: Early messages).
 */
export const READING_MS = 2_000;
