/** Keys of `meta`: the moment up to which everything has been decided. */
export const remindersDecidedUntil = 'remindersDecidedUntil';
export const summariesDecidedUntil = 'summariesDecidedUntil';
export const digestsDecidedUntil = 'digestsDecidedUntil';
export const verificationsDecidedUntil = 'verificationsDecidedUntil';
