/*
 * The filter that a container runtime loads for a profile, where that is known, beside what is written.
 *
 * What is written: all conditions of an entry have to hold, a rule is for the calls that it names, and each name is a call
 * wherever an ABI has it. What a runtime loads: the rules after its own reading, as libseccomp compiles them. Of lists of
 * rules for one call, only forms that were held against libseccomp are taken as known; of calls with other lists nothing
 * is claimed.
 * @see isExactList of `@seccompile/policy/toolkit`
 */
import { resolve } from '@seccompile/policy'
import type { Capability, KernelVersion, PolicyError, PolicyRule, Target } from '@seccompile/policy'
import { rulesInForce } from '@seccompile/policy/toolkit'
import { field, readProfile, objectAt, parseJson } from '@seccompile/oci/reading'
import { profileAbis } from '@seccompile/oci'
import type { RuleSet } from '@seccompile/rules'
import { expectObject, expectText, oneOf, read } from '@seccompile/shape'
import { abiTable, firstArgument, isSyscallName, MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { asRuntimeReads } from './as-runtimes-read.ts'
import type { Cause } from './causes.ts'
import { behindStub, hasStubFor, lastCalls } from './enosys-stub.ts'
import { withKnownNames } from './known-names.ts'
import { LIBSECCOMP_VERSIONS, spareNumbers, withSpareNumbers } from './libseccomp-names.ts'
import type { LibseccompVersion } from './libseccomp-names.ts'
import { refusals } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import { RUNTIMES } from './runtimes.ts'
import type { RuntimeFacts, OciRuntimeName } from './runtimes.ts'

/** A runtime on a machine, and the container that it starts. */
export interface LoadOptions {
  /** The name of the profile in messages. */
  readonly file: string
  readonly runtime: OciRuntimeName
  readonly libseccomp: LibseccompVersion
  /** The ABI of the machine. */
  readonly main: AbiToken
  /** The capabilities of the container; those that Docker gives where absent. */
  readonly caps?: readonly Capability[]
  /** The kernel of the machine, for `minKernel`; the newest where absent. */
  readonly kernel?: KernelVersion
}

/** A profile that a runtime does not load. */
export interface RefusedProfile {
  readonly kind: 'refused'
  readonly refusals: readonly Refusal[]
}

/** A profile as a runtime loads it, beside what is written. */
export interface LoadedFilter {
  readonly kind: 'loaded'
  /** The ABIs of the filter, that of the machine first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** What the filter of the runtime means. */
  readonly loaded: RuleSet
  /** What the profile says. */
  readonly written: RuleSet
  /** What the runtime does otherwise than it is written. */
  readonly causes: readonly Cause[]
  /** Names of calls whose verdicts under the runtime are not known, sorted. */
  readonly unclaimed: readonly string[]
  /** The flags of seccomp(2) that the runtime sets. */
  readonly flags: readonly string[]
}

/** A profile whose rules a runtime takes in an order that is not known here. */
export interface UnknownOrder {
  readonly kind: 'not-known'
  readonly reason: string
}

const runtimeName = oneOf(Object.keys(RUNTIMES) as OciRuntimeName[])

/** The calls to which libseccomp adds rules for the calls behind them. */
const MULTIPLEXED = MULTIPLEXERS.map(({ name }) => name)

/** The entries that test an argument twice, read as they are written and as runtimes read them. */
const isRepeated = ({ args }: { readonly args: readonly { readonly index: number }[] }): boolean =>
  new Set(args.map(({ index }) => index)).size < args.length

/** The calls of entries with more conditions than something is claimed of. */
const withManyConditions = (
  rules: readonly PolicyRule[],
  { maxConditions = Infinity }: RuntimeFacts,
): readonly string[] =>
  rules
    .filter(({ args }) => args.length > maxConditions)
    .flatMap(({ names }) => names.map(({ name }) => name))

/**
 * The filter that a runtime loads for the profile in `text`.
 * @throws PolicyError as `parseProfile` and `resolve` do; TypeError for an unknown runtime or version
 */
export function loads(text: string, options: LoadOptions): LoadedFilter | RefusedProfile | UnknownOrder {
  expectText(text, 'text')
  expectObject(options, 'options', 'file', 'runtime', 'libseccomp', 'main')
  const { file, main, caps, kernel } = options
  const libseccomp = read(oneOf(LIBSECCOMP_VERSIONS), options.libseccomp, 'options.libseccomp')
  const runtime = RUNTIMES[read(runtimeName, options.runtime, 'options.runtime')]
  const { tree, ...asRead } = asRuntimeReads(parseJson(text, file), runtime)
  const root = objectAt(tree, 'profile', 'an object')
  const profile = readProfile(tree, { file })
  const literal = readProfile(tree, { file, repeated: 'together' }).policy
  const abis = profileAbis(profile, main).map((token) => abiTable(token)) as [AbiTable, ...AbiTable[]] // main is one
  const target: Target = { abis, ...(caps && { caps }), ...(kernel && { kernel }) }
  const inForce = rulesInForce(literal, target)
  const tokens = abis.map(({ token }) => token)
  const known = withKnownNames(profile.policy, libseccomp, tokens)
  const knownRules = rulesInForce(known.policy, target)
  const refused = [
    ...asRead.refusals,
    ...refusals({ root, profile, inForce, knownRules, abis, runtime, libseccomp }),
  ]
  if (refused.length > 0) return { kind: 'refused', refusals: refused }

  const shifted = abis.find((abi) => firstArgument(abi) !== 0)
  if (shifted !== undefined)
    return {
      kind: 'not-known',
      reason: `on ${shifted.token} args[0] is the number of the call, and the rules for socketcall and ipc are not known`,
    }
  const spare = spareNumbers(libseccomp).filter(({ abi }) => tokens.includes(abi))
  const tables = abis.map((abi) => withSpareNumbers(abi, spare)) as [AbiTable, ...AbiTable[]] // as many as abis
  const last =
    runtime.hasStub && hasStubFor(profile.policy.defaultAction.action) ? lastCalls(knownRules, tables) : []
  try {
    const { rules, warnings } = resolve(known.policy, { ...target, abis: tables, multiplexers: 'runc' })
    const unsafe = warnings.filter(({ name }) => name === 'unsafe-shape').flatMap(({ calls = [] }) => calls)
    return {
      kind: 'loaded',
      abis,
      loaded: behindStub(rules, last, abis[0]),
      written: resolve(literal, target).rules,
      causes: [
        ...asRead.causes,
        ...inForce
          .flatMap(({ names }) => names)
          .filter(({ name }) => !isSyscallName(name))
          .map((each): Cause => ({ kind: 'unknown-name', ...each })),
        ...known.lacked.map((each): Cause => ({ kind: 'unknown-name', ...each })),
        ...spare.map((each): Cause => ({ kind: 'spare-number', ...each })),
        ...inForce.filter(isRepeated).map(({ names, source }): Cause => ({
          kind: 'repeated-argument',
          calls: names.map(({ name }) => name),
          ...(source === undefined ? {} : { source }),
        })),
        ...last.map(({ abi, name, number }): Cause => ({ kind: 'stub', abi: abi.token, name, number })),
        { kind: 'multiplexer', calls: MULTIPLEXED },
      ],
      unclaimed: [...new Set([...unsafe, ...withManyConditions(inForce, runtime)])].sort(),
      flags: field(root, 'flags') === undefined ? runtime.defaultFlags : profile.flags,
    }
  } catch (error) {
    const { name, code, message } = error as PolicyError // told apart by its name: other errors are thrown on
    if (name !== 'PolicyError' || code !== 'E_CONFLICT') throw error
    return { kind: 'not-known', reason: message }
  }
}
