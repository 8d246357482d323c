/*
 * A program that attaches a filter, built as a single file by `node --build-sea` and by `bun build --compile`, and run
 * as a user without rights in a folder without packages.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { beforeAll, describe, expect, it } from 'vitest'
import { scriptFolder } from './runtime-scripts.ts'
import { findRuntimes } from './runtimes.ts'

const { at, ended } = scriptFolder()
const runtimes = await findRuntimes()
const node = runtimes.find(({ name }) => name.startsWith('Node 26.'))
const bun = runtimes.find(({ kind }) => kind === 'bun')

const asFiltered = { main: ['ok', 'ok', 'EACCES'], pool: ['ok', 'ok'], isPool: true, rings: 0 }

/** `single.mjs` with all that it imports in one module, as `node --build-sea` takes it. */
async function bundle(): Promise<void> {
  const build = await rolldown({ input: at('single.mjs'), platform: 'node', external: [/^(?:node|bun):/] })
  await build.write({ file: at('bundle.mjs'), format: 'esm', codeSplitting: false })
  await build.close()
}

/** Builds a single file and yields its path. */
type Build = () => string | Promise<string>

const buildNode: Build = async () => {
  await bundle()
  const output = at('out/single-node')
  const main = at('bundle.mjs')
  const execArgv = ['--experimental-ffi']
  const config = { main, mainFormat: 'module', output, disableExperimentalSEAWarning: true, execArgv }
  writeFileSync(at('sea.json'), JSON.stringify(config))
  execFileSync(node?.file ?? '', ['--build-sea', at('sea.json')], { stdio: 'ignore' })
  return output
}

const buildBun: Build = () => {
  const output = at('out/single-bun')
  execFileSync(bun?.file ?? '', ['build', '--compile', at('single.mjs'), '--outfile', output], {
    stdio: 'ignore',
  })
  return output
}

const single = [
  ['node --build-sea', node, buildNode],
  ['bun build --compile', bun, buildBun],
] as const
for (const [name, runtime, build] of single)
  describe.skipIf(runtime === undefined)(`a single file of ${name}`, () => {
    let file = ''
    beforeAll(async () => {
      file = await build()
    }, 60_000)
    const command = [process.execPath, at('program.mjs')]

    it('attaches a filter to every thread', async () => {
      const { status, said, err } = await ended(file, 'attach', 'ffi')
      expect([status, err]).toEqual([0, ''])
      const [before, after] = said
      expect(before).toMatchObject({ pool: ['ok', 'ok'], isPool: true })
      expect(after).toMatchObject({
        main: ['EPERM', 'ok', before?.main[2]],
        pool: ['EPERM', 'ok'],
        filters: [(before?.filters[0] ?? -1) + 2],
        namespace: false,
      })
    })

    it('becomes a command under a filter', async () => {
      const { status, said, err } = await ended(file, 'exec', ...command)
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })

    it('starts a command by a launcher of another project', async () => {
      const { status, said, err } = await ended(file, 'run', ...command)
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })
  })
