const MAX_LISTED = 6

/** Up to six of `names`, and the number of the others. */
export function listed(names: readonly string[]): string {
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : ''
  return names.slice(0, MAX_LISTED).join(', ') + more
}
