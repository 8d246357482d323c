/*
 * The way of one call through a filter: the tests or the instructions that it executes, up to the verdict.
 *
 * A picture marks a way by thick lines, and names the call beside a sample of such a line. So a reader needs no
 * colour to distinguish the way from the rest.
 */
import { dataWords, passes } from '@seccompile/abi'
import type { Endianness, Program, SeccompData, Verdict } from '@seccompile/abi'
import type { Decision } from '@seccompile/decision'
import { trace } from '@seccompile/interpreter'
import { paragraph, wrapped } from '../chart/paragraph.ts'
import type { Paragraph } from '../chart/paragraph.ts'
import { verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { el } from '../svg/element.ts'
import { counted } from '../svg/fixed.ts'
import { textWidth } from '../svg/text-width.ts'

/** A call whose way is marked in a picture. */
export interface CallWay {
  /** The name of the call in the picture: `socket(family=AF_UNIX)`. */
  readonly call: string
  readonly data: SeccompData
}

/** The nodes under `root` on the way of `data`: the root first, a verdict last. */
export function nodesOnWay(root: Decision, data: SeccompData): readonly [...Decision[], Decision] {
  const words = dataWords(data)
  const before: Decision[] = []
  let node = root
  while (node.kind === 'test') {
    before.push(node)
    node = passes(node, words[node.word]!) ? node.then : node.else
  }
  return [...before, node]
}

/** The pcs that run for `data`, in order, and the verdict. @throws IrError if the kernel would refuse the program */
export function pcsOnWay(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
): { readonly pcs: readonly number[]; readonly verdict: Verdict } {
  const { path, verdict } = trace(program, data, endianness)
  return { pcs: path.map(({ pc }) => pc), verdict }
}

/** Whether two steps follow each other on a way. The steps are kept as text, so that an edge can be looked up. */
export function stepsOf<Key>(way: readonly Key[]): (from: Key, to: Key) => boolean {
  const next = new Map<Key, Key>(way.slice(1).map((to, i) => [way[i] as Key, to])) // no step is repeated: filters have no loops
  return (from, to) => next.get(from) === to
}

/** `The way of socket(family=AF_UNIX): 7 tests, then ALLOW`. */
export function wayText({ call, data }: CallWay, steps: number, of: 'test' | 'instruction', verdict: Verdict, names: Names): string {
  return `The way of ${call}: ${counted(steps, of)}, then ${verdictIn(names, verdict, data.arch)}`
} // prettier-ignore

/** The distance from the beginning of the sample line to the text. */
const SAMPLE = 34

/** The width of {@link waySample} with room for all of `text`. */
export const wayWidth = (text: string): number => SAMPLE + textWidth(text, 12, 'bold')

/** `text` beside a sample of the line of a way, in lines of at most `room` pixels, and the height with the room below. */
export function waySample(text: string, x: number, y: number, room: number): Paragraph {
  // Bold letters are wider than those that the lines are made for.
  const lines = wayWidth(text) <= room ? [text] : wrapped(text.split(' '), (room - SAMPLE) / 1.05)
  const said = paragraph(lines, x + SAMPLE, y - 12)
  const element = el(
    'g',
    { 'font-weight': '600' },
    el('line', { class: 'accent-line way', x1: x, x2: x + 26, y1: y - 4, y2: y - 4, 'stroke-width': 4 }),
    said.element,
  )
  return { element, height: said.height + 5 }
}
