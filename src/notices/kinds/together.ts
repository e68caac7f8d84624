import type { NoticeKind } from '../kind.ts';

/** Several notices that are released together to one person, as one message (`../together.ts`). */
export const together: NoticeKind<never> = { name: 'together', about: [], to: 'office' };
