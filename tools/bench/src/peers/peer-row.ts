/*
 * A policy, with our filters for every goal and the programs of other tools.
 *
 * A program takes part where it is proved to mean what the rules mean, for every call. minijail and kafel do not test for
 * numbers of x32. So our filter beside theirs is one whose policy gives these numbers the default too: no tool is measured
 * by tests that it leaves out. A user of minijail does not choose the verdict of other architectures either: our policy has
 * that of the program.
 */
import { actionOf, dataOf, dataWords, seccompData } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { GOALS, tryCompile } from '@seccompile/compiler'
import type { GoalName, ObjectiveOptions } from '@seccompile/compiler'
import { runWords } from '@seccompile/interpreter'
import { KILL_THREAD, resolve } from '@seccompile/policy'
import type { Action, Policy, Target } from '@seccompile/policy'
import { actionName } from '@seccompile/policy/toolkit'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { listedCalls } from './argument-lists.ts'
import { figuresOf } from './figures.ts'
import type { AbiLists, PeerFigures } from './figures.ts'
import type { PeerSubject } from './peer-subject.ts'
import type { Peer } from './peer.ts'

/** A filter of ours: its goal and its figures, or why there is none. */
export type OwnFilter = { readonly goal: GoalName } & (
  | { readonly kind: 'measured'; readonly figures: PeerFigures }
  | { readonly kind: 'none'; readonly reason: string }
)

/** The program of another tool beside ours. */
export type PeerFilter =
  /** The program means the same as the rules. */
  | { readonly kind: 'same'; readonly figures: PeerFigures }
  /** The program means something else, or this is not known. */
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string }

/** A policy and one other tool. */
export interface PeerRow {
  readonly kind: string
  readonly subject: string
  readonly peer: string
  /** What both do with numbers of x32 and with other architectures: our filters differ by it. */
  readonly variant: string
  readonly own: readonly OwnFilter[]
  readonly other: PeerFilter
}

/** Our filters of a policy, for one verdict of numbers of x32. */
interface OwnFilters {
  readonly rules: RuleSet
  readonly lists: readonly AbiLists[]
  readonly filters: readonly OwnFilter[]
}

/** A policy and the options of its compilation. */
interface PeerCompilation {
  readonly policy: Policy & Required<Pick<Policy, 'badArch'>>
  readonly target: Pick<Target, 'abis' | 'multiplexers'>
  readonly objective: ObjectiveOptions
}

/**
 * The compilation of the rules of `subject` with these verdicts for numbers of x32 and for other architectures, whatever
 * the policy says of them.
 */
function compilationOf(
  { policy: { defaultAction, rules, overlaps = 'refuse' }, abis }: PeerSubject,
  x32: Peer['x32'],
  badArch: Action = KILL_THREAD,
): PeerCompilation {
  if (x32 === 'default') {
    const [main] = abis
    const own = rules.filter(({ abis: only }) => only === undefined || only.includes(main!.token))
    return {
      policy: {
        defaultAction,
        overlaps,
        badArch,
        rules: own.map((rule) => ({ ...rule, abis: [main!.token] })),
      },
      target: { abis: [main!, signedAbiTable('x32')] },
      objective: { objective: 'uniform', abiWeights: { x32: 0 } },
    }
  }
  // libseccomp adds rules for the multiplexers of x86.
  const multiplexers = abis.length > 1 ? ({ multiplexers: 'runc' } as const) : {}
  return {
    policy: { defaultAction, overlaps, badArch, rules },
    target: { abis, ...multiplexers },
    objective: { objective: 'uniform' },
  }
}

const rulesOf = ({ policy, target }: PeerCompilation): RuleSet => resolve(policy, target).rules

/** A value of `arch` that no ABI has. */
const NO_ARCH = 0

/** The action of `program` for other architectures; `undefined` where its verdict has no action that a policy can name. */
function badArchOf(program: Program): Action | undefined {
  const { verdict } = runWords(program, dataWords(seccompData({ arch: NO_ARCH, nr: 0 })))
  const action = actionOf(verdict)
  return action && { action, data: dataOf(verdict) }
}

/** Our filters of `compilation`, measured on `abis`. */
function ownFilters(compilation: PeerCompilation, abis: readonly AbiTable[]): OwnFilters {
  const { policy, target, objective } = compilation
  const rules = rulesOf(compilation)
  const lists = abis.map((abi): AbiLists => ({ abi, calls: listedCalls(rules, abi) }))
  const filters = GOALS.map((goal): OwnFilter => {
    const outcome = tryCompile(policy, { ...target, ...objective, goal })
    if (outcome.kind === 'too-long')
      return { goal, kind: 'none', reason: `takes ${outcome.insns} instructions` }
    const { program, certificate } = outcome.compilation
    if (certificate.kind !== 'proved') return { goal, kind: 'none', reason: 'is not proved' }
    return { goal, kind: 'measured', figures: figuresOf(program, lists) }
  })
  return { rules, lists, filters }
}

/** The program of another tool, held against `rules`. */
function judged(program: Program, rules: RuleSet, lists: readonly AbiLists[]): PeerFilter {
  const answer = equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }, STACK_LIMITS)
  switch (answer.kind) {
    case 'equal':
      return { kind: 'same', figures: figuresOf(program, lists) }
    case 'different': {
      const { nr, arch, args } = answer.data
      return {
        kind: 'other',
        reason: `another verdict for arch 0x${arch.toString(16)}, ${nr}(${args.join()})`,
      }
    }
    default:
      return { kind: 'other', reason: answer.reason }
  }
}

/** What a filter does with numbers of x32 and with other architectures, in words; empty where it is as libseccomp's. */
const variantText = (x32: Peer['x32'], { action, data }: Action): string =>
  [
    ...(x32 === 'default' ? ['no test of x32'] : []),
    ...(action === 'KILL_THREAD' ? [] : [`other arch: ${actionName({ action, data })}`]),
  ].join(', ')

/** The rows of `subject`, one for each of `peers`. */
export function peerRows(subject: PeerSubject, peers: readonly Peer[]): readonly PeerRow[] {
  const made = new Map<string, OwnFilters>()
  return peers.map((peer) => {
    const x32 = subject.abis.length > 1 ? 'bad-arch' : peer.x32 // with several ABIs, x32 is one of them
    const outcome = peer.make(subject, rulesOf(compilationOf(subject, x32)))
    const badArch = outcome.kind === 'program' ? badArchOf(outcome.program) : undefined
    const compilation = compilationOf(subject, x32, badArch)
    const key = variantText(x32, compilation.policy.badArch)
    const own = made.get(key) ?? ownFilters(compilation, subject.abis)
    made.set(key, own)
    return {
      kind: subject.kind,
      subject: subject.name,
      peer: peer.name,
      variant: key,
      own: own.filters,
      other: outcome.kind === 'program' ? judged(outcome.program, own.rules, own.lists) : outcome,
    }
  })
}
