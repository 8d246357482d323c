/* The description of a page for search engines: the first paragraph of its Markdown, as plain text. */

/** The longest description, in characters: search engines cut longer ones. */
const LONGEST = 200

const plain = (markdown: string): string =>
  markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]|\\(?=[<>|*_])/g, '')
    .replaceAll(/(?<!\w)_|_(?!\w)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whole sentences of `text` up to the longest description; where the first one is too long, its first words. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  const end = text.slice(0, LONGEST).lastIndexOf('. ')
  if (end !== -1) return text.slice(0, end + 1)
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`
}

/** The description of a page with this Markdown; `undefined` where the page has no paragraph. */
export function descriptionOf(markdown: string): string | undefined {
  const prose = markdown
    .replace(/^---\n[^]*?\n---\n/, '')
    .replaceAll(/^(`{3,})[^]*?^\1$/gm, '')
    .replaceAll(/^:::.*$/gm, '')
  const first = prose
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^[#|<!:-]|^\d+\. /.test(part))
  return first === undefined ? undefined : shortened(plain(first))
}
