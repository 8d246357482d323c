/* Why a call is in the edit, or is not, in a sentence without a full stop. */
import type { LibcName } from '@seccompile/libc-calls'
import { measuredVersion } from '@seccompile/libc-calls'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { NeededCall } from './needed-calls.ts'
import type { JudgeContext } from './judge-context.ts'

/** More functions than this are counted. */
const FEW = 3

/** `open()`, `faccessat(AT_EACCESS)`. */
const inC = (name: string): string => (name.includes('(') ? name : `${name}()`)

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

function functionsText(functions: readonly string[]): string {
  const shown = functions.slice(0, FEW).map(inC)
  const more = functions.length - shown.length
  return more === 0 ? listed(shown) : `${shown.join(', ')} and ${more} more`
}

const makes = (functions: readonly string[]): string => (functions.length === 1 ? 'makes' : 'make')

/** The calls in place of which `need` is made, and why. */
function because({ call, inPlaceOf, functions }: NeededCall, { on, libc }: JudgeContext): string {
  const { token, numbers } = on.abi
  const lacking = inPlaceOf.filter((name) => !numbers.has(name))
  const made = `${functionsText(functions)} of ${libc} ${makes(functions)} ${call}`
  return lacking.length === 0 ? made : `${token} has no ${listed(lacking)}: ${made}`
}

/** Why the edit allows a call. */
export const addedReason = (need: NeededCall, context: JudgeContext): string => {
  const lost =
    need.unmoved.length === 0
      ? ''
      : `; the test of ${listed(need.unmoved)} cannot be moved, and its calls are not opened`
  return because(need, context) + lost
}

/** Why nothing has to be done for a call. */
export const allowedReason = (need: NeededCall, context: JudgeContext): string => because(need, context)

/** Why a call is refused with ENOSYS, or may be. */
export function enosysReason(need: NeededCall, why: string | undefined, { libc }: JudgeContext): string {
  const { functions, instead } = need
  const after = `after ENOSYS, ${functionsText(functions)} of ${libc} ${makes(functions)} ${listed(instead)}`
  return why === undefined ? after : `${why}; ${after}`
}

/** Why a call is not opened. */
export const withheldReason = {
  alone: ({ call, functions }: NeededCall, { libc }: JudgeContext): string =>
    `${functionsText(functions)} of ${libc} ${makes(functions)} ${call}, and no call that the policy allows does the same; allow it where programs use ${functions.length === 1 ? 'the function' : 'one of these functions'}`,
  unmoved: ({ call, unmoved }: NeededCall): string =>
    `the policy tests ${listed(unmoved)}, and ${call} has no such argument in a register`,
  byRule: ({ call }: NeededCall): string => `a rule of the policy refuses ${call}`,
  inMemory: ({ call }: NeededCall, what: string): string =>
    `${call} has its ${what} in memory, where no filter sees them`,
  many: ({ call }: NeededCall): string => `the condition for ${call} would be too many lists of comparisons`,
  differs: (call: string, abis: readonly string[]): string =>
    `the condition for ${call} is not the same on ${listed(abis)}; port to one of them at a time`,
  registers: (call: string, abis: readonly string[]): string =>
    `an argument of ${call} is in another register on ${listed(abis)}, and a condition by index would test the wrong one there`,
  elsewhere: (call: string): string => `a part of the policy that rules do not change refuses ${call}`,
} as const

/** Where the fact is from. */
export function sourceText({ measuredOn }: NeededCall, libc: LibcName, abi: AbiToken): string {
  const on = measuredOn.includes(abi) ? [abi] : measuredOn
  const versions = [...new Set(on.map((token) => measuredVersion(libc, token)))]
  const measured = `${libc} ${listed(versions)}, measured on ${listed(on)}`
  if (measuredOn.includes(abi)) return measured
  return `${measured}; ${abi} has the same of these calls, and ${signedAbiTable(abi).wordSize} bits as well`
}
