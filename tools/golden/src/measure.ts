/*
 * The program of one pipeline for one policy of the corpus: its listing, and its row in `sizes.golden`.
 */
import { auditArchName, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { compile, cost, longestPath } from '@seccompile/compiler'
import type { Compilation, PipelineName } from '@seccompile/compiler'
import { sizes } from '@seccompile/pass'
import type { Policy } from '@seccompile/policy'
import { formatKernelVersion } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { callName } from '@seccompile/syscalls'
import type { TableCell } from '@seccompile/text-layout'
import type { CorpusEntry } from './corpus.ts'

/** A policy compiled under one pipeline. */
export interface PipelineMeasurement {
  readonly pipeline: PipelineName
  /** The golden text of the listing. */
  readonly listing: string
  /** The cells of the row in `sizes.golden`, under {@link SIZE_HEADER}. */
  readonly row: readonly TableCell[]
}

/** The columns of `sizes.golden`. */
export const SIZE_HEADER: readonly string[] = [
  'policy',
  'ABIs',
  'pipeline',
  'insns',
  'longest',
  'allowed',
  'mean',
  'worst',
  'bitmap',
  'changed by',
]

/** `['a', 'b', 'a']` as `a×2 b`: each name once, in the order of first occurrence. */
export function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name}×${count}`)).join(' ')
}

/** The command that compiles an entry, as a person types it in the folder of this tool. */
export function commandOf({ policy, abis, caps, kernel }: CorpusEntry, pipeline: PipelineName): string {
  const file = policy.startsWith('preset:') ? policy : `policies/${policy}`
  const options = [
    `--abi ${abis.join(',')}`,
    ...(caps === undefined ? [] : [`--caps "${caps.join(',')}"`]),
    ...(kernel === undefined ? [] : [`--kernel ${formatKernelVersion(kernel)}`]),
    `--pipeline ${pipeline}`,
  ]
  return `seccompile compile ${file} ${options.join(' ')} -o filter.bpf`
}

function listing(entry: CorpusEntry, name: PipelineName, compilation: Compilation): string {
  const { abis, endianness, pipeline, program } = compilation
  const nameOf = (word: Word, value: number, arch: number | undefined): string | undefined => {
    if (word === WORD_ARCH) return auditArchName(value)
    return word === WORD_NR ? callName(abis, arch ?? abis[0]?.auditArch ?? 0, value) : undefined
  }
  return [
    `$ ${commandOf(entry, name)}`,
    `$ seccompile disasm filter.bpf --abi ${entry.abis.join(',')}`,
    `# ${pipeline}`,
    '',
    print(program, { endianness, nameOf }),
  ].join('\n')
}

/** The measurement of `policy`, the policy of `entry`, compiled under `pipeline`. @throws the errors of `compile` */
export function measure(entry: CorpusEntry, policy: Policy, pipeline: PipelineName): PipelineMeasurement {
  const changed: string[] = []
  const compilation = compile(policy, {
    abis: entry.abis.map((token) => signedAbiTable(token)),
    pipeline,
    caps: entry.caps,
    kernel: entry.kernel,
    instruments: [sizes((row) => (row.changed ? changed.push(row.pass) : undefined))],
  })
  const { program, abis, endianness } = compilation
  const main = cost(program, abis, endianness).abis[0]!
  return {
    pipeline,
    listing: listing(entry, pipeline, compilation),
    row: [
      entry.name,
      entry.abis.join(','),
      pipeline,
      program.length,
      longestPath(program),
      main.allowed.count,
      main.allowed.mean,
      main.allowed.worst,
      main.cached,
      counted(changed),
    ],
  }
}
