/* Random policies through each notation, and random merges: the trials and their possible results. */
import { compileRules, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { arbitraryMerge, checkMerge } from '@seccompile/oci-runtime/kep6061/arbitrary'
import { lossTexts } from '@seccompile/notation'
import { NOTATIONS, writtenAbis } from '@seccompile/policy-files'
import type { Notation, PolicyNotation } from '@seccompile/policy-files'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import fc from 'fast-check'
import type { IAsyncProperty } from 'fast-check'
import { anyCase, HELD_CASES } from './arbitrary-policy.ts'
import { checkLoadedMerges } from './loaded-merges.ts'
import { caseFilter, rulesFilter, rulesOf, throughNotation } from './through-notation.ts'
import { throughPrograms } from './through-programs.ts'

/** A trial on random inputs. */
export interface SoakTrial {
  readonly name: string
  /** Inputs of a full run. */
  readonly count: number
  /** Inputs in one round of a soak, which tries all properties. */
  readonly cases: number
  /** A property that must hold for every input. It calls `tell` with a word for the result of each input. */
  readonly property: (tell: (came: string) => void) => IAsyncProperty<unknown>
}

const COUNT = 1000
const CASES = 5

const isOfPolicies = (notation: Notation): notation is PolicyNotation => notation.kind === 'policy'
const ofPolicies: readonly PolicyNotation[] = NOTATIONS.filter(isOfPolicies)

/** Policies that the notation can hold without loss: each is proved to read back to the same meaning. */
const heldBy = (notation: PolicyNotation): SoakTrial => ({
  name: `policies through ${notation.name}`,
  count: COUNT,
  cases: CASES,
  property: (tell) =>
    fc.asyncProperty(HELD_CASES[notation.name]!, async (given) => {
      const filter = caseFilter(given)
      const came = await throughNotation(filter, notation, filter.abis)
      const { losses, text } = await notation.write(rulesOf(filter), filter.abis)
      if (came !== 'equal' && came !== 'undecided')
        throw new Error(`something is lost:\n${lossTexts(losses, notation.title).join('\n')}\n${text}`)
      const [warning] = (await notation.read(text, notation.title, { part: notation.ownPart })).warnings
      if (warning !== undefined) throw new Error(`reading the text warns: ${warning.message}\n${text}`)
      tell(came)
    }),
})

/** The ABIs of random rules, whose sections are for x86_64, x86 and aarch64, or for the first of them. */
const RULES_FOR: readonly (readonly AbiToken[])[] = [
  ['x86_64', 'x86', 'aarch64'],
  ['x86_64', 'x32', 'x86', 'aarch64'],
  ['x86', 'x86_64', 'aarch64'],
  ['aarch64', 'x86_64', 'x86'],
]

/** Random rules, and the ABIs of all their sections. */
const rulesAndAbis = fc.tuple(arbitraryRuleSet(), fc.constantFrom(...RULES_FOR)).map(([rules, tokens]) => ({
  rules,
  abis: tokens.filter((token) => rules.sections.some(({ arch }) => abiTable(token).auditArch === arch)),
}))

/** Policies and rules of any kind, for the requested ABIs, or for those that a command would find. */
const anyThrough = (notation: PolicyNotation): SoakTrial => ({
  name: `anything through ${notation.name}`,
  count: COUNT,
  cases: CASES,
  property: (tell) => {
    const either = fc.oneof({ weight: 3, arbitrary: anyCase }, { weight: 1, arbitrary: rulesAndAbis })
    return fc.asyncProperty(either, fc.boolean(), async (given, isAsked) => {
      const filter = 'rules' in given ? rulesFilter(given.rules, given.abis) : caseFilter(given)
      const abis = isAsked ? filter.abis : writtenAbis(filter)
      tell(canBeMain(notation, abis[0]!.token) ? await throughNotation(filter, notation, abis) : 'of no ABI')
    })
  },
})

/** Notations whose compilers support few ABIs, with these ABIs. Their writers report any other main ABI. */
const MAIN_ABIS: Readonly<Record<string, readonly AbiToken[]>> = {
  seccompiler: ['x86_64', 'aarch64', 'riscv64'],
  firecracker: ['x86_64', 'aarch64'],
}
const canBeMain = ({ name }: PolicyNotation, main: AbiToken): boolean =>
  MAIN_ABIS[name]?.includes(main) ?? true

const PIPELINES = Object.keys(pipelines) as readonly PipelineName[] // the type of `pipelines` names the keys

const programs: SoakTrial = {
  name: 'filters through source text and assembly',
  count: COUNT,
  cases: CASES,
  property: (tell) =>
    fc.asyncProperty(anyCase, fc.constantFrom(...PIPELINES), async (given, pipeline) => {
      const filter = caseFilter(given)
      const { endianness, abis } = filter
      const program = compileRules(rulesOf(filter), { pipeline, endianness })
      await throughPrograms({ program, endianness, abis })
      tell('same')
    }),
}

const merges: SoakTrial = {
  name: 'merges by KEP-6061',
  count: 10_000,
  cases: 20,
  property: (tell) =>
    fc.asyncProperty(arbitraryMerge(), (given) => {
      tell(checkMerge(given) ? 'subset' : 'no answer')
      return Promise.resolve()
    }),
}

/** Merges in one call of libseccomp: Python takes longer to start than a merge takes. */
const BATCH = 20

const loadedMerges: SoakTrial = {
  name: 'merges by KEP-6061 as libseccomp loads them',
  count: 500,
  cases: 1,
  property: (tell) =>
    // No shrinking: shrinking a batch takes hours, and the error names the merge.
    fc.asyncProperty(
      fc.noShrink(fc.array(arbitraryMerge(), { minLength: BATCH, maxLength: BATCH })),
      (cases) => {
        for (const isLoaded of checkLoadedMerges(cases)) tell(isLoaded ? 'loaded' : 'no answer')
        return Promise.resolve()
      },
    ),
}

/** All trials. */
export const TRIALS: readonly SoakTrial[] = [
  ...ofPolicies.flatMap((notation) => [heldBy(notation), anyThrough(notation)]),
  programs,
  merges,
  ...(hasLibseccomp() ? [loadedMerges] : []),
]
