/*
 * The order of the arguments of a call in a C program, which is that of the manual page. It is the order of the
 * kernel's parameters, with two exceptions. The kernel of some ABIs takes the arguments of `clone` in another order
 * (CONFIG_CLONE_BACKWARDS, CONFIG_CLONE_BACKWARDS2), and ppc takes `advice` of `fadvise64_64` before the offset, so
 * that 64-bit values begin at an even register.
 * @see clone(2), posix_fadvise(2), section "C library/kernel differences"
 */
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { signatureOf } from './signature.ts'

/** For calls that an ABI takes in another order, the names of the arguments in the order of the manual page. */
const MANUAL_ORDER: ReadonlyMap<string, readonly string[]> = new Map([
  ['clone', ['clone_flags', 'newsp', 'parent_tidptr', 'child_tidptr', 'tls']],
  ['fadvise64_64', ['fd', 'offset', 'len', 'advice']],
])

/**
 * The arguments of a call in the order of its C function. It is the order of the manual page, and the same on all
 * ABIs: `clone_flags` is the first of `clone` on s390x too, where it is in `args[1]`. Arguments that a filter does
 * not see are left out. Undefined where the table has no signature of the call.
 */
export function argumentsInC(table: AbiTable, call: string): readonly CallArgument[] | undefined {
  const args = signatureOf(table, call)?.args
  const order = MANUAL_ORDER.get(call)
  if (args === undefined || order === undefined) return args
  return args.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}
