/** The time in milliseconds, from any start. To use the global `performance`, Node would load more of itself. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6
