import { auditArchName, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { expectList } from '@seccompile/shape'
import { abiTables, callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * Names for the constants in a listing: architectures and calls. `abis` come first. After a test that establishes
 * another architecture, the tables of that architecture name the calls.
 */
export function constantNames(
  abis: readonly AbiTable[],
): (word: Word, value: number, arch?: number) => string | undefined {
  expectList(abis, 'abis', 'token', 'auditArch')
  return (word, value, arch) => {
    if (word === WORD_ARCH) return auditArchName(value)
    if (word !== WORD_NR) return undefined
    // Before any test establishes an architecture, only the main ABI names calls. Tables of x32 would name the bound
    // 2^30.
    return arch === undefined
      ? callName(abis, abis[0]?.auditArch ?? 0, value)
      : callName([...abis, ...abiTables], arch, value)
  }
}
