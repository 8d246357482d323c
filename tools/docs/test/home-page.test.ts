import { PRESETS } from '@seccompile/presets'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { homeNumbers, outcomeOf } from '../src/home-facts.ts'
import type { SeedFile } from '../src/home-facts.ts'
import { HOME_FILE, HOME_POLICY, homePage } from '../src/home-page.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PAGE = join(ROOT, 'docs/index.md')
const COMMAND = join(ROOT, 'packages/seccompile/bin/seccompile.js')
const page = readFileSync(PAGE, 'utf8')
const measured = JSON.parse(readFileSync(join(ROOT, 'docs/getppid.json'), 'utf8')) as SeedFile // as `seedJson` wrote it
const outcome = outcomeOf(HOME_POLICY, HOME_FILE)

it('docs/index.md is written from the figures', async () => {
  const made = homePage(outcome, homeNumbers(measured, PRESETS))
  expect(page).toBe(await format(made, { ...(await resolveConfig(PAGE)), filepath: PAGE }))
})

describe('the policy on the home page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-page-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: 'utf8' }).stdout
  beforeAll(() => {
    const [, policy = ''] = /```json profile\.json\n([^]*?)```/.exec(page) ?? []
    writeFileSync(join(folder, HOME_FILE), policy)
  })

  /** The figures that the command gives for the filter that a pipeline makes of the policy of the page. */
  const figures = (pipeline: string): readonly [insns: string, mean: string, worst: string] => {
    run('compile', HOME_FILE, '--pipeline', pipeline, '-o', 'filter.bpf')
    const { insns, abis } = JSON.parse(run('cost', 'filter.bpf', '--json')) as {
      readonly insns: number
      readonly abis: readonly { readonly allowed: { readonly mean: number; readonly worst: number } }[]
    }
    return [String(insns), abis[0]!.allowed.mean.toFixed(1), String(abis[0]!.allowed.worst)]
  }

  it('has the figures beside it that the command gives for it', () => {
    const cells = [...page.matchAll(/^\| [a-z][^|]*\| +\*\*([\d.]+)\*\* \| +([\d.]+) \|$/gm)]
    expect(cells.map(([, ours]) => ours)).toEqual(figures('speed'))
    expect(cells.map(([, , list]) => list)).toEqual(figures('none'))
  })

  it('has the digest beside it that the command gives for it', () => {
    const [, digest] = /\(digest\s`([0-9a-f]{8})…`\)/.exec(page) ?? []
    expect(run('digest', HOME_FILE)).toMatch(new RegExp(`^${digest ?? 'none'}`))
  })

  it('has lines that fit a telephone', () => {
    expect(HOME_POLICY.split('\n').filter(({ length }) => length > 46)).toEqual([])
  })
})

describe('the three numbers', () => {
  it('are those of the measurement', () => {
    const { executed, attach, listed, unproved } = homeNumbers(measured, [])
    expect([executed, attach.map(Math.round), listed, unproved]).toEqual([
      [311, 16, 7],
      [275, 96, 34],
      306,
      0,
    ])
    const slower = measured.attach.map((row) => ({ ...row, ns: { ...row.ns, min: row.ns.min * 2 } }))
    expect(homeNumbers({ ...measured, attach: slower }, []).attach.map(Math.round)).toEqual([550, 191, 68])
  })

  it('are an error where a figure is missing', () => {
    expect(() => homeNumbers({ ...measured, attach: [] }, [])).toThrow(
      'docs/getppid.json: libseccomp list has no row of the attach',
    )
  })
})
