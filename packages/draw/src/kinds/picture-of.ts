/*
 * The one way from filters to a picture: the command `draw` uses it, and so do the commands whose answers have
 * pictures.
 */
import type { Theme } from '../picture/theme.ts'
import { didYouMean, expectFunction, expectObject, expectText, quote } from '@seccompile/shape'
import { DrawError } from './draw-error.ts'
import type { DrawInput, DrawKind } from './kind.ts'
import { KINDS } from './kinds.ts'
import { drawNames } from './names.ts'
import { abisOf } from './compared-filters.ts'

/**
 * The kind with the name `word`.
 * @throws DrawError for a word that names no kind
 */
export function kindOf(word: string): DrawKind {
  expectText(word, 'word')
  const kind = KINDS.find(({ name }) => name === word)
  if (kind !== undefined) return kind
  const names = KINDS.map(({ name }) => name)
  throw new DrawError(
    `expected a kind of picture: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}; got ${quote(word)}${didYouMean(word, names)}`,
  )
}

/** The names of the kinds for which `holds`. */
export function namesWhere(holds: (kind: DrawKind) => boolean): string {
  expectFunction(holds, 'holds')
  const names = KINDS.filter(holds).map(({ name }) => name)
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The input of a picture: filters, and the other parts of {@link DrawInput}, most of them optional. */
export interface PictureRequest {
  readonly filters: DrawInput['filters']
  /** The names; those from the tables of the filters by default. */
  readonly names?: DrawInput['names'] | undefined
  /** The format; SVG by default. */
  readonly format?: DrawInput['format'] | undefined
  readonly counts?: DrawInput['counts']
  readonly call?: DrawInput['call']
  readonly pipeline?: DrawInput['pipeline']
  readonly difference?: DrawInput['difference']
  readonly raw?: boolean | undefined
  readonly theme?: Theme | undefined
  /** The heading, for a kind that makes none itself. */
  readonly title?: string | undefined
  /** The width in pixels, for a kind without a fixed width. */
  readonly width?: number | undefined
}

/** The text of a picture. @throws DrawError if this kind cannot draw the filters */
export async function pictureOf(kind: DrawKind, request: PictureRequest): Promise<string> {
  expectObject(kind, 'kind', 'draw')
  expectObject(request, 'request', 'filters')
  const {
    filters,
    names,
    counts,
    format,
    call,
    pipeline,
    difference,
    raw = false,
    theme,
    title,
    width,
  } = request
  return kind.draw({
    filters,
    names: names ?? (await drawNames(abisOf(filters), { raw })),
    counts,
    format: format ?? 'svg',
    call,
    pipeline,
    difference,
    raw,
    picture: {
      theme,
      width,
      title: title ?? (kind.isTitled === true ? undefined : `${filters.map(({ name }) => name).join(' and ')}: ${kind.shows}`), // prettier-ignore
    },
  })
}
