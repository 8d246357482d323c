/*
 * A program that some tool made, made better.
 *
 * What the program means is laid out anew in every way we know: from the rules that it comes to, as `speed` and `size` do; and
 * from the tests that it makes itself, lifted out of its instructions, which needs no rules and keeps its order. The
 * program as it stands and the same with its jumps tidied up are tried too. Of those that are no longer than the input,
 * and on no ABI slower for allowed calls in the mean, the best by what is asked for is taken, so the input itself is
 * the worst that can come out.
 *
 * Then it is proved that input and output give every call the same verdict. Nothing is yielded without that. The rules
 * come from the diagram that the proof uses as well, so a fault in reading programs would hide from it; the interpreter,
 * which shares nothing with either, is asked about the calls at the edges of both.
 */
import { IrError, verdictName } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import {
  callback,
  endianness as endiannessReader,
  listOf,
  oneOf,
  optional,
  read,
  record,
} from '@seccompile/abi/shape'
import { encode, program as checkedProgram, verify, witnesses } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { EFFORTS, PassError, pipelineOf, pipelineText, runPass, verifyEach } from '@seccompile/pass'
import type { AnyPass, Effort, IrByLevel, Level, RunOptions } from '@seccompile/pass'
import { lift } from '@seccompile/pass-lift'
import { asRules, equal, regions } from '@seccompile/prover'
import type { ArchRegion } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { abis as allAbis, abiTable, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Certificate } from '../compile/certify.ts'
import { cost } from '../cost/cost.ts'
import type { Cost } from '../cost/cost.ts'
import { objectiveOf } from '../objective/objective.ts'
import type { ObjectiveOptions } from '../objective/options.ts'
import { pipelines } from '../compile/pipelines.ts'
import { startClock } from '../compile/start-clock.ts'
import type { Now } from '../compile/start-clock.ts'
import { callText } from '../compile/step-keeper.ts'
import { insnsNeeded } from '../compile/too-large.ts'
import { X32 } from '../objective/weigh.ts'

/** What `optimize` goes for first. */
export type OptimizeGoal = 'size' | 'speed'

/** How to optimise a program. */
export interface OptimizeOptions {
  /** Byte order of the machine that the program is for; `little` unless told. */
  readonly endianness?: Endianness | undefined
  /**
   * The ABIs whose calls count, all of that byte order. Unless told, those that the program tells from others by their
   * arch; where it does not look at arch, the most common one.
   */
  readonly abis?: readonly AbiTable[] | undefined
  /** `speed` unless told: the fewest instructions executed for allowed calls, then the fewest there are; or the reverse. */
  readonly goal?: OptimizeGoal | undefined
  /** How long to look for better layouts; `default` unless told. */
  readonly effort?: Effort | undefined
  /** A clock that counts milliseconds, for `ms` of the certificate, which has none without it. Nothing else asks it. */
  readonly now?: Now | undefined
}

const optimizeReader = record<OptimizeOptions>({
  endianness: optional(endiannessReader),
  abis: optional(listOf(tableReader)),
  goal: optional(oneOf(['size', 'speed'])),
  effort: optional(oneOf(EFFORTS)),
  now: optional(callback()),
})

/** What an output was made of: the input as it is or tidied up, the tests of the input, or what it means. */
export type OptimizeOrigin = 'input' | 'tidied' | 'tests' | 'meaning'

/** One way that was tried. */
export interface OptimizeAttempt {
  /** The text form of the pipeline; for one from rules, those the program comes to. Empty for the program as it is. */
  readonly pipeline: string
  /** What it came to; absent where it came to nothing. */
  readonly insns?: number
  /** Why it came to nothing, or was not taken. */
  readonly reason?: string
}

/** What came of optimising a program. */
export type Optimization =
  | {
      readonly kind: 'optimized'
      /** The input, past `program()` of cbpf, where nothing better was found. */
      readonly program: Program
      readonly bytes: Uint8Array
      readonly endianness: Endianness
      readonly abis: readonly AbiTable[]
      /** The text form of the pipeline that was best; empty where the program stays as it is. */
      readonly pipeline: string
      readonly origin: OptimizeOrigin
      readonly certificate: Extract<Certificate, { readonly kind: 'proved' }>
      readonly before: Cost
      readonly after: Cost
      readonly tried: readonly OptimizeAttempt[]
    }
  | {
      readonly kind: 'undecided'
      /** What stops the proof, and where. */
      readonly reason: string
    }

