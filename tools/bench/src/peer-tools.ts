/*
 * The tools of others, as functions from a policy to a program. libseccomp is that of the machine. minijail and kafel are
 * checkouts in folders that the user names; the commit says which version was measured.
 */
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileWithLibseccomp } from './libseccomp.ts'
import type { LibseccompOptions } from './libseccomp.ts'
import { profileText } from './profile.ts'
import { kafelText, minijailArch, minijailText, profileOfRules } from './peers/call-texts.ts'
import type { SaidRules } from './peers/call-texts.ts'
import type { AbsentPeer, Peer, PeerOutcome } from './peers/peer.ts'
import type { PeerSubject } from './peers/peer-subject.ts'

/** The tools that take part, and those that do not. */
export interface Peers {
  readonly present: readonly Peer[]
  readonly absent: readonly AbsentPeer[]
  /** Removes the files of the tools. */
  readonly remove: () => void
}

/** The folders of checkouts. */
export interface PeerFolders {
  readonly minijail?: string | undefined
  readonly kafel?: string | undefined
}

const MAKE_KAFEL = fileURLToPath(new URL('../../vectors/make/kafel.c', import.meta.url))
const MINIJAIL_COMPILER = 'tools/compile_seccomp_policy.py'
const KAFEL_LIBRARY = 'libkafel.a'
const TIMEOUT_MS = 60_000

const none = (reason: string): PeerOutcome => ({ kind: 'none', reason })

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function libseccompPeer(shape: LibseccompOptions['shape'], version: string): Peer {
  return {
    name: `libseccomp ${shape}`,
    version,
    x32: 'bad-arch',
    make: ({ policy, abis }, rules) => {
      const asked = { shape, abis: abis.map(({ token }) => token), timeoutMs: TIMEOUT_MS }
      try {
        const profile: SaidRules<string> =
          abis.length > 1 ? { kind: 'said', said: profileText(policy) } : profileOfRules(rules)
        if (profile.kind === 'none') return profile
        const made = compileWithLibseccomp(profile.said, asked)
        if (made === undefined) return none(`takes longer than ${TIMEOUT_MS / 1000} s`)
        if (made.unknown.length > 0) return none(`does not know ${made.unknown.join(', ')}`)
        return made.program === undefined
          ? none(`makes ${made.insns} instructions`)
          : { kind: 'program', program: made.program }
      } catch (error) {
        return none(messageOf(error)) // a policy that no profile can hold, or that libseccomp refuses
      }
    },
  }
}

