/*
 * Docker's default profile, compiled and compared with the profile as numbers, which another tool resolved. The
 * meaning of those numbers is computed in this file, on bigints. It shares no code with the compiler.
 */
import { AUDIT_ARCH, seccompData, verdictName, verdictOf } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { witnesses } from '@seccompile/cbpf'
import { compile, cost, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { meaning } from '@seccompile/interpreter'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import { resolvedPolicy } from '@seccompile/vectors'
import type { ResolvedAction, ResolvedCondition } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'

const names = Object.keys(pipelines) as PipelineName[]
const x86_64 = abiTable('x86_64')
const three = [x86_64, abiTable('x86'), abiTable('x32')]
const resolved = resolvedPolicy('docker-args')
const rules = new Map(resolved.rules.map((rule) => [rule.nr, rule]))

const bits = Array.from({ length: 64 }, (_, i) => 1n << BigInt(i))

const verdictOfAction = ({ action, errno }: ResolvedAction): number => verdictOf(action, errno)

function holds({ arg, op, val, mask }: ResolvedCondition, args: readonly bigint[]): boolean {
  const value = args[arg]!
  switch (op) {
    case 'LT':
      return value < BigInt(val)
    case 'EQ':
      return value === BigInt(val)
    case 'GT':
      return value > BigInt(val)
    case 'MASKED_EQ':
      return (value & BigInt(mask!)) === BigInt(val)
  }
}

/** The verdict of the profile on a call, for x86_64 alone. Bit 30 makes it a call of x32; -1 is no call. */
function expected({ nr, arch, args }: SeccompData): number {
  if (arch !== AUDIT_ARCH.X86_64) return verdictOf('KILL_THREAD')
  if (nr >= 0x4000_0000 && nr !== 0xffff_ffff) return verdictOf('KILL_THREAD')
  const rule = rules.get(nr)
  if (rule === undefined) return verdictOfAction(resolved.default)
  const matches = rule.conds.length === 0 || rule.conds.some((all) => all.every((one) => holds(one, args)))
  return verdictOfAction(matches ? rule.action : resolved.default)
}

/**
 * Calls at the edges: every number up to past the newest call, other ABIs, and values around each constant, in both
 * halves of an argument.
 */
function edges(): readonly SeccompData[] {
  const numbers = [
    ...Array.from({ length: 600 }, (_, nr) => nr),
    ...[
      0x3fff_ffff, 0x4000_0000, 0x4000_0001, 0x4000_0029, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
    ],
  ]
  const arches = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386, AUDIT_ARCH.AARCH64, 0, 0xffff_ffff]
  const calls = arches.flatMap((arch) => numbers.map((nr) => seccompData({ nr, arch })))
  for (const { nr, conds } of resolved.rules)
    for (const { arg, val, mask } of conds.flat()) {
      const constants = [BigInt(val), ...(mask === undefined ? [] : [BigInt(mask)])]
      const near = constants.flatMap((k) => [
        k - 1n,
        k,
        k + 1n,
        ...bits.flatMap((bit) => [k ^ bit, bit, ~bit]),
      ])
      const low = near.flatMap((value) => [
        value,
        value & 0xffff_ffffn,
        value | 0x1_0000_0000n,
        value | (1n << 63n),
      ])
      for (const value of new Set(low.map((each) => BigInt.asUintN(64, each)))) {
        const args = [0n, 0n, 0n, 0n, 0n, 0n].with(arg, value)
        calls.push(seccompData({ nr, arch: AUDIT_ARCH.X86_64, args }))
      }
    }
  return calls
}

const profileEdges = edges()

describe.each(names)("Docker's profile on x86_64, pipeline %s", (pipeline) => {
  const { program } = compile(dockerProfile, { abis: [x86_64], pipeline })

  it('has the verdict of the profile on every call at an edge of the profile or of the program', () => {
    const wrong = [...profileEdges, ...witnesses(program)].filter(
      (data) => meaning(program, data) !== expected(data),
    )
    expect(wrong.map((data) => ({ data, verdict: verdictName(meaning(program, data)) }))).toEqual([])
  })

  it('has 306 calls in the allow bitmap: those allowed for all arguments', () => {
    const [main] = cost(program, [x86_64]).abis
    const unconditional = resolved.rules.filter(
      ({ action, conds }) => action.action === 'ALLOW' && conds.length === 0,
    )
    const cached = main!.calls.filter(({ uncached }) => uncached === undefined).map(({ nr }) => nr)
    expect(cached).toHaveLength(306)
    expect(cached).toEqual(unconditional.map(({ nr }) => nr).sort((a, b) => a - b))
  })
})

describe("Docker's profile under pipeline speed", () => {
  it('has at most 110 instructions on x86_64, and executes at most 10.5 of them for an allowed call on average', () => {
    const { insns, abis } = cost(compile(dockerProfile, { abis: [x86_64] }).program, [x86_64])
    expect(insns).toBeLessThanOrEqual(110)
    expect(abis[0]!.allowed.count).toBe(309)
    expect(abis[0]!.allowed.mean).toBeLessThanOrEqual(10.5)
  })

  it('has at most 400 instructions for x86_64, x86 and x32, and executes no more of them on x86_64', () => {
    const { insns, abis } = cost(compile(dockerProfile, { abis: three }).program, three)
    expect(insns).toBeLessThanOrEqual(400)
    expect(abis[0]!.allowed.mean).toBeLessThanOrEqual(10.5)
    expect(abis.map(({ cached }) => cached)).toEqual([306, 357, 0])
  })
})
