/*
 * `seccompile launch docker` and `launch systemd`: a command under a policy, by a launcher that makes the filter
 * itself.
 *
 * Such a launcher takes a policy in a notation of its own, and no filter. So the policy is written in that notation,
 * with a proof that its meaning is the same, and the printed line hands it to the launcher.
 */
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { contentOf } from '../write/content-of.ts'
import { parseNotation } from '../options/notation.ts'
import { checkNotInput } from '../write/output-file.ts'
import { aboutFile } from '../load/question.ts'
import { readingWarnings, sayWarnings } from '../show/say.ts'
import { shellLine } from '@seccompile/text-layout'
import { writeOutput } from '../io/output.ts'
import type { LaunchRequest, PolicyLauncherName } from '../options/launchers.ts'

/** A launcher that makes the filter itself. */
interface PolicyLauncher {
  /** The notation of its policies, as in `--to`. */
  readonly notation: string
  /** Whether the launcher reads the policy from a file. */
  readonly takesFile: boolean
  /** The words that start `words` under the policy in `file`, whose content is `text`. */
  readonly line: (given: {
    readonly file: string
    readonly text: string
    readonly words: readonly string[]
  }) => readonly string[]
}

/**
 * The path of a profile for `--security-opt`. Docker takes some words as no path: `seccomp=unconfined` means no
 * filter.
 */
const profilePath = (file: string): string => (file.includes('/') ? file : `./${file}`)

const container =
  (engine: string): PolicyLauncher['line'] =>
  ({ file, words }) => [engine, 'run', '--rm', '--security-opt', `seccomp=${profilePath(file)}`, ...words]

/**
 * The words of a command for systemd. systemd replaces `$NAME` by a variable of the environment, and `$$` by `$`; it
 * takes the first word, a path, as it is.
 * @see systemd.service(5), "Command lines"
 */
const systemdWords = ([first, ...others]: readonly string[]): readonly string[] => [
  ...(first === undefined ? [] : [first]),
  ...others.map((word) => word.replaceAll('$', '$$$$')),
]

/** Each setting in the lines of a unit as an option of systemd-run. */
const properties = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => /^[A-Za-z]+=/.test(line))
    .flatMap((line) => ['-p', line])

const LAUNCHERS: Readonly<Record<PolicyLauncherName, PolicyLauncher>> = {
  docker: { notation: 'oci', takesFile: true, line: container('docker') },
  podman: { notation: 'oci', takesFile: true, line: container('podman') },
  systemd: {
    notation: 'systemd',
    takesFile: false,
    line: ({ text, words }) => [
      'systemd-run',
      '--pty',
      '--wait',
      '--collect',
      ...properties(text),
      '--',
      ...systemdWords(words),
    ],
  },
}

function checkOptions(
  name: PolicyLauncherName,
  launcher: PolicyLauncher,
  { output, exec, keepFd = [] }: LaunchRequest,
): void {
  if (keepFd.length > 0)
    throw new CliError(`--keep-fd needs --exec, which ${name} does not support; leave --keep-fd out`)
  if (exec)
    throw new CliError(
      `--exec is not possible with ${name}, which takes a policy and no filter; run the printed line`,
    )
  if (launcher.takesFile && (output === undefined || output === '-'))
    throw new CliError(`${name} reads the policy from a file; name one with -o`)
  if (!launcher.takesFile && output !== undefined)
    throw new CliError(`the printed line for ${name} contains the whole policy; leave -o out`)
}

/**
 * Prints the line by which the launcher `name` starts a command under a policy.
 * @throws CliError or PolicyError
 */
export async function launchPolicy(
  io: Io,
  name: PolicyLauncherName,
  options: LaunchRequest,
): Promise<ExitCode> {
  const launcher = LAUNCHERS[name]
  checkOptions(name, launcher, options)
  const { policy, command: words, output } = options
  checkNotInput(output, [policy])
  const notation = parseNotation(launcher.notation, '--to')
  const asked = await aboutFile(policy, options)
  sayWarnings(io, readingWarnings(asked.filter))
  const content = await contentOf(io, asked, notation, options)
  if (typeof content === 'number') return content
  const { bytes } = content
  if (output !== undefined) await writeOutput(output, bytes)
  const text = new TextDecoder().decode(bytes)
  io.out(`${shellLine(launcher.line({ file: output ?? '', text, words }))}\n`)
  return EXIT.ok
}
