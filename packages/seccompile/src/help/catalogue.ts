/* What the help says of the commands that are declared in the old way, beside their arguments and options. */
import type { Example } from '../syntax/command.ts'

/** What the help says of a command. */
interface CommandHelp {
  readonly name: string
  /** What the command does, on one line of the list of commands. */
  readonly summary: string
  /** One to three. */
  readonly examples: readonly Example[]
}

/** The commands that are declared in the old way. */
export const OLD_HELP: readonly CommandHelp[] = [
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
  {
    name: 'explain',
    summary: 'list what a filter does, by system call',
    examples: [
      { does: 'what a preset refuses', line: 'seccompile explain preset:no-network' },
      { does: 'the first calls of one ABI', line: 'seccompile explain filter.bpf --within x86_64:0-20' },
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
    name: 'verify',
    summary: 'say whether the kernel would accept a filter',
    examples: [{ does: 'which instruction breaks which rule, if any', line: 'seccompile verify filter.bpf' }],
  },
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
