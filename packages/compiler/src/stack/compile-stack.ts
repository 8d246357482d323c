/*
 * Several filters for a policy that does not fit into one.
 *
 * The calls that the rules decide form a line of pieces (split.ts). The first filter holds as many pieces from the
 * beginning of the line as fit, and the next filter begins behind them. Compiling the pieces shows how many fit
 * (fill.ts, division.ts). A filter may keep some room free, since filling that room would need more compilations.
 * Apart from that room, no other division into stretches of the line needs fewer filters.
 *
 * Three kinds of calls are bound to one filter. The filter that is attached last decides the calls that attach a
 * filter or start a program (seccomp, prctl, execve, execveat): an earlier filter that refuses such a call would
 * prevent the next filter. If they do not fit, the filters that are attached last share them. One filter decides all
 * calls for a listener, since a task has at most one listener. The calls of other architectures are one piece.
 */
import { actionOf, BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { pipelineText } from '@seccompile/pass'
import type { Policy } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { FEWEST } from '../compile/candidates.ts'
import { certify } from '../compile/certify.ts'
import type { Certificate } from '../compile/certify.ts'
import { runOnce } from '../compile/compile-rules.ts'
import type { Run, TooLong } from '../compile/compile-rules.ts'
import { compilationOf, made, tooLong } from '../compile/compile.ts'
import type { Compilation } from '../compile/compile.ts'
import { compileStackOptions } from '../compile/options.ts'
import type { CompileOptions, CompileRulesOptions, CompileStackOptions } from '../compile/options.ts'
import { checkPaths, prepare } from '../compile/prepare.ts'
import type { CompilePlan } from '../compile/prepare.ts'
import { blame } from '../compile/step-keeper.ts'
import { objectiveNotes } from '../objective/measures.ts'
import type { ObjectiveNotes, ObjectiveValue } from '../objective/measures.ts'
import { divide } from './division.ts'
import type { DivisionOutcome } from './division.ts'
import { filler } from './fill.ts'
import type { StackMember } from './fill.ts'
import { piecesOf, withoutAllowData } from './split.ts'
import { weighWhole } from './weigh-whole.ts'

/** One of several filters that together mean a policy. */
export interface StackedFilter {
  readonly program: Program
  /** The program in the form that the kernel reads. */
  readonly bytes: Uint8Array
  /** Whether it hands calls to a listener (USER_NOTIF). If so, attach it with a listener. */
  readonly notifies: boolean
}

/** A policy compiled to one or several filters. Attach all of them: each alone allows too much. */
export interface StackCompilation extends Omit<Compilation, 'program' | 'bytes' | 'objective'> {
  /** The objective, and its value for all filters together. */
  readonly objective?: ObjectiveValue & ObjectiveNotes
  /** The filters in the order in which to attach them. */
  readonly filters: readonly StackedFilter[]
}

/** The calls that attach a filter or start a program, which must work until all filters are attached. */
const LAST = ['seccomp', 'prctl', 'execve', 'execveat'] as const

function lastNumbers({ sections }: RuleSet, abis: readonly AbiTable[]): readonly (readonly number[])[] {
  return sections.map(({ arch }) =>
    abis
      .filter(({ auditArch }) => auditArch === arch)
      .flatMap((abi) => LAST.map((name) => numberOf(abi, name)))
      .filter((nr) => nr !== undefined)
      .sort((a, b) => a - b),
  )
}

/**
 * The filters that together mean what `policy` means for the target, and a proof that they do. There is one filter if
 * the policy fits into one, and else a few filters of at most 4096 instructions.
 *
 * Attach all of them, in their order. Each alone allows calls that another filter decides.
 * @throws PolicyError where the policy is wrong for the target, or exceeds the limits of the kernel or `maxFilters`
 * @throws PassError where a pass fails, or where the proof finds a call on which the filters are wrong. The error
 * names the pass to blame. Our fault
 * @throws RangeError where `maxFilters` is below 1
 */
export function compileStack(policy: Policy, options: CompileStackOptions): StackCompilation {
  const { maxFilters = Number.POSITIVE_INFINITY, ...single } = compileStackOptions(options)
  if (!(maxFilters >= 1)) throw new RangeError(`maxFilters is ${maxFilters}; expected a number, 1 or more`)
  const prepared = prepare(policy, single)
  const tried = made(prepared, single)
  if (tried.kind === 'fits') {
    const { program, bytes, ...facts } = compilationOf(prepared, single, tried)
    return { ...facts, filters: [{ program, bytes, notifies: notifies(program) }] }
  }
  if (maxFilters < 2) throw tooLong(policy, prepared, tried)
  return divided(policy, prepared, single, { ...tried, maxFilters })
}

/** The filters for a policy that one filter does not hold. @param asked - the length that one filter would have */
function divided(
  policy: Policy,
  prepared: CompilePlan,
  { prove = true, instruments = [], effort, now }: CompileOptions,
  asked: TooLong & Pick<Compilation, 'tried'> & { readonly maxFilters: number },
): StackCompilation {
  const { resolution, abis, endianness, chosen, how, objective } = prepared
  const rules = withoutAllowData(resolution.rules)
  const pieces = piecesOf(rules, lastNumbers(rules, abis))
  const isWatched = instruments.length > 0
  const parted = how.weigh === undefined ? how : { ...how, weigh: weighWhole(rules, how.weigh, how.memo) }
  const { at, filters } = dividedOrShorter(parted, (price) =>
    divide(filler(rules, price, prove && !isWatched), pieces, {
      policy,
      rules,
      abis,
      tellsRules: true,
      ...asked,
    }),
  )
  const runs = filters
    .toReversed()
    .map((filled): Run => (isWatched ? watchedAgain(filled, at, prove) : filled))
  const programs = runs.map(({ program }) => program)
  checkPaths(programs, prepared)
  const pipeline = pipelineText(chosen.pass)
  const stack = { level: 'stack', ir: programs.map((ir) => ({ level: 'program', ir }) as const) } as const
  const proved = (): Certificate => {
    try {
      return certify(rules, stack, { pipeline, endianness }, { effort, now })
    } catch (error) {
      // Each filter means a part of the rules. `blame` compares the input and the output of each pass.
      throw blame(error, runs, instruments)
    }
  }
  return {
    ...resolution,
    filters: programs.map((program) => ({
      program,
      bytes: encode(program, endianness),
      notifies: notifies(program),
    })),
    endianness,
    pipeline,
    tried: asked.tried,
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined
      ? {}
      : {
          objective: {
            ...objective.valueOf(programs, endianness),
            ...objectiveNotes(objective),
          },
        }),
  }
}

