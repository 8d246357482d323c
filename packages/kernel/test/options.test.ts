/* Options that are wrong: the error comes before anything is started or attached. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attach } from '../src/attach/attach.ts'
import { filterBytes } from '../src/attach/filters.ts'
import { flagBits } from '../src/attach/flags.ts'
import { chooseLauncher } from '../src/launch/choose-launcher.ts'
import { forbiddenCall } from '../src/launch/launch-calls.ts'
import { crunArgs, crunConfig } from '../src/launch/launch-words.ts'
import { hasOwnOptions, launch } from '../src/launch/launch.ts'
import { refusedLaunch } from '../src/launch/refused-launch.ts'
import { run } from '../src/launch/run.ts'
import { compileNative } from '../src/native/compile-native.ts'
import { startNative } from '../src/native/start-native.ts'
import { findCommand } from '../src/system/find-command.ts'
import { nativeAbi } from '../src/system/native-abi.ts'

const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The `code` and message of the error that `work` ends with; whether it is one of this package. */
async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    return { ended: await work() }
  } catch (error) {
    const { name, code, message } = error as { name: string; code?: string; message: string }
    return name === 'KernelError' ? `${code}: ${message}` : error
  }
}

const OF_STARTS: readonly (readonly [object | null, string])[] = [
  [{ env: ['A=1'] }, 'options.env: expected an object with the value of each variable; got a list of 1'],
  [{ env: null }, 'options.env: expected an object with the value of each variable; got null'],
  [{ env: 'A=1' }, 'options.env: expected an object with the value of each variable; got "A=1"'],
  [{ stdio: ['ignore', 'ignore'] }, 'options.stdio: expected a list of three: standard input, output and error; got a list of 2'],
  [{ stdio: ['ignore', 'ignore', 'ignore', 'ignore'] }, 'options.stdio: expected a list of three: standard input, output and error; got a list of 4'],
  [{ stdio: 'inherit' }, 'options.stdio: expected a list; got "inherit"'],
  [{ stdio: ['ignore', 'pipe', 'ignore'] }, 'options.stdio[1]: expected "inherit", "ignore" or the number of an open descriptor; got "pipe"'],
  [{ stdio: ['ignore', 'ignore', -1] }, 'options.stdio[2]: expected "inherit", "ignore" or the number of an open descriptor; got -1'],
  [{ stdio: [999_999, 'ignore', 'ignore'] }, 'options.stdio[0]: descriptor 999999 is not open'],
  [{ cwd: 7 }, 'cwd: expected the path of a folder, without a NUL in it'],
  [{ onStart: true }, 'options.onStart: expected a function; got true'],
  [{ keepFds: [0] }, 'options.keepFds[0]: expected the number of a descriptor, 3 or more; 0 to 2 are in `stdio`; got 0'],
  [{ enviroment: {} }, 'options: unknown key "enviroment"; expected one of '],
  [null, 'options: expected an object; got null'],
] // prettier-ignore

const SIGNALS: readonly unknown[] = [
  {},
  null,
  7,
  [],
  { aborted: false },
  { aborted: false, addEventListener: () => {} },
]

describe('options of a start', () => {
  it.each(OF_STARTS)('are checked by run before anything is started: %j', async (options, message) => {
    const said = await errorOf(() => run(ALLOW, ['touch', join(folder, 'run')], options as never))
    expect(said).toContain(`E_ARGUMENT: ${message}`)
    expect(existsSync(join(folder, 'run'))).toBe(false)
  })

  it.each(OF_STARTS)('are checked by launch before anything is started: %j', async (options, message) => {
    const said = await errorOf(() =>
      launch('setpriv', ALLOW, ['touch', join(folder, 'launch')], options as never),
    )
    expect(said).toContain(`E_ARGUMENT: ${message}`)
    expect(existsSync(join(folder, 'launch'))).toBe(false)
  })

  it.each(SIGNALS)('a signal that is none starts nothing: %j', async (signal) => {
    const options = { signal } as never
    const said = await errorOf(() => run(ALLOW, ['touch', join(folder, 'signal')], options))
    expect(said).toContain('E_ARGUMENT: options.signal: expected an AbortSignal; got ')
    expect(existsSync(join(folder, 'signal'))).toBe(false)
  })

  it.each([
    [{ onstart: () => {} }, 'options: unknown key "onstart"; did you mean "onStart"?'],
    [{ log: 'false' }, 'options.log: expected true or false; got "false"'],
    [{ noNewPrivs: 0 }, 'options.noNewPrivs: expected true or false; got 0'],
    [{ launcher: Symbol('bwrap') }, 'there is no launcher a symbol; there are ffi, koffi, bwrap, setpriv'],
    [{ launcher: 'crun' }, 'there is no launcher "crun"; there are ffi, koffi, bwrap, setpriv'],
  ])('of run alone are checked', async (options, message) => {
    expect(await errorOf(() => run(ALLOW, ['true'], options as never))).toBe(`E_ARGUMENT: ${message}`)
  })

  it('of launch alone are checked', async () => {
    expect(await errorOf(() => launch(Symbol('bwrap') as never, ALLOW, ['true']))).toBe(
      'E_ARGUMENT: there is no launcher a symbol; there are bwrap, crun, setpriv',
    )
    expect(await errorOf(() => launch('setpriv', ALLOW, ['true'], { signal: {} } as never))).toContain(
      'E_ARGUMENT: options: unknown key "signal"',
    )
  })
})

