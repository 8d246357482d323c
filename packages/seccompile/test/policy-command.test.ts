import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()

it.each([
  ['a trace that is cut', '1 [   0] read(3, "", 4096) = 0\n1 [   1] wri', 'ends within a line: it is cut; trace the program again'],
  ['a text without a call', 'hello\n', 'is no recording, and shows no call; expected a recording'],
  ['an empty file', '', 'is no recording, and shows no call; expected a recording'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0]), 'is not UTF-8; expected text'],
  ['an unknown key', '{"format":"seccompile-recording","version":1,"source":"w","machine":"x86_64","abis":[],"unseen":[],"a":1}\n', ':1:100: unknown key "a"'],
] as const)('%s is refused, and nothing is written', async (_, text, message) => {
  writeFileSync(at('given.txt'), text)
  const { status, out, err } = await runCli(['policy', at('given.txt'), '-o', at('none.ts')])
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(/^error: .*given\.txt/)
  expect(err).toContain(message)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
}) // prettier-ignore

it('takes the last line of a trace without a line feed', async () => {
  writeFileSync(at('strace.txt'), '1 [   0] read(3, "", 4096) = 0')
  const { status, out } = await runCli(['policy', at('strace.txt')])
  expect(status).toBe(0)
  expect(out).toContain("'read', // seen once in 1 scenario")
})
