/*
 * A command is recorded, a policy is made of the recordings, and the command runs under it.
 *
 * The judge of the policy reads the rows of the recordings itself, and the table of arguments below is written by hand: it
 * shares neither with what it judges.
 */
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { letsRun } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import type { Compilation } from '@seccompile/compiler'
import { oracle, run } from '@seccompile/kernel'
import { lint, lintRules } from '@seccompile/lint'
import { needsOf } from '@seccompile/needs'
import type { NamedRecording, Needs } from '@seccompile/needs'
import { inquire } from '@seccompile/prover'
import type { Inquiry } from '@seccompile/prover'
import { argument, canonical, complement, not, U32, U64 } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { nameOf } from '@seccompile/syscalls'
import { record, watch } from '@seccompile/watch'
import { OWN } from '../watch/machine.ts'
import type { SoakCommand } from './commands.ts'

/** The calls without which no program lives. */
const LIVING: readonly string[] = [
  'execve',
  'exit',
  'exit_group',
  'rt_sigreturn',
  'restart_syscall',
  'sigreturn',
]

/** The bits that select what a call of x86_64 does, by the index of the argument; `flags` where fewer bits are less. */
const SELECTING: Readonly<Record<string, readonly (readonly [index: number, bits: bigint, kind?: 'flags'])[]>> = {
  socket: [[0, 0xffff_ffffn], [1, 0xfn], [2, 0xffff_ffffn]],
  socketpair: [[0, 0xffff_ffffn], [1, 0xfn], [2, 0xffff_ffffn]],
  setsockopt: [[1, 0xffff_ffffn], [2, 0xffff_ffffn]],
  getsockopt: [[1, 0xffff_ffffn], [2, 0xffff_ffffn]],
  ioctl: [[1, 0xffff_ffffn]],
  fcntl: [[1, 0xffff_ffffn]],
  prctl: [[0, 0xffff_ffffn]],
  arch_prctl: [[0, 0xffff_ffffn]],
  clone: [[0, 0xffff_ff00n, 'flags']],
  mmap: [[2, 2n ** 64n - 1n, 'flags']],
  mprotect: [[2, 2n ** 64n - 1n, 'flags']],
} // prettier-ignore

/** The most values of an argument that become a condition. */
const MAX_VALUES = 8

/** Calls that few programs make. Three of them are tried that the policy does not allow. */
const OTHERS: readonly string[] = ['ptrace', 'mount', 'bpf', 'keyctl', 'reboot']

/** What came of a command under the policy of its recordings. */
export interface LoopResult {
  readonly needs: Needs
  readonly isUnharmed: boolean
  /** The calls that `try` names. */
  readonly tried: readonly string[]
  /** What runs that the recordings and the living calls do not say. */
  readonly beyond: readonly string[]
  /** The calls of {@link OTHERS} that the kernel refuses. */
  readonly refused: readonly string[]
  /** The findings of lint, each with the call that shows it. */
  readonly findings: readonly {
    readonly severity: string
    readonly name: string
    readonly call: string | undefined
  }[]
  readonly instructions: number
}

/** What a run of a command printed, and how it ended. */
type Printed = readonly [output: string, end: number | string | undefined]

/** Runs `start` with standard output in a file, and reads it. */
async function printed(
  { before }: SoakCommand,
  folder: string,
  start: (stdio: readonly ['ignore', number, 'ignore']) => Promise<number | string | undefined>,
): Promise<Printed> {
  before?.()
  const file = join(folder, 'output')
  const output = openSync(file, 'w')
  try {
    const end = await start(['ignore', output, 'ignore'])
    return [readFileSync(file, 'utf8'), end]
  } finally {
    closeSync(output)
  }
}

const endOf = ({
  status,
  signal,
}: {
  readonly status: number | undefined
  readonly signal: string | undefined
}): number | string | undefined => status ?? signal

/** Recordings of `command`, which ends and prints as it does without a watcher. */
export async function recordings(
  command: SoakCommand,
  folder: string,
  count: number,
): Promise<readonly [readonly NamedRecording[], Printed]> {
  const found: NamedRecording[] = []
  let last: Printed = ['', undefined]
  for (let i = 0; i < count; i += 1)
    last = await printed(command, folder, async (stdio) => {
      const { head, rows, report } = await record(command.words, { stdio })
      found.push({ file: `${command.name} ${i}`, head, rows })
      return endOf(report)
    })
  return [found, last]
}

const nrOf = (name: string): number => OWN.numbers.get(name)!

/** The values of the argument `index` that recordings have of `call`. */
function valuesOf(rows: NamedRecording['rows'], call: string, index: number): readonly bigint[] {
  const own = rows.filter(
    (row) => row.call === call && row.args?.filter((each) => each !== null).length === 1,
  )
  return own.map(({ args = [] }) => args[index] ?? null).filter((each) => typeof each === 'bigint')
}

