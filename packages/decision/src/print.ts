import { auditArchName, verdictName, WORD_ARCH, wordName } from '@seccompile/abi'
import type { Verdict, Word } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import type { Decision, Test } from './node.ts'
import type { TestOp } from '@seccompile/abi'
import { topological } from './topological.ts'

/** How to print a decision graph for people. */
export interface PrintDecisionOptions {
  /**
   * The name of constant `k` in a test of `word`, if it has one. `arch` is the architecture that every path to the
   * test has established, if there is one.
   */
  readonly nameOf?: (word: Word, k: number, arch?: number) => string | undefined
  /** A verdict, where `arch` is the established architecture, if there is one; with a number as data if left out. */
  readonly verdictText?: (verdict: Verdict, arch?: number) => string
}

const OPERATORS: Readonly<Record<TestOp, string>> = { eq: '==', gt: '>', ge: '>=', set: '&' }

/** `test` as text: `nr >= 12`, `(args[0].low & 0xff) == 0x8`. */
export function printTest(test: Test, options: PrintDecisionOptions = {}, arch?: number): string {
  expectObject(test, 'test', 'word', 'mask', 'op', 'k')
  expectObject(options, 'options')
  const { word, mask, op, k } = test
  const name = wordName(word)
  const subject = mask === WHOLE_WORD ? name : `(${name} & 0x${mask.toString(16)})`
  const known = options.nameOf?.(word, k, arch) ?? (word === WORD_ARCH ? auditArchName(k) : undefined)
  return `${subject} ${OPERATORS[op]} ${known ?? (k < 1024 ? k : `0x${k.toString(16)}`)}`
}

/** The architecture that paths to a node have established; `undefined` for none, `several` for different ones. */
type Arch = number | 'several' | undefined

/** The architecture that every path to each node of `order` has established. */
function archs(order: readonly Decision[]): ReadonlyMap<Decision, Arch> {
  const found = new Map<Decision, Arch>()
  const reach = (node: Decision, arch: Arch): void => {
    const isNew = !found.has(node) || found.get(node) === arch
    found.set(node, isNew ? arch : 'several')
  }
  // Parents come first, so the architecture of a node is known before its children are reached.
  for (const node of order) {
    if (node.kind === 'verdict') continue
    const arch = found.get(node)
    const isArch = node.word === WORD_ARCH && node.op === 'eq' && node.mask === WHOLE_WORD
    reach(node.then, isArch ? node.k : arch)
    reach(node.else, arch)
  }
  return found
}

/**
 * The graph under `root` as text, one line for each node, each before its children: `n0: nr >= 12 ? n1 : n2`.
 */
export function print(root: Decision, options: PrintDecisionOptions = {}): string {
  expectObject(options, 'options')
  const { verdictText = verdictName } = options
  const order = topological(root)
  const numbers = new Map(order.map((node, i) => [node, i]))
  const known = archs(order)
  const archOf = (node: Decision): number | undefined => {
    const arch = known.get(node)
    return arch === 'several' ? undefined : arch
  }
  const lines = order.map((node, i) =>
    node.kind === 'verdict'
      ? `n${i}: ${verdictText(node.verdict, archOf(node))}`
      : `n${i}: ${printTest(node, options, archOf(node))} ? n${numbers.get(node.then)!} : n${numbers.get(node.else)!}`,
  )
  return `${lines.join('\n')}\n`
}
