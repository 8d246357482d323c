/*
 * Merges as the libseccomp of this machine loads them, by the calls that runc makes.
 *
 * Of each merge the inputs and the result are loaded. The result must be accepted. Its program must mean what the rules
 * mean that we read from the text, and let no call do more than the program of each input that is accepted. The programs are
 * compared by the prover; nothing else of ours has a part in what libseccomp makes.
 */
import { decode } from '@seccompile/cbpf'
import { mergeProfiles } from '@seccompile/kep6061'
import type { MergeCase } from '@seccompile/kep6061/arbitrary'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { equal, subset } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { abiByName, abiNumbers, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { compileBatch } from '@seccompile/vectors/libseccomp'
import type { LibseccompOutcome } from '@seccompile/vectors/libseccomp'

/** How long libseccomp may take for a profile: of some lists of rules it never comes to an end. */
const SECONDS = 5

/** A merge, and what it yields. */
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
    const architectures = profile.architectures.map((name) => abiByName(name)!.token) // of a result, so known
    return { given, native: options.native ?? 'x86_64', text, architectures }
  } catch (error) {
    if ((error as { readonly name?: string }).name !== 'PolicyError') throw error
    return undefined
  }
}

/** A profile for the script: what it is loaded for beside its own keys. */
function asked(text: string, native: AbiToken, architectures: readonly AbiToken[]): string {
  const also = architectures.map((token) => tokenOf(token))
  const head = { arch: tokenOf(native), also, optimize: 1, seconds: SECONDS }
  return `${JSON.stringify(head).slice(0, -1)},${text.trim().slice(1)}`
}

/** The token of seccomp_arch_add(), which is the arch but for x32. */
const tokenOf = (token: AbiToken): number => (token === 'x32' ? 0x4000_003e : abiTable(token).auditArch)

/** The architectures that an input is loaded for, where the result is for `listed`. */
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
      // A call of an architecture that a profile does not have is killed, whether the thread or the process.
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
