const MAX_LISTED = 6

/** The texts as a list in a sentence: `a`, `a and b`, `a, b and c`; of more than six the first, and the number of the others. */
export function listed(texts: readonly string[]): string {
  const isLong = texts.length > MAX_LISTED
  const shown = isLong ? texts.slice(0, MAX_LISTED) : texts.slice(0, -1)
  const last = isLong ? `${texts.length - MAX_LISTED} more` : (texts.at(-1) ?? '')
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
