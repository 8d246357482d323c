/* The watcher in a container under Docker's default profile: what it sees, and what it says of the profile. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRecording } from '@seccompile/recording'
import { SECCOMPILE } from './compare-programs.ts'
import { containerRunner, whyNoContainer } from './container.ts'
import type { ContainerEnd } from './container.ts'

/** A check in a container: a command, and what is wrong with how it ended. */
interface ContainerCheck {
  readonly title: string
  readonly words: readonly string[]
  readonly wrong: (end: ContainerEnd) => readonly string[]
}

/** What is wrong where a text has to have a part. */
const has = (text: string, part: string | RegExp): readonly string[] =>
  (typeof part === 'string' ? text.includes(part) : part.test(text))
    ? []
    : [`no ${String(part)} in ${JSON.stringify(text)}`]

const OUTER = 'a filter is already attached to this process'

/** A policy that refuses to make folders, and allows all else. */
const POLICY = JSON.stringify({
  defaultAction: 'SCMP_ACT_ALLOW',
  syscalls: [{ names: ['mkdir', 'mkdirat'], action: 'SCMP_ACT_ERRNO', errnoRet: 18 }],
})

function checks(folder: string): readonly ContainerCheck[] {
  const policy = join(folder, 'policy.json')
  writeFileSync(policy, POLICY)
  const made = join(folder, 'made')
  // The profile refuses unshare, and the policy would allow it.
  const script = `mkdir ${made}; unshare --user true; exit 3`
  const command = ['--', 'sh', '-c', script]
  const row = /\n +1 +\S+ mkdir(?:at)?\(.* EXDEV +mkdir +\S*policy\.json:1:/
  /** The call of the policy is the only row of the report. */
  const oneRow = (err: string): readonly string[] => {
    const rows = err.match(/^ +\d+ +\S+ \w+\(.*$/gm) ?? []
    return rows.length === 1 ? has(err, row) : [`${rows.length} rows: ${rows.join(', ')}`]
  }
  return [
    {
      title: 'run --report',
      words: [...SECCOMPILE, 'run', policy, '--report', ...command],
      wrong: ({ status, err }) => [
        ...(status === 3 ? [] : [`status ${status}`]),
        ...has(err, OUTER),
        ...oneRow(err),
        ...has(err, 'unshare failed: Operation not permitted'),
        ...(existsSync(made) ? ['a refused call ran'] : []),
      ],
    },
    {
      title: 'try',
      words: [...SECCOMPILE, 'try', policy, ...command],
      wrong: ({ status, err }) => [
        ...(status === 1 ? [] : [`status ${status}`]),
        ...has(err, OUTER),
        ...oneRow(err),
        ...(existsSync(made) ? [] : ['a call was refused']),
      ],
    },
    {
      title: 'record',
      words: [...SECCOMPILE, 'record', '-o', '-', ...command],
      wrong: ({ status, out, err }) => {
        const { head, rows } = readRecording(out)
        const calls = new Set(rows.map(({ call }) => call))
        return [
          ...(status === 3 ? [] : [`status ${status}`]),
          ...(head.outerFilters === 1 ? [] : [`${head.outerFilters} outer filters`]),
          ...has(err, 'note: not seen: calls that 1 outer filter refuses\n'),
          ...(calls.has('mkdir') || calls.has('mkdirat') ? [] : ['mkdir is not recorded']),
          ...(calls.has('unshare') ? ['what the profile refuses is recorded'] : []),
        ]
      },
    },
  ]
}

/** What is wrong with the watcher in a container. */
export function wrongInContainer(folder: string): readonly string[] {
  const reason = whyNoContainer()
  if (reason !== undefined) {
    process.stdout.write(`runc: NOT RUN: ${reason}\n`)
    return []
  }
  const own = mkdtempSync(join(folder, 'container-'))
  const run = containerRunner(own)
  const wrong = checks(own).flatMap(({ title, words, wrong: wrongOf }) => {
    const found = wrongOf(run(words))
    process.stdout.write(`runc: ${title} ${found.length === 0 ? 'as it should be' : 'WRONG'}\n`)
    return found.map((line) => `in a container, ${title}: ${line}`)
  })
  return wrong
}
