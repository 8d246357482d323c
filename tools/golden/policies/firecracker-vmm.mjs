/*
 * A thread that runs a virtual machine monitor: few calls. Most of them have tests of 32 bits of one or two arguments.
 *
 * Modelled on the filter of the thread `vmm`: github.com/firecracker-microvm/firecracker, main of 2026-08,
 * resources/seccomp/x86_64-unknown-linux-musl.json, Apache-2.0; changed.
 */
import { arg, policy, TRAP } from '@seccompile/policy'

const ALLOWED = `
  brk clock_gettime close connect epoll_ctl epoll_pwait eventfd2 exit exit_group fstat fsync ftruncate getrandom gettid
  io_uring_enter io_uring_register io_uring_setup lseek madvise mincore mremap munmap open read readv recvfrom recvmsg
  restart_syscall rt_sigprocmask rt_sigreturn sched_yield sendmsg sendto sigaltstack stat write writev`

/** The low half of an argument is `value`. */
const low = (index, value) => arg(index).maskedEq(0xffffffff, value)
/** For each of `values`, a rule: the low half of the argument is that value, and the conditions `others` hold. */
const each = (name, index, values, ...others) => values.map((value) => [name, low(index, value), ...others])
/** `prot` of mmap and mprotect lacks PROT_EXEC. */
const isData = arg(2).maskedEq(4, 0)

const CONDITIONAL = [
  ['accept4', low(3, 0x80000)],
  ['fcntl', low(1, 2), low(2, 1)],
  ['fcntl', low(1, 0x409)],
  ...each('futex', 1, [0, 1, 0x80, 0x81, 0x89]),
  // Requests of terminals and sockets, of KVM, and of tap devices.
  ...each('ioctl', 1, [0x5401, 0x5402, 0x5413, 0x5421]),
  ...each('ioctl', 1, [0x4010ae42, 0x4020ae46, 0x4020ae76, 0x4040ae79, 0x8030ae7c, 0x8070ae9f, 0xc208ae62]),
  ...each('ioctl', 1, [0x400454ca, 0x400454d0, 0x400454d8]),
  ['memfd_create', low(1, 3)],
  ...each('mmap', 3, [0x1, 0x22, 0x32, 0x4001, 0x4011, 0x4022, 0x8001], isData),
  ['mmap', low(3, 0x11), low(2, 3)],
  ['mprotect', isData],
  ['msync', low(2, 4)],
  ['rt_sigaction', low(0, 6)],
  ['socket', low(0, 1), low(1, 0x80001), low(2, 0)],
  ['timerfd_create', low(0, 1), low(1, 0x80800)],
  ['timerfd_settime', low(1, 0)],
  ...each('tkill', 1, [6, 35]),
]

export default CONDITIONAL.reduce(
  (rules, [name, ...conditions]) => rules.allow(name, ...conditions),
  policy({ default: TRAP, name: 'firecracker-vmm' }).allow(...ALLOWED.trim().split(/\s+/)),
)
