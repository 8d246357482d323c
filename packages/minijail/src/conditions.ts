/*
 * Turns clauses of minijail into conditions of a policy.
 *
 * A comparison is unsigned and compares the whole argument, which is as wide as a word of the ABI. `&` holds where
 * any bit of the value is set. No condition of a policy says that, so `&` becomes the negation of "none is set". `in`
 * holds where no bit outside the value is set.
 *
 * Sources: minijail bpf.c: bpf_arg_comp(), bpf_comp_jin(); tools/bpf.py: Atom, LoweringVisitor.
 */
import type { ArgCondition, Condition } from '@seccompile/policy'
import { assertNever } from '@seccompile/shape'
import type { AbiFacts } from '@seccompile/syscalls'
import type { Atom, Operator } from './statement.ts'
import { valueOnAbi } from './value.ts'
import type { AbiValue } from './value.ts'

/** A clause: conditions that all hold. `when` has the ones that are no plain comparisons. */
export interface ClauseOnAbi {
  readonly args: readonly ArgCondition[]
  readonly when: readonly Condition[]
}

const COMPARISONS = { '==': 'EQ', '!=': 'NE', '<': 'LT', '<=': 'LE', '>': 'GT', '>=': 'GE' } as const

const isComparison = (op: Operator): op is keyof typeof COMPARISONS => Object.hasOwn(COMPARISONS, op)

/** The condition that the argument has none of the bits of `mask`. */
const without = ({ index, source }: Atom, mask: bigint): ArgCondition => ({
  op: 'MASKED_EQ',
  index,
  value: mask,
  valueTwo: 0n,
  source,
})

/** The clause `atoms` on an ABI. */
export function clauseOnAbi(atoms: readonly Atom[], abi: AbiFacts): AbiValue<ClauseOnAbi> {
  const args: ArgCondition[] = []
  const when: Condition[] = []
  for (const atom of atoms) {
    const found = valueOnAbi(atom.value, abi)
    if (found.kind === 'missing') return found
    const { value } = found
    const { op, index, source } = atom
    if (isComparison(op)) args.push({ op: COMPARISONS[op], index, value, source })
    else if (op === 'in') args.push(without(atom, BigInt.asUintN(abi.wordSize, ~value)))
    else if (op === '&') when.push({ kind: 'not', of: without(atom, value) })
    else return assertNever(op)
  }
  return { kind: 'value', value: { args, when } }
}
