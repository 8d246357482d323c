/* The filters of @seccompile/filters as files, for the commands that a person asks about them. */
import { writeFileSync } from 'node:fs'
import type { ReadyFilter } from '@seccompile/filters'
import { filter as noNetwork, filterFor } from '@seccompile/filters/no-network'
import { filter as noTracing } from '@seccompile/filters/no-tracing'
import { filter as nodeServer } from '@seccompile/filters/node-server'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()

/** Writes the bytes of `filter` with a manifest, which names `policy`. The file of the manifest. */
function written(filter: ReadyFilter, policy: string): string {
  const name = `${policy.replace(':', '-')}-${filter.abis.join('-')}.bpf`
  writeFileSync(at(name), filter.bytes)
  const manifest = { policy, options: { abi: filter.abis.join() }, filters: [name], digest: filter.digest }
  writeFileSync(at(`${name}.json`), JSON.stringify(manifest))
  return at(`${name}.json`)
}

it('check-manifest proves that they mean what their presets mean, and finds their digests', async () => {
  for (const filter of [noNetwork, noTracing, nodeServer, await filterFor('s390x')]) {
    const { status, out } = await runCli([
      'check-manifest',
      written(filter, `preset:${filter.preset}`),
      '--json',
    ])
    expect([status, JSON.parse(out)]).toMatchObject([
      0,
      { answer: 'equal', digest: filter.digest, changed: false },
    ])
  }
})

it('check-manifest says where one is taken for another', async () => {
  const { status, out } = await runCli(['check-manifest', written(noTracing, 'preset:no-network')])
  expect([status, out]).toEqual([1, expect.stringContaining('does not mean what preset:no-network means')])
})

it('digest prints their digests', async () => {
  written(noNetwork, 'preset:no-network')
  const { out } = await runCli(['digest', at('preset-no-network-x86_64-x86-x32-aarch64-arm.bpf')])
  expect(out).toContain(noNetwork.digest)
})
