/*
 * Pictures of filters in pages. A comment in a line of its own marks the place:
 *
 *   <!-- draw: tree policy.mjs --abi x86_64 -->
 *
 * `seccompile draw` makes the picture when the site is built. The command runs in a folder with the files that the page
 * shows: blocks of code with the name of the file behind the language, or in a first line that is a comment. The picture is
 * a file beside the page, which follows light and dark, and a click shows it alone, in its full size.
 */
import { posix } from 'node:path'

/** A picture that a page requests. */
export interface PagePicture {
  /** A kind of `seccompile draw`. */
  readonly kind: string
  /** The filter and options, as they are typed. */
  readonly typed: readonly string[]
  /** The path of the picture on the site. */
  readonly path: string
}

const COMMENT = /^<!-- draw: (\S+) (.+) -->$/gm
const BLOCK = /^```(\w+)(?: ([\w.-]+))?\n([^]*?)^```$/gm
const NAMED = /^(?:\/\/|#) (\S+\.\w+)\n/

/** The pictures that the page at `path` requests, in order. */
export function wantedPictures(path: string, text: string): readonly PagePicture[] {
  return [...text.matchAll(COMMENT)].map(([, kind = '', typed = '']) => {
    const words = [path.replace(/\.md$/, ''), kind, typed].join('-')
    return { kind, typed: typed.split(' '), path: `pictures/${words.replaceAll(/[^\w.-]+/g, '-')}.svg` }
  })
}

/** The files that a page shows, by name; the first of files with one name. */
export function shownFiles(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const [, , title, code = ''] of text.matchAll(BLOCK)) {
    const name = title ?? NAMED.exec(code)?.[1]
    if (name !== undefined && !files.has(name)) files.set(posix.basename(name), code)
  }
  return files
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** The text of an image for readers who do not see the picture: its title and its description. */
function wordsOf(svg: string): string {
  const [, title = ''] = /<title[^>]*>([^<]*)<\/title>/.exec(svg) ?? []
  const [, description = ''] = /<desc[^>]*>([^<]*)<\/desc>/.exec(svg) ?? []
  // The text is not escaped: Markdown drops escaped characters in the text of an image.
  return `${title}. ${description}`
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!)
    .replaceAll(/[[\]`\\*]/g, '')
}

/**
 * The text of a page with an image in place of each comment.
 *
 * @param svgs - the pictures by their paths on the site
 * @throws Error for a picture that is missing from `svgs`
 */
export function withPictures(path: string, text: string, svgs: ReadonlyMap<string, string>): string {
  const wanted = [...wantedPictures(path, text)]
  return text.replaceAll(COMMENT, () => {
    const picture = wanted.shift()!
    const svg = svgs.get(picture.path)
    if (svg === undefined) throw new Error(`${path}: no picture ${picture.path}`)
    const [size = ''] = /width="\d+" height="\d+"/.exec(svg) ?? []
    const link = `/${picture.path}`
    return `[![${wordsOf(svg)}](${link}){${size} loading="lazy"}](${link}){.picture target="_blank"}`
  })
}
