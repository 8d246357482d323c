import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cpuTimes } from '../src/process-cpu.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccompile-cpu-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The times of a program whose text is `text`. */
function timesOf(text: string): ReturnType<typeof cpuTimes> {
  const path = join(folder, 'program.mjs')
  writeFileSync(path, text)
  return cpuTimes([path], folder, 1)
}

describe('cpuTimes', () => {
  it('are those of the whole process, in milliseconds', () => {
    // Each query of the time costs system time, so the program queries it rarely.
    const { ours, empty } = timesOf(
      'while (process.cpuUsage().user < 500_000) for (let i = 0; i < 1e6; i += 1);',
    )
    expect([ours.length, empty.length]).toEqual([1, 1])
    expect(ours[0]).toBeGreaterThanOrEqual(500)
    expect(empty[0]).toBeGreaterThan(0)
    expect(empty[0]).toBeLessThan(ours[0]!)
  })

  it('are none of a program that fails', () => {
    expect(() => timesOf(`console.error('no policy'); process.exit(3)`)).toThrow(/failed: no policy$/m)
  })

  it('are none of a program that ends without saying its time', () => {
    expect(() => timesOf(`process.reallyExit(0)`)).toThrow('wrote no CPU time')
  })
})
