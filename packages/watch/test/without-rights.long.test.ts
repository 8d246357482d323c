/* Programs with rights of their files, started by watched commands. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, verdictOf } from '@seccompile/abi'
import { hasBridge } from '@seccompile/kernel/exec'
import { readRecording } from '@seccompile/recording'
import { afterAll, describe, expect, it } from 'vitest'
import { record, watch } from '../src/index.ts'
import type { ProgramWithoutRights } from '../src/index.ts'

const NOBODY = 65534
const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const AS_NOBODY = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups']
const QUIET = ['ignore', 'ignore', 'ignore'] as const
const ALLOW = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]

/** Why the tests cannot run here. */
function whyNot(): string | undefined {
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  return process.getuid?.() === 0 ? undefined : 'only root gives programs rights'
}

/** Why they cannot run as another user. */
function whyNotOther(): string | undefined {
  const script = 'import "@seccompile/watch"'
  const words = [...AS_NOBODY, process.execPath, '--input-type=module', '-e', script]
  return spawnSync('setpriv', words, { cwd: PACKAGE }).status === 0
    ? undefined
    : 'another user cannot read this repository, or there is no setpriv'
}

const reason = whyNot()
const noOther = reason ?? whyNotOther()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: programs with rights: ${reason}\n\n`)
else if (noOther !== undefined)
  process.stderr.write(`\n*** NOT RUN: programs with rights, as uid 65534: ${noOther}\n\n`)

const folder = mkdtempSync(join(tmpdir(), 'seccompile-rights-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true }))

/** A copy of /bin/true with an owner and a mode of its own. */
function copied(name: string, mode: number, [uid, gid]: readonly [number, number] = [0, 0]): string {
  const path = join(folder, name)
  copyFileSync('/bin/true', path)
  chownSync(path, uid, gid) // before chmod: it takes the bits away
  chmodSync(path, mode)
  return path
}

const USES = ['denials', 'try'] as const
async function seenBy(
  use: (typeof USES)[number] | 'record',
  ...command: readonly [string, ...string[]]
): Promise<readonly ProgramWithoutRights[]> {
  if (use === 'record') return (await record(command, { stdio: QUIET })).report.withoutRights
  return (await watch(ALLOW, command, { use, stdio: QUIET }).report).withoutRights
}

describe.skipIf(reason !== undefined)('a program with rights of its file', () => {
  it.each([...USES, 'record'] as const)('is named by %s', async (use) => {
    const first = copied('first', 0o4755, [NOBODY, 0])
    const second = copied('second', 0o2755, [0, NOBODY])
    expect(await seenBy(use, first)).toEqual([{ path: first, rights: 'set-user-ID' }])
    const script = `cd ${folder}; ./second; ./second; ${first}; true`
    expect(await seenBy(use, 'sh', '-c', script)).toEqual([
      { path: first, rights: 'set-user-ID' },
      { path: second, rights: 'set-group-ID' },
    ])
  })

  it('is named by its path, also where it is called by a link and ends at once', async () => {
    const path = copied('linked', 0o4755, [NOBODY, 0])
    symlinkSync('linked', join(folder, 'link'))
    const script = `cd ${folder}; n=0; while [ $n -lt 20 ]; do ./link; n=$((n + 1)); done`
    expect(await seenBy('denials', 'sh', '-c', script)).toEqual([{ path, rights: 'set-user-ID' }])
  })

  it('is said by a recording not to be seen', async () => {
    const path = copied('recorded', 0o4755, [NOBODY, 0])
    const { head } = await record([path], { stdio: QUIET })
    expect(head.unseen).toContain(`what ${path} does with its rights (set-user-ID): it ran without them`)
  })

  it('is named by a recording whose head still holds, however many there are and however long their paths', async () => {
    const deep = join(folder, ...Array.from({ length: 15 }, () => '\u001b'.repeat(250)))
    mkdirSync(deep, { recursive: true })
    const names = Array.from({ length: 20 }, (_, i) => `p${String(i).padStart(2, '0')}`)
    for (const name of names) renameSync(copied(name, 0o4755, [NOBODY, 0]), join(deep, name))
    const { head, lines } = await record(['sh', '-c', `cd ${deep}; for p in p*; do ./$p; done`], {
      stdio: QUIET,
    })
    expect(readRecording([...lines()].join('')).head).toEqual(head)
    expect(head.unseen.filter((text) => text.includes('rights'))).toHaveLength(11)
    expect(head.unseen.at(-1)).toBe(
      'what 10 other programs do with the rights of their files: they ran without them',
    )
  })

  it('is not named where it would get nothing: its owner is this user, or no_new_privs is not set', async () => {
    const own = copied('own', 0o6755)
    const noExec = copied('no-exec', 0o2745, [0, NOBODY]) // without execution for its group the bit means something else
    expect(await seenBy('try', 'sh', '-c', `${own}; ${noExec}`)).toEqual([])
    const other = copied('other', 0o4755, [NOBODY, 0])
    const { withoutRights } = await watch(ALLOW, [other], { noNewPrivs: false, stdio: QUIET }).report
    expect(withoutRights).toEqual([])
  })

  it('is no FIFO, for whose writer the watcher would wait', () => {
    const path = join(folder, 'fifo')
    execFileSync('mkfifo', [path])
    chownSync(path, NOBODY, 0)
    chmodSync(path, 0o4755)
    // A process that can be ended: a thread that waits in open() ends by SIGKILL alone.
    const script = `
      import { watch } from '@seccompile/watch'
      const { status, withoutRights } = await watch(${JSON.stringify(ALLOW)}, ['sh', '-c', '${path}; true'], {
        stdio: ['ignore', 'ignore', 'ignore'] }).report
      console.log(JSON.stringify({ status, withoutRights }))`
    const options = { cwd: PACKAGE, encoding: 'utf8', timeout: 10_000, killSignal: 'SIGKILL' } as const
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], options)
    expect(stdout).toBe('{"status":0,"withoutRights":[]}\n')
  })

  it('is not named where it does not run', async () => {
    const path = copied('not-executable', 0o4644, [NOBODY, 0])
    expect(await seenBy('try', 'sh', '-c', `${path}; true`)).toEqual([])
  })
})

describe.skipIf(noOther !== undefined)('a program with rights of its file, as another user', () => {
  /** What another user sees of programs with rights in a shell script. */
  function seenByNobody(command: string): unknown {
    const script = `
      import { watch } from '@seccompile/watch'
      const { withoutRights } = await watch(${JSON.stringify(ALLOW)}, ['sh', '-c', ${JSON.stringify(command)}], {
        stdio: ['ignore', 'ignore', 'ignore'] }).report
      console.log(JSON.stringify(withoutRights))`
    const { stdout, stderr } = spawnSync(
      'setpriv',
      [...AS_NOBODY, process.execPath, '--input-type=module', '-e', script],
      { cwd: PACKAGE, encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    return JSON.parse(stdout)
  }

  it('is named, also where the user may not read it', () => {
    const readable = copied('readable', 0o4755)
    const unreadable = copied('unreadable-by-others', 0o4711)
    expect(seenByNobody(`${unreadable}; ${readable}; true`)).toEqual([
      { path: readable, rights: 'set-user-ID' },
      { path: unreadable, rights: 'set-user-ID' },
    ])
  })

  it.skipIf(spawnSync('setcap', ['-h']).status !== 0)('is named where it has capabilities', ({ skip }) => {
    const path = copied('capable', 0o755)
    skip(spawnSync('setcap', ['cap_net_raw+ep', path]).status !== 0, 'the file system has no capabilities')
    expect(seenByNobody(`${path}; true`)).toEqual([{ path, rights: 'capabilities' }])
  })
})
