import { cost } from '@seccompile/compiler'
import { describe, expect, it } from 'vitest'
import { stackCost, stepCells } from '../../src/compilation/stack-cost.ts'
import { refusing, x86_64 } from './compiled.ts'

const filters = [refusing('getpid', 'ptrace'), refusing('ptrace', 'mount')].flatMap((each) => each.filters)
const costs = filters.map(({ program }) => cost(program, [x86_64], 'little'))
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
/** The cost of one call under one filter. */
const callOf = (filter: number, name: string) => costs[filter]!.abis[0]!.calls.find((call) => call.name === name)! // prettier-ignore

describe('the cost of a stack', () => {
  const whole = stackCost(filters, costs)
  const [abi] = whole.abis

  it('allows and caches the calls that every filter allows and caches', () => {
    const all = costs[0]!.abis[0]!.calls.length
    expect([abi?.allowed.count, abi?.denied.count, abi?.cached]).toEqual([all - 3, 3, all - 3])
  })

  it('is for each call the sum of all filters, since every filter runs', () => {
    const steps = (name: string): number => callOf(0, name).steps + callOf(1, name).steps
    const denied = ['getpid', 'mount', 'ptrace'].map(steps)
    expect(abi?.denied).toEqual({ count: 3, mean: sum(denied) / 3, worst: Math.max(...denied) })
  })

  it('is at most the sum of the longest paths, and counts instructions of all filters', () => {
    expect(whole.longestPath).toBe(sum(costs.map(({ longestPath }) => longestPath)))
    expect(whole.insns).toBe(sum(filters.map(({ program }) => program.length)))
  })

  it('counts four eBPF instructions more for each filter that is attached before', () => {
    // kernel/seccomp.c: seccomp_attach_filter(): total_insns += walker->prog->len + 4
    expect(whole.ebpfInsns).toBe(sum(costs.map(({ ebpfInsns }) => ebpfInsns)) + 4)
  })
})

it('a group without calls has no mean', () => {
  expect(stepCells({ count: 0, mean: 0, worst: 0 })).toEqual({ mean: '-', worst: '-' })
  expect(stepCells({ count: 2, mean: 1.5, worst: 2 })).toEqual({ mean: 1.5, worst: 2 })
})
