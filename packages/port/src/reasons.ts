/* Why a call is in the edit, or is not, in a sentence without a full stop. */
import type { LibcName } from '@seccompile/libc-calls'
import { measuredVersion } from '@seccompile/libc-calls'
import { signedAbiTable } from '@seccompile/signatures'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { NeededCall } from './needed-calls.ts'
import type { JudgeContext } from './judge-context.ts'
import type { MeasuredSource, PortRow } from './port-row.ts'

/** More functions than this are counted. */
const FEW = 3

/** A function as C calls it: `open()`, `faccessat(AT_EACCESS)`. What is more than a name is no function. */
export const inC = (name: string): string => (/[( ]/.test(name) ? name : `${name}()`)

/** `names` with commas, and `and` before the last. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

/** The first functions, and the number of the others. */
export function functionsText(functions: readonly string[]): string {
  const shown = functions.slice(0, FEW).map(inC)
  const more = functions.length - shown.length
  return more === 0 ? listed(shown) : `${shown.join(', ')} and ${more} more`
}

/** The verb of so many functions. */
export const makes = (functions: readonly string[]): string => (functions.length === 1 ? 'makes' : 'make')

/** The functions for which the library makes the call. */
const because = ({ call, functions }: NeededCall, { libc }: JudgeContext): string =>
  `${functionsText(functions)} of ${libc} ${makes(functions)} ${call}`

/** Why the edit allows a call. */
export const addedReason = (need: NeededCall, context: JudgeContext): string => {
  const { unmoved, otherValues } = need
  if (unmoved.length === 0) return because(need, context)
  const values =
    otherValues.length === 0
      ? ''
      : `, since constants of ${listed(otherValues)} have other values on ${context.on.abi.token}`
  return `${because(need, context)}; the test of ${listed(unmoved)} cannot be moved${values}: its calls are not opened`
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
  unmoved: ({ call, unmoved, otherValues }: NeededCall, { on }: JudgeContext): string =>
    otherValues.length > 0
      ? `the policy tests ${listed(otherValues)}, whose constants have other values on ${on.abi.token}`
      : `the policy tests ${listed(unmoved)}, and ${call} has no such argument in a register`,
  untested: ({ call, inPlaceOf, functions }: NeededCall, names: readonly string[]): string => {
    const others = inPlaceOf.filter((name) => name !== call)
    const without =
      others.length > 0
        ? `in place of ${listed(others)} it would run without`
        : `${functionsText(functions)} ${functions.length === 1 ? 'needs' : 'need'} it without`
    return `the policy allows ${call} by a test of ${listed(names)}, and ${without}`
  },
  byRule: ({ call }: NeededCall): string => `a rule of the policy refuses ${call}`,
  inMemory: ({ call }: NeededCall, what: string): string =>
    `${call} has its ${what} in memory, where no filter sees them`,
  many: ({ call }: NeededCall): string => `the condition for ${call} would be too many lists of comparisons`,
  differs: (call: string, abis: readonly string[]): string =>
    `the condition for ${call} is not the same on ${listed(abis)}; port to one of them at a time`,
  registers: (call: string, abis: readonly string[]): string =>
    `an argument of ${call} is in another register on ${listed(abis)}, and a condition by index would test the wrong one there`,
  values: (call: string, abis: readonly string[]): string =>
    `constants of an argument of ${call} have other values on ${listed(abis)}, and a condition by index would mean something else there`,
  arches: ({ inPlaceOf, functions, abi }: Pick<PortRow, 'inPlaceOf' | 'functions' | 'abi'>): string =>
    `the rules for ${inPlaceOf.length > 0 ? listed(inPlaceOf) : functionsText(functions)} name architectures, and not that of ${abi}`,
  elsewhere: (call: string): string => `a part of the policy that rules do not change refuses ${call}`,
} as const

/** Why a row is as it is on `abis`, all of which lack the same calls, in a sentence without a full stop. */
export function reasonText(row: Pick<PortRow, 'lacking' | 'reason'>, abis: readonly AbiToken[]): string {
  expectObject(row, 'row', 'lacking', 'reason')
  const { lacking, reason } = row
  expectList(lacking, 'row.lacking')
  expectText(reason, 'row.reason')
  expectList(abis, 'abis')
  if (lacking.length === 0) return reason
  return `${listed(abis)} ${abis.length === 1 ? 'has' : 'have'} no ${listed(lacking)}: ${reason}`
}

/** Where the facts of a call are from. */
export function sourceOf({ measuredOn }: NeededCall, libc: LibcName, abi: AbiToken): MeasuredSource {
  const on = measuredOn.includes(abi) ? [abi] : measuredOn
  return { libc, versions: [...new Set(on.map((token) => measuredVersion(libc, token)))], on }
}

/** Where a fact about `abis` is from, as text: `glibc 2.41, measured on aarch64`. */
export function sourceText(source: MeasuredSource, abis: readonly AbiToken[]): string {
  expectObject(source, 'source', 'libc', 'versions', 'on')
  const { libc, versions, on } = source
  expectList(versions, 'source.versions')
  expectList(on, 'source.on')
  expectList(abis, 'abis')
  const others = abis.filter((abi) => !on.includes(abi))
  const measured = `${libc} ${listed(versions)}, measured on ${listed(on)}`
  if (others.length === 0) return measured
  const [has, bits] = [others.length === 1 ? 'has' : 'have', signedAbiTable(others[0]!).wordSize]
  return `${measured}; ${listed(others)} ${has} the same of these calls, and ${bits} bits as well`
}
