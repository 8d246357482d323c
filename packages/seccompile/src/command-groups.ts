/*
 * The table of commands, with the groups and the order of the help. The first groups follow the work of a person, and fit one
 * screen. A command is loaded when it is typed, and the list of commands in the help loads none.
 */
import type { Command } from './syntax/command.ts'
import type { CommandEntry, CommandGroup, CommandTable, NamedCommand, OldWord } from './syntax/table.ts'

type Load = () => Promise<{ readonly command: Command }>

const entry = (name: string, summary: string, load: Load): CommandEntry => ({
  name,
  summary,
  load: async () => ({ name, summary, ...(await load()).command }),
})

const oldWord = (name: string, now: string, summary: string, load: Load): OldWord => ({
  ...entry(name, summary, load),
  now,
})

/** The groups of commands, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Most used',
    commands: [
      entry('compile', 'compile a policy to a raw filter', () => import('./commands/compile.ts')),
      entry('explain', 'list what a filter does, by system call', () => import('./commands/explain.ts')),
      entry('lint', 'find what is dangerous or will break', () => import('./commands/lint.ts')),
      entry(
        'diff',
        'list the calls whose verdict changes, with a direction',
        () => import('./commands/diff.ts'),
      ),
      entry('run', 'run a command under a filter', () => import('./commands/run.ts')),
    ],
  },
  {
    title: 'From a program to a policy',
    commands: [
      entry('record', 'count every call of a command', () => import('./commands/record.ts')),
      entry(
        'policy',
        'make a policy from recordings, and say what they leave unknown',
        () => import('./commands/policy.ts'),
      ),
      entry(
        'heal',
        'the smallest edit of a policy that lets seen calls run',
        () => import('./commands/heal.ts'),
      ),
      entry(
        'port',
        'the edit of a policy for other ABIs, C libraries or kernels',
        () => import('./commands/port.ts'),
      ),
    ],
  },
  {
    title: 'Make a filter of filters',
    commands: [
      entry(
        'optimize',
        'make a filter of any tool smaller and faster, with a proof',
        () => import('./commands/optimize.ts'),
      ),
      entry(
        'convert',
        'write a filter or profile in another notation, with a proof',
        () => import('./commands/convert.ts'),
      ),
      entry(
        'intersect',
        'make a filter that is as strict as several together',
        () => import('./commands/intersect.ts'),
      ),
    ],
  },
  {
    title: 'Ask about filters',
    commands: [
      entry('emulate', 'say what a filter answers to one call', () => import('./commands/emulate.ts')),
      entry('solve', 'find a call that gets a verdict, or all of them', () => import('./commands/solve.ts')),
      entry(
        'prove',
        'prove that two filters mean the same, or show a call',
        () => import('./commands/prove.ts'),
      ),
      entry('verify', 'say whether the kernel would accept a filter', () => import('./commands/verify.ts')),
      entry('disasm', 'show a filter as a listing', () => import('./commands/disasm.ts')),
      entry('cost', 'say what a filter costs, in instructions', () => import('./commands/cost.ts')),
    ],
  },
  {
    title: 'Judge',
    commands: [
      entry(
        'blocks',
        'say which published attacks a filter stops, and by what',
        () => import('./commands/blocks.ts'),
      ),
      entry(
        'report',
        'write what a reviewer needs to know, in one file',
        () => import('./commands/report.ts'),
      ),
      entry('draw', 'draw a filter as a picture', () => import('./commands/draw.ts')),
      entry(
        'check-manifest',
        'prove that a filter still means what its policy means',
        () => import('./commands/check-manifest.ts'),
      ),
      entry(
        'new-calls',
        'say what a policy does with the calls of a new kernel',
        () => import('./commands/new-calls.ts'),
      ),
      entry(
        'runtime',
        'say what a container runtime loads for a profile',
        () => import('./commands/runtime.ts'),
      ),
    ],
  },
  {
    title: 'Attach',
    commands: [
      entry(
        'launch',
        'start a command under a filter with another launcher',
        () => import('./commands/launch.ts'),
      ),
      entry('doctor', 'say how filters can be attached here', () => import('./commands/doctor.ts')),
    ],
  },
  {
    title: 'Look up',
    commands: [
      entry(
        'lookup',
        'say what a call, a group, a preset or a pass is, or list them',
        () => import('./commands/lookup.ts'),
      ),
    ],
  },
  {
    title: 'Less often',
    isRare: true,
    commands: [
      entry('recordings', 'add recordings of calls', () => import('./commands/recordings.ts')),
      entry('digest', 'print a fingerprint of what a filter means', () => import('./commands/digest.ts')),
      entry('dump', 'read the filters of a live process', () => import('./commands/dump.ts')),
      entry('bench', 'time filters on the kernel’s clock', () => import('./commands/bench.ts')),
      entry(
        'oracle',
        'say whether the interpreter and the running kernel agree',
        () => import('./commands/oracle.ts'),
      ),
      entry('reproduce', 'run a failed pass again on its input', () => import('./commands/reproduce.ts')),
      entry(
        'complete',
        'print the script with which a shell completes words',
        () => import('./commands/complete.ts'),
      ),
    ],
  },
]

/** The words of before that another command has taken in. */
const OLD_WORDS: readonly OldWord[] = [
  oldWord(
    'call',
    'lookup',
    'say what a system call is: numbers, arguments, variants',
    () => import('./commands/call.ts'),
  ),
  oldWord(
    'groups',
    'lookup groups',
    'list the groups of calls, or the calls of one',
    () => import('./commands/groups.ts'),
  ),
  oldWord(
    'presets',
    'lookup presets',
    'list the presets, or say all about one',
    () => import('./commands/presets.ts'),
  ),
  oldWord(
    'passes',
    'lookup passes',
    'list the passes and the named pipelines',
    () => import('./commands/passes.ts'),
  ),
  oldWord(
    'try',
    'run --try',
    'say which calls of a command a filter would refuse',
    () => import('./commands/try.ts'),
  ),
  oldWord(
    'subset',
    'prove --subset',
    'say whether a filter is at least as strict as another',
    () => import('./commands/subset.ts'),
  ),
  oldWord(
    'merge',
    'intersect',
    'make one profile that is as strict as several together',
    () => import('./commands/merge.ts'),
  ),
  oldWord('asm', 'convert', 'assemble a raw filter from text', () => import('./commands/asm.ts')),
]

/** All that may be typed as a command. */
export const COMMANDS: CommandTable = {
  listed: COMMAND_GROUPS.flatMap(({ commands }) => commands),
  old: OLD_WORDS,
}

/** All that may be typed, loaded: the commands of the lists, and the words of before. */
export function loadCommands(): Promise<readonly NamedCommand[]> {
  return Promise.all([...COMMANDS.listed, ...COMMANDS.old].map(({ load }) => load()))
}
