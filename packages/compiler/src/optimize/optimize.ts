/*
 * Optimises a program that any tool has made.
 *
 * There are four kinds of candidates. The first is the input as it is. The second is the tidied input: the output of
 * the passes from program to program. The third comes from the tests of the input: `lift` yields them as a decision,
 * in their order. The fourth comes from the meaning of the input: the prover yields it as rules, and the pipelines
 * `speed` and `size` lay these out anew. A candidate must not be longer than the input, and on no ABI slower on
 * average for allowed calls. The result is the best such candidate by the goal, so it is never worse than the input.
 *
 * Then the prover proves that input and output have the same verdict for every call. Without a proof there is no
 * output. The rules and the proof come from the same diagram, so the proof would not show a fault in the reading of
 * the program. Therefore the interpreter, which shares no code with the prover, compares input and output on the
 * witnesses of both.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { encode, program as checkedProgram, verify, witnesses } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { EFFORTS, PassError, pipelineOf, pipelineText, tryPass, verifyEach } from '@seccompile/pass'
import type { AnyPass, Effort, IrByLevel, Level, PassOutcome, PassRunOptions } from '@seccompile/pass'
import { lift } from '@seccompile/pass-lift'
import { asRules, equal, regions } from '@seccompile/prover'
import type { ArchRegion } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import {
  assertNever,
  callback,
  endianness as endiannessReader,
  IrError,
  listOf,
  oneOf,
  optional,
  read,
  record,
} from '@seccompile/shape'
import { abis as allAbis, abiTable, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { searchSteps } from '../compile/certify.ts'
import type { Certificate } from '../compile/certify.ts'
import { cost } from '../cost/cost.ts'
import type { Cost } from '../cost/cost.ts'
import { GOALS } from '../compile/goals.ts'
import type { GoalName } from '../compile/goals.ts'
import { objectiveOf } from '../objective/objective.ts'
import type { ObjectiveOptions } from '../objective/options.ts'
import { pipelines } from '../compile/pipelines.ts'
import { startClock } from '../compile/start-clock.ts'
import type { Now } from '../compile/start-clock.ts'
import { callText } from '../compile/step-keeper.ts'
import { X32 } from '../objective/weigh.ts'

/** The quantity that `optimize` minimises first. */
export type OptimizeGoal = GoalName

/** How to optimise a program. */
export interface OptimizeOptions {
  /** The byte order of the machine that the program is for. Default: `little`. */
  readonly endianness?: Endianness | undefined
  /**
   * The ABIs whose calls count. All have that byte order. Default: the ABIs whose `arch` the program tests. Where it
   * tests none, x86_64, or s390x if the byte order is big.
   */
  readonly abis?: readonly AbiTable[] | undefined
  /**
   * `speed` minimises the instructions that allowed calls execute, then the length; `size` and `smallest` the reverse.
   * Default: `speed`.
   */
  readonly goal?: OptimizeGoal | undefined
  /** How long to search for better layouts. Default: `default`. */
  readonly effort?: Effort | undefined
  /** A clock in milliseconds. It serves only to fill in `ms` of the certificate, which is absent without a clock. */
  readonly now?: Now | undefined
}

const optimizeReader = record<OptimizeOptions>({
  endianness: optional(endiannessReader),
  abis: optional(listOf(tableReader)),
  goal: optional(oneOf(GOALS)),
  effort: optional(oneOf(EFFORTS)),
  now: optional(callback()),
})

/** The origin of a candidate: the input as it is, the tidied input, the tests of the input, or its meaning. */
export type OptimizeOrigin = 'input' | 'tidied' | 'tests' | 'meaning'

/** One route from the input to a program. */
export interface OptimizeAttempt {
  /** The text form of the pipeline. A pipeline from rules starts at the rules that the program means. */
  readonly pipeline: string
  /** The length of the candidate; absent where the route yields no program. */
  readonly insns?: number
  /** Why the route yields no candidate, or why the candidate may not replace the input. */
  readonly reason?: string
}

