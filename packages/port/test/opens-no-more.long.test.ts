/* The edit changes the calls that its rows name, and no other; a row with a condition opens its call under the condition only. */
import { refuses } from '@seccompile/abi'
import { policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { agentCommand, containerDefault, nodeServer, pureCompute } from '@seccompile/presets'
import { inquire } from '@seccompile/prover'
import type { Inquiry } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { AARCH64, ported } from './ported.ts'

function inquiryOn({ abis: _own, ...given }: Policy, token: AbiToken): Inquiry {
  const { rules } = resolve(given, { abis: [signedAbiTable(token)], caps: [] })
  const inquiry = inquire({ level: 'rules', ir: rules })
  if (inquiry.kind === 'undecided') throw new Error(inquiry.reason)
  return inquiry
}

const list = policy({ default: 'deny' })
const POLICIES: readonly (readonly [name: string, given: Policy])[] = [
  ['legacy calls', list.allow('open', 'stat', 'lstat', 'rmdir', 'poll', 'fork', 'mknod', 'rt_sigprocmask', 'set_tid_address')],
  ['calls of glibc', list.allow('openat', 'newfstatat', 'clone', 'clone3', 'pipe2', 'faccessat2', 'set_robust_list')],
  ['conditions', list.allow('openat', ({ flags }) => flags.eq(0)).allow('clock_nanosleep', ({ flags }) => flags.eq(0))],
  ['node-server', nodeServer],
  ['pure-compute', pureCompute],
  ['agent-command', agentCommand],
  ['container-default', containerDefault],
] // prettier-ignore

describe.each(POLICIES)('of %s', (_name, given) => {
  it.each(['x86_64', 'aarch64', 'arm'] as const)('to %s', (to) => {
    const porting = ported(given, { ...AARCH64, to: [to] })
    const [before, after] = [inquiryOn(given, to), inquiryOn(porting.edited, to)]
    const { auditArch: arch, numbers } = signedAbiTable(to)
    const changed = new Map(
      porting.rows
        .filter(({ status }) => status === 'added' || status === 'enosys')
        .map((row) => [row.call, row] as const),
    )
    for (const [call, nr] of numbers) {
      const row = changed.get(call)
      if (row === undefined) expect(after.verdicts({ arch, nr }), call).toEqual(before.verdicts({ arch, nr }))
      else if (row.when.length > 0)
        expect(after.call(refuses, { arch, nr }), `${call} is opened whole`).toBeDefined()
    }
  })
})
