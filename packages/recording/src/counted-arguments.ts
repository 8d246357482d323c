/*
 * Which arguments of a call are counted by value.
 *
 * Addresses and sizes differ from call to call, and say nothing about what a program needs. Some arguments that hold addresses
 * are no pointers in C, such as `addr` of `mmap`, which is an `unsigned long`. So an argument as wide as an address is counted
 * only where constants name its values, or where it is a descriptor.
 *
 * Arguments that take constants select what a call does. Their values are counted together too, because a family of `socket` may
 * be harmless with one type and not with another.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { CallArgument } from '@seccompile/signatures'
import { oneOf, read, text } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A register of which values are counted. */
export interface CountedArgument {
  /** The index in `seccomp_data.args`. */
  readonly index: number
  /** The name of the argument. A value in two registers has two of these. */
  readonly name: string
  /** The number of bits that count: those that the kernel reads. */
  readonly width: 16 | 32 | 64
  /** Whether the argument takes constants, and so selects what the call does. */
  readonly selects: boolean
}

/** The types of sizes and of places in files. */
const SIZE_TYPES: ReadonlySet<string> = new Set([
  'size_t',
  'off_t',
  'loff_t',
  'compat_size_t',
  'compat_off_t',
])
/** Names of sizes whose type is a plain integer: `optlen`, `count` of `getdents`, `rseq_len`. */
const SIZE_NAME = /(?:len|size|count|length|bytes)$/
/** Names of descriptors: `fd`, `oldfd`, `out_fd`. */
const DESCRIPTOR_NAME = /fd$/

function isCounted({ type, name, pointer, width, families }: CallArgument): boolean {
  if (pointer || SIZE_TYPES.has(type)) return false
  if (families !== undefined) return true
  if (SIZE_NAME.test(name)) return false
  const mayBeAddress = width === 64 || /\blong\b/.test(type) || type === 'aio_context_t'
  return !mayBeAddress || DESCRIPTOR_NAME.test(name)
}

const tokenReader = oneOf(abis.map((abi) => abi.token))

/**
 * The arguments of `call` on `abi` that are counted by value, by index: those that are neither addresses nor sizes. Empty for a
 * call that no table has.
 * @throws TypeError for an unknown ABI
 */
export function countedArguments(abi: AbiToken, call: string): readonly CountedArgument[] {
  const table = signedAbiTable(read(tokenReader, abi, 'abi'))
  const args = signatureOf(table, read(text, call, 'call'))?.args ?? []
  return args
    .filter(isCounted)
    .flatMap(({ name, index, high, width, families }): readonly CountedArgument[] => {
      const selects = families !== undefined
      if (high !== undefined) return [index, high].map((half) => ({ index: half, name, width: 32, selects }))
      return [{ index, name, width: width === 31 ? 32 : width, selects }]
    })
    .filter(({ index }) => index < SECCOMP_DATA_ARGS)
    .sort((a, b) => a.index - b.index)
}
