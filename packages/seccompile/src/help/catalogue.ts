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
    name: 'bench',
    summary: 'time filters on the kernel’s clock',
    examples: [
      { does: 'two filters against none', line: 'seccompile bench filter.bpf smaller.bpf --call getppid' },
    ],
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
