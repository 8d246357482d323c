/*
 * Programs that people run, and what they are run in: tables of data for `compare-programs.ts`.
 *
 * Their sources are in tools/soak/programs. Each prints the same in every run, and ends with a status of its own.
 */
import { fileURLToPath } from 'node:url'

/** A program of the table. */
export interface ComparedProgram {
  readonly name: string
  /** Its words. The first word of a program that is made is `./made`. */
  readonly command: readonly string[]
  /** The status with which it ends. */
  readonly status: number
  /** Whether it is given a terminal of its own. */
  readonly onTerminal?: boolean
  /** The words of the compiler that makes it, before the path of the program. */
  readonly compiler?: readonly string[]
  /** The Debian packages without which it is not there. */
  readonly packages: string
}

const source = (name: string): string => fileURLToPath(new URL(`../../programs/${name}`, import.meta.url))

/** A shell that starts external programs one after the other. dash starts each by vfork. */
const LOOP =
  'n=0; while [ $n -lt 60 ]; do n=$(expr $n + 1); /bin/true; done; echo $n; env printf "%s\\n" end | tr a-z A-Z; exit 4'

export const PROGRAMS: readonly ComparedProgram[] = [
  { name: 'node', command: ['node', source('node-work.mjs')], status: 2, packages: 'nodejs' },
  { name: 'npm --version', command: ['npm', '--version'], status: 0, packages: 'npm' },
  {
    name: 'python3 with asyncio',
    // Not the python3 on PATH, which may be that of one user.
    command: ['/usr/bin/python3', source('asyncio-children.py')],
    status: 3,
    packages: 'python3',
  },
  {
    name: 'bash with jobs',
    command: ['bash', source('job-control.sh')],
    status: 5,
    onTerminal: true,
    packages: 'bash bsdutils',
  },
  { name: 'git clone', command: ['sh', source('git-clone.sh')], status: 0, packages: 'git' },
  {
    name: 'make -j',
    command: ['make', '--no-print-directory', '-j', '8', '-f', source('Makefile')],
    status: 0,
    packages: 'make',
  },
  {
    name: 'a Go program',
    command: ['./made'],
    compiler: [
      'env',
      'CGO_ENABLED=0',
      'GOFLAGS=-mod=mod',
      'go',
      'build',
      '-o',
      './made',
      source('all-at-once.go'),
    ],
    status: 6,
    packages: 'golang-go',
  },
  { name: 'a shell that vforks', command: ['dash', '-c', LOOP], status: 4, packages: 'dash' },
  {
    name: 'a server with 100 connections',
    command: ['node', source('many-connections.mjs')],
    status: 8,
    packages: 'nodejs',
  },
  {
    name: 'a 32-bit program',
    command: ['./made'],
    compiler: ['cc', '-m32', '-O1', '-pthread', '-o', './made', source('thirty-two-bits.c')],
    status: 9,
    packages: 'gcc-multilib',
  },
]

/** What a program is run in: words before its own. */
export interface Circumstance {
  readonly name: string
  readonly words: readonly string[]
  /** The names of its programs; all where it is absent. */
  readonly programs?: readonly string[]
  readonly packages: string
}

export const CIRCUMSTANCES: readonly Circumstance[] = [
  { name: 'as this user', words: [], packages: '' },
  {
    name: 'as uid 65534',
    words: ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'],
    packages: 'util-linux',
  },
  {
    name: 'in bwrap --unshare-all',
    words: ['bwrap', '--unshare-all', '--dev-bind', '/', '/', '--proc', '/proc'],
    programs: ['node', 'python3 with asyncio', 'git clone', 'a Go program', 'a server with 100 connections'],
    packages: 'bubblewrap',
  },
  {
    name: 'under ulimit -n 64',
    words: ['sh', '-c', 'ulimit -n 64; exec "$@"', 'sh'],
    programs: ['node', 'python3 with asyncio', 'make -j', 'a shell that vforks', 'a 32-bit program'],
    packages: '',
  },
  {
    name: 'with stdin closed',
    words: ['sh', '-c', 'exec "$@" <&-', 'sh'],
    programs: ['node', 'python3 with asyncio', 'git clone', 'make -j', 'a Go program'],
    packages: '',
  },
]