/** What `command` prints. @throws Error with its message where it fails */
function outputOf(command: string, args: readonly string[], input = ''): Buffer {
  const done = spawnSync(command, args, { input, timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 })
  if ((done.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT')
    throw new Error(`takes longer than ${TIMEOUT_MS / 1000} s`)
  if (done.status !== 0) {
    const lines = (done.error?.message ?? done.stderr.toString('utf8')).split('\n')
    throw new Error(lines.findLast((line) => /^\S/.test(line)) ?? `ends with ${done.status}`) // below it may be a place
  }
  return done.stdout
}

const commitOf = (folder: string): string => {
  try {
    return `commit ${outputOf('git', ['-C', folder, 'rev-parse', '--short=7', 'HEAD']).toString('utf8').trim()}`
  } catch {
    return 'of an unknown commit'
  }
}

/** Python ends a recursion at a thousand calls, and minijail's compiler calls itself for each comparison of a call. */
const RUN_DEEPLY = 'import runpy, sys; sys.setrecursionlimit(100_000); del sys.argv[0]; sys.path.insert(0, sys.argv[0].rpartition("/")[0]); runpy.run_path(sys.argv[0], run_name="__main__")' // prettier-ignore

/** A program for x86_64 alone, by a tool that takes a text. */
function fromText<T>(
  { abis }: PeerSubject,
  rules: SaidRules<T>,
  programOf: (said: T) => Uint8Array,
): PeerOutcome {
  if (abis.length > 1) return none('makes filters for one ABI')
  if (rules.kind === 'none') return rules
  try {
    const bytes = programOf(rules.said)
    const insns = bytes.length / SOCK_FILTER_BYTES
    return insns > BPF_MAXINSNS
      ? none(`makes ${insns} instructions`)
      : { kind: 'program', program: decode(bytes, 'little') }
  } catch (error) {
    return none(messageOf(error))
  }
}

function minijailPeer(
  folder: string,
  scratch: string,
  name: 'minijail tree' | 'minijail list',
  version: string,
): Peer {
  const strategy = name === 'minijail tree' ? 'bst' : 'linear'
  const [arch, from, to] = ['arch.json', 'policy', 'program'].map((file) => join(scratch, file)) as [string, string, string] // prettier-ignore
  writeFileSync(arch, minijailArch())
  return {
    name,
    version,
    x32: 'default',
    make: (subject, rules) =>
      fromText(subject, minijailText(rules), ({ text, options }) => {
        writeFileSync(from, text)
        outputOf('python3', [
          '-c', RUN_DEEPLY, join(folder, MINIJAIL_COMPILER), '--arch-json', arch,
          '--optimization-strategy', strategy, ...options, from, to,
        ]) // prettier-ignore
        return readFileSync(to)
      }),
  }
}

/** @throws Error where no C compiler is installed */
function kafelPeer(folder: string, scratch: string): Peer {
  const command = join(scratch, 'kafel')
  outputOf('cc', ['-I', join(folder, 'include'), MAKE_KAFEL, join(folder, KAFEL_LIBRARY), '-o', command])
  return {
    name: 'kafel',
    version: commitOf(folder),
    x32: 'default',
    make: (subject, rules) => fromText(subject, kafelText(rules), (text) => outputOf(command, [], text)),
  }
}

/** @throws Error where `folder` has no `file`, so that it is no checkout of the tool */
function checkFolder(option: keyof PeerFolders, folder: string | undefined, file: string, how = ''): void {
  if (folder !== undefined && !existsSync(join(folder, file)))
    throw new Error(`--${option}: ${folder} has no ${file}; name a checkout of ${option}${how}`)
}

/**
 * The tools that are installed on this machine or lie in `folders`.
 * @throws Error where a folder is no checkout of its tool
 */
export function findPeers({ minijail, kafel }: PeerFolders): Peers {
  checkFolder('minijail', minijail, MINIJAIL_COMPILER)
  checkFolder('kafel', kafel, KAFEL_LIBRARY, ' in which make has run')
  const scratch = mkdtempSync(join(tmpdir(), 'seccompile-peers-'))
  const present: Peer[] = []
  const absent: AbsentPeer[] = []
  const attempt = (name: string, make: () => readonly Peer[]): void => {
    try {
      present.push(...make())
    } catch (error) {
      absent.push({ name, reason: messageOf(error) })
    }
  }
  attempt('libseccomp', () => {
    if (!hasLibseccomp()) throw new Error('libseccomp or Python is not installed')
    const empty = '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[]}'
    const { version } = compileWithLibseccomp(empty, { shape: 'list', abis: ['x86_64'] })!
    return (['list', 'tree'] as const).map((shape) =>
      libseccompPeer(shape, version.replace('libseccomp ', '')),
    )
  })
  attempt('minijail', () => {
    if (minijail === undefined) throw new Error('name a checkout of it with --minijail FOLDER')
    const version = commitOf(minijail)
    return (['minijail list', 'minijail tree'] as const).map((name) =>
      minijailPeer(minijail, scratch, name, version),
    )
  })
  attempt('kafel', () => {
    if (kafel === undefined) throw new Error('name a built checkout of it with --kafel FOLDER')
    return [kafelPeer(kafel, scratch)]
  })
  return { present, absent, remove: () => rmSync(scratch, { recursive: true }) }
}
