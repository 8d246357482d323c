/*
 * Pictures of filters in pages. A comment in a line of its own marks the place:
 *
 *   <!-- draw: tree policy.mjs --abi x86_64 -->
 *
 * `seccompile draw` makes the picture when the site is built. A picture of a profile may have widths of its own, in pixels:
 *
 *   <!-- draw 640 342: tree profile.json -->
 *
 * The first one is shown in a wide window, the second one on a telephone. The command runs in a folder with the files that the page
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
  /** The width in pixels; `undefined` for that of the command. */
  readonly width?: number | undefined
}

const COMMENT = /^<!-- draw(?: (\d+) (\d+))?: (\S+) (.+) -->$/gm
const BLOCK = /^```(\w+)(?: \[?([\w.-]+)\]?)?\n([^]*?)^```$/gm
const NAMED = /^(?:\/\/|#) (\S+\.\w+)\n/

/** The pictures that the page at `path` requests, in order; for a comment with two widths, two pictures. */
export function wantedPictures(path: string, text: string): readonly PagePicture[] {
  return [...text.matchAll(COMMENT)].flatMap(([, wide, narrow, kind = '', typed = '']) => {
    const picture = (width?: string): PagePicture => {
      const words = [path.replace(/\.md$/, ''), kind, typed, ...(width === undefined ? [] : [width])].join(
        '-',
      )
      return {
        kind,
        typed: typed.split(' '),
        path: `pictures/${words.replaceAll(/[^\w.-]+/g, '-')}.svg`,
        width: width === undefined ? undefined : Number(width),
      }
    }
    return wide === undefined || narrow === undefined ? [picture()] : [picture(wide), picture(narrow)]
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
  const image = (window: string): string => {
    const picture = wanted.shift()!
    const svg = svgs.get(picture.path)
    if (svg === undefined) throw new Error(`${path}: no picture ${picture.path}`)
    const [size = ''] = /width="\d+" height="\d+"/.exec(svg) ?? []
    const link = `/${picture.path}`
    return `[![${wordsOf(svg)}](${link}){${size} loading="lazy"}](${link}){.picture${window} target="_blank"}`
  }
  return text.replaceAll(COMMENT, (_whole, wide?: string) =>
    wide === undefined ? image('') : `${image(' .in-wide')}\n${image(' .in-narrow')}`,
  )
}
