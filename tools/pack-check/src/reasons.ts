/*
 * The reason for each file of a tarball. A file without a reason is not published: sources, maps, tests, caches and
 * configuration match no pattern. A reason without a file is a promise that a package breaks.
 */

/** The reason for the files of a package that match a pattern. */
export interface Reason {
  /** Matches paths with forward slashes. */
  readonly files: RegExp
  readonly why: string
  /** The packages that have such files. Absent: all. */
  readonly of?: readonly string[]
  /** Whether Node starts such a file by its path, so that no entry of the package needs to import it. */
  readonly isStarted?: true
}

/** Every reason. A module also needs an entry that reaches it: see modules.ts. */
export const REASONS: readonly Reason[] = [
  { files: /^package\.json$/, why: 'npm and Node read it' },
  { files: /^README\.md$/, why: 'the page of the package in the registry' },
  { files: /^LICENSE$/, why: 'the terms of the code' },
  { files: /^dist\/([a-z0-9_-]+\/)*[a-z0-9_-]+\.js$/, why: 'a module that an entry imports' },
  { files: /^dist\/([a-z0-9_-]+\/)*[a-z0-9_-]+\.d\.ts$/, why: 'the types of a module' },
  { of: ['seccompile'], files: /^bin\/seccompile\.js$/, why: 'the command that npm links' },
  { of: ['seccompile'], files: /^man\/seccompile(-[a-z0-9-]+)?\.1$/, why: 'a manual page that npm links' },
  {
    of: ['seccompile'],
    files: /^completions\/seccompile\.(bash|fish|zsh)$/,
    why: 'the script that `seccompile complete` prints for a shell',
  },
  {
    of: ['@seccompile/kernel', '@seccompile/clock'],
    files: /^native\/[a-z0-9-]+\.c$/,
    why: 'a program that is compiled on the machine of the user',
  },
  {
    of: ['@seccompile/kernel'],
    files: /^dist\/launch\/launcher\.js$/,
    why: 'the process that `run()` starts, which becomes the command',
    isStarted: true,
  },
  {
    of: ['@seccompile/kernel'],
    files: /^dist\/notify\/sender\.js$/,
    why: 'the thread of that process that sends the listener of its filter',
    isStarted: true,
  },
  {
    of: ['@seccompile/watch'],
    files: /^dist\/watcher-thread\.js$/,
    why: 'the thread that answers the calls of a watched command',
    isStarted: true,
  },
  {
    of: ['seccompile'],
    files: /^dist\/bundle\/watcher-thread\.js$/,
    why: 'the same thread, for the command',
    isStarted: true,
  },
]

const isOf = ({ of }: Reason, name: string): boolean => of === undefined || of.includes(name)

/** The files of the package `name` that Node starts by their paths. */
export function startedFiles(name: string, files: readonly string[]): readonly string[] {
  const started = REASONS.filter((reason) => isOf(reason, name) && reason.isStarted === true)
  return files.filter((file) => started.some((reason) => reason.files.test(file)))
}

/** The files of the package `name` that have no reason, and the reasons of the package that have no file. */
export function reasonProblems(
  name: string,
  files: readonly string[],
  reasons: readonly Reason[] = REASONS,
): readonly string[] {
  const own = reasons.filter((reason) => isOf(reason, name))
  return [
    ...files
      .filter((file) => !own.some((reason) => reason.files.test(file)))
      .map(
        (file) =>
          `${file}: no reason in tools/pack-check/src/reasons.ts: leave it out, or say what users do with it`,
      ),
    ...own
      .filter((reason) => !files.some((file) => reason.files.test(file)))
      .map(
        (reason) =>
          `${String(reason.files)}: no file of the package matches, and its reason says: ${reason.why}`,
      ),
  ]
}
