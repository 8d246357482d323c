import type { AbiToken } from './tokens.ts'

/** The facts of one ABI, and its names in Linux and in tools. */
export interface AbiFacts<Token extends AbiToken = AbiToken> {
  /** The name of the ABI throughout this project; libseccomp uses it too. */
  readonly token: Token
  /** The name in `architectures` and `archMap` of an OCI or Docker profile. */
  readonly scmpName: `SCMP_ARCH_${string}`
  /** The name in `arches` of a Docker profile, such as `amd64`. It is `x86` for the ABI that GOARCH calls `386`. */
  readonly goArch: string
  /** Other names of this ABI, and of no other: GOARCH, `uname -m`, Node's `process.arch`, Debian's port. */
  readonly aliases: readonly string[]
  /** `seccomp_data.arch`, a u32. x32 has the value of x86_64: the two differ by bit 30 of `nr`. */
  readonly auditArch: number
  readonly endianness: 'little' | 'big'
  /** The number of bits of an argument that count. It is 32 also for ABIs with 64-bit registers and 32-bit pointers. */
  readonly wordSize: 32 | 64
  /**
   * The first number of the ABI: bit 30 for x32, 4000, 5000 or 6000 for mips, else 0. Numbers in tables include
   * it.
   */
  readonly base: number
}

/** An argument of a system call, as the kernel reads it on one ABI. */
export interface CallArgument {
  /** The kernel's name of the parameter, such as `family`. Unique in its call. */
  readonly name: string
  /** The C type, such as `int` or `const char __user *`. */
  readonly type: string
  /** The number of bits that the kernel reads; it ignores the bits above them. Addresses of s390 have 31. */
  readonly width: 16 | 31 | 32 | 64
  /** Whether the kernel reads a signed number. */
  readonly signed: boolean
  /** Whether the value is an address in the memory of the process. */
  readonly pointer: boolean
  /**
   * The index in `seccomp_data.args`, 0 to 5: of the value, or of its low half. On m68k it is one more than the position,
   * since the kernel writes the number of the call to `args[0]`.
   */
  readonly index: number
  /** The index of the high half, where the ABI passes a 64-bit value in two arguments. */
  readonly high?: number
  /** The family of constants that names the values of the argument, such as `af`; absent where none does. */
  readonly family?: string
  /** The families whose constants the argument takes; absent where none is known, and any constant is possible. */
  readonly families?: readonly string[]
}

/** The arguments of a system call on one ABI, and the kernel that brought the call. */
export interface Signature {
  /** The arguments in the order of the kernel's parameters. */
  readonly args: readonly CallArgument[]
  /** The version of Linux in which the call appeared; absent where it is not known. */
  readonly since?: readonly [major: number, minor: number]
}

/**
 * The facts of an ABI, and its calls by name and by number. Plain data: use `numberOf`, `nameOf` and `calls`.
 */
export interface AbiTable<Token extends AbiToken = AbiToken> extends AbiFacts<Token> {
  /** From a name to its number in `seccomp_data.nr`: a u32 that includes the base. */
  readonly numbers: ReadonlyMap<string, number>
  /** From number to name, the exact inverse of `numbers`. */
  readonly names: ReadonlyMap<number, string>
  /**
   * The highest number so far; new calls get the numbers after it. A number above it is a call of a later
   * kernel, except private numbers of the ABI, which lie apart (arm from 0x0f0000, x32 from 512).
   */
  readonly newest: number
  /**
   * Numbers that only older kernels take for calls of the ABI, by the names of the calls; absent where there are none. Before
   * Linux 5.4, x86_64 and x32 have one table. So a number of x86_64 with the bit of x32 makes its call, also where x32 has another
   * number for it (`ptrace` is 101 and 521), or none.
   * @see seccomp(2), "Caveats"; arch/x86/entry/syscalls/syscall_64.tbl; commit 6365b842aae4 of Linux
   */
  readonly oldNumbers?: ReadonlyMap<string, number> | undefined
  /**
   * The signatures of calls by name. Tables of `@seccompile/syscalls` have none; those of
   * `@seccompile/signatures` do.
   */
  readonly signatures?: ReadonlyMap<string, Signature>
}

/** One system call of one ABI; `nr` is a u32 that includes the base of the ABI. */
export interface Syscall {
  readonly name: string
  readonly nr: number
}
