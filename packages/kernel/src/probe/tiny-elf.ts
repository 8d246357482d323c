/*
 * Tiny programs of other ABIs. Starting one shows whether the kernel runs programs of its ABI, which no file of /proc
 * shows on every kernel. Each program only exits with status 0.
 */
import { spawnSync } from 'node:child_process'
import { closeSync } from 'node:fs'
import { readOnlyFile } from '../native/nameless-file.ts'

/** An ABI beside the ABI of the machine, and how a program of it exits. */
interface TinyElfAbi {
  readonly token: 'x86' | 'x32' | 'arm'
  /** `e_machine`. @see include/uapi/linux/elf-em.h */
  readonly machine: number
  readonly code: readonly number[]
}

/** ABIs that a machine may run beside its own, by `process.arch`. All are little endian and of 32-bit addresses. */
export const OTHER_ABIS: Readonly<Record<string, readonly TinyElfAbi[]>> = {
  x64: [
    // mov $1, %eax; xor %ebx, %ebx; int $0x80
    { token: 'x86', machine: 3, code: [0xb8, 1, 0, 0, 0, 0x31, 0xdb, 0xcd, 0x80] },
    // mov $0x40000000 + 231, %eax; xor %edi, %edi; syscall
    { token: 'x32', machine: 62, code: [0xb8, 231, 0, 0, 0x40, 0x31, 0xff, 0x0f, 0x05] },
  ],
  // mov r7, #1; mov r0, #0; svc 0
  arm64: [{ token: 'arm', machine: 40, code: [1, 0x70, 0xa0, 0xe3, 0, 0, 0xa0, 0xe3, 0, 0, 0, 0xef] }],
}

const HEADER = 52
const SEGMENT = 32
const BASE = 0x10000

/** The exit status of a shell that runs a {@link tinyElf} as a script. */
const SHELL_STATUS = 9

/**
 * A 32-bit executable with one segment.
 *
 * Where the kernel does not execute a file, execvp(3) passes it to a shell as a script, and the shell would run
 * machine code as commands. So the eight unused bytes of the ELF header are a line that ends the shell.
 *
 * @see elf(5), EI_ABIVERSION and EI_PAD
 */
export function tinyElf({ machine, code }: Pick<TinyElfAbi, 'machine' | 'code'>): Uint8Array {
  const size = HEADER + SEGMENT + code.length
  const file = Buffer.alloc(size)
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1])
  file.write(`\nexit ${SHELL_STATUS}\n`, 8, 'latin1')
  file.writeUInt16LE(2, 16) // ET_EXEC
  file.writeUInt16LE(machine, 18)
  file.writeUInt32LE(1, 20)
  file.writeUInt32LE(BASE + HEADER + SEGMENT, 24) // e_entry
  file.writeUInt32LE(HEADER, 28) // e_phoff
  // EABI version 5, which the kernel requires for arm.
  file.writeUInt32LE(machine === 40 ? 0x0500_0000 : 0, 36)
  file.writeUInt16LE(HEADER, 40)
  file.writeUInt16LE(SEGMENT, 42)
  file.writeUInt16LE(1, 44)
  const segment = [1, 0, BASE, BASE, size, size, 5, 0x1000] // PT_LOAD, readable and executable
  segment.forEach((value, index) => file.writeUInt32LE(value, HEADER + index * 4))
  file.set(code, HEADER + SEGMENT)
  return file
}

/** The number that the descriptor of the file has in the new process. */
const FILE_FD = 3

/** Why the kernel does not run `file`, as the name of an error or a signal; `undefined` where it does. */
export function runsElf(file: Uint8Array): string | undefined {
  const fd = readOnlyFile(file, { mode: 0o700 })
  try {
    const { error, status, signal } = spawnSync(`/proc/self/fd/${FILE_FD}`, {
      stdio: ['ignore', 'ignore', 'ignore', fd],
      timeout: 5000,
    })
    if (error !== undefined) return 'code' in error ? String(error.code) : error.message
    if (status === 0) return undefined
    return status === SHELL_STATUS ? 'ENOEXEC' : (signal ?? `status ${status}`)
  } finally {
    closeSync(fd)
  }
}
