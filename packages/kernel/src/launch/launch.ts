/*
 * Starts a command under a filter by a launcher that the caller names, for what else that launcher can do, such as
 * namespaces.
 *
 * `run` only starts the command. It chooses a launcher that works here, and says for which call a command was killed.
 */
import { listOf, shown, text } from '@seccompile/shape'
import { checkAccepted, filterBytes } from '../attach/filters.ts'
import type { Filters } from '../attach/filters.ts'
import { KernelError } from '../system/kernel-error.ts'
import { readOptions } from '../system/option-readers.ts'
import { requireLinux } from '../system/require-linux.ts'
import { commandBytes, commandTexts } from './command-bytes.ts'
import type { CommandWord } from './command-bytes.ts'
import { checkFolder, commandPath } from './command-path.ts'
import type { CommandEnd } from './ended.ts'
import { OTHER_LAUNCHERS } from './launch-words.ts'
import { LAUNCHER_PACKAGES, whyNotLauncher, whyNotOpened } from './other-launcher.ts'
import type { OtherLauncherName } from './launch-words.ts'
import { whyNotAttached } from './outer-filter.ts'
import { refusedLaunch } from './refused-launch.ts'
import { launchReader } from './start-options.ts'
import type { LaunchOptions } from './start-options.ts'
import { behindReaper, startOther } from './start-other.ts'
import { endProcess, tell, tellEnd } from './started.ts'

/**
 * Whether `words` begin with options of the launcher, not with a command.
 * @throws KernelError `E_ARGUMENT` where `words` is no list of texts
 */
export function hasOwnOptions(words: readonly string[]): boolean {
  return readOptions(listOf(text), words, 'words')[0]?.startsWith('-') === true
}

/** Why `launcher` cannot start anything here, with what to do; `undefined` where no obstacle is found. */
function whyNotHere(launcher: OtherLauncherName): string | undefined {
  const reason = whyNotLauncher(launcher)
  if (reason !== undefined) return `${reason}; install ${LAUNCHER_PACKAGES[launcher]}`
  if (launcher !== 'crun' || process.geteuid?.() === 0) return whyNotOpened(launcher)
  return 'crun starts a command without a namespace of users as root only; take bwrap or setpriv'
}

/**
 * Checks that `launcher` can take these filters and this command line.
 * @throws KernelError `E_ARGUMENT`, `E_FILTER` or `E_NO_LAUNCHER`
 */
function checkLaunch(
  launcher: OtherLauncherName,
  filters: readonly Uint8Array[],
  words: readonly string[],
): void {
  if (!OTHER_LAUNCHERS.includes(launcher))
    throw new KernelError(
      'E_ARGUMENT',
      `there is no launcher ${shown(launcher)}; there are ${OTHER_LAUNCHERS.join(', ')}`,
    )
  if (launcher === 'crun' && hasOwnOptions(words))
    throw new KernelError('E_ARGUMENT', `crun: expected a command, got its option "${words[0] ?? ''}"`)
  if (launcher !== 'bwrap' && filters.length > 1)
    throw new KernelError(
      'E_FILTER',
      `${launcher} takes only one filter; got ${filters.length}; use bwrap, which takes several`,
    )
  const refused = refusedLaunch(launcher, filters)
  if (refused !== undefined) throw new KernelError('E_FILTER', `${refused}; nothing was started`)
  const missing = whyNotHere(launcher)
  if (missing !== undefined) throw new KernelError('E_NO_LAUNCHER', missing, { requirement: launcher })
  const answered = whyNotAttached(launcher)
  if (answered !== undefined) throw new KernelError('E_REFUSED', `${answered}; nothing was started`)
}

/**
 * Starts a command under filters by `launcher`, and says how it ended. Where the first word begins with `-`, the words
 * begin with options of `bwrap` or `setpriv`; `bwrap` without such options gives the command the files of the machine.
 *
 * @param filters - one; for `bwrap` also several, in the order in which they are attached
 * @returns how the launcher ended: `bwrap` and `crun` exit with the status of the command, or with 128 + the signal that
 * ended it; `setpriv` becomes the command
 * @throws KernelError where nothing was started: `E_FILTER` names the call that the launcher makes and a filter refuses,
 * `E_NO_LAUNCHER` what to install, `E_NO_COMMAND` and `E_NOT_EXECUTABLE` the command, `E_NATIVE` a file that is in the way
 */
export async function launch(
  launcher: OtherLauncherName,
  filters: Filters,
  words: readonly [CommandWord, ...CommandWord[]],
  given: LaunchOptions = {},
): Promise<CommandEnd> {
  requireLinux('run a command under a filter')
  const {
    stdio = ['inherit', 'inherit', 'inherit'],
    keepFds = [],
    env,
    cwd,
    onStart,
    onEnd,
  } = readOptions(launchReader, given)
  const bytes = filterBytes(filters)
  checkAccepted(bytes)
  const command = commandBytes(words, env)
  checkFolder(cwd)
  const texts = commandTexts(command, launcher)
  checkLaunch(launcher, bytes, texts)
  if (launcher === 'crun' && keepFds.length > 0)
    throw new KernelError(
      'E_ARGUMENT',
      'options.keepFds: crun passes no descriptors on; use bwrap or setpriv',
    )
  const hasOptions = hasOwnOptions(texts)
  if (!hasOptions) commandPath(command.args[0] ?? Buffer.alloc(0), { env, cwd })
  const { pid, child, ended } = startOther(
    launcher,
    bytes,
    { words: texts, hasOptions, env, cwd },
    stdio,
    keepFds,
  )
  ended.catch(() => {}) // the code below awaits `ended`
  const first = (await pid) ?? child.pid
  if (first !== undefined) {
    const found = (): number => (launcher === 'bwrap' ? behindReaper(first) : first)
    tell(
      () => onStart?.(found),
      () => endProcess(child, found()),
    )
  }
  const [how] = await Promise.all([ended, tellEnd(child, onEnd)])
  return how
}
