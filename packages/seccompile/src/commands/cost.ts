import { verdictName } from '@seccompile/abi'
import { cost } from '@seccompile/compiler'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { AbiOptions } from '../load-policy.ts'
import { loadAcceptedProgram } from '../load-program.ts'
import { sayJson, sayWarnings } from '../say.ts'
import { table } from '../table.ts'

/** The options of `cost`, as typed. */
export interface CostCommandOptions extends AbiOptions {
  readonly calls?: boolean
  readonly json?: boolean
}

/** `seccompile cost`: what a filter costs, in exact counts. */
export async function costCommand(io: Io, argument: string, options: CostCommandOptions): Promise<ExitCode> {
  const { program, abis, endianness, warnings } = await loadAcceptedProgram(argument, options)
  const costs = cost(program, abis, endianness)
  sayWarnings(io, warnings)
  if (options.json === true) {
    sayJson(io, costs)
    return EXIT.ok
  }
  io.out(
    table(
      ['instructions', 'eBPF', 'returns', 'jumps (ja)', 'steps at attach'],
      [[costs.insns, costs.ebpfInsns, costs.rets, costs.jas, costs.attachSteps]],
    ),
  )
  const rows = costs.abis.flatMap(({ abi, allowed, denied, cached }) => [
    [abi, 'allowed', allowed.count, allowed.mean, allowed.worst, String(cached)],
    [abi, 'denied', denied.count, denied.mean, denied.worst, ''],
  ])
  io.out(`\n${table(['ABI', 'calls', 'count', 'executed', 'worst', 'in bitmap'], rows)}`)
  if (options.calls !== true) return EXIT.ok
  for (const { abi, calls } of costs.abis) {
    const each = calls.map(({ name, nr, steps, verdict, uncached }) => [
      name,
      nr,
      steps,
      verdictName(verdict),
      uncached === undefined ? 'in bitmap' : `${String(uncached.pc).padStart(4, '0')}: ${uncached.reason}`,
    ])
    io.out(`\n${abi}\n${table(['call', 'nr', 'executed', 'verdict', 'bitmap'], each)}`)
  }
  return EXIT.ok
}
