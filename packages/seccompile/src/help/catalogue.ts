/*
 * What the help says of each command beside its arguments and options: its group, a line, and examples.
 *
 * The lists of commands, `--help`, the manual pages and the tests read this one list. The tests run the examples, so
 * they read only these files: profile.json, old.json, new.json, filter.bpf, filter.bpf.json, smaller.bpf and filter.txt.
 */

/** A line of a shell, and what it does. */
export interface Example {
  readonly does: string
  readonly line: string
}

/** What the help says of a command. */
export interface CommandHelp {
  readonly name: string
  /** What the command does, on one line of the list of commands. */
  readonly summary: string
  /** One to three. */
  readonly examples: readonly Example[]
}

/** Commands that serve one purpose. */
export interface CommandGroup {
  readonly title: string
  readonly commands: readonly CommandHelp[]
}

const MAKE: readonly CommandHelp[] = [
  {
    name: 'compile',
    summary: 'compile a policy to a raw filter',
    examples: [
      { does: 'a profile of Docker as a raw filter', line: 'seccompile compile profile.json -o filter.bpf' },
      {
        does: 'two presets as one filter, for all ABIs of the machine',
        line: 'seccompile compile preset:no-network+no-tracing --abi x86_64,x86,x32 -o filter.bpf',
      },
      {
        does: 'ENOSYS for calls that are newer than the profile',
        line: 'seccompile compile profile.json --known-up-to 6.1 -o filter.bpf',
      },
    ],
  },
  {
    name: 'optimize',
    summary: 'make a filter of any tool smaller and faster, with a proof',
    examples: [
      { does: 'the same filter, smaller', line: 'seccompile optimize filter.bpf -o smaller.bpf' },
      {
        does: 'the smallest, however slow',
        line: 'seccompile optimize filter.bpf --pipeline size -o smaller.bpf',
      },
    ],
  },
  {
    name: 'intersect',
    summary: 'make a filter that is as strict as two together',
    examples: [
      {
        does: 'a profile without network',
        line: 'seccompile intersect profile.json preset:no-network -o filter.bpf',
      },
    ],
  },
  {
    name: 'convert',
    summary: 'write a filter or profile in another notation, with a proof',
    examples: [
      { does: 'a raw filter as a profile of Docker', line: 'seccompile convert filter.bpf -o written.json' },
      {
        does: 'a preset as a profile, with all that a profile cannot hold refused',
        line: 'seccompile convert preset:no-network --deny-inexpressible -o no-network.json',
      },
    ],
  },
  {
    name: 'merge',
    summary: 'make one profile that is as strict as several',
    examples: [
      {
        does: 'what a Kubernetes node makes of its baseline and of a profile from a registry',
        line: 'seccompile merge old.json new.json --kep6061 -o merged.json',
      },
    ],
  },
  {
    name: 'asm',
    summary: 'assemble a raw filter from text',
    examples: [
      {
        does: 'a filter from a text of bpf_asm, or from a listing',
        line: 'seccompile asm filter.txt -o filter.bpf',
      },
    ],
  },
]

