/*
 * The programs of docs/attaching.md in Node, Bun and Deno, unchanged, as a user without rights.
 *
 * A filter that a running program attaches to itself has to reach the threads of its pool, in which `fs.promises` makes
 * its calls. The ready filters refuse no call of files. So a second filter, attached in the same way, refuses `symlink`.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { setprivArgs } from '../src/index.ts'
import { interrupted } from './interrupted.ts'
import { pagePrograms, scriptFolder } from './runtime-scripts.ts'
import type { Calls, ScriptEnd } from './runtime-scripts.ts'
import { asNobody, findRuntimes } from './runtimes.ts'

const { at, script, ended } = scriptFolder()

/** The words that start a command as `setpriv` does, under a filter of the folder. */
const underFile = (name: string): readonly string[] => [
  'setpriv',
  ...setprivArgs({ file: at(`out/${name}`) }),
]

/** Why `command`, which does nothing, cannot be started by a user without rights; `undefined` where it can. */
function whyNot(what: string, ...command: readonly string[]): string | undefined {
  const [file = '', ...args] = command
  const { error, status, stderr } = spawnSync(file, args, { ...asNobody, encoding: 'utf8' })
  if (status === 0) return undefined
  const reason = error?.message ?? stderr
  process.stderr.write(`\n*** NOT RUN: ${what} of docs/attaching.md: ${reason}\n\n`)
  return reason
}

const canUnshare = spawnSync('unshare', ['--user', 'true'], asNobody).status === 0
const noBwrap = whyNot('bwrap.mjs', 'bwrap', '--dev-bind', '/', '/', 'true') !== undefined
const noSetpriv = whyNot('setpriv.mjs', 'sh', '-c', 'setpriv --help | grep -q seccomp-filter') !== undefined

const runtimes = await findRuntimes()

/** A filter that the program has from its start refuses `symlink`. That of the page refuses sockets. */
const outer = noSetpriv ? [] : underFile('no-symlink.bpf')
const link = noSetpriv ? 'ok' : 'EPERM'
/** What a command does under both. */
const asFiltered = { main: [link, 'ok', 'EACCES'], pool: [link, 'ok'], isPool: true, rings: 0 }

it('docs/attaching.md has a program of at most twelve lines for each way', () => {
  expect([...pagePrograms.keys()]).toEqual(['attach.mjs', 'again.mjs', 'run.mjs', 'bwrap.mjs', 'setpriv.mjs'])
  for (const code of pagePrograms.values()) expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
})

