/*
 * Links between the Markdown files of the repository, turned into links between pages of the site.
 *
 * A file links to other files by relative paths, so that its links work in a view of the repository. Some of these
 * files are pages of the site under another path: `packages/abi/README.md` is `packages/abi.md`. A link to a file
 * that is no page, such as a test, becomes the text of the link followed by the path.
 */
import { posix } from 'node:path'

/** A link in a Markdown text. */
export interface Link {
  /** The line, from 1. */
  readonly line: number
  readonly text: string
  /** The target as written, with its anchor. */
  readonly target: string
}

/** The possible targets of links. */
export interface Targets {
  /** The path on the site of a file of the repository; `undefined` where the file is no page. */
  readonly pageOf: (path: string) => string | undefined
  /** Whether the repository has a file or a folder at a path. */
  readonly exists: (path: string) => boolean
}

/** Code in a line, or an image, or a link: words, target. */
const LINK = /`[^`]*`|(!?)\[((?:[^[\]\\`]|\\.|`[^`]*`)*)\]\(([^()\s]+)\)/g
const OUTSIDE = /^[a-z][a-z+]*:/
/** A block of code with its fences. */
const BLOCK = /^ {0,3}(`{3,}|~{3,})[^]*?^ {0,3}\1[`~]*[ \t]*$/gm

/**
 * Calls `change` for each link and each image of a text, except in code; yields the text with the results in their
 * places.
 */
function mapLinks(text: string, change: (whole: string, link: Link, isImage: boolean) => string): string {
  let done = ''
  const prose = (from: number, to: number): void => {
    done += text
      .slice(from, to)
      .replaceAll(LINK, (whole, mark?: string, words?: string, target?: string, at?: number) => {
        if (mark === undefined || words === undefined || target === undefined) return whole
        const line = text.slice(0, from + (at ?? 0)).split('\n').length
        return change(whole, { line, text: words, target }, mark === '!')
      })
  }
  let end = 0
  for (const block of text.matchAll(BLOCK)) {
    prose(end, block.index)
    done += block[0]
    end = block.index + block[0].length
  }
  prose(end, text.length)
  return done
}

/** The links of a text outside code. */
export function linksIn(text: string): readonly Link[] {
  const links: Link[] = []
  mapLinks(text, (whole, link, isImage) => {
    if (!isImage) links.push(link)
    return whole
  })
  return links
}

/** The paths of the images of a text, relative to the text. */
export function imagesIn(text: string): readonly string[] {
  const images: string[] = []
  mapLinks(text, (whole, { target }, isImage) => {
    if (isImage && !OUTSIDE.test(target)) images.push(target)
    return whole
  })
  return images
}

/**
 * The text of the file at `from` with its links turned into links between pages.
 *
 * @param to - the path of the page on the site
 * @throws Error naming file and line, for a link to a file that the repository does not have
 */
export function siteText(text: string, from: string, to: string, { pageOf, exists }: Targets): string {
  return mapLinks(text, (whole, { line, text: words, target }, isImage) => {
    if (isImage || OUTSIDE.test(target) || target.startsWith('#')) return whole
    const [file = '', anchor] = target.split('#')
    const path = posix.normalize(posix.join(posix.dirname(from), file)).replace(/\/$/, '')
    if (!exists(path)) throw new Error(`${from}:${line}: link to "${target}", and there is no ${path}`)
    const page = pageOf(path)
    if (page === undefined) return `${words} (\`${path}\`)`
    const link = posix.relative(posix.dirname(to), page)
    return `[${words}](${link.startsWith('.') ? link : `./${link}`}${anchor === undefined ? '' : `#${anchor}`})`
  })
}

/** The anchor of a heading by GitHub's rule, so that a link works on GitHub and on the site. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-')
}
