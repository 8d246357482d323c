import { benchAttach } from '@seccompile/clock'
import { describe, expect, it } from 'vitest'
import { seedExperiment } from '../src/experiment.ts'
import { seedFilters } from '../src/filters.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SeedResult } from '../src/experiment.ts'
import type { Machine } from '@seccompile/clock'
import { seedCharts, seedJson, seedText } from '../src/report.ts'

const MACHINE = { processor: 'a processor', kernel: '6.0', date: '2026-01-01' }

/** Why this machine cannot time filters. It is printed, so that skipped tests are not taken for success. */
async function whyNot(): Promise<string | undefined> {
  try {
    const [{ name, program }] = seedFilters() as [ReturnType<typeof seedFilters>[number]] // there are some
    await benchAttach([{ name, programs: [program] }], { rounds: 1 })
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`\n*** NOT RUN: the experiment: ${why}\n\n`)
    return why
  }
}

describe.skipIf((await whyNot()) !== undefined)('seedExperiment', () => {
  it('says what was published beside what it measures, and draws charts', async () => {
    const result = await seedExperiment({ rounds: 1 })
    const said = seedText(result, MACHINE)
    for (const published of [138, 256, 516, 1942, 312]) expect(said).toMatch(new RegExp(` ${published}  `))
    expect(JSON.parse(seedJson(result, MACHINE))).toMatchObject({ listed: 306, machine: MACHINE })
    const charts = seedCharts(result, MACHINE)
    expect(charts.map(({ file }) => file)).toEqual([
      'getppid.svg',
      'getppid-executed.svg',
      'attach.svg',
      'getppid-narrow.svg',
      'getppid-executed-narrow.svg',
      'attach-narrow.svg',
    ])
    expect(charts[0]?.svg).toContain('place of getppid in a list of 306 calls')
    expect(charts[0]?.svg).toContain('bitmap defeated</text>')
    expect(charts[0]?.svg).toContain('</tspan> ret ALLOW</text>')
  }, 30_000)
})

it('measures filters that mean the same but for their shape', () => {
  const list = seedFilters().filter(({ policy }) => policy === 'list')
  expect(list.map(({ maker, place, executed }) => [maker, place, executed])).toEqual([
    ['libseccomp list', 1, 6],
    ['libseccomp list', 51, 56],
    ['libseccomp list', 102, 107],
    ['libseccomp list', 153, 158],
    ['libseccomp list', 204, 209],
    ['libseccomp list', 255, 260],
    ['libseccomp list', 306, 311],
    ['libseccomp tree', undefined, 16],
    ['seccompile', undefined, 7],
  ])
})

describe('the charts of docs', () => {
  const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))
  const { machine, ...measured } = JSON.parse(readFileSync(`${DOCS}getppid.json`, 'utf8')) as SeedResult & {
    readonly machine: Machine
  }

  it('say the shape of the finding in their title, where the figures show it', () => {
    expect(seedCharts(measured, machine)[0]?.svg).toContain(
      'The later getppid stands in a list, the more it costs',
    )
    const [row] = measured.getppid.filter(({ place }) => place === 1)
    const flat = measured.getppid.map((each) =>
      each.place === undefined ? each : { ...each, uncached: row!.uncached },
    )
    expect(seedCharts({ ...measured, getppid: flat }, machine)[0]?.svg).not.toContain('the more it costs')
  })

  it.each(seedCharts(measured, machine))('$file is drawn from the figures', ({ file, svg }) => {
    expect(readFileSync(`${DOCS}${file}`, 'utf8')).toBe(svg)
  })

  it('fit a telephone, with all their texts', () => {
    for (const { svg } of seedCharts(measured, machine).slice(3)) {
      expect(svg).toContain('width="342"')
      // No letter of this size is wider than 7 pixels on average.
      for (const [, x, text] of svg.matchAll(/<text x="(\d+)" y="[^"]*" class="c">([^<]*)/g))
        expect(Number(x) + text!.length * 6.4).toBeLessThan(342)
    }
  })
})
