/** The text of a profile that refuses all calls but `syscalls`. */
export const profile = (...syscalls: readonly object[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })

/** An entry of a profile that allows `names` if all of `args` hold. */
export const allow = (names: readonly string[], ...args: readonly object[]): object => ({
  names,
  action: 'SCMP_ACT_ALLOW',
  args,
})
