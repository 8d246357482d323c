/* The sets of the machine’s systemd, and a faulty command in place of `systemd-analyze`. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callsOfSet } from '@seccompile/systemd'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemdSets } from '../src/load/systemd-sets.ts'

const isInstalled = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0
if (!isInstalled)
  console.warn('not run: the sets of this machine’s systemd: systemd-analyze does not work here')

describe('the command systemd-analyze', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seccompile-systemd-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** The sets that a shell script yields in place of systemd’s command. */
  const under = (script: string) => {
    const path = join(folder, 'systemd-analyze')
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
    return systemdSets({ PATH: `${folder}:/usr/bin:/bin` })
  }

  it('is asked for its sets, without colours and in English', () => {
    const sets = under('echo "@asked"; echo "    # $* $LC_ALL $SYSTEMD_COLORS"; echo "    read"')
    expect(sets).toEqual([
      { name: '@asked', summary: 'syscall-filter --no-pager C 0', sets: [], own: ['read'] },
    ])
  })

  it('is named where it fails, with what it said', () => {
    expect(() => under('echo "Unknown command verb." >&2; exit 3')).toThrow(
      '--systemd: systemd-analyze syscall-filter failed with status 3: Unknown command verb.',
    )
    expect(() => under('kill -9 $$')).toThrow('systemd-analyze syscall-filter failed with SIGKILL')
    expect(() => under('exit 0')).toThrow('expected sets such as @file-system; got none')
  })

  it('may not print without end', () => {
    expect(() => under('exec yes @a')).toThrow('printed more than 1048576 bytes')
  })

  it.skipIf(!isInstalled)('of this machine has the set of basic input and output', () => {
    const { PATH } = process.env
    const sets = systemdSets({ PATH })
    expect(callsOfSet('@basic-io', sets)).toContain('pread64')
    expect(callsOfSet('@default', sets)).toEqual(expect.arrayContaining([...callsOfSet('@sandbox', sets)]))
  })
})