/**
 * A second run for a filter, which the instruments watch.
 * @throws PassError `E_TOO_LONG` where they lengthen the program
 */
function watchedAgain({ rules }: StackMember, how: CompileRulesOptions, isKept: boolean): Run {
  const outcome = runOnce(rules, how, isKept)
  if (outcome.kind === 'too-long') throw outcome.error
  return outcome
}

/**
 * The division at the price of `how`. Where its filters are too long together, the division at the price of few
 * instructions.
 * @throws PolicyError where those filters are too long as well, or where the caller sets a price
 */
function dividedOrShorter(
  how: CompileRulesOptions,
  divideAt: (how: CompileRulesOptions) => DivisionOutcome,
): { readonly at: CompileRulesOptions; readonly filters: readonly StackMember[] } {
  const first = divideAt(how)
  if (first.kind === 'divided') return { at: how, filters: first.filters }
  if ((how.insnCost ?? 0) >= FEWEST) throw first.refusal
  const at = { ...how, insnCost: FEWEST }
  const second = divideAt(at)
  if (second.kind === 'divided') return { at, filters: second.filters }
  throw second.refusal
}

/** Whether some return of `program` hands calls to a listener. */
function notifies(program: Program): boolean {
  return program.some(({ code, k }) => code === BPF.RET_K && actionOf(k) === 'USER_NOTIF')
}
