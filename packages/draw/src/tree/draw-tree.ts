/*
 * The search of a filter as an icicle over the number line: the numbers from left to right, a row for each test of
 * the number, the verdicts at the ends. The depth of an end is the number of tests that its calls cost.
 */
import type { Decision } from '@seccompile/decision'
import { expectObject } from '@seccompile/shape'
import { heading } from '../chart/heading.ts'
import { legend, toneEntry, verdictEntries } from '../chart/legend.ts'
import { paragraph, wrapped } from '../chart/paragraph.ts'
import { verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import { counted, fixed } from '../svg/fixed.ts'
import { nodesOnWay, waySample, wayText } from '../way/call-way.ts'
import type { CallWay } from '../way/call-way.ts'
import { archesOf, asksArchOtherwise, columnsOf } from './columns.ts'
import { MARGIN, sectionsOf } from './section.ts'
import type { Weigh } from './widths.ts'

/** The options of the picture of a tree. */
export interface TreeOptions extends PictureOptions {
  readonly names?: Names | undefined
  /** The weights of calls. With weights, a column is as wide as its weight; else as its number of calls. */
  readonly weigh?: Weigh | undefined
  /** The width of the picture in pixels; 1200 by default. */
  readonly width?: number | undefined
  /**
   * The `AUDIT_ARCH_*` values that come first, if the filter names them. The first one names the calls of a filter
   * that tests no arch.
   */
  readonly known?: readonly number[] | undefined
  /** A call whose way is framed. */
  readonly way?: CallWay | undefined
}

const MOST_ARCHES = 8

/** The smallest u32 that is not in `arches`. */
function otherArch(arches: readonly number[]): number {
  let value = 0
  while (arches.includes(value)) value += 1
  return value
}

/** The arches with a section: those that the filter compares with, the known ones first. */
function archesToDraw(root: Decision, known: readonly number[]): readonly number[] {
  const tested = archesOf(root)
  const first = asksArchOtherwise(root) ? known : known.filter((arch) => tested.includes(arch))
  const all = [...first, ...tested.filter((arch) => !first.includes(arch))]
  // A filter that tests no arch gives calls of all arches the same verdicts.
  return all.length === 0 ? [known[0] ?? 0] : all
}

/** The text about calls of an arch without a section. */
function restText(root: Decision, names: Names): string {
  if (asksArchOtherwise(root))
    return 'The filter compares arch in other ways than for equality; what it decides of other arches is not drawn'
  const arches = archesOf(root)
  if (arches.length === 0) return 'The filter does not ask for the arch: every arch is decided so'
  const columns = columnsOf(root, otherArch(arches))
  const ends = new Set(columns?.map(({ end }) => (end.kind === 'verdict' ? verdictIn(names, end.verdict, []) : 'decided by arguments'))) // prettier-ignore
  const [only] = ends
  return `Any other arch: ${ends.size === 1 && only !== undefined ? only : 'decided by the number'}`
}

/** The way of a call in words. */
function treeWayText(root: Decision, way: CallWay, names: Names): string {
  const nodes = nodesOnWay(root, way.data)
  const end = nodes.at(-1)!
  return wayText(way, nodes.length - 1, 'test', end.kind === 'verdict' ? end.verdict : 0, names)
}

/**
 * The search under `root` as an icicle over the number line, one for each arch, as SVG.
 * @throws TypeError for a wrong option
 */
export function drawTree(root: Decision, options: TreeOptions = {}): string {
  expectObject(options, 'options')
  const { names = {}, width = 1200, weigh } = options
  const title = options.title ?? 'The search of a filter over the number line'
  const all = archesToDraw(root, options.known ?? [])
  const drawn = all.slice(0, MOST_ARCHES)
  const { way } = options
  const asksNoArch = archesOf(root).length === 0 && !asksArchOtherwise(root)
  const markedIn = (arch: number): number | undefined =>
    way !== undefined && (asksNoArch || way.data.arch === arch) ? way.data.nr : undefined
  const sections = drawn.flatMap((arch) =>
    sectionsOf({ root, arch, marked: markedIn(arch), names, weigh, width }),
  )
  const entries = [
    ...verdictEntries(
      sections.flatMap(({ verdicts }) => verdicts),
      names,
    ),
    ...(sections.some(({ hasArguments }) => hasArguments) ? [toneEntry('DEPENDS')] : []),
  ]
  const room = width - 2 * MARGIN
  const key = legend(entries, MARGIN, 46, room)
  const how = weigh === undefined ? 'the calls in them' : 'the weight of their calls'
  const isMerged = sections.some((each) => each.isMerged)
  const note = `Numbers from left to right, columns as wide as ${how} or as their text, and each row is a test. >=: right is yes, left is no. ==: the one number is yes.${isMerged ? ' +5: five ranges without room.' : ''}`
  const said = way === undefined ? undefined : treeWayText(root, way, names)
  const noteTop = 46 + key.height
  const noted = paragraph(wrapped(note.split(' '), room), MARGIN, noteTop, 'dim')
  const wayTop = noteTop + noted.height + 18
  const marked = said === undefined ? undefined : waySample(said, MARGIN, wayTop, room)
  let top = noteTop + noted.height + 14 + (marked?.height ?? 0)
  const placed = sections.map(({ elements, height }) => {
    const group = el('g', { transform: `translate(0 ${fixed(top)})` }, ...elements)
    top += height + 10
    return group
  })
  const left = all.length - drawn.length
  const rest = [
    restText(root, names),
    ...(left > 0 ? [`${counted(left, 'arch', 'arches')} not drawn`] : []),
  ].join('; ')
  const ended = paragraph(wrapped(rest.split(' '), room), MARGIN, top - 6, 'dim')
  const height = top + ended.height + 12
  return render(
    {
      title,
      description: `${sections.map(({ summary }) => summary).join('. ')}. ${rest}.${said === undefined ? '' : ` ${said}.`}`,
      width,
      height,
      body: [
        heading(title, MARGIN, room),
        key.element,
        noted.element,
        ...(marked === undefined ? [] : [marked.element]),
        ...placed,
        ended.element,
      ],
    },
    options,
  )
}