describe.concurrent.each(runtimes)('$name', (runtime) => {
  describe.concurrent.each(runtime.bridges)('over %s', (bridge, options) => {
    const over = (name: string): readonly string[] => [...script(runtime, name, options), bridge]

    it('attaches a filter to every thread of the running program', async () => {
      const { status, said, err } = await ended(...over('attached.mjs'))
      expect([status, err]).toEqual([0, ''])
      const [before, after] = said
      const [base = -1] = before?.filters ?? []
      expect(before).toMatchObject({
        main: ['ok', 'ok', expect.not.stringMatching('EACCES')],
        pool: ['ok', 'ok'],
        isPool: true,
        filters: [base],
        namespace: canUnshare,
      })
      expect(after).toEqual({
        ...before,
        main: ['EPERM', 'ok', before?.main[2]],
        pool: ['EPERM', 'ok'],
        filters: [base + 2],
        namespace: false,
      })
    })

    it('starts a command under a filter', async () => {
      const command = script(runtime, 'program.mjs')
      const { status, said, err } = await ended(...outer, ...over('launch.mjs'), ...command)
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })

    // Over the second bridge of a runtime, the rest would do the same again.
    if (bridge !== runtime.bridges[0]?.[0]) return

    it('attaches a filter of sockets, unless the event loop has a ring', async () => {
      const { status, said } = await ended<unknown>(...over('network.mjs'))
      const [before, ...rest] = said as readonly [Calls, ...unknown[]]
      const filtered = { main: ['ok', 'ok', 'EACCES'], pool: ['ok', 'ok'] }
      expect([status, rest]).toEqual([
        0,
        before.rings === 0
          ? [expect.objectContaining(filtered)]
          : [['E_FILTER', expect.stringContaining('io_uring_enter')], before],
      ])
    })

    it('names the thread that has a filter of its own, and attaches nothing', async () => {
      const { said } = await ended(...over('thread.mjs'))
      expect(said).toEqual([['E_REFUSED', expect.stringMatching(/: thread \d+ has a filter that this one/)]])
    })

    it('starts itself again under a filter', async () => {
      const { status, said, err } = await ended(...outer, ...over('again.mjs'))
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })

    if (runtime.kind !== 'node') return

    it.skipIf(noSetpriv)('attaches a filter of sockets where no ring could be made', async () => {
      const { status, said } = await ended(...underFile('no-io-uring.bpf'), ...over('network.mjs'))
      const [before, after] = said
      expect([status, before?.rings, after?.main]).toEqual([0, 0, ['ok', 'ok', 'EACCES']])
    })
  })

  it('starts nothing without bwrap or setpriv, and says so in one line', async () => {
    const ends = ['bwrap.mjs', 'setpriv.mjs'].map(async (name) =>
      ended('env', 'PATH=/nowhere', ...script(runtime, name), '/bin/echo', '[]'),
    )
    for (const { status, said, err } of await Promise.all(ends))
      expect([status === 0, said, err]).toEqual([
        false,
        [],
        expect.stringMatching(/^.*\b(?:bwrap|setpriv)\b.*\n$/),
      ])
  })

  const launchers = [
    ['run.mjs', false],
    ['bwrap.mjs', noBwrap],
    ['setpriv.mjs', noSetpriv],
  ] as const
  for (const [name, isMissing] of launchers)
    it.skipIf(isMissing)(`starts a command under a filter by ${name}`, async () => {
      const command = script(runtime, 'program.mjs')
      const { status, said, err } = await ended(...outer, ...script(runtime, name), ...command)
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })
})

describe.skipIf(noSetpriv)('^C during setpriv.mjs', () => {
  it.each(runtimes)('leaves no file: $name', async (runtime) => {
    const made = at(`out/interrupted-${runtimes.indexOf(runtime)}-`)
    const program = pagePrograms.get('setpriv.mjs')!.replace('/tmp/filter-', made)
    expect(program).toContain(made)
    writeFileSync(at('interrupted.mjs'), program)
    const command = [...script(runtime, 'interrupted.mjs'), 'sh', '-c', 'echo started; exec sleep 20']
    const env = { PATH: process.env['PATH'], HOME: at('out') }
    expect(await interrupted(command, { ...asNobody, env })).toBe(1)
    expect(readdirSync(at('out')).filter((name) => at(`out/${name}`).startsWith(made))).toEqual([])
  })
})

describe.concurrent('FFI that takes a permission', () => {
  const deno = runtimes.find(({ kind }) => kind === 'deno')
  const node = runtimes.find(({ bridges, kind }) => kind === 'node' && bridges.length > 1)
  const denied = ['E_NO_LIBC', expect.stringContaining('--allow-ffi')]

  it.skipIf(deno === undefined)('is all that Deno needs, and without it nothing is attached', async () => {
    const small = async (...options: readonly string[]): Promise<ScriptEnd<unknown>> =>
      ended(deno?.file ?? '', 'run', ...options, '--allow-net', at('small.mjs'), 'no-network')
    expect(await small('--allow-ffi')).toMatchObject({ said: [['attached'], ['EACCES']] })
    expect(await small()).toMatchObject({ said: [denied, [expect.not.stringMatching('EACCES')]] })
  })

  it.skipIf(node === undefined)(
    'is refused by the permission model of Node, and nothing is attached',
    async () => {
      const small = async (...options: readonly string[]): Promise<ScriptEnd<unknown>> => {
        const given = ['--experimental-ffi', '--permission', '--allow-fs-read=*', ...options]
        return ended(node?.file ?? '', ...given, at('small.mjs'), 'no-tracing')
      }
      expect(await small('--allow-ffi')).toMatchObject({ said: [['attached'], expect.anything()] })
      expect(await small()).toMatchObject({ said: [denied, expect.anything()] })
    },
  )
})