interface Candidate extends Pick<Route, 'pipeline' | 'origin'> {
  readonly program: Program
  readonly cost: Cost
}

/** So that sums in another order count as the same. */
const NOISE = 1e-9

/** x32 only breaks ties, as it does in objectives. */
const weightOf = ({ abi }: { readonly abi: string }): number => (abi === 'x32' ? X32 : 1)

/** Instructions executed in the mean, by ABI: for allowed calls, or where no ABI has any for the others. */
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

/** Why `candidate` may not take the place of the input; `undefined` where it may. */
function whyWorse(candidate: Cost, input: Cost): string | undefined {
  if (candidate.insns > input.insns) return `is longer than the ${input.insns} instructions of the input`
  const was = means(input)
  const slower = means(candidate).find(({ mean }, i) => mean > was[i]!.mean + NOISE)
  return (
    slower &&
    `executes ${slower.mean.toFixed(2)} instructions in the mean on ${slower.abi}, more than the input`
  )
}

/** What to compare candidates by, the first that differs; less is better. */
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

/** The ABIs of `endianness` whose arch a program tells from others that does what `sections` list. */
function knownAbis(sections: readonly ArchRegion[], endianness: Endianness): readonly AbiTable[] {
  const named = sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  const known = allAbis
    .filter((abi) => abi.endianness === endianness && contains(named, abi.auditArch))
    .map(({ token }) => abiTable(token))
  return known.length > 0 ? known : [abiTable(endianness === 'little' ? 'x86_64' : 's390x')]
}

/** The sections in the order of the ABIs, others after them: they exclude each other, and the first are reached first. */
function inOrder(rules: RuleSet, abis: readonly AbiTable[]): RuleSet {
  const placeOf = (arch: number): number => {
    const place = abis.findIndex(({ auditArch }) => auditArch === arch)
    return place < 0 ? abis.length : place
  }
  return { ...rules, sections: rules.sections.toSorted((a, b) => placeOf(a.arch) - placeOf(b.arch)) }
}

/** The two halves of a pipeline: from rules to a decision, and from there to a program. */
function halves(goal: OptimizeGoal): {
  readonly front: readonly AnyPass[]
  readonly back: readonly AnyPass[]
} {
  const parts = pipelines[goal].pass.parts ?? []
  const split = parts.findIndex(({ to }) => to === 'decision') + 1
  return { front: parts.slice(0, split), back: parts.slice(split) }
}

/** The last part of a pipeline, which goes on where there is a program already. */
const polish = (goal: OptimizeGoal): readonly AnyPass[] =>
  halves(goal).back.filter(({ from, to }) => from === 'program' && to === 'program')

/** What goes from an IR to a program, and its text. */
interface Route {
  readonly pipeline: string
  readonly origin: OptimizeOrigin
  readonly run: () => Program
  /** What to try where this one may not take the place of the input. */
  readonly instead?: Route | undefined
}

