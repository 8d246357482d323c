import type { Within } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { parseAbis } from './abi-option.ts'
import { CliError } from './cli-error.ts'

/** Where the numbers of x32 begin and end. @see arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT */
const X32_NUMBERS = { lo: 0x4000_0000, hi: 0x7fff_ffff }

const MAX_NUMBER = 0xffff_ffff

function parseBound(text: string): number {
  const value = /^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text) ? Number(text) : MAX_NUMBER + 1
  if (value > MAX_NUMBER)
    throw new CliError(`--within: expected a number of 32 bits, decimal or 0x hexadecimal; got "${text}"`)
  return value
}

/** What `--within` names. */
export interface NamedPart {
  readonly abi: AbiTable
  readonly within: Within
}

/**
 * The calls that `--within ABI[:LO-HI]` names; all of the ABI's arch unless it is x32, which has numbers of its own
 * there.
 * @throws CliError where it is none of that form
 */
export function parseWithin(text: string): NamedPart {
  const match = /^([^:]+)(?::([^-:]+)-([^-:]+))?$/.exec(text)
  if (match === null)
    throw new CliError(
      `--within: expected an ABI, perhaps with a range of numbers, such as x86_64:0-0x3fffffff; got "${text}"`,
    )
  const [, name = '', low, high] = match
  const [abi, ...others] = parseAbis(name, '--within')
  if (others.length > 0)
    throw new CliError(`--within: expected one ABI; got "${name}". Ask about one after the other`)
  const { auditArch: arch } = abi
  if (low === undefined || high === undefined)
    return { abi, within: { arch, ...(abi.token === 'x32' ? { numbers: X32_NUMBERS } : {}) } }
  const [lo, hi] = [parseBound(low), parseBound(high)]
  if (lo > hi) throw new CliError(`--within: no number is from ${low} to ${high}`)
  return { abi, within: { arch, numbers: { lo, hi } } }
}
