/*
 * The helper process through which the kernel decides calls: native/oracle.c, whose head describes the requests.
 *
 * Calls and verdicts do not go through pipes, which would take longer than the calls. Both processes map one nameless
 * file, which is in memory where a folder for that exists. Only one request is under way at a time.
 */
import type { ChildProcessByStdio } from 'node:child_process'
import { closeSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { nativeProgram } from '../native/compile-native.ts'
import { namelessFile, writeAll } from '../native/nameless-file.ts'
import { startNative } from '../native/start-native.ts'
import { errnoName, explainErrno } from '../system/errno.ts'
import { KernelError } from '../system/kernel-error.ts'
import { requireLinux } from '../system/require-linux.ts'

/** Most calls in one request. */
export const MAX_CALLS = 65536

/** The offsets in the file, and its size. @see native/oracle.c: struct shared */
const ARGS = 0
const NRS = ARGS + MAX_CALLS * 48
const CODES = NRS + MAX_CALLS * 4
const ABIS = CODES + MAX_CALLS * 2
const PROGRAM = ABIS + MAX_CALLS
const BYTES = Math.ceil((PROGRAM + 4097 * 8 + 36) / 4096) * 4096

const MEGABYTES = (BYTES / 1e6).toFixed(1)

const OP = { LOAD: 1, ASK: 2, CHECK: 3, WHERE: 4, HIGH: 5, ABLE: 6 } as const

/** The ABI of a call that the helper makes; it makes those of x86 by `int $0x80`. */
export const ORACLE_ABI = { x86_64: 0, x86: 1 } as const

/** Calls as columns. */
export interface CallColumns {
  readonly abis: Uint8Array
  readonly nrs: Uint32Array
  /** Six arguments for each call. */
  readonly args: BigUint64Array
}

interface PendingVerdicts {
  readonly resolve: (value: number) => void
  readonly reject: (error: Error) => void
  readonly what: string
}

/** @throws KernelError `E_NOT_LINUX` or `E_MACHINE` where the helper cannot run */
function requireMachine(platform: string, arch: string): void {
  requireLinux('ask the kernel', platform)
  if (arch === 'x64') return
  throw new KernelError(
    'E_MACHINE',
    `cannot ask the kernel: this machine is ${arch}, and the oracle makes calls of x86_64 and x86`,
    { requirement: 'x86_64' },
  )
}

/**
 * A file to share with the helper. All its blocks are allocated at once: a store to a page without a block would end
 * the helper by SIGBUS.
 */
function sharedFile(): number {
  try {
    return namelessFile(new Uint8Array(BYTES), { folders: ['/dev/shm', tmpdir(), '/tmp'] })
  } catch (error) {
    throw new KernelError(
      'E_NATIVE',
      `cannot ask the kernel: no file of ${MEGABYTES} MB can be made ${error instanceof Error ? error.message : String(error)}`,
      { requirement: `room for a temporary file of ${MEGABYTES} MB` },
    )
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

type Helper = ChildProcessByStdio<Writable, Readable, null>

/** The running helper process. */
export class OracleHelper {
  readonly #fd: number
  readonly #process: Helper
  #waiting: PendingVerdicts | undefined
  #answer = Buffer.alloc(0)
  #ended: KernelError | undefined

  /** @param fd - the file for requests; it is closed when the helper ends */
  private constructor(path: string, args: readonly string[], fd: number) {
    this.#fd = fd
    this.#process = startNative(path, {
      args,
      stdio: ['pipe', 'pipe', 'ignore', fd],
      env: {},
      onError: (error) => {
        this.#end(error)
      },
    }) as Helper // `stdio` above opens these streams
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#take(chunk)
    })
    this.#process.stdin.on('error', () => undefined) // the helper has ended; `close` reports the reason
    this.#process.on('close', (code, signal) => {
      const how = signal === null ? `ended with status ${code}` : `was ended by ${signal}`
      this.#end(new KernelError('E_NATIVE', `the native program "oracle" ${how}`))
    })
    this.#idle(true)
  }

  /**
   * Starts the helper with `args`, the options of native/oracle.c.
   * @throws KernelError where it cannot be compiled or started
   */
  static async start(
    args: readonly string[] = [],
    platform: string = process.platform,
    arch: string = process.arch,
  ): Promise<OracleHelper> {
    requireMachine(platform, arch)
    const fd = sharedFile() // before the compilation: only a start removes a program that was compiled for it
    try {
      return new OracleHelper(await nativeProgram('oracle'), args, fd)
    } catch (error) {
      closeSync(fd)
      throw error
    }
  }

  /** Loads `program` into the child of `slot` (0 to 3). Every verdict of `program` must be ERRNO. */
  async load(slot: number, program: Program): Promise<void> {
    this.#write(encode(program, 'little'), PROGRAM)
    await this.#request('attach the filter', OP.LOAD, slot, program.length)
  }

  /** The errno of each call under the program of `slot`; 0xffff where a call has none. */
  async ask(slot: number, { abis, nrs, args }: CallColumns): Promise<Uint16Array> {
    this.#write(args, ARGS)
    this.#write(nrs, NRS)
    this.#write(abis, ABIS)
    await this.#request('ask the kernel', OP.ASK, slot, nrs.length)
    const codes = new Uint16Array(nrs.length)
    for (let done = 0; done < codes.byteLength;)
      done += readSync(this.#fd, codes, done, codes.byteLength - done, CODES + done)
    return codes
  }

  /** Whether the kernel accepts `program`, of at most 4097 instructions. The program is not attached. */
  async check(program: Program): Promise<boolean> {
    this.#write(encode(program, 'little'), PROGRAM)
    return (await this.#request('have a filter checked', OP.CHECK, program.length, 0)) === 1
  }

  /** The instruction pointer that a filter sees with a call of `abi`. */
  async instructionPointer(abi: number): Promise<bigint> {
    const what = 'ask the helper'
    const low = await this.#request(what, OP.WHERE, abi, 0)
    return (BigInt(await this.#request(what, OP.HIGH, abi, 0)) << 32n) | BigInt(low)
  }

  /** Whether the kernel supports calls of i386. */
  async hasI386(): Promise<boolean> {
    return (await this.#request('try a call of i386', OP.ABLE, 0, 0)) === 1
  }

  /**
   * Whether the kernel runs the native call `nr` whatever a filter says; `nr` is not 0. The helper makes the call.
   */
  async isExempt(nr: number): Promise<boolean> {
    return (await this.#request(`try call ${nr}`, OP.ABLE, nr, 0)) === 1
  }

  /** Ends the helper and its children. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return
    const closed = new Promise<void>((resolve) => {
      this.#process.once('close', () => {
        resolve()
      })
    })
    this.#idle(false)
    this.#process.stdin.end()
    await closed
  }

  #write(bytes: NodeJS.ArrayBufferView, at: number): void {
    if (this.#ended !== undefined) throw this.#ended
    const { buffer, byteOffset, byteLength } = bytes
    try {
      writeAll(this.#fd, new Uint8Array(buffer, byteOffset, byteLength), at)
    } catch (cause) {
      const why = `the filter or the calls cannot be written to a file: ${errorCode(cause)}`
      throw new KernelError('E_NATIVE', `cannot ask the kernel: ${why}`, { cause })
    }
  }

  async #request(what: string, ...words: readonly [number, number, number]): Promise<number> {
    if (this.#ended !== undefined) throw this.#ended
    return new Promise<number>((resolve, reject) => {
      this.#waiting = { resolve, reject, what }
      this.#idle(false)
      this.#process.stdin.write(Buffer.from(Uint32Array.from(words).buffer))
    })
  }

  #take(chunk: Buffer): void {
    this.#answer = Buffer.concat([this.#answer, chunk])
    if (this.#answer.length < 8) return
    const errno = this.#answer.readUInt32LE(0)
    const value = this.#answer.readUInt32LE(4)
    this.#answer = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = undefined
    this.#idle(true)
    if (errno === 0) waiting?.resolve(value)
    else waiting?.reject(refused(waiting.what, errno))
  }

  /** An idle oracle that is not closed does not keep the process alive. */
  #idle(idle: boolean): void {
    const { stdin, stdout } = this.#process
    for (const handle of [this.#process, stdin as Handle, stdout as Handle]) {
      if (idle) handle.unref?.()
      else handle.ref?.()
    }
  }

  #end(why: KernelError): void {
    if (this.#ended !== undefined) return
    closeSync(this.#fd)
    this.#ended = why
    this.#waiting?.reject(this.#ended)
    this.#waiting = undefined
  }
}

/** Methods of sockets and processes that the types of streams lack. */
interface Handle {
  readonly ref?: () => void
  readonly unref?: () => void
}

function refused(what: string, errno: number): KernelError {
  const name = errnoName(errno)
  if (name === 'ECHILD')
    return new KernelError(
      'E_NATIVE',
      `cannot ${what}: the process that asks was ended, from outside, or by a filter already attached to this process that kills for a call of the helper`,
    )
  if (name === 'EPROTO') return new KernelError('E_REFUSED', `cannot ${what}: ${explainErrno(name)}`)
  return new KernelError('E_REFUSED', `cannot ${what}: the kernel says ${name}`, { errno: name })
}