const ASK: readonly CommandHelp[] = [
  {
    name: 'explain',
    summary: 'list what a filter does, by system call',
    examples: [
      { does: 'what a preset refuses', line: 'seccompile explain preset:no-network' },
      { does: 'the first calls of one ABI', line: 'seccompile explain filter.bpf --within x86_64:0-20' },
    ],
  },
  {
    name: 'emulate',
    summary: 'say what a filter answers to one call',
    examples: [
      {
        does: 'the verdict on a call, all arguments 0',
        line: 'seccompile emulate profile.json openat',
      },
      {
        does: 'an argument by name, and the instructions on the way',
        line: 'seccompile emulate filter.bpf socket family=AF_UNIX --trace',
      },
    ],
  },
  {
    name: 'solve',
    summary: 'find a call that gets a verdict, or all of them',
    examples: [
      {
        does: 'every way to open a file',
        line: 'seccompile solve filter.bpf --verdict ALLOW --syscall "open*" --all',
      },
      {
        does: 'whether a socket of this family may exist',
        line: 'seccompile solve profile.json --verdict ALLOW --syscall socket --arg family=AF_UNIX',
      },
    ],
  },
  {
    name: 'diff',
    summary: 'list the calls whose verdict changes, with a direction',
    examples: [
      { does: 'what a new profile opens', line: 'seccompile diff old.json new.json --only weaker' },
      {
        does: 'all changes, as a table for a review',
        line: 'seccompile diff old.json new.json --format markdown',
      },
      {
        does: 'a page with a picture and the table',
        line: 'seccompile diff old.json new.json -o changes.html',
      },
    ],
  },
  {
    name: 'prove',
    summary: 'prove that two filters mean the same, or show a call',
    examples: [
      {
        does: 'that a filter still means what the profile means',
        line: 'seccompile prove profile.json filter.bpf',
      },
    ],
  },
  {
    name: 'check-manifest',
    summary: 'prove that a filter still means what its policy means',
    examples: [
      {
        does: 'a filter that "compile profile.json --manifest -o filter.bpf" has made',
        line: 'seccompile check-manifest filter.bpf.json',
      },
    ],
  },
  {
    name: 'subset',
    summary: 'say whether a filter is at least as strict as another',
    examples: [
      { does: 'whether a new profile opens nothing', line: 'seccompile subset new.json --of old.json' },
      { does: 'all that it opens', line: 'seccompile subset new.json --of old.json --all' },
    ],
  },
  {
    name: 'digest',
    summary: 'print a fingerprint of what a filter means',
    examples: [
      {
        does: 'the same fingerprint for the same meaning',
        line: 'seccompile digest filter.bpf smaller.bpf',
      },
    ],
  },
  {
    name: 'disasm',
    summary: 'show a filter as a listing',
    examples: [
      { does: 'a listing with names', line: 'seccompile disasm filter.bpf' },
      { does: 'a text that "asm" and bpf_asm read', line: 'seccompile disasm filter.bpf --asm > filter.txt' },
    ],
  },
  {
    name: 'cost',
    summary: 'say what a filter costs, in instructions',
    examples: [
      { does: 'the cost of a filter by any tool', line: 'seccompile cost filter.bpf' },
      {
        does: 'by how often a server makes its calls, with a row for each call',
        line: 'seccompile cost profile.json --weights server --per-call',
      },
      {
        does: 'the same as a picture, a line for each call',
        line: 'seccompile cost profile.json -o cost.svg',
      },
    ],
  },
  {
    name: 'verify',
    summary: 'say whether the kernel would accept a filter',
    examples: [{ does: 'which instruction breaks which rule, if any', line: 'seccompile verify filter.bpf' }],
  },
]

const JUDGE: readonly CommandHelp[] = [
  {
    name: 'lint',
    summary: 'find what is dangerous or will break',
    examples: [
      { does: 'the findings of a profile', line: 'seccompile lint profile.json' },
      {
        does: 'for a code host, and exit 1 from medium on',
        line: 'seccompile lint filter.bpf --fail-on medium --format sarif > findings.sarif',
      },
    ],
  },
  {
    name: 'report',
    summary: 'write what a reviewer needs to know, in one file',
    examples: [
      { does: 'a page about a profile', line: 'seccompile report profile.json -o report.html' },
      {
        does: 'with the difference to the profile before',
        line: 'seccompile report new.json --base old.json -o report.md',
      },
    ],
  },
  {
    name: 'draw',
    summary: 'draw a filter as a picture',
    examples: [
      {
        does: 'the search over the numbers of calls, and the way of one call',
        line: 'seccompile draw tree profile.json --call socket -o tree.svg',
      },
      {
        does: 'what changes, a strip for each ABI',
        line: 'seccompile draw barcode old.json new.json -o strip.svg',
      },
      { does: 'the tests as a graph for Graphviz', line: 'seccompile draw graph filter.bpf --format dot' },
    ],
  },
]

