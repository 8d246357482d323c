/*
 * `attach` is for good, so each case is a process of its own, which runs what was built: `npm test` does that first.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { attach } from '../src/attach/attach.ts'
import { whyNotRun } from './why-not-run.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const INDEX = new URL('../dist/index.js', import.meta.url).href
const reason = await whyNotRun('attaching a filter to the process itself', 'koffi')

/** What a process prints that runs `code`, in which `ALLOW`, `attach` and `facts` are there. */
function inProcess(code: string): { readonly status: number | null; readonly out: unknown } {
  const script = `
    import { readFileSync } from 'node:fs'
    import { attach } from '@seccompile/kernel'
    const ALLOW = [{ code: 6, jt: 0, jf: 0, k: 0x7fff0000 }]
    const errorOf = (act) => { try { act() } catch ({ code, errno, message }) { return { code, errno, message } } }
    const say = (value) => console.log(JSON.stringify(value))
    const status = (task) => Object.fromEntries(readFileSync('/proc/self/task/' + task + '/status', 'utf8')
      .split('\\n').map((line) => line.split(':\\t')).filter(([name]) => /^(NoNewPrivs|Seccomp_filters)$/.test(name)))
    ${code}`
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  })
  return { status: done.status, out: done.stdout === '' ? done.stderr : JSON.parse(done.stdout) }
}

describe('attach', () => {
  it('names the instruction that the kernel does not accept, and attaches nothing', () => {
    expect(() =>
      attach([
        { code: 0x06, jt: 0, jf: 0, k: 0 },
        { code: 0x28, jt: 0, jf: 0, k: 0 },
      ]),
    ).toThrow('the kernel does not accept the filter: EINVAL: pc 1: ')
  })
})

describe.skipIf(reason !== undefined)('attach on the kernel', () => {
  it('attaches to every thread of Node, with no_new_privs', () => {
    const { out } = inProcess(`
      import { readdirSync } from 'node:fs'
      const result = attach([ALLOW, ALLOW])
      say([result, ...readdirSync('/proc/self/task').map(status)])`)
    const [result, ...threads] = out as readonly unknown[]
    expect(result).toEqual({})
    expect(threads.length).toBeGreaterThan(1)
    for (const thread of threads) expect(thread).toEqual({ NoNewPrivs: '1', Seccomp_filters: '2' })
  })

  it('attaches to the calling thread alone where tsync is off', () => {
    const { out } = inProcess(`
      import { readdirSync } from 'node:fs'
      attach(ALLOW, { tsync: false })
      say(readdirSync('/proc/self/task').filter((task) => status(task).Seccomp_filters === '1').length)`)
    expect(out).toBe(1)
  })

  it('refuses by errno what the filter says', () => {
    const { out } = inProcess(`
      import { statfsSync } from 'node:fs'
      import { abiTables, numberOf } from '@seccompile/syscalls'
      const table = abiTables.find(({ token }) => token === ${JSON.stringify(process.arch === 'x64' ? 'x86_64' : 'aarch64')})
      attach([{ code: 0x20, jt: 0, jf: 0, k: 0 }, { code: 0x15, jt: 0, jf: 1, k: numberOf(table, 'statfs') },
        { code: 6, jt: 0, jf: 0, k: 0x50000 | 99 }, ALLOW[0]])
      say(errorOf(() => statfsSync('/')).code)`)
    expect(out).toBe('EADDRNOTAVAIL') // 99
  })

  it('yields a listener, and explains that there can be one only', () => {
    const { out } = inProcess(`
      const first = attach(ALLOW, { newListener: true })
      say([Number.isInteger(first.listener), errorOf(() => attach(ALLOW, { newListener: true }))])`)
    expect(out).toEqual([
      true,
      {
        code: 'E_REFUSED',
        errno: 'EBUSY',
        message:
          'the kernel does not attach the filter: EBUSY: the process has a filter with a listener already, and there can be one only',
      },
    ])
  })

  it('names the thread that has a filter of its own', () => {
    const { out } = inProcess(`
      import { Worker } from 'node:worker_threads'
      const worker = new Worker(\`
        const { parentPort } = require('node:worker_threads')
        import(${JSON.stringify(INDEX)}).then(({ attach }) => {
          attach(\${JSON.stringify(ALLOW)}, { tsync: false })
          parentPort.postMessage('')
          setInterval(() => {}, 1000)
        })\`, { eval: true, execArgv: [] })
      await new Promise((resolve) => worker.once('message', resolve))
      const named = errorOf(() => attach(ALLOW))
      const unnamed = errorOf(() => attach(ALLOW, { tsyncEsrch: true }))
      say([named, unnamed])
      process.exit()`)
    const [named, unnamed] = out as readonly { readonly errno: string; readonly message: string }[]
    expect(named?.message).toMatch(/: thread \d+ has a filter that this one does not have; attach before/)
    expect(unnamed).toMatchObject({ code: 'E_REFUSED', errno: 'ESRCH' })
  })

  it('explains that all filters together are too long', () => {
    const { out } = inProcess(`
      const long = [...Array.from({ length: 4095 }, () => ({ code: 0x20, jt: 0, jf: 0, k: 0 })), ALLOW[0]]
      say(errorOf(() => attach(Array.from({ length: 9 }, () => long), { tsync: false })))`)
    expect(out).toMatchObject({ code: 'E_REFUSED', errno: 'ENOMEM' })
  })

  it('explains that without no_new_privs it takes CAP_SYS_ADMIN', () => {
    const { out } = inProcess(`
      if (process.getuid() === 0) process.setuid(65534)
      say(errorOf(() => attach(ALLOW, { noNewPrivs: false })))`)
    expect(out).toMatchObject({ code: 'E_REFUSED', errno: 'EACCES' })
  })
})
