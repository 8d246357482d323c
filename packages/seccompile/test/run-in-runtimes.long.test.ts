/* How `run` of @seccompile/kernel starts a command in Node, Bun and Deno, over their own FFI. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { scriptFolder } from './runtime-scripts.ts'
import { asNobody, findRuntimes } from './runtimes.ts'

const { at, script, ended } = scriptFolder()

/** Runs the words after the launcher; the object in the first of them has the options. Prints the report or the error. */
const RUN = `
  import { openSync } from 'node:fs'
  import { run } from '@seccompile/kernel'
  import { filter } from '@seccompile/filters/no-network'
  const [given, ...command] = process.argv.slice(2)
  const { keep, folder, ...options } = JSON.parse(given)
  if (folder !== undefined) process.chdir(folder)
  // Descriptors in a row, so that those that the start opens come right after them.
  const fds = Array.from({ length: keep ?? 0 }, () => openSync('/etc/passwd', 'r'))
  const keepFds = fds.slice(-1)
  try {
    const { status } = await run(filter.bytes, command, { launcher: 'ffi', keepFds, ...options })
    console.log(JSON.stringify([status, ...keepFds]))
  } catch ({ code, message }) { console.log(JSON.stringify([code, message])) }`

beforeAll(() => {
  if (process.platform !== 'linux') return // no test uses the folder
  writeFileSync(at('run-with.mjs'), RUN)
  mkdirSync(at('project'))
  mkdirSync(at('locked'), { mode: 0o700 })
  writeFileSync(at('project/bunfig.toml'), 'preload = ["./preload.mjs"]\n')
  const ran = JSON.stringify(at('out/preloaded'))
  writeFileSync(
    at('project/preload.mjs'),
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${ran}, '')\n`,
  )
})

const runtimes = (await findRuntimes()).filter(({ bridges }) => bridges.some(([name]) => name === 'ffi'))

describe.each(runtimes)('run in $name', (runtime) => {
  const ffi = runtime.bridges.find(([name]) => name === 'ffi')?.[1]
  const running = (options: object, ...command: readonly string[]): ReturnType<typeof ended<unknown>> =>
    ended(...script(runtime, 'run-with.mjs', ffi), JSON.stringify(options), ...command)

  it('runs nothing of the folder of the command without the filter', async () => {
    for (const options of [{ cwd: at('project') }, { folder: at('project') }]) {
      const { said, err } = await running(options, 'sh', '-c', 'echo "[\\"$PWD\\"]"')
      expect([said, err]).toEqual([[[at('project')], [0]], ''])
    }
    expect(existsSync(at('out/preloaded'))).toBe(false)
  })

  it.skipIf(asNobody.uid === undefined)('says that the folder of the command cannot be entered', async () => {
    const cwd = at('locked')
    const byFfi = ['E_ARGUMENT', `cwd: the folder "${cwd}" cannot be entered: EACCES`]
    expect((await running({ cwd }, 'true')).said).toEqual([byFfi])
    const [byBwrap] = (await running({ cwd, launcher: 'bwrap' }, 'true')).said
    expect(byBwrap).toEqual([expect.stringMatching(/^E_(REFUSED|NO_LAUNCHER)$/), expect.any(String)])
  })

  it('gives the command the descriptor that it is to keep, and no other', async () => {
    const list = ['find', '/proc/self/fd', '-lname', '/etc/passwd', '-printf', '[%f]\\n'] as const
    for (const keep of [1, 2, 5, 20]) {
      const { said } = await running({ keep }, ...list)
      const [found, [status, kept] = []] = said as readonly (readonly number[])[]
      expect([status, found]).toEqual([0, [kept]])
    }
  })
})

const deno = runtimes.find(({ kind }) => kind === 'deno')

it.skipIf(deno === undefined)(
  'run in Deno says which permission it needs, and needs none for /proc',
  async () => {
    writeFileSync(at('no-program'), 'no program\n', { mode: 0o755 })
    const few = ['--no-prompt', '--allow-run', '--allow-read', '--allow-env']
    const running = (command: string, ...more: readonly string[]): ReturnType<typeof ended<unknown>> =>
      ended(deno?.file ?? '', 'run', ...few, ...more, at('run-with.mjs'), '{}', command)
    expect(await running('true', '--allow-ffi')).toMatchObject({ said: [[0]] })
    expect(await running(at('no-program'), '--allow-ffi')).toMatchObject({
      said: [['E_NOT_EXECUTABLE', expect.stringContaining('ENOEXEC')]],
    })
    const denied = 'Deno forbids FFI here; start Deno with --allow-ffi'
    expect(await running('true')).toMatchObject({
      said: [['E_NO_LAUNCHER', expect.stringContaining(denied)]],
    })
  },
)
