/** `text` with Markdown's markup characters escaped. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\*<`|[\]]|(?<!\w)_|_(?!\w)/g, '\\$&')
}

/** `text`, which has no full stop, as a sentence. */
export function sentence(text: string): string {
  return `${escaped(text.charAt(0).toUpperCase() + text.slice(1))}.`
}
