import type { Answer } from '@seccompile/answer'
import { probe } from '@seccompile/kernel'
import type { Offer } from '@seccompile/kernel'
import { printableLine, table } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import { JSON_OUT } from '../options/forms.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

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
 * The ways to attach a filter on this machine, and the features of seccomp that the running kernel offers; a no where no
 * filter can be attached.
 */
function doctor(): Answer {
  const found = probe()
  const { filters, actions, flags, bitmap, jit, abis, sysAdmin, limits, bridges, launchers, attached } = found
  const isReady = filters.offered !== false && launchers.some(({ offered }) => offered === true)
  const lines = [
    printableLine(`Linux ${found.release}, ${found.abi}, ${found.runtime}`),
    printableLine(firstOf('starts a command under a filter (run)', launchers)),
    printableLine(firstOf('attaches a filter to its own process (attach)', bridges)),
    `at most ${limits.insns} instructions a filter, and ${limits.insnsPerPath} converted ones in all filters of a task; this process is under ${attached ?? 'an unknown number of'} filters`,
  ]
  const rows = [
    row('', filters),
    ...launchers.map((one) => row('launcher', one)),
    ...bridges.map((one) => row('bridge', one)),
    ...actions.map((one) => row('action', one)),
    ...flags.map((one) => row('flag', one)),
    row('', bitmap),
    row('', jit),
    ...abis.map((one) => row('ABI', one)),
    row('privilege', sysAdmin),
  ]
  return {
    status: isReady ? 'yes' : 'no',
    text: () => `${lines.join('\n')}\n\n${table(['what', 'name', 'offered', 'why'], rows)}`,
    facts: () => found,
  }
}

/** `seccompile doctor`. */
export const command: Command = defineCommand({
  description:
    'say how filters can be attached here, what to do for the ways that are missing, and what the running kernel offers to seccomp (exit 1 where no filter can be attached)',
  args: {},
  options: { json: JSON_OUT },
  examples: [
    { does: 'the ways to attach, the features, and why others are missing', line: 'seccompile doctor' },
  ],
  run: asking(doctor),
})
