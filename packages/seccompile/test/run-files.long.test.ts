/*
 * The files that Node loads for `seccompile run`. Loading takes most of the time of a start, and a file costs more than what is
 * in it. The tests run the built command; `npm test` builds it first.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encode } from '@seccompile/cbpf'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import { LAUNCHERS } from '@seccompile/kernel/launch-words'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const WORKSPACE = fileURLToPath(new URL('../../..', import.meta.url))
const { at, file } = temporaryFolder()
const allow = file('allow.bpf', encode([{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }], 'little'))

/** The scripts in the record of coverage that Node leaves in `folder`. */
function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[]
    }
    return result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url))
  })
}

/** The package of the script at `path`: a folder of the workspace, or a name in `node_modules`. */
function packageOf(path: string): string {
  const [, name = ''] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  return name === '' ? path.slice(WORKSPACE.length).split(sep).slice(0, 2).join('/') : name
}

/**
 * The files that `run` loads, without those of koffi. The command does not exist: a process that becomes its command leaves no
 * record of coverage.
 */
function filesOfRun(name: string, ...options: readonly string[]): readonly string[] {
  const coverage = at(name)
  mkdirSync(coverage)
  const line = [COMMAND, 'run', allow, ...options, '--', '/no/such/command']
  const { status } = spawnSync(process.execPath, line, {
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  })
  expect(status === 127 || status === 125).toBe(true) // 125: the launcher is not installed
  return scriptsIn(coverage)
    .filter((path) => !packageOf(path).includes('koffi'))
    .sort()
}

describe.skipIf(process.platform !== 'linux')('run', () => {
  it('loads its own bundle and commander, and no other package of this repository', () => {
    const packages = new Set(filesOfRun('packages').map(packageOf))
    expect([...packages].sort()).toEqual(['commander', 'packages/seccompile'])
  })

  it('loads nothing more where a launcher is named', () => {
    const plain = filesOfRun('plain')
    for (const launcher of LAUNCHERS)
      expect(filesOfRun(launcher, '--launcher', launcher), launcher).toEqual(plain)
  })
})
