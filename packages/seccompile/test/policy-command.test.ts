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

const HEAD =
  '{"format":"seccompile-recording","version":1,"source":"w","machine":"x86_64","abis":["x86_64"],"unseen":[]}\n'
const RECORDING = `${HEAD}{"abi":"x86_64","nr":0,"call":"read","count":1}\n{"end":true,"rows":1,"calls":1}\n`

it.each([
  ['oci', 'EPERM', 'without --rest EPERM, an OCI profile gets ENOSYS for calls without a rule, which it can express'],
  ['spo', 'ENOSYS', 'without --rest ENOSYS, a SeccompProfile of Kubernetes gets EPERM for calls without a rule, which it can express'],
] as const)('says of %s, which cannot express --rest %s, that it can without', async (to, rest, note) => {
  writeFileSync(at('given.ndjson'), RECORDING)
  const { status, err } = await runCli(['policy', at('given.ndjson'), '--rest', rest, '--to', to])
  expect(status).toBe(1)
  expect(err).toContain(`note: ${note}\n`)
  expect((await runCli(['policy', at('given.ndjson'), '--to', to])).status).toBe(0)
}) // prettier-ignore

it.each([
  ['minijail', 'EPERM'],
  ['minijail', 'ENOSYS'],
] as const)(
  'says of %s with --rest %s nothing about it: without, nothing is written either',
  async (to, rest) => {
    writeFileSync(at('given.ndjson'), RECORDING)
    const { status, err } = await runCli(['policy', at('given.ndjson'), '--rest', rest, '--to', to])
    expect([status, err]).toEqual([1, expect.not.stringContaining('without --rest')])
  },
)

it('refuses a recording that is named twice: calls that were made once would count twice', async () => {
  writeFileSync(at('given.ndjson'), RECORDING)
  const { status, err } = await runCli(['policy', at('given.ndjson'), at('given.ndjson')])
  expect([status, err]).toEqual([
    2,
    expect.stringMatching(/is the same file as .*; name each recording once\n$/),
  ])
})

it.each([
  ['--ledger with a base', ['--ledger', '--base', 'preset:pure-compute'], '--ledger and --base exclude each other'],
  ['--ledger with calls to add', ['--ledger', '--widen', 'libc'], '--ledger and --widen exclude each other'],
  ['a recording and a base from standard input', ['-', '--base', '-'], 'only one of the recordings and the base can come from standard input'],
  ['a name of CommonJS', ['-o', 'policy.cjs'], 'policy.cjs: the policy is an ES module, which Node does not load by this ending; name it .mjs or .mts'],
] as const)('refuses %s', async (_, words, message) => {
  writeFileSync(at('given.ndjson'), RECORDING)
  const { status, out, err } = await runCli(['policy', at('given.ndjson'), ...words])
  expect([status, out, err]).toEqual([2, '', `error: ${message}\n`])
}) // prettier-ignore

it('says for machines under which arguments an added call is allowed', async () => {
  const rows = [
    '{"abi":"x86_64","nr":16,"call":"ioctl","count":1}',
    '{"abi":"x86_64","nr":16,"call":"ioctl","args":[null,"0x5401"],"count":1}',
    '{"end":true,"rows":2,"calls":1}',
  ]
  writeFileSync(at('ioctl.ndjson'), `${HEAD}${rows.join('\n')}\n`)
  const { out } = await runCli([
    'policy',
    at('ioctl.ndjson'),
    '--widen',
    'libc',
    '--json',
    '-o',
    at('wide.mjs'),
  ])
  const { added } = JSON.parse(out) as { readonly added: readonly { readonly call: string }[] }
  expect(added.find(({ call }) => call === 'ioctl')).toMatchObject({
    when: expect.stringContaining('0x802c542a'),
  })
  expect(added.find(({ call }) => call === 'exit')).not.toHaveProperty('when')
})
