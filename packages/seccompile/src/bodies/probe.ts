import { probe as probeKernel } from '@seccompile/kernel'
import type { Offer } from '@seccompile/kernel'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { printableLine, table } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'

const row = (kind: string, { name, offered, why }: Offer): readonly string[] => [
  kind,
  name,
  offered === undefined ? '?' : offered ? 'yes' : 'no',
  printableLine(why),
]

/** `seccompile probe`: the features of seccomp that the running kernel offers; status 1 where no filter can be attached. */
export function probe(io: Io, json: boolean): ExitCode {
  const found = probeKernel()
  const { filters, actions, flags, bitmap, jit, abis, sysAdmin, limits, launchers, attached } = found
  const status = filters.offered === false ? EXIT.no : EXIT.ok
  if (json) {
    sayJson(io, found)
    return status
  }
  io.out(`Linux ${printableLine(found.release)}, ${found.abi}\n`)
  io.out(
    `at most ${limits.insns} instructions a filter, and ${limits.insnsPerPath} converted ones in all filters of a task; this process is under ${attached ?? 'an unknown number of'} filters\n\n`,
  )
  io.out(
    table(
      ['what', 'name', 'offered', 'why'],
      [
        row('', filters),
        ...actions.map((one) => row('action', one)),
        ...flags.map((one) => row('flag', one)),
        row('', bitmap),
        row('', jit),
        ...abis.map((one) => row('ABI', one)),
        row('privilege', sysAdmin),
        ...launchers.map((one) => row('launcher', one)),
      ],
    ),
  )
  return status
}
