export * from './audit.ts';
export * from './conversation.ts';
export * from './delivery.ts';
export * from './files.ts';
export * from './people.ts';
export * from './plans.ts';
export * from './reports.ts';
export * from './review.ts';
