/*
 * The command lines by which launchers of other projects take a raw filter.
 *
 * bubblewrap reads the filter from an open descriptor, setpriv of util-linux (2.41 and newer) from a file, and crun
 * from an annotation of the container. This file imports nothing of Node, so that it works in a browser too.
 *
 * @see bwrap(1), setpriv(1), crun(1) under run.oci.seccomp_bpf_data
 */
import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { listOf, oneOf, record, text, u32, unread } from '@seccompile/shape'
import type { Fields } from '@seccompile/shape'
import { BRIDGES } from '../libc/bridge.ts'
import type { BridgeName } from '../libc/bridge.ts'
import { KernelError } from '../system/kernel-error.ts'
import { readOptions } from '../system/option-readers.ts'

/**
 * A launcher, which starts a command under a filter: this package over a bridge to the C library, or a command of
 * another project.
 */
export type LauncherName = BridgeName | 'bwrap' | 'setpriv'

/** The launchers that `run` chooses from, in the order in which it tries them. */
export const LAUNCHERS: readonly LauncherName[] = [...BRIDGES, 'bwrap', 'setpriv']

/**
 * Whether `launcher` is this package itself, over a bridge.
 * @throws KernelError `E_ARGUMENT` where no launcher is named so
 */
export function isBridge(launcher: LauncherName): launcher is BridgeName {
  const name = readOptions(oneOf(LAUNCHERS), launcher, 'launcher')
  return name === 'ffi' || name === 'koffi'
}

/** A launcher of another project. */
export type OtherLauncherName = 'bwrap' | 'setpriv' | 'crun'

/** The launchers of other projects, by name. */
export const OTHER_LAUNCHERS: readonly OtherLauncherName[] = ['bwrap', 'crun', 'setpriv']

/** The highest number that a descriptor can have. @see include/linux/fs.h: sysctl_nr_open_max */
const MAX_FD = 0x7fff_ffff

/** The options of `bwrap` for a command that sees the files of the machine as they are. */
export const BWRAP_SAME_ROOT: readonly string[] = ['--dev-bind', '/', '/']

/**
 * A copy of `given`, if its keys are those of `fields`. Fields that are `unread` are checked where they are used.
 * @throws KernelError `E_ARGUMENT`
 */
function withKeys<T extends object>(fields: Fields<T>, given: T, where = 'options'): T {
  return readOptions(record(fields), given, where)
}

/** @throws KernelError `E_ARGUMENT` */
function checkFds(fds: readonly number[]): void {
  if (!Array.isArray(fds) || fds.length === 0)
    throw new KernelError(
      'E_ARGUMENT',
      'fds: expected a list of descriptors, one for each filter; it is empty or no list',
    )
  fds.forEach((fd, index) => {
    if (!Number.isInteger(fd) || fd < 0 || fd > MAX_FD)
      throw new KernelError('E_ARGUMENT', `fds[${index}]: expected the number of a descriptor, got ${fd}`)
    if (fds.indexOf(fd) < index)
      throw new KernelError(
        'E_ARGUMENT',
        `fds[${index}]: descriptor ${fd} is in the list twice; bwrap reads each to its end, so give each filter its own`,
      )
  })
}

/**
 * The options by which `bwrap` attaches filters. They go before the command.
 *
 * @param options - `fds`: for each filter, in the order in which they are attached, the descriptor from which bwrap
 * reads it
 * @throws KernelError `E_ARGUMENT` where `fds` is empty, or holds a value that is no descriptor
 */
export function bwrapArgs(options: { readonly fds: readonly number[] }): readonly string[] {
  const { fds } = withKeys({ fds: unread() }, options)
  checkFds(fds)
  const option = fds.length === 1 ? '--seccomp' : '--add-seccomp-fd'
  return fds.flatMap((fd) => [option, String(fd)])
}

/**
 * The options by which `setpriv` attaches a filter. They go before the command. setpriv takes one filter.
 *
 * @param options - `file`: the path of the file that holds the filter
 * @throws KernelError `E_ARGUMENT` where `file` is no path
 */
