import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileNative, nativeProgram } from '../src/compile-native.ts'
import { whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('compiling native programs')

describe.skipIf(reason !== undefined)('compileNative', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const env = { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, 'cache') }
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
    expect(readdirSync(join(folder, 'cache', 'seccompile', 'native'))).toHaveLength(2)
  })

  it('compiles anew where others could have written to the program', async () => {
    const path = source('open', 'int main(void) { return 0; }\n')
    const made = await compileNative(path, { env })
    chmodSync(made, 0o777)
    expect(await compileNative(path, { env })).toBe(made)
    expect(statSync(made).mode & 0o777).toBe(0o700)
  })

  it('compiles anew where a crash has left an empty file', async () => {
    const path = source('empty', 'int main(void) { return 0; }\n')
    const made = await compileNative(path, { env })
    truncateSync(made)
    expect(await compileNative(path, { env })).toBe(made)
    expect(statSync(made).size).toBeGreaterThan(0)
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

  it('says that the cache folder is none', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(
      compileNative(source('two', 'int main(void) { return 2; }\n'), {
        env: { ...env, XDG_CACHE_HOME: file },
      }),
    ).rejects.toMatchObject({ code: 'E_NATIVE', message: expect.stringContaining('XDG_CACHE_HOME') })
  })

  it('ignores a relative XDG_CACHE_HOME, and takes HOME', async () => {
    const home = join(folder, 'home')
    mkdirSync(home)
    const path = source('three', 'int main(void) { return 3; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: 'here', HOME: home } })
    expect(made.startsWith(join(home, '.cache', 'seccompile'))).toBe(true)
  })

  it('makes nothing in the working folder where HOME is empty', async () => {
    const path = source('four', 'int main(void) { return 4; }\n')
    try {
      const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: '', HOME: '' } })
      expect(isAbsolute(made)).toBe(true)
      rmSync(made)
    } catch (error) {
      // The home of this user may be no place for it.
      expect(error).toMatchObject({ message: expect.stringMatching(/cannot keep .* in (\/|the home)/) })
    }
    expect(existsSync('.cache/seccompile')).toBe(false)
  })

  it('comes to an end where the cache folder cannot be made: below /proc', async () => {
    const made = compileNative(source('five', 'int main(void) { return 5; }\n'), {
      env: { ...env, XDG_CACHE_HOME: '/proc/seccompile' },
    })
    await expect(made).rejects.toMatchObject({
      code: 'E_NATIVE',
      message: expect.stringContaining(
        'cannot keep the compiled program "five" in /proc/seccompile/seccompile',
      ),
    })
  })

  it('makes the cache folder, and those above it', async () => {
    const path = source('six', 'int main(void) { return 6; }\n')
    const made = await compileNative(path, { env: { ...env, XDG_CACHE_HOME: join(folder, 'a/b/c') } })
    expect(made.startsWith(join(folder, 'a/b/c/seccompile/native/six-'))).toBe(true)
  })
})
