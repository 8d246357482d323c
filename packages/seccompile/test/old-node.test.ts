import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const MANIFEST = fileURLToPath(new URL('../package.json', import.meta.url))

/** Starts the command in a Node that says to have `version`. */
function startIn(version: string): { status: number | null; stdout: string; stderr: string } {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(code)}`
  return spawnSync(process.execPath, ['--import', preload, COMMAND, '--version'], { encoding: 'utf8' })
}

it.each(['18.20.8', '20.18.3', '12.22.12'])('says in one line that Node %s is too old', (version) => {
  const { status, stdout, stderr } = startIn(version)
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: `error: this is Node ${version}, and seccompile needs 20.19 or newer; install a newer Node\n`,
  })
})

it.each(['20.19.0', '22.0.0'])('starts in Node %s', (version) => {
  const { status, stderr } = startIn(version)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

it('needs the version that the package names', () => {
  const { engines } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { engines: { node: string } }
  expect(engines.node).toBe('>=20.19')
})
