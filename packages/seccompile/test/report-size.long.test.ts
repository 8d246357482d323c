/* A report in Markdown about a filter with many conditions: it fits a comment on GitHub. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

it('fits a comment on GitHub, and says what is left out', async () => {
  const module = file(
    'big.mjs',
    `const names = 'read write close ioctl fcntl lseek dup dup2 socket bind listen accept kill prctl mmap futex'.split(' ')
const value = (n) => ({ lo: BigInt(n), hi: BigInt(n) })
export default {
  defaultAction: { action: 'ALLOW', data: 0 },
  rules: names.flatMap((name, i) => [1, 2, 3].map((data) => ({
    names: [{ name }],
    action: { action: 'ERRNO', data },
    args: [{ index: 1, op: 'IN', values: Array.from({ length: 60 }, (_, v) => value(v * 1000 + data * 100 + i)) }],
  }))),
}`,
  )
  const output = at('big.md')
  expect((await runCli(['report', module, '--abi', 'x86_64', '-o', output])).status).toBe(0)
  const page = readFileSync(output, 'utf8')
  expect(page.length).toBeLessThanOrEqual(65_536)
  expect(page).toContain('**Cut here:** GitHub takes 65536 characters in a comment. Left out: the rest of “What it does”')
  expect(page).toMatch(/\nMade by seccompile \S+\n$/)
}, 60_000) // prettier-ignore
