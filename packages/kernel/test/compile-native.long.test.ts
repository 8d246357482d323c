import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileNative, nativeProgram, removeStarted } from '../src/native/compile-native.ts'
import { startNative } from '../src/native/start-native.ts'
import { NOBODY, whyNotOthers } from './other-user.ts'
import { whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('compiling native programs')

describe.skipIf(reason !== undefined)('compileNative', () => {
  const folder = join(realpathSync(tmpdir()), `seccompile-${randomUUID()}`)
  beforeAll(() => {
    mkdirSync(folder, { mode: 0o700 })
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const env = { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, 'cache') }
  const native = join(folder, 'cache', 'seccompile', 'native')
  /** Where the programs are made that are not kept. */
  const temporary = [join(folder, 'temporary')]
  beforeAll(() => {
    mkdirSync(join(folder, 'temporary'))
  })
  const source = (name: string, text: string): string => {
    const path = join(folder, `${name}.c`)
    writeFileSync(path, text)
    return path
  }

  it('compiles once, and again where the source differs', async () => {
    const path = source('one', 'int main(void) { return 0; }\n')
    const first = await compileNative(path, { env })
    const { mtimeMs } = statSync(first)
    expect(await compileNative(path, { env })).toBe(first)
    expect(statSync(first).mtimeMs).toBe(mtimeMs)
    source('one', 'int main(void) { return 1; }\n')
    expect(await compileNative(path, { env })).not.toBe(first)
    expect(readdirSync(native)).toHaveLength(2)
  })

  it('compiles anew where others could have written to the program', async () => {
    const path = source('open', 'int main(void) { return 0; }\n')
    const made = await compileNative(path, { env })
    chmodSync(made, 0o777)
    expect(await compileNative(path, { env })).toBe(made)
    expect(statSync(made).mode & 0o777).toBe(0o700)
  })

  const script = Buffer.from('#!/bin/sh\nexit 2\n')
  it.each<[string, (whole: Buffer) => Buffer]>([
    ['empty, as a crash leaves it', () => Buffer.alloc(0)],
    ['cut short', (whole) => whole.subarray(0, -1)],
    ['other in one bit', (whole) => whole.map((byte, i) => (i === 100 ? byte ^ 1 : byte)) as Buffer],
    ['another program (it ended with status 2, and nobody knew which file)', () => script],
  ])('compiles anew where what is kept is %s', async (_, damage) => {
    const path = source('damaged', 'int main(void) { return 7; }\n')
    const made = await compileNative(path, { env })
    writeFileSync(made, damage(readFileSync(made)))
    expect(await compileNative(path, { env })).toBe(made)
    expect(spawnSync(made).status).toBe(7)
  })

  it('compiles anew where there is a folder of that name', async () => {
    const path = source('folder', 'int main(void) { return 7; }\n')
    const made = await compileNative(path, { env })
    rmSync(made)
    mkdirSync(join(made, 'more'), { recursive: true })
    expect(await compileNative(path, { env })).toBe(made)
    expect(spawnSync(made).status).toBe(7)
  })

  it('takes no link for a program that is kept, though what it leads to is ours', async () => {
    const path = source('linking', 'int main(void) { return 7; }\n')
    const made = await compileNative(path, { env })
    const other = await compileNative(source('other', 'int main(void) { return 8; }\n'), { env })
    rmSync(made)
    symlinkSync(other, made)
    expect(await compileNative(path, { env })).toBe(made)
    expect(lstatSync(made).isFile()).toBe(true)
    expect(spawnSync(made).status).toBe(7)
  })

  it('removes what was left there by processes that were killed, and is old', async () => {
    await compileNative(source('sweeping', 'int main(void) { return 7; }\n'), { env })
    const hash = '0123456789abcdef01234567'
    const old = [`oracle-${hash}.aB3dE6`, `oracle-${hash}.0d2b0c44-5d0c-4c57-a2bb-2a1be1d2b1a0`]
    const others = [`oracle-${hash}`, 'oracle.c', `oracle-${hash}.young1`]
    for (const name of [...old, ...others]) writeFileSync(join(native, name), '')
    rmSync(join(native, old[0]!))
    mkdirSync(join(native, old[0]!, 'more'), { recursive: true })
    const twoHoursAgo = Date.now() / 1000 - 7200
    for (const name of [...old, ...others.slice(0, 2)])
      utimesSync(join(native, name), twoHoursAgo, twoHoursAgo)
    await compileNative(source('sweeping', 'int main(void) { return 8; }\n'), { env })
    const left = readdirSync(native).filter((name) => name.startsWith('oracle'))
    expect(left.sort()).toEqual([...others].sort())
  })

  it('removes what was left of programs for one start, and is old', async () => {
    const names = ['seccompile-once-aB3dE6', 'seccompile-once-young1', 'seccompile-once-other']
    for (const name of names) mkdirSync(join(temporary[0]!, name))
    const twoHoursAgo = Date.now() / 1000 - 7200
    for (const name of [names[0]!, names[2]!]) utimesSync(join(temporary[0]!, name), twoHoursAgo, twoHoursAgo)
    const path = source('once', 'int main(void) { return 0; }\n')
    removeStarted(await compileNative(path, { env: { ...env, XDG_CACHE_HOME: '/proc' }, temporary }))
    expect(readdirSync(temporary[0]!).sort()).toEqual(names.slice(1).sort())
    for (const name of names.slice(1)) rmSync(join(temporary[0]!, name), { recursive: true })
  })

  it('makes one whole program where several ask at once', async () => {
    const path = source('many', 'int main(void) { return 0; }\n')
    const made = await Promise.all(Array.from({ length: 4 }, async () => compileNative(path, { env })))
    expect(new Set(made).size).toBe(1)
    expect(existsSync(made[0]!)).toBe(true)
  })

  it('calls the compiler by the name that it has, though that may be a link to another one', async () => {
    const path = process.env['PATH'] ?? ''
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const script = `#!/bin/sh\n[ "$(basename "$0")" = cc ] && PATH='${path}' exec cc "$@"\nexit 1\n`
    writeFileSync(join(bin, 'cache'), script, { mode: 0o700 })
    symlinkSync('cache', join(bin, 'cc'))
    const made = compileNative(source('linked', 'int main(void) { return 0; }\n'), {
      env: { ...env, PATH: `${bin}:${path}` },
    })
    expect(existsSync(await made)).toBe(true)
  })

  it('says what the compiler said', async () => {
    await expect(
      compileNative(source('bad', 'int main(void) { return nothing; }\n'), { env }),
    ).rejects.toMatchObject({
      code: 'E_NATIVE',
      message: expect.stringContaining("'nothing' undeclared"),
    })
  })

  it('says what to install where there is no compiler', async () => {
    await expect(nativeProgram('oracle', { env: { ...env, PATH: folder } })).rejects.toMatchObject({
      code: 'E_NO_CC',
      requirement: 'cc',
      message: expect.stringContaining(
        'there is no "cc" to compile the native program "oracle" with; install',
      ),
    })
  })

  it('passes a directory over that has the name of the compiler, and names it where there is no other', async () => {
    const shadow = join(folder, 'shadow')
    mkdirSync(join(shadow, 'cc'), { recursive: true })
    const path = source('shadowed', 'int main(void) { return 0; }\n')
    const made = await compileNative(path, {
      env: { ...env, PATH: `${shadow}:${process.env['PATH'] ?? ''}` },
    })
    expect(existsSync(made)).toBe(true)
    await expect(compileNative(path, { env: { ...env, PATH: shadow } })).rejects.toMatchObject({
      code: 'E_NO_CC',
      message: expect.stringContaining(`with (${join(shadow, 'cc')}: it is a directory); install`),
    })
  })

  it('says of a compiler that does not start which one it is, and why, not that the cache folder is wrong', async () => {
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'cc'), '#!/nowhere\n', { mode: 0o700 })
    const path = source('unmade', 'int main(void) { return 0; }\n')
    await expect(compileNative(path, { env: { ...env, PATH: broken } })).rejects.toMatchObject({
      code: 'E_NATIVE',
      errno: 'ENOENT',
      requirement: 'cc',
      message: `${join(broken, 'cc')}: cannot be executed: ENOENT: what is to interpret it is not there: the program that its first line names, or its dynamic loader; it was to compile the native program "unmade": mend it, or put another "cc" before it in PATH`,
    })
  })

  it('makes the program for one start where there is no room for it in the cache folder', async () => {
    const full = join(folder, 'full')
    mkdirSync(full)
    writeFileSync(
      join(full, 'cc'),
      `#!/bin/sh\ncase "$*" in *${native}*) echo "no space left" >&2; exit 1;; esac\nPATH=$OTHER exec cc "$@"\n`,
      { mode: 0o700 },
    )
    const path = source('roomy', 'int main(void) { return 0; }\n')
    const made = await compileNative(path, {
      env: { ...env, PATH: full, OTHER: process.env['PATH'] },
      temporary,
    })
    expect(dirname(dirname(made))).toBe(temporary[0])
    removeStarted(made)
    expect(existsSync(made)).toBe(false)
  })

  it('leaves nothing where the compiler fails', async () => {
    const before = readdirSync(native)
    await expect(compileNative(source('fails', 'int main(void) {\n'), { env })).rejects.toThrow('expected')
    expect(readdirSync(native)).toEqual(before)
  })

  it('ignores a relative XDG_CACHE_HOME, and takes HOME', async () => {
    const home = join(folder, 'home')
    mkdirSync(home)
    const path = source('three', 'int main(void) { return 3; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: 'here', HOME: home } })
    expect(made.startsWith(join(home, '.cache', 'seccompile'))).toBe(true)
  })

  it('makes no home where HOME names one that is not there, and the program for one start', async () => {
    const home = join(folder, 'no-home')
    writeFileSync(join(folder, 'file-for-home'), '')
    const path = source('homeless', 'int main(void) { return 5; }\n')
    for (const HOME of [home, join(home, 'deeper'), join(folder, 'file-for-home')]) {
      const made = await compileNative(path, { env: { PATH: env.PATH, HOME }, temporary })
      expect(dirname(dirname(made))).toBe(temporary[0])
      removeStarted(made)
    }
    expect(existsSync(home)).toBe(false)
    const nowhere = compileNative(path, { env: { PATH: env.PATH, HOME: home }, temporary: [] })
    await expect(nowhere).rejects.toThrow(
      `there is no place for the compiled program "homeless": there is no home folder ${home}; name`,
    )
  })

  it('makes nothing in the working folder where HOME is empty', async () => {
    const path = source('four', 'int main(void) { return 4; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: '', HOME: '' } })
    expect(isAbsolute(made)).toBe(true)
    removeStarted(made)
    rmSync(made, { force: true })
    expect(existsSync('.cache/seccompile')).toBe(false)
  })

  it('makes the cache folder, and those above it', async () => {
    const path = source('six', 'int main(void) { return 6; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: join(folder, 'a/b/c') } })
    expect(made.startsWith(join(folder, 'a/b/c/seccompile/native/six-'))).toBe(true)
  })

  /** Sees that the program is made for one start where the cache folder would be `cache`. */
  const expectOneStart = async (cache: string): Promise<void> => {
    const path = source('once', 'int main(void) { return 7; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: cache }, temporary })
    expect(dirname(dirname(made))).toBe(temporary[0])
    expect(statSync(dirname(made)).mode & 0o777).toBe(0o700)
    expect(basename(made)).toMatch(/^once-/)
    const child = startNative(made, { onError: () => undefined })
    expect(readdirSync(temporary[0]!)).toEqual([])
    expect(await once(child, 'close')).toEqual([7, null])
  }

  it('makes the program for one start where there can be no cache folder, below /proc too', async () => {
    writeFileSync(join(folder, 'file'), '')
    for (const cache of [join(folder, 'file'), '/proc/seccompile']) await expectOneStart(cache)
  })

  it.each(['', 'seccompile', 'seccompile/native'])(
    'makes it for one start where others can write to the cache folder /%s',
    async (name) => {
      const cache = join(folder, `shared-${name.replace('/', '-')}`)
      await compileNative(source('once', 'int main(void) { return 7; }\n'), {
        env: { ...env, XDG_CACHE_HOME: cache },
      })
      chmodSync(join(cache, name), 0o777)
      await expectOneStart(cache)
    },
  )

  it('says of each place why the program cannot be there', async () => {
    const cache = join(folder, 'nowhere')
    writeFileSync(cache, '')
    mkdirSync(join(folder, 'open'))
    chmodSync(join(folder, 'open'), 0o777)
    const made = compileNative(source('two', 'int main(void) { return 2; }\n'), {
      env: { ...env, XDG_CACHE_HOME: cache },
      temporary: [join(folder, 'open')],
    })
    await expect(made).rejects.toMatchObject({
      code: 'E_NATIVE',
      message: `there is no place for the compiled program "two": ${cache} is no folder; ${join(folder, 'open')} can be written to by others; name a folder of your own with XDG_CACHE_HOME`,
    })
  })

  describe.skipIf(whyNotOthers('native programs, with the home of another user') !== undefined)(
    'with the home of another user, as with sudo -E',
    () => {
      it('runs nothing that he can replace, and leaves nothing there', async () => {
        const home = join(folder, 'another')
        // What it was kept in, before anybody asked whose that is.
        const cache = join(home, '.cache/seccompile/native')
        mkdirSync(cache, { recursive: true, mode: 0o700 })
        for (const one of ['', '.cache']) chownSync(join(home, one), NOBODY, NOBODY)
        await expectOneStart(join(home, '.cache'))
        expect(readdirSync(cache)).toEqual([])
      })

      it('makes no folder there, which he could not use', async () => {
        const home = join(folder, 'bare')
        mkdirSync(home)
        chownSync(home, NOBODY, NOBODY)
        const path = source('once', 'int main(void) { return 7; }\n')
        const made = await compileNative(path, {
          env: { PATH: env.PATH, HOME: home },
          temporary: [home, ...temporary],
        })
        expect(dirname(dirname(made))).toBe(temporary[0])
        removeStarted(made)
        expect(readdirSync(home)).toEqual([])
      })
    },
  )
})
