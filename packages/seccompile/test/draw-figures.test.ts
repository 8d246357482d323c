import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const masked = (value: number, valueTwo: number): object => ({
  index: 1,
  value,
  valueTwo,
  op: 'SCMP_CMP_MASKED_EQ',
})

/** A profile for which the price of the pipeline `speed` yields a more expensive program than another price. */
const DEARER_AT_FIRST = JSON.stringify({
  defaultAction: 'SCMP_ACT_KILL',
  syscalls: [
    {
      names: ['accept'],
      action: 'SCMP_ACT_ALLOW',
      args: [masked(7, 0), masked(3, 0), masked(7, 3), { index: 0, value: 0, op: 'SCMP_CMP_EQ' }],
    },
  ],
})

interface Figures {
  readonly insns: number
  readonly mean: number
}

/** Size and mean cost for the main ABI, from the output of `compile`. */
async function compiled(policy: string, ...options: readonly string[]): Promise<Figures> {
  const { out } = await runCli(['compile', policy, '-o', at('filter.bpf'), ...options])
  const [, insns] = /: (\d+) instructions/.exec(out) ?? []
  const [, mean] = /^\w+ +\d+ +([\d.]+) /m.exec(out) ?? []
  return { insns: Number(insns), mean: Number(mean) }
}

/** Size and mean cost, from the title of the picture `kind`. */
async function drawn(kind: string, policy: string, ...options: readonly string[]): Promise<Figures> {
  const { out } = await runCli(['draw', kind, policy, ...options])
  const [, title = ''] = /<title[^>]*>(.*?)<\/title>/.exec(out) ?? []
  const [, insns = 'NaN'] = /([\d,]+) instructions,/.exec(title) ?? []
  const [, mean] = /(?:average: |, )([\d.]+) (?:with|executed)/.exec(title) ?? []
  return { insns: Number(insns.replace(',', '')), mean: Number(mean) }
}

it.each([
  ['a profile whose cheapest program is found at another price', DEARER_AT_FIRST, ['--abi', 'x86_64']],
  ['a preset for three ABIs', 'preset:container-default', ['--abi', 'x86_64,x86,x32']],
  ['a preset by size', 'preset:container-default', ['--abi', 'x86,x86_64', '--pipeline', 'size']],
])('draws the size and cost that compile says: %s', async (_title, text, options) => {
  const policy = text.startsWith('{') ? file('profile.json', text) : text
  const said = await compiled(policy, ...options)
  expect(said.insns).toBeGreaterThan(0)
  expect(said.mean).toBeGreaterThan(1)
  const waterfall = await drawn('waterfall', policy, ...options)
  expect(waterfall.insns).toBe(said.insns)
  expect(waterfall.mean).toBeCloseTo(said.mean, 2)
  if (options.includes('--pipeline')) return // cost has no pipeline
  expect((await drawn('cost', policy, ...options)).mean).toBeCloseTo(said.mean, 2)
})
