/*
 * A pair of sockets over which a listener goes from one process to another.
 *
 * @see unix(7): SCM_RIGHTS; cmsg(3)
 */
import { constants } from 'node:os'
import type { Bridge, CMemory } from '../libc/bridge.ts'
import { setPointer } from '../libc/memory.ts'
import { isWide, nativeAbi } from '../system/native-abi.ts'
import { refusedToWatcher, waitFor } from './wait.ts'

const AF_UNIX = 1
const SOCK_SEQPACKET_CLOEXEC = 5 | 0o2000000
const SOL_SOCKET = 1
const SCM_RIGHTS = 1
const MSG_CMSG_CLOEXEC = 0x4000_0000

/** Two connected sockets that are closed by execve; `undefined` where the kernel gives none. */
export function socketPair(bridge: Bridge): readonly [number, number] | undefined {
  const { address, bytes } = bridge.allocate(8)
  if (bridge.syscall(nativeAbi().calls.socketpair, AF_UNIX, SOCK_SEQPACKET_CLOEXEC, 0, address) !== 0)
    return undefined
  const [one = -1, other = -1] = new Int32Array(bytes.buffer)
  return [one, other]
}

/** A `struct msghdr` with one byte of data and room for one descriptor. */
interface Message {
  readonly header: CMemory
  readonly control: CMemory
  /** The byte in `control` at which the descriptor lies. */
  readonly at: number
}

/** The size of an address and of a `size_t`, in bytes. */
const word = (): number => (isWide() ? 8 : 4)

function message(bridge: Bridge): Message {
  const size = word()
  const data = bridge.allocate(1)
  const vector = bridge.allocate(2 * size) // struct iovec { base, len }
  setPointer(vector, 0, data.address)
  setPointer(vector, size, 1n)
  const at = size + 8 // struct cmsghdr { size_t len; int level; int type; }
  const control = bridge.allocate(at + size)
  const header = bridge.allocate(7 * size) // struct msghdr { name, namelen, iov, iovlen, control, controllen, flags }
  setPointer(header, 2 * size, vector.address)
  setPointer(header, 3 * size, 1n)
  setPointer(header, 4 * size, control.address)
  setPointer(header, 5 * size, BigInt(control.bytes.length))
  return { header, control, at }
}

/** Sends a copy of descriptor `fd` over `socket`; false where the kernel refuses. */
export function sendDescriptor(bridge: Bridge, socket: number, fd: number): boolean {
  const { header, control, at } = message(bridge)
  setPointer(control, 0, BigInt(at + 4))
  const size = word()
  new Int32Array(control.bytes.buffer, size).set([SOL_SOCKET, SCM_RIGHTS, fd])
  return bridge.syscall(nativeAbi().calls.sendmsg, socket, header.address, 0) >= 0
}

/**
 * The descriptor that arrives at `socket`; `undefined` where the other end closes without one.
 * @param mayStop - asked a few times a second; true ends the wait
 * @throws KernelError `E_REFUSED` where the kernel does not give it
 */
export function receiveDescriptor(
  bridge: Bridge,
  socket: number,
  mayStop: () => boolean = () => false,
): number | undefined {
  const { header, control } = message(bridge)
  const wait = waitFor(bridge, socket)
  for (;;) {
    const state = wait()
    if (state === 'ready') break
    if (state === 'gone' || mayStop()) return undefined
  }
  const size = bridge.syscall(nativeAbi().calls.recvmsg, socket, header.address, MSG_CMSG_CLOEXEC)
  if (size < 0) throw refusedToWatcher('receive the listener of the filter', bridge.errno())
  if (size === 0) return undefined
  const [, type, fd] = new Int32Array(control.bytes.buffer, word(), 3)
  if (type === SCM_RIGHTS) return fd
  // The kernel leaves out a descriptor for which this process has no place. @see unix(7): MSG_CTRUNC
  throw refusedToWatcher('receive the listener of the filter', constants.errno.EMFILE)
}