const RUN: readonly CommandHelp[] = [
  {
    name: 'run',
    summary: 'run a command under a filter',
    examples: [
      { does: 'a command without network', line: 'seccompile run preset:no-network -- npm test' },
      {
        does: 'and say which call killed it, if one did',
        line: 'seccompile run filter.bpf --report -- node server.js',
      },
    ],
  },
  {
    name: 'launch',
    summary: 'start a command under a filter by another launcher',
    examples: [
      {
        does: 'the line for bwrap, and the filter that it names',
        line: 'seccompile launch bwrap profile.json -o filter.bpf -- --ro-bind / / node server.js',
      },
    ],
  },
  {
    name: 'probe',
    summary: 'say what the running kernel offers to seccomp',
    examples: [{ does: 'features, and why others are missing', line: 'seccompile probe' }],
  },
  {
    name: 'oracle',
    summary: 'say what the running kernel answers to a call',
    examples: [
      {
        does: 'the verdict of the kernel; the call is not made',
        line: 'seccompile oracle filter.bpf openat',
      },
      {
        does: 'whether the kernel and the interpreter agree',
        line: 'seccompile oracle filter.bpf --against',
      },
    ],
  },
  {
    name: 'dump',
    summary: 'read the filters of a live process',
    examples: [{ does: 'the filters of process 1234, as files', line: 'seccompile dump 1234 -o filters' }],
  },
  {
    name: 'bench',
    summary: 'time filters on the kernel’s clock',
    examples: [
      { does: 'two filters against none', line: 'seccompile bench filter.bpf smaller.bpf --call getppid' },
    ],
  },
]

const LOOK_UP: readonly CommandHelp[] = [
  {
    name: 'call',
    summary: 'say what a system call is: numbers, arguments, variants',
    examples: [
      { does: 'a call by name', line: 'seccompile call socket' },
      { does: 'a number of an ABI', line: 'seccompile call 98 --abi aarch64' },
    ],
  },
  {
    name: 'groups',
    summary: 'list the groups of calls, or the calls of one',
    examples: [
      { does: 'all groups', line: 'seccompile groups' },
      { does: 'the calls of one', line: 'seccompile groups files-to-read' },
    ],
  },
  {
    name: 'presets',
    summary: 'list the presets, or say all about one',
    examples: [
      { does: 'all presets', line: 'seccompile presets' },
      { does: 'what two are together', line: 'seccompile presets no-network+no-tracing' },
    ],
  },
  {
    name: 'passes',
    summary: 'list the passes and the named pipelines',
    examples: [{ does: 'the names that --passes takes', line: 'seccompile passes' }],
  },
  {
    name: 'complete',
    summary: 'print the script by which a shell completes words',
    examples: [
      { does: 'for this session of bash', line: 'source <(seccompile complete bash)' },
      {
        does: 'for every session of zsh, in a folder of $fpath',
        line: 'seccompile complete zsh > ~/.zfunc/_seccompile',
      },
      {
        does: 'for every session of fish',
        line: 'seccompile complete fish > ~/.config/fish/completions/seccompile.fish',
      },
    ],
  },
]

/** The groups of commands, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { title: 'Make a filter', commands: MAKE },
  { title: 'Ask about filters', commands: ASK },
  { title: 'Judge', commands: JUDGE },
  { title: 'Run', commands: RUN },
  { title: 'Look up', commands: LOOK_UP },
]

/** What a status means on exit, for commands that do not become another command. */
export const EXIT_STATUSES: readonly (readonly [status: string, means: string])[] = [
  ['0', 'done, or yes'],
  ['1', 'a computed no'],
  ['2', 'bad usage or input'],
  ['3', 'not decided, or a fault of seccompile'],
]
