import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { changes, regions } from '@seccompile/prover'
import type { Changes, Regions, Subject } from '@seccompile/prover'
import { ALWAYS, argument, ruleSet } from '@seccompile/rules'
import { expect, it } from 'vitest'
import { barcodeOf, comparedOf, drawBarcode, drawBarcodeDiff } from '@seccompile/draw'
import type { CallsOfAbi } from '@seccompile/draw'
import { columnsOf } from '../src/barcode/columns.ts'
import { strip } from '../src/barcode/strip.ts'
import { serialize } from '../src/svg/element.ts'
import { HOSTILE, meaningOf, X86_64 } from './real-filters.ts'
import { elementsOf } from './well-formed.ts'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const KILL = verdictOf('KILL_PROCESS')

const ABI: CallsOfAbi = {
  abi: 'x86_64',
  arch: AUDIT_ARCH.X86_64,
  calls: ['read', 'write', 'open', 'close', 'socket', 'fork'].map((name, nr) => ({ name, nr })),
}

/** Calls below `allowed` are allowed, and 4 where its first argument is 1. */
const filter = (allowed: number): Subject => ({
  level: 'rules',
  ir: ruleSet({
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [
          { numbers: [{ lo: 0, hi: allowed - 1 }], when: ALWAYS, verdict: ALLOW },
          { numbers: [{ lo: 4, hi: 4 }], when: argument(0, [{ lo: 1n, hi: 1n }]), verdict: ALLOW },
        ],
        otherwise: EPERM,
      },
    ],
    badArch: KILL,
  }),
})
const regionsOf = (subject: Subject): Regions => regions(subject) as Regions
const changesOf = (a: Subject, b: Subject): Changes => changes(a, b) as Changes
const compared = (a: Subject, b: Subject): ReturnType<typeof comparedOf> =>
  comparedOf(regionsOf(a), regionsOf(b), changesOf(a, b), ABI)

it('reads the verdicts of calls off the regions of a filter', () => {
  const { calls } = barcodeOf(regionsOf(filter(3)), ABI)
  expect(calls.map(({ verdicts }) => verdicts)).toEqual([[ALLOW], [ALLOW], [ALLOW], [EPERM], [ALLOW, EPERM], [EPERM]])
  const other = barcodeOf(regionsOf(filter(3)), { ...ABI, arch: AUDIT_ARCH.I386 })
  expect(other.calls.every(({ verdicts }) => verdicts[0] === KILL)).toBe(true)
}) // prettier-ignore

it('reads the changes of calls off a difference', () => {
  const { calls } = compared(filter(3), filter(2))
  expect(calls.map(({ directions }) => directions)).toEqual([[], [], ['stricter'], [], [], []])
  expect([calls[2]!.before, calls[2]!.after]).toEqual([[ALLOW], [EPERM]])
})

it('draws a strip for each ABI', async () => {
  const svg = drawBarcode([barcodeOf(regionsOf(filter(3)), ABI)], { filter: 'small' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/barcode.svg')
  expect(svg).toContain('small: x86_64: 3 of 6 calls run whatever the arguments, 1 depending on arguments</title>')
  expect(svg).toContain('<title>4 socket: ALLOW or ERRNO(1)</title>')
}) // prettier-ignore

it('has the names of calls by their verdicts, but for the largest group, once for ABIs that are alike', () => {
  const abi = barcodeOf(regionsOf(filter(3)), ABI)
  const svg = drawBarcode([abi, { ...abi, abi: 'x32' }])
  const lines = [...svg.matchAll(/<text class="dim" x="20" [^>]*font-size="12">([^<]*)</g)].map(
    ([, line]) => line,
  )
  expect(lines.slice(1)).toEqual(['depends on arguments: socket', 'ERRNO(1): close, fork'])
  const many = {
    abi: 'x',
    calls: Array.from({ length: 99 }, (_, nr) => ({
      name: `call${nr}`,
      nr,
      verdicts: [nr < 45 ? EPERM : ALLOW],
    })),
  }
  expect(drawBarcode([many])).toContain('… 5 more<')
})

it('draws two strips and what changes between them', async () => {
  const svg = drawBarcodeDiff({
    before: 'old',
    after: 'new',
    abis: [compared(filter(3), filter(2))],
  })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/barcode-diff.svg')
  expect(svg).toContain('From old to new: 1 call stricter</title>')
  expect(svg).toContain('>stricter: open<')
  expect(svg).toContain('<title>2 open: ALLOW → ERRNO(1), stricter</title>')
  expect(svg).toContain('<title>3 close: ERRNO(1)</title>')
})

it('is small enough for a report of three ABIs: a third of 256 KiB for one', () => {
  const abi = comparedOf(meaningOf(), regionsOf(filter(1)), { changes: [] }, X86_64)
  const { length } = drawBarcodeDiff({ before: 'a', after: 'b', abis: [abi] })
  expect(length).toBeLessThan((256 * 1024) / 3)
})

it('says that no call changes', () => {
  const svg = drawBarcodeDiff({
    before: 'a',
    after: 'b',
    abis: [compared(filter(3), filter(3))],
  })
  expect(svg).toContain('From a to b: no call changes</title>')
})

it('breaks a strip where many numbers are no calls', () => {
  const at = (...numbers: readonly number[]): ReturnType<typeof columnsOf> =>
    columnsOf(numbers.map((nr) => ({ nr })))
  expect(at(0, 1, 3).placed.map(({ column }) => column)).toEqual([0, 1, 3])
  expect(at(335, 424)).toMatchObject({ count: 5, breaks: [2.5] })
  expect(at(0x4000_0000).count).toBe(1)
  expect(at(5, 5, 6).placed).toHaveLength(2)
  expect(at().count).toBe(0)
})

it('has one bar for neighbours of one tone, and none over a number without a call', () => {
  const bars = (...numbers: readonly number[]): number => {
    const place = { x: 0, y: 0, height: 10, column: 4 }
    const drawn = strip(columnsOf(numbers.map((nr) => ({ nr }))), () => [ALLOW], place)
    return serialize(drawn).split('class="t-allow"').length - 1
  }
  expect([bars(0, 1), bars(0, 2)]).toEqual([1, 2])
})

it('draws a whole profile', () => {
  const svg = drawBarcode([barcodeOf(meaningOf(), X86_64)])
  elementsOf(svg)
  expect(svg).toContain('x86_64: 306 of 385 calls run whatever the arguments, 3 depending on arguments')
})

it('is bounded, and shows hostile names as text', () => {
  const calls = Array.from({ length: 20_000 }, (_, nr) => ({
    name: nr === 1 ? HOSTILE : `call${nr}`,
    nr,
    verdicts: nr % 3 === 0 ? [] : [verdictOf('ERRNO', nr % 4095)],
  }))
  const svg = drawBarcode([{ abi: HOSTILE, calls }], { filter: HOSTILE })
  elementsOf(svg)
  expect(svg.length).toBeLessThan(500_000)
  const few = { abi: 'x', calls: calls.slice(0, 2) }
  expect(drawBarcode(Array.from({ length: 20 }, () => few))).toContain('12 ABIs are not shown')
  const change = { name: HOSTILE, nr: 0, before: [ALLOW], after: [EPERM, KILL], directions: ['weaker', 'other'] } as const
  elementsOf(drawBarcodeDiff({ before: HOSTILE, after: HOSTILE, abis: [{ abi: HOSTILE, calls: [change] }] }))
  elementsOf(drawBarcode([]))
  elementsOf(drawBarcodeDiff({ before: 'a', after: 'b', abis: [{ abi: 'x', calls: [] }] }))
}) // prettier-ignore
