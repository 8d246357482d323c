/* What the figures of `compile` and `optimize` count. */
import { expect, it } from 'vitest'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const POLICY = file('policy.json', profile(allow(['read', 'write', 'exit_group'])))
const WEIGHTS = file('weights.json', JSON.stringify({ exit_group: 9, read: 1 }))
const compiled = async (policy: string, ...more: readonly string[]): Promise<string> =>
  (await runCli(['compile', policy, '-q', '--abi', 'x86_64', '-o', at('filter.bpf'), ...more])).out

it('has no figure for the allowed calls of an ABI that has none', async () => {
  const log = file('log.json', JSON.stringify({ defaultAction: 'SCMP_ACT_LOG' }))
  expect(await compiled(log)).toMatch(/^x86_64 +0 +- +-$/m)
  expect(await compiled(log, '-v')).toMatch(/^x86_64 +0 +- +- +\d+ +0$/m)
  const allowed = file('allow.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW' }))
  expect(await compiled(allowed, '-v')).toMatch(/^x86_64 +\d+ +\d+ +\d+ +- +\d+$/m)
  await compiled(POLICY)
  const optimized = ['optimize', at('filter.bpf'), '--abi', 'x86_64,x86', '-o', at('smaller.bpf')]
  expect((await runCli(optimized)).out).toMatch(/^x86 +0 +- +- +- +-$/m)
  expect((await runCli([...optimized, '-v'])).out).toMatch(/^x86 +0 +- +- +- +- +\d+ +\d+ +0 +0$/m)
})

it('gives the value of an objective that is not the mean of the table', async () => {
  expect(await compiled(POLICY)).not.toContain('objective')
  const weighted = await compiled(POLICY, '--weights', WEIGHTS)
  expect(weighted).toMatch(/^objective weights: \d\.\d\d instructions executed for an allowed call, on average weighted/m)
  expect(weighted).toMatch(/^ABI +allowed calls +unweighted mean +at most$/m)
  const some = profile(allow(['read']), { ...allow(['write']), args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] })
  const bitmap = await compiled(file('some.json', some), '--kernel', '6.1')
  expect(bitmap).toMatch(/^objective bitmap, since kernel 6.1 has the allow bitmap: /m)
}) // prettier-ignore
