/*
 * The table of commands: the groups and the order of the help. A command is loaded when it is typed; the list of the help
 * loads all.
 */
import type { Command } from './syntax/command.ts'

/** A command of the table. */
export interface CommandEntry {
  readonly name: string
  readonly load: () => Promise<Command>
}

/** Commands that serve one purpose. */
export interface CommandGroup<Entry = CommandEntry> {
  readonly title: string
  readonly commands: readonly Entry[]
}

const entry = (name: string, load: () => Promise<{ readonly command: Command }>): CommandEntry => ({
  name,
  load: async () => (await load()).command,
})

/** A command that is declared in the old way. */
const old = (name: string): CommandEntry => ({
  name,
  load: async () => (await import('./old-command.ts')).oldCommand(name),
})

/** The groups of commands, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Make a filter',
    commands: [
      entry('compile', () => import('./commands/compile.ts')),
      entry('optimize', () => import('./commands/optimize.ts')),
      entry('intersect', () => import('./commands/intersect.ts')),
      entry('convert', () => import('./commands/convert.ts')),
      old('merge'),
      entry('asm', () => import('./commands/asm.ts')),
    ],
  },
  {
    title: 'Ask about filters',
    commands: [
      entry('explain', () => import('./commands/explain.ts')),
      entry('emulate', () => import('./commands/emulate.ts')),
      old('solve'),
      old('diff'),
      entry('prove', () => import('./commands/prove.ts')),
      old('check-manifest'),
      entry('subset', () => import('./commands/subset.ts')),
      entry('digest', () => import('./commands/digest.ts')),
      entry('disasm', () => import('./commands/disasm.ts')),
      entry('cost', () => import('./commands/cost.ts')),
      entry('verify', () => import('./commands/verify.ts')),
    ],
  },
  {
    title: 'Judge',
    commands: [old('lint'), old('report'), old('draw')],
  },
  {
    title: 'Run',
    commands: [
      entry('run', () => import('./commands/run.ts')),
      old('launch'),
      entry('probe', () => import('./commands/probe.ts')),
      old('oracle'),
      entry('dump', () => import('./commands/dump.ts')),
      old('bench'),
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
      old('complete'),
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
