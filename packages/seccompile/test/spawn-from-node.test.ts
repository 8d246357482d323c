/*
 * The programs of docs/spawn-from-node.md, run unchanged; tools/golden runs the commands of the page. The programs
 * import the built packages, as users do.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '@seccompile/kernel'
import type { RunOptions } from '@seccompile/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../../../docs/spawn-from-node.md', import.meta.url), 'utf8')
/** The programs of the page, by the names in their first lines. */
const programs = new Map(
  [...PAGE.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(([, name = '', code = '']) => [name, code]),
)
const [, printed = ''] = /^```text\n([^]*?)^```$/m.exec(PAGE) ?? []

const { at } = temporaryFolder()
beforeAll(() => {
  mkdirSync(at('node_modules'))
  symlinkSync(HERE, at('node_modules/seccompile'))
  symlinkSync(`${HERE}node_modules/@seccompile`, at('node_modules/@seccompile'))
  for (const [name, code] of programs) writeFileSync(at(name), code)
})

const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]
/**
 * The reason why no command runs under a filter that allows everything; `undefined` if one does. The reason is
 * printed.
 */
async function whyNot(
  what: string,
  launcher: NonNullable<RunOptions['launcher']>,
): Promise<string | undefined> {
  let reason: string | undefined
  try {
    const { status, signal } = await run(ALLOW, ['true'], { launcher, stdio: ['ignore', 'ignore', 'ignore'] })
    if (status !== 0) reason = `"true" ends with ${status ?? signal}`
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error)
  }
  if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
  return reason
}

const koffi = await whyNot('spawn-run.mjs of docs/spawn-from-node.md', 'koffi')
const bwrap = await whyNot('spawn-bwrap.mjs of docs/spawn-from-node.md', 'bwrap')

function node(...args: readonly string[]): { readonly out: string; readonly err: string } {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: at(''),
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { out: stdout, err: stderr }
}

describe('docs/spawn-from-node.md', () => {
  it('has four programs', () => {
    expect([...programs.keys()]).toEqual(['sandbox.mjs', 'script.mjs', 'spawn-run.mjs', 'spawn-bwrap.mjs'])
  })

  // Node 26 warns that its FFI is experimental.
  it.skipIf(koffi !== undefined)('starts the script by run', () => {
    expect(node('--no-warnings', 'spawn-run.mjs')).toEqual({ out: `${printed}ended with 0\n`, err: '' })
  })

  it.skipIf(bwrap !== undefined)('starts the script by bubblewrap', () => {
    expect(node('spawn-bwrap.mjs')).toEqual({ out: `${printed}ended with 0\n`, err: '' })
  })
})
