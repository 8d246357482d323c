/** What the thread of a launcher that sends the listener says of itself, in one word of shared memory. */
export const READY = { notYet: 0, now: 1, never: 2 } as const
