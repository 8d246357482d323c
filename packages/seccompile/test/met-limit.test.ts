import { describe, expect, it } from 'vitest'
import { main } from '../src/main.ts'

/** The status and the messages of a command that meets `error` where it prints. */
async function meeting(error: Error): Promise<readonly [number, string]> {
  let err = ''
  const status = await main(['explain', 'preset:no-network'], {
    out: () => {
      throw error
    },
    outBytes: () => {},
    err: (text) => (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
  })
  return [status, err]
}

const failing = (message: string, fields: object): Error => Object.assign(new Error(message), fields)
const THREADS =
  'no further process or thread can be started: end others of this user, or raise the limit (ulimit -u, or pids.max of the control group)\n'

describe('a limit of the system that a command meets', () => {
  it.each([
    [
      'of files',
      failing('EMFILE: too many open files, open "x"', { code: 'EMFILE', errno: -24 }),
      [
        3,
        'error: EMFILE: too many open files, open "x"\nno further file can be opened by this process: raise the limit (ulimit -n)\n',
      ],
    ],
    ['of threads', failing('EAGAIN', { code: 'ERR_WORKER_INIT_FAILED' }), [3, `error: EAGAIN\n${THREADS}`]],
    [
      'of processes',
      failing('no process can be started: EAGAIN', {
        name: 'KernelError',
        code: 'E_REFUSED',
        errno: 'EAGAIN',
      }),
      [2, `error: no process can be started: EAGAIN\n${THREADS}`],
    ],
  ])('is no fault of seccompile: %s', async (_, error, answer) => {
    expect(await meeting(error)).toEqual(answer)
  })

  it('is told from a fault of seccompile', async () => {
    expect((await meeting(new Error('x')))[1]).toContain('please report it')
  })
})
