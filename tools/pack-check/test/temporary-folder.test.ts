import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'seccompile-parent-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** Makes a folder in a process of its own, which then waits; sends it `signal`, and yields the exit status. */
function statusAfter(signal: NodeJS.Signals, isKept: boolean): Promise<number | null> {
  const module = join(import.meta.dirname, '../dist/temporary-folder.js')
  const program = `import { temporaryFolder } from ${JSON.stringify(module)}
    console.log(temporaryFolder(${JSON.stringify(parent)}, 'made-', ${String(isKept)}))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (folder: string) => {
      expect(existsSync(folder.trimEnd())).toBe(true)
      child.kill(signal)
    })
    child.on('close', resolve)
  })
}

it.skipIf(process.platform === 'win32')('is removed at ^C, and kept where that is wanted', async () => {
  expect(await statusAfter('SIGINT', false)).toBe(130)
  expect(readdirSync(parent)).toEqual([])
  expect(await statusAfter('SIGTERM', true)).toBe(143)
  expect(readdirSync(parent)).toHaveLength(1)
})