describe('filters that are none', () => {
  it.each([null, undefined, 7, 'x', true, {}, Symbol('x'), 10n, new Map()])(
    'are refused with a word for what they are',
    async (filters) => {
      const expected = /^E_FILTER: filters: expected a program, its bytes, or a list of these; got /
      for (const work of [
        () => run(filters as never, ['true']),
        () => launch('setpriv', filters as never, ['true']),
        () => attach(filters as never),
        () => filterBytes(filters as never),
      ])
        expect(await errorOf(work)).toMatch(expected)
      const ofLaunch = await errorOf(() => refusedLaunch('bwrap', filters as never))
      expect(ofLaunch).toMatch(/^E_ARGUMENT: filters: expected a list; got /)
    },
  )

  it.each([new ArrayBuffer(8), new Uint16Array(4), 'x'])('are refused in a list as well', async (one) => {
    const expected = /^E_FILTER: filters\[1\]: expected a program, or its bytes; got /
    expect(await errorOf(() => filterBytes([ALLOW, one as never]))).toMatch(expected)
  })
})

describe('options of attach', () => {
  it.each([
    [{ tsyn: true }, 'options: unknown key "tsyn"; did you mean "tsync"?'],
    [{ tsync: 1 }, 'options.tsync: expected true or false; got 1'],
    [null, 'options: expected an object; got null'],
  ])('are checked: %j', async (options, message) => {
    expect(await errorOf(() => attach(ALLOW, options as never))).toBe(`E_ARGUMENT: ${message}`)
  })
})

describe('what a native program is compiled of and started with', () => {
  it.each([
    [() => compileNative(7 as never), 'source: expected text; got 7'],
    [() => compileNative('x.c', { cache: '/tmp' } as never), 'options: unknown key "cache"; expected one of env, temporary'],
    [() => startNative(7 as never, { onError: () => undefined }), 'start.path: expected text; got 7'],
    [() => startNative('/bin/true', {} as never), 'start.onError: expected a function; got undefined'],
  ])('is checked: %s', async (work, message) => {
    expect(await errorOf(work)).toBe(`E_ARGUMENT: ${message}`)
  }) // prettier-ignore
})

describe('the needs of a launch', () => {
  it.each([
    [null, 'needs: expected an object; got null'],
    [{ filters: [7], flags: 0, noNewPrivs: true }, 'needs.filters[0]: expected the bytes of a filter; got 7'],
    [{ filters: [], flags: '0', noNewPrivs: true }, 'needs.flags: expected a whole number, 0 to 4294967295; got "0"'],
  ])('are checked: %j', async (needs, message) => {
    expect(await errorOf(() => chooseLauncher(needs as never))).toBe(`E_ARGUMENT: ${message}`)
  }) // prettier-ignore
})

describe('what the machine and a search are given as', () => {
  it.each([
    [() => flagBits(null as never), 'flags: expected an object; got null'],
    [() => flagBits({ tsyn: true } as never), 'flags: unknown key "tsyn"; did you mean "tsync"?'],
    [() => forbiddenCall([7] as never, nativeAbi(), ['execve']), 'filters[0]: expected the bytes of a filter; got 7'],
    [() => forbiddenCall([], nativeAbi(), ['exec'] as never), 'calls[0]: expected capget, close, close_range, execve, openat, prctl, read, seccomp, write; got "exec"; did you mean "execve"?'],
    [() => refusedLaunch('bwrap', [], { abi: nativeAbi() } as never), 'machine.endianness: expected little, big; got undefined'],
    [() => findCommand('true' as never, undefined), 'search.name: expected the bytes of the name; got "true"'],
    [() => hasOwnOptions('--ro-bind' as never), 'words: expected a list; got "--ro-bind"'],
    [() => crunConfig({ args: ['true'] } as never), 'command.uid: expected a whole number, 0 to 4294967295; got undefined'],
    [() => crunArgs(null as never), 'container: expected an object; got null'],
  ])('is checked: %s', async (work, message) => {
    expect(await errorOf(work)).toBe(`E_ARGUMENT: ${message}`)
  })
}) // prettier-ignore