/** The result of optimising a program. */
export type Optimization =
  | {
      readonly kind: 'optimized'
      /** The best program. It is the input, as `program()` of cbpf returns it, where no candidate is better. */
      readonly program: Program
      readonly bytes: Uint8Array
      readonly endianness: Endianness
      readonly abis: readonly AbiTable[]
      /** The text form of the pipeline that made the program; empty where the program is the input. */
      readonly pipeline: string
      readonly origin: OptimizeOrigin
      readonly certificate: Extract<Certificate, { readonly kind: 'proved' }>
      readonly before: Cost
      readonly after: Cost
      readonly tried: readonly OptimizeAttempt[]
    }
  | {
      readonly kind: 'undecided'
      /** The reason why the proof stops, and its place. */
      readonly reason: string
    }

interface OptimizeCandidate extends Pick<Route, 'pipeline' | 'origin'> {
  readonly program: Program
  readonly cost: Cost
}

/** Means with a smaller difference are equal: a sum in another order has another rounding error. */
const NOISE = 1e-9

/** x32 weighs as little as it does in objectives. */
const weightOf = ({ abi }: { readonly abi: string }): number => (abi === 'x32' ? X32 : 1)

/** The mean of executed instructions for each ABI: over allowed calls, or over denied calls where no ABI allows any. */
function means({ abis }: Cost): readonly { readonly abi: string; readonly mean: number }[] {
  const allowing = abis.filter(({ allowed }) => allowed.count > 0)
  return allowing.length > 0
    ? allowing.map(({ abi, allowed }) => ({ abi, mean: allowed.mean }))
    : abis.map(({ abi, denied }) => ({ abi, mean: denied.mean }))
}

function weightedMean(all: readonly { readonly abi: string; readonly mean: number }[]): number {
  const total = all.reduce((sum, one) => sum + weightOf(one), 0)
  return all.reduce((sum, one) => sum + weightOf(one) * one.mean, 0) / (total || 1)
}

/** Why `candidate` may not replace the input; `undefined` where it may. */
function whyWorse(candidate: Cost, input: Cost): string | undefined {
  if (candidate.insns > input.insns) return `is longer than the ${input.insns} instructions of the input`
  const was = means(input)
  const slower = means(candidate).find(({ mean }, i) => mean > was[i]!.mean + NOISE)
  return (
    slower &&
    `executes ${slower.mean.toFixed(2)} instructions on average on ${slower.abi}, more than the input`
  )
}

/** The numbers that compare candidates: the first different number decides, and less is better. */
function scores(goal: OptimizeGoal, candidate: Cost): readonly number[] {
  const mean = weightedMean(means(candidate))
  const rest = weightedMean(candidate.abis.map(({ abi, denied }) => ({ abi, mean: denied.mean })))
  return goal === 'speed' ? [mean, candidate.insns, rest] : [candidate.insns, mean, rest]
}

function isBetter(goal: OptimizeGoal, a: Cost, b: Cost): boolean {
  const [x, y] = [scores(goal, a), scores(goal, b)]
  const i = x.findIndex((score, at) => Math.abs(score - y[at]!) > NOISE)
  return i >= 0 && x[i]! < y[i]!
}

/** The ABIs of `endianness` whose `arch` has a section of its own in `sections`, the meaning of a program. */
function knownAbis(sections: readonly ArchRegion[], endianness: Endianness): readonly AbiTable[] {
  const named = sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  const known = allAbis
    .filter((abi) => abi.endianness === endianness && contains(named, abi.auditArch))
    .map(({ token }) => abiTable(token))
  return known.length > 0 ? known : [abiTable(endianness === 'little' ? 'x86_64' : 's390x')]
}

/**
 * `rules` with the sections in the order of the ABIs, and the other sections last. A filter tests for the first section
 * first.
 */
function inOrder(rules: RuleSet, abis: readonly AbiTable[]): RuleSet {
  const placeOf = (arch: number): number => {
    const place = abis.findIndex(({ auditArch }) => auditArch === arch)
    return place < 0 ? abis.length : place
  }
  return { ...rules, sections: rules.sections.toSorted((a, b) => placeOf(a.arch) - placeOf(b.arch)) }
}

