/*
 * The pictures of a report: those that `draw` makes, in the sections whose question they answer.
 *
 * A picture helps and decides nothing. If a picture cannot be drawn, or is larger than MOST_BYTES, the section says
 * why and keeps its tables.
 */
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import type { PictureRequest } from '@seccompile/draw/kinds'
import type { SectionResult } from './gather.ts'
import type { Markup } from './markup.ts'
import type { ReportSection } from './report.ts'

/** The length of a picture above which a report leaves it out, in bytes. */
const MOST_BYTES = 256 * 1024

/** A picture of a section: the name of a kind, and its subject. */
export interface WantedPicture extends PictureRequest {
  readonly kind: string
}

/** The style of a picture. The page holds it once for all pictures. */
const STYLE = /<style>[^<]*<\/style>\n?/

/** An SVG of `@seccompile/draw`, which escapes all text, as a part of a page. */
const svgMarkup = (svg: string): Markup => ({ kind: 'markup', text: svg.replace(STYLE, '').trimEnd() })

type PictureOrNote = { readonly picture: Markup } | { readonly note: string }

async function drawn({ kind: name, ...request }: WantedPicture): Promise<PictureOrNote> {
  try {
    const svg = await pictureOf(kindOf(name), request)
    const bytes = Buffer.byteLength(svg)
    if (bytes <= MOST_BYTES) return { picture: svgMarkup(svg) }
    return {
      note: `The picture ${name} is left out: it has ${bytes} bytes, and a report takes ${MOST_BYTES}; seccompile draw ${name} makes it.`,
    }
  } catch (error) {
    const { name: kind, message } = error as Error
    if (kind !== 'DrawError') throw error
    return { note: `The picture ${name} is left out: ${message}` }
  }
}

/** `gathered` with pictures, or with a note on each picture that is left out. */
export async function withPictures(
  gathered: SectionResult,
  wanted: readonly WantedPicture[],
): Promise<SectionResult> {
  const pictures: Markup[] = []
  const notes: ReportSection['blocks'][number][] = []
  for (const each of wanted) {
    const one = await drawn(each)
    if ('picture' in one) pictures.push(one.picture)
    else notes.push({ kind: 'text', text: one.note })
  }
  const { section } = gathered
  return { ...gathered, section: { ...section, blocks: [...section.blocks, ...notes], pictures } }
}
