/* Texts to begin with. Each shows something else. */

/** A text to begin with, and a call to try on it. */
export interface PlaygroundExample {
  readonly title: string
  readonly text: string
  readonly call: string
}

/** The presets, as `@seccompile/presets` has them; the package itself is loaded when a preset is chosen. */
export const PRESET_NAMES: readonly string[] = [
  'agent-command',
  'container-default',
  'mode-strict',
  'nested-sandbox',
  'no-exotic-sockets',
  'no-io-uring',
  'no-network',
  'no-new-namespaces',
  'no-tracing',
  'no-tty-injection',
  'no-unix-sockets',
  'node-server',
  'pure-compute',
  'unix-sockets-only',
]

/** JSON with lists of plain values on one line. */
const json = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replaceAll(/\[[^[\]{}]*\]|\{[^[\]{}]*\}/g, (list) =>
    list.replaceAll(/\s*\n\s*/g, ' '),
  )

const allowList = (architectures: readonly string[]): string =>
  json({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures,
    syscalls: [
      {
        names: ['read', 'write', 'close', 'openat', 'fstat', 'mmap', 'munmap', 'brk', 'futex'],
        action: 'SCMP_ACT_ALLOW',
      },
      {
        names: ['exit', 'exit_group', 'rt_sigreturn', 'restart_syscall', 'execve'],
        action: 'SCMP_ACT_ALLOW',
      },
      { names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] },
    ],
  })

/** The examples; a page without a link opens with the first. */
export const EXAMPLES: readonly [PlaygroundExample, ...PlaygroundExample[]] = [
  {
    title: 'A small allow list',
    call: 'socket AF_INET SOCK_STREAM 0',
    text: allowList(['SCMP_ARCH_X86_64']),
  },
  {
    title: 'An allow list for three ABIs',
    call: 'x86:socketcall 1',
    text: allowList(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']),
  },
  {
    title: 'A deny list with a gap',
    call: 'setpriority args[0]=0x100000002',
    text: json({
      defaultAction: 'SCMP_ACT_ALLOW',
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: [
        {
          names: ['setpriority'],
          action: 'SCMP_ACT_ERRNO',
          errnoRet: 1,
          args: [{ index: 0, value: 2, op: 'SCMP_CMP_EQ' }],
        },
        {
          names: ['ptrace', 'process_vm_readv', 'process_vm_writev', 'pidfd_getfd', 'io_uring_setup'],
          action: 'SCMP_ACT_ERRNO',
          errnoRet: 1,
        },
      ],
    }),
  },
  {
    title: 'A policy in TypeScript',
    call: 'socket AF_INET SOCK_STREAM 0',
    text: `import { AF_UNIX, CLONE_NEWNET, CLONE_NEWUSER, errno, policy } from 'seccompile'

export default policy({ abis: ['x86_64', 'aarch64'], default: 'allow', unknown: errno('ENOSYS') })
  // No sockets but unix ones.
  .deny('socket', ({ family }) => family.notIn(AF_UNIX))
  // No other user or network namespaces. The flags of clone3 are in memory, so it is refused whole.
  .deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET))
  .deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET))
  .deny('setns')
  .deny('clone3', errno('ENOSYS'))
  // io_uring makes sockets where no filter looks.
  .deny('io_uring_setup', errno('ENOSYS'))
`,
  },
  {
    title: 'A profile with a mistake',
    call: '',
    text: json({
      defaultAction: 'SCMP_ACT_ERRNO',
      syscalls: [
        { names: ['read', 'write', 'exit_group'], action: 'SCMP_ACT_ALOW' },
        { names: ['openat'], action: 'SCMP_ACT_ALLOW' },
      ],
    }),
  },
  {
    title: 'A raw filter in hex',
    call: 'ptrace',
    text: [
      '20 00 00 00 04 00 00 00',
      '15 00 00 03 3e 00 00 c0',
      '20 00 00 00 00 00 00 00',
      '35 00 00 02 00 00 00 40',
      '25 00 01 00 fe ff ff ff',
      '06 00 00 00 00 00 00 00',
      '15 00 0f 00 b6 01 00 00',
      '15 00 0e 00 65 00 00 00',
      '15 00 0d 00 36 01 00 00',
      '15 00 0c 00 37 01 00 00',
      '15 00 0b 00 f6 00 00 00',
      '15 00 0a 00 40 01 00 00',
      '15 00 09 00 af 00 00 00',
      '15 00 08 00 39 01 00 00',
      '15 00 07 00 b0 00 00 00',
      '15 00 06 00 41 01 00 00',
      '15 00 05 00 2a 01 00 00',
      '15 00 04 00 43 01 00 00',
      '15 00 03 00 fa 00 00 00',
      '15 00 02 00 f8 00 00 00',
      '15 00 01 00 f9 00 00 00',
      '06 00 00 00 00 00 ff 7f',
      '06 00 00 00 01 00 05 00',
    ].join('\n'),
  },
  {
    title: 'A filter in assembly',
    call: 'openat',
    text: `ld [4]
jne #0xc000003e, bad
ld [0]
jeq #257, ok
jge #0x40000000, bad
ret #0x00050001
ok: ret #0x7fff0000
bad: ret #0x80000000
`,
  },
]
