import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { otherLaunch, whyNotLauncher } from '../src/launch/other-launcher.ts'
import { run } from '../src/launch/run.ts'
import { openFiles, whyNotFew, withFewFiles } from './few-files.ts'
import { asNobody, whyNotOthers } from './other-user.ts'
import { sayNotRun } from './why-not.ts'

function whyNot(): string | undefined {
  const what = 'filters for bwrap, where descriptors are few'
  const reason = whyNotLauncher('bwrap')
  if (reason !== undefined) sayNotRun(what, reason)
  return reason ?? whyNotFew(what)
}

describe('whyNotLauncher', () => {
  it('tells one that cannot be started from one that is too old', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
    try {
      expect(whyNotLauncher('setpriv', folder)).toBe('setpriv is not installed')
      writeFileSync(join(folder, 'setpriv'), '#!/nowhere\n', { mode: 0o700 })
      expect(whyNotLauncher('setpriv', folder)).toBe(
        'the setpriv installed cannot be asked for its options: ENOENT',
      )
      writeFileSync(join(folder, 'setpriv'), '#!/bin/sh\necho "no /proc" >&2; exit 1\n')
      expect(whyNotLauncher('setpriv', folder)).toBe(
        'the setpriv installed cannot be asked for its options: no /proc',
      )
      writeFileSync(join(folder, 'setpriv'), '#!/bin/sh\necho --reuid\n')
      expect(whyNotLauncher('setpriv', folder)).toBe(
        'the setpriv installed has no option --seccomp-filter; it came with util-linux 2.41',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

const notRoot = whyNotOthers('setpriv for a process that has changed its user')

it.skipIf(notRoot !== undefined || whyNotLauncher('setpriv') !== undefined)(
  'setpriv is not taken for a process that has changed its user: it could not open the filter',
  async () => {
    const command = async (): Promise<unknown> => run(ALLOW, ['true'], { launcher: 'setpriv' })
    await expect(asNobody(command)).rejects.toMatchObject({
      code: 'E_NO_LAUNCHER',
      message: expect.stringContaining('because this process has changed its user') as string,
    })
  },
)

const ALLOW = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f)

describe.skipIf(whyNot() !== undefined)('filters for bwrap, where descriptors are few', () => {
  const before = process.env['TMPDIR']
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
    process.env['TMPDIR'] = folder
  })
  afterEach(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true })
  })

  it.each([0, 1, 3])('leave nothing behind where only %i more can be opened', async (few) => {
    const open = openFiles()
    const launch = withFewFiles(few, () =>
      otherLaunch('bwrap', [ALLOW, ALLOW, ALLOW, ALLOW], { words: ['true'] }),
    )
    await expect(launch).rejects.toMatchObject({
      name: 'KernelError',
      code: 'E_NATIVE',
      message: expect.stringMatching(/^the filter cannot be handed to bwrap in a file: .*EMFILE/),
    })
    expect(openFiles()).toBe(open)
    expect(readdirSync(folder)).toEqual([])
  })

  it('are closed again where none is left for the process itself', async () => {
    const open = openFiles()
    const many = Array.from({ length: 30 }, () => ALLOW)
    const running = withFewFiles(32, () => run(many, ['true'], { launcher: 'bwrap' }))
    await expect(running).rejects.toMatchObject({
      name: 'KernelError',
      code: 'E_REFUSED',
      errno: 'EMFILE',
      message: 'no process can be started: EMFILE',
    })
    expect(openFiles()).toBe(open)
    expect(readdirSync(folder)).toEqual([])
  })
})
