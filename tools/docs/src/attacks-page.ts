/*
 * The page of attack records: what a verdict says, what each record says, and the verdicts for presets and for policies made
 * up here. Each verdict is proved when the page is written.
 */
import { judgeAttacks } from '@seccompile/attacks'
import type {
  AffectedKernels,
  AttackAnswer,
  AttackRecord,
  AttackVerdict,
  AttackClause,
  AttackNeed,
} from '@seccompile/attacks'
import { AF_ALG } from '@seccompile/constants/af'
import { errno, policy, policyTables, printPolicy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { Preset } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { escaped } from './markdown-text.ts'

const FENCE = '```'

const HEAD = `<!-- Written by "npm run gen docs" from the attack records of @seccompile/attacks. -->

# Known attacks

A published attack on the kernel makes certain calls, and cannot do without them. An _attack record_ says which. \`seccompile
blocks FILE\` says for each record whether a filter refuses them, and proves it for all values of all arguments, on every ABI of
the machine:

| command | what it does |
| --- | --- |
| \`seccompile blocks profile.json\` | a table of every record |
| \`seccompile blocks profile.json CVE-2026-31431\` | one record, with its clauses, its calls, and what to refuse |
| \`seccompile blocks profile.json --require CVE-2026-31431\` | exit status 1 where the filter does not stop it |

\`seccompile report\` has the verdicts in a section, and \`--json\` has them for programs. The records and the judge are
[\`@seccompile/attacks\`](../packages/attacks/README.md). A record that is required and not decided makes the exit status 3.
In a test, \`expect(filter).toStop('CVE-2026-31431')\` of [\`@seccompile/matchers\`](../packages/matchers/README.md) asks the same.

A raw filter does not name its ABIs. Without \`--abi\` they are those whose \`arch\` it tests, and those of x86\\_64 if a call of
them may run.

## What the verdicts mean

| verdict | what it says |
| --- | --- |
| stopped | The filter refuses every call that serves one of the clauses that the attack needs, or every call of all clauses between which the attack can choose. The answer names the clause: a filter that stops an attack by user namespaces alone stops it no longer where the process has the capability. |
| not stopped | For each clause a call runs. The answer shows one call for each, and the filter has confirmed it. |
| not decided | A tracer or a listener decides about a call, or the filter is too large for the proof. |
| no matter of seccomp | No call decides, or the ABIs of the filter lack the call in every affected kernel. |

_Stopped_ is about one record. It does not say that the fault is gone, or that no other attack uses it: the cure is a patched
kernel. _Not stopped_ does not say that the machine can be attacked: its kernel may be patched, or lack the module.

What a filter cannot see counts as open. \`socketcall\` has its arguments in memory, so a filter that lets it run lets every socket
be made. io_uring makes sockets from Linux 5.19 on. On x86\\_64, kernels before 5.4 run the numbers of x32 without the bit of x32,
and on 64-bit mips a program of one ABI makes calls by the numbers of the others. A call counts only if an affected kernel has it.

## What every record presumes

- The attacker's code runs under the filter, and nowhere else: it has no process outside, and traces none.
- On a kernel before 4.8 it traces no process under the filter either. There a tracer may change a call that the filter has passed.
- The kernel runs no 32-bit programs on 64-bit RISC-V, nor on little-endian POWER. seccompile has no tables of these ABIs.
- It holds no descriptor of the needed kind: none is inherited, received over a socket, or taken by \`pidfd_getfd\`.
- No program gives it the capability that a clause is about, such as a set-user-ID program. With \`no_new_privs\`, none can.
- A kernel has a call, and an operation of io_uring, from the version of Linux that brought it. A kernel of a distribution may have
  it earlier.
- The process has the capabilities of \`--caps\`; without the option, those of a container. A clause that a capability replaces drops
  out where the process has the capability.
`

const RECORDS = `## The records

The third column has the versions of Linux of which some release has the fault. Which releases correct it is [below](#each-record),
with the sources and with what would make the condition wrong.
`

const ADD = `## Add a record

Read the sources first, and write no condition from memory. A clause that is not necessary makes a _stopped_ that is false, which is
the worst fault of a record: search the source of the kernel for every other caller of the faulty code, on every ABI, and for
operations of io_uring.

1. Write \`packages/attacks/src/records/ID.ts\`, after the pattern of its neighbours. A call or an argument that does not exist does
   not compile. \`socketOf\`, \`socketOption\` and \`userNamespace\` are clauses that recur; they know multiplexers and ABIs.
2. Name what was read in \`sources\`, and say in \`wrongIf\` what would make the condition wrong.
3. Add the record to the list in \`packages/attacks/src/attack-records.ts\`, by its identifier.
4. Add a trial to \`packages/attacks/src/trials.ts\`: for each smallest set of clauses a policy that refuses their calls and nothing
   else, and a policy that looks alike and leaves a call. The tests prove the verdicts, and open each refused call in turn.
5. \`npm run gen docs\` writes this page anew.
`

/** The verdicts as the page and the command name them. */
const WORDS: Record<AttackVerdict, string> = {
  'not-stopped': 'not stopped',
  'not-decided': 'not decided',
  stopped: 'stopped',
  'no-matter': 'no matter',
}

/** The presets in the table of verdicts: two for whole programs, and those against one thing. */
const SHOWN = [
  'container-default',
  'agent-command',
  'no-new-namespaces',
  'no-exotic-sockets',
  'no-io-uring',
] as const

const anchor = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')

function clauseText({ name, replacedBy }: AttackClause): string {
  return escaped(replacedBy === undefined ? name : `${name} (or ${replacedBy})`)
}

/** The condition in Markdown: clauses joined by "and" and "or". */
function needText(need: AttackNeed, isInner = false): string {
  switch (need.kind) {
    case 'clause':
      return clauseText(need)
    case 'no-call':
      return escaped(`no call: ${need.because}`)
    case 'all':
      return need.of.map((each) => needText(each, true)).join(' **and** ')
    case 'any': {
      const text = need.of.map((each) => needText(each, true)).join(' or ')
      return isInner ? `(${text})` : text
    }
  }
}

/** A source in Markdown: an address, or one with a path in it, and a CVE become links. */
function sourceText(source: string): string {
  const [, address, path] = /^(https:\/\/[^\s:]+)(?:: (.+))?$/.exec(source) ?? []
  if (address !== undefined) return path === undefined ? `<${address}>` : `<${address}>, ${escaped(path)}`
  if (/^CVE-\d+-\d+$/.test(source)) return `[${source}](https://www.cve.org/CVERecord?id=${source})`
  const [, hash] = /^commit ([\da-f]{40}) of Linux/.exec(source) ?? []
  if (hash === undefined) return escaped(source)
  const rest = source.slice(`commit ${hash} of Linux`.length)
  return `[commit ${hash.slice(0, 12)}](https://git.kernel.org/linus/${hash}) of Linux${escaped(rest)}`
}

/** The versions of Linux of which some release has the fault. */
function versionsText({ from, to }: AffectedKernels): string {
  if (from === undefined) return to === undefined ? 'all' : `to ${to}`
  if (from === to) return from
  return to === undefined ? `from ${from}` : `${from} to ${to}`
}

const idsOf = ({ id, alsoIds = [] }: AttackRecord): string => [id, ...alsoIds].join(', ')

const headingOf = (record: AttackRecord): string => `${idsOf(record)}: ${record.name}`

const linkTo = (record: AttackRecord): string => `[${record.id}](#${anchor(headingOf(record))})`

function section(record: AttackRecord): string {
  const { summary, affected, presumes, needs, wrongIf, sources } = record
  return [
    `### ${escaped(headingOf(record))}\n`,
    `${escaped(summary)}\n`,
    `- **Affected:** ${escaped(affected.text)}.\n`,
    `- **Presumes:** ${escaped(presumes)}.\n`,
    `- **Needs:** ${needText(needs)}.\n`,
    `- **Wrong if:** ${escaped(wrongIf)}\n`,
    `- **Sources:** ${sources.map(sourceText).join('; ')}.\n`,
  ].join('')
}

/** The answers of the filter of `mine` about each record. */
function answersOf(mine: Policy, records: readonly AttackRecord[]): readonly AttackAnswer[] {
  const [main, ...others] = policyTables(mine, undefined, signedAbiTable)
  const abis = [main!, ...others] as const // a policy has an ABI
  const { rules } = resolve(mine, { abis })
  return judgeAttacks({ filter: { level: 'rules', ir: rules }, abis }, records)
}

/** The verdict, and the calls that are left where the filter does not stop the attack. */
function verdictText({ verdict, machines }: AttackAnswer): string {
  const left = machines.flatMap((machine) => (machine.kind === 'not-stopped' ? machine.through : []))
  const calls = left.flatMap((answer) => {
    if (answer.kind !== 'open') return []
    const { abi, name, by } = answer.call
    const made = by === undefined ? name : `${name} by ${by}`
    return `${made} on ${abi}`
  })
  return calls.length === 0 ? `**${WORDS[verdict]}**` : `**${WORDS[verdict]}**: ${escaped(calls.join(', '))}`
}

function presetTable(presets: readonly Preset[], records: readonly AttackRecord[]): string {
  const shown = SHOWN.map((name) => presets.find((preset) => preset.name === name)!)
  const columns = shown.map((preset) =>
    answersOf(preset.policy, records).map(({ verdict }) => WORDS[verdict]),
  )
  const rows = records.map(
    (record, place) => `| ${linkTo(record)} | ${columns.map((column) => column[place]!).join(' | ')} |\n`,
  )
  const head = shown.map(({ name }) => `[\`${name}\`](presets.md#${name})`).join(' | ')
  return `| record | ${head} |\n| --- |${' --- |'.repeat(shown.length)}\n${rows.join('')}`
}

/** A policy made up for this page, with what a reader learns from it. */
interface AttackExample {
  readonly text: string
  readonly policy: Policy
}

const refused = errno('EAFNOSUPPORT')
const alone = policy({ default: 'allow', abis: ['x86_64'] }).deny(
  'socket',
  ({ family }) => family.eq(AF_ALG),
  refused,
)
const withoutRing = alone.deny('io_uring_setup', errno('ENOSYS'))
const withX86 = policy({ default: 'allow', abis: ['x86_64', 'x86'] })
  .deny('socket', ({ family }) => family.eq(AF_ALG), refused)
  .deny('io_uring_setup', errno('ENOSYS'))

const EXAMPLES: readonly AttackExample[] = [
  {
    text: 'The rule that comes to mind first refuses the family in `socket`. io_uring makes the socket all the same',
    policy: alone,
  },
  {
    text: 'Without io_uring nothing is left on x86_64, and this filter kills a call by any other ABI',
    policy: withoutRing,
  },
  {
    text: 'The same rules for 32-bit programs too. These have `socketcall`, whose arguments no filter sees',
    policy: withX86,
  },
  {
    text: 'Refusing that call of `socketcall` breaks 32-bit programs that make other sockets by it, and stops the attack',
    policy: withX86.deny('socketcall', ({ call }) => call.eq(1), errno('ENOSYS')),
  },
]

/** The record that the examples are about. */
const EXAMPLE_ID = 'CVE-2026-31431'

function examplesText(records: readonly AttackRecord[]): string {
  const record = records.find(({ id }) => id === EXAMPLE_ID)
  if (record === undefined) return ''
  const parts = EXAMPLES.map(({ text, policy: mine }) =>
    [
      `${text}:\n`,
      `${FENCE}text\n${printPolicy(mine).trimEnd()}\n${FENCE}\n`,
      `${linkTo(record)} is ${verdictText(answersOf(mine, [record])[0]!)}.\n`,
    ].join('\n'),
  )
  return ['## Four filters against one attack\n', ...parts].join('\n')
}

/** The page in Markdown, not yet laid out. */
export function attacksPage(records: readonly AttackRecord[], presets: readonly Preset[]): string {
  const rows = records.map(
    (record) =>
      `| ${linkTo(record)} | ${escaped(record.name)} | ${versionsText(record.affected)} | ${needText(record.needs)} |\n`,
  )
  return [
    HEAD,
    RECORDS,
    `| record | name | Linux | needs |\n| --- | --- | --- | --- |\n${rows.join('')}`,
    '## What our presets stop\n',
    'Each verdict is proved for the ABIs of the preset, and for a process with the capabilities of a container.\n',
    presetTable(presets, records),
    examplesText(records),
    ADD,
    '## Each record\n',
    ...records.map(section),
  ].join('\n')
}
