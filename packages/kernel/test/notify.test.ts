import { BPF, verdictOf } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { expect, it } from 'vitest'
import { runWith } from '../src/launch/run.ts'
import { loadLibc } from '../src/libc/libc.ts'
import { listenerFlags } from '../src/notify/listener-flags.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import { whyNotRun } from './why-not-run.ts'

const koffi = await whyNotRun('a listener that nobody takes', 'koffi')
const ALLOW = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f)
/** Notifies execve, and allows other calls. */
const NOTIFY = encode(
  [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: nativeAbi().calls.execve },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('USER_NOTIF') },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ],
  machineEndianness(),
)

it.skipIf(koffi !== undefined)('leaves no launcher waiting where nobody takes the listener', async () => {
  const onSocket = (socket: number): void => void setTimeout(() => loadLibc().close(socket), 1000)
  const notified = { watched: NOTIFY, isEnforced: false, diesWithParent: false, onSocket }
  const started = runWith(
    ALLOW,
    ['true'],
    { stdio: ['ignore', 'ignore', 'ignore'] },
    { ...notified, flags: listenerFlags().flags },
  )
  await expect(started).rejects.toMatchObject({ code: 'E_NOT_EXECUTABLE', errno: 'ENOSYS' })
})