/** The two halves of a pipeline: from rules to a decision, and from the decision to a program. */
function halves(goal: OptimizeGoal): {
  readonly front: readonly AnyPass[]
  readonly back: readonly AnyPass[]
} {
  const parts = pipelines[goal].pass.parts ?? []
  const split = parts.findIndex(({ to }) => to === 'decision') + 1
  return { front: parts.slice(0, split), back: parts.slice(split) }
}

/** The passes of a pipeline from program to program. */
const polish = (goal: OptimizeGoal): readonly AnyPass[] =>
  halves(goal).back.filter(({ from, to }) => from === 'program' && to === 'program')

/** A route from an IR to a program. Its last pass yields the program. */
interface Route {
  readonly pipeline: string
  readonly origin: OptimizeOrigin
  readonly run: () => PassOutcome<Level>
  /** The route to try where the program of this route may not replace the input. */
  readonly instead?: Route | undefined
}

/** The routes from `program` to others. @param sections - the meaning of `program`; empty where that is not known */
function routesOf(
  program: Program,
  abis: readonly AbiTable[],
  endianness: Endianness,
  effort: Effort,
  sections: readonly ArchRegion[],
): readonly Route[] {
  const runAll = (
    passes: readonly AnyPass[],
    ir: IrByLevel[Level],
    insnCost: number,
    weigh?: PassRunOptions['weigh'],
  ): PassOutcome<Level> =>
    tryPass(pipelineOf('optimize', passes), ir, {
      endianness,
      effort,
      insnCost,
      weigh,
      instruments: [verifyEach()],
    })
  const route = (
    origin: OptimizeOrigin,
    passes: readonly AnyPass[],
    ir: IrByLevel[Level],
    goal: OptimizeGoal,
    weigh?: PassRunOptions['weigh'],
  ): Route => ({
    pipeline: pipelineText(pipelineOf('optimize', passes)),
    origin,
    run: () => runAll(passes, ir, pipelines[goal].insnCost, weigh),
  })
  const own = [
    route('tidied', polish('speed'), program, 'speed'),
    route('tests', [lift, ...halves('speed').back], program, 'speed'),
  ]
  const subject = { level: 'program', ir: program } as const
  if (sections.length === 0) return own
  const answer = asRules(subject, { endianness })
  if (answer.kind === 'rules') {
    const rules = inOrder(answer.rules, abis)
    const laidOut = (goal: OptimizeGoal, options: ObjectiveOptions = {}): Route =>
      route('meaning', pipelines[goal].pass.parts ?? [], rules, goal, objectiveOf(rules, abis, options).weigh)
    // x32 has little weight. Where the input is good for x32, only a layout with x32 at full weight can replace it.
    const atPar = abis.some(({ token }) => token === 'x32') && abis.length > 1
    return [
      ...own,
      ...GOALS.map((goal) => ({
        ...laidOut(goal),
        instead: atPar ? laidOut(goal, { abiWeights: { x32: 1 } }) : undefined,
      })),
    ]
  }
  const [main] = abis
  if (main === undefined || sections.length > 1) return own

  // The meaning does not depend on `arch`. So the rules for one `arch` are lowered, and the test of `arch` is left
  // out.
  const part = asRules(subject, { endianness, within: { arch: main.auditArch } })
  if (part.kind !== 'rules') return own
  const { weigh } = objectiveOf(part.rules, abis)
  return [
    ...own,
    ...GOALS.map((goal): Route => {
      const { front, back } = halves(goal)
      return {
        pipeline: pipelineText(pipelineOf('optimize', [...front, ...back])),
        origin: 'meaning',
        run: () => {
          const tree = runAll(front, part.rules, pipelines[goal].insnCost, weigh)
          if (tree.kind !== 'passed') return tree
          const root = tree.ir as IrByLevel['decision'] // the level at which `front` ends
          return runAll(back, root.kind === 'test' ? root.then : root, pipelines[goal].insnCost)
        },
      }
    }),
  ]
}

