import { probe } from '@seccompile/kernel'
import type { Offer } from '@seccompile/kernel'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { printableLine, table } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'

const row = (kind: string, { name, offered, why, toDo }: Offer): readonly string[] => [
  kind,
  name,
  offered === undefined ? '?' : offered ? 'yes' : 'no',
  printableLine(toDo === undefined ? why : `${why}; ${toDo}`),
]

/** Which of `offers`, in their order, is taken for a task; or what to do where all are missing. */
function firstOf(task: string, offers: readonly Offer[]): string {
  const first = offers.find(({ offered }) => offered === true)
  if (first !== undefined) return `${task}: ${first.name}`
  const toDo = new Set(offers.flatMap((one) => one.toDo ?? []))
  return `${task}: nothing here; ${[...toDo].join(', or ')}`
}

/**
 * `seccompile doctor`: the ways to attach a filter on this machine, and the features of seccomp that the running kernel
 * offers; status 1 where no filter can be attached.
 */
export function doctor(io: Io, json: boolean): ExitCode {
  const found = probe()
  const { filters, actions, flags, bitmap, jit, abis, sysAdmin, limits, bridges, launchers, attached } = found
  const isReady = filters.offered !== false && launchers.some(({ offered }) => offered === true)
  const status = isReady ? EXIT.ok : EXIT.no
  if (json) {
    sayJson(io, found)
    return status
  }
  io.out(`Linux ${printableLine(found.release)}, ${found.abi}, ${found.runtime}\n`)
  io.out(`${printableLine(firstOf('starts a command under a filter (run)', launchers))}\n`)
  io.out(`${printableLine(firstOf('attaches a filter to its own process (attach)', bridges))}\n`)
  io.out(
    `at most ${limits.insns} instructions a filter, and ${limits.insnsPerPath} converted ones in all filters of a task; this process is under ${attached ?? 'an unknown number of'} filters\n\n`,
  )
  io.out(
    table(
      ['what', 'name', 'offered', 'why'],
      [
        row('', filters),
        ...launchers.map((one) => row('launcher', one)),
        ...bridges.map((one) => row('bridge', one)),
        ...actions.map((one) => row('action', one)),
        ...flags.map((one) => row('flag', one)),
        row('', bitmap),
        row('', jit),
        ...abis.map((one) => row('ABI', one)),
        row('privilege', sysAdmin),
      ],
    ),
  )
  return status
}
