/*
 * `npm run bench growth`: how compile time, size and executed instructions grow with the rules of a policy and with the
 * values of an argument, beside libseccomp's list and tree where it is installed. Executed is the mean over the calls
 * that the policy allows. Exits 1 where our program does not allow one of these calls. Times depend on the machine.
 * Before that: processor time, memory and proof of large profiles, beside their limits; `--profiles` prints these alone.
 * With `--hostile`: the results for profiles that are made to compile slowly, with the processor time of each.
 */
import { BPF_MAXINSNS, dataWords, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import { runWords } from '@seccompile/interpreter'
import { parseArgs } from 'node:util'
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { growthCostsTable } from './growth-costs.ts'
import { growthSubjects } from './growth-subjects.ts'
import type { GrowthSubject } from './growth-subjects.ts'
import { hostileTable } from './hostile.ts'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { compileWithLibseccomp } from './libseccomp.ts'
import { median } from './timing.ts'

/** The program of one compiler for a subject, and its time. */
interface GrowthPoint {
  readonly compiler: 'seccompile' | 'libseccomp list' | 'libseccomp tree'
  readonly insns: number
  readonly ms: number
  /** Mean over the allowed calls; absent where the kernel takes no such program. */
  readonly executed?: number
  /** How many of the allowed calls the program allows. */
  readonly allowed?: number
}

/** A subject with the programs of all compilers. */
interface GrowthRow {
  readonly dimension: string
  readonly size: number
  /** The point of our compiler is missing where it refuses the policy, and libseccomp's where it takes too long. */
  readonly points: readonly GrowthPoint[]
  /** Why our compiler refuses the policy. */
  readonly refused?: string
}

/** The time limit for libseccomp. */
const TIMEOUT_MS = 20_000
/** Milliseconds of repeated compilations, for the median. */
const LONG_MS = 500
const MOST_RUNS = 9

function timed(act: () => Program): { readonly program: Program; readonly ms: number } {
  const took: number[] = []
  const began = performance.now()
  for (;;) {
    const before = performance.now()
    const program = act()
    took.push(performance.now() - before)
    if (took.length === MOST_RUNS || performance.now() - began > LONG_MS) return { program, ms: median(took) }
  }
}

/** The mean and worst count of executed instructions over the calls that `subject` allows. */
function executedOn(program: Program, { allowed }: GrowthSubject): Pick<GrowthPoint, 'executed' | 'allowed'> {
  const results = allowed.map((data) => runWords(program, dataWords(data)))
  return {
    executed: results.reduce((sum, { steps }) => sum + steps, 0) / results.length,
    allowed: results.filter(({ verdict }) => verdict === verdictOf('ALLOW')).length,
  }
}

function rowOf(subject: GrowthSubject, isLive: boolean): GrowthRow {
  const { dimension, size, rules, resolved } = subject
  const points: GrowthPoint[] = []
  let refused: string | undefined
  try {
    const { program, ms } = timed(() => compileRules(rules))
    points.push({ compiler: 'seccompile', insns: program.length, ms, ...executedOn(program, subject) })
  } catch (error) {
    refused = error instanceof Error ? error.message : String(error)
  }
  if (isLive)
    for (const shape of ['list', 'tree'] as const) {
      const runs = size < 1000 ? 5 : 1
      const asked = { shape, abis: ['x86_64'], runs, timeoutMs: TIMEOUT_MS }
      const made = compileWithLibseccomp(JSON.stringify(resolved), asked)
      if (made === undefined) continue
      const { insns, ms, program } = made
      const executed = program === undefined ? {} : executedOn(program, subject)
      points.push({ compiler: `libseccomp ${shape}`, insns, ms, ...executed })
    }
  return { dimension, size, points, ...(refused === undefined ? {} : { refused }) }
}

function cells({ dimension, size, points }: GrowthRow): readonly TableCell[] {
  const each = (['seccompile', 'libseccomp list', 'libseccomp tree'] as const).flatMap((compiler) => {
    const point = points.find((one) => one.compiler === compiler)
    if (point === undefined) return ['-', '-', '-']
    const { insns, executed, ms } = point
    return [`${insns}${insns > BPF_MAXINSNS ? '!' : ''}`, executed?.toFixed(2) ?? '-', ms.toFixed(1)]
  })
  return [dimension, String(size), ...each]
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    profiles: { type: 'boolean', default: false },
  },
})
const isLive = hasLibseccomp()
const rows =
  values.hostile || values.profiles ? [] : growthSubjects().map((subject) => rowOf(subject, isLive))

if (values.hostile) process.stdout.write(hostileTable())
else if (values.profiles) process.stdout.write(growthCostsTable())
else if (values.json) process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`)
else {
  const columns = ['ours', 'list', 'tree'].flatMap((name) => [name, 'executed', 'ms'])
  const refused = rows.flatMap(({ dimension, size, refused: why }) =>
    why === undefined ? [] : [`${dimension} ${size}: ${why}\n`],
  )
  process.stdout.write(
    [
      growthCostsTable(),
      "Instructions, instructions executed for an allowed call, and compile time: ours, libseccomp's list and its tree\n\n",
      table(['what grows', 'to', ...columns], rows.map(cells)),
      isLive ? '' : 'libseccomp is not installed, or Python is not\n',
      `! is more than ${BPF_MAXINSNS}, which the kernel refuses; - is refused by the compiler, or takes it more than ${TIMEOUT_MS / 1000} s\n`,
      ...refused,
    ].join(''),
  )
}
const isWrong = rows.some(({ size, points }) =>
  points.some(({ compiler, allowed = size }) => compiler === 'seccompile' && allowed !== size),
)
if (isWrong) process.exitCode = 1
