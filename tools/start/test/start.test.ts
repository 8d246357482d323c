/* The program as a process, of what was last built; `npm start` shows that it runs. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const START = fileURLToPath(new URL('../dist/start.js', import.meta.url))

it('refuses a word, which somebody may take for the name of a profile', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, 'docker.json'], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('takes no words; got "docker.json"')
})