export function setprivArgs(options: { readonly file: string }): readonly string[] {
  const { file } = withKeys({ file: unread() }, options)
  if (typeof file !== 'string' || file === '' || file.includes('\0'))
    throw new KernelError('E_ARGUMENT', 'file: expected the path of a file, without a NUL in it')
  return ['--no-new-privs', '--seccomp-filter', file]
}

/** The annotation of a container that holds its filter. */
export interface CrunAnnotation {
  readonly 'run.oci.seccomp_bpf_data': string
}

const isBytes = (filter: Program | Uint8Array): filter is Uint8Array => filter instanceof Uint8Array

/** @throws KernelError `E_FILTER` where `filter` is no program */
function bytesOf(filter: Program | Uint8Array, endianness: Endianness): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = isBytes(filter) ? filter : encode(filter, endianness)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'IrError') throw error
    throw new KernelError('E_FILTER', error.message, { cause: error })
  }
  if (bytes.length === 0 || bytes.length % 8 !== 0)
    throw new KernelError(
      'E_FILTER',
      `the filter has ${bytes.length} bytes; expected 8 for each instruction, and one instruction or more`,
    )
  return bytes
}

/**
 * The annotation by which crun attaches a filter: a part of `annotations` in the `config.json` of a container, or a
 * value of `podman run --annotation`. crun then ignores `linux.seccomp`. crun takes one filter.
 *
 * @param filter - a program, or the bytes of a raw filter
 * @param endianness - the byte order of the machine that runs the container; it matters only for a program
 * @throws KernelError `E_FILTER` where `filter` is no program
 */
export function crunAnnotation(
  filter: Program | Uint8Array,
  endianness: Endianness = 'little',
): CrunAnnotation {
  const text = Array.from(bytesOf(filter, endianness), (byte) => String.fromCharCode(byte)).join('')
  return { 'run.oci.seccomp_bpf_data': btoa(text) }
}

/** A command for {@link crunConfig}. */
export interface CrunCommand {
  readonly args: readonly string[]
  /** The bytes of its filter. */
  readonly filter: Uint8Array
  readonly uid: number
  readonly gid: number
  readonly additionalGids: readonly number[]
  /** `NAME=value` each. */
  readonly env: readonly string[]
  readonly cwd: string
}

const COMMAND_FIELDS: Fields<CrunCommand> = {
  args: listOf(text),
  filter: unread(),
  uid: u32,
  gid: u32,
  additionalGids: listOf(u32),
  env: listOf(text),
  cwd: text,
}

/**
 * A `config.json` for `crun run` that starts a command under a filter and changes little else. The command has the
 * files, the network and the processes of the machine, and no capabilities.
 *
 * crun must run as root: the container has no user namespace, so crun itself changes to the user of the command. The
 * container has no mount namespace either, so nothing could be read-only for the command alone: `root.readonly` stays
 * false.
 *
 * @throws KernelError `E_ARGUMENT` where a field of `command` is wrong, missing or unknown; `E_FILTER` where `filter`
 * is no program
 * @see the OCI runtime specification, config.md
 */
export function crunConfig(command: CrunCommand): object {
  const { args, filter, uid, gid, additionalGids, env, cwd } = withKeys(COMMAND_FIELDS, command, 'command')
  return {
    ociVersion: '1.0.0',
    annotations: crunAnnotation(filter),
    process: {
      terminal: false,
      user: { uid, gid, ...(additionalGids.length === 0 ? {} : { additionalGids }) },
      args,
      env,
      cwd,
      noNewPrivileges: true,
    },
    root: { path: '/', readonly: false },
    mounts: [],
    linux: { namespaces: [] },
  }
}

/** A container that crun is to run. */
export interface CrunContainer {
  /** The path of its `config.json`. */
  readonly file: string
  /** The name of the container. No other container may have it at that time. */
  readonly id: string
}

/**
 * The words after `crun` that run a container. No control groups are made for it.
 * @throws KernelError `E_ARGUMENT` where a field of `container` is wrong, missing or unknown
 */
export function crunArgs(container: CrunContainer): readonly string[] {
  const { file, id } = withKeys({ file: text, id: text }, container, 'container')
  return ['--cgroup-manager=disabled', 'run', '--config', file, id]
}
