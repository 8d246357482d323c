/**
 * The constants of this machine's ABI against a program in C, which prints what the machine's own headers say: those of
 * its kernel, and those of its C library, which are another hand's list of the same facts. Neither the reader nor the
 * trick of the generator is used. Headers of another version may lack a name; a value may not differ.
 */
import { machine } from 'node:os'
import { valueOn } from '@seccompile/constants'
import { constantFamilies } from '@seccompile/constants/all'
import { abiByName } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { valuesHere } from './machine.ts'

const KERNEL = `
  asm/errno.h asm/fcntl.h asm/ioctls.h asm/mman.h asm/poll.h asm/prctl.h asm/ptrace.h asm/signal.h asm/socket.h
  asm/sockios.h asm/termbits.h linux/aio_abi.h linux/blkzoned.h linux/bpf.h linux/close_range.h linux/dma-buf.h
  linux/eventfd.h linux/eventpoll.h linux/fadvise.h linux/falloc.h linux/fanotify.h linux/fcntl.h linux/fiemap.h
  linux/fs.h linux/fscrypt.h linux/fsverity.h linux/futex.h linux/if_tun.h linux/in.h linux/in6.h
  linux/inotify.h linux/io_uring.h linux/ioprio.h linux/ipc.h linux/kcmp.h linux/kd.h linux/kexec.h linux/keyctl.h
  linux/kvm.h linux/landlock.h linux/loop.h linux/membarrier.h linux/memfd.h linux/mempolicy.h linux/mman.h
  linux/module.h linux/mount.h linux/msg.h linux/netlink.h linux/nsfs.h linux/openat2.h linux/perf_event.h
  linux/personality.h linux/pidfd.h linux/prctl.h linux/ptrace.h linux/quota.h linux/random.h linux/reboot.h
  linux/resource.h linux/rseq.h linux/sched.h linux/seccomp.h linux/sem.h linux/serial.h linux/shm.h linux/signalfd.h
  linux/sockios.h linux/stat.h linux/tcp.h linux/time.h linux/timerfd.h linux/tiocl.h linux/userfaultfd.h linux/vhost.h
  linux/vt.h linux/wait.h linux/xattr.h
`
const LIBRARY = `
  errno.h fcntl.h netinet/in.h netinet/tcp.h poll.h sched.h signal.h sys/epoll.h sys/eventfd.h sys/fanotify.h sys/file.h
  sys/inotify.h sys/ioctl.h sys/ipc.h sys/klog.h sys/mman.h sys/mount.h sys/msg.h sys/personality.h sys/prctl.h
  sys/ptrace.h sys/quota.h sys/random.h sys/reboot.h sys/resource.h sys/sem.h sys/shm.h sys/signalfd.h sys/socket.h
  sys/stat.h sys/swap.h sys/time.h sys/timerfd.h sys/wait.h sys/xattr.h termios.h time.h unistd.h
`

/** The names that the C library gives another value on purpose, with the reason. */
const OF_THE_LIBRARY: ReadonlySet<string> = new Set([
  // The library always asks for large files on 64-bit ABIs, so its flag is 0.
  'O_LARGEFILE',
])

const constants = constantFamilies.flatMap((family) => family.constants)
const abi = process.platform === 'linux' ? abiByName(machine()) : undefined

function whatDiffers(
  includes: string,
  except: ReadonlySet<string>,
): { same: number; differing: string[] } | { why: string } {
  if (abi === undefined) return { why: 'this machine has no ABI of Linux' }
  const { token } = abi
  const answer = valuesHere(includes.trim().split(/\s+/), constants.map(({ constant }) => constant)) // prettier-ignore
  if ('why' in answer) return { why: answer.why }
  let same = 0
  const differing: string[] = []
  for (const one of constants) {
    const [ours, theirs] = [valueOn(one, token), answer.get(one.constant)]
    if (ours === undefined || theirs === undefined || except.has(one.constant)) continue
    // A C program prints a value with the sign of its type.
    if (
      BigInt.asUintN(32, BigInt(ours)) === BigInt.asUintN(32, theirs) &&
      (ours >= 2 ** 32 ? BigInt(ours) === theirs : true)
    )
      same++ // prettier-ignore
    else differing.push(`${one.constant} is ${ours} here and ${theirs} there`)
  }
  return { same, differing }
}

describe.each([
  ['the kernel', KERNEL, new Set<string>(), 1800],
  ['the C library', LIBRARY, OF_THE_LIBRARY, 700],
] as const)('the constants and the headers of %s', (whose, includes, except, least) => {
  const found = whatDiffers(includes, except)
  if ('why' in found)
    process.stderr.write(`\n*** NOT RUN: the constants against the headers of ${whose}: ${found.why}\n\n`)
  it('agree on every value that both have', ({ skip }) => {
    if ('why' in found) return skip(found.why)
    expect(found.differing).toEqual([])
    // A lower number means that the program is broken.
    expect(found.same).toBeGreaterThan(least)
  })
})
