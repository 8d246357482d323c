import { OBJECTIVES } from '@seccompile/compiler'
import type { AbiCost, Compilation, Cost, ObjectiveValue } from '@seccompile/compiler'
import type { SizeRow } from '@seccompile/pass'
import { formatKernelVersion } from '@seccompile/policy'
import type { Capability, KernelVersion } from '@seccompile/policy'
import { certificateLine } from './certificate.ts'
import type { LoadedPolicy } from './load-policy.ts'
import { printable } from './say.ts'
import { table } from './table.ts'

const groupRow = (abi: AbiCost): readonly (string | number)[] => [
  abi.abi,
  abi.allowed.count,
  abi.allowed.mean,
  abi.allowed.worst,
  abi.denied.worst,
  abi.cached,
]

/** What was minimised, in a line for people. */
function objectiveLine({ kind, value }: ObjectiveValue): string {
  if (value === 0)
    return kind === 'bitmap'
      ? 'objective bitmap: the allow bitmap takes every call that the policy names'
      : `objective ${kind}: no call is allowed`
  const figure = kind === 'attach' ? value : value.toFixed(2)
  return `objective ${kind}: ${figure} ${OBJECTIVES[kind]}`
}

/** What `compile` says to people of the filter in `file`; `how` it came about. */
export function report(
  file: string,
  how: string,
  { program, bytes, abis, certificate, objective }: Compilation,
  { abis: costs }: Cost,
): string {
  const tokens = abis.map(({ token }) => token).join(', ')
  const rows = table(
    ['ABI', 'allowed', 'executed', 'worst', 'denied worst', 'in bitmap'],
    costs.map(groupRow),
  )
  const proof = certificateLine(certificate)
  return [
    `${printable(file)}: ${program.length} instructions, ${bytes.length} bytes, for ${tokens} (${how})\n`,
    proof === undefined ? '' : `${proof}\n`,
    objective === undefined ? '' : `${objectiveLine(objective)}\n`,
    rows,
  ].join('')
}

/** What a compilation was asked for, and what the clock says of it. */
export interface Asked {
  readonly output: string | undefined
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
  /** How long the proof took. */
  readonly proofMs: number
}

/** What `compile` says to machines. */
export function jsonReport(
  { output, caps, kernel, proofMs }: Asked,
  loaded: LoadedPolicy,
  compilation: Compilation,
  { abis, ...whole }: Cost,
  rows: readonly SizeRow[],
): unknown {
  const { certificate } = compilation
  return {
    output,
    bytes: compilation.bytes.length,
    endianness: compilation.endianness,
    abis: compilation.abis.map(({ token }) => token),
    caps,
    kernel: formatKernelVersion(kernel),
    pipeline: compilation.pipeline,
    passes: rows.map(({ pass, changed, before, after }) => ({ pass, changed, before, after })),
    certificate: certificate.kind === 'skipped' ? certificate : { ...certificate, ms: proofMs },
    objective: compilation.objective,
    cost: {
      ...whole,
      abis: abis.map(({ abi, allowed, denied, cached }) => ({ abi, allowed, denied, cached })),
    },
    install: loaded.install ?? {},
    warnings: [...loaded.warnings, ...compilation.warnings],
    absent: compilation.absent,
  }
}
