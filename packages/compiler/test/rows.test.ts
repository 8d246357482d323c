/*
 * Shapes of policies that cost more than another layout of the same rules (issue 18).
 */
import { BPF } from '@seccompile/abi'
import { call } from '@seccompile/abi/test-makers'
import { compileRules, cost } from '@seccompile/compiler'
import { run } from '@seccompile/interpreter'
import { pipelineOf } from '@seccompile/pass'
import { libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { arg, errno, policy, TRAP } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { compile } from './with-tables.ts'

const abis = [abiTable('x86_64')]
const ofThree = ['x86_64', 'x86', 'x32'] as const
const IOCTL = 16

describe('300 strewn values of an argument', () => {
  const values = Array.from({ length: 300 }, (_, i) => Math.imul(i * i + 7, 0x85eb_ca6b) >>> 0)
  const strewn = policy({ default: errno(1) })
    .allow('read', 'write', 'close', 'exit_group')
    .allow('ioctl', arg(1).in(...values))

  // A list takes 325 instructions, and executes 167 on average. Before issue 34, `speed` took 325 and executed 43.
  it.each([
    ['speed', 1.2 * 325, 25],
    ['size', 325, 60],
  ] as const)('take few more instructions than a list, and no list: %s', (pipeline, insns, executed) => {
    const { program } = compile(strewn, { abis, pipeline, prove: false })
    expect(program.length).toBeLessThanOrEqual(insns)
    const steps = values.map((value) => run(program, call(IOCTL, 0n, BigInt(value))).steps)
    expect(steps.reduce((sum, own) => sum + own, 0) / values.length).toBeLessThan(executed)
  })
})

describe('flags and masks of mmap', () => {
  const FLAGS = [0x1, 0x22, 0x32, 0x4001, 0x4011, 0x4022, 0x8001]
  const mapped = (allowed: (flag: number) => ReturnType<ReturnType<typeof arg>['eq']>): Policy =>
    FLAGS.reduce(
      (rules, flag) => rules.allow('mmap', allowed(flag), arg(2).maskedEq(4, 0)),
      policy({ default: TRAP }).allow('read'),
    )
      .allow('mmap', arg(3).eq(0x11), arg(2).eq(3))
      .allow('mmap', arg(3).eq(0x12), arg(2).eq(7))

  it.each([
    ['values', mapped((flag) => arg(3).eq(flag)), 34, 15.2],
    // Before issue 18: 60 instructions, of which a call with arguments 0 executed 30.
    ['masks', mapped((flag) => arg(3).maskedEq(flag, flag) as never), 26, 10.5],
  ] as const)('are laid out by the bits that decide: %s', (_, rules, insns, executed) => {
    const { program, objective } = compile(rules, { abis, objective: 'bitmap' })
    expect(program.length).toBeLessThanOrEqual(insns)
    expect(objective!.value).toBeLessThanOrEqual(executed)
    // Two tests of bits in a row with one target are one test of both bits.
    const isOne = (pc: number): boolean => {
      const [first, second] = [program[pc], program[pc + 1]]
      if (first?.code !== BPF.JSET_K || second?.code !== BPF.JSET_K || first.jf !== 0) return false
      return first.jt === second.jt + 1
    }
    expect(program.filter((_insn, pc) => isOne(pc))).toEqual([])
  })
})

describe('a refused call that the objective counts', () => {
  it('decides the layout of arguments, as an allowed call does', () => {
    const requests = Array.from({ length: 60 }, (_, i) => 0x5401 + 0x111 * i)
    const listed = policy({ default: errno(1) })
      .allow('read')
      .rule(TRAP, 'ioctl', arg(1).in(...requests))
    // ioctl is the only call that runs the filter on Linux >= 5.11. No way of it is allowed, so it counts with arguments 0.
    expect(compile(listed, { abis, objective: 'bitmap' }).objective!.value).toBeLessThanOrEqual(8)
  })
})

describe('x32, given the weight of an ABI', () => {
  it("costs no more than in libseccomp's tree", () => {
    const tables = ofThree.map((token) => abiTable(token))
    const options = { abis: tables, prove: false, abiWeights: { x32: 1 } }
    const { program, rules, endianness } = compile(dockerProfile, options)
    const tree = compileRules(rules, {
      endianness,
      pipeline: pipelineOf('tree', [libseccompTree, lower]) as never,
    })
    const meanOf = (one: typeof program): number => cost(one, tables, endianness).abis[2]!.allowed.mean
    expect(meanOf(program)).toBeLessThan(11)
    expect(meanOf(tree)).toBeGreaterThan(14)
  })
})
