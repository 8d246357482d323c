/*
 * A thread that runs a virtual processor: requests of KVM, and the calls that a panic makes.
 *
 * Modelled on the filter of the thread `vcpu`: github.com/firecracker-microvm/firecracker, main of 2026-08,
 * resources/seccomp/x86_64-unknown-linux-musl.json, Apache-2.0; changed: here all 64 bits of an argument are compared.
 */
import { arg, policy, TRAP } from '@seccompile/policy'

export default policy({ default: TRAP, name: 'firecracker-vcpu' })
  .allow('brk', 'clock_gettime', 'close', 'epoll_ctl', 'eventfd2', 'exit', 'exit_group', 'fstat', 'gettid')
  .allow('io_uring_enter', 'mremap', 'munmap', 'open', 'restart_syscall', 'rt_sigprocmask', 'rt_sigreturn')
  .allow('sched_yield', 'sendmsg', 'sigaltstack', 'write')
  .allow('futex', arg(1).in(0, 1, 0x80, 0x81, 0x89))
  .allow(
    'ioctl',
    arg(1).in(0xaea3, 0xaead, 0xae80, 0x400454d0, 0x4008ae6a, 0x4020ae76, 0x8004ae98, 0x8040ae9f),
  )
  .allow(
    'ioctl',
    arg(1).in(0x8080aea1, 0x8090ae81, 0x8138ae83, 0x8188aea6, 0x8400ae8e, 0x9000aea4, 0x9000aecf),
  )
  .allow('ioctl', arg(1).in(0xc008ae88, 0xc008ae91))
  .allow('ioctl', arg(1).eq(0xae03), arg(2).eq(0x83))
  .allow('madvise', arg(2).eq(4))
  .allow('mmap', arg(3).eq(1), arg(2).maskedEq(4, 0))
  .allow('mmap', arg(3).eq(0x22), arg(2).eq(3))
  .allow('rt_sigaction', arg(0).eq(6))
  .allow('timerfd_settime', arg(1).eq(0))
  .allow('tkill', arg(1).eq(6))
