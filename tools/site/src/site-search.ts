/*
 * The search of the site: what its index has, and which pages come first.
 *
 * The index is a file of the site, loaded when somebody searches. Pages on exports of packages are most of it. Under each export
 * they have headings such as "Returns", which nobody looks for, and signatures and tables of properties, which are mostly words of
 * types. The index has none of them. Nor has it rows that nobody looks for: times of filters, the paths and digests of profiles
 * that people use, and the figures that a decision was made by. Nor sessions: what a command prints is mostly names of calls.
 */
import type { DefaultTheme, MarkdownEnv, MarkdownRenderer } from 'vitepress'

/** Headings below those of exports, and code. */
const BELOW_EXPORTS = /<h([456])\b[^>]*>[^]*?<\/h\1>|<pre\b[^>]*>[^]*?<\/pre>/g

/** Tables of properties and of parameters: mostly words of types. */
const TABLES = /<table\b[^>]*>[^]*?<\/table>/g

/** Tables, and the headings right above. */
const ROWS = /(?:<h3\b[^>]*>[^]*?<\/h3>\s*)?<table\b[^>]*>[^]*?<\/table>/g
const hasRows = (path: string): boolean =>
  path === 'clock.md' || path === 'real-profiles.md' || /^adr\/\d/.test(path)

/** What a terminal shows: commands and what they print. */
const SESSIONS = /<div class="language-console\b[^>]*>[^]*?<\/div>/g

/** The part of a page that the search finds. */
export function searchedHtml(path: string, html: string): string {
  if (path.startsWith('api/')) return html.replaceAll(BELOW_EXPORTS, '').replaceAll(TABLES, '')
  const prose = html.replaceAll(SESSIONS, '')
  return hasRows(path) ? prose.replaceAll(ROWS, '') : prose
}

/** How much the place of a page counts, for an id such as `/api/abi.html#seccompdata`: guides come first. */
function boostDocument(id: string): number {
  // VitePress writes the text of this function into a script of the site, so it uses no name from outside.
  if (id.startsWith('/api/')) return 0.1
  // Pages of measurements name the tools and the calls that other pages are about.
  if (id.startsWith('/clock') || id.startsWith('/comparison-of-')) return 0.4
  return id.startsWith('/packages/') || id.startsWith('/adr/') ? 0.6 : 1
}

/** The share of letters of a word that may differ. A short word must match exactly: `log` is not `low`. */
function fuzzy(word: string): number | false {
  return word.length > 5 ? 0.2 : false // without names from outside, as in boostDocument()
}

/** A word as the index has it; `null` for the words of every sentence, which find nothing and are a tenth of the index. */
function processTerm(word: string): string | null {
  const lower = word.toLowerCase() // without names from outside, as in boostDocument()
  const isSmall =
    /^(?:an?|and|are|as|at|be|by|for|from|has|have|i[nst]|its?|of|or|so|than|that|the|their|them|they|this|to|which|with)$/
  return isSmall.test(lower) ? null : lower
}

/** The search. An exact match comes before a word with the same beginning or with another letter. */
export const siteSearch: NonNullable<DefaultTheme.Config['search']> = {
  provider: 'local',
  options: {
    _render: async (text: string, env: MarkdownEnv, markdown: MarkdownRenderer): Promise<string> =>
      searchedHtml(env.relativePath, await markdown.renderAsync(text, env)),
    miniSearch: {
      options: { processTerm },
      searchOptions: {
        boostDocument,
        fuzzy,
        weights: { fuzzy: 0.05, prefix: 0.3 },
        boost: { title: 6, titles: 2, text: 1 },
      },
    },
  },
}
