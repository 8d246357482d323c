import { seccompData, verdictName } from '@seccompile/abi'
import { pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { meaning } from '@seccompile/interpreter'
import { arg, errno, LOG, policy } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { stackVerdict } from '@seccompile/prover'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { compile, compileStack } from './with-tables.ts'

const THREE = (['x86_64', 'x86', 'x32'] as const).map((token) => abiTable(token))

describe('ENOSYS for numbers above the newest call', () => {
  it.each(Object.keys(pipelines) as PipelineName[])(
    'is part of the proved meaning under pipeline %s',
    (pipeline) => {
      const { program, certificate } = compile(dockerProfile, { abis: THREE, pipeline, unknown: 'ENOSYS' })
      expect(certificate.kind).toBe('proved')
      for (const { auditArch: arch, newest } of THREE)
        expect(verdictName(meaning(program, seccompData({ nr: newest + 1, arch }), 'little'))).toBe(
          'ERRNO(38)',
        )
    },
  )

  it('costs a few instructions, and executes hardly more', () => {
    const [as, unknown] = [{}, { unknown: 'ENOSYS' } as const].map((option) =>
      compile(dockerProfile, { abis: THREE, prove: false, ...option }),
    )
    expect(unknown!.program.length - as!.program.length).toBeLessThanOrEqual(6)
    expect(unknown!.objective!.value - as!.objective!.value).toBeLessThanOrEqual(0.3)
  })

  it('has the errno of the target ABI', () => {
    const abis = [abiTable('mips')]
    const { program } = compile(dockerProfile, { abis, unknown: 'ENOSYS' })
    const data = seccompData({ nr: abis[0]!.newest + 1, arch: abis[0]!.auditArch })
    expect(verdictName(meaning(program, data, 'big'))).toBe('ERRNO(89)')
  })

  it('is divided among filters together with the other rules', () => {
    const values = Array.from({ length: 3000 }, (_, i) => BigInt(5 * i * i + 7))
    const large = policy({ default: errno(1) })
      .allow('read')
      .allow('ioctl', arg(1).in(...values))
    const abis = [abiTable('x86_64')]
    const { filters, certificate } = compileStack(large, { abis, pipeline: 'none', unknown: LOG })
    expect(filters.length).toBeGreaterThan(1)
    expect(certificate.kind).toBe('proved')
    const data = seccompData({ nr: abis[0]!.newest + 1, arch: abis[0]!.auditArch })
    const verdicts = filters.map(({ program }) => meaning(program, data, 'little'))
    expect(verdictName(stackVerdict(verdicts))).toBe('LOG')
  })
})

it.each([-1, Number.NaN, Infinity, 1e300])('refuses %d as the price of an instruction', (insnCost) => {
  expect(() => compile(dockerProfile, { insnCost })).toThrow(
    `the price of an instruction is ${insnCost} executed instructions; expected a number from 0 to 1000000`,
  )
})

it.each([-1, 0, Number.NaN])('refuses %d as the longest path', (maxPath) => {
  expect(() => compile(dockerProfile, { maxPath })).toThrow(
    `the bound of the longest path is ${maxPath} instructions; expected a number, 1 or more`,
  )
})