/** What a filter lets run beyond recorded calls: numbers, and with `table` values of selecting arguments. */
function beyond(
  asked: Inquiry,
  rows: NamedRecording['rows'],
  conditions: 'none' | 'table',
): readonly string[] {
  const names = new Set([...rows.flatMap(({ call }) => call ?? []), ...LIVING])
  const numbers = [...names]
    .filter((name) => OWN.numbers.has(name))
    .map((name) => ({ lo: nrOf(name), hi: nrOf(name) }))
  const others = complement(U32, canonical(U32, numbers))
  const shown = (where: Parameters<Inquiry['call']>[1]): readonly string[] => {
    const found = asked.call(letsRun, where)
    return found === undefined
      ? []
      : [
          `${nameOf(OWN, found.data.nr) ?? found.data.nr}(${found.data.args.map((each) => `0x${each.toString(16)}`).join(', ')})`,
        ]
  }
  const calls = [
    ...shown({ arch: OWN.auditArch, numbers: others }),
    ...shown({ arch: signedAbiTable('x86').auditArch }),
  ]
  if (conditions === 'none') return calls
  const values = Object.entries(SELECTING).flatMap(([call, args]) =>
    args.flatMap(([index, bits, kind]) => {
      const seen = [...new Set(valuesOf(rows, call, index).map((each) => each & bits))]
      if (!names.has(call) || (kind === undefined && seen.length > MAX_VALUES)) return []
      const all = bits & ~seen.reduce((sum, each) => sum | each, 0n)
      const allowed =
        kind === 'flags'
          ? argument(index, [{ lo: 0n, hi: 0n }], all)
          : argument(
              index,
              canonical(
                U64,
                seen.map((each) => ({ lo: each, hi: each })),
              ),
              bits,
            )
      return shown({ arch: OWN.auditArch, nr: nrOf(call), args: not(allowed) })
    }),
  )
  return [...calls, ...values]
}

/** The calls of `OTHERS` without a place in the recordings, three of them, that the kernel refuses. */
async function refusedOthers(
  { program }: Compilation,
  rows: NamedRecording['rows'],
): Promise<readonly string[]> {
  const names = OTHERS.filter((name) => rows.every(({ call }) => call !== name)).slice(0, 3)
  const asked = await oracle(program)
  try {
    const verdicts = await asked.decide({ nrs: Uint32Array.from(names, nrOf) })
    return names.filter((_, i) => !letsRun(verdicts[i]!))
  } finally {
    await asked.close()
  }
}

/** The calls that `try` says the filter would refuse. */
export async function triedCalls(
  command: SoakCommand,
  folder: string,
  { program }: Compilation,
): Promise<readonly string[]> {
  const names = new Set<string>()
  await printed(command, folder, async (stdio) => {
    const watching = watch(program, command.words, { stdio, use: 'try' })
    for await (const batch of watching)
      for (const { arch, nr } of batch)
        names.add(arch === OWN.auditArch ? (nameOf(OWN, nr) ?? String(nr)) : `arch ${arch}`)
    return endOf(await watching.report)
  })
  return [...names]
}

/** The findings of lint about the policy. */
function findingsOf({ rules, warnings }: Compilation, { policy }: Needs): LoopResult['findings'] {
  const abis = [signedAbiTable(OWN.token)] as const
  const { findings } = lint({ filter: { level: 'rules', ir: rules }, abis, policy, warnings }, lintRules)
  return findings.map(({ severity, name, call }) => ({
    severity,
    name,
    call: call && nameOf(OWN, call.data.nr),
  }))
}

/** Records `command`, makes a policy of it, and runs it under the policy. */
export async function closedLoop(
  command: SoakCommand,
  folder: string,
  conditions: 'none' | 'table',
  recorded: readonly [readonly NamedRecording[], Printed],
): Promise<LoopResult> {
  const [found, expected] = recorded
  const rows = found.flatMap((each) => each.rows)
  const needs = needsOf(found, { conditions, maxValues: MAX_VALUES })
  const compilation = compile(needs.policy, { abis: [signedAbiTable(OWN.token)] })
  const under = await printed(command, folder, async (stdio) =>
    endOf(await run(compilation.program, command.words, { stdio })),
  )
  const asked = inquire({ level: 'program', ir: compilation.program }, { endianness: 'little' })
  if (asked.kind === 'undecided') throw new Error(asked.reason)
  return {
    needs,
    isUnharmed: under[0] === expected[0] && under[1] === expected[1] && expected[1] === 0,
    tried: await triedCalls(command, folder, compilation),
    beyond: beyond(asked, rows, conditions),
    refused: await refusedOthers(compilation, rows),
    findings: findingsOf(compilation, needs),
    instructions: compilation.program.length,
  }
}
