/*
 * The last build of the program, run as a process. The run of `npm start` itself shows that the current build works.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const START = fileURLToPath(new URL('../dist/start.js', import.meta.url))

it('refuses a word, which somebody may take for the name of a profile', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, 'docker.json'], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('takes no words; got "docker.json"')
})

it('prints what the README shows of it', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const shown = /```console\n\$ npm start\n([^`]*)```/.exec(readme)?.[1]
  const { status, stdout } = spawnSync(process.execPath, [START], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain(shown)
})