/** The program of `route`, or the reason why there is none. */
function tryRoute({ run }: Route): Program | string {
  const outcome = run()
  switch (outcome.kind) {
    case 'passed': {
      const program = outcome.ir as Program // the last pass of a route yields a program
      const [problem] = verify(program)
      return problem === undefined ? program : problem.message
    }
    case 'too-long':
      return `takes ${outcome.insns} instructions`
    case 'declined':
      return outcome.error.message
    default:
      return assertNever(outcome)
  }
}

/** Compares `before` and `after` on the witnesses of both, by the interpreter. @throws PassError where they differ */
function checkEdges(before: Program, after: Program, endianness: Endianness): void {
  for (const data of [before, after].flatMap((program) => witnesses(program, endianness))) {
    const [was, is] = [meaning(before, data, endianness), meaning(after, data, endianness)]
    if (was !== is)
      throw new PassError(
        'E_PASS_MEANING',
        'optimize',
        `changes what the filter means: on ${callText(data)} the input says ${verdictText(was)} and the output ${verdictText(is)}`,
        { before },
      )
  }
}

/**
 * The best program found that means what `insns` mean. It is not longer, and on no ABI slower on average for allowed
 * calls. A proof shows that it has the same verdict for every call; without a proof there is no program.
 *
 * @throws IrError where the kernel would refuse `insns`, or a field does not fit (P0); TypeError where an option is wrong or
 * unknown
 * @throws PassError where a pass fails, or where the proof finds a call on which the output is wrong; our fault
 */
export function optimize(insns: Program, wanted: OptimizeOptions = {}): Optimization {
  const options = read(optimizeReader, wanted, 'options')
  const program = checkedProgram(insns)
  const { endianness = 'little', goal = 'speed', effort = 'default' } = options
  const problems = verify(program)
  if (problems.length > 0) throw new IrError('program', problems)
  const reading = regions({ level: 'program', ir: program }, { endianness })
  const sections = reading.kind === 'undecided' ? [] : reading.sections
  const { abis = knownAbis(sections, endianness) } = options
  const costOf = (one: Program): Cost => cost(one, abis, endianness)

  const input: OptimizeCandidate = { pipeline: '', origin: 'input', program, cost: costOf(program) }
  const tried: OptimizeAttempt[] = []
  let best = input
  const routes = [...routesOf(program, abis, endianness, effort, sections)]
  for (let route = routes.shift(); route !== undefined; route = routes.shift()) {
    const { pipeline, origin } = route
    const made = tryRoute(route)
    if (typeof made === 'string') {
      tried.push({ pipeline, reason: made })
      continue
    }
    const candidate = { pipeline, origin, program: made, cost: costOf(made) }
    const reason = whyWorse(candidate.cost, input.cost)
    tried.push({ pipeline, insns: made.length, ...(reason === undefined ? {} : { reason }) })
    if (reason !== undefined && route.instead !== undefined) routes.push(route.instead)
    if (reason === undefined && isBetter(goal, candidate.cost, best.cost)) best = candidate
  }

  const elapsed = startClock(options.now)
  const proof = equal(
    { level: 'program', ir: program },
    { level: 'program', ir: best.program },
    { endianness, maxSearchSteps: searchSteps(effort) },
  )
  const time = elapsed()
  if (proof.kind === 'undecided' || proof.kind === 'same') return { kind: 'undecided', reason: proof.reason }
  if (proof.kind === 'different')
    throw new PassError(
      'E_PASS_MEANING',
      best.pipeline,
      `changes what the filter means: on ${callText(proof.data)} the input says ${verdictText(proof.left)} and the output ${verdictText(proof.right)}`,
      { before: program },
    )
  if (best !== input) checkEdges(program, best.program, endianness)
  const meaning = proof.kind === 'equal' ? { digest: proof.digest, nodes: proof.nodes } : {}
  return {
    kind: 'optimized',
    program: best.program,
    bytes: encode(best.program, endianness),
    endianness,
    abis,
    pipeline: best.pipeline,
    origin: best.origin,
    certificate: { kind: 'proved', ...meaning, ...time },
    before: input.cost,
    after: best.cost,
    tried,
  }
}
