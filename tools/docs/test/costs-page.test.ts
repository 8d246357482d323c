import { knownCosts } from '@seccompile/bench/known-costs'
import type { KnownCosts, KnownRow } from '@seccompile/bench/known-costs'
import { MAKERS } from '@seccompile/vectors'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { costsPage } from '../src/costs-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/comparison-of-costs.md', import.meta.url))
const measured = knownCosts()

it('docs/comparison-of-costs.md has the figures of the programs', async () => {
  const text = await format(costsPage(measured), { ...(await resolveConfig(PAGE)), filepath: PAGE })
  expect(readFileSync(PAGE, 'utf8')).toBe(text)
})

/** The costs of `docker-args` with `change` in each row. */
function changed(change: (row: KnownRow) => KnownRow): readonly KnownCosts[] {
  return measured
    .filter(({ name }) => name === 'docker-args')
    .map((costs) => ({ ...costs, rows: costs.rows.map(change) }))
}

const isKafel = ({ filter }: KnownRow): boolean => filter === 'kafel'

it('every tool has its version, and no program without one is there', () => {
  const page = costsPage(measured)
  for (const { name, how, version, source } of Object.values(MAKERS))
    expect(page).toContain(
      `| ${name} | ${how} | ${version} | [${source.replace('https://github.com/', '')}](${source}) |\n`,
    )
  for (const tool of ['gvisor', 'easyseccomp', 'bpf_dsl', 'minijail-c']) expect(page).not.toContain(tool)
})

it('says where a filter of another tool is below our default, and only there', () => {
  const lines = (all: readonly KnownCosts[]): readonly string[] =>
    costsPage(all)
      .split('## Where another')[1]!
      .split('\n')
      .filter((line) => line.startsWith('| Docker'))
  expect(lines(changed((row) => (row.maker === undefined ? row : { ...row, insns: 74 })))).toContainEqual(
    expect.stringMatching(
      /\| instructions \| libseccomp, tree: 74; .* \| 75 \| 65, `--objective bitmap` \|$/,
    ),
  )
  const high = changed((row) =>
    row.maker === undefined
      ? row
      : {
          ...row,
          insns: 999,
          attachSteps: 1e6,
          abis: row.abis.map((abi) => ({
            ...abi,
            neverCached: 99,
            allowed: { ...abi.allowed, mean: 99, worst: 99 },
            denied: { ...abi.denied, mean: 99, worst: 99 },
          })),
        },
  )
  expect(lines(high)).toEqual([])
})

it('says which filter decides otherwise than the policy', () => {
  const page = costsPage(changed((row) => (isKafel(row) ? { ...row, differs: ['read', 'write'] } : row)))
  expect(page).toContain('kafel commit 18f2074 gives another verdict to `read`, `write`.')
  expect(page).toContain('All other filters give every call of x86_64 the verdict of the policy')
})

it('refuses to say that all cache the same where they do not', () => {
  const other = changed((row) =>
    isKafel(row) ? { ...row, abis: row.abis.map((abi) => ({ ...abi, cached: 1 })) } : row,
  )
  expect(() => costsPage(other)).toThrow(
    'docker-args, x86_64: the filters differ in how many calls the kernel caches',
  )
})
