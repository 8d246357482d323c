/*
 * The table of commands, with the groups and the order of the help. A command is loaded when it is typed. The list of
 * commands in the help loads all.
 */
import type { Command } from './syntax/command.ts'
import type { CommandEntry, CommandGroup } from './syntax/table.ts'

const entry = (name: string, load: () => Promise<{ readonly command: Command }>): CommandEntry => ({
  name,
  load: async () => (await load()).command,
})

/** The groups of commands, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Make a filter',
    commands: [
      entry('policy', () => import('./commands/policy.ts')),
      entry('compile', () => import('./commands/compile.ts')),
      entry('optimize', () => import('./commands/optimize.ts')),
      entry('intersect', () => import('./commands/intersect.ts')),
      entry('convert', () => import('./commands/convert.ts')),
      entry('merge', () => import('./commands/merge.ts')),
      entry('heal', () => import('./commands/heal.ts')),
      entry('port', () => import('./commands/port.ts')),
      entry('asm', () => import('./commands/asm.ts')),
    ],
  },
  {
    title: 'Ask about filters',
    commands: [
      entry('explain', () => import('./commands/explain.ts')),
      entry('emulate', () => import('./commands/emulate.ts')),
      entry('solve', () => import('./commands/solve.ts')),
      entry('diff', () => import('./commands/diff.ts')),
      entry('prove', () => import('./commands/prove.ts')),
      entry('check-manifest', () => import('./commands/check-manifest.ts')),
      entry('subset', () => import('./commands/subset.ts')),
      entry('digest', () => import('./commands/digest.ts')),
      entry('disasm', () => import('./commands/disasm.ts')),
      entry('cost', () => import('./commands/cost.ts')),
      entry('verify', () => import('./commands/verify.ts')),
    ],
  },
  {
    title: 'Judge',
    commands: [
      entry('lint', () => import('./commands/lint.ts')),
      entry('report', () => import('./commands/report.ts')),
      entry('new-calls', () => import('./commands/new-calls.ts')),
      entry('runtime', () => import('./commands/runtime.ts')),
      entry('draw', () => import('./commands/draw.ts')),
    ],
  },
  {
    title: 'Run',
    commands: [
      entry('run', () => import('./commands/run.ts')),
      entry('try', () => import('./commands/try.ts')),
      entry('record', () => import('./commands/record.ts')),
      entry('recordings', () => import('./commands/recordings.ts')),
      entry('launch', () => import('./commands/launch.ts')),
      entry('doctor', () => import('./commands/doctor.ts')),
      entry('oracle', () => import('./commands/oracle.ts')),
      entry('dump', () => import('./commands/dump.ts')),
      entry('bench', () => import('./commands/bench.ts')),
    ],
  },
  {
    title: 'Look up',
    commands: [
      entry('call', () => import('./commands/call.ts')),
      entry('groups', () => import('./commands/groups.ts')),
      entry('presets', () => import('./commands/presets.ts')),
      entry('passes', () => import('./commands/passes.ts')),
      entry('reproduce', () => import('./commands/reproduce.ts')),
      entry('complete', () => import('./commands/complete.ts')),
    ],
  },
]

/** All commands of the table. */
export const COMMAND_ENTRIES: readonly CommandEntry[] = COMMAND_GROUPS.flatMap(({ commands }) => commands)

/** The groups with all commands loaded. */
export function loadGroups(): Promise<readonly CommandGroup<Command>[]> {
  return Promise.all(
    COMMAND_GROUPS.map(async ({ title, commands }) => ({
      title,
      commands: await Promise.all(commands.map(({ load }) => load())),
    })),
  )
}
