/*
 * The table of commands, with the groups and the order of the help. The first groups follow the work of a person, and fit one
 * screen. A command is loaded when it is typed. The list of commands in the help loads those that it shows.
 */
import type { Command } from './syntax/command.ts'
import type { CommandEntry, CommandGroup, CommandTable, OldWord } from './syntax/table.ts'

type Load = () => Promise<{ readonly command: Command }>

const entry = (name: string, load: Load): CommandEntry => ({
  name,
  load: async () => (await load()).command,
})

const oldWord = (name: string, now: string, load: Load): OldWord => ({ ...entry(name, load), now })

/** The groups of commands, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Most used',
    commands: [
      entry('compile', () => import('./commands/compile.ts')),
      entry('explain', () => import('./commands/explain.ts')),
      entry('lint', () => import('./commands/lint.ts')),
      entry('diff', () => import('./commands/diff.ts')),
      entry('run', () => import('./commands/run.ts')),
    ],
  },
  {
    title: 'From a program to a policy',
    commands: [
      entry('record', () => import('./commands/record.ts')),
      entry('policy', () => import('./commands/policy.ts')),
      entry('heal', () => import('./commands/heal.ts')),
      entry('port', () => import('./commands/port.ts')),
    ],
  },
  {
    title: 'Make a filter of filters',
    commands: [
      entry('optimize', () => import('./commands/optimize.ts')),
      entry('convert', () => import('./commands/convert.ts')),
      entry('intersect', () => import('./commands/intersect.ts')),
    ],
  },
  {
    title: 'Ask about filters',
    commands: [
      entry('emulate', () => import('./commands/emulate.ts')),
      entry('solve', () => import('./commands/solve.ts')),
      entry('prove', () => import('./commands/prove.ts')),
      entry('verify', () => import('./commands/verify.ts')),
      entry('disasm', () => import('./commands/disasm.ts')),
      entry('cost', () => import('./commands/cost.ts')),
    ],
  },
  {
    title: 'Judge',
    commands: [
      entry('blocks', () => import('./commands/blocks.ts')),
      entry('report', () => import('./commands/report.ts')),
      entry('draw', () => import('./commands/draw.ts')),
      entry('check-manifest', () => import('./commands/check-manifest.ts')),
      entry('new-calls', () => import('./commands/new-calls.ts')),
      entry('runtime', () => import('./commands/runtime.ts')),
    ],
  },
  {
    title: 'Attach',
    commands: [
      entry('launch', () => import('./commands/launch.ts')),
      entry('doctor', () => import('./commands/doctor.ts')),
    ],
  },
  {
    title: 'Look up',
    commands: [entry('lookup', () => import('./commands/lookup.ts'))],
  },
  {
    title: 'Less often',
    isRare: true,
    commands: [
      entry('recordings', () => import('./commands/recordings.ts')),
      entry('digest', () => import('./commands/digest.ts')),
      entry('dump', () => import('./commands/dump.ts')),
      entry('bench', () => import('./commands/bench.ts')),
      entry('oracle', () => import('./commands/oracle.ts')),
      entry('reproduce', () => import('./commands/reproduce.ts')),
      entry('complete', () => import('./commands/complete.ts')),
    ],
  },
]

/** The words of before that another command has taken in. */
const OLD_WORDS: readonly OldWord[] = [
  oldWord('call', 'lookup', () => import('./commands/call.ts')),
  oldWord('groups', 'lookup groups', () => import('./commands/groups.ts')),
  oldWord('presets', 'lookup presets', () => import('./commands/presets.ts')),
  oldWord('passes', 'lookup passes', () => import('./commands/passes.ts')),
  oldWord('try', 'run --try', () => import('./commands/try.ts')),
  oldWord('subset', 'prove --subset', () => import('./commands/subset.ts')),
  oldWord('merge', 'intersect', () => import('./commands/merge.ts')),
  oldWord('asm', 'convert', () => import('./commands/asm.ts')),
]

/** All that may be typed as a command. */
export const COMMANDS: CommandTable = {
  listed: COMMAND_GROUPS.flatMap(({ commands }) => commands),
  old: OLD_WORDS,
}

/** `groups` with all commands loaded. */
export function loadGroups(
  groups: readonly CommandGroup[] = COMMAND_GROUPS,
): Promise<readonly CommandGroup<Command>[]> {
  return Promise.all(
    groups.map(async ({ commands, ...group }) => ({
      ...group,
      commands: await Promise.all(commands.map(({ load }) => load())),
    })),
  )
}

/** All that may be typed: the commands of the lists, and the words of before. */
export function loadCommands(): Promise<readonly Command[]> {
  return Promise.all([...COMMANDS.listed, ...COMMANDS.old].map(({ load }) => load()))
}
