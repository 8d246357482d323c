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
    name: 'probe',
    summary: 'say what the running kernel offers to seccomp',
    examples: [{ does: 'features, and why others are missing', line: 'seccompile probe' }],
  },
  {
    name: 'dump',
    summary: 'read the filters of a live process',
    examples: [{ does: 'the filters of process 1234, as files', line: 'seccompile dump 1234 -o filters' }],
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
]
