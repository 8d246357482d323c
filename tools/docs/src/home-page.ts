/*
 * The home page. Left of the fold is a policy, right of it what our compiler makes of it. The site draws the picture, and
 * gives the button the address that opens this very policy in the playground.
 */
import type { HomeNumbers, PolicyOutcome, ThreeFilters } from './home-facts.ts'

/** The file of {@link HOME_POLICY} on the page. */
export const HOME_FILE = 'profile.json'

/** The policy of the page: what a small program of glibc calls, and unix sockets. Its lines fit a telephone. */
export const HOME_POLICY = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 38,
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [{
    "names": [
      "read", "write", "open", "openat",
      "close", "stat", "fstat", "lstat",
      "newfstatat", "lseek", "mmap", "munmap",
      "mprotect", "brk", "futex", "execve",
      "rt_sigaction", "rt_sigprocmask",
      "rt_sigreturn", "restart_syscall",
      "arch_prctl", "exit", "exit_group",
      "getrandom"
    ],
    "action": "SCMP_ACT_ALLOW"
  }, {
    "names": ["socket"],
    "args": [{
      "index": 0, "value": 1,
      "op": "SCMP_CMP_EQ"
    }],
    "action": "SCMP_ACT_ALLOW"
  }]
}
`

/** A guide for a reader, by what the reader does. */
interface ReaderGuide {
  readonly reader: string
  readonly page: string
  readonly finds: string
}

const READERS: readonly ReaderGuide[] = [
  {
    reader: 'You start programs that you do not trust',
    page: 'spawn-from-node.md',
    finds: 'Write a policy in TypeScript and start a command under it from Node, by bubblewrap or without.',
  },
  {
    reader: 'Your program fails under a filter',
    page: 'why-it-fails.md',
    finds: 'See each refused call, with its arguments, its rule and its program, without root.',
  },
  {
    reader: 'You run an agent’s commands',
    page: 'agent-sandbox.md',
    finds: 'A ready filter without a compiler, with bubblewrap or Landlock, from Node, Bun and Deno.',
  },
  {
    reader: 'You build a container runtime',
    page: 'container-runtimes.md',
    finds: 'Compile and merge OCI profiles exactly, for every ABI, on any machine.',
  },
  {
    reader: 'You review a policy',
    page: 'review.md',
    finds: 'Find what a filter leaves open, with a call that shows it. Compare two, and hand on a report.',
  },
  {
    reader: 'You have only the bytes',
    page: 'unknown-filter.md',
    finds: 'Read a filter of any tool, and ask which call gets which verdict.',
  },
  {
    reader: 'You write compilers',
    page: 'adding-a-pass.md',
    finds: 'A pass is a plain object, and one line puts it to the test.',
  },
  {
    reader: 'You need one part',
    page: 'one-package.md',
    finds: 'Small packages that are good alone, in a build script or in a browser.',
  },
]

const HEAD = `---
layout: home
titleTemplate: Small, fast, proved filters for Linux seccomp
---

<!-- Written by "npm run gen docs" from docs/getppid.json, and from what the compiler makes of the policy, by tools/docs. -->

<div class="home-page">

# Small, fast, proved filters for Linux seccomp

seccompile compiles a policy, such as a Docker profile, to the filter that the Linux kernel runs at system calls, and proves
that both mean the same. It is for people who sandbox programs, build container runtimes, or review profiles.

**Install**: \`npm install seccompile\`
`

/** The policy, and what becomes of it. A telephone shows the figures first: they are short. */
function sides({ allowed, insns, digest, list, ...ours }: PolicyOutcome): string {
  return `<div class="home-sides">
<div class="home-in">

**A policy**: ${allowed} calls, and unix sockets.

<!-- prettier-ignore -->
\`\`\`json ${HOME_FILE}
${HOME_POLICY}\`\`\`

</div>
<div class="home-figures">

**The filter of this policy**, and what each of the ${allowed} calls executes. A list is one comparison after another, the default of libseccomp.

| | seccompile | a list |
| --- | --: | --: |
| instructions | **${insns}** | ${list.insns} |
| executed, on average | **${ours.mean.toFixed(1)}** | ${list.mean.toFixed(1)} |
| executed, at most | **${ours.worst}** | ${list.worst} |

</div>
<div class="home-out">

**Proved** equal to the policy for each of the 2^512 calls that there can be: policy and filter have
[one decision diagram](architecture.md#proof) (digest \`${digest.slice(0, 8)}…\`).

[Open this policy in the playground](playground.md)<!-- with: ${HOME_FILE} -->

In the picture, \`KILL_THREAD\` ends a thread that calls by another ABI, such as the 32-bit one.

<!-- draw 640 342: tree ${HOME_FILE} -->

</div>
</div>
`
}

const arrows = (figures: ThreeFilters): string => figures.map((figure) => figure.toFixed(0)).join(' → ')

/** The three numbers with their sources. */
function numbers({ listed, executed, attach, measuredOn, presets, unproved }: HomeNumbers): string {
  return `## Three numbers

<div class="home-numbers">

- **${arrows(executed)}** instructions are executed for \`getppid\`, the last of ${listed} allowed calls: in a list and in a tree of
  libseccomp’s shapes, and in ours. [The experiment](getppid.md) counts them; they are the same on every machine.
- **${arrows(attach)} µs** are what it takes to attach these filters. [The experiment](getppid.md) timed them: ${measuredOn}.
- **${unproved}** filters are left to prove by hand: each of the ${presets} [presets](presets.md) comes with
  [a proof](architecture.md#proof). Where a proof would take too long, the command says so.

</div>
`
}

const readers = (): string =>
  READERS.map(({ reader, page, finds }) => `- **[${reader}](${page})**\n  ${finds}\n`).join('')

const REST = `## A search tree in place of a list

The kernel runs a seccomp filter at every system call. Most generators write the filter as one comparison after another,
so a call near the end of a long list pays for every comparison before its own. seccompile finds the number of a call in
a search tree. The chart shows the time of one call of \`getppid\`, by its place in an allow list:

![The time of getppid under an allow list, by the place of the call: it grows in a list and stays flat in a tree.](getppid.svg)

[The experiment](getppid.md) describes the measurement, and what newer kernels change. [Filters on the clock](clock.md)
times our filters and those of other tools on the calls of three programs, and
[What filters cost](comparison-of-costs.md) counts the instructions that they execute. [Pictures](pictures.md) shows each kind of
picture that \`seccompile draw\` makes of a filter.

## In three commands

After \`npm install seccompile\`, with \`node_modules/.bin\` on the path of the shell:

\`\`\`console
$ seccompile compile preset:no-network -o filter.bpf
…
proved equal to the policy, …
…
$ seccompile emulate filter.bpf socket AF_INET
x86_64 socket: ERRNO(EACCES), 9 instructions executed
$ bwrap --dev-bind / / --seccomp 3 echo hello 3< filter.bpf
hello
\`\`\`

[My first filter](first-filter.md) explains these commands one by one. [Attaching a filter](attaching.md) has each way to put a
filter into the kernel, from Node, Bun and Deno.

[Recordings](recordings.md) says what a file holds that counts the calls of a program, and [the recordings of a fleet](fleets.md) how they add.

</div>
`

/** The page in Markdown, not yet laid out. */
export function homePage(outcome: PolicyOutcome, figures: HomeNumbers): string {
  return [
    HEAD,
    sides(outcome),
    numbers(figures),
    `## Who it is for\n\n<div class="home-readers">\n\n${readers()}\n</div>\n`,
    REST,
  ].join('\n')
}
