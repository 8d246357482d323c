import { describe, expect, it } from 'vitest'
import { readPolicyText } from '@seccompile/policy-files'
import { noPolicy } from '../src/load/unread-text.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { file } = temporaryFolder()

describe('counts of calls in the place of a policy (issue 32)', () => {
  const strace = `% time     seconds  usecs/call     calls    errors syscall
------ ----------- ----------- --------- --------- ----------------
100.00    0.000229          28         8           mmap
------ ----------- ----------- --------- --------- ----------------
100.00    0.000229          28         8           total
`
  it.each([
    ['strace.txt', strace, 'as strace -c prints them'],
    ['counts.json', '{ "read": 5, "mmap": 1 }', 'an object from call name to number'],
  ])('are named, with the option that reads them: %s', async (name, text, what) => {
    const counts = file(name, text)
    for (const command of ['compile', 'explain', 'lint', 'optimize']) {
      const { status, out, err } = await runCli([command, counts])
      expect([command, status]).toEqual([command, 2])
      expect(command === 'lint' ? err + out : err).toContain(
        `${name}: contains counts of calls, ${what}, and no policy; "compile POLICY --weights `,
      )
    }
  })

  it('are read from standard input by "-"', async () => {
    const read = await readPolicyText(Buffer.from(strace), '<stdin>')
    if (read.kind !== 'counts') throw new Error(`read as ${read.kind}`)
    expect(noPolicy('<stdin>', read).message).toContain(
      'as strace -c prints them, and no policy; "compile POLICY --weights -" reads them',
    )
  })
})
