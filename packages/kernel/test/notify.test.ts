import { constants } from 'node:os'
import { BPF, verdictOf } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { abiTables, numberOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { runWith } from '../src/launch/run.ts'
import { loadLibc } from '../src/libc/libc.ts'
import { openBridge } from '../src/libc/open-bridge.ts'
import { listenerFlags } from '../src/notify/listener-flags.ts'
import { openListener } from '../src/notify/listener.ts'
import { receiveDescriptor, sendDescriptor, socketPair } from '../src/notify/socket.ts'
import { waitFor } from '../src/notify/wait.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import { whyNotRun } from './why-not-run.ts'

const koffi = await whyNotRun('a listener that nobody takes', 'koffi')
const ALLOW = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f)
const QUIET = { stdio: ['ignore', 'ignore', 'ignore'] } as const
const table = abiTables.find(({ token }) => token === nativeAbi().token)
const personality = (table && numberOf(table, 'personality')) ?? -1

/** Notifies the calls with these two numbers, and allows other calls. */
const notifying = (one: number, other: number): Uint8Array =>
  encode(
    [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 1, jf: 0, k: one },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: other },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('USER_NOTIF') },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
    ],
    machineEndianness(),
  )

it.skipIf(koffi !== undefined)('leaves no launcher waiting where nobody takes the listener', async () => {
  const onSocket = (socket: number): void => void setTimeout(() => loadLibc().close(socket), 1000)
  const { execve } = nativeAbi().calls
  const notified = { watched: notifying(execve, execve), isEnforced: false, diesWithParent: false, onSocket }
  const started = runWith(ALLOW, ['true'], QUIET, { ...notified, flags: listenerFlags().flags })
  await expect(started).rejects.toMatchObject({ code: 'E_NOT_EXECUTABLE', errno: 'ENOSYS' })
})

it.skipIf(koffi !== undefined)(
  'hands out the calls of a command, and they end as they are answered',
  async () => {
    const { auditArch, calls } = nativeAbi()
    const bridge = openBridge(['koffi'])
    const seen: { nr: number; arch: number; argument: number; tid: number }[] = []
    let isOver = false

    /** Answers calls until the command has ended, and lets this process do its work in between. */
    const serve = async (socket: number): Promise<void> => {
      let fd: number | undefined
      while (fd === undefined && !isOver) {
        await new Promise(setImmediate)
        fd = receiveDescriptor(bridge, socket, () => true)
      }
      loadLibc().close(socket)
      if (fd === undefined) return
      const listener = openListener(bridge, fd)
      while (!isOver) {
        await new Promise(setImmediate)
        const state = listener.wait()
        if (state === 'gone') break
        if (state === 'nothing' || !listener.receive()) continue
        const [nr = 0, arch = 0, , , argument = 0] = listener.call.words
        seen.push({ nr, arch, argument, tid: listener.call.tid() })
        listener.answer(nr === personality ? constants.errno.EPERM : 'continue')
      }
      listener.close()
    }

    let served: Promise<void> | undefined
    const notified = {
      watched: notifying(calls.execve, personality),
      isEnforced: false,
      diesWithParent: false,
      flags: listenerFlags().flags,
      onSocket: (socket: number) => void (served = serve(socket)),
    }
    // `setarch --show` makes the call personality(0xffffffff), and says where it fails.
    const { status, pid } = await runWith(ALLOW, ['setarch', '--show'], QUIET, notified).finally(() => {
      isOver = true
    })
    await served
    expect(status).toBe(1)
    expect(seen.at(-1)).toEqual({ nr: personality, arch: auditArch, argument: 0xffff_ffff, tid: pid })
    expect(seen.slice(0, -1).map(({ nr }) => nr)).toContain(calls.execve)
  },
)

it.skipIf(koffi !== undefined)('a descriptor goes over a socket, and no command inherits it', () => {
  const bridge = openBridge(['koffi'])
  const libc = loadLibc(['koffi'])
  const [one, other] = socketPair(bridge) ?? [-1, -1]
  const wait = waitFor(bridge, other)
  expect(wait()).toBe('nothing')
  const file = libc.memoryFile(4096)
  expect(sendDescriptor(bridge, one, file)).toBe(true)
  expect(wait()).toBe('ready')
  const received = receiveDescriptor(bridge, other) ?? -1
  expect(received).not.toBe(file)
  expect(libc.read(received, 4096).length).toBe(4096)
  expect(libc.fcntl(received, 1, 0)).toBe(1) // F_GETFD, FD_CLOEXEC
  libc.close(one)
  expect(wait()).not.toBe('nothing')
  expect(receiveDescriptor(bridge, other)).toBeUndefined()
  for (const fd of [other, file, received]) libc.close(fd)
})
