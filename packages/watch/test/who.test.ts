import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { expect, it } from 'vitest'
import { programs } from '../src/who.ts'

it('names the program of a thread as it is now, whenever the exec before was completed', async () => {
  const child = spawn('/bin/sh', ['-c', 'echo; read line; exec /bin/cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { pid = 0 } = child
  const who = programs()
  await once(child.stdout, 'data')
  expect(who.nameOf(pid)).toBe(realpathSync('/bin/sh'))
  child.stdin.write('go\nto cat\n') // cat answers once the exec is complete
  await once(child.stdout, 'data')
  expect(who.nameOf(pid)).toBe(realpathSync('/bin/cat'))
  child.stdin.end()
  await once(child, 'close')
})
