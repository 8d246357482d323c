/**
 * `word` as a word of a POSIX shell, which stands for exactly that text.
 * @see POSIX, Shell Command Language, 2.2.2 Single-Quotes
 */
export function shellWord(word: string): string {
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word)) return word
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** `words` as one command line of a POSIX shell. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