/** The ways from `program`, which does what `sections` list if that is known, to another. */
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
    weigh?: RunOptions['weigh'],
  ): IrByLevel[Level] =>
    runPass(pipelineOf('optimize', passes), ir, {
      endianness,
      effort,
      insnCost,
      weigh,
      instruments: [verifyEach()],
    })
  /** The last of `passes` yields a program. */
  const route = (
    origin: OptimizeOrigin,
    passes: readonly AnyPass[],
    ir: IrByLevel[Level],
    goal: OptimizeGoal,
    weigh?: RunOptions['weigh'],
  ): Route => ({
    pipeline: pipelineText(pipelineOf('optimize', passes)),
    origin,
    run: () => runAll(passes, ir, pipelines[goal].insnCost, weigh) as Program,
  })
  const own = [
    route('tidied', polish('speed'), program, 'speed'),
    route('tests', [lift, ...halves('speed').back], program, 'speed'),
  ]
  const subject = { level: 'program', ir: program } as const
  const goals = ['speed', 'size'] as const
  if (sections.length === 0) return own
  const answer = asRules(subject, { endianness })
  if (answer.kind === 'rules') {
    const rules = inOrder(answer.rules, abis)
    const laidOut = (goal: OptimizeGoal, options: ObjectiveOptions = {}): Route =>
      route('meaning', pipelines[goal].pass.parts ?? [], rules, goal, objectiveOf(rules, abis, options).weigh)
    // Layouts serve x32 last. A program that serves it well is beaten by one that does as well.
    const atPar = abis.some(({ token }) => token === 'x32') && abis.length > 1
    return [
      ...own,
      ...goals.map((goal) => ({
        ...laidOut(goal),
        instead: atPar ? laidOut(goal, { abiWeights: { x32: 1 } }) : undefined,
      })),
    ]
  }
  const [main] = abis
  if (main === undefined || sections.length > 1) return own

  // Arch does not matter: the rules of one arch are those of all, and the test for it is left out again.
  const part = asRules(subject, { endianness, within: { arch: main.auditArch } })
  if (part.kind !== 'rules') return own
  const { weigh } = objectiveOf(part.rules, abis)
  return [
    ...own,
    ...goals.map((goal): Route => {
      const { front, back } = halves(goal)
      return {
        pipeline: pipelineText(pipelineOf('optimize', [...front, ...back])),
        origin: 'meaning',
        run: () => {
          const root = runAll(front, part.rules, pipelines[goal].insnCost, weigh) as IrByLevel['decision']
          const body = root.kind === 'test' ? root.then : root
          return runAll(back, body, pipelines[goal].insnCost) as Program
        },
      }
    }),
  ]
}

/** What `route` yields, or why it yields nothing. */
function tryRoute({ run }: Route): Program | string {
  try {
    const program = run()
    const [problem] = verify(program)
    return problem === undefined ? program : problem.message
  } catch (error) {
    const insns = insnsNeeded(error)
    if (insns !== undefined) return `takes ${insns} instructions`
    if (error instanceof Error && 'code' in error && error.code === 'E_DECLINED') return error.message
    throw error
  }
}

/** Throws where `before` and `after` disagree on a call at the edge of either, by the interpreter. */
function checkEdges(before: Program, after: Program, endianness: Endianness): void {
  for (const data of [before, after].flatMap((program) => witnesses(program, endianness))) {
    const [was, is] = [meaning(before, data, endianness), meaning(after, data, endianness)]
    if (was !== is)
      throw new PassError(
        'E_PASS_MEANING',
        'optimize',
        `changes what the filter means: on ${callText(data)} the input says ${verdictName(was)} and the output ${verdictName(is)}`,
        { before },
      )
  }
}

/**
 * The best program that we find for what `insns` mean: never longer, on no ABI slower for allowed calls in the mean,
 * and proved to give every call the same verdict. Where that cannot be proved there is none.
 *
 * @throws IrError where the kernel would refuse `insns`, or a field does not fit (P0); TypeError where an option is wrong or
 * unknown
 * @throws PassError where a pass fails, or the proof finds a call on which the output is wrong; our fault
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

  const input: Candidate = { pipeline: '', origin: 'input', program, cost: costOf(program) }
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
    { endianness },
  )
  const time = elapsed()
  if (proof.kind === 'undecided' || proof.kind === 'same') return { kind: 'undecided', reason: proof.reason }
  if (proof.kind === 'different')
    throw new PassError(
      'E_PASS_MEANING',
      best.pipeline,
      `changes what the filter means: on ${callText(proof.data)} the input says ${verdictName(proof.left)} and the output ${verdictName(proof.right)}`,
      { before: program },
    )
  if (best !== input) checkEdges(program, best.program, endianness)
  return {
    kind: 'optimized',
    program: best.program,
    bytes: encode(best.program, endianness),
    endianness,
    abis,
    pipeline: best.pipeline,
    origin: best.origin,
    certificate: { kind: 'proved', digest: proof.digest, nodes: proof.nodes, ...time },
    before: input.cost,
    after: best.cost,
    tried,
  }
}
