/*
 * A container of runc under Docker's default profile, with the files of this machine: what the profile refuses to a watcher is
 * refused as in Docker.
 */
import { spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeProfile } from '@seccompile/oci'
import { CONTAINER_CAPS, resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable, otherAbisOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { OWN } from './machine.ts'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))

/** The folders of this machine without which no program runs. Of some only links are left. */
const SYSTEM = ['/usr', '/etc', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32']

/** What a command in a container wrote, and its status. */
export interface ContainerEnd {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Why there is no container here; `undefined` where there is one. */
export function whyNoContainer(): string | undefined {
  if (process.getuid?.() !== 0) return 'runc runs as root here'
  return spawnSync('runc', ['--version']).status === 0 ? undefined : 'there is no runc: apt-get install runc'
}

/** A configuration of runc, as far as it is changed here. @see opencontainers/runtime-spec, config.md */
interface Config {
  readonly process: object
  readonly mounts: readonly object[]
  readonly linux: object
}

/** An entry as a runtime gets it. */
interface RuntimeEntry {
  readonly names: readonly string[]
  readonly action: string
  readonly errnoRet?: number
  readonly args?: readonly object[]
}

/** A profile as a runtime gets it, the `seccomp` of a configuration. */
export interface RuntimeProfile {
  readonly defaultAction: string
  readonly defaultErrnoRet?: number
  readonly flags?: readonly string[]
  readonly architectures: readonly string[]
  readonly syscalls: readonly RuntimeEntry[]
}

/** Docker's default profile for a machine of `abi`, as runc reads it; of this machine where there is none. */
export function seccompOf(abi: AbiTable = OWN): RuntimeProfile {
  const abis = [abi, ...otherAbisOf(abi.token).map((token) => abiTable(token))] as const
  const { text } = writeProfile(resolve(dockerProfile, { abis }).rules, { abis })
  return JSON.parse(text) as RuntimeProfile
}

const bind = (path: string, mode: 'ro' | 'rw'): object => ({
  destination: path,
  type: 'bind',
  source: path,
  options: ['rbind', mode],
})

/** Makes a root file system of links and mount points; yields the mounts. */
function makeRoot(root: string): readonly object[] {
  mkdirSync(root)
  return SYSTEM.flatMap((path) => {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isSymbolicLink() === true) symlinkSync(readlinkSync(path), join(root, path))
    return found?.isDirectory() === true ? [bind(path, 'ro')] : []
  })
}

/** A bundle of the runtime specification with the files of this machine. */
export interface RuntimeBundle {
  readonly path: string
  /** The folder for the state of the runtime. */
  readonly state: string
  /** Writes its configuration, for a command with `args` under the profile `seccomp`. */
  readonly configure: (args: readonly string[], seccomp: object) => void
}

/** A new bundle in `folder`, which its container can read and write. */
export function makeBundle(folder: string): RuntimeBundle {
  const path = mkdtempSync(join(folder, 'bundle-'))
  const root = join(path, 'rootfs')
  const mounts = makeRoot(root)
  spawnSync('runc', ['spec', '--bundle', path])
  const file = join(path, 'config.json')
  const config = JSON.parse(readFileSync(file, 'utf8')) as Config
  const capabilities = Object.fromEntries(
    ['bounding', 'effective', 'permitted'].map((set) => [set, CONTAINER_CAPS]),
  )
  const mine = [bind(REPOSITORY, 'ro'), bind(dirname(process.execPath), 'ro'), bind(folder, 'rw')]
  const env = [`PATH=${process.env['PATH'] ?? ''}`, 'NO_COLOR=1']
  return {
    path,
    state: join(path, 'state'),
    configure: (args, seccomp) => {
      const made = {
        ...config,
        process: {
          ...config.process,
          terminal: false,
          noNewPrivileges: false,
          capabilities,
          args,
          env,
          cwd: folder,
        },
        root: { path: root, readonly: false },
        mounts: [...config.mounts, ...mounts, ...mine],
        linux: { ...config.linux, seccomp },
      }
      writeFileSync(file, JSON.stringify(made))
    },
  }
}

/** The runner of commands in a container; `folder` is there too, and may be written. */
export function containerRunner(folder: string): (words: readonly string[]) => ContainerEnd {
  const bundle = makeBundle(folder)
  let count = 0
  return (args) => {
    count += 1
    bundle.configure(args, seccompOf())
    const id = `seccompile-${process.pid}-${count}`
    const words = ['--root', bundle.state, 'run', '--bundle', bundle.path, id]
    const { status, stdout, stderr } = spawnSync('runc', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    })
    return { status, out: stdout, err: stderr }
  }
}
