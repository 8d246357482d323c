import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { expect, it } from 'vitest'
import { wrongHealings } from '../src/heal/healings.ts'

const canRun =
  process.platform === 'linux' &&
  (hasBridge('ffi') || hasBridge('koffi')) &&
  spawnSync('patch', ['--version']).status === 0
if (!canRun) console.error('NOT RUN: healings of commands need Linux, FFI or koffi, and patch')

it.runIf(canRun)('a call that is taken out of a profile is put back by heal, with its condition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-heal-'))
  try {
    expect(wrongHealings(folder, 2, 7)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
