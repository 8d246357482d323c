/*
 * The libseccomp of this machine on the same policies, in the same run: the cost of its programs, and its time.
 */
import { getppidExecuted, getppidLists } from '@seccompile/experiment'
import type { GetppidPlace } from '@seccompile/experiment'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { resolvedPolicy } from '@seccompile/vectors'
import type { ResolvedRule } from '@seccompile/vectors'
import { costRow } from './cost-row.ts'
import type { CostRow } from './cost-row.ts'
import type { BenchSubject } from './filters.ts'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { compileWithLibseccomp } from './libseccomp.ts'
import type { LibseccompOptions, LibseccompResult } from './libseccomp.ts'
import { profileText } from './profile.ts'

const SHAPES = ['list', 'tree'] as const
const RUNS = 20
/** The number of getppid on x86_64. */
const GETPPID = 110

/** The cost of a policy compiled by the libseccomp of this machine. */
export interface LiveRow {
  readonly subject: BenchSubject['name']
  readonly shape: LibseccompOptions['shape']
  readonly cost: CostRow
  /** The median of the compilations. */
  readonly ms: number
}

/** The cost of getppid in a filter of libseccomp. */
export interface LiveGetppidRow {
  readonly shape: LibseccompOptions['shape']
  readonly place: GetppidPlace
  readonly insns: number
  readonly executed: number
}

/** All results of the libseccomp of this machine. */
export interface Live {
  /** The name and version of that libseccomp. */
  readonly version: string
  readonly costs: readonly LiveRow[]
  readonly getppid: readonly LiveGetppidRow[]
}

type LibseccompFilter = LibseccompResult & Required<Pick<LibseccompResult, 'program'>>

function made(policy: string, options: LibseccompOptions): LibseccompFilter {
  const result = compileWithLibseccomp(policy, options)
  if (result?.program === undefined) throw new Error('libseccomp made no program that the kernel would take')
  return { ...result, program: result.program }
}

/**
 * The result of libseccomp for a policy. A policy that we compile by names goes to libseccomp by names too, so that
 * both times include the same work.
 * @throws Error where libseccomp makes no program that the kernel takes
 */
export function compileSubject(
  { name }: BenchSubject,
  shape: LibseccompOptions['shape'],
  runs: number,
): LibseccompFilter {
  const alone = { abis: ['x86_64'], badArch: 'SCMP_ACT_KILL_PROCESS' } as const
  switch (name) {
    case 'docker-3abi':
      return made(profileText(dockerProfile), { shape, runs })
    case 'docker-args':
      return made(profileText(dockerProfile), { shape, runs, ...alone })
    case 'docker-flat':
      return made(JSON.stringify(resolvedPolicy(name)), { shape, runs, ...alone })
  }
}

/**
 * libseccomp orders a list by priority, then by number; it ignores priorities in a tree. Three priorities are enough to
 * put getppid at its place in the list.
 */
function prioritised(numbers: readonly number[]): readonly (ResolvedRule & { readonly priority: number })[] {
  const place = numbers.indexOf(GETPPID)
  return numbers.map((nr, i) => ({
    nr,
    name: String(nr),
    action: { action: 'ALLOW' },
    conds: [],
    priority: i < place ? 3 : i === place ? 2 : 1,
  }))
}

function getppidRows(shape: LibseccompOptions['shape']): readonly LiveGetppidRow[] {
  return getppidLists().map(({ place, numbers }) => {
    const policy = { default: { action: 'ERRNO', errno: 1 }, rules: prioritised(numbers) }
    const { program } = made(JSON.stringify(policy), { shape, abis: ['x86_64'] })
    return { shape, place, insns: program.length, executed: getppidExecuted(program) }
  })
}

/** The results of libseccomp for `subjects`; `undefined` where libseccomp or Python is not installed. */
export function liveCosts(subjects: readonly BenchSubject[]): Live | undefined {
  if (!hasLibseccomp()) return undefined
  const rows = subjects.flatMap((subject) =>
    SHAPES.map((shape) => ({ subject, shape, result: compileSubject(subject, shape, RUNS) })),
  )
  return {
    version: rows[0]!.result.version, // there is at least one subject
    costs: rows.map(({ subject, shape, result: { version, program, ms } }) => ({
      subject: subject.name,
      shape,
      cost: costRow({ name: `${version} ${shape}`, program }, subject.abis),
      ms,
    })),
    getppid: SHAPES.flatMap(getppidRows),
  }
}
