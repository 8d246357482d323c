/*
 * Several filters for a policy that one does not hold.
 *
 * The calls that the rules decide form a line of pieces (split.ts). The first filter takes as many pieces from the
 * beginning of the line as it holds, the next filter goes on behind them. No other division into stretches of the line
 * takes fewer filters. Compiling the pieces shows how many a filter holds (fill.ts, division.ts).
 *
 * Three kinds of calls need one filter. The filter that is attached last decides the calls that attach a filter and start
 * a program (seccomp, prctl, execve, execveat): an earlier one could forbid attaching the next. A task can have one
 * listener, so one filter decides all calls for it. And the calls of other architectures are one piece.
 */
import { actionOf, BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import type { Policy } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { certify } from '../compile/certify.ts'
import type { Certificate } from '../compile/certify.ts'
import { runKept } from '../compile/compile-rules.ts'
import type { Run } from '../compile/compile-rules.ts'
import { compilationOf, tooLong, tryCompile } from '../compile/compile.ts'
import type { Compilation } from '../compile/compile.ts'
import { compileStackOptions } from '../compile/options.ts'
import type { CompileOptions, CompileStackOptions } from '../compile/options.ts'
import { checkPaths, prepare } from '../compile/prepare.ts'
import type { Prepared } from '../compile/prepare.ts'
import { blame } from '../compile/step-keeper.ts'
import type { ObjectiveValue } from '../objective/objective.ts'
import { Division } from './division.ts'
import { filler } from './fill.ts'
import type { TooLong } from './fill.ts'
import { piecesOf, withoutAllowData } from './split.ts'

/** One of the filters that mean a policy together. */
export interface StackedFilter {
  readonly program: Program
  /** The program as the kernel takes it. */
  readonly bytes: Uint8Array
  /** Whether it hands calls to a listener (USER_NOTIF), so that it is the one to be attached with one. */
  readonly notifies: boolean
}

/** A compiled policy that may have become several filters. All have to be attached; each alone allows too much. */
export interface StackCompilation extends Omit<Compilation, 'program' | 'bytes' | 'objective'> {
  /** What was minimised, and how well all filters together do. */
  readonly objective?: ObjectiveValue
  /** In the order in which they are to be attached. */
  readonly filters: readonly StackedFilter[]
}

/** What attaching the next filter, and starting a program under all of them, takes. */
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
 * The filters that together mean what `policy` means for the target, and a proof that they do: one where one holds it,
 * and as few as the kernel's limit of 4096 instructions allows where not.
 *
 * Attach all of them, in their order. Each alone allows what another decides.
 * @throws PolicyError where the policy is wrong for the target, or passes the limits of the kernel or `maxFilters`
 * @throws PassError where a pass fails, or the proof finds a call on which the filters are wrong, with the pass that is to
 * blame; our fault
 * @throws RangeError where `maxFilters` is below 1
 */
export function compileStack(policy: Policy, options: CompileStackOptions = {}): StackCompilation {
  const { maxFilters = Number.POSITIVE_INFINITY, ...single } = compileStackOptions(options)
  if (!(maxFilters >= 1)) throw new RangeError(`maxFilters is ${maxFilters}; it takes one filter at least`)
  const prepared = prepare(policy, single)
  const tried = tryCompile(prepared, single.prove)
  if (tried.kind === 'fits') {
    const { program, bytes, ...facts } = compilationOf(prepared, single, tried)
    return { ...facts, filters: [{ program, bytes, notifies: notifies(program) }] }
  }
  if (maxFilters < 2) throw tooLong(policy, prepared, tried)
  return divided(policy, prepared, single, { ...tried, maxFilters })
}

/** The filters for a policy of which `asked` says how long one would be. */
function divided(
  policy: Policy,
  prepared: Prepared,
  { prove = true, instruments = [], now }: CompileOptions,
  asked: TooLong & { readonly maxFilters: number },
): StackCompilation {
  const { resolution, abis, endianness, pipeline, how, objective } = prepared
  const rules = withoutAllowData(resolution.rules)
  const pieces = piecesOf(rules, lastNumbers(rules, abis))
  const isWatched = instruments.length > 0
  const attemptAt = filler(rules, how, prove && !isWatched)
  const division = new Division(attemptAt, pieces, { policy, rules, abis, tellsRules: true, ...asked })
  const runs = division.filters
    .toReversed()
    .map((filled): Run => (isWatched ? runKept(filled.rules, how, prove) : filled))
  const programs = runs.map(({ program }) => program)
  checkPaths(programs, how)
  const stack = { level: 'stack', ir: programs.map((ir) => ({ level: 'program', ir }) as const) } as const
  const proved = (): Certificate => {
    try {
      return certify(rules, stack, prepared, now)
    } catch (error) {
      // Each filter means a part of the rules; a pass is held against what it was given of that.
      const kept = runs.map((run) => run.kept)
      throw blame(error, kept, instruments)
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
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined ? {} : { objective: objective.valueOf(programs, endianness) }),
  }
}

/** Whether some return of `program` hands calls to a listener. */
function notifies(program: Program): boolean {
  return program.some(({ code, k }) => code === BPF.RET_K && actionOf(k) === 'USER_NOTIF')
}
