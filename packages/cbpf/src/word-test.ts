import { BPF, WHOLE_WORD } from '@seccompile/abi'
import type { TestOp, WordTest } from '@seccompile/abi'

const OPS: ReadonlyMap<number, TestOp> = new Map([
  [BPF.JEQ_K, 'eq'],
  [BPF.JEQ_X, 'eq'],
  [BPF.JGT_K, 'gt'],
  [BPF.JGT_X, 'gt'],
  [BPF.JGE_K, 'ge'],
  [BPF.JGE_X, 'ge'],
  [BPF.JSET_K, 'set'],
  [BPF.JSET_X, 'set'],
])

/**
 * The comparison that the conditional jump `code` makes.
 * @throws TypeError where `code` is no conditional jump
 */
export function testOp(code: number): TestOp {
  const op = OPS.get(code)
  if (op === undefined) throw new TypeError(`0x${code.toString(16)} is no conditional jump`)
  return op
}

/**
 * Words at the edges of `test`: its constant and the neighbours. Under a mask or for `set` also: words that
 * differ in one bit, words with all bits set or clear that the test ignores, 0, and the word with all bits set.
 */
export function boundaryValues({ mask, op, k }: WordTest): readonly number[] {
  const values = [k, k - 1, k + 1]
  if (mask !== WHOLE_WORD || op === 'set') {
    const asked = op === 'set' ? mask & k : mask
    const base = op === 'set' ? 0 : k
    values.push(0, WHOLE_WORD, base | ~asked, base & asked)
    for (let bit = 0; bit < 32; bit++) if ((asked & (1 << bit)) !== 0) values.push(base ^ (1 << bit))
    // One bit that the test must ignore.
    const ignored = ~asked & -~asked
    if (ignored !== 0) values.push(base ^ ignored)
  }
  return [...new Set(values.map((value) => value >>> 0))]
}
