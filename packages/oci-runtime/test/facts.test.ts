/* Facts about runtimes and versions of libseccomp, as their sources have them. */
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { causesOf, loads } from '../src/index.ts'
import type { LoadOptions } from '../src/index.ts'
import { hasStubFor } from '../src/enosys-stub.ts'
import { hasTable, lackedAbis, lackedNames } from '../src/libseccomp-names.ts'
import { RUNTIMES } from '../src/runtimes.ts'

const CRUN: LoadOptions = { file: 'p.json', runtime: 'crun-1.14', libseccomp: '2.6.1', main: 'x86_64' }
const profile = (...syscalls: readonly object[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })

describe('libseccomp', () => {
  it('knows the names of futex since 2.5.5', () => {
    const futexes = ['futex_requeue', 'futex_wait', 'futex_wake']
    expect(futexes.map((name) => lackedNames('2.5.4').has(name))).toEqual([true, true, true])
    expect(futexes.map((name) => lackedNames('2.5.5').has(name))).toEqual([false, false, false])
  })

  it('has no number of memfd_secret on three ABIs before 2.5.5', () => {
    expect(lackedAbis('2.5.4', 'memfd_secret')).toEqual(['riscv64', 's390', 's390x'])
    expect(lackedAbis('2.5.5', 'memfd_secret')).toEqual([])
  })

  it('knows loongarch64, m68k and both of SuperH since 2.6', () => {
    for (const abi of ['loongarch64', 'm68k', 'sh', 'sheb'] as const)
      expect([hasTable('2.5.6', abi), hasTable('2.6.0', abi)], abi).toEqual([false, true])
  })
})

describe('runc', () => {
  it('makes no stub where the default allows, logs or traces', () => {
    const actions = ['ALLOW', 'LOG', 'TRACE', 'ERRNO', 'KILL_PROCESS', 'USER_NOTIF']
    expect(actions.map(hasStubFor)).toEqual([false, false, false, true, true, true])
  })

  it('makes a stub behind its last number, which the stub does not change', () => {
    const stub = { kind: 'stub', abi: 'x86_64', name: 'openat2', number: 437 } as const
    const abi = abiTable('x86_64')
    const causes = (nr: number): number =>
      causesOf(
        {
          arches: [{ lo: abi.auditArch, hi: abi.auditArch }],
          numbers: [{ lo: nr, hi: nr }],
        } as unknown as Parameters<typeof causesOf>[0], // the parts that are read
        [stub],
        [abi],
      ).length
    expect([causes(437), causes(438)]).toEqual([0, 1])
  })

  it.each(['SCMP_ARCH_M68K', 'SCMP_ARCH_PARISC', 'SCMP_ARCH_PARISC64', 'SCMP_ARCH_SH', 'SCMP_ARCH_SHEB'])(
    'does not know %s',
    (arch) => {
      for (const name of ['runc-1.1', 'runc-1.2', 'runc-1.5'] as const)
        expect(RUNTIMES[name].unknownArchitectures, name).toContain(arch)
    },
  )
})

describe('crun', () => {
  it('loads a number for a tracer', () => {
    const text = profile({ names: ['dup3'], action: 'SCMP_ACT_TRACE', errnoRet: 1 })
    expect(loads(text, CRUN).kind).toBe('loaded')
  })

  it('is claimed to load an entry with a condition on each of six arguments', () => {
    const args = [0, 1, 2, 3, 4, 5].map((index) => ({ index, op: 'SCMP_CMP_EQ', value: 1 }))
    const found = loads(profile({ names: ['mmap'], action: 'SCMP_ACT_ALLOW', args }), CRUN)
    expect(found.kind === 'loaded' && found.unclaimed).toEqual([])
    expect(RUNTIMES['crun-1.14'].maxConditions).toBe(6)
  })
})
