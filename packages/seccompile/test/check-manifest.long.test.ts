import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const CALLS = ['ioctl', 'fcntl', 'prctl', 'mmap', 'futex', 'socket', 'clone', 'madvise']

/** A policy with many masks of 64 bits: each call can be proved alone, and all calls together cannot. */
function masks(count: number, ...more: readonly string[]): string {
  let state = 1
  const next = (): bigint => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return BigInt(state)
  }
  const u64 = (): bigint => (next() << 32n) | next()
  const rules = Array.from({ length: count }, (_, i) => {
    const args = Array.from({ length: 6 }, (_, index) => {
      const mask = u64() & u64()
      return `{"index":${index},"value":${mask},"valueTwo":${u64() & mask},"op":"SCMP_CMP_MASKED_EQ"}`
    })
    return `{"names":["${CALLS[i % CALLS.length]}"],"action":"SCMP_ACT_ALLOW","args":[${args.join()}]}`
  })
  return `{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86_64"],"syscalls":[${[...rules, ...more].join()}]}`
}

it('decides about a stack of three filters of which no diagram of the whole fits (issue 32)', async () => {
  const policy = file('masks.json', masks(240))
  const compiled = await runCli(['compile', policy, '--no-prove', '--manifest', '-o', at('f')])
  expect(compiled.out).toContain('3 filters for x86_64')
  const { status, out } = await runCli(['check-manifest', at('f.json')])
  expect([status, out]).toEqual([0, expect.stringContaining('masks.json')])

  // This checks the premise as well: the whole is not decided.
  file('masks.json', masks(240, '{"names":["mount"],"action":"SCMP_ACT_ALLOW"}'))
  const drifted = await runCli(['check-manifest', at('f.json')])
  expect([drifted.status, drifted.err]).toEqual([1, ''])
  expect(drifted.out).toMatch(/means; the list of calls that differ is not decided: .*; one of them: x86_64 mount\(\)\n.*masks.json +ALLOW\n.* ERRNO\(EPERM\)\n$/s)
}, 300_000) // prettier-ignore
