/*
 * Merges that the libseccomp of this machine loads, through the calls that runc makes.
 *
 * The inputs and the result of each merge are loaded. libseccomp must accept the result. The program of the result
 * must mean the rules that our reader reads from the text, and must let no call do more than the program of any
 * accepted input. The prover compares the programs; no other code of ours takes part in what libseccomp makes.
 */
import { decode } from '@seccompile/cbpf'
import { mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import type { MergeCase } from '@seccompile/oci-runtime/kep6061/arbitrary'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { equal, subset } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { abiByName, abiNumbers, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { compileBatch } from '@seccompile/vectors/libseccomp'
import type { LibseccompOutcome } from '@seccompile/vectors/libseccomp'

/** The time limit of libseccomp for a profile: for some lists of rules it never ends. */
const SECONDS = 5

/** A merge and its result. */
interface MergeSample {
  readonly given: MergeCase
  readonly native: AbiToken
  readonly text: string
  readonly architectures: readonly AbiToken[]
}

/** The merge; `undefined` where the profiles cannot be merged. */
function merged(given: MergeCase): MergeSample | undefined {
  const { texts, options } = given
  const profiles = texts.map((text, i) => parseProfile(text, { file: `${i}.json` }))
  try {
    const { text, profile } = mergeProfiles(profiles, options)
    const architectures = profile.architectures.map((name) => abiByName(name)!.token) // a merge names only known architectures
    return { given, native: options.native ?? 'x86_64', text, architectures }
  } catch (error) {
    if ((error as { readonly name?: string }).name !== 'PolicyError') throw error
    return undefined
  }
}

/** A profile in the form of the script: its own keys, and the architectures for which it is loaded. */
function asked(text: string, native: AbiToken, architectures: readonly AbiToken[]): string {
  const also = architectures.map((token) => tokenOf(token))
  const head = { arch: tokenOf(native), also, optimize: 1, seconds: SECONDS }
  return `${JSON.stringify(head).slice(0, -1)},${text.trim().slice(1)}`
}

/** The token of seccomp_arch_add(): the arch, except for x32. */
const tokenOf = (token: AbiToken): number => (token === 'x32' ? 0x4000_003e : abiTable(token).auditArch)

/** The architectures for which an input is loaded, where the result is for `listed`. */
function covered(
  text: string,
  { given: { options }, architectures: listed }: MergeSample,
): readonly AbiToken[] {
  const { architectures = [] } = parseProfile(text, { file: 'input' }).policy
  return architectures.length === 0 && options.emptyArchitectures !== 'native' ? listed : architectures
}

/** The first way in which the loaded programs of a merge fail. */
function fault(
  { native, text, architectures }: MergeSample,
  result: LibseccompOutcome,
  inputs: readonly LibseccompOutcome[],
): string | undefined {
  if (typeof result === 'string') return `libseccomp ${result} the result`
  const abis = [...new Set([native, ...architectures])].map(abiTable)
  const { endianness } = abiTable(native)
  const program = (bytes: Uint8Array): Subject => ({ level: 'program', ir: decode(bytes, endianness) })
  const { policy } = parseProfile(text, { file: 'merge' })
  const { rules } = resolve(policy, { abis, multiplexers: 'runc' })
  const read = equal(program(result), { level: 'rules', ir: rules }, { endianness })
  if (read.kind === 'different') return `libseccomp makes something else of the result: call ${read.data.nr}`
  for (const [i, input] of inputs.entries()) {
    if (typeof input === 'string') continue
    for (const abi of abis) {
      // A call of an architecture that a profile does not list is killed; the program may kill the thread or the
      // process.
      const within = { arch: abi.auditArch, numbers: abiNumbers(abi) }
      const found = subset(program(result), program(input), { endianness, within })
      if (found.kind === 'weaker')
        return `on ${abi.token} the result is no subset of input ${i}: call ${found.data.nr}`
    }
  }
  return undefined
}

/**
 * Checks merges by the libseccomp of the machine.
 * @returns for each merge whether it was loaded; there is nothing to load where profiles cannot be merged
 * @throws Error that says which merge fails, and how
 */
export function checkLoadedMerges(cases: readonly MergeCase[]): readonly boolean[] {
  const all = cases.map(merged)
  const profiles = all.flatMap((each) =>
    each === undefined
      ? []
      : [
          asked(each.text, each.native, each.architectures),
          ...each.given.texts.map((text) => asked(text, each.native, covered(text, each))),
        ],
  )
  const compiled = compileBatch(`[${profiles.join(',')}]`, 600_000)
  let next = 0
  return all.map((each) => {
    if (each === undefined) return false
    const [result, ...inputs] = compiled.slice(next, (next += 1 + each.given.texts.length))
    const found = fault(each, result!, inputs) // each profile has an answer
    if (found === undefined) return true
    throw new Error(
      `${found}\n${JSON.stringify(each.given.options)}\n${each.given.texts.join('\n')}\nresult:\n${each.text}`,
    )
  })
}
