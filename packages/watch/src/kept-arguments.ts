import { signatureOf } from '@seccompile/signatures'
import type { CallArgument, SignedAbiTable } from '@seccompile/signatures'
import type { KeptArguments } from './seen.ts'

/** Types of sizes and places in files, which have a value of their own for nearly every call. */
const SIZES: ReadonlySet<string> = new Set(['size_t', 'loff_t', 'off_t', 'old_time32_t', 'u64'])
/** Names of addresses and sizes whose type is a plain number. */
const SIZE_NAMES =
  /^(addr|start|brk|len|length|old_len|new_len|size|bufsiz|nbytes|count|off|offset|pgoff|newsp|tls|new_addr|old_addr)$/

const isKept = ({ pointer, type, name }: CallArgument): boolean =>
  !pointer && !SIZES.has(type) && !SIZE_NAMES.test(name)

/** The arguments of each call of `abis` that are neither addresses nor sizes. */
export function keptArguments(abis: readonly SignedAbiTable[]): KeptArguments {
  const kept = new Map<number, Map<number, number>>()
  for (const abi of abis) {
    const calls = kept.get(abi.auditArch) ?? new Map<number, number>()
    kept.set(abi.auditArch, calls)
    for (const [name, nr] of abi.numbers) {
      const args = signatureOf(abi, name)?.args ?? []
      const mask = args.filter(isKept).reduce((bits, { index }) => bits | (1 << index), 0)
      if (mask !== 0) calls.set(nr, mask)
    }
  }
  return kept
}
